package store

import (
	"context"
	"crypto/rand"
	"errors"
	"io/fs"
	mathrand "math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"hadir/model"
)

// openMarked opens a database whose device is marked in a folder.
func openMarked(t *testing.T, path, marks string) *desk {
	t.Helper()
	d := &desk{t: t, now: time.Date(2023, 11, 21, 1, 30, 0, 0, time.UTC), name: "Meja 1"}
	var seed [32]byte
	if _, err := rand.Read(seed[:]); err != nil {
		t.Fatal(err)
	}
	d.rand = mathrand.NewChaCha8(seed)
	s, err := Open(path, Options{Now: func() time.Time { d.now = d.now.Add(time.Second); return d.now }, Marks: marks})
	if err != nil {
		t.Fatal(err)
	}
	d.Store = s
	t.Cleanup(func() { _ = s.Close() })
	return d
}

// TestOlderCopyOfTheWholeFolder puts a folder back as it was an hour ago, rescue files and all, after other desks may have seen what
// came later: what is written then stands under another device's name, so that no number is given twice.
func TestOlderCopyOfTheWholeFolder(t *testing.T) {
	for _, marked := range []bool{true, false} {
		dir, old, marks := t.TempDir(), t.TempDir(), ""
		if marked {
			marks = filepath.Join(t.TempDir(), "config", "devices")
		}
		path := filepath.Join(dir, "hadir.db")
		d := openMarked(t, path, marks)
		event := d.event()
		ids := d.guests(event, 10)
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS(filepath.Join(old, "copy"), os.DirFS(dir)); err != nil {
			t.Fatal(err)
		}
		d = openMarked(t, path, marks)
		for _, id := range ids[:3] {
			d.arrive(event, id)
		}
		// As after a crash: nothing is closed, and the mark is there all the same.
		seen, err := d.AllHistory(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		device := d.Device()
		if err := errors.Join(d.Close(), os.RemoveAll(dir), os.CopyFS(dir, os.DirFS(filepath.Join(old, "copy")))); err != nil {
			t.Fatal(err)
		}
		again := openMarked(t, path, marks)
		again.arrive(event, ids[5])
		var told []model.Notice
		for _, n := range again.told() {
			if n.Kind == model.NoticeOlder {
				told = append(told, n)
			}
		}
		given := make(map[[2]uint64]model.ID)
		for _, c := range seen {
			given[[2]uint64{uint64(c.Device), c.Seq}] = c.Act
		}
		all, err := again.AllHistory(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		twice := 0
		for _, c := range all {
			if act, ok := given[[2]uint64{uint64(c.Device), c.Seq}]; ok && act != c.Act {
				twice++
			}
		}
		if !marked {
			// The control: without a mark the numbers are given twice.
			if twice == 0 || len(told) > 0 || again.Device() != device {
				t.Errorf("unmarked: %d numbers twice, %v", twice, told)
			}
			continue
		}
		if twice > 0 || len(told) != 1 || told[0].Count != 3 || again.Device() == device {
			t.Errorf("%d numbers twice, %v", twice, again.told())
		}
		if out, err := again.Verify(context.Background(), nil); err != nil || !out.Sound() {
			t.Errorf("%+v, %v", out, err)
		}
		if err := again.Close(); err != nil {
			t.Fatal(err)
		}
		if again = openMarked(t, path, marks); len(again.told()) > 0 {
			t.Errorf("the next start: %v", again.told())
		}
	}
}

// TestMarksAreInNobodysWay opens many databases at once over one folder of marks, and over places where none can be written.
func TestMarksAreInNobodysWay(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	marks := t.TempDir()
	var all sync.WaitGroup
	for _, folder := range []string{marks, marks, marks, marks, filepath.Join(file, "no", "folder"), "/proc/nowhere"} {
		all.Go(func() {
			s, err := Open(filepath.Join(t.TempDir(), "hadir.db"), Options{Marks: folder})
			if err != nil {
				t.Error(err)
				return
			}
			act := model.Act{ID: model.ID{1}, Verb: model.VerbEdit, Wall: time.Now()}
			if err := s.Apply(context.Background(), []model.Change{act.Change(model.EventKey(model.ID{2}), model.Write("theme", "x"))}); err != nil {
				t.Error(err)
			}
			if err := s.Close(); err != nil || len(s.Notices()) > 0 {
				t.Error(err, s.Notices())
			}
		})
	}
	all.Wait()
	entries, err := os.ReadDir(marks)
	if err != nil || len(entries) != 4 {
		t.Fatal(entries, err)
	}
	for _, e := range entries {
		// The office's key, and the change.
		if b, err := fs.ReadFile(os.DirFS(marks), e.Name()); err != nil || strings.TrimLeft(string(b), "0") != "2\n" {
			t.Errorf("%q, %v", b, err)
		}
	}
}

package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"hadir/model"
)

// weeks is a desk with three snapshots and the logs between them, all read on its first day.
func weeks(t *testing.T) (d *desk, event model.ID, stick string) {
	t.Helper()
	d, stick = newDesk(t), t.TempDir()
	event = d.event()
	ids := d.guests(event, 40)
	d.keepSafe(stick)
	for day := range 3 {
		for _, id := range ids[day*5 : day*5+5] {
			d.arrive(event, id)
		}
		d.now = d.now.Add(25 * time.Hour)
		d.keepSafe(stick)
	}
	d.arrive(event, ids[20])
	if len(d.told()) > 0 {
		t.Fatalf("%v", d.told())
	}
	return d, event, stick
}

func spoil(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b[frameHeader+len(b)/3] ^= 4
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return b
}

// TestScrub spoils each copy in turn, here and on the stick: it is found within a week, kept under another name, said, and what is left
// makes the database again. Nothing is found before the week is over, but for the end of a log on the stick, on which every round goes
// on; and nothing that is not there.
func TestScrub(t *testing.T) {
	for _, c := range []struct {
		name, pattern string
		second        bool
		want          model.NoticeKind
	}{
		{"an old snapshot", "*" + snapshotSuffix, false, model.NoticeSnapshotBad},
		{"a log", "*" + logSuffix, false, model.NoticeLogDamaged},
		{"a snapshot on the stick", "*" + snapshotSuffix, true, model.NoticeSecondBad},
		{"a log on the stick", "*" + logSuffix, true, model.NoticeSecondBad},
		{"nothing", "", false, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, event, stick := weeks(t)
			folder := rescueFolder(d.Path())
			if c.second {
				folder = d.secondFolder(stick)
			}
			var path string
			var bad []byte
			if c.pattern != "" {
				files, err := filepath.Glob(filepath.Join(folder, c.pattern))
				if err != nil || len(files) < 2 {
					t.Fatal(files, err)
				}
				path = files[0]
				bad = spoil(t, path)
			}
			if d.keepSafe(stick); len(d.told()) > 0 && c.pattern != "*"+logSuffix {
				t.Fatalf("before the week is over: %v", d.told())
			}
			d.now = d.now.Add(scrubEvery)
			d.keepSafe(stick)
			var want []model.NoticeKind
			if c.want != "" {
				want = append(want, c.want)
				kept, err := os.ReadFile(path + ".damaged-1")
				if _, e := os.Lstat(path); c.want == model.NoticeLogDamaged && errors.Is(e, fs.ErrNotExist) {
					// Two snapshots have made it needless: such a log goes, as every other.
					kept, err = bad, nil
				}
				if err != nil || !slices.Equal(kept, bad) {
					t.Errorf("it was not kept as it was: %v", err)
				}
			}
			if !slices.Equal(d.kinds(), want) {
				t.Errorf("told %v", d.told())
			}
			if out, err := d.Verify(context.Background(), nil); err != nil || len(out.Findings) > 0 || out.Snapshots < 2 {
				t.Errorf("%+v, %v", out, err)
			}
			if err := os.Remove(d.Path()); err != nil {
				t.Fatal(err)
			}
			for what, from := range map[string]string{"here": d.Path(), "stick": stick} {
				to := filepath.Join(t.TempDir(), "hadir.db")
				if out, err := Rescue(context.Background(), from, to, Options{}); err != nil || out.Lost > 0 {
					t.Errorf("%s: %+v, %v", what, out, err)
				}
				if n := openDesk(t, to).present(event); n != 16 {
					t.Errorf("%s: %d present", what, n)
				}
			}
		})
	}
}

// TestScrubMissesNoEnd cuts the end of the log away under an open store, where no frame tells that there was more: the database has
// counted further.
func TestScrubMissesNoEnd(t *testing.T) {
	d, event, stick := weeks(t)
	logs, _, err := list(rescueFolder(d.Path()))
	if err != nil {
		t.Fatal(err)
	}
	last := logs[len(logs)-1]
	if err := os.Truncate(last.path, last.size-40); err != nil {
		t.Fatal(err)
	}
	d.now = d.now.Add(scrubEvery)
	d.keepSafe(stick)
	if !slices.Equal(d.kinds(), []model.NoticeKind{model.NoticeLogDamaged}) {
		t.Errorf("told %v", d.told())
	}
	if d = d.reopen(); d.present(event) != 16 || len(d.told()) > 0 {
		t.Errorf("%d present, %v", d.present(event), d.told())
	}
}

package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"hadir/model"
)

// stickDay is a desk with some arrivals, of which the copies on a stick have the first n.
func stickDay(t *testing.T, n int) (d *desk, event model.ID, ids []model.ID, stick string) {
	t.Helper()
	d, stick = newDesk(t), t.TempDir()
	event = d.event()
	ids = d.guests(event, 40)
	d.keepSafe(stick)
	for _, id := range ids[:n] {
		d.arrive(event, id)
	}
	d.keepSafe(stick)
	return d, event, ids, stick
}

func (d *desk) keepSafe(second string) {
	d.t.Helper()
	if err := d.KeepSafe(context.Background(), second); err != nil {
		d.t.Fatal(err)
	}
}

// TestDeadLaptopLosesMinutes takes the whole folder away: the stick has the snapshot of the morning and the log of some minutes ago,
// and a database comes of it, by rescue and by restore, from the stick's folder and from the one on it.
func TestDeadLaptopLosesMinutes(t *testing.T) {
	d, event, ids, stick := stickDay(t, 12)
	// The copy's last word is that the database was closed in order, and that says nothing of what came later.
	d = d.reopen()
	d.keepSafe(stick)
	d.arrive(event, ids[20])
	if err := errors.Join(d.Close(), os.RemoveAll(filepath.Dir(d.Path()))); err != nil {
		t.Fatal(err)
	}
	snaps, err := filepath.Glob(filepath.Join(stick, "hadir-*", "*.snap"))
	if err != nil || len(snaps) != 1 {
		t.Fatalf("%v, %v: the arrivals have to be in the log alone", snaps, err)
	}
	ctx := context.Background()
	for name, make := range map[string]func(to string) (Restored, error){
		"rescue":  func(to string) (Restored, error) { return Rescue(ctx, stick, to, Options{}) },
		"its own": func(to string) (Restored, error) { return Rescue(ctx, filepath.Dir(snaps[0]), to, Options{}) },
		"restore": func(to string) (Restored, error) { return Restore(ctx, to, stick, Options{}) },
	} {
		t.Run(name, func(t *testing.T) {
			to := filepath.Join(t.TempDir(), "hadir.db")
			out, err := make(to)
			// Nobody can know from the stick alone whether anything came later: so that is said, and another name is drawn.
			if err != nil || out.Lost != 0 || out.Proved {
				t.Fatalf("%+v, %v", out, err)
			}
			again := openDesk(t, to)
			if again.present(event) != 12 || again.Device() == d.Device() || len(again.told()) > 0 {
				t.Errorf("%d present, device %s, %v", again.present(event), again.Device(), again.told())
			}
			if out, err := again.Verify(ctx, nil); err != nil || !out.Sound() {
				t.Errorf("%+v, %v", out, err)
			}
		})
	}
}

// TestLogIsCopiedAsFarAsItIsNew looks at what a round writes: a check-in's worth, not the whole log.
func TestLogIsCopiedAsFarAsItIsNew(t *testing.T) {
	d, event, ids, stick := stickDay(t, 12)
	logs, _, err := list(d.secondFolder(stick))
	if err != nil || len(logs) == 0 {
		t.Fatal(logs, err)
	}
	before := logs[len(logs)-1]
	info, err := os.Stat(before.path)
	if err != nil {
		t.Fatal(err)
	}
	d.arrive(event, ids[30])
	d.keepSafe(stick)
	after, err := os.Stat(before.path)
	if err != nil || !os.SameFile(info, after) || after.Size() <= before.size {
		t.Errorf("%d bytes, were %d, %v", after.Size(), before.size, err)
	}
	if grown := after.Size() - before.size; grown > before.size {
		t.Errorf("%d bytes for one check-in", grown)
	}
	// The names of people stand in them: they are their owner's alone, as far as the stick's file system knows of owners.
	err = filepath.WalkDir(d.secondFolder(stick), func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", filepath.Base(path), info.Mode())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	copies, err := d.Copies(context.Background(), stick)
	if err != nil || !copies.Second.There || !copies.Second.At.Equal(d.now) || copies.Second.Err != nil || copies.Snapshots != 1 {
		t.Errorf("%+v, %v", copies, err)
	}
}

// TestStickOfAnotherLifeIsKept copies to a stick on which this database was copied before its rescue folder was lost: the numbers
// of logs begin anew, and what stood there is neither mixed with it nor destroyed.
func TestStickOfAnotherLifeIsKept(t *testing.T) {
	d, event, ids, stick := stickDay(t, 12)
	if err := d.Snapshot(context.Background()); err != nil {
		t.Fatal(err)
	}
	d.arrive(event, ids[20])
	d.keepSafe(stick)
	if err := errors.Join(d.Close(), os.RemoveAll(rescueFolder(d.Path()))); err != nil {
		t.Fatal(err)
	}
	again := openDesk(t, d.Path())
	again.now = d.now.Add(time.Hour)
	again.arrive(event, ids[21])
	again.keepSafe(stick)
	aside, err := filepath.Glob(filepath.Join(stick, "hadir-*.other-1", "*"+logSuffix))
	if err != nil || len(aside) == 0 {
		t.Errorf("nothing was kept: %v", err)
	}
	to := filepath.Join(t.TempDir(), "hadir.db")
	if out, err := Rescue(context.Background(), stick, to, Options{}); err != nil || out.Lost != 0 {
		t.Fatalf("%+v, %v", out, err)
	}
	if n := openDesk(t, to).present(event); n != 14 {
		t.Errorf("%d present", n)
	}
}

// stickDisk is a disk on which nothing below a folder can be written.
type stickDisk struct {
	systemDisk
	below string
	err   error
}

func (s stickDisk) OpenFile(name string, flag int, perm fs.FileMode) (File, error) {
	if rel, err := filepath.Rel(s.below, name); err == nil && filepath.IsLocal(rel) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: s.err}
	}
	return s.systemDisk.OpenFile(name, flag, perm)
}

// TestStickThatFails has a stick that is full, and one that may only be read: it is said, and nobody is kept from working.
func TestStickThatFails(t *testing.T) {
	for _, errno := range []error{syscall.ENOSPC, syscall.EROFS, syscall.EIO} {
		d, event, ids, stick := stickDay(t, 3)
		d.disk = stickDisk{below: stick, err: errno}
		d.arrive(event, ids[9])
		d.keepSafe(stick)
		if kinds := d.kinds(); !slices.Equal(kinds, []model.NoticeKind{model.NoticeSecondFailed}) {
			t.Errorf("%v: %v", errno, kinds)
		}
		if c, err := d.Copies(context.Background(), stick); err != nil || !errors.Is(c.Second.Err, errno) {
			t.Errorf("%v: %+v, %v", errno, c, err)
		}
		d.arrive(event, ids[10])
	}
}

func TestSeveralDatabasesOnAStick(t *testing.T) {
	d, event, _, stick := stickDay(t, 3)
	if err := os.Mkdir(filepath.Join(stick, "hadir-00000000"), 0o700); err != nil {
		t.Fatal(err)
	}
	var several *SeveralError
	to := filepath.Join(t.TempDir(), "hadir.db")
	if _, err := Rescue(context.Background(), stick, to, Options{}); !errors.As(err, &several) || len(several.Folders) != 2 {
		t.Errorf("%v", err)
	}
	if _, err := Rescue(context.Background(), t.TempDir(), to, Options{}); !errors.Is(err, ErrNotDatabase) {
		t.Errorf("an empty folder: %v", err)
	}
	if _, err := Rescue(context.Background(), d.secondFolder(stick), to, Options{}); err != nil {
		t.Error(err)
	}
	if n := openDesk(t, to).present(event); n != 3 {
		t.Errorf("%d present", n)
	}
}

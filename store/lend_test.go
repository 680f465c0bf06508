package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"hadir/model"
)

// TestClassify holds what the system says against what a screen can act on.
func TestClassify(t *testing.T) {
	for errno, want := range map[error]error{
		syscall.ENOSPC: model.ErrNoSpace, syscall.EDQUOT: model.ErrNoSpace, syscall.EROFS: model.ErrReadOnly, syscall.EIO: model.ErrStorage,
		berrors.ErrDatabaseReadOnly: model.ErrReadOnly,
	} {
		for _, err := range []error{errno, &fs.PathError{Op: "write", Path: "x", Err: errno}, &os.LinkError{Op: "rename", Err: errno}} {
			got := classify(err)
			if !errors.Is(got, want) || !errors.Is(got, errno) {
				t.Errorf("%v is %v", err, got)
			}
			for _, other := range []error{model.ErrNoSpace, model.ErrReadOnly, model.ErrStorage} {
				if other != want && errors.Is(got, other) {
					t.Errorf("%v is %v too", err, other)
				}
			}
		}
	}
}

// narrowDisk has no room in a folder.
type narrowDisk struct {
	stickDisk
}

func (n narrowDisk) Bolt(name string, o *bolt.Options) (*bolt.DB, error) {
	if rel, err := filepath.Rel(n.below, name); err == nil && filepath.IsLocal(rel) && !o.ReadOnly {
		return nil, &fs.PathError{Op: "open", Path: name, Err: n.err}
	}
	return n.stickDisk.Bolt(name, o)
}

// TestDamagedOnAFullDisk has both at once: what the copies hold can be read, it is said why nothing can be written, nothing is
// changed where the damage is, and nothing is left behind. Once there is room, the next start mends it.
func TestDamagedOnAFullDisk(t *testing.T) {
	for _, errno := range []error{syscall.ENOSPC, syscall.EDQUOT, syscall.EROFS} {
		temp := t.TempDir()
		t.Setenv("TMPDIR", temp)
		t.Setenv("XDG_RUNTIME_DIR", "")
		d, event := day(t)
		b, err := os.ReadFile(d.Path())
		if err != nil {
			t.Fatal(err)
		}
		clear(b[3*4096 : 12*4096])
		if err := os.WriteFile(d.Path(), b, 0o600); err != nil {
			t.Fatal(err)
		}
		disk := narrowDisk{stickDisk{below: filepath.Dir(d.Path()), err: errno}}
		s, err := Open(d.Path(), Options{Now: func() time.Time { return d.now }, Disk: disk})
		if err != nil {
			t.Fatalf("%v: %v", errno, err)
		}
		c, err := s.Counts(context.Background(), event, model.ID{})
		if err != nil || c.Present != 20 || !s.ReadOnly() {
			t.Errorf("%v: %+v, %v, read-only %v", errno, c, err, s.ReadOnly())
		}
		if n := s.Notices(); len(n) != 2 || n[0].Kind != model.NoticeLent || n[1].Kind != model.NoticeReadOnly {
			t.Errorf("%v: %v", errno, n)
		}
		if err := s.Apply(context.Background(), []model.Change{d.act(model.VerbEdit).Change(model.EventKey(event))}); !errors.Is(err, model.ErrReadOnly) {
			t.Errorf("%v: writing: %v", errno, err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
			t.Errorf("%v: left behind: %v, %v", errno, left, err)
		}
		if after, err := os.ReadFile(d.Path()); err != nil || string(after) != string(b) {
			t.Errorf("%v: the damaged file was changed: %v", errno, err)
		}
		again := openDesk(t, d.Path())
		if n := again.told(); again.present(event) != 20 || len(n) != 1 || n[0].Kind != model.NoticeRebuilt {
			t.Errorf("%v: with room: %d present, %v", errno, again.present(event), n)
		}
	}
}

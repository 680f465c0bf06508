//go:build unix

package screen_test

import (
	"context"
	"io/fs"
	"path/filepath"
	"syscall"
	"testing"

	"hadir/model"
	"hadir/ui/uitest"
)

// TestFolderIsItsOwnersAlone walks through all that a day leaves beside the database, papers and texts among it: nobody but the owner
// may look into any of it.
func TestFolderIsItsOwnersAlone(t *testing.T) {
	// Whatever the system would let others do with new files.
	defer syscall.Umask(syscall.Umask(0))
	atHome(t, func(d *uitest.Desk) {
		e := d.Event(uitest.Guests()...)
		d.Keys("enter", "2", "suyatno", "enter")
		d.Sees("HADIR")
		// Papers, a text, an archive's export, a draft, a snapshot and a copy.
		d.Keys("esc", "6", "p", "p")
		d.Sees("berkas ditulis ke")
		d.Keys("esc", "esc", "d", "l", "ctrl+s")
		ctx := context.Background()
		if err := d.Store().SaveDraft(ctx, model.Draft{ID: d.Env.ID(), Event: e.ID, Begun: d.Env.Now(), At: d.Env.Now(), Fields: map[string]string{"x": "y"}}); err != nil {
			t.Fatal(err)
		}
		if _, err := d.Store().SaveText(ctx, "laporan", "DATA CONTOH"); err != nil {
			t.Fatal(err)
		}
		second := t.TempDir()
		if err := d.Store().Snapshot(ctx); err != nil {
			t.Fatal(err)
		}
		if err := d.Store().KeepSafe(ctx, second); err != nil {
			t.Fatal(err)
		}
		walked := ownersAlone(d, filepath.Dir(d.Store().Path())) + ownersAlone(d, second)
		if walked < 20 {
			t.Errorf("only %d files and folders were there to look at", walked)
		}
		// A file that is written anew is no other.
		d.Keys("esc", "esc", "esc", "enter", "h", "hapus", "enter")
		d.Again()
		ownersAlone(d, filepath.Dir(d.Store().Path()))
	})
}

// ownersAlone checks what stands in a folder, but for the folder itself, and gives how many it looked at.
func ownersAlone(d *uitest.Desk, folder string) (n int) {
	d.Helper()
	err := filepath.WalkDir(folder, func(p string, e fs.DirEntry, err error) error {
		if err != nil || p == folder {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		n++
		want := fs.FileMode(0o600)
		if e.IsDir() {
			want = 0o700
		}
		if got := info.Mode().Perm(); got != want {
			d.Errorf("%s: %o, want %o", p, got, want)
		}
		return nil
	})
	if err != nil {
		d.Fatal(err)
	}
	return n
}

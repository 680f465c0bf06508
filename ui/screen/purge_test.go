package screen_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"hadir/model"
	"hadir/ui/uitest"
)

// filesWith are the files beside the desk's database in which a text stands.
func filesWith(d *uitest.Desk, text string) (found []string) {
	d.Helper()
	err := filepath.WalkDir(filepath.Dir(d.Store().Path()), func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		if bytes.Contains(b, []byte(text)) {
			found = append(found, filepath.Base(p))
		}
		return err
	})
	if err != nil {
		d.Fatal(err)
	}
	return found
}

func TestNumbersOfAnEventGoForGood(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		e := d.Event(uitest.Guests()...)
		d.Keys("enter", "h")
		d.Sees("HAPUS DATA PRIBADI", "1 NIK dan nomor telepon, di antaranya milik 1 tamu", "Tetap ada: nama", "kertas yang sudah dicetak", "disimpan sampai", "Ketik HAPUS")
		if len(filesWith(d, "81000012340")) == 0 {
			t.Fatal("the number is not there before")
		}

		// Names have still to be kept, and one word is not enough of a hurry.
		d.Keys("tab")
		d.Sees("disimpan sampai")
		d.Keys("enter")
		d.Sees("Ketik HAPUS dahulu")
		d.Keys("hapu", "enter")
		d.Sees("Ketik HAPUS dahulu")
		if d.Ended() {
			t.Fatal("it was done without the word")
		}
		d.Keys("s", "enter")
		d.Again()
		d.Sees("HARI INI", "Sudah dihapus: 1 NIK dan nomor telepon")
		if found := filesWith(d, "81000012340"); len(found) > 0 {
			t.Errorf("still in %v", found)
		}

		// The list stands, the history says who did it, and nothing takes it back.
		d.Keys("enter", "d")
		d.Sees("Ratna Dewi")
		d.Keys("esc", "ctrl+z")
		d.Misses("Diurungkan")
		d.Keys("h")
		d.Sees("Tidak ada NIK, nomor telepon")
		d.Keys("hapus", "enter")
		d.Sees("Tidak ada NIK")
		if d.Ended() {
			t.Error("there was nothing to do, and the program ended")
		}
		r, err := d.Store().Record(t.Context(), model.EventKey(e.ID))
		if err != nil || model.LevelOf(r) != model.NoNumbers {
			t.Errorf("level %d, %v", model.LevelOf(r), err)
		}
	})
}

func TestNamesOfAnOldEventGo(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		e := d.Event(uitest.Guests()...)
		r, err := d.Store().Record(t.Context(), model.EventKey(e.ID))
		if err != nil {
			t.Fatal(err)
		}
		d.Apply(d.Env.Act(model.VerbEdit).Edit(r, map[string]string{model.EventDate: "2018-11-20"})...)
		d.Keys("enter", "2", "suyatno", "enter")
		d.Sees("HADIR")
		d.Keys("esc", "h", "tab")
		d.Sees("10 nama", "(dihapus)", "Nama yang tertulis di dalam kalimat")
		d.Keys("hapus", "enter")
		d.Again()
		d.Sees("10 nama")
		d.Keys("enter", "d")
		d.Sees("(dihapus)", "Desa Contoh Lor", "hadir 08.41")
		d.Misses("Suyatno")
	})
}

func TestAPurgeThatFailsSaysSo(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Event(uitest.Guests()...)
		d.Keys("enter", "h", "hapus", "enter")
		// The folder takes nothing more.
		folder := filepath.Dir(d.Store().Path())
		if err := os.Mkdir(filepath.Join(folder, filepath.Base(d.Store().Path())+".tmp"), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(d.Store().Path()+".tmp", "x"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		d.Again()
		d.Sees("belum seluruhnya terhapus")
		if err := os.RemoveAll(d.Store().Path() + ".tmp"); err != nil {
			t.Fatal(err)
		}
		d.Sees("Penghapusan data pribadi belum tuntas")
		d.Keys("enter", "enter", "h")
		d.Sees("Penghapusan yang terputus ikut dituntaskan")
		d.Keys("hapus", "enter")
		d.Again()
		d.Sees("Sudah dihapus")
		if found := filesWith(d, "81000012340"); len(found) > 0 {
			t.Errorf("still in %v", found)
		}
	})
}

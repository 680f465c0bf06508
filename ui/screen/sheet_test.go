package screen_test

import (
	"testing"
	"time"

	"hadir/model"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

func TestHandwrittenSheet(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("f7")
		d.Sees("Salin lembar tulisan tangan: 0 baris")
		d.Type("Wagiman")
		d.Keys("tab")
		d.Type("Ketua RT 2")
		d.Keys("tab")
		d.Type("Dusun Contoh")
		d.Keys("tab", "l", "tab")
		d.Type("081000012345")
		d.Keys("enter")
		d.Paste("Ngatini\tPKK\tDusun Contoh\tp\nTitik Adi\tKepala Desa\tDesa Contoh Tengah\tP\nSuyatno\t\tDesa Jauh")
		d.Sees("Salin lembar tulisan tangan: 4 baris")
		d.Keys("ctrl+s")
		// Titik Adi is on the list; the Suyatno from elsewhere is another one, which is asked all the same.
		d.Sees("Apakah Titik Adi, Kepala Desa Contoh Tengah orang yang sama?")
		d.Keys("enter")
		d.Sees("Apakah Suyatno, Desa Jauh orang yang", "H. Suyatno, S.H.")
		d.Keys("end", "enter")
		d.Sees("4 orang dicatat hadir.", "hadir 1, diwakili 0, belum 9 | tambahan 3 | datang 4")
		seats := d.Seats(event.ID, model.ID{})
		for _, name := range []string{"Wagiman", "Ngatini", "Titik Adi"} {
			if s := seats[name]; s.State != model.StatePresent || s.Since.Value != string(model.HowPaper) {
				d.Errorf("%s: %+v", name, s)
			}
		}
		h, err := d.Store().Hall(d.Context(), event.ID, model.ID{})
		if err != nil {
			d.Fatal(err)
		}
		g := h.Find("wagiman", 1)[0].Guest
		if g.Sex != "L" || g.Phone != "+6281000012345" || g.Post != "Ketua RT 2" || g.Order != 11 || !g.WalkIn {
			d.Errorf("guest %+v", g)
		}
		d.Keys("ctrl+z")
		d.Sees("Pencatatan 3 peserta tambahan (08.52) diurungkan.", "belum 10 | tambahan 0 | datang 0")
	})
}

func TestSheetThatCannotBeSavedYet(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("f7", "ctrl+s")
		d.Sees("Belum ada baris yang diisi.")
		d.Paste("Wagiman\tKetua RT\n\tKetua RW")
		d.Keys("ctrl+s")
		d.Sees("Baris 2 belum ada namanya. Belum ada yang disimpan.")
		d.Paste("Wagiman\tKetua RT\tDusun\tX\nParijan\tKetua RW")
		d.Keys("ctrl+s")
		d.Sees("Baris 1: L/P hanya boleh L atau P. Belum ada yang disimpan.")
		d.Keys("backspace")
		d.Misses("Baris 1: L/P")
		if _, there := d.Seats(event.ID, model.ID{})["Wagiman"]; there {
			d.Error("a row of a sheet that could not be saved is on the list")
		}
	})
}

func TestSheetIsKeptWhenItIsLeft(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("f7")
		d.Paste("Wagiman\tKetua RT\nParijan\tKetua RW")
		d.Keys("esc")
		d.Sees("2 baris belum disimpan.")
		d.Wait(time.Second)
		d.Restart()
		d.Show(screen.NewDoor(d.Env, event.ID, model.ID{}))
		d.Keys("f7")
		d.Sees("Ada isian yang belum disimpan")
		d.Keys("enter")
		d.Sees("Wagiman", "Parijan")
		d.Keys("ctrl+s")
		d.Sees("2 orang dicatat hadir.", "tambahan 2 | datang 2")
	})
}

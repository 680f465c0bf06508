package screen_test

import (
	"testing"

	"hadir/model"
	"hadir/ui/uitest"
)

func TestNoMatchOffersAWalkIn(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Type("Joko Widyanto")
		d.Sees(`"Joko Widyanto" tidak ditemukan dalam daftar undangan. Enter: catat sebagai peserta tambahan. Esc: cari lagi.`)
		d.Keys("enter")
		d.Sees("Peserta tambahan (cukup namanya)", "Joko Widyanto")
		d.Keys("ctrl+s")
		d.Sees("HADIR 08.52 - Joko Widyanto. Peserta tambahan, nomor 11.", "tambahan 1 | datang 1", "08.52 Joko Widyanto hadir")
		d.Keys("ctrl+z")
		d.Sees("Pencatatan peserta tambahan Joko Widyanto (08.52) diurungkan.", "tambahan 0 | datang 0")
		d.Keys("joko")
		d.Sees(`"joko" tidak ditemukan`)
	})
}

func TestWalkInWhoIsInvitedIsAskedAboutFirst(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("ctrl+t")
		d.Type("Pak Sujatno")
		d.Keys("ctrl+s")
		d.Sees("Mirip dengan yang sudah ada dalam daftar. Apakah Sujatno orang yang sama?", "Soejatno", "Kades Contoh Wetan",
			"Bukan. Catat Sujatno sebagai peserta tambahan.", "Enter pilih")
		d.Keys("down", "enter")
		d.Sees("HADIR 08.52 - Soejatno, Kepala Desa Contoh Wetan.", "tambahan 0 | datang 1")
		d.Keys("ctrl+t")
		d.Type("Sujatno")
		d.Keys("ctrl+s", "esc")
		d.Sees("Peserta tambahan (cukup namanya)", "Sujatno")
		d.Keys("ctrl+s", "end", "enter")
		d.Sees("HADIR 08.52 - Sujatno. Peserta tambahan, nomor 11.", "tambahan 1 | datang 2")
	})
}

func TestCompanion(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("ratna", "enter", "ctrl+d")
		d.Sees("Pendamping Ratna Dewi, Direktur, PT Contoh Wisata (fiktif)", "Pendamping")
		d.Type("Bagus Prakoso")
		d.Keys("ctrl+s")
		d.Sees("HADIR 08.52 - Bagus Prakoso, Pendamping, PT Contoh Wisata (fiktif). Peserta tambahan, nomor 11.", "tambahan 1 | datang 2")
		h, err := d.Store().Hall(d.Context(), event.ID, model.ID{})
		if err != nil {
			d.Fatal(err)
		}
		g := h.Find("bagus", 1)[0].Guest
		if with := h.Guest(g.With); with == nil || with.Name != "Ratna Dewi" || !g.WalkIn {
			d.Errorf("companion %+v of %v", g, with)
		}
	})
}

func TestCorrectAndSex(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("titik", "enter", "f6")
		d.Sees("Titik Adi: L/P dicatat P.")
		d.Keys("f6")
		d.Sees("Tidak ada yang diubah.")
		d.Keys("ctrl+e")
		d.Sees("Perbaiki data: Titik Adi")
		d.Keys("end")
		d.Type("warni, S.Pd.")
		d.Keys("ctrl+s")
		d.Sees("Data Titik Adi sudah diperbaiki.")
		d.Keys("adiwarni")
		d.Sees("Titik Adiwarni", "HADIR 08.52")
		d.Keys("esc", "ctrl+z")
		d.Sees("Perbaikan data Titik Adi (08.52) diurungkan.")
		d.Keys("ctrl+z", "ctrl+z")
		d.Sees("Kehadiran Titik Adi (08.52) diurungkan. Status kembali: belum datang.")
	})
}

func TestWalkInThatCannotBeWritten(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Type("Joko Widyanto")
		d.Keys("enter")
		d.Fail(errFull)
		d.Keys("ctrl+s")
		d.Sees("BELUM TERSIMPAN: ruang penyimpanan penuh.", "Isian masih ada di layar.", "Joko Widyanto")
		d.Mend()
		d.Keys("ctrl+s")
		d.Sees("HADIR 08.52 - Joko Widyanto.", "tambahan 1 | datang 1")
	})
}

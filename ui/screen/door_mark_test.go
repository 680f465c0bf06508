package screen_test

import (
	"errors"
	"fmt"
	"testing"

	"hadir/model"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// HADIR is said when it is on disk, not before; what is pressed meanwhile does nothing twice.
func TestSlowDisk(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Hold()
		d.Keys("suyatno", "enter")
		d.Sees("menyimpan...", "datang 0")
		d.Misses("HADIR")
		d.Keys("enter")
		d.Sees("Kehadiran H. Suyatno, S.H. sedang disimpan.")
		d.Keys("suyatno", "enter")
		d.Sees("Kehadiran H. Suyatno, S.H. sedang disimpan.")
		d.Keys("esc")
		d.Sees("Sedang disimpan. Layar ini ditutup setelah selesai.")
		d.Release()
		d.Sees("LOBI")
		if n := len(d.Seats(event.ID, model.ID{})["Suyatno"].Arrivals); n != 1 {
			d.Errorf("%d arrivals, want 1", n)
		}
	})
}

func TestRepresentedAfterAHastyEnterAndBack(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("hendra", "enter", "ctrl+r")
		d.Sees("Diwakili: Hendra Subagyo, Kepala Desa Contoh Baru")
		d.Until(8, 57)
		d.Type("Sri Lestari")
		d.Keys("tab")
		d.Type("Sekretaris Desa")
		d.Keys("ctrl+s")
		d.Sees("DIWAKILI 08.57 - Hendra Subagyo, Kepala Desa Contoh Baru. Yang datang: Sri Lestari, Sekretaris Desa.",
			"hadir 0, diwakili 1, belum 9", "08.57 Hendra Subagyo diwakili Sri Lestari")
		d.Keys("enter")
		d.Sees("Sudah tercatat diwakili Sri Lestari pukul 08.57 di Meja 1. Tidak ada yang diubah.", "diwakili 1")
		d.Until(9, 20)
		d.Keys("hendra", "enter")
		d.Sees("HADIR 09.20 - Hendra Subagyo, Kepala Desa Contoh Baru. Semula diwakili Sri Lestari.", "hadir 1, diwakili 0")
		d.Keys("ctrl+z")
		d.Sees("Kehadiran Hendra Subagyo (09.20) diurungkan. Status kembali: diwakili.")
		d.Keys("ctrl+z")
		d.Sees("Catatan diwakili untuk Hendra Subagyo (08.57) diurungkan. Status kembali: hadir.", "HADIR 08.52")
		if s := d.Seats(event.ID, model.ID{})["Hendra Subagyo"]; s.State != model.StatePresent {
			d.Errorf("state %s, want present", s.State)
		}
	})
}

func TestStates(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, _ model.Event) {
		d.Keys("titik", "ctrl+g")
		d.Sees("Titik Adi, Kepala Desa Contoh Tengah: sekarang belum datang. Ubah menjadi:", "izin", "tanpa keterangan")
		d.Keys("enter")
		d.Sees("Titik Adi, Kepala Desa Contoh Tengah: dicatat izin.", "belum 9", "diwakili 0, izin 1")
		d.Keys("enter")
		d.Sees("Sudah tercatat izin. Tidak ada yang diubah.")
		d.Keys("ctrl+g", "down", "enter")
		d.Sees("dicatat tanpa keterangan.", "Und. 10: hadir 0, wakil 0, TK 1, belum 9 | tambahan 0 | datang 0")
		d.Keys("titik", "enter")
		d.Sees("HADIR 08.52 - Titik Adi", "hadir 1, diwakili 0, belum 9")
		d.Keys("ctrl+z", "ctrl+z", "ctrl+z")
		d.Sees("Perubahan status Titik Adi (08.52) diurungkan. Status kembali: belum datang.", "belum 10")
	})
}

func TestUndoInTheOrderOfTheKeys(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, _ model.Event) {
		// The undo is pressed before the check-in is on disk, and still means that one.
		d.Hurry("nurhidayah", "enter", "titik", "enter", "ctrl+z")
		d.Sees("Kehadiran Titik Adi (08.52) diurungkan. Status kembali: belum datang.", "datang 1")
		d.Keys("ctrl+z")
		d.Sees("Kehadiran Nurhidayah (08.52) diurungkan. Status kembali: belum datang.", "datang 0")
		d.Keys("ctrl+z")
		d.Sees("Tidak ada lagi tindakan di meja ini yang dapat diurungkan.")
	})
}

func TestUndoAfterARestart(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("suyatno", "enter", "titik", "enter")
		d.Restart()
		d.Show(screen.NewDoor(d.Env, event.ID, model.ID{}))
		d.Sees("datang 2")
		d.Keys("ctrl+z")
		d.Sees("Kehadiran Titik Adi (08.52) diurungkan.", "datang 1")
		d.Keys("ctrl+z")
		d.Sees("Kehadiran Suyatno (08.52) diurungkan. Status kembali: belum datang.", "datang 0")
	})
}

func TestTwoDesks(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		other := d.Beside("Meja 2")
		other.Show(screen.NewDoor(other.Env, event.ID, model.ID{}))
		other.Keys("suyatno")
		d.Keys("suyatno", "enter")
		other.Sees("> suyatno", "HADIR 08.52", "datang 1")
		d.Until(8, 55)
		other.Keys("enter")
		other.Sees("Sudah tercatat hadir pukul 08.52 di Meja 1. Tidak ada yang diubah.")
		// Both at once: neither desk knows of the other's key yet.
		other.Hurry("titik", "enter")
		d.Hurry("titik", "enter")
		if n := len(d.Seats(event.ID, model.ID{})["Titik Adi"].Arrivals); n != 1 {
			d.Errorf("%d arrivals, want 1", n)
		}
		other.Keys("ctrl+z")
		other.Sees("Kehadiran Titik Adi (08.55) diurungkan.")
		d.Sees("datang 1")
	})
}

func TestSessions(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		event := d.Event(uitest.Guests()...)
		d.Show(screen.NewDoor(d.Env, event.ID, model.ID{}))
		d.Keys("f4")
		d.Sees("Kegiatan ini hanya satu bagian.")
		second := d.Session(event.ID, "Hari kedua", "2023-11-22", 2)
		d.Sees("Bagian 1 (21 Nov)")
		d.Keys("titik", "enter", "f4")
		d.Sees("Kehadiran bagian yang mana?", "Hari kedua (22 Nov)")
		d.Keys("enter")
		d.Sees("Hari kedua (22 Nov)", "Sekarang mencatat: Hari kedua (22 Nov).", "belum 10")
		d.Keys("nurhidayah", "enter")
		d.Sees("HADIR 08.41 - Hj. Nurhidayah", "datang 1")
		if s := d.Seats(event.ID, second); s["Nurhidayah"].State != model.StatePresent || s["Titik Adi"].Came() {
			d.Errorf("second session: %v", s)
		}
		d.Keys("f4", "enter", "nurhidayah")
		d.Sees("belum datang", "datang 1")
	})
}

// errFull is what a store says whose disk is full.
var errFull = fmt.Errorf("apply: %w", model.ErrNoSpace)

func TestWriteThatFails(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Fail(errFull)
		d.Keys("suyatno", "enter")
		d.Sees("BELUM TERSIMPAN: ruang penyimpanan penuh. Kehadiran Suyatno belum tercatat. "+
			"Catat dahulu di kertas, kosongkan ruang, lalu tekan Enter untuk mencoba lagi.", "datang 0", "BELUM TERSIMPAN")
		d.Misses("HADIR 08")
		d.Keys("enter")
		d.Sees("BELUM TERSIMPAN: ruang penyimpanan penuh.")
		d.Keys("titik", "enter")
		d.Sees("Kehadiran Suyatno; Titik Adi belum tercatat.")
		d.Mend()
		d.Keys("enter")
		d.Sees("datang 2")
		d.Misses("BELUM TERSIMPAN")
	})
}

func TestFailureWhileTheNextNameIsTyped(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Fail(errors.New("unplugged"))
		d.Hurry("suyatno", "enter", "tit")
		d.Sees("BELUM TERSIMPAN: unplugged. Kehadiran Suyatno belum tercatat. Catat dahulu di kertas. "+
			"Untuk mencoba lagi: Esc, lalu Enter.", "> tit")
		d.Mend()
		d.Keys("enter")
		d.Sees("HADIR 08.52 - Titik Adi", "datang 1")
		d.Keys("enter")
		d.Sees("HADIR 08.52 - H. Suyatno, S.H.", "datang 2")
	})
}

func TestEscWaitsForTheDisk(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("suyatno", "esc")
		d.Sees("PINTU", "Ketik nama")
		d.Hurry("suyatno", "enter", "esc")
		d.Sees("LOBI")
		if s := d.Seats(event.ID, model.ID{})["Suyatno"]; s.State != model.StatePresent {
			d.Errorf("state %s, want present", s.State)
		}
	})
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Fail(errFull)
		d.Hurry("suyatno", "enter", "esc")
		d.Sees("PINTU", "BELUM TERSIMPAN")
	})
}

func TestEscWaitsForAnUndoThatFails(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("suyatno", "enter")
		d.Fail(errFull)
		d.Hurry("ctrl+z", "esc")
		d.Sees("PINTU", "BELUM TERSIMPAN: ruang penyimpanan penuh.", "Tidak ada yang diurungkan.", "datang 1")
		d.Mend()
		d.Hurry("ctrl+z", "esc")
		d.Sees("LOBI")
		if s := d.Seats(event.ID, model.ID{})["Suyatno"]; s.State != model.StateExpected {
			d.Errorf("state %s, want expected", s.State)
		}
	})
}

// What somebody does at the event elsewhere, a form about the event for one, is undone by name too.
func TestUndoOfWhatWasDoneElsewhere(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		r, err := d.Store().Record(d.Context(), model.EventKey(event.ID))
		if err != nil {
			d.Fatal(err)
		}
		act := d.Env.Act(model.VerbEdit)
		d.Apply(act.Change(model.EventKey(event.ID), r.Edit(map[string]string{model.EventTheme: "Tema lain"})...))
		d.Sees("PINTU Tema lain")
		d.Keys("ctrl+z")
		d.Sees("PINTU Pencegahan CPMI Nonprosedural", "perubahan kegiatan")
	})
}

// Words that only say post or place fit many: nobody is marked for being the first of them, however often Enter is pressed.
func TestPlaceOfManyAndEnter(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("desa", "enter")
		d.Sees(`peserta cocok dengan "desa". Ketik namanya, atau pilih dengan tombol panah, lalu Enter.`, "datang 0")
		d.Keys("enter")
		d.Sees(`peserta cocok dengan "desa".`, "datang 0")
		d.Keys("down", "enter")
		d.Sees("HADIR 08.52", "datang 1")
		// The first of them is chosen by an arrow too, though there is nowhere to go.
		d.Keys("desa", "up", "enter")
		d.Sees("datang 2")
		// One place of one guest is enough, and so is any letter of the name.
		d.Keys("contoh baru", "enter")
		d.Sees("HADIR 08.52 - Hendra Subagyo", "datang 3")
		d.Keys("desa ti", "enter")
		d.Sees("HADIR 08.52 - Titik Adi", "datang 4")
	})
}

// A post is no name: whoever comes as the head of a village has a seat whose name is to follow.
func TestWalkInByPost(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Type("Kades Pulo")
		d.Keys("enter", "ctrl+s")
		d.Sees("HADIR 08.52 - (nama belum diisi), Kepala Desa Pulo. Yang diketik jabatannya; isi nama dengan Ctrl+E.", "tambahan 1")
		// Somebody of that post is on the list: it is asked whether he is meant.
		d.Keys("ctrl+t")
		d.Type("Bapak Kepala Desa Contoh Baru")
		d.Keys("ctrl+s")
		d.Sees("Hendra Subagyo")
		d.Keys("enter")
		d.Sees("HADIR 08.52 - Hendra Subagyo", "tambahan 1")
	})
}

package screen_test

import (
	"strings"
	"testing"

	"hadir/model"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// atPeople gives a journey the directory of two events. One village head moved in between, one woman writes her name in two
// words since.
func atPeople(t *testing.T, journey func(d *uitest.Desk)) {
	t.Helper()
	for _, newsFirst := range []bool{false, true} {
		uitest.Run(t, func(d *uitest.Desk) {
			d.NewsFirst = newsFirst
			first := d.Event(uitest.Guests()...)
			mark(d, first, "Suyatno", model.VerbPresent, model.Add(model.SeatArrivals, "search"))
			d.Event(
				model.Guest{Name: "Suyatno", Before: "H.", After: "S.H.", Post: "Kepala Desa", Institution: "Desa Contoh Lor"},
				model.Guest{Name: "Suyatno", Post: "Camat", Institution: "Kecamatan Contoh Baru"},
				model.Guest{Name: "Nur Hidayah", Post: "Kepala Desa", Institution: "Desa Contoh Sari"},
			)
			d.Show(screen.NewPeople(d.Env))
			journey(d)
		})
	}
}

func TestPeopleAreOneDirectoryAcrossEvents(t *testing.T) {
	atPeople(t, func(d *uitest.Desk) {
		// The same name from the same village is one entry, on two lists.
		d.Sees("ORANG 12 orang dari semua kegiatan")
		d.Keys("f", "suyatno lor")
		if line := d.Line("H. Suyatno, S.H."); !strings.Contains(line, "2") {
			t.Errorf("the one of two events: %q", line)
		}
		d.Keys("enter")
		d.Sees("ORANG H. Suyatno, S.H.", "Diundang ke 2 kegiatan, datang ke 1", "21 Nov 2023", "hadir 08.41")
		d.Keys("end", "enter")
		d.Sees("PESERTA H. Suyatno, S.H.", "RIWAYAT")
		d.Keys("o")
		d.Sees("Diundang ke 2 kegiatan")
	})
}

func TestPeopleAreJoinedAndParted(t *testing.T) {
	atPeople(t, func(d *uitest.Desk) {
		d.Keys("f", "suyatno lor", "enter", "g")
		// Of the same name elsewhere: the likeliest, and nobody else.
		d.Sees("GABUNG H. Suyatno, S.H.", "Kecamatan Contoh Baru", "nama sama")
		d.Keys("enter")
		d.Sees("Apakah H. Suyatno, S.H., Desa Contoh Lor dan Suyatno, Kecamatan Contoh Baru orang yang sama?", "instansi berbeda")
		// The safe answer comes first, and changes nothing.
		d.Keys("enter")
		d.Sees("GABUNG")
		d.Keys("enter", "right", "enter")
		d.Sees("sekarang satu orang. Ctrl+Z: urungkan.", "gabungan 2 catatan", "[gabungan] Suyatno")
		d.Keys("esc", "esc")
		d.Sees("ORANG 11 orang")

		d.Keys("f", "suyatno lor", "enter", "p")
		d.Sees("Ini catatan utama.")
		selectVisit(d, "[gabungan]")
		d.Sees("[gabungan] Suyatno, Camat Contoh Baru")
		d.Keys("p")
		d.Sees("Pisahkan Suyatno, Camat Contoh Baru (1 kegiatan) dari orang ini?")
		d.Keys("right", "enter")
		d.Sees("sudah dipisahkan. Tidak ada data yang dihapus.")
		d.Misses("[gabungan]")
		d.Keys("p")
		d.Sees("Catatan ini tidak digabung dengan catatan lain.")

		// Either can be taken back, the latest first, and it works after a restart, too.
		d.Keys("ctrl+z")
		d.Sees("Pemisahan pukul 08.41 diurungkan.", "gabungan 2 catatan")
		d.Restart()
		d.Show(screen.NewPeople(d.Env))
		d.Keys("f", "suyatno lor", "enter", "ctrl+z")
		d.Sees("Penggabungan pukul 08.41 diurungkan.")
		d.Misses("gabungan 2 catatan")
		d.Keys("ctrl+z")
		d.Sees("Tidak ada penggabungan atau pemisahan di meja ini yang dapat diurungkan.")
	})
}

// selectVisit moves the cursor to the row with these words.
func selectVisit(d *uitest.Desk, words string) {
	d.Helper()
	for range 5 {
		if strings.HasPrefix(d.Line(words), ">") {
			return
		}
		d.Keys("down")
	}
	d.Fatalf("the cursor does not come to %q\n%s", words, d.Screen())
}

func TestJoiningSearchesTheWholeDirectory(t *testing.T) {
	atPeople(t, func(d *uitest.Desk) {
		d.Keys("f", "ratna", "enter", "g")
		d.Sees("Tidak ada catatan yang mirip.")
		d.Keys("hendra")
		d.Sees("Hendra Subagyo", "nama berbeda")
		d.Keys("esc")
		d.Sees("Tidak ada catatan yang mirip.")
		d.Keys("esc")
		d.Sees("ORANG Ratna Dewi")
	})
}

func TestJoiningOffersOtherSpellings(t *testing.T) {
	atPeople(t, func(d *uitest.Desk) {
		d.Keys("f", "nurhidayah", "enter", "g")
		d.Sees("Nur Hidayah")
	})
}

func TestJoiningThatCannotBeSaved(t *testing.T) {
	atPeople(t, func(d *uitest.Desk) {
		d.Keys("f", "suyatno lor", "enter", "g")
		d.Fail(model.ErrNoSpace)
		d.Keys("enter", "right", "enter")
		d.Sees("BELUM TERSIMPAN: ruang penyimpanan penuh.", "GABUNG")
		d.Mend()
		d.Keys("enter", "right", "enter")
		d.Sees("sekarang satu orang.")
	})
}

func TestTwoDesksJoinTheSamePeople(t *testing.T) {
	atPeople(t, func(d *uitest.Desk) {
		other := d.Beside("Meja 2")
		other.Show(screen.NewPeople(other.Env))
		// Each from its own side: the second must not make a ring of the two.
		d.Keys("f", "suyatno lor", "enter", "g", "enter")
		other.Keys("f", "suyatno kecamatan", "enter", "g", "enter", "right", "enter")
		other.Sees("sekarang satu orang.")
		d.Keys("right", "enter")
		d.Sees("Kedua catatan itu sudah digabung. Tidak ada yang diubah.", "gabungan 2 catatan")
	})
}

func TestPeopleScreensFitEveryWindow(t *testing.T) {
	atPeople(t, func(d *uitest.Desk) {
		d.Sweep()
		d.Keys("f", "suyatno lor")
		d.Sweep()
		d.Keys("enter")
		d.Sweep()
		d.Keys("g")
		d.Sweep()
		d.Keys("enter")
		d.Sweep()
	})
}

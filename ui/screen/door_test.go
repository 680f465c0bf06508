package screen_test

import (
	"fmt"
	"strings"
	"testing"

	"hadir/model"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// atDoor gives a journey the door of an event with the guests of a village meeting. It is told twice: what was written
// reaches the screen before the writer's own news of it, and after.
func atDoor(t *testing.T, journey func(d *uitest.Desk, event model.Event)) {
	t.Helper()
	for _, newsFirst := range []bool{false, true} {
		uitest.Run(t, func(d *uitest.Desk) {
			d.NewsFirst = newsFirst
			event := d.Event(uitest.Guests()...)
			d.Show(screen.NewDoor(d.Env, event.ID, model.ID{}))
			d.Until(8, 52)
			journey(d, event)
		})
	}
}

func TestTwoLettersAndEnter(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Sees("PINTU Pencegahan CPMI Nonprosedural", "Undangan 10: hadir 0, diwakili 0, belum 10 | tambahan 0 | datang 0")
		d.Keys("su")
		d.Sees("> su")
		d.Keys("y", "enter")
		d.Sees("HADIR 08.52 - H. Suyatno, S.H., Kepala Desa Contoh Lor. Tanda tangan: lembar 1 nomor 1.",
			"hadir 1, diwakili 0, belum 9", "08.52 H. Suyatno, S.H. hadir", "Ketik nama, desa, atau nomor urut")
		d.Until(8, 58)
		d.Keys("enter")
		d.Sees("Sudah tercatat hadir pukul 08.52 di Meja 1. Tidak ada yang diubah.")
		d.Keys("suyatno", "enter")
		d.Sees("Sudah tercatat hadir pukul 08.52 di Meja 1. Tidak ada yang diubah.", "datang 1")
		if s := d.Seats(event.ID, model.ID{})["Suyatno"]; len(s.Arrivals) != 1 {
			d.Errorf("%d arrivals, want 1", len(s.Arrivals))
		}
	})
}

// A hurried officer types the whole name and Enter, twice, before the disk has answered or anything was drawn.
func TestNameAndEnterWithinOneFrame(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Hurry("nurhidayah", "enter", "enter", "titik", "enter")
		d.Sees("datang 2", "HADIR 08.52 - Titik Adi, Kepala Desa Contoh Tengah.")
		seats := d.Seats(event.ID, model.ID{})
		for _, name := range []string{"Nurhidayah", "Titik Adi"} {
			if n := len(seats[name].Arrivals); n != 1 {
				d.Errorf("%s: %d arrivals, want 1", name, n)
			}
		}
	})
}

// A village hall fills: everybody on the list comes, one after the other.
func TestWholeQueue(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		guests := crowd(62)
		event := d.Event(guests...)
		d.Show(screen.NewDoor(d.Env, event.ID, model.ID{}))
		for i, g := range guests {
			d.Until(8+(50+i/4)/60, (50+i/4)%60)
			d.Type(g.Name + " " + strings.TrimPrefix(g.Institution, "Desa "))
			d.Keys("enter")
			d.Sees("HADIR", g.Name, fmt.Sprintf("hadir %d, diwakili 0, belum %d", i+1, 61-i), fmt.Sprintf("Tanda tangan: nomor %d.", i+1))
		}
		for name, s := range d.Seats(event.ID, model.ID{}) {
			if len(s.Arrivals) != 1 {
				d.Errorf("%s: %d arrivals", name, len(s.Arrivals))
			}
		}
	})
}

func TestEnterWithoutAnybodyMeantDoesNothing(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, _ model.Event) {
		d.Keys("enter")
		d.Sees("Ketik nama dahulu, atau pilih peserta dengan tombol panah.", "datang 0")
		d.Keys("down", "enter")
		// One of two namesakes, but chosen by hand.
		d.Sees("HADIR 08.52 - Sutrisno, Kepala Desa Contoh Kidul.", "datang 1")
	})
}

func TestNearMissesAreFound(t *testing.T) {
	tests := []struct{ typed, found string }{
		{"soedjarwo", "Drs. Soedjarwo"},
		{"sujarwo", "Drs. Soedjarwo"},
		{"soejatno", "Soejatno"},
		{"moh ma'ruf", "K.H. Moh. Ma'ruf"},
		{"moch maruf", "K.H. Moh. Ma'ruf"},
		{"muhammad ma’ruf", "K.H. Moh. Ma'ruf"},
		{"m. maruf", "K.H. Moh. Ma'ruf"},
		{"nur hidayah", "Hj. Nurhidayah"},
		{"nurhidayah", "Hj. Nurhidayah"},
		{"dewi ratna", "Ratna Dewi"},
		{"adi titik", "Titik Adi"},
		{"hendar", "Hendra Subagyo"},
		{"drs. soedjarwo", "Drs. Soedjarwo"},
		{"contoh sari", "Hj. Nurhidayah"},
		{"2340", "Ratna Dewi"},
		{"7", "Drs. Soedjarwo"},
	}
	uitest.Run(t, func(d *uitest.Desk) {
		event := d.Event(uitest.Guests()...)
		d.Show(screen.NewDoor(d.Env, event.ID, model.ID{}))
		for _, tt := range tests {
			d.Type(tt.typed)
			if first := strings.Split(d.Screen(), "\n")[3]; !strings.HasPrefix(first, "> "+tt.found) {
				d.Errorf("%q: first is %q, want %s\n%s", tt.typed, first, tt.found, d.Screen())
			}
			d.Keys("esc")
		}
	})
}

func TestNearMissIsAskedOnce(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("hendar", "enter")
		d.Sees(`"hendar" tidak ditemukan persis. Enter: catat hadir Hendra Subagyo, Kepala Desa Contoh Baru.`, "datang 0")
		d.Keys("enter")
		d.Sees("HADIR 08.52 - Hendra Subagyo", "datang 1")
	})
}

// Typed as neither of them is written, two names that sound alike are two people.
func TestNamesThatSoundAlikeAreNotGuessed(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("sujatno", "enter")
		d.Sees(`Ada 2 orang yang namanya berbunyi seperti "sujatno". Pilih sesuai desa atau instansinya.`, "datang 0")
		d.Keys("down", "enter")
		d.Sees("HADIR 08.52 - Soejatno, Kepala Desa Contoh Wetan.")
	})
}

func TestNamesakesAreNotGuessed(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("sutrisno", "enter")
		d.Sees("Ada 2 orang bernama Sutrisno. Pilih sesuai desa atau instansinya.", "datang 0")
		d.Keys("down", "enter")
		d.Sees("HADIR 08.52 - Sutrisno, Kepala Desa Contoh Kulon.", "datang 1")
		// The other one comes: he must not be told that he is there already.
		d.Keys("sutrisno", "enter")
		d.Sees("Ada 2 orang bernama Sutrisno.")
		d.Keys("enter")
		d.Sees("HADIR 08.52 - Sutrisno, Kepala Desa Contoh Kidul.", "datang 2")
		d.Keys("sutrisno kulon", "enter")
		d.Sees("Sudah tercatat hadir pukul 08.52")
	})
}

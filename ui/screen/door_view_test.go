package screen_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"hadir/model"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

func TestFiguresByCategoryAndSex(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, _ model.Event) {
		d.Keys("ratna", "enter", "titik", "enter", "f3")
		d.Sees("Jumlah menurut L/P dan unsur", "Semua 2 8 10", "P 1 0 1", "L/P belum diisi 1 8 9", "Kepala desa 1 8 9",
			"Biro umrah 1 0 1")
		d.Keys("esc")
		d.Sees("Ketik nama, desa, atau nomor urut")
	})
}

func TestTypingSurvivesLanguageAndSize(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("sutr")
		d.Keys("f2")
		d.Sees("> sutr", "DOOR", "Invited 10: present 0, represented 0, not yet 10", "not yet here")
		d.Keys("i")
		d.Resize(40, 10)
		d.Sees("> sutri", "Sutrisno")
		d.Resize(0, 0)
		d.Resize(120, 40)
		d.Keys("sno kulon", "enter")
		d.Sees("PRESENT 08.52 - Sutrisno, Kepala Desa Contoh Kulon. Signature: sheet 1 number 4.")
	})
}

func TestNarrowWindowStillTellsNamesakesApart(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Resize(40, 10)
		d.Keys("sutrisno", "enter", "down")
		d.Sees("Kepala Desa Contoh Kulon", "Belum 10 dari 10 | datang 0")
	})
}

func TestClickSelectsAndNeverMarks(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		row := 0
		for i, line := range strings.Split(d.Screen(), "\n") {
			if strings.Contains(line, "Titik Adi") {
				row = i
			}
		}
		d.Click(4, row)
		d.Sees("> Titik Adi", "datang 0")
		d.Keys("enter")
		d.Sees("HADIR 08.52 - Titik Adi", "datang 1")
	})
}

func TestHostileNamesAreHarmless(t *testing.T) {
	guests := []model.Guest{
		{Name: "Evil\x1b[31m\x1b]0;owned\x07Red", Post: "a\r\nb\x9b2J", Institution: "\u202egnissap\u202c"},
		{Name: strings.Repeat("W", 5000), Institution: strings.Repeat("\u0301", 40)},
		{Name: "日本語の名前がとても長い人", Institution: "👨‍👩‍👧‍👦 keluarga"},
		{Post: "Kepala Desa", Institution: "Desa Contoh Sepi"},
	}
	uitest.Run(t, func(d *uitest.Desk) {
		event := d.Event(guests...)
		d.Show(screen.NewDoor(d.Env, event.ID, model.ID{}))
		d.Sweep()
		for range guests {
			d.Keys("down", "enter")
			if s := d.Screen(); strings.ContainsAny(s, "\x1b\x07\u009b\u202e\r") || !utf8.ValidString(s) {
				d.Fatalf("escape codes on the screen: %q", s)
			}
		}
		d.Sees("(nama belum diisi)")
		d.Sweep()
	})
}

func TestDoorFitsEveryWindow(t *testing.T) {
	for _, keys := range [][]string{
		{},
		{"sut"},
		{"xyz"},
		{"ctrl+t"},
		{"titik", "ctrl+r"},
		{"titik", "ctrl+g"},
		{"titik", "ctrl+e"},
		{"f3"},
		{"f7"},
		{"ctrl+t", "sujatno", "ctrl+s"},
		{"suy", "enter"},
		{"f1"},
		{"titik", "ctrl+d"},
	} {
		t.Run(strings.Join(keys, " "), func(t *testing.T) {
			uitest.Run(t, func(d *uitest.Desk) {
				d.Show(screen.NewDoor(d.Env, d.Event(uitest.Guests()...).ID, model.ID{}))
				d.Keys(keys...)
				d.Sweep()
			})
		})
	}
}

// What is said about the names in front would be wrong about others.
func TestHintGoesWhenSomethingElseIsTyped(t *testing.T) {
	const hint, done = "Ada 2 orang bernama Sutrisno.", "HADIR 08.52 - Titik Adi"
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("sutrisno", "enter")
		d.Sees(hint)
		d.Keys(" ku")
		d.Misses(hint)
		d.Keys("esc", "sutrisno", "enter", "down")
		d.Misses(hint)
		d.Keys("esc", "titik", "enter", "titik", "enter")
		d.Sees("Sudah tercatat hadir pukul 08.52")
		d.Keys("su")
		d.Misses("Sudah tercatat")
		d.Keys("esc", "down", "ctrl+z", "titik", "enter", "su")
		// That somebody was marked stays true.
		d.Sees(done)
	})
}

// A code that is read while a form is open tells what it did there.
func TestHintOfAScanIsSeenAboveAForm(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("titik", "enter", "ctrl+t")
		d.Type("~" + code(d, event, "Titik Adi"))
		d.Keys("enter")
		d.Sees("Sudah tercatat hadir pukul 08.52", "Peserta tambahan")
	})
}

func TestNamesHaveTheRoomThatNumbersDoNotNeed(t *testing.T) {
	guests := []model.Guest{
		{Name: "Siti Nur Wahyuningsih", Post: "Kepala Desa", Institution: "Desa Contoh Kidul"},
		{Name: "Bambang Sulistyo Adi", Post: "Kepala Desa", Institution: "Desa Contoh Lor", District: "Contoh"},
	}
	uitest.Run(t, func(d *uitest.Desk) {
		event := d.Event(guests[:1]...)
		d.Show(screen.NewDoor(d.Env, event.ID, model.ID{}))
		d.Sees("> Siti Nur Wahyuningsih", "no.1 belum datang")
	})
	uitest.Run(t, func(d *uitest.Desk) {
		event := d.Event(guests...)
		d.Show(screen.NewDoor(d.Env, event.ID, model.ID{}))
		d.Sees("Bambang Sulistyo Adi", "Kades Contoh Lor", "Contoh no.2 belum datang")
		d.Keys("ctrl+t", "Pak Budi", "ctrl+s")
		// Now a row says more than a number; the state is never what gives way.
		d.Sees("Bambang Sulistyo Adi", "tambahan HADIR 08.41")
	})
}

func TestFailureIsToldAsAWhole(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 12}} {
		atDoor(t, func(d *uitest.Desk, event model.Event) {
			d.Resize(size[0], size[1])
			d.Fail(model.ErrNoSpace)
			d.Keys("ratna", "enter", "titik", "enter")
			d.Sees("BELUM TERSIMPAN: ruang penyimpanan penuh.", "lalu tekan Enter untuk mencoba lagi.")
		})
	}
}

func TestSampleIsStampedOnEveryScreen(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Misses("DATA CONTOH")
		d.Apply(d.Env.Act(model.VerbEdit).Change(model.EventKey(event.ID), model.Write(model.EventSample, "1")))
		for _, size := range [][2]int{{80, 24}, {40, 10}, {20, 6}} {
			d.Resize(size[0], size[1])
			d.Sees("DATA CONTOH")
		}
		d.Resize(40, 10)
		// A form does not know, and is about the same event.
		guest := guest(d, event, "Titik Adi")
		d.Send(screen.Open{Screen: screen.NewGuestForm(d.Env, event.ID, guest.ID)})
		d.Sees("DATA CONTOH")
	})
}

func TestHelpCoversTheLastSentence(t *testing.T) {
	const said = "HADIR 08.52 - Titik Adi"
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("titik", "enter", "f1")
		d.Misses(said)
		d.Keys("esc")
		d.Sees(said)
	})
}

// A desk that nobody has named is the same desk in either language.
func TestUnnamedDeskIsTheSameInBothLanguages(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("titik", "enter", "f2", "enter")
		d.Sees("at Desk 1")
		d.Keys("ctrl+z")
		d.Sees("came 0")
		if s := d.Seats(event.ID, model.ID{})["Titik Adi"]; s.Came() {
			d.Errorf("still %s", s.State)
		}
	})
}

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
		{}, {"sut"}, {"xyz"}, {"ctrl+t"}, {"titik", "ctrl+r"}, {"titik", "ctrl+g"}, {"titik", "ctrl+e"}, {"f3"}, {"f7"},
		{"ctrl+t", "sujatno", "ctrl+s"}, {"suy", "enter"}, {"f1"}, {"titik", "ctrl+d"},
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

package screen_test

import (
	"testing"

	"hadir/model"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// Every screen, and each of its ways of asking, holds at every size of window.
func TestScreensHoldAtEverySize(t *testing.T) {
	hostile := model.Guest{ID: model.ID{3}, Name: "Tamu \u202eContoh 日本", Post: "Kepala\x1b[31m Desa", Institution: "Desa Contoh"}
	for name, walk := range map[string]func(d *uitest.Desk, e model.Event){
		"home":          func(d *uitest.Desk, e model.Event) {},
		"home filter":   func(d *uitest.Desk, e model.Event) { d.Keys("/", "zz") },
		"welcome":       func(d *uitest.Desk, e model.Event) { d.Show(screen.NewWelcome(d.Env)) },
		"offers":        func(d *uitest.Desk, e model.Event) { d.Show(screen.NewWelcome(d.Env)); d.Keys("esc") },
		"settings":      func(d *uitest.Desk, e model.Event) { d.Keys("p") },
		"villages":      func(d *uitest.Desk, e model.Event) { d.Keys("v") },
		"villages file": func(d *uitest.Desk, e model.Event) { d.Keys("v", "i") },
		"new event":     func(d *uitest.Desk, e model.Event) { d.Keys("n", "x", "tab", "down", "ctrl+s") },
		"leaving":       func(d *uitest.Desk, e model.Event) { d.Keys("n", "x", "esc") },
		"event":         func(d *uitest.Desk, e model.Event) { d.Keys("enter") },
		"status":        func(d *uitest.Desk, e model.Event) { d.Keys("enter", "t") },
		"sessions":      func(d *uitest.Desk, e model.Event) { d.Keys("enter", "s", "end", "x") },
		"session":       func(d *uitest.Desk, e model.Event) { d.Keys("enter", "s", "n") },
		"group":         func(d *uitest.Desk, e model.Event) { d.Keys("enter", "g") },
		"coverage":      func(d *uitest.Desk, e model.Event) { d.Keys("enter", "w", "a") },
		"copy":          func(d *uitest.Desk, e model.Event) { d.Keys("enter", "c", "x", "tab") },
		"copy correct":  func(d *uitest.Desk, e model.Event) { d.Keys("enter", "c", "tab", "enter") },
		"copy leaving":  func(d *uitest.Desk, e model.Event) { d.Keys("enter", "c", "x", "esc") },
	} {
		t.Run(name, func(t *testing.T) {
			atHome(t, func(d *uitest.Desk) {
				e := d.Event(append(uitest.Guests(), hostile)...)
				d.Session(e.ID, "Hari 2", "2023-11-22", 2)
				d.Apply(d.Env.Act(model.VerbImport).Change(model.VillageKey("99.17.01.2001"),
					model.Write(model.VillageCode, "99.17.01.2001"), model.Write(model.VillageName, "Contoh"),
					model.Write(model.VillageKind, "desa"), model.Write(model.VillageDistrict, "Contoh")))
				walk(d, e)
				d.Sweep()
			})
		})
	}
}

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
		"home":           func(d *uitest.Desk, e model.Event) {},
		"archive":        func(d *uitest.Desk, e model.Event) { d.Keys("/", "pencegahan") },
		"archive empty":  func(d *uitest.Desk, e model.Event) { d.Keys("/") },
		"archive facets": func(d *uitest.Desk, e model.Event) { d.Keys("/", "pencegahan", "tab") },
		"archive whole":  func(d *uitest.Desk, e model.Event) { d.Keys("/", "pencegahan", "tab", "tab") },
		"archive name":   func(d *uitest.Desk, e model.Event) { d.Keys("/", "pencegahan", "ctrl+s", "x") },
		"archive export": func(d *uitest.Desk, e model.Event) { d.Keys("/", "pencegahan", "ctrl+x") },
		"kept searches":  func(d *uitest.Desk, e model.Event) { d.Keys("/", "pencegahan", "ctrl+s", "enter", "f3", "e") },
		"numbers":        func(d *uitest.Desk, e model.Event) { d.Keys("a", "right", "s") },
		"discussion":     func(d *uitest.Desk, e model.Event) { d.Keys("enter", "b", "f", "x") },
		"home filter":    func(d *uitest.Desk, e model.Event) { d.Keys("f", "zz") },
		"welcome":        func(d *uitest.Desk, e model.Event) { d.Show(screen.NewWelcome(d.Env)) },
		"offers":         func(d *uitest.Desk, e model.Event) { d.Show(screen.NewWelcome(d.Env)); d.Keys("esc") },
		"settings":       func(d *uitest.Desk, e model.Event) { d.Keys("p") },
		"villages":       func(d *uitest.Desk, e model.Event) { d.Keys("v") },
		"villages file":  func(d *uitest.Desk, e model.Event) { d.Keys("v", "i") },
		"new event":      func(d *uitest.Desk, e model.Event) { d.Keys("n", "x", "tab", "down", "ctrl+s") },
		"leaving":        func(d *uitest.Desk, e model.Event) { d.Keys("n", "x", "esc") },
		"event":          func(d *uitest.Desk, e model.Event) { d.Keys("enter") },
		"status":         func(d *uitest.Desk, e model.Event) { d.Keys("enter", "t") },
		"purge":          func(d *uitest.Desk, e model.Event) { d.Keys("enter", "h", "hap") },
		"sessions":       func(d *uitest.Desk, e model.Event) { d.Keys("enter", "s", "end", "x") },
		"session":        func(d *uitest.Desk, e model.Event) { d.Keys("enter", "s", "n") },
		"group":          func(d *uitest.Desk, e model.Event) { d.Keys("enter", "g") },
		"coverage":       func(d *uitest.Desk, e model.Event) { d.Keys("enter", "w", "a") },
		"copy":           func(d *uitest.Desk, e model.Event) { d.Keys("enter", "c", "x", "tab") },
		"copy correct":   func(d *uitest.Desk, e model.Event) { d.Keys("enter", "c", "tab", "enter") },
		"agenda":         func(d *uitest.Desk, e model.Event) { d.Keys("enter", "3", "m") },
		"agenda remove":  func(d *uitest.Desk, e model.Event) { d.Keys("enter", "3", "x") },
		"agenda item":    func(d *uitest.Desk, e model.Event) { d.Keys("enter", "3", "e", "end", "tab", "tab", "tab", "tab", "s") },
		"key points":     func(d *uitest.Desk, e model.Event) { d.Keys("enter", "3", "enter", "x", "esc") },
		"roles":          func(d *uitest.Desk, e model.Event) { d.Keys("enter", "3", "r") },
		"role remove":    func(d *uitest.Desk, e model.Event) { d.Keys("enter", "3", "r", "x") },
		"role":           func(d *uitest.Desk, e model.Event) { d.Keys("enter", "p", "n", "tab", "tamu") },
		"role renamed":   func(d *uitest.Desk, e model.Event) { d.Keys("enter", "p", "enter", "tab", "x", "ctrl+s") },
		"files":          func(d *uitest.Desk, e model.Event) { d.Keys("enter", "6") },
		"papers":         func(d *uitest.Desk, e model.Event) { d.Keys("enter", "6", "p") },
		"paper":          func(d *uitest.Desk, e model.Event) { d.Keys("enter", "6", "p", "end", "up", "up", "v") },
		"paper rows": func(d *uitest.Desk, e model.Event) {
			d.Keys("enter", "6", "p", "home", "down", "down", "c", "t", "x", "ctrl+s")
		},
		"papers form":     func(d *uitest.Desk, e model.Event) { d.Keys("enter", "6", "p", "e") },
		"payments":        func(d *uitest.Desk, e model.Event) { d.Keys("enter", "6", "p", "u", "space") },
		"amount":          func(d *uitest.Desk, e model.Event) { d.Keys("enter", "6", "p", "u", "a", "tab", "150000") },
		"office":          func(d *uitest.Desk, e model.Event) { d.Keys("p", "f4") },
		"file remove":     func(d *uitest.Desk, e model.Event) { d.Keys("enter", "6", "x") },
		"file form":       func(d *uitest.Desk, e model.Event) { d.Keys("enter", "6", "e") },
		"file pick":       func(d *uitest.Desk, e model.Event) { d.Keys("enter", "6", "n", "/tidak/ada.jpg", "enter") },
		"conclusions":     func(d *uitest.Desk, e model.Event) { d.Keys("enter", "k", "x", "enter", "y") },
		"copy leaving":    func(d *uitest.Desk, e model.Event) { d.Keys("enter", "c", "x", "esc") },
		"questions":       func(d *uitest.Desk, e model.Event) { d.Keys("enter", "4") },
		"question status": func(d *uitest.Desk, e model.Event) { d.Keys("enter", "4", "s") },
		"question remove": func(d *uitest.Desk, e model.Event) { d.Keys("enter", "4", "x") },
		"question":        func(d *uitest.Desk, e model.Event) { d.Keys("enter", "4", "enter", "r") },
		"new question":    func(d *uitest.Desk, e model.Event) { d.Keys("enter", "f8", "su", "tab", "paspor hilang") },
		"answer":          func(d *uitest.Desk, e model.Event) { d.Keys("enter", "4", "j", "x", "tab", "su") },
		"asked before":    func(d *uitest.Desk, e model.Event) { d.Keys("enter", "f8", "tab", "paspor hilang", "f7") },
		"asking leaving":  func(d *uitest.Desk, e model.Event) { d.Keys("enter", "f8", "x", "esc") },
	} {
		t.Run(name, func(t *testing.T) {
			atHome(t, func(d *uitest.Desk) {
				e := d.Event(append(uitest.Guests(), hostile)...)
				d.Session(e.ID, "Hari 2", "2023-11-22", 2)
				d.Apply(d.Env.Act(model.VerbImport).Change(model.VillageKey("99.17.01.2001"),
					model.Write(model.VillageCode, "99.17.01.2001"), model.Write(model.VillageName, "Contoh"),
					model.Write(model.VillageKind, "desa"), model.Write(model.VillageDistrict, "Contoh")))
				room(d, e.ID)
				asked := model.Question{
					Event: e.ID, ID: model.ID{4}, No: 1, Text: "Paspor \u202ehilang 日本 bagaimana?\nBaris kedua", Asker: "ibu\x1b[31m",
					Answers: []model.Answer{{Text: "Lapor.", By: "Contoh"}}, AsOf: "2020", Basis: "x", Tags: []string{"paspor"},
				}
				d.Apply(asked.Ask(d.Env.Act(model.VerbAsk))...)
				walk(d, e)
				d.Sweep()
			})
		})
	}
}

// room writes an agenda, roles and files, with hostile words in them.
func room(d *uitest.Desk, event model.ID) {
	d.Helper()
	hostile := "Tamu \u202eContoh 日本 \x1b[31m"
	act, person := d.Env.Act(model.VerbEdit), d.Env.ID()
	first, second, item, file := d.Env.ID(), d.Env.ID(), d.Env.ID(), d.Env.ID()
	role := model.Role{Person: person, Duty: model.DutyChair, Name: hostile, Post: hostile, Order: 1}
	other := role
	other.Duty, other.Order = model.DutySpeaker, 2
	d.Apply(act.Change(model.RoleKey(event, first), role.Registers()...), act.Change(model.RoleKey(event, second), other.Registers()...),
		act.Change(model.AgendaItemKey(event, item), model.AgendaItem{
			Title: hostile, Kind: model.ItemTalk, Start: "09.00", End: "09.30", Role: second, Points: []string{hostile, hostile}, Order: 1,
		}.Registers()...),
		act.Change(model.EvidenceKey(event, file), model.Evidence{
			Proof: model.ProofPhoto, Slot: model.SlotBanner, Path: "/tidak/ada/" + hostile + ".jpg", Sum: "00", Size: 20 << 20, Caption: hostile,
		}.Registers()...))
}

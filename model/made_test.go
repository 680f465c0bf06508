package model_test

import (
	"testing"

	"hadir/model"
)

func TestOnlyWhatTheActMadeIsRemoved(t *testing.T) {
	write, add := model.Write, model.Add
	tests := []struct {
		name    string
		do      func(one, two *desk) (done []model.Change)
		removed bool
	}{
		{"made, and nothing since", func(one, _ *desk) []model.Change {
			return one.act(1, model.VerbCreate, oneKey(), write("name", "Suyatno"))
		}, true},
		{"made with tags", func(one, _ *desk) []model.Change {
			return one.act(1, model.VerbCreate, oneKey(), write("name", "Suyatno"), add("tags", "kades"))
		}, true},
		{"made in two changes", func(one, _ *desk) []model.Change {
			a := one.begin(1, model.VerbImport)
			return one.do(a.Change(oneKey(), write("name", "Suyatno")), a.Change(oneKey(), write("sheet", "1")))
		}, true},
		{"made, and edited at two desks at once", func(one, two *desk) []model.Change {
			done := one.act(1, model.VerbCreate, oneKey(), write("name", "Suyatno"))
			one.meet(two)
			one.act(2, model.VerbEdit, oneKey(), one.record(oneKey()).Edit(map[string]string{"name": "S."})...)
			two.act(3, model.VerbEdit, oneKey(), two.record(oneKey()).Edit(map[string]string{"name": "Suy."})...)
			return done
		}, true},
		{"a change that says nothing", func(one, _ *desk) []model.Change {
			return one.do(one.begin(1, model.VerbEdit).Change(oneKey()))
		}, false},
		{"a first text in a record that had only tags", func(one, _ *desk) []model.Change {
			one.act(0, model.VerbEdit, oneKey(), add("tags", "kades"))
			return one.act(1, model.VerbEdit, oneKey(), write("note", "kursi roda"))
		}, false},
		{"tags alone", func(one, _ *desk) []model.Change {
			return one.act(1, model.VerbEdit, oneKey(), add("tags", "kades"))
		}, false},
		{"made at two desks", func(one, two *desk) []model.Change {
			done := one.act(1, model.VerbImport, oneKey(), write("name", "Suyatno"))
			two.act(2, model.VerbImport, oneKey(), write("name", "Suyatno"))
			return done
		}, false},
		{"made at two desks, and the other one has undone it", func(one, two *desk) []model.Change {
			done := one.act(1, model.VerbImport, oneKey(), write("name", "Suyatno"))
			hers := two.act(2, model.VerbImport, oneKey(), write("name", "Suyatno"))
			one.meet(two)
			changes, _, _ := model.Undo(two.begin(3, model.VerbUndo), hers, two)
			two.do(changes...)
			return done
		}, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			desks := newDesks(2)
			done := tt.do(desks[0], desks[1])
			desks[0].meet(desks[1])
			before := desks[0].record(oneKey())
			undo, kept := desks[0].undo(t, 9, done)
			if removed := desks[0].record(oneKey()).Get(model.Removed) != ""; removed != tt.removed || kept != 0 {
				t.Errorf("removed %v, kept %d; want %v, 0", removed, kept, tt.removed)
			}
			desks[0].undo(t, 10, undo)
			sameValues(t, "undo undone", desks[0].record(oneKey()), before)
		})
	}
}

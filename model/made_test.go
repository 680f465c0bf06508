package model_test

import (
	"testing"

	"hadir/model"
)

func TestUndoRemovesNoDirectoryEntryAndNoSetting(t *testing.T) {
	for _, k := range []model.Key{seatKey(), model.OfficeSettings(), model.PersonKey(model.ID{3}), {Kind: model.KindInstitution, ID: model.ID{4}}} {
		d := newDesks(1)[0]
		_, kept := d.undo(t, 1, d.act(0, model.VerbCreate, k, model.Write("name", "Suyatno")))
		if r := d.record(k); r.Get("name") != "" || r.Get(model.Removed) != "" || kept != 0 {
			t.Errorf("%s: name %q, removed %q, kept %d; want it back to what it was", k.Kind, r.Get("name"), r.Get(model.Removed), kept)
		}
	}
}

func TestUndoRemovesNothingOfWhichAPartIsNotKnown(t *testing.T) {
	desks := newDesks(2)
	one, two := desks[0], desks[1]
	done := one.act(1, model.VerbImport, oneKey(), model.Write("name", "Suyatno"))
	two.act(2, model.VerbImport, oneKey(), model.Write("name", "Soeyatno"))
	one.meet(two)
	// The record is here and what the other laptop did is not, as when its part of the history was damaged.
	changes, _, err := model.Undo(one.begin(3, model.VerbUndo), done, withoutDevice{one, two.device})
	if err != nil {
		t.Fatal(err)
	}
	one.do(changes...)
	if r := one.record(oneKey()); r.Get(model.Removed) != "" || r.Get("name") != "Soeyatno" {
		t.Errorf("name %q, removed %q", r.Get("name"), r.Get(model.Removed))
	}
}

// withoutDevice is a desk's history without the changes of one device.
type withoutDevice struct {
	*desk
	lost model.Device
}

func (w withoutDevice) ChangeAt(event model.ID, s model.Stamp) (model.Change, bool, error) {
	if s.Device == w.lost {
		return model.Change{}, false, nil
	}
	return w.desk.ChangeAt(event, s)
}

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
		{"a first name, and a tag withdrawn of which this laptop has not heard yet", func(one, _ *desk) []model.Change {
			return one.act(1, model.VerbEdit, oneKey(), write("name", "Suyatno"), model.Withdraw("tags", model.Stamp{Time: 1, Device: 7}))
		}, false},
		{"tags alone", func(one, _ *desk) []model.Change {
			return one.act(1, model.VerbEdit, oneKey(), add("tags", "kades"))
		}, false},
		{"a first name, and two texts of a note, one of them older", func(one, two *desk) []model.Change {
			two.act(0, model.VerbEdit, oneKey(), write("note", "kursi roda"))
			done := one.act(1, model.VerbEdit, oneKey(), write("name", "Suyatno"))
			one.act(2, model.VerbEdit, oneKey(), write("note", "istri ikut"))
			return done
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

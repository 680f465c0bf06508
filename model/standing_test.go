package model_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hadir/model"
)

// notUndone is the changes of the acts that stand: an act does not when an undo that stands names it.
func notUndone(changes []model.Change) []model.Change {
	undone, standing := map[model.ID]bool{}, []model.Change(nil)
	latestFirst := slices.SortedFunc(slices.Values(changes), func(a, b model.Change) int { return b.Stamp().Compare(a.Stamp()) })
	for _, c := range latestFirst {
		switch {
		case undone[c.Act]:
		case c.Verb == model.VerbUndo:
			undone[c.Undoes] = true
		default:
			standing = append(standing, c)
		}
	}
	return standing
}

// lastAct is what the key for undo takes back: the last act of this desk that has not been undone.
func (d *desk) lastAct() []model.Change {
	for _, last := range slices.Backward(notUndone(d.changes)) {
		if last.Device == d.device {
			return slices.DeleteFunc(slices.Clone(d.changes), func(c model.Change) bool { return c.Act != last.Act })
		}
	}
	return nil
}

func TestSeatShowsWhatTheActsThatWereNotUndoneMade(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		desks := newDesks(2)
		for minute := range rapid.IntRange(3, 12).Draw(t, "acts") {
			d := desks[rapid.IntRange(0, 1).Draw(t, "desk")]
			if rapid.Bool().Draw(t, "undo") {
				d.undo(t, minute, d.lastAct())
			} else {
				v, sets := anySets(t, d.seat())
				d.act(minute, v, seatKey(), sets...)
			}
			if rapid.Bool().Draw(t, "meet") {
				desks[0].meet(desks[1])
			}
		}
		desks[0].meet(desks[1])
		sameSeat(t, "with all undos", desks[0].seat(), model.SeatOf(fold(seatKey(), notUndone(desks[0].changes)...)))
	})
}

func TestUndoOfASeatIsAsIfTheActHadNotBeen(t *testing.T) {
	enter := func(d *desk, minute int) []model.Change {
		return d.act(minute, model.VerbPresent, seatKey(), d.seat().Arrive(model.HowSearch)...)
	}
	represent := func(d *desk, minute int, name string) []model.Change {
		return d.act(minute, model.VerbRepresent, seatKey(), d.seat().Represent(model.Deputy{Name: name})...)
	}
	tests := []struct {
		name string
		do   func(t *testing.T, one, two *desk)
	}{
		{"enter, represent, undo, undo", func(t *testing.T, one, _ *desk) {
			first := enter(one, 0)
			second := represent(one, 1, "Sri")
			one.undo(t, 2, second)
			one.undo(t, 3, first)
		}},
		{"two desks entered, and the earlier one represented and took it back", func(t *testing.T, one, two *desk) {
			enter(one, 0)
			enter(two, 5)
			one.undo(t, 7, represent(one, 6, "Sri"))
		}},
		{"two desks represented, and one took it back", func(t *testing.T, one, two *desk) {
			enter(one, 0)
			one.meet(two)
			hers := represent(one, 1, "Sri")
			represent(two, 2, "Teguh")
			one.meet(two)
			one.undo(t, 3, hers)
		}},
		{"an arrival was undone while another desk's izin hid it, then the izin was undone", func(t *testing.T, one, two *desk) {
			arrival := enter(one, 0)
			one.meet(two)
			izin := two.act(1, model.VerbExcuse, seatKey(), two.seat().Put(model.StateExcused)...)
			one.meet(two)
			one.undo(t, 2, arrival)
			one.meet(two)
			two.undo(t, 3, izin)
		}},
		{"of two arrivals both come back, and the later shows when the earlier is undone", func(t *testing.T, one, two *desk) {
			first := enter(one, 0)
			enter(two, 1)
			one.meet(two)
			one.undo(t, 3, represent(one, 2, "Sri"))
			one.undo(t, 4, first)
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			desks := newDesks(2)
			tt.do(t, desks[0], desks[1])
			desks[0].meet(desks[1])
			sameSeat(t, "the seat", desks[0].seat(), model.SeatOf(fold(seatKey(), notUndone(desks[0].changes)...)))
		})
	}
}

func TestUndoOfRegistersIsAsIfTheActHadNotBeen(t *testing.T) {
	edit := func(d *desk, minute int, name string) []model.Change {
		return d.act(minute, model.VerbEdit, oneKey(), d.record(oneKey()).Edit(map[string]string{"name": name})...)
	}
	create := func(d *desk, minute int) []model.Change {
		return d.act(minute, model.VerbImport, oneKey(), model.Write("name", "Suyatno"))
	}
	tests := []struct {
		name string
		do   func(t *testing.T, one, two *desk)
		want string // the name that the guest, who is on the list in every case, then has
	}{
		{"two edits, undo, undo", func(t *testing.T, one, _ *desk) {
			create(one, 0)
			first, second := edit(one, 1, "S."), edit(one, 2, "Suy.")
			one.undo(t, 3, second)
			one.undo(t, 4, first)
		}, "Suyatno"},
		{"two desks edited at once, and the one that is shown took it back", func(t *testing.T, one, two *desk) {
			create(one, 0)
			one.meet(two)
			edit(one, 1, "S.")
			hers := edit(two, 2, "Suy.")
			one.meet(two)
			two.undo(t, 3, hers)
		}, "S."},
		{"two laptops imported one list, and the later took it back", func(t *testing.T, one, two *desk) {
			create(one, 0)
			hers := create(two, 1)
			one.meet(two)
			two.undo(t, 2, hers)
		}, "Suyatno"},
		{"two laptops imported one list, and the earlier took it back", func(t *testing.T, one, two *desk) {
			hers := create(one, 0)
			create(two, 1)
			one.meet(two)
			one.undo(t, 2, hers)
		}, "Suyatno"},
		{"one act wrote a register in two changes", func(t *testing.T, one, _ *desk) {
			create(one, 0)
			a := one.begin(1, model.VerbEdit)
			first := one.do(a.Change(oneKey(), one.record(oneKey()).Edit(map[string]string{"name": "S."})...))
			second := one.do(a.Change(oneKey(), one.record(oneKey()).Edit(map[string]string{"name": "Suy."})...))
			one.undo(t, 2, slices.Concat(first, second))
		}, "Suyatno"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			desks := newDesks(2)
			tt.do(t, desks[0], desks[1])
			desks[0].meet(desks[1])
			if g := model.GuestOf(desks[0].record(oneKey())); g.Name != tt.want || g.Removed {
				t.Errorf("name %q, removed %v; want %q, false", g.Name, g.Removed, tt.want)
			}
		})
	}
}

func TestUndoneConcurrentEditKeepsTheOtherText(t *testing.T) {
	desks := newDesks(2)
	one, two := desks[0], desks[1]
	one.act(0, model.VerbCreate, oneKey(), model.Write("note", ""), model.Write("name", "Suyatno"))
	one.meet(two)
	one.act(1, model.VerbEdit, oneKey(), one.record(oneKey()).Edit(map[string]string{"note": "datang dengan istri"})...)
	hers := two.act(2, model.VerbEdit, oneKey(), two.record(oneKey()).Edit(map[string]string{"note": "perlu kursi roda"})...)
	one.meet(two)
	two.undo(t, 3, hers)
	var texts []string
	for _, f := range two.record(oneKey()).Fields {
		for _, v := range f.Writes {
			texts = append(texts, v.Value)
		}
	}
	if !slices.Contains(texts, "datang dengan istri") {
		t.Errorf("what the other desk typed is neither shown nor a conflict: %q", texts)
	}
}

func TestUndoTakesNoTextFromAnotherRecord(t *testing.T) {
	d := newDesks(1)[0]
	other := d.act(0, model.VerbCreate, model.GuestKey(model.ID{1}, model.ID{9}), model.Write("name", "somebody else"))
	d.act(1, model.VerbCreate, oneKey(), model.Write("post", "Lurah"))
	tag := d.act(2, model.VerbEdit, oneKey(), model.Add("name", "no register"))
	// Only a damaged or hostile file names a base that belongs elsewhere.
	stray := model.Set{Field: "name", Value: "Suyatno", Seen: &model.Seen{Bases: []model.Stamp{other[0].Stamp(), tag[0].Stamp()}}}
	d.undo(t, 4, d.act(3, model.VerbEdit, oneKey(), stray))
	if got := d.record(oneKey()).Get("name"); got != "" {
		t.Errorf("undone, the guest is called %q", got)
	}
}

package model_test

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hadir/model"
)

func TestUndoneAtOnceASeatShowsWhatItShowedBefore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		desks := anyEvening(t)
		d, before := desks[0], desks[0].seat()
		v, sets := anySets(t, before)
		done := d.act(10, v, seatKey(), sets...)
		after := d.seat()
		taken, kept := d.undo(t, 11, done)
		sameSeat(t, "undone", d.seat(), before)
		if kept != 0 {
			t.Fatalf("a seat has no registers, yet %d were kept", kept)
		}
		// An undo is an act as any other: undone itself, the seat shows what the first act had made of it.
		d.undo(t, 12, taken)
		sameSeat(t, "undo undone", d.seat(), after)
		// The other desk agrees, in whatever order it learns of all this.
		rest := rapid.Permutation(d.changes).Draw(t, "order")
		sameSeat(t, "at the other desk", model.SeatOf(fold(seatKey(), rest...)), d.seat())
	})
}

func TestAnUndoneArrivalLeavesTheOtherDesksWork(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		desks := newDesks(2)
		one, two := desks[0], desks[1]
		done := one.act(rapid.IntRange(0, 5).Draw(t, "one"), model.VerbPresent, seatKey(), one.seat().Arrive(model.HowScan)...)
		// The other desk does not know of it: what it does neither covers nor withdraws the arrival.
		for minute := range rapid.IntRange(0, 3).Draw(t, "acts") {
			v, sets := anySets(t, two.seat())
			two.act(minute, v, seatKey(), sets...)
		}
		alone := two.seat()
		if rapid.Bool().Draw(t, "they meet before the undo") {
			one.meet(two)
		}
		one.undo(t, 9, done)
		one.meet(two)
		sameSeat(t, "undone", one.seat(), alone)
		sameSeat(t, "at the other desk", model.SeatOf(fold(seatKey(), rapid.Permutation(two.changes).Draw(t, "order")...)), alone)
	})
}

func TestUndoOfAHastyEnter(t *testing.T) {
	d := newDesks(1)[0]
	d.act(0, model.VerbExcuse, seatKey(), d.seat().Put(model.StateExcused)...)
	d.act(5, model.VerbPresent, seatKey(), d.seat().Arrive(model.HowSearch)...)
	hasty := d.seat()
	represented := d.act(6, model.VerbRepresent, seatKey(), d.seat().Represent(model.Deputy{Name: "Sri Lestari"})...)
	if s := d.seat(); s.State != model.StateRepresented || len(s.Arrivals) != 0 {
		t.Fatalf("represented: %+v", s)
	}
	d.undo(t, 7, represented)
	sameSeat(t, "undone", d.seat(), hasty)
	if s := d.seat(); s.Since.When() != at(5) || s.Since.Origin.Desk != "Meja 1" || len(s.Deputies) != 0 {
		t.Errorf("since %v at %q, deputies %v; want the old time and desk", s.Since.When(), s.Since.Origin.Desk, s.Deputies)
	}
}

func TestRegisterUndoneShowsWhatItsWriterSaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, values := newDesks(1)[0], rapid.SampledFrom([]string{"", "x", "y", "z"})
		for minute := range rapid.IntRange(0, 5).Draw(t, "edits") {
			sets := d.record(oneKey()).Edit(map[string]string{"a": values.Draw(t, "a"), "b": values.Draw(t, "b")})
			d.act(minute, model.VerbEdit, oneKey(), sets...)
		}
		// A later first write of some other field must not be mistaken for the creation of the record.
		d.act(8, model.VerbEdit, oneKey(), d.record(oneKey()).Edit(map[string]string{"a": "w"})...)
		before := d.record(oneKey())
		done := d.act(9, model.VerbEdit, oneKey(), before.Edit(map[string]string{"a": values.Draw(t, "new a"), "c": values.Draw(t, "c")})...)
		after := d.record(oneKey())
		taken, kept := d.undo(t, 10, done)
		sameValues(t, "undone", d.record(oneKey()), before)
		d.undo(t, 11, taken)
		sameValues(t, "undo undone", d.record(oneKey()), after)
		if kept != 0 {
			t.Fatalf("%d registers kept, and nobody else was there", kept)
		}
	})
}

// sameValues fails where two records do not show the same text in every register of a, b, c and [model.Removed].
func sameValues(t rapid.TB, what string, got, want model.Record) {
	t.Helper()
	for _, field := range []string{"a", "b", "c", model.Removed} {
		if got.Get(field) != want.Get(field) {
			t.Fatalf("%s: %s shows %q, want %q", what, field, got.Get(field), want.Get(field))
		}
	}
}

func TestUndoLeavesAloneWhatSomebodyWroteSince(t *testing.T) {
	desks := newDesks(2)
	one, two := desks[0], desks[1]
	one.act(0, model.VerbCreate, oneKey(), model.Write("name", "Suyatno"), model.Write("post", "Lurah"))
	done := one.act(1, model.VerbEdit, oneKey(), one.record(oneKey()).Edit(map[string]string{"name": "Soeyatno", "post": "Kades"})...)
	one.meet(two)
	two.act(2, model.VerbEdit, oneKey(), two.record(oneKey()).Edit(map[string]string{"name": "H. Suyatno"})...)
	one.meet(two)
	_, kept := one.undo(t, 3, done)
	r := one.record(oneKey())
	if r.Get("name") != "H. Suyatno" || r.Get("post") != "Lurah" || kept != 1 {
		t.Errorf("name %q, post %q, kept %d; want the later name, the earlier post, 1", r.Get("name"), r.Get("post"), kept)
	}
}

func TestUndoOfAnActOfSeveralChanges(t *testing.T) {
	d := newDesks(1)[0]
	a := d.begin(0, model.VerbWalkIn)
	// A walk-in: the guest is made, sits down, and the record of the event says one more was expected.
	event := model.EventKey(model.ID{1})
	d.act(0, model.VerbCreate, event, model.Write("theme", "Sosialisasi"))
	walkIn := d.do(
		a.Change(oneKey(), model.Write("name", "Titik Adi"), model.Write("walkin", "1")),
		a.Change(seatKey(), model.Add(model.SeatArrivals, string(model.HowWalkIn))),
		a.Change(event, model.Write("expected", "1")),
	)
	undo, kept := d.undo(t, 1, walkIn)
	if g := model.GuestOf(d.record(oneKey())); !g.Removed || g.Name != "Titik Adi" {
		t.Errorf("guest: %+v; want removed, with the name kept", g)
	}
	e := model.EventOf(d.record(event))
	if s := d.seat(); s.State != model.StateExpected || e.Removed || e.Expected != 0 || e.Theme == "" || kept != 0 {
		t.Errorf("seat %v, event %+v, kept %d", s.State, e, kept)
	}
	for _, c := range undo {
		if c.Verb != model.VerbUndo || c.Undoes != a.ID || c.Act == a.ID {
			t.Errorf("a change of the undo does not say so: %+v", c)
		}
	}
	d.undo(t, 2, undo)
	if g := model.GuestOf(d.record(oneKey())); g.Removed || !g.WalkIn || d.seat().State != model.StatePresent {
		t.Errorf("undo undone: %+v, %v", g, d.seat().State)
	}
}

func TestUndoneRemovalBringsBack(t *testing.T) {
	d := newDesks(1)[0]
	d.act(0, model.VerbCreate, oneKey(), model.Write("name", "Suyatno"))
	done := d.act(1, model.VerbRemove, oneKey(), model.Write(model.Removed, "1"))
	d.undo(t, 2, done)
	if g := model.GuestOf(d.record(oneKey())); g.Removed || g.Name != "Suyatno" {
		t.Errorf("guest: %+v", g)
	}
	// The same where the removal has come and what made the guest has not yet.
	late := newDesks(1)[0]
	late.learn(done)
	late.undo(t, 3, done)
	if g := model.GuestOf(late.record(oneKey())); g.Removed {
		t.Errorf("guest: %+v", g)
	}
}

func TestUndoOfAFirstWriteIsNotTakenForTheCreation(t *testing.T) {
	d := newDesks(1)[0]
	d.act(0, model.VerbCreate, oneKey(), model.Write("name", "Suyatno"))
	done := d.act(1, model.VerbEdit, oneKey(), model.Write("post", "Lurah"))
	// Now what made the record is covered: all that is left to see of it is its stamp.
	d.act(2, model.VerbEdit, oneKey(), d.record(oneKey()).Edit(map[string]string{"name": "H. Suyatno"})...)
	_, kept := d.undo(t, 3, done)
	if g := model.GuestOf(d.record(oneKey())); g.Removed || g.Post != "" || g.Name != "H. Suyatno" || kept != 0 {
		t.Errorf("guest %+v, kept %d", g, kept)
	}
}

func TestUndoneSettlementShowsWhatWasShown(t *testing.T) {
	// Another program may name the heads in any order.
	for _, turned := range []bool{false, true} {
		desks := newDesks(2)
		one, two := desks[0], desks[1]
		one.act(0, model.VerbCreate, oneKey(), model.Write("post", "Lurah"))
		one.meet(two)
		one.act(1, model.VerbEdit, oneKey(), model.Write("name", "S."))
		two.act(2, model.VerbEdit, oneKey(), model.Write("name", "Suy."))
		one.meet(two)
		set, ok := one.record(oneKey()).Write("name", "Suyatno")
		if turned {
			slices.Reverse(set.Bases())
		}
		one.undo(t, 4, one.act(3, model.VerbEdit, oneKey(), set))
		if got := one.record(oneKey()).Get("name"); got != "Suy." || !ok {
			t.Errorf("undone, the name is %q", got)
		}
	}
}

func TestUndoPutsNobodyElsesArrivalIntoASeat(t *testing.T) {
	d := newDesks(1)[0]
	other := d.act(0, model.VerbPresent, model.SeatKey(model.ID{1}, model.ID{}, model.ID{9}), model.Add(model.SeatArrivals, "search"))
	d.undo(t, 2, d.act(1, model.VerbExpect, seatKey(), model.Withdraw(model.SeatArrivals, other[0].Stamp())))
	if s := d.seat(); s.State != model.StateExpected {
		t.Errorf("the seat shows %v", s.State)
	}
}

var errBroken = errors.New("no disk")

// noPast is a history of which only the present can be read.
type noPast struct{ *desk }

func (noPast) ChangeAt(model.ID, model.Stamp) (model.Change, bool, error) {
	return model.Change{}, false, errBroken
}

// noPresent is a history whose records cannot be read.
type noPresent struct{ *desk }

func (noPresent) Record(model.Key) (model.Record, error) { return model.Record{}, errBroken }

func TestUndoSaysThatTheHistoryCannotBeRead(t *testing.T) {
	seen := []model.Stamp{{Time: 1}}
	d := newDesks(1)[0]
	tests := []struct {
		name    string
		set     model.Set
		history model.History
	}{
		{"what the writer saw", model.Set{Field: "name", Value: "y", Seen: &model.Seen{Bases: seen}}, noPast{d}},
		{"what an undo put back", model.Set{Field: "name", Value: "z", Seen: &model.Seen{Bases: seen, Restores: &seen[0]}}, noPast{d}},
		{"the record, for a register", model.Write("name", "y"), noPresent{d}},
		{"the record, for a set", model.Withdraw(model.SeatArrivals, seen...), noPresent{d}},
	}
	for minute, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			done := d.act(minute, model.VerbEdit, oneKey(), tt.set)
			changes, _, err := model.Undo(d.begin(9, model.VerbUndo), done, tt.history)
			if !errors.Is(err, errBroken) || changes != nil {
				t.Errorf("%v, %v; want no changes and the error", changes, err)
			}
		})
	}
}

func TestUndoOfNothing(t *testing.T) {
	d := newDesks(1)[0]
	if changes, kept := d.undo(t, 0, nil); len(changes) != 0 || kept != 0 {
		t.Errorf("undo of nothing: %v, %d", changes, kept)
	}
}

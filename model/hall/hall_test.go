package hall_test

import (
	"fmt"
	"slices"
	"testing"

	"hadir/model"
	"hadir/model/hall"
)

func eventID() model.ID { return model.ID{1} }

// open makes a hall of guests with these names; those who came have come in the order given.
func open(names []string, came ...int) *hall.Hall {
	guests := make([]model.Guest, len(names))
	for i, n := range names {
		guests[i] = model.Guest{ID: id(i), Name: n, Institution: fmt.Sprintf("Desa %d", i), Order: len(names) - i}
	}
	slices.SortFunc(guests, func(a, b model.Guest) int { return slices.Compare(a.ID[:], b.ID[:]) })
	terms := make([]string, len(guests))
	for i, g := range guests {
		terms[i] = hall.Terms(g)
	}
	var seats []model.Seat
	for i, n := range came {
		seats = append(seats, model.SeatOf(arrival(id(n), uint64(i+1))))
	}
	return hall.New(model.Event{ID: eventID()}, model.Session{}, guests, terms, seats)
}

func id(n int) model.ID { return model.GuestID([]byte("salt"), fmt.Sprint(n), "", 1) }

func arrival(guest model.ID, at uint64) model.Record {
	r := model.Record{Key: model.SeatKey(eventID(), model.ID{}, guest)}
	r.Fold(model.Change{Device: 1, Time: at, Key: r.Key, Sets: []model.Set{model.Add(model.SeatArrivals, "search")}})
	return r
}

func guest(g model.Guest) model.Record {
	r := model.Record{Key: model.GuestKey(eventID(), g.ID)}
	sets := g.Registers()
	if g.Removed {
		sets = append(sets, model.Write(model.Removed, "1"))
	}
	r.Fold(model.Change{Device: 1, Time: 99, Key: r.Key, Sets: sets})
	return r
}

func TestHallShowsTheListInItsOrder(t *testing.T) {
	h := open([]string{"Suyatno", "Sutrisno", "Sri Lestari"})
	var got []string
	for i := range h.Len() {
		got = append(got, h.At(i).Name)
	}
	if want := []string{"Sri Lestari", "Sutrisno", "Suyatno"}; !slices.Equal(got, want) {
		t.Errorf("rows are %q, want %q", got, want)
	}
	if n := h.NextOrder(); n != 4 {
		t.Errorf("NextOrder = %d; late names are appended", n)
	}
}

func TestHallFollowsCommits(t *testing.T) {
	h := open([]string{"Suyatno", "Sutrisno"}, 1)
	if c := h.Counts(); c != (model.Counts{Invited: 2, Present: 1, Expected: 1}) {
		t.Fatalf("at the start: %+v", c)
	}
	changed, stale := h.Apply(model.Commit{Records: []model.Record{
		arrival(id(0), 7), guest(model.Guest{ID: id(9), Name: "Titik Adi", WalkIn: true, Order: 3}), arrival(id(9), 8),
	}})
	if !changed || stale {
		t.Errorf("Apply = %v, %v", changed, stale)
	}
	if c := h.Counts(); c != (model.Counts{Invited: 2, Present: 2, WalkIns: 1}) || c.Came() != 3 {
		t.Errorf("after the commit: %+v", c)
	}
	if found := h.Find("titik", 5); len(found) != 1 || found[0].Seat.State != model.StatePresent {
		t.Errorf("Find(titik) = %+v", found)
	}
	if got := h.Recent(); !slices.Equal(got, []model.ID{id(9), id(0), id(1)}) {
		t.Errorf("Recent = %v", got)
	}
	// The walk-in is corrected, then taken off the list.
	h.Apply(model.Commit{Records: []model.Record{guest(model.Guest{ID: id(9), Name: "Tatik Adi", WalkIn: true, Order: 3})}})
	if len(h.Find("titik", 5)) != 0 && !h.Find("titik", 5)[0].Near || len(h.Find("tatik", 5)) != 1 {
		t.Error("a corrected name is not found as corrected")
	}
	h.Apply(model.Commit{Records: []model.Record{guest(model.Guest{ID: id(9), Name: "Tatik Adi", WalkIn: true, Removed: true})}})
	if len(h.Find("tatik", 5)) != 0 || h.Counts().WalkIns != 0 || h.ByCode(model.Code(id(9))) != nil {
		t.Error("a removed guest is still found or counted")
	}
}

func TestHallSaysWhenItHasToBeReadAnew(t *testing.T) {
	h := open([]string{"Suyatno"})
	if changed, stale := h.Apply(model.Commit{Bulk: true}); changed || !stale {
		t.Errorf("Apply of a bulk commit = %v, %v", changed, stale)
	}
	other := model.Record{Key: model.GuestKey(model.ID{2}, id(0))}
	if changed, stale := h.Apply(model.Commit{Records: []model.Record{other}}); changed || stale {
		t.Errorf("Apply of another event's commit = %v, %v", changed, stale)
	}
}

func TestByCode(t *testing.T) {
	var names []string
	for i := range 500 {
		names = append(names, fmt.Sprintf("Tamu %d", i))
	}
	h := open(names)
	for i := range names {
		if got := h.ByCode(model.Code(id(i))); len(got) != 1 || got[0].ID != id(i) {
			t.Fatalf("ByCode of guest %d = %v", i, got)
		}
	}
	for _, code := range []string{"", "0000", model.Code(id(1000)), "~" + model.Code(id(1))} {
		if got := h.ByCode(code); got != nil {
			t.Errorf("ByCode(%q) = %v", code, got)
		}
	}
}

func TestGroups(t *testing.T) {
	guests := []model.Guest{
		{ID: model.ID{1}, Category: "KDS", Sex: "L"}, {ID: model.ID{2}, Category: "KDS", Sex: "P"}, {ID: model.ID{3}},
	}
	h := hall.New(model.Event{ID: eventID()}, model.Session{}, guests, make([]string, 3), nil)
	if got := h.ByCategory(); len(got) != 2 || got[0].Name != "KDS" || got[0].Counts.Invited != 2 || got[1].Name != "" {
		t.Errorf("ByCategory = %+v; the unfilled come last", got)
	}
	if got := h.BySex(); len(got) != 3 || got[2].Name != "" {
		t.Errorf("BySex = %+v", got)
	}
}

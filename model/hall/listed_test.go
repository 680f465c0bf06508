package hall_test

import (
	"testing"

	"hadir/model"
	"hadir/model/hall"
)

// TestGuestsAreUnpackedWhenLookedAt: counting, sorting and searching need nobody whole, and nobody is unpacked twice.
func TestGuestsAreUnpackedWhenLookedAt(t *testing.T) {
	guests := []model.Guest{
		{ID: model.ID{1}, Name: "Suyatno", Category: "KDS", Order: 3, District: "Contoh"},
		{ID: model.ID{2}, Name: "Titik Adi", Sex: "P", Order: 1, Sheet: 1, Row: 7},
		{ID: model.ID{3}, Name: "Hendra", Order: 2, Removed: true, WalkIn: true},
	}
	list := make([]hall.Listed, len(guests))
	for i, g := range guests {
		list[i] = hall.Listed{ID: g.ID, Terms: hall.Terms(g), Packed: string(rune('a' + i))}
		for _, s := range g.Registers() {
			list[i].Set(s.Field, s.Value)
		}
		if g.Removed {
			list[i].Set(model.Removed, "1")
		}
		whole := hall.Listed{ID: g.ID, Terms: hall.Terms(g), Packed: list[i].Packed}
		if whole.Take(g); whole != list[i] {
			t.Errorf("register by register %+v, at once %+v", list[i], whole)
		}
	}
	unpacked := make(map[string]int)
	h := hall.Open(model.Event{}, model.Session{}, list, func(l hall.Listed) model.Guest {
		unpacked[l.Packed]++
		return guests[l.Packed[0]-'a']
	}, []model.Seat{{Guest: model.ID{2}, State: model.StatePresent}})
	rows, shape := h.Standing(nil)
	if want := (hall.Shape{Last: 3, Printed: true, Districts: true}); len(rows) != 2 || shape != want {
		t.Errorf("%d rows, %+v", len(rows), shape)
	}
	if n := h.Counts(); n.Invited != 2 || n.Present != 1 || len(unpacked) != 0 || h.NextOrder() != 4 {
		t.Errorf("%+v, %d unpacked, next %d", n, len(unpacked), h.NextOrder())
	}
	for range 2 {
		if found := h.Find("titik", 5); len(found) != 1 || found[0].Guest != h.At(0) || *h.Guest(model.ID{2}) != guests[1] {
			t.Errorf("%+v", found)
		}
	}
	if unpacked["b"] != 1 || len(unpacked) != 1 {
		t.Errorf("unpacked %v", unpacked)
	}
}

// TestNumbersOutOfOrder: numbers that were given twice, or that leave large gaps, are in order too.
func TestNumbersOutOfOrder(t *testing.T) {
	for _, far := range []int{4, 1_000_000} {
		var list []hall.Listed
		for i, order := range []int{far, 2, 0, 2, 1} {
			list = append(list, hall.Listed{ID: model.ID{byte(i)}, Order: order})
		}
		h := hall.Open(model.Event{}, model.Session{}, list, func(l hall.Listed) model.Guest { return model.Guest{ID: l.ID} }, nil)
		for row, want := range []byte{2, 4, 1, 3, 0} {
			if got := h.At(row).ID[0]; got != want {
				t.Errorf("row %d: guest %d, want %d", row, got, want)
			}
		}
	}
}

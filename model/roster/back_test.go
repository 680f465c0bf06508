package roster_test

import (
	"testing"

	"hadir/model"
	"hadir/model/roster"
)

// session is an attendance of one guest.
type session struct {
	guest *model.Guest
	state model.State
}

func (s session) Guest(model.ID) *model.Guest { return s.guest }
func (s session) Seat(id model.ID) model.Seat { return model.Seat{Guest: id, State: s.state} }

func TestUsedGuestsStay(t *testing.T) {
	brought := model.Guest{ID: model.ID{1}, Name: "Suyatno", Order: 4}
	corrected, printed, removed := brought, brought, brought
	corrected.Post = "Camat"
	printed.Sheet, printed.Row = 1, 4
	removed.Name, removed.Removed = "Sujatno", true
	first := model.Change{Key: model.GuestKey(model.ID{9}, brought.ID), Sets: brought.Registers()}
	filled := model.Change{Key: first.Key, Sets: []model.Set{{Field: model.GuestPost, Value: "Camat", Seen: &model.Seen{Bases: []model.Stamp{{Time: 1}}}}}}
	again := model.Change{Key: first.Key, Sets: []model.Set{{Field: model.Removed, Seen: &model.Seen{Bases: []model.Stamp{{Time: 1}}}}}}
	for _, tt := range []struct {
		what string
		c    model.Change
		at   session
		want bool
	}{
		{"a row and no more", first, session{&brought, model.StateExpected}, false},
		{"came", first, session{&brought, model.StatePresent}, true},
		{"excused", first, session{&brought, model.StateExcused}, true},
		{"corrected", first, session{&corrected, model.StateExpected}, true},
		{"printed", first, session{&printed, model.StateExpected}, true},
		{"off the list", first, session{&removed, model.StatePresent}, false},
		{"not on the list", first, session{nil, model.StatePresent}, false},
		{"was on the list before", filled, session{&corrected, model.StatePresent}, false},
		{"put on the list again, and came", again, session{&corrected, model.StatePresent}, true},
		{"put on the list again", again, session{&corrected, model.StateExpected}, false},
	} {
		if got := roster.Used([]model.Change{tt.c}, tt.at)[brought.ID]; got != tt.want {
			t.Errorf("%s: used is %v, want %v", tt.what, got, tt.want)
		}
	}
}

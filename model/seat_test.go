package model_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hadir/model"
)

// added is a change that adds one element to the seat that these tests are about.
func added(device model.Device, minute uint64, field, value string) model.Change {
	return model.Change{
		Device: device, Time: minute, Wall: at(int(minute)).UnixMilli(), Desk: "Meja " + device.String()[15:],
		Key: seatKey(), Sets: []model.Set{model.Add(field, value)},
	}
}

func withdrawn(device model.Device, minute uint64, field string, which ...model.Change) model.Change {
	c := added(device, minute, field, "")
	var stamps []model.Stamp
	for _, w := range which {
		stamps = append(stamps, w.Stamp())
	}
	c.Sets = []model.Set{model.Withdraw(field, stamps...)}
	return c
}

func TestSeatOf(t *testing.T) {
	first, second := added(1, 1, model.SeatArrivals, "search"), added(2, 2, model.SeatArrivals, "scan")
	sri := added(1, 3, model.SeatDeputies, `{"name":"Sri","post":"Sekdes"}`)
	teguh := added(2, 4, model.SeatDeputies, `{"name":"Teguh"}`)
	bare := added(1, 1, model.SeatDeputies, "Sri")
	late := added(1, 8, model.SeatArrivals, "search")
	corrected := withdrawn(1, 9, model.SeatArrivals, first)
	emptied := withdrawn(1, 9, model.SeatArrivals, first, second)
	izin, absent := added(2, 5, model.SeatExcuses, "excused"), added(1, 6, model.SeatExcuses, "absent")
	odd := added(1, 9, model.SeatExcuses, "present")
	tests := []struct {
		name    string
		changes []model.Change
		state   model.State
		since   model.Change
		deputy  model.Deputy
	}{
		{"untouched", nil, model.StateExpected, model.Change{}, model.Deputy{}},
		{"arrived", []model.Change{first}, model.StatePresent, first, model.Deputy{}},
		{"arrived at two desks", []model.Change{first, second}, model.StatePresent, first, model.Deputy{}},
		{"the earlier arrival withdrawn", []model.Change{first, second, corrected}, model.StatePresent, second, model.Deputy{}},
		{"both withdrawn", []model.Change{first, second, emptied}, model.StateExpected, model.Change{}, model.Deputy{}},
		{"an izin at the same time", []model.Change{first, izin}, model.StatePresent, first, model.Deputy{}},
		{"represented, and an izin", []model.Change{izin, sri}, model.StateRepresented, sri, model.Deputy{Name: "Sri", Post: "Sekdes"}},
		{"two deputies", []model.Change{sri, teguh}, model.StateRepresented, teguh, model.Deputy{Name: "Teguh"}},
		{"came after all", []model.Change{sri, late}, model.StatePresent, late, model.Deputy{}},
		{"two excuses", []model.Change{izin, absent}, model.StateAbsent, absent, model.Deputy{}},
		{"an excuse that says nothing after one that does", []model.Change{izin, odd}, model.StateExcused, izin, model.Deputy{}},
		{"a deputy that is no JSON", []model.Change{bare}, model.StateRepresented, bare, model.Deputy{Name: "Sri"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := model.SeatOf(fold(seatKey(), tt.changes...))
			if s.State != tt.state || s.Since.Stamp != tt.since.Stamp() || s.Since.Origin.Desk != tt.since.Desk || s.Deputy != tt.deputy {
				t.Errorf("%v since %+v, deputy %+v", s.State, s.Since, s.Deputy)
			}
			if s.Guest != seatKey().ID || s.Came() != (s.State == model.StatePresent || s.State == model.StateRepresented) {
				t.Errorf("guest %v, came %v in state %v", s.Guest, s.Came(), s.State)
			}
		})
	}
}

func TestTheEarliestArrivalThatStandsIsShown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var changes []model.Change
		var standing []model.Stamp
		for _, minute := range rapid.SliceOfNDistinct(rapid.Uint64Range(1, 50), 1, 6, rapid.ID[uint64]).Draw(t, "minutes") {
			c := added(model.Device(rapid.IntRange(1, 3).Draw(t, "device")), minute, model.SeatArrivals, "search")
			changes = append(changes, c)
			if rapid.Bool().Draw(t, "withdrawn") {
				changes = append(changes, withdrawn(4, minute, model.SeatArrivals, c))
			} else {
				standing = append(standing, c.Stamp())
			}
			other := rapid.SampledFrom([]string{model.SeatExcuses, model.SeatDeputies}).Draw(t, "other")
			changes = append(changes, added(5, minute, other, "excused"))
		}
		s := model.SeatOf(fold(seatKey(), rapid.Permutation(changes).Draw(t, "order")...))
		switch {
		case len(standing) == 0 && s.State == model.StatePresent:
			t.Fatalf("present since %v, and every arrival is withdrawn", s.Since)
		case len(standing) > 0:
			earliest := slices.MinFunc(standing, model.Stamp.Compare)
			if s.State != model.StatePresent || s.Since.Stamp != earliest {
				t.Fatalf("%v since %v; want present since %v", s.State, s.Since.Stamp, earliest)
			}
		}
	})
}

func TestWhatIsDoneToASeatIsWhatItShows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyEvening(t)[0]
		before := d.seat()
		deputy := model.Deputy{
			Name: rapid.StringMatching(`[A-Z<&"][a-z]{0,4}`).Draw(t, "name"),
			Post: rapid.SampledFrom([]string{"", "Sekdes"}).Draw(t, "post"),
		}
		want := rapid.SampledFrom(model.States()).Draw(t, "state")
		again := func() []model.Set { return d.seat().Put(want) }
		switch want {
		case model.StatePresent:
			again = func() []model.Set { return d.seat().Arrive(model.HowSearch) }
		case model.StateRepresented:
			again = func() []model.Set { return d.seat().Represent(deputy) }
		}
		changed := d.act(20, model.VerbCorrect, seatKey(), again()...)
		after := d.seat()
		if want == model.StateRepresented && len(changed) > 0 && len(after.Arrivals)+len(after.Deputies) != 1 {
			t.Fatalf("a hasty arrival or another deputy still stands: %+v", after)
		}
		if after.State != want || want == model.StateRepresented && after.Deputy != deputy {
			t.Fatalf("shows %v, deputy %+v; want %v, %+v", after.State, after.Deputy, want, deputy)
		}
		if sets := again(); len(sets) != 0 {
			t.Fatalf("the second time is not idle: %+v", sets)
		}
		if before.State == want && want != model.StateRepresented {
			sameSeat(t, "done twice", after, before)
		}
	})
}

func TestTheInvitedOneComesAfterAll(t *testing.T) {
	d := newDesks(1)[0]
	d.act(0, model.VerbPresent, seatKey(), d.seat().Arrive(model.HowSearch)...)
	d.act(1, model.VerbRepresent, seatKey(), d.seat().Represent(model.Deputy{Name: "Sri"})...)
	represented := d.seat()
	came := d.act(40, model.VerbPresent, seatKey(), d.seat().Arrive(model.HowScan)...)
	if s := d.seat(); s.State != model.StatePresent || s.Since.When() != at(40) || s.Since.Value != string(model.HowScan) {
		t.Errorf("came late: %v since %v (%s)", s.State, s.Since.When(), s.Since.Value)
	}
	d.undo(t, 41, came)
	sameSeat(t, "the late arrival undone", d.seat(), represented)
}

func TestOnlyAnArrivalOrADeputyTakesAChair(t *testing.T) {
	for _, value := range []string{"present", "represented", "", "kemarin"} {
		s := model.SeatOf(fold(seatKey(), added(1, 1, model.SeatExcuses, value)))
		if s.Came() || !slices.Contains(model.States(), s.State) {
			t.Errorf("an excuse that says %q makes the seat %q (came: %v)", value, s.State, s.Came())
		}
	}
}

func TestWhatNeedsToBeToldMoreIsNotPut(t *testing.T) {
	for _, changes := range [][]model.Change{nil, {added(1, 1, model.SeatExcuses, "absent")}, {added(1, 1, model.SeatArrivals, "scan")}} {
		s := model.SeatOf(fold(seatKey(), changes...))
		for _, state := range []model.State{model.StatePresent, model.StateRepresented, "kemarin"} {
			if sets := s.Put(state); sets != nil {
				t.Errorf("a seat that shows %v is put %v: %+v", s.State, state, sets)
			}
		}
	}
}

func TestCountsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		type guest struct {
			walkIn bool
			state  model.State
		}
		var counts model.Counts
		var guests []guest
		for range rapid.IntRange(0, 20).Draw(t, "notes") {
			if n := len(guests); n > 0 && rapid.Bool().Draw(t, "take back") {
				i := rapid.IntRange(0, n-1).Draw(t, "which")
				counts.Note(guests[i].walkIn, guests[i].state, -1)
				guests = slices.Delete(guests, i, i+1)
				continue
			}
			g := guest{rapid.Bool().Draw(t, "walk-in"), rapid.SampledFrom(model.States()).Draw(t, "state")}
			counts.Note(g.walkIn, g.state, 1)
			guests = append(guests, g)
		}
		var invited, came int
		for _, g := range guests {
			if !g.walkIn {
				invited++
			}
			if g.state == model.StatePresent || g.state == model.StateRepresented {
				came++
			}
		}
		sum := counts.Present + counts.Represented + counts.Excused + counts.Absent + counts.Expected
		if counts.Invited != invited || sum != invited || counts.Came() != came {
			t.Fatalf("%+v of %d invited, %d came", counts, invited, came)
		}
	})
}

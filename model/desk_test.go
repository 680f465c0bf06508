package model_test

import (
	"fmt"
	"slices"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hadir/model"
)

// desk is a laptop at the door: it stamps what it does, knows what it has done and been told, and answers an undo.
type desk struct {
	device  model.Device
	clock   model.Clock
	changes []model.Change
	acts    uint8
}

func newDesks(n int) []*desk {
	desks := make([]*desk, n)
	for i := range desks {
		desks[i] = &desk{device: model.Device(i + 1)}
	}
	return desks
}

// at is a wall time on the evening that the tests are about, in minutes from its start.
func at(minute int) time.Time {
	return time.Date(2023, 11, 21, 1, 0, 0, 0, time.UTC).Add(time.Duration(minute) * time.Minute)
}

// begin is a new act of this desk.
func (d *desk) begin(minute int, v model.Verb) model.Act {
	d.acts++
	return model.Act{
		ID: model.ID{byte(d.device), d.acts}, Officer: fmt.Sprintf("officer %d", d.device), Desk: fmt.Sprintf("Meja %d", d.device),
		Wall: at(minute), Verb: v,
	}
}

// do accepts an act's changes as a store would, and gives them back stamped.
func (d *desk) do(changes ...model.Change) []model.Change {
	for i := range changes {
		changes[i].Device, changes[i].Time = d.device, d.clock.Tick(time.UnixMilli(changes[i].Wall))
	}
	d.changes = append(d.changes, changes...)
	return changes
}

// act does one thing to one record; nothing where there is nothing to do.
func (d *desk) act(minute int, v model.Verb, k model.Key, sets ...model.Set) []model.Change {
	if len(sets) == 0 {
		return nil
	}
	return d.do(d.begin(minute, v).Change(k, sets...))
}

// undo takes back what act did, as this desk sees things now.
func (d *desk) undo(t rapid.TB, minute int, done []model.Change) (changes []model.Change, kept int) {
	t.Helper()
	a := d.begin(minute, model.VerbUndo)
	if len(done) > 0 {
		a.Undoes = done[0].Act
	}
	changes, kept, err := model.Undo(a, done, d)
	if err != nil {
		t.Fatal(err)
	}
	return d.do(changes...), kept
}

// meet tells each desk what the other knows.
func (d *desk) meet(o *desk) {
	d.learn(o.changes)
	o.learn(d.changes)
}

func (d *desk) learn(changes []model.Change) {
	for _, c := range changes {
		if _, known, _ := d.ChangeAt(c.Key.Event, c.Stamp()); !known {
			d.changes = append(d.changes, c)
			d.clock.See(c.Time)
		}
	}
}

// ChangeAt is part of [model.History].
func (d *desk) ChangeAt(event model.ID, s model.Stamp) (model.Change, bool, error) {
	i := slices.IndexFunc(d.changes, func(c model.Change) bool { return c.Stamp() == s && c.Key.Event == event })
	if i < 0 {
		return model.Change{}, false, nil
	}
	return d.changes[i], true, nil
}

// Record is part of [model.History].
func (d *desk) Record(k model.Key) (model.Record, error) { return fold(k, d.changes...), nil }

func (d *desk) record(k model.Key) model.Record { return fold(k, d.changes...) }

func (d *desk) seat() model.Seat { return model.SeatOf(d.record(seatKey())) }

func seatKey() model.Key { return model.SeatKey(model.ID{1}, model.ID{}, model.ID{2}) }

// shown is what people see of a seat: all but the stamps, which nobody does.
type shown struct {
	State  model.State
	Origin model.Origin
	Value  string
	Deputy model.Deputy
}

func shows(s model.Seat) shown {
	return shown{State: s.State, Origin: s.Since.Origin, Value: s.Since.Value, Deputy: s.Deputy}
}

func sameSeat(t rapid.TB, what string, got, want model.Seat) {
	t.Helper()
	if d := gocmp.Diff(shows(want), shows(got)); d != "" {
		t.Fatalf("%s (-want +got):\n%s", what, d)
	}
}

// anySets is something that the door can do to the seat as the desk sees it now.
func anySets(t *rapid.T, s model.Seat) (model.Verb, []model.Set) {
	switch rapid.SampledFrom([]string{"arrive", "represent", "excuse", "absent", "expect"}).Draw(t, "key") {
	case "arrive":
		return model.VerbPresent, s.Arrive(model.HowSearch)
	case "represent":
		return model.VerbRepresent, s.Represent(model.Deputy{Name: rapid.SampledFrom([]string{"Sri", "Teguh"}).Draw(t, "deputy")})
	case "excuse":
		return model.VerbExcuse, s.Put(model.StateExcused)
	case "absent":
		return model.VerbAbsent, s.Put(model.StateAbsent)
	}
	return model.VerbExpect, s.Put(model.StateExpected)
}

// anyEvening is two desks that worked on one seat, meeting or not, and then met.
func anyEvening(t *rapid.T) []*desk {
	desks := newDesks(2)
	for minute := range rapid.IntRange(0, 6).Draw(t, "acts") {
		d := desks[rapid.IntRange(0, 1).Draw(t, "desk")]
		v, sets := anySets(t, d.seat())
		d.act(minute, v, seatKey(), sets...)
		if rapid.Bool().Draw(t, "meet") {
			desks[0].meet(desks[1])
		}
	}
	desks[0].meet(desks[1])
	return desks
}

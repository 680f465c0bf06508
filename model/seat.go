package model

import (
	"encoding/json"
	"slices"
)

// The sets of a seat. A seat has no registers: what an act did to a set can be taken back as if it had never been, in whatever
// order two desks did and undid things, while of a register the covered texts are gone.
const (
	SeatArrivals = "arrivals" // in person; the value says how
	SeatDeputies = "deputies" // somebody came in the guest's place; the value is a Deputy
	SeatExcuses  = "excuses"  // the value is a State: excused or absent
)

// State is what happened to a guest at a session.
type State string

// The states. Nobody stores StateExpected: it is what a seat shows that nobody has touched.
const (
	StateExpected    State = "expected"    // belum datang
	StatePresent     State = "present"     // hadir
	StateRepresented State = "represented" // diwakili
	StateExcused     State = "excused"     // izin
	StateAbsent      State = "absent"      // tanpa keterangan
)

// States are all states in the order in which lists name them.
func States() []State {
	return []State{StateExpected, StatePresent, StateRepresented, StateExcused, StateAbsent}
}

// How says how an arrival was noted.
type How string

// The ways in which an arrival is noted.
const (
	HowSearch How = "search"
	HowScan   How = "scan"
	HowWalkIn How = "walk-in"
	HowPaper  How = "paper"
)

// Deputy is who came in a guest's place.
type Deputy struct {
	Name string `json:"name"`
	Post string `json:"post,omitempty"`
	How  How    `json:"how,omitempty"` // how it was noted, where not at the door
}

// Seat is what happened to one guest at one session (kehadiran).
type Seat struct {
	Guest    ID
	State    State
	Since    Element // what made it so; its time is the arrival's where State is present or represented
	Deputy   Deputy  // where State is represented
	Arrivals []Element
	Deputies []Element
	Excuses  []Element
}

// SeatKey is the key of a guest's seat at a session; the zero session is the one that every event has.
func SeatKey(event, session, guest ID) Key {
	return Key{Kind: KindSeat, Event: event, Session: session, ID: guest}
}

// SeatOf reads a seat from its record. The earliest arrival that stands is shown; it outranks a deputy, and both outrank an
// excuse. Of deputies and excuses the latest is shown; an excuse that says neither excused nor absent counts for nothing.
func SeatOf(r Record) Seat {
	s := Seat{
		Guest: r.Key.ID, State: StateExpected,
		Arrivals: r.Elements(SeatArrivals), Deputies: r.Elements(SeatDeputies), Excuses: r.Elements(SeatExcuses),
	}
	switch {
	case len(s.Arrivals) > 0:
		s.State, s.Since = StatePresent, s.Arrivals[0]
	case len(s.Deputies) > 0:
		s.State, s.Since = StateRepresented, s.Deputies[len(s.Deputies)-1]
		s.Deputy = DeputyOf(s.Since)
	default:
		s.excuse()
	}
	return s
}

// excuse gives the seat the state of its latest excuse. What else a value might say, "present" in a hostile file, takes no
// chair.
func (s *Seat) excuse() {
	for _, e := range slices.Backward(s.Excuses) {
		if state := State(e.Value); state == StateExcused || state == StateAbsent {
			s.State, s.Since = state, e
			return
		}
	}
}

// DeputyOf reads an element of [SeatDeputies].
func DeputyOf(e Element) Deputy {
	var d Deputy
	if json.Unmarshal([]byte(e.Value), &d) != nil {
		d.Name = e.Value
	}
	return d
}

// Came reports whether a chair is taken on the guest's behalf.
func (s Seat) Came() bool { return s.State == StatePresent || s.State == StateRepresented }

// Arrive is the sets of a guest who comes in person; none when the seat already shows that.
func (s Seat) Arrive(how How) []Set {
	if s.State == StatePresent {
		return nil
	}
	return []Set{Add(SeatArrivals, string(how))}
}

// Represent is the sets of a guest in whose place somebody came. A hasty "hadir" is withdrawn, and so is another deputy.
func (s Seat) Represent(d Deputy) []Set {
	if s.State == StateRepresented && s.Deputy.Name == d.Name && s.Deputy.Post == d.Post {
		return nil
	}
	// A Deputy is two strings: it cannot fail to be written.
	v, _ := json.Marshal(d)
	sets := withdrawAll(SeatArrivals, s.Arrivals)
	sets = append(sets, withdrawAll(SeatDeputies, s.Deputies)...)
	return append(sets, Add(SeatDeputies, string(v)))
}

// Put is the sets that give the seat a state that is no arrival: excused, absent or expected. What was seen to say
// otherwise is withdrawn. There are none for a state that the seat shows already, nor for one that needs to be told more,
// which is what [Seat.Arrive] and [Seat.Represent] are for.
func (s Seat) Put(state State) []Set {
	var put []Set
	switch state {
	case s.State:
		return nil
	case StateExpected:
	case StateExcused, StateAbsent:
		put = []Set{Add(SeatExcuses, string(state))}
	default:
		return nil
	}
	return slices.Concat(
		withdrawAll(SeatArrivals, s.Arrivals), withdrawAll(SeatDeputies, s.Deputies), withdrawAll(SeatExcuses, s.Excuses), put,
	)
}

func withdrawAll(field string, elements []Element) []Set {
	if len(elements) == 0 {
		return nil
	}
	stamps := make([]Stamp, len(elements))
	for i, e := range elements {
		stamps[i] = e.Stamp
	}
	return []Set{Withdraw(field, stamps...)}
}

// Counts are the figures of one session's attendance, in guests. Invited ones are in exactly one of Present, Represented,
// Excused, Absent and Expected.
type Counts struct {
	Invited, Present, Represented, Excused, Absent, Expected int
	WalkIns                                                  int // tambahan who came
}

// Came is how many chairs are taken.
func (c Counts) Came() int { return c.Present + c.Represented + c.WalkIns }

// Note counts a guest in a state; n is +1 to count and -1 to take back.
func (c *Counts) Note(walkIn bool, s State, n int) {
	if walkIn {
		if s == StatePresent || s == StateRepresented {
			c.WalkIns += n
		}
		return
	}
	c.Invited += n
	switch s {
	case StatePresent:
		c.Present += n
	case StateRepresented:
		c.Represented += n
	case StateExcused:
		c.Excused += n
	case StateAbsent:
		c.Absent += n
	default:
		c.Expected += n
	}
}

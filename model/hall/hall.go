// Package hall is one session's attendance as the door sees it: the guests of the list with their seats, found by a few
// letters, counted, and kept in step with what every desk commits. It holds everything in memory and does no I/O.
package hall

import (
	"bytes"
	"cmp"
	"math"
	"slices"
	"strings"

	"hadir/model"
	"hadir/model/name"
)

// Recent is how many of the last arrivals a hall remembers.
const Recent = 20

// Hall is the guests and seats of one session. It is not safe for concurrent use: a screen owns its own.
type Hall struct {
	Event   model.Event
	Session model.Session

	guests []Listed       // the first sorted are in the order of their IDs, as they were read; those who came later follow
	seen   []*model.Guest // the guests in whole, of those whom somebody has looked at
	unpack func(Listed) model.Guest
	sorted int
	late   map[model.ID]int32 // where the guests who came later stand
	list   []int32            // where guests stand, in the order of the list: the rows of the index
	rows   []int32            // the row of each guest
	seats  map[model.ID]model.Seat
	index  *name.Index
	recent []model.ID // guests who came, latest first

	all        model.Counts
	byCategory tally
	bySex      tally
}

// New makes a hall of guests, in the order of their IDs, each with its terms (see [Terms]), and the seats that somebody has
// touched. It takes guests and seats over.
func New(event model.Event, session model.Session, guests []model.Guest, terms []string, seats []model.Seat) *Hall {
	list := make([]Listed, len(guests))
	for i, g := range guests {
		list[i].ID, list[i].Terms = g.ID, terms[i]
		list[i].Take(g)
	}
	h := Open(event, session, list, nil, seats)
	for i := range guests {
		h.seen[i] = &guests[i]
	}
	return h
}

// Open makes a hall of the list as a store has it, in the order of the IDs, and the seats that somebody has touched. Guests
// are unpacked when somebody looks at them. It takes the slices over.
func Open(event model.Event, session model.Session, list []Listed, unpack func(Listed) model.Guest, seats []model.Seat) *Hall {
	h := &Hall{
		Event: event, Session: session, guests: list, seen: make([]*model.Guest, len(list)), unpack: unpack, sorted: len(list),
		late: make(map[model.ID]int32), seats: make(map[model.ID]model.Seat, len(seats)),
	}
	h.sortByList()
	for _, s := range seats {
		h.seats[s.Guest] = s
	}
	h.recount()
	h.remember(seats)
	return h
}

// sortByList finds the order of the list, by number, then by ID, so that two laptops show the same, and indexes the guests in
// that order. The guests themselves stay where they are: there may be 100,000, and a door opens at once.
func (h *Hall) sortByList() {
	h.list, h.rows = inOrder(h.guests), make([]int32, len(h.guests))
	terms := make([]string, len(h.guests))
	for row, at := range h.list {
		h.rows[at] = int32(row)
		if g := &h.guests[at]; !g.Removed {
			terms[row] = g.Terms
		}
	}
	h.index = name.NewIndex(terms)
}

// inOrder gives where the guests of a list stand, by their numbers; those with the same number stay in their order.
func inOrder(guests []Listed) []int32 {
	out := make([]int32, len(guests))
	last := 0
	for i := range guests {
		out[i] = int32(i)
		last = max(last, guests[i].Order)
		if guests[i].Order < 0 {
			last = math.MaxInt
		}
	}
	if last > 4*len(guests)+1000 {
		slices.SortStableFunc(out, func(a, b int32) int { return cmp.Compare(guests[a].Order, guests[b].Order) })
		return out
	}
	// Numbers run from 1 to the length of the list, as a rule: they are counted, which touches everybody twice.
	starts := make([]int32, last+2)
	for i := range guests {
		starts[guests[i].Order+1]++
	}
	for i := range last {
		starts[i+1] += starts[i]
	}
	for i := range guests {
		at := &starts[guests[i].Order]
		out[*at] = int32(i)
		*at++
	}
	return out
}

// Terms are what the door searches of a guest, folded once when the guest is written.
func Terms(g model.Guest) string {
	return name.Terms(name.Entry{
		Name: g.Name, Post: g.Post, Institution: g.Institution, Place: g.Village + " " + g.District,
		Phone: cmp.Or(g.Phone, g.PhoneRaw), Row: g.Number(),
	})
}

// Len is how many guests there have been, removed ones included; rows run from 0 to Len-1, in the order of the list, and
// those who came while the hall was open stand at its end.
func (h *Hall) Len() int { return len(h.guests) }

// At is the guest in a row.
func (h *Hall) At(row int) *model.Guest { return h.guest(h.list[row]) }

// guest is the guest who stands at a place, in whole.
func (h *Hall) guest(at int32) *model.Guest {
	if h.seen[at] == nil {
		g := h.unpack(h.guests[at])
		h.seen[at] = &g
	}
	return h.seen[at]
}

// Seat is what happened to a guest; a seat that nobody has touched is expected.
func (h *Hall) Seat(guest model.ID) model.Seat {
	if s, ok := h.seats[guest]; ok {
		return s
	}
	return model.Seat{Guest: guest, State: model.StateExpected}
}

// Guest is the guest with that ID; nil when the list has none.
func (h *Hall) Guest(id model.ID) *model.Guest {
	if at, ok := h.place(id); ok {
		return h.guest(at)
	}
	return nil
}

// ByCode are the guests whose code it is: one, none, or (less than once in 200 events of 100,000) more.
func (h *Hall) ByCode(code string) []*model.Guest {
	prefix, ok := model.ParseCode(code)
	if !ok {
		return nil
	}
	var out []*model.Guest
	take := func(at int) bool {
		fits := strings.HasPrefix(h.guests[at].ID.String(), prefix)
		if fits && !h.guests[at].Removed {
			out = append(out, h.guest(int32(at)))
		}
		return fits
	}
	at, _ := slices.BinarySearchFunc(h.guests[:h.sorted], prefix, func(g Listed, want string) int {
		return cmp.Compare(g.ID.String()[:len(want)], want)
	})
	for at < h.sorted && take(at) {
		at++
	}
	for i := h.sorted; i < len(h.guests); i++ {
		take(i)
	}
	return out
}

// NextOrder is the number on the list that a guest who is added now gets: late names are appended.
func (h *Hall) NextOrder() int {
	last := 0
	for i := range h.guests {
		last = max(last, h.guests[i].Order)
	}
	return last + 1
}

// Recent are the guests who came last, latest first, at most [Recent].
func (h *Hall) Recent() []model.ID { return h.recent }

// place finds where a guest stands.
func (h *Hall) place(id model.ID) (int32, bool) {
	if at, ok := h.late[id]; ok {
		return at, true
	}
	at, ok := slices.BinarySearchFunc(h.guests[:h.sorted], id, func(g Listed, id model.ID) int {
		return bytes.Compare(g.ID[:], id[:])
	})
	return int32(at), ok
}

// remember finds the latest arrivals among seats.
func (h *Hall) remember(seats []model.Seat) {
	came := slices.DeleteFunc(slices.Clone(seats), func(s model.Seat) bool { return !s.Came() })
	slices.SortFunc(came, func(a, b model.Seat) int { return b.Since.Stamp.Compare(a.Since.Stamp) })
	for _, s := range came[:min(Recent, len(came))] {
		h.recent = append(h.recent, s.Guest)
	}
}

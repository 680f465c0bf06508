// Package hall is one session's attendance as the door sees it: the guests of the list with their seats, found by a few
// letters, counted, and kept in step with what every desk commits. It holds everything in memory and does no I/O.
package hall

import (
	"bytes"
	"cmp"
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

	guests []model.Guest // the first sorted are in the order of their IDs, as they were read; those who came later follow
	sorted int
	late   map[model.ID]int32 // where the guests who came later stand
	list   []int32            // where guests stand, in the order of the list: the rows of the index
	rows   []int32            // the row of each guest
	seats  map[model.ID]model.Seat
	index  *name.Index
	recent []model.ID // guests who came, latest first

	all        model.Counts
	byCategory map[string]*model.Counts
	bySex      map[string]*model.Counts
}

// New makes a hall of guests, in the order of their IDs, each with its terms (see [Terms]), and the seats that somebody has
// touched. It takes the slices over.
func New(event model.Event, session model.Session, guests []model.Guest, terms []string, seats []model.Seat) *Hall {
	h := &Hall{
		Event: event, Session: session, guests: guests, sorted: len(guests),
		late: make(map[model.ID]int32), seats: make(map[model.ID]model.Seat, len(seats)),
	}
	h.sortByList(terms)
	for _, s := range seats {
		h.seats[s.Guest] = s
	}
	h.recount()
	h.remember(seats)
	return h
}

// sortByList finds the order of the list, by number, then by ID, so that two laptops show the same, and indexes the guests in
// that order. The guests themselves stay where they are: there may be 100,000, and a door opens at once.
func (h *Hall) sortByList(terms []string) {
	// Number and place in one word each: sorting these touches no guest.
	keys := make([]uint64, len(h.guests))
	for i := range h.guests {
		keys[i] = uint64(uint32(h.guests[i].Order))<<32 | uint64(i)
	}
	slices.Sort(keys)
	h.list, h.rows = make([]int32, len(h.guests)), make([]int32, len(h.guests))
	inOrder := make([]string, len(terms))
	for row, key := range keys {
		at := int32(uint32(key))
		h.list[row] = at
		h.rows[at] = int32(row)
		if !h.guests[at].Removed {
			inOrder[row] = terms[at]
		}
	}
	h.index = name.NewIndex(inOrder)
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
func (h *Hall) At(row int) *model.Guest { return &h.guests[h.list[row]] }

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
		return &h.guests[at]
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
	take := func(g *model.Guest) bool {
		fits := strings.HasPrefix(g.ID.String(), prefix)
		if fits && !g.Removed {
			out = append(out, g)
		}
		return fits
	}
	at, _ := slices.BinarySearchFunc(h.guests[:h.sorted], prefix, func(g model.Guest, want string) int {
		return cmp.Compare(g.ID.String()[:len(want)], want)
	})
	for at < h.sorted && take(&h.guests[at]) {
		at++
	}
	for i := h.sorted; i < len(h.guests); i++ {
		take(&h.guests[i])
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
	at, ok := slices.BinarySearchFunc(h.guests[:h.sorted], id, func(g model.Guest, id model.ID) int {
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

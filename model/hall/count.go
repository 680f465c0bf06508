package hall

import (
	"cmp"
	"slices"
	"strings"

	"hadir/model"
)

// Group is the counts of the guests who share a category or a sex; Name is empty for those of whom it is not filled in.
type Group struct {
	Name   string
	Counts model.Counts
}

// Counts are the session's figures.
func (h *Hall) Counts() model.Counts { return h.all }

// ByCategory are the figures by category (unsur), the largest first, the unfilled last.
func (h *Hall) ByCategory() []Group { return h.byCategory.groups() }

// BySex are the figures by sex (L, P), the unfilled last.
func (h *Hall) BySex() []Group { return h.bySex.groups() }

// tally is counts by a name, in the order in which the names were met. There are few: to look through them is quicker than a
// map, and a door counts everybody before it opens.
type tally []Group

// of is the counts of a name.
func (t *tally) of(name string) *model.Counts {
	for i := range *t {
		if (*t)[i].Name == name {
			return &(*t)[i].Counts
		}
	}
	*t = append(*t, Group{Name: name})
	return &(*t)[len(*t)-1].Counts
}

// groups are those who have anybody, in their order.
func (t tally) groups() []Group {
	var out []Group
	for _, g := range t {
		if g.Counts != (model.Counts{}) {
			out = append(out, g)
		}
	}
	slices.SortFunc(out, func(a, b Group) int {
		if (a.Name == "") != (b.Name == "") {
			return cmp.Compare(len(b.Name), len(a.Name))
		}
		return cmp.Or(
			cmp.Compare(b.Counts.Invited+b.Counts.WalkIns, a.Counts.Invited+a.Counts.WalkIns), strings.Compare(a.Name, b.Name),
		)
	})
	return out
}

func (h *Hall) recount() {
	h.all, h.byCategory, h.bySex = model.Counts{}, nil, nil
	for i := range h.guests {
		h.count(int32(i), 1)
	}
}

// count adds the guest at a place, in the present state of the seat, to the figures; n = -1 takes the guest out again.
func (h *Hall) count(at int32, n int) {
	g := &h.guests[at]
	if g.Removed {
		return
	}
	state := model.StateExpected
	if len(h.seats) > 0 {
		state = h.Seat(g.ID).State
	}
	h.all.Note(g.WalkIn, state, n)
	h.byCategory.of(g.Category).Note(g.WalkIn, state, n)
	h.bySex.of(g.Sex).Note(g.WalkIn, state, n)
}

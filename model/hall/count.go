package hall

import (
	"cmp"
	"maps"
	"slices"

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
func (h *Hall) ByCategory() []Group { return groups(h.byCategory) }

// BySex are the figures by sex (L, P), the unfilled last.
func (h *Hall) BySex() []Group { return groups(h.bySex) }

func groups(m map[string]*model.Counts) []Group {
	var out []Group
	for _, n := range slices.Sorted(maps.Keys(m)) {
		if *m[n] != (model.Counts{}) {
			out = append(out, Group{n, *m[n]})
		}
	}
	slices.SortStableFunc(out, func(a, b Group) int {
		if (a.Name == "") != (b.Name == "") {
			return cmp.Compare(len(b.Name), len(a.Name))
		}
		return cmp.Compare(b.Counts.Invited+b.Counts.WalkIns, a.Counts.Invited+a.Counts.WalkIns)
	})
	return out
}

func (h *Hall) recount() {
	h.all = model.Counts{}
	h.byCategory, h.bySex = make(map[string]*model.Counts), make(map[string]*model.Counts)
	for i := range h.guests {
		h.count(&h.guests[i], 1)
	}
}

// count adds a guest in the present state of the seat to the figures; n = -1 takes the guest out again.
func (h *Hall) count(g *model.Guest, n int) {
	if g.Removed {
		return
	}
	state := h.Seat(g.ID).State
	h.all.Note(g.WalkIn, state, n)
	tally(h.byCategory, g.Category).Note(g.WalkIn, state, n)
	tally(h.bySex, g.Sex).Note(g.WalkIn, state, n)
}

func tally(m map[string]*model.Counts, key string) *model.Counts {
	c := m[key]
	if c == nil {
		c = new(model.Counts)
		m[key] = c
	}
	return c
}

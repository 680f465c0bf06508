package screen

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/name"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// The choices of a filter that are not values of guests.
const (
	filterAll     = "all"     // no filter
	filterWalkIns = "walk-in" // of states: tambahan
)

// guestFilter is what lets guests through. The zero filter lets everybody.
type guestFilter struct {
	state       string          // a model.State, or filterWalkIns; empty: any
	category    *model.Category // nil: any; the empty one is "not filled in"
	institution map[string]bool // all spellings of the institution; nil: any
	called      string          // what the institution is called
	words       string          // as typed
}

// on reports whether anybody may be left out.
func (f guestFilter) on() bool {
	return f.state != "" || f.category != nil || f.institution != nil || f.words != ""
}

// passes reports whether a guest with this seat is let through, words aside.
func (f guestFilter) passes(g *model.Guest, seat func(model.ID) model.Seat) bool {
	switch {
	case f.category != nil && model.Category(g.Category) != *f.category:
		return false
	case f.institution != nil && !f.institution[from(g)]:
		return false
	}
	return f.state == "" || f.state == stateOf(g, seat(g.ID).State) || f.state == filterWalkIns && g.WalkIn
}

// stateOf is the state that a guest is filtered by. Somebody who was not invited is not missing, whatever the seat says.
func stateOf(g *model.Guest, s model.State) string {
	if g.WalkIn && s == model.StateExpected {
		return ""
	}
	return string(s)
}

// from is what a guest is filed under as an institution.
func from(g *model.Guest) string { return cmp.Or(g.Institution, g.Village) }

// guestOrder is how the list is sorted.
type guestOrder int

const (
	orderNumber guestOrder = iota
	orderName
	orderInstitution
	orderArrival
	orders
)

// label names the order.
func (o guestOrder) label() lang.Key {
	return [...]lang.Key{"guests.by-number", "guests.by-name", "guests.by-institution", "guests.by-arrival"}[o]
}

// arrange sorts everybody anew, then filters.
func (g *guestList) arrange() {
	g.stale = false
	g.sorted = g.sorted[:0]
	for i := range g.hall.Len() {
		if !g.hall.At(i).Removed {
			g.sorted = append(g.sorted, int32(i))
		}
	}
	g.sort()
	g.refilter()
}

// sort puts the rows, which stand in the order of the list, in the chosen order. What they are sorted by is worked out once
// for each.
func (g *guestList) sort() {
	if g.order == orderNumber {
		return
	}
	type keyed struct {
		text string
		at   uint64
		row  int32
	}
	rows := make([]keyed, len(g.sorted))
	for i, row := range g.sorted {
		rows[i] = keyed{row: row}
		switch x := g.hall.At(int(row)); g.order {
		case orderName:
			rows[i].text = g.fold(x.Name, name.Fold)
		case orderInstitution:
			rows[i].text = g.fold(from(x), name.FoldText)
		case orderArrival:
			rows[i].at = g.arrived(x.ID)
		}
	}
	// Stable: those who share a key keep the order of the list.
	slices.SortStableFunc(rows, func(a, b keyed) int {
		// Nothing to sort by comes last.
		return cmp.Or(blankLast(a.text, b.text), cmp.Compare(a.at, b.at), strings.Compare(a.text, b.text))
	})
	for i, r := range rows {
		g.sorted[i] = r.row
	}
}

// fold folds a text once: every guest who comes or is corrected sorts the list anew, and folding is most of that.
func (g *guestList) fold(s string, fold func(string) string) string {
	folded, ok := g.folded[s]
	if !ok {
		folded = fold(s)
		g.folded[s] = folded
	}
	return folded
}

func blankLast(a, b string) int {
	switch {
	case (a == "") == (b == ""):
		return 0
	case a == "":
		return 1
	}
	return -1
}

// arrived is the place of a guest among the arrivals; who has not come stands behind all who have.
func (g *guestList) arrived(id model.ID) uint64 {
	if s := g.hall.Seat(id); s.Came() {
		return uint64(s.Since.Origin.Wall)
	}
	return 1 << 63
}

// refilter shows those whom the filter lets through; the cursor stays with its guest.
func (g *guestList) refilter() {
	if g.hall == nil {
		return
	}
	meant := g.meant()
	// A new array: the list looks at the old rows to find where its guest has gone.
	g.shown = make([]int32, 0, len(g.shown))
	for _, row := range g.sorted {
		x := g.hall.At(int(row))
		if (meant == nil || meant[x.ID]) && g.filter.passes(x, g.hall.Seat) {
			g.shown = append(g.shown, row)
		}
	}
	g.list.Show(everybody{g.hall, g.shown})
}

// meant are the guests whom the typed words find; near misses only where nobody fits exactly. Nil: nothing was typed.
func (g *guestList) meant() map[model.ID]bool {
	if strings.TrimSpace(g.filter.words) == "" {
		return nil
	}
	found := g.hall.Find(g.filter.words, g.hall.Len())
	out := make(map[model.ID]bool, len(found))
	for _, m := range found {
		if m.Near && !found[0].Near {
			break
		}
		out[m.Guest.ID] = true
	}
	return out
}

// sortNext goes to the next order. The cursor stays with its guest.
func (g *guestList) sortNext() tea.Cmd {
	g.order = (g.order + 1) % orders
	g.folded = make(map[string]string)
	g.arrange()
	return say(kit.Plain, "guests.sorted", "order", g.order.label())
}

// showAll takes every filter off.
func (g *guestList) showAll() tea.Cmd {
	g.filter = guestFilter{}
	g.refilter()
	return nil
}

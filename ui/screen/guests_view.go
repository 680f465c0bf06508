package screen

import (
	"cmp"
	"strings"

	"charm.land/lipgloss/v2"

	"hadir/model"
	"hadir/model/ident"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// guestsLow is the height below which the figures above the list give way to rows.
const guestsLow = 10

// phoned reports whether the list has the column of phones: only that of the missing has, whom somebody is going to call.
func (g *guestList) phoned() bool { return g.filter.state == string(model.StateExpected) }

// guestsWide is the width of a row from which there is room for more than a name, and what is to be known of it.
const guestsWide = 44

// table draws rows of w cells.
func (g *guestList) table(w int) *kit.Table[foundRow] {
	tables := g.tables
	if w < guestsWide {
		tables = g.narrow
	}
	if g.phoned() {
		return tables[1]
	}
	return tables[0]
}

// detail says of the guest under the cursor what a narrow row leaves out: without it, namesakes could not be told apart.
func (g *guestList) detail(w, h int) string {
	r, ok := g.list.Selected()
	if w-3 >= guestsWide || h < 5 || !ok {
		return ""
	}
	return g.env.Muted.Render(g.env.Cut(g.env.Number(r.guest.Order)+". "+g.env.introduced(*r.guest), w-1))
}

func (g *guestList) number() kit.Column[foundRow] {
	return kit.Column[foundRow]{Title: "guests.number", Size: kit.Size{Fixed: 5}, Right: true, Text: func(r foundRow) string {
		return g.env.Number(r.guest.Order)
	}}
}

func (g *guestList) name() kit.Column[foundRow] {
	return kit.Column[foundRow]{Title: "guests.name", Size: kit.Size{Min: 18, Share: 3}, Text: func(r foundRow) string {
		return g.env.called(*r.guest)
	}}
}

func (g *guestList) state() kit.Column[foundRow] {
	return kit.Column[foundRow]{Title: "guests.status", Size: kit.Size{Fixed: 16}, Text: func(r foundRow) string {
		return g.seatWords(g.hall.Seat(r.guest.ID))
	}, Style: func(r foundRow) *lipgloss.Style {
		if g.hall.Seat(r.guest.ID).Came() {
			return &g.env.Good
		}
		return nil
	}}
}

func (g *guestList) phone() kit.Column[foundRow] {
	return kit.Column[foundRow]{Title: "guests.phone", Size: kit.Size{Fixed: 16}, Text: func(r foundRow) string {
		if g.hidden {
			return phoneMasked(r.guest.Phone, r.guest.PhoneRaw)
		}
		return cmp.Or(ident.FormatPhone(r.guest.Phone), r.guest.PhoneRaw)
	}}
}

func (g *guestList) from() kit.Column[foundRow] {
	return kit.Column[foundRow]{Title: "guests.from", Size: kit.Size{Min: 22, Share: 3}, Text: func(r foundRow) string {
		return r.guest.From()
	}}
}

func (g *guestList) post() kit.Column[foundRow] {
	return kit.Column[foundRow]{Title: "guests.post", Size: kit.Size{Min: 16, Share: 1}, Text: func(r foundRow) string {
		return r.guest.Post
	}}
}

// View draws the figures, what is filtered, and the list; or what is being asked.
func (g *guestList) View(w, h int) string {
	switch {
	case g.hall == nil:
		return g.env.Muted.Render(g.env.Cut(g.env.Say("guests.reading"), w-1))
	case g.pick != nil:
		return g.pick.View(w, h)
	}
	head := g.head(w, h)
	g.top = max(0, min(len(head), h-1))
	g.list.Empty = g.empty()
	return kit.Frame(w, h, strings.Join(head, "\n"), g.detail(w, h), g.list.View)
}

// head gives the lines above the list.
func (g *guestList) head(w, h int) []string {
	var lines []string
	if g.box != nil {
		lines = append(lines, g.env.Mark+g.box.View(w-2, 1))
	}
	if h >= guestsLow {
		for _, line := range g.figures(w - 1) {
			lines = append(lines, g.env.Title.Render(g.env.Cut(line, w-1)))
		}
		lines = append(lines, g.env.Muted.Render(g.env.Cut(g.filtered(), w-1)))
	} else if part := g.part(); part != "" {
		// Whose attendance it is must be seen even where nothing else is.
		lines = append(lines, g.env.Muted.Render(g.env.Cut(part, w-1)))
	}
	return append(lines, g.env.NoMark+g.table(w-3).Head(max(0, w-3)))
}

// figures are the counts of the session, in one line of w cells if that holds them, else in two.
func (g *guestList) figures(w int) []string {
	c := g.hall.Counts()
	invited := g.env.Say("guests.invited", "n", g.env.Number(c.Invited), "parts", g.env.stateCounts(c))
	others := g.env.Say("guests.others", "extra", g.env.Number(c.WalkIns), "came", g.env.Number(c.Came()))
	if one := invited + " | " + others; kit.Width(one) <= w {
		return []string{one}
	}
	return []string{invited, others}
}

// filtered says what is filtered and how the list is sorted.
func (g *guestList) filtered() string {
	parts := []string{g.env.Say("guests.shown", "n", g.env.Number(len(g.shown)), "of", g.env.Number(len(g.sorted)))}
	if part := g.part(); part != "" {
		parts = append([]string{part}, parts...)
	}
	if g.filter.state == filterWalkIns {
		parts = append(parts, g.env.Say("guests.walk-ins"))
	} else if g.filter.state != "" {
		parts = append(parts, g.env.Say(stateWords(model.State(g.filter.state))))
	}
	if c := g.filter.category; c != nil {
		parts = append(parts, g.env.Say("guests.category", "what", g.env.categoryWords(string(*c))))
	}
	if g.filter.institution != nil {
		parts = append(parts, cmp.Or(g.filter.called, g.env.Say("guests.no-institution")))
	}
	if g.filter.words != "" {
		parts = append(parts, "\""+g.filter.words+"\"")
	}
	return strings.Join(append(parts, g.env.Say(g.order.label())), " | ")
}

// empty is what stands in the place of rows.
func (g *guestList) empty() lang.Phrase {
	switch {
	case len(g.sorted) == 0:
		return lang.Of("guests.none")
	case g.hall.Counts().Expected == 0 && g.phoned():
		return lang.Of("guests.all-in")
	}
	return lang.Of("guests.no-match")
}

// Cursor is in the box, on the choice, or on the guest.
func (g *guestList) Cursor() (x, y int, ok bool) {
	switch {
	case g.pick != nil:
		return g.pick.Cursor()
	case g.box != nil:
		x, y, ok = g.box.Cursor()
		return x + kit.Width(g.env.Mark), y, ok
	}
	x, y, ok = g.list.Cursor()
	return x, y + g.top, ok && g.hall != nil
}

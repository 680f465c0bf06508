package screen

import (
	"slices"

	"hadir/ui/kit"
)

// View draws the list under the heading of the section that is on top, wherever the list has been scrolled to.
func (l *eventList) View(w, h int) string {
	if len(l.rows) == 0 || h < 2 {
		return l.List.View(w, h)
	}
	l.high = h - 1
	rows := l.List.View(w, l.high)
	_, y, _ := l.List.Cursor()
	top := l.Index() - y
	s := l.rows[top].section
	if l.rows[top].heads() && top > 0 {
		// Its own heading comes next; above it stands the section that has just gone out of sight.
		s = l.rows[top-1].section
	}
	return l.env.Title.Render(l.env.Cut(l.headed(s), w-1)) + "\n" + rows
}

// Cursor is on the selected row.
func (l *eventList) Cursor() (x, y int, ok bool) {
	x, y, ok = l.List.Cursor()
	return x, y + 1, ok
}

// eventsWide is the width of a row from which there is room for venues.
const eventsWide = 60

// layout makes the columns as wide as the longest day and the largest count need.
func (l *eventList) layout() {
	day := 5
	for _, r := range l.rows {
		if r.event != nil {
			day = max(day, kit.Width(l.when(r)))
		}
	}
	when := kit.Column[eventRow]{Size: kit.Size{Fixed: day}, Text: l.when}
	theme := kit.Column[eventRow]{Size: kit.Size{Min: 16, Share: 5}, Text: l.name}
	venue := kit.Column[eventRow]{Size: kit.Size{Min: 10, Share: 1}, Text: func(r eventRow) string { return r.event.Venue }}
	counts := kit.Column[eventRow]{Size: kit.Size{Fixed: l.tally.wide()}, Text: l.tally.words, Right: true}
	l.wide = kit.NewTable(l.env.Look, when, theme, venue, counts)
	l.narrow = kit.NewTable(l.env.Look, when, theme, counts)
}

// draw gives one row in w cells.
func (l *eventList) draw(r eventRow, w int) string {
	switch {
	case r.event != nil && w < eventsWide:
		return l.narrow.Row(r, w)
	case r.event != nil:
		return l.wide.Row(r, w)
	case r.action != nil:
		return l.works.Row(r, w)
	case r.older > 0:
		return l.env.Muted.Render(l.env.Cut(l.env.Say("home.older", "n", r.older), w))
	}
	return l.env.Title.Render(l.env.Cut(l.headed(r.section), w))
}

// when is the time of an event of today, the day of any other, with the year where it is not this one.
func (l *eventList) when(r eventRow) string {
	d, code := r.event.date(), l.env.dates()
	switch {
	case r.section == sectionToday:
		return r.event.start
	case d.IsZero():
		return l.env.Say("home.undated")
	case d.Year != l.env.Today().Year:
		return d.Short(code)
	}
	return d.DayMonth(code)
}

// name is what an event is called in its row. Sample data among real events says so; where all are, the heading does.
func (l *eventList) name(r eventRow) string {
	theme := r.event.Theme
	if theme == "" {
		theme = l.env.Say("event.untitled")
	}
	if r.event.Sample && !l.samples() {
		theme = l.env.Say("event.sample") + " " + theme
	}
	return theme
}

// samples reports whether there are events, and all are sample data.
func (l *eventList) samples() bool {
	return len(l.events) > 0 && !slices.ContainsFunc(l.events, func(e *dated) bool { return !e.Sample })
}

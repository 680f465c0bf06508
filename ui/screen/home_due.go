package screen

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
)

// homeDue is how many follow-ups the first screen shows by themselves.
const homeDue = 3

// dueWork is what is overdue and due this week, as home shows it.
type dueWork struct {
	late, soon int
	first      []model.Action // the earliest due in front
}

// dueRead is the work that is due as it was when reading number was made.
type dueRead struct {
	of     *home
	number int
	work   dueWork
	err    error
}

// readDue reads what is due.
func (h *home) readDue() tea.Cmd {
	h.dueNumber++
	h.dueStale = false
	out, store, today := dueRead{of: h, number: h.dueNumber}, h.env.Store, h.env.Today()
	// Weeks begin on Monday.
	sunday := today.AddDays((7 - int(today.Weekday())) % 7)
	return func() tea.Msg {
		w := &out.work
		w.late, w.soon, w.first, out.err = store.Due(context.Background(), today.String(), sunday.String(), homeDue)
		return out
	}
}

// takeDue shows what was read.
func (h *home) takeDue(m dueRead) tea.Cmd {
	if m.of != h || m.number != h.dueNumber {
		return nil
	}
	if m.err != nil {
		return unread(m.err)
	}
	h.list.due = m.work
	if h.list.read {
		h.list.arrange()
	}
	return nil
}

// owes reports whether a commit may have changed what is due.
func owes(c model.Commit) bool {
	return c.Bulk || slices.ContainsFunc(c.Records, func(r model.Record) bool { return r.Key.Kind == model.KindAction })
}

// openBoard opens the board, the cursor on one follow-up; the zero ID: on the first.
func (h *home) openBoard(at model.ID) tea.Cmd {
	b := newFollowUps(h.env, model.ID{})
	b.first = at
	return h.leave(b)
}

// putDue appends the rows of the work that is due.
func (l *eventList) putDue() {
	if l.due.late+l.due.soon == 0 {
		return
	}
	if len(l.rows) > 0 {
		l.rows = append(l.rows, eventRow{section: sectionDue})
	}
	for i := range l.due.first {
		l.rows = append(l.rows, eventRow{section: sectionDue, action: &l.due.first[i]})
	}
}

// headed is the heading of a section, with the figures of the one that has some.
func (l *eventList) headed(s section) string {
	if s != sectionDue {
		return l.env.Say(s.heading())
	}
	words := l.env.Say(s.heading())
	if l.due.late > 0 {
		words += "   " + l.env.Say("home.late", "n", l.env.Number(l.due.late))
	}
	if l.due.soon > 0 {
		words += "   " + l.env.Say("home.soon", "n", l.env.Number(l.due.soon))
	}
	return words
}

// dueTable draws follow-ups among the events.
func dueTable(env *Env) *kit.Table[eventRow] {
	return kit.NewTable(env.Look,
		kit.Column[eventRow]{Size: kit.Size{Min: 16, Share: 3}, Text: func(r eventRow) string { return doWords(*r.action) }},
		kit.Column[eventRow]{Size: kit.Size{Fixed: 18}, Text: func(r eventRow) string { return env.DueWords(*r.action) }},
		kit.Column[eventRow]{Size: kit.Size{Min: 12, Share: 2}, Text: func(r eventRow) string { return env.ownerWords(*r.action) }},
	)
}

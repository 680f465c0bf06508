package screen

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/name"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// latestPast is how many past events are listed before somebody asks for the others by moving on.
const latestPast = 3

// section is the part of the list that an event stands in.
type section int

const (
	sectionToday section = iota
	sectionComing
	sectionDue // no events: the follow-ups that are due
	sectionPast
)

// heading is what stands above a section.
func (s section) heading() lang.Key {
	return [...]lang.Key{"home.today", "home.coming", "home.due", "home.past"}[s]
}

// dated is an event and the day that puts it into its section: of one with several days, the one that matters now.
type dated struct {
	model.Event
	day    string // ISO 8601; empty: not known yet
	start  string
	folded string // what the filter searches
}

// eventRow is one row of the list: an event; a follow-up that is due; the heading of a section; or the row behind which the
// older events are.
type eventRow struct {
	section section
	event   *dated // nil: not an event
	action  *model.Action
	older   int // how many events the row stands for; 0 and neither event nor action: a heading
}

func (r eventRow) id() string {
	switch {
	case r.event != nil:
		return r.event.ID.String()
	case r.action != nil:
		return "action " + r.action.ID.String()
	}
	return ""
}

// heads reports whether the row is a heading, which begins where the others have their mark.
func (r eventRow) heads() bool { return r.event == nil && r.action == nil && r.older == 0 }

// eventList is the events as home lists them: today's, coming ones by date, past ones latest first. It reads what it shows
// by commands of its own; counts only of the events in sight.
type eventList struct {
	*kit.List[eventRow]
	env    *Env
	wide   *kit.Table[eventRow] // for a window that has room for venues,
	narrow *kit.Table[eventRow] // and for one that has not
	works  *kit.Table[eventRow] // of follow-ups
	due    dueWork
	events []*dated
	rows   []eventRow
	query  string // what the rows are filtered by
	all    bool   // the older past events are listed, too
	tally  tally
	number int // of the last reading that was asked for
	read   bool
	high   int // rows in sight at the last View
}

// eventsRead is the events as they were when reading number was made.
type eventsRead struct {
	list   *eventList
	number int
	events []*dated
	err    error
}

func newEventList(env *Env) *eventList {
	l := &eventList{env: env, tally: newTally(env), high: 24, works: dueTable(env)}
	l.List = kit.NewList(env.Look, eventRow.id, func(r eventRow, w int) string { return l.draw(r, w) })
	l.Bare = eventRow.heads
	return l
}

// reload reads the events anew.
func (l *eventList) reload() tea.Cmd {
	l.number++
	number, today, dates := l.number, l.env.Today(), l.env.dates()
	return func() tea.Msg {
		events, err := readEvents(l.env.Store, today, dates)
		return eventsRead{l, number, events, err}
	}
}

// Update takes what was read, and keys that move. Headings are passed over; moving onto the row of the older events lists
// them.
func (l *eventList) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case eventsRead:
		if m.list != l || m.number != l.number {
			return nil
		}
		if m.err != nil {
			return unread(m.err)
		}
		l.events, l.read = m.events, true
		l.tally.keep(m.events)
		l.arrange()
	case countsRead:
		l.tally.take(m)
		l.layout()
	default:
		before := l.Index()
		l.List.Update(msg)
		l.unfold()
		l.step(before)
	}
	return l.tally.ask(l.inSight())
}

// filter lists only events that all words of query are in.
func (l *eventList) filter(query string) tea.Cmd {
	l.query = query
	l.arrange()
	return l.tally.ask(l.inSight())
}

// arrange sorts the events into their sections and shows them.
func (l *eventList) arrange() {
	today := l.env.Today().String()
	words := strings.Fields(name.FoldText(l.query))
	var sections [sectionPast + 1][]*dated
	for _, e := range l.events {
		if e.holds(words) {
			s := e.section(today)
			sections[s] = append(sections[s], e)
		}
	}
	slices.SortStableFunc(sections[sectionToday], func(a, b *dated) int { return cmp.Compare(a.start, b.start) })
	slices.SortStableFunc(sections[sectionComing], func(a, b *dated) int {
		return cmp.Or(cmp.Compare(cmp.Or(a.day, "9999"), cmp.Or(b.day, "9999")), cmp.Compare(a.start, b.start))
	})
	slices.SortStableFunc(sections[sectionPast], func(a, b *dated) int { return cmp.Compare(b.day+b.start, a.day+a.start) })
	l.rows = l.rows[:0]
	for s, events := range sections {
		if section(s) == sectionDue && len(words) == 0 {
			l.putDue()
			continue
		}
		l.put(section(s), events, len(words) > 0)
	}
	l.layout()
	l.Show(kit.Slice[eventRow](l.rows))
	l.step(l.Index())
}

// put appends the rows of one section. The heading of the topmost one stands above the list and is no row.
func (l *eventList) put(s section, events []*dated, found bool) {
	if len(events) == 0 {
		return
	}
	if len(l.rows) > 0 {
		l.rows = append(l.rows, eventRow{section: s})
	}
	shown := len(events)
	if s == sectionPast && !l.all && !found && shown > latestPast+1 {
		shown = latestPast
	}
	for _, e := range events[:shown] {
		l.rows = append(l.rows, eventRow{section: s, event: e})
	}
	if rest := len(events) - shown; rest > 0 {
		l.rows = append(l.rows, eventRow{section: s, older: rest})
	}
}

// unfold lists the older events when somebody has moved onto the row that stands for them.
func (l *eventList) unfold() {
	if row, ok := l.List.Selected(); ok && row.older > 0 {
		at := l.Index()
		l.all = true
		l.arrange()
		l.Select(at)
	}
}

// step takes the cursor off a row that is no event, on in the direction in which it came.
func (l *eventList) step(before int) {
	row, ok := l.List.Selected()
	if !ok || row.event != nil || row.action != nil {
		return
	}
	// A heading has events on both sides; the row of the older ones has them above.
	if l.Index() < before || row.older > 0 {
		l.Select(l.Index() - 1)
	} else {
		l.Select(l.Index() + 1)
	}
}

// selected is the event under the cursor.
func (l *eventList) selected() (model.Event, bool) {
	row, ok := l.List.Selected()
	if !ok || row.event == nil {
		return model.Event{}, false
	}
	return row.event.Event, true
}

// inSight are the events around the cursor, a window's height up and down: those that may be seen before the next key.
func (l *eventList) inSight() []model.Event {
	var out []model.Event
	for i := max(0, l.Index()-l.high); i < min(len(l.rows), l.Index()+l.high); i++ {
		if e := l.rows[i].event; e != nil {
			out = append(out, e.Event)
		}
	}
	return out
}

// section is where an event belongs. One without a date is still to come.
func (e *dated) section(today string) section {
	switch {
	case e.day == today:
		return sectionToday
	case e.day == "" || e.day > today:
		return sectionComing
	}
	return sectionPast
}

// holds reports whether each word begins a word of the event's.
func (e *dated) holds(words []string) bool {
	for _, w := range words {
		if !strings.Contains(e.folded, " "+w) {
			return false
		}
	}
	return true
}

// date is the event's day; the zero Date where it is not known.
func (e *dated) date() (d date.Date) {
	// What is no date was never accepted as one: it shows as unknown.
	_ = d.UnmarshalText([]byte(e.day))
	return d
}

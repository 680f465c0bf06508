package screen

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/name"
	"hadir/ui/kit"
)

// tally is the counts of events as a list shows them. Counting an event reads all its guests, so only those in sight are
// counted, each once at a time, and never while another screen covers the list: at the door every check-in would count.
type tally struct {
	env     *Env
	counts  map[model.ID]model.Counts
	stale   map[model.ID]bool // counted, but something has changed since
	asked   map[model.ID]bool // being counted
	covered bool
}

// countsRead is the counts of one event, at the session that matters today.
type countsRead struct {
	event  model.ID
	counts model.Counts
	err    error
}

func newTally(env *Env) tally {
	return tally{
		env: env, counts: make(map[model.ID]model.Counts), stale: make(map[model.ID]bool), asked: make(map[model.ID]bool),
	}
}

// ask counts those of the events that were not counted since they changed.
func (t *tally) ask(events []model.Event) tea.Cmd {
	if t.covered {
		return nil
	}
	var cmds []tea.Cmd
	for _, e := range events {
		if _, known := t.counts[e.ID]; known && !t.stale[e.ID] || t.asked[e.ID] {
			continue
		}
		t.asked[e.ID] = true
		delete(t.stale, e.ID)
		cmds = append(cmds, t.count(e.ID))
	}
	return tea.Batch(cmds...)
}

func (t *tally) count(event model.ID) tea.Cmd {
	store, today := t.env.Store, t.env.Today()
	return func() tea.Msg {
		session, err := currentSession(store, event, today)
		if err != nil {
			return countsRead{event: event, err: err}
		}
		counts, err := store.Counts(context.Background(), event, session.ID)
		return countsRead{event, counts, err}
	}
}

// take keeps what was counted. An event that cannot be counted shows no counts: opening it says why.
func (t *tally) take(m countsRead) {
	delete(t.asked, m.event)
	if m.err == nil {
		t.counts[m.event] = m.counts
	}
}

// note marks what a commit has changed, and reports whether the list of events itself may have.
func (t *tally) note(c model.Commit) (list bool) {
	if c.Bulk {
		for id := range t.counts {
			t.stale[id] = true
		}
		return true
	}
	for _, r := range c.Records {
		switch r.Key.Kind {
		case model.KindEvent, model.KindSession:
			list = true
		case model.KindGuest, model.KindSeat:
			t.stale[r.Key.Event] = true
		}
	}
	return list
}

// keep forgets the counts of events that are gone.
func (t *tally) keep(events []*dated) {
	for id := range t.counts {
		if !slices.ContainsFunc(events, func(e *dated) bool { return e.ID == id }) {
			delete(t.counts, id)
		}
	}
}

// words are the counts of a row: how many are invited and, once it is the day, how many came. An event that is not going
// to take place as announced says that instead.
func (t *tally) words(r eventRow) string {
	switch r.event.Status {
	case model.StatusPostponed, model.StatusCancelled:
		return t.env.Say(StatusWords(r.event.Status))
	}
	c, known := t.counts[r.event.ID]
	if !known {
		return ""
	}
	return t.phrase(c, r.section != sectionComing)
}

func (t *tally) phrase(c model.Counts, begun bool) string {
	if c == (model.Counts{}) {
		return t.env.Say("home.no-guests")
	}
	words := t.env.Say("home.invited", "n", t.env.Number(c.Invited))
	if begun {
		words += "  " + t.env.Say("home.came", "n", t.env.Number(c.Came()))
	}
	return words
}

// wide is the width that the widest counts need.
func (t *tally) wide() int {
	wide := kit.Width(t.env.Say("home.no-guests"))
	for _, c := range t.counts {
		wide = max(wide, kit.Width(t.phrase(c, true)))
	}
	return wide
}

// longest is how many days before today an event may have begun that may still be going on.
const longest = 60

// readEvents reads all events with the days that they are listed by.
func readEvents(store eventReader, today date.Date, code date.Lang) ([]*dated, error) {
	events, err := store.Events(context.Background())
	if err != nil {
		return nil, err
	}
	out := make([]*dated, len(events))
	earliest := today.AddDays(-longest).String()
	for i, e := range events {
		d := &dated{Event: e, day: e.Date, start: e.Start}
		if e.Date >= earliest && e.Date < today.String() {
			session, err := currentSession(store, e.ID, today)
			if err != nil {
				return nil, err
			}
			d.day, d.start = session.Date, session.Start
		}
		d.folded = " " + name.FoldText(e.Theme+" "+e.Venue+" "+e.Organiser+" "+e.Kind+" "+e.Groups+" "+d.date().Long(code))
		out[i] = d
	}
	return out, nil
}

// currentSession is the session of an event that matters today.
func currentSession(store eventReader, event model.ID, today date.Date) (model.Session, error) {
	sessions, err := store.Sessions(context.Background(), event)
	if err != nil {
		return model.Session{}, err
	}
	return current(sessions, today), nil
}

// current is the session that matters today: today's, else the next one, else the first. There is always a first.
func current(sessions []model.Session, today date.Date) model.Session {
	day, next := today.String(), sessions[0]
	for _, s := range sessions {
		if s.Date == day {
			return s
		}
		if s.Date > day && (next.Date < day || s.Date < next.Date) {
			next = s
		}
	}
	return next
}

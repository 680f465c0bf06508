package screen

import (
	"context"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// sessions is the parts or days of an event. The first is the one that every event has: its day and times are the event's
// own, and it cannot be taken away.
type sessions struct {
	env    *Env
	id     model.ID
	event  model.Event
	rows   []sessionRow
	list   *kit.List[sessionRow]
	asking *kit.Confirm // nil: nothing is asked
	number int          // of the last reading that was asked for
}

// sessionRow is one session, its record as it was read, and who came.
type sessionRow struct {
	model.Session
	record model.Record // of the first session: none
	number int          // from 1
	counts model.Counts
}

// sessionsRead is the sessions as they were when reading number was made.
type sessionsRead struct {
	screen *sessions
	number int
	event  model.Event
	rows   []sessionRow
	err    error
}

// NewSessions lists the sessions of an event.
func NewSessions(env *Env, event model.ID) Screen {
	s := &sessions{env: env, id: event}
	table := kit.NewTable(env.Look,
		kit.Column[sessionRow]{Size: kit.Size{Min: 20, Share: 1}, Text: func(r sessionRow) string { return env.sessionName(r.Session, r.number) }},
		kit.Column[sessionRow]{Size: kit.Size{Fixed: 16}, Right: true, Text: func(r sessionRow) string {
			return env.Say("home.came", "n", env.Number(r.counts.Came()))
		}},
	)
	s.list = kit.NewList(env.Look, func(r sessionRow) string { return r.ID.String() }, table.Row)
	return s
}

// Init reads the sessions.
func (s *sessions) Init() tea.Cmd { return s.reload() }

// Title names the event.
func (s *sessions) Title() string { return s.env.Say("event.title-sessions") + "  " + s.event.Theme }

// Sample reports whether the event is sample data.
func (s *sessions) Sample() bool { return s.event.Sample }

// Asking is so while it is asked whether to remove one.
func (s *sessions) Asking() bool { return s.asking != nil }

// Help explains what a session is.
func (s *sessions) Help() []lang.Key { return []lang.Key{"event.help-sessions"} }

// Keys are the commands; the session that every event has can neither be moved nor removed.
func (s *sessions) Keys() kit.Bindings {
	return append(kit.Bindings{
		{Keys: []string{"n"}, Label: "event.session-new", Do: func() tea.Cmd { return open(newSessionForm(s.env, s.id, model.ID{}, nil)) }},
		{Keys: []string{"enter", "e"}, Label: "event.session-edit", Do: s.edit},
		{Keys: []string{"x"}, Label: "event.session-remove", Do: s.remove, Disabled: s.first},
		{Keys: []string{"<"}, Label: "event.session-up", Do: func() tea.Cmd { return s.move(-1) }, Disabled: s.first},
		{Keys: []string{">"}, Label: "event.session-down", Do: func() tea.Cmd { return s.move(1) }, Disabled: s.first},
	}, s.env.partKeys(s.id, "")...)
}

// first disables what cannot be done to the session that every event has.
func (s *sessions) first() (lang.Phrase, bool) {
	row, ok := s.list.Selected()
	return lang.Of("event.session-first"), !ok || row.ID.IsZero()
}

// Update takes readings, commits, what became of writes, answers, and what moves the cursor.
func (s *sessions) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case sessionsRead:
		return s.take(m)
	case Committed:
		return s.heard(m.Commit)
	case written:
		if m.page == s {
			return m.tell()
		}
		return nil
	}
	if s.asking != nil && press(msg) {
		cmd := s.asking.Update(msg)
		if !s.asking.Open() {
			s.asking = nil
		}
		return cmd
	}
	return s.list.Update(kit.Shift(msg, 0, 1))
}

func (s *sessions) reload() tea.Cmd {
	s.number++
	number, store, id := s.number, s.env.Store, s.id
	return func() tea.Msg {
		event, rows, err := readSessions(store, id)
		return sessionsRead{s, number, event, rows, err}
	}
}

func readSessions(store Store, id model.ID) (event model.Event, rows []sessionRow, err error) {
	ctx := context.Background()
	if event, err = store.Event(ctx, id); err != nil {
		return event, nil, err
	}
	all, err := store.Sessions(ctx, id)
	if err != nil {
		return event, nil, err
	}
	for i, x := range all {
		row := sessionRow{Session: x, number: i + 1}
		if row.counts, err = store.Counts(ctx, id, x.ID); err != nil {
			return event, nil, err
		}
		if i > 0 {
			if row.record, err = store.Record(ctx, model.SessionKey(id, x.ID)); err != nil {
				return event, nil, err
			}
		}
		rows = append(rows, row)
	}
	return event, rows, nil
}

func (s *sessions) take(m sessionsRead) tea.Cmd {
	if m.screen != s || m.number != s.number {
		return nil
	}
	if m.err != nil {
		return unread(m.err)
	}
	s.event, s.rows = m.event, m.rows
	s.list.Show(kit.Slice[sessionRow](s.rows))
	return nil
}

func (s *sessions) heard(c model.Commit) tea.Cmd {
	for _, r := range c.Records {
		if r.Key.Event == s.id && r.Key.Kind != model.KindGuest {
			return s.reload()
		}
	}
	if c.Bulk {
		return s.reload()
	}
	return nil
}

// edit opens the session's form; of the first session that is the event's.
func (s *sessions) edit() tea.Cmd {
	row, ok := s.list.Selected()
	switch {
	case !ok:
		return nil
	case row.ID.IsZero():
		return open(NewEventForm(s.env, s.id))
	}
	return open(newSessionForm(s.env, s.id, row.ID, nil))
}

// remove asks before a session is taken off the event.
func (s *sessions) remove() tea.Cmd {
	row, _ := s.list.Selected()
	name := s.env.sessionName(row.Session, row.number)
	s.asking = kit.NewConfirm(s.env.Look, lang.Of("event.session-remove-ask", "name", name, "n", row.counts.Came()),
		kit.Answer{Label: "kit.no"}, kit.Answer{Label: "kit.yes", Do: func() tea.Cmd {
			set, _ := row.record.Write(model.Removed, "1")
			return s.write(model.VerbRemove, lang.Of("event.session-removed", "name", name), row.record.Key, set)
		}})
	return nil
}

func (s *sessions) write(verb model.Verb, said lang.Phrase, k model.Key, sets ...model.Set) tea.Cmd {
	return s.env.Write([]model.Change{s.env.Act(verb).Change(k, sets...)}, func(err error) tea.Msg { return written{s, said, err} })
}

// move exchanges a session with its neighbour, and numbers all anew where numbers had met.
func (s *sessions) move(by int) tea.Cmd {
	at := s.list.Index()
	to := at + by
	if to < 1 || to >= len(s.rows) {
		return nil
	}
	s.rows[at], s.rows[to] = s.rows[to], s.rows[at]
	act := s.env.Act(model.VerbEdit)
	var changes []model.Change
	for i, row := range s.rows[1:] {
		if set, ok := row.record.Write(model.SessionOrder, strconv.Itoa(i+2)); ok {
			changes = append(changes, act.Change(row.record.Key, set))
		}
	}
	s.list.Show(kit.Slice[sessionRow](s.rows))
	return s.env.Write(changes, func(err error) tea.Msg { return written{s, lang.Of("event.session-moved"), err} })
}

// View draws the sessions, and below them what is asked.
func (s *sessions) View(w, h int) string {
	var question string
	if s.asking != nil {
		question = s.asking.View(w, min(h, 4))
	}
	about := s.env.Muted.Render(s.env.Cut(s.env.Say("event.about-sessions"), w-1))
	return kit.Frame(w, h, about, question, s.list.View)
}

// Cursor is in the list, below one line, while nothing is asked.
func (s *sessions) Cursor() (x, y int, ok bool) {
	x, y, ok = s.list.Cursor()
	return x, y + 1, ok && s.asking == nil
}

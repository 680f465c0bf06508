package screen

import (
	"context"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// sessions is the parts or days of an event. The first is the one that every event has: its day and times are the event's
// own, and it cannot be taken away.
type sessions struct {
	mirror[sessionsState]
	asks // whether to remove one
	id   model.ID
	list *kit.List[sessionRow]
}

// sessionsState is an event and its sessions as they were read.
type sessionsState struct {
	event model.Event
	rows  []sessionRow
}

// sessionRow is one session, its record as it was read, and who came.
type sessionRow struct {
	model.Session
	record model.Record // of the first session: none
	number int          // from 1
	counts model.Counts
}

// NewSessions lists the sessions of an event.
func NewSessions(env *Env, event model.ID) Screen {
	s := &sessions{id: event}
	s.mirror = mirror[sessionsState]{
		env: env, page: s, show: s.show, touched: s.concerns,
		read: func(ctx context.Context, store Store) (sessionsState, error) { return readSessions(ctx, store, event) },
	}
	table := kit.NewTable(env.Look,
		kit.Column[sessionRow]{Size: kit.Size{Min: 20, Share: 1}, Text: func(r sessionRow) string { return env.sessionName(r.Session, r.number) }},
		kit.Column[sessionRow]{Size: kit.Size{Fixed: 16}, Right: true, Text: func(r sessionRow) string {
			return env.Say("home.came", "n", env.Number(r.counts.Came()))
		}},
	)
	s.list = kit.NewList(env.Look, func(r sessionRow) string { return r.ID.String() }, table.Row)
	return s
}

// Title names the event.
func (s *sessions) Title() string {
	return s.env.Say("event.title-sessions") + "  " + s.state.event.Theme
}

// Sample reports whether the event is sample data.
func (s *sessions) Sample() bool { return s.state.event.Sample }

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

// Update takes what is read and written, answers, and what moves the cursor.
func (s *sessions) Update(msg tea.Msg) tea.Cmd {
	if cmd, taken := s.hear(msg); taken {
		return cmd
	}
	if cmd, taken := s.answer(msg); taken {
		return cmd
	}
	return s.list.Update(kit.Shift(msg, 0, 1))
}

func readSessions(ctx context.Context, store Store, id model.ID) (out sessionsState, err error) {
	if out.event, err = store.Event(ctx, id); err != nil {
		return out, err
	}
	all, err := store.Sessions(ctx, id)
	if err != nil {
		return out, err
	}
	for i, x := range all {
		row := sessionRow{Session: x, number: i + 1}
		if row.counts, err = store.Counts(ctx, id, x.ID); err != nil {
			return out, err
		}
		if i > 0 {
			if row.record, err = store.Record(ctx, model.SessionKey(id, x.ID)); err != nil {
				return out, err
			}
		}
		out.rows = append(out.rows, row)
	}
	return out, nil
}

// concerns reports whether a commit may have changed what is shown here: who came is, what is known of a guest is not.
func (s *sessions) concerns(c model.Commit) bool {
	return slices.ContainsFunc(c.Records, func(r model.Record) bool {
		return r.Key.Event == s.id && r.Key.Kind != model.KindGuest
	})
}

func (s *sessions) show() tea.Cmd {
	s.list.Show(kit.Slice[sessionRow](s.state.rows))
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
	if to < 1 || to >= len(s.state.rows) {
		return nil
	}
	rows := s.state.rows
	rows[at], rows[to] = rows[to], rows[at]
	act := s.env.Act(model.VerbEdit)
	var changes []model.Change
	for i, row := range rows[1:] {
		if set, ok := row.record.Write(model.SessionOrder, strconv.Itoa(i+2)); ok {
			changes = append(changes, act.Change(row.record.Key, set))
		}
	}
	s.list.Show(kit.Slice[sessionRow](rows))
	return s.env.Write(changes, func(err error) tea.Msg { return written{s, lang.Of("event.session-moved"), err} })
}

// View draws the sessions, and below them what is asked.
func (s *sessions) View(w, h int) string {
	about := s.env.Muted.Render(s.env.Cut(s.env.Say("event.about-sessions"), w-1))
	return kit.Frame(w, h, about, s.question(w, min(h, 4)), s.list.View)
}

// Cursor is in the list, below one line, while nothing is asked.
func (s *sessions) Cursor() (x, y int, ok bool) {
	x, y, ok = s.list.Cursor()
	return x, y + 1, ok && s.asking == nil
}

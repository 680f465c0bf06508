package screen

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/hall"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// eventPage is the first part of an event: what it is, how many came, who is missing, and what is to be done next. It
// shows the session that matters today.
type eventPage struct {
	env        *Env
	id         model.ID
	event      eventState
	missing    *kit.List[*model.Guest]
	status     *kit.Pick[model.Status] // nil: not being chosen
	number     int                     // of the last reading that was asked for
	reading    bool                    // it is under way
	covered    bool                    // another screen is in front: what is committed is read when this one is seen again
	stale      bool                    // something was committed that the reading may not have seen
	room       *eventRoom              // nil: not read yet
	roomNumber int                     // of the last reading of it that was asked for
	roomStale  bool                    // something of it was committed while another screen was in front
	unnamed    int                     // invited guests whose name is to follow
	above      int                     // lines above the list at the last View
}

// eventState is an event as it was read, with the attendance of one of its sessions.
type eventState struct {
	record   model.Record
	shown    model.Event
	sessions []model.Session
	counts   []model.Counts // of each session
	hall     *hall.Hall     // of the session that matters today; nil: not read yet
}

// eventRead is the event as it was when reading number was made.
type eventRead struct {
	page   *eventPage
	number int
	state  eventState
	err    error
}

// written is the outcome of a write that needs no more than to be told.
type written struct {
	page any // the screen that wrote
	said lang.Phrase
	err  error
}

// tell says how a write went.
func (m written) tell() tea.Cmd {
	if m.err != nil {
		return say(kit.Bad, "failure.write", "why", Failure(m.err))
	}
	return send(Said{kit.Good, m.said})
}

// NewEvent is the first part of the event with this ID.
func NewEvent(env *Env, id model.ID) Screen {
	p := &eventPage{env: env, id: id}
	table := kit.NewTable(env.Look,
		kit.Column[*model.Guest]{Size: kit.Size{Min: 12, Share: 2}, Text: func(g *model.Guest) string { return env.called(*g) }},
		kit.Column[*model.Guest]{Size: kit.Size{Min: 8, Share: 1}, Text: func(g *model.Guest) string { return g.Post }},
		kit.Column[*model.Guest]{Size: kit.Size{Min: 10, Share: 2}, Text: func(g *model.Guest) string { return g.From() }},
	)
	p.missing = kit.NewList(env.Look, func(g *model.Guest) string { return g.ID.String() }, table.Row)
	return p
}

// Init reads the event.
func (p *eventPage) Init() tea.Cmd { return tea.Batch(p.reload(), p.readRoom()) }

// Title names the event.
func (p *eventPage) Title() string {
	return p.env.Say("event.title") + "  " + p.event.shown.Theme
}

// Sample reports whether the event is sample data.
func (p *eventPage) Sample() bool { return p.event.shown.Sample }

// Asking is so while a status is being chosen.
func (p *eventPage) Asking() bool { return p.status != nil }

// Help explains what no key tells.
func (p *eventPage) Help() []lang.Key { return []lang.Key{"event.help"} }

// Keys are the ways from the event to everything that belongs to it.
func (p *eventPage) Keys() kit.Bindings {
	opens := func(key string, label lang.Key, s func() Screen) kit.Binding {
		return kit.Binding{Keys: []string{key}, Label: label, Disabled: p.unread, Do: func() tea.Cmd { return p.leave(s()) }}
	}
	return append(p.env.partKeysBy(p.id, partSummary, p.leave), kit.Bindings{
		opens("d", "event.guests", func() Screen { return NewGuests(p.env, p.id, p.session().ID) }),
		opens("i", "event.import", func() Screen { return NewImport(p.env, p.id) }),
		opens("e", "event.edit", func() Screen { return NewEventForm(p.env, p.id) }),
		opens("s", "event.sessions", func() Screen { return NewSessions(p.env, p.id) }),
		opens("g", "event.group", func() Screen { return NewGroup(p.env, p.id) }),
		opens("b", "event.story", func() Screen { return NewStory(p.env, p.id) }),
		opens("w", "event.coverage", func() Screen { return NewCoverage(p.env, p.id) }),
		opens("c", "event.copy", func() Screen { return NewCopy(p.env, p.id) }),
		{Keys: []string{"k"}, Label: "event.closing", Do: func() tea.Cmd { return p.leave(newClosing(p.env, p.id)) }},
		{Keys: []string{"p"}, Label: "agenda.roles", Do: func() tea.Cmd { return p.leave(NewRoles(p.env, p.id)) }},
		{Keys: []string{"t"}, Label: "event.set-status", Disabled: p.unread, Do: p.chooseStatus},
		{Keys: []string{"r"}, Label: "event.imports", Do: func() tea.Cmd { return p.leave(NewImports(p.env, p.id)) }, Hidden: true},
		{Keys: []string{"h"}, Label: "event.purge", Do: func() tea.Cmd { return p.leave(NewPurge(p.env, p.id)) }, Hidden: true},
		{Keys: []string{"ctrl+z"}, Label: "event.undo", Do: p.undo, Disabled: p.unread, Hidden: true},
		{Keys: []string{"enter"}, Label: "event.open-guest", Do: p.openGuest, Disabled: p.unread, Hidden: true},
	}...)
}

// Place is the event: its other parts lead back to it.
func (p *eventPage) Place() string { return "event " + p.id.String() }

// openGuest opens the guest under the cursor; where nobody is missing, Enter leads to the door.
func (p *eventPage) openGuest() tea.Cmd {
	if g, ok := p.missing.Selected(); ok {
		return p.leave(NewGuest(p.env, p.id, g.ID))
	}
	return p.leave(NewDoor(p.env, p.id, p.session().ID))
}

// unread disables what needs the event to have been read.
func (p *eventPage) unread() (lang.Phrase, bool) {
	return lang.Of("event.reading"), p.event.hall == nil
}

func (p *eventPage) leave(s Screen) tea.Cmd {
	p.covered = true
	return open(s)
}

// Update takes readings, commits, what became of writes, and what moves the cursor.
func (p *eventPage) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case eventRead:
		return p.take(m)
	case eventRoomRead:
		return p.takeRoom(m)
	case Committed:
		return tea.Batch(p.heard(m.Commit), p.heardRoom(m.Commit))
	case Resumed:
		return p.resume()
	case takenBack:
		if m.page == p {
			return m.tell(p.env)
		}
		return nil
	case written:
		if m.page == p {
			return m.tell()
		}
		return nil
	}
	if p.status != nil && press(msg) {
		cmd := p.status.Update(msg)
		if !p.status.Open() {
			p.status = nil
		}
		return cmd
	}
	return p.missing.Update(kit.Shift(msg, 0, p.above))
}

// resume reads what has changed while another screen was in front.
func (p *eventPage) resume() tea.Cmd {
	p.covered = false
	var cmds []tea.Cmd
	if p.stale {
		cmds = append(cmds, p.reload())
	}
	if p.roomStale {
		p.roomStale = false
		cmds = append(cmds, p.readRoom())
	}
	return tea.Batch(cmds...)
}

// reload reads the event anew.
func (p *eventPage) reload() tea.Cmd {
	p.number++
	p.reading, p.stale = true, false
	number, store, id, today := p.number, p.env.Store, p.id, p.env.Today()
	return func() tea.Msg {
		state, err := readEvent(store, id, today)
		return eventRead{p, number, state, err}
	}
}

// readEvent reads an event for its first part.
func readEvent(store Store, id model.ID, today date.Date) (s eventState, err error) {
	ctx := context.Background()
	if s.record, err = store.Record(ctx, model.EventKey(id)); err != nil {
		return s, err
	}
	s.shown = model.EventOf(s.record)
	if s.sessions, err = store.Sessions(ctx, id); err != nil {
		return s, err
	}
	shown := current(s.sessions, today).ID
	s.counts = make([]model.Counts, len(s.sessions))
	for i, x := range s.sessions {
		if x.ID == shown {
			continue // the hall counts it
		}
		if s.counts[i], err = store.Counts(ctx, id, x.ID); err != nil {
			return s, err
		}
	}
	s.hall, err = store.Hall(ctx, id, shown)
	return s, err
}

func (p *eventPage) take(m eventRead) tea.Cmd {
	if m.page != p || m.number != p.number {
		return nil
	}
	p.reading = false
	if m.err != nil {
		return unread(m.err)
	}
	p.event = m.state
	p.arrange()
	if p.stale && !p.covered {
		return p.reload()
	}
	return nil
}

// heard takes in what was committed, without reading where it can.
func (p *eventPage) heard(c model.Commit) tea.Cmd {
	switch {
	case p.covered || p.reading:
		p.stale = true
		return nil
	case c.Bulk || p.event.hall == nil:
		return p.reload()
	}
	for _, r := range c.Records {
		if r.Key.Event == p.id && (r.Key.Kind == model.KindEvent || r.Key.Kind == model.KindSession) {
			return p.reload()
		}
	}
	if changed, stale := p.event.hall.Apply(c); stale {
		return p.reload()
	} else if changed {
		p.arrange()
	}
	return nil
}

// arrange lists who is missing.
func (p *eventPage) arrange() {
	var missing []*model.Guest
	p.unnamed = 0
	h := p.event.hall
	for i := range h.Len() {
		g := h.At(i)
		if g.Removed || g.WalkIn {
			continue
		}
		if g.Name == "" {
			p.unnamed++
		}
		if h.Seat(g.ID).State == model.StateExpected {
			missing = append(missing, g)
		}
	}
	for i, s := range p.event.sessions {
		if s.ID == h.Session.ID {
			p.event.counts[i] = h.Counts()
		}
	}
	p.missing.Show(kit.Slice[*model.Guest](missing))
}

// session is the session that is shown.
func (p *eventPage) session() model.Session { return p.event.hall.Session }

func (p *eventPage) undo() tea.Cmd { return p.env.undoLast(p, p.event.shown) }

// chooseStatus asks where the event stands.
func (p *eventPage) chooseStatus() tea.Cmd {
	list := kit.NewList(p.env.Look, func(s model.Status) string { return string(s) },
		func(s model.Status, w int) string { return p.env.Cut(p.env.Say(StatusWords(s)), w) })
	list.Show(kit.Slice[model.Status](model.Statuses()))
	list.SelectID(string(p.event.shown.Status))
	p.status = kit.NewPick(p.env.Look, lang.Of("event.which-status"), list, p.setStatus)
	return nil
}

func (p *eventPage) setStatus(s model.Status) tea.Cmd {
	set, ok := p.event.record.Write(model.EventStatus, string(s))
	if !ok {
		return nil
	}
	said := lang.Of("event.status-is", "status", lang.Of(StatusWords(s)))
	return p.env.Write([]model.Change{p.env.Act(model.VerbEdit).Change(model.EventKey(p.id), set)},
		func(err error) tea.Msg { return written{p, said, err} })
}

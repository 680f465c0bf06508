package screen

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// agenda is the third part of an event: its items in their order, the one that is running, and what was said in each.
type agenda struct {
	env     *Env
	id      model.ID
	state   agendaState
	known   bool
	list    *kit.List[model.AgendaItem]
	asking  *kit.Confirm // nil: nothing is asked
	number  int          // of the last reading that was asked for
	covered bool         // another screen is in front
	stale   bool         // something was committed while it was
	above   int          // lines above the list at the last View
}

// agendaState is an event's agenda as it was read.
type agendaState struct {
	record model.Record // of the event
	event  model.Event
	items  []model.AgendaItem
	roles  []model.Role
}

// agendaRead is the agenda as it was when reading number was made.
type agendaRead struct {
	screen *agenda
	number int
	state  agendaState
	err    error
}

// programReader reads who does what at an event, and when.
type programReader interface {
	Roles(ctx context.Context, event model.ID) ([]model.Role, error)
	Agenda(ctx context.Context, event model.ID) ([]model.AgendaItem, error)
}

// NewAgenda is the agenda of an event.
func NewAgenda(env *Env, event model.ID) Screen {
	a := &agenda{env: env, id: event}
	columns := []kit.Column[model.AgendaItem]{
		{Size: kit.Size{Fixed: 11}, Text: func(x model.AgendaItem) string { return times(x.Start, x.End) }},
		{Size: kit.Size{Min: 16, Share: 3}, Text: a.titled},
		{Size: kit.Size{Min: 14, Share: 2}, Text: func(x model.AgendaItem) string { return a.state.speaker(x) }},
		{Size: kit.Size{Fixed: 12}, Text: func(x model.AgendaItem) string { return env.Say(ItemWords(x.Kind)) }},
	}
	timed, untimed := kit.NewTable(env.Look, columns...), kit.NewTable(env.Look, columns[1:]...)
	a.list = kit.NewList(env.Look, func(x model.AgendaItem) string { return x.ID.String() }, func(x model.AgendaItem, w int) string {
		if a.state.timed() {
			return timed.Row(x, w)
		}
		return untimed.Row(x, w)
	})
	return a
}

// Init reads the agenda.
func (a *agenda) Init() tea.Cmd { return a.reload() }

// Title names the event.
func (a *agenda) Title() string { return a.env.Say("agenda.title") + "  " + a.state.event.Theme }

// Sample reports whether the event is sample data.
func (a *agenda) Sample() bool { return a.state.event.Sample }

// Asking is so while it is asked whether to remove an item.
func (a *agenda) Asking() bool { return a.asking != nil }

// Help explains what no key tells.
func (a *agenda) Help() []lang.Key { return []lang.Key{"agenda.help"} }

// Keys are the commands. Shift and Alt with the arrows do not arrive from every console: < and > do.
func (a *agenda) Keys() kit.Bindings {
	run := lang.Key("agenda.run")
	if x, ok := a.list.Selected(); ok && x.ID == a.state.event.Running {
		run = "agenda.end"
	}
	keys := kit.Bindings{
		{Keys: []string{"enter"}, Label: "agenda.points", Do: a.points, Disabled: a.none},
		{Keys: []string{"n"}, Label: "agenda.new", Do: func() tea.Cmd { return a.leave(newAgendaForm(a.env, a.id, model.ID{})) }},
		{Keys: []string{"m"}, Label: run, Do: a.run, Disabled: a.none},
		{Keys: []string{"r", "p"}, Label: "agenda.roles", Do: func() tea.Cmd { return a.leave(NewRoles(a.env, a.id)) }},
	}
	keys = append(keys, a.env.partKeys(a.id, partAgenda)...)
	return append(keys, kit.Bindings{
		{Keys: []string{"e"}, Label: "agenda.edit", Do: a.edit, Disabled: a.none},
		{Keys: []string{"<", "shift+up", "alt+up"}, Label: "agenda.up", Do: func() tea.Cmd { return a.move(-1) }, Disabled: a.none, Hidden: true},
		{Keys: []string{">", "shift+down", "alt+down"}, Label: "agenda.down", Do: func() tea.Cmd { return a.move(1) }, Disabled: a.none, Hidden: true},
		{As: "< >", Label: "agenda.move"},
		{Keys: []string{"x", "delete"}, Label: "agenda.remove", Do: a.remove, Disabled: a.none},
		{Keys: []string{"ctrl+z"}, Label: "event.undo", Do: func() tea.Cmd { return a.env.undoLast(a, a.state.event) }, Hidden: true},
	}...)
}

func (a *agenda) none() (lang.Phrase, bool) { return lang.Of("agenda.none"), a.list.Len() == 0 }

func (a *agenda) leave(s Screen) tea.Cmd {
	a.covered = true
	return open(s)
}

// Update takes readings, commits, what became of writes, answers, and what moves the cursor.
func (a *agenda) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case agendaRead:
		return a.take(m)
	case Committed:
		return a.heard(m.Commit)
	case Resumed:
		a.covered = false
		if a.stale {
			return a.reload()
		}
		return nil
	case written:
		if m.page == a {
			return m.tell()
		}
		return nil
	case takenBack:
		if m.page == a {
			return m.tell(a.env)
		}
		return nil
	}
	if a.asking != nil && press(msg) {
		cmd := a.asking.Update(msg)
		if !a.asking.Open() {
			a.asking = nil
		}
		return cmd
	}
	return a.list.Update(kit.Shift(msg, 0, a.above))
}

func (a *agenda) reload() tea.Cmd {
	a.number++
	a.stale = false
	number, store, id := a.number, a.env.Store, a.id
	return func() tea.Msg {
		state, err := readAgenda(context.Background(), store, id)
		return agendaRead{a, number, state, err}
	}
}

func readAgenda(ctx context.Context, store Store, id model.ID) (s agendaState, err error) {
	if s.record, err = store.Record(ctx, model.EventKey(id)); err != nil {
		return s, err
	}
	s.event = model.EventOf(s.record)
	if s.items, err = store.Agenda(ctx, id); err != nil {
		return s, err
	}
	s.roles, err = store.Roles(ctx, id)
	return s, err
}

func (a *agenda) take(m agendaRead) tea.Cmd {
	if m.screen != a || m.number != a.number {
		return nil
	}
	if m.err != nil {
		return unread(m.err)
	}
	a.state = m.state
	if !a.known && !a.state.event.Running.IsZero() {
		a.list.Show(kit.Slice[model.AgendaItem](a.state.items))
		a.list.SelectID(a.state.event.Running.String())
	}
	a.known = true
	a.list.Show(kit.Slice[model.AgendaItem](a.state.items))
	return nil
}

// heard reads anew what a commit may have changed: nothing of it is touched at the door.
func (a *agenda) heard(c model.Commit) tea.Cmd {
	if !c.Bulk && !concerns(c, a.id, model.KindAgenda, model.KindRole, model.KindEvent) {
		return nil
	}
	if a.covered {
		a.stale = true
		return nil
	}
	return a.reload()
}

// concerns reports whether a commit changed a record of these kinds of an event.
func concerns(c model.Commit, event model.ID, kinds ...model.Kind) bool {
	return slices.ContainsFunc(c.Records, func(r model.Record) bool {
		return r.Key.Event == event && slices.Contains(kinds, r.Key.Kind)
	})
}

func (a *agenda) points() tea.Cmd {
	x, _ := a.list.Selected()
	return a.leave(newAgendaPoints(a.env, a.id, x.ID))
}

func (a *agenda) edit() tea.Cmd {
	x, _ := a.list.Selected()
	return a.leave(newAgendaForm(a.env, a.id, x.ID))
}

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
	mirror[agendaState]
	asks  // whether to remove an item
	id    model.ID
	first model.ID // the item on which the cursor begins; zero: the one that is running
	list  *kit.List[model.AgendaItem]
	above int // lines above the list at the last View
}

// agendaState is an event's agenda as it was read.
type agendaState struct {
	record model.Record // of the event
	event  model.Event
	items  []model.AgendaItem
	roles  []model.Role
}

// programReader reads who does what at an event, and when.
type programReader interface {
	Roles(ctx context.Context, event model.ID) ([]model.Role, error)
	Agenda(ctx context.Context, event model.ID) ([]model.AgendaItem, error)
}

// NewAgenda is the agenda of an event.
func NewAgenda(env *Env, event model.ID) Screen { return NewAgendaAt(env, event, model.ID{}) }

// NewAgendaAt is the agenda of an event with the cursor on an item.
func NewAgendaAt(env *Env, event, item model.ID) Screen {
	a := &agenda{id: event, first: item}
	a.mirror = mirror[agendaState]{
		env: env, page: a, show: a.show,
		read: func(ctx context.Context, store Store) (agendaState, error) { return readAgenda(ctx, store, event) },
		// Nothing of an agenda is touched at the door.
		touched: func(c model.Commit) bool {
			return concerns(c, event, model.KindAgenda, model.KindRole, model.KindEvent)
		},
	}
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

// Title names the event.
func (a *agenda) Title() string { return a.env.Say("agenda.title") + "  " + a.state.event.Theme }

// Sample reports whether the event is sample data.
func (a *agenda) Sample() bool { return a.state.event.Sample }

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

// Update takes what is read and written, answers, and what moves the cursor.
func (a *agenda) Update(msg tea.Msg) tea.Cmd {
	if cmd, taken := a.hear(msg); taken {
		return cmd
	}
	if cmd, taken := a.answer(msg); taken {
		return cmd
	}
	return a.list.Update(kit.Shift(msg, 0, a.above))
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

// show lists the items. The cursor begins on the one that was asked for, or on the one that is running: it is what most keys are
// for.
func (a *agenda) show() tea.Cmd {
	a.list.Show(kit.Slice[model.AgendaItem](a.state.items))
	if a.known {
		return nil
	}
	if running := a.state.event.Running; a.first.IsZero() && !running.IsZero() {
		a.list.SelectID(running.String())
	} else if !a.first.IsZero() {
		a.list.SelectID(a.first.String())
	}
	return nil
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

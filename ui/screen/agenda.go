package screen

import (
	"context"
	"slices"
	"strconv"
	"strings"

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

// timed reports whether anybody has set a time: without any, their column would be empty.
func (s agendaState) timed() bool {
	return slices.ContainsFunc(s.items, func(x model.AgendaItem) bool { return x.Start+x.End != "" })
}

// times are an item's hours, as far as they are known.
func times(start, end string) string {
	if start != "" && end != "" {
		return start + "-" + end
	}
	return start + end
}

// titled is an item's title, marked while it is running.
func (a *agenda) titled(x model.AgendaItem) string {
	if x.ID == a.state.event.Running {
		return a.env.Say("agenda.running-row", "title", x.Title)
	}
	return x.Title
}

// speaker is who carries an item; empty where that is nobody, or a role that was taken away.
func (s agendaState) speaker(x model.AgendaItem) string {
	r, _ := roleOf(s.roles, x.Role)
	return r.FullName()
}

// roleOf is the role with this ID.
func roleOf(roles []model.Role, id model.ID) (model.Role, bool) {
	i := slices.IndexFunc(roles, func(r model.Role) bool { return r.ID == id })
	if i < 0 || id.IsZero() {
		return model.Role{}, false
	}
	return roles[i], true
}

// ItemWords is the word for a kind of item.
func ItemWords(k model.ItemKind) lang.Key {
	if !slices.Contains(model.ItemKinds(), k) {
		k = model.ItemOther
	}
	return lang.Key("agenda.kind." + string(k))
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

// run says that the item under the cursor is running now, or that it has ended.
func (a *agenda) run() tea.Cmd {
	x, _ := a.list.Selected()
	now, said := x.ID.String(), lang.Of("agenda.runs", "title", x.Title)
	if x.ID == a.state.event.Running {
		now, said = "", lang.Of("agenda.ended", "title", x.Title)
	}
	set, ok := a.state.record.Write(model.EventRunning, now)
	if !ok {
		return nil
	}
	change := a.env.Act(model.VerbRun).Change(a.state.record.Key, set)
	return a.env.Write([]model.Change{change}, func(err error) tea.Msg { return written{a, said, err} })
}

// move exchanges an item with its neighbour; all are numbered anew where numbers had met.
func (a *agenda) move(by int) tea.Cmd {
	at := a.list.Index()
	to := at + by
	if to < 0 || to >= len(a.state.items) {
		return nil
	}
	items := slices.Clone(a.state.items)
	items[at], items[to] = items[to], items[at]
	a.state.items = items
	a.list.Show(kit.Slice[model.AgendaItem](items))
	act, store := a.env.Act(model.VerbEdit), a.env.Store
	return a.env.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) error {
			changes, err := renumber(ctx, store, act, items)
			if err != nil {
				return err
			}
			return store.Apply(ctx, changes)
		},
		Done: func(err error) tea.Msg { return written{a, lang.Of("agenda.moved"), err} },
	})
}

// renumber is the changes that give items the numbers of their places, against the records as they are when their turn to be
// written comes.
func renumber(ctx context.Context, store recordReader, act model.Act, items []model.AgendaItem) ([]model.Change, error) {
	var changes []model.Change
	for i, x := range items {
		key := model.AgendaItemKey(x.Event, x.ID)
		record, err := store.Record(ctx, key)
		if err != nil {
			return nil, err
		}
		if set, ok := record.Write(model.AgendaOrder, strconv.Itoa(i+1)); ok {
			changes = append(changes, act.Change(key, set))
		}
	}
	return changes, nil
}

// remove asks before an item is taken off the agenda.
func (a *agenda) remove() tea.Cmd {
	x, _ := a.list.Selected()
	a.asking = kit.NewConfirm(a.env.Look, lang.Of("agenda.remove-ask", "title", x.Title, "n", len(x.Points)),
		kit.Answer{Label: "kit.no"}, kit.Answer{Label: "kit.yes", Do: func() tea.Cmd {
			return a.env.removeRecord(a, model.AgendaItemKey(a.id, x.ID), lang.Of("agenda.removed", "title", x.Title))
		}})
	return nil
}

// removeRecord takes a record away, against what it is when its turn to be written comes; page is told.
func (e *Env) removeRecord(page any, key model.Key, said lang.Phrase) tea.Cmd {
	act, store := e.Act(model.VerbRemove), e.Store
	return e.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) error {
			record, err := store.Record(ctx, key)
			if err != nil {
				return err
			}
			set, ok := record.Write(model.Removed, "1")
			if !ok {
				return nil
			}
			return store.Apply(ctx, []model.Change{act.Change(key, set)})
		},
		Done: func(err error) tea.Msg { return written{page, said, err} },
	})
}

// agendaLow is the height below which no key points are shown beside the list.
const agendaLow = 16

// View draws what is running, the items, and the key points of the one under the cursor.
func (a *agenda) View(w, h int) string {
	if !a.known {
		return a.env.Muted.Render(a.env.Cut(a.env.Say("event.reading"), w-1))
	}
	if a.asking != nil {
		return kit.Frame(w, h, "", a.asking.View(w, min(h, 4)), a.list.View)
	}
	head := a.env.Title.Render(a.env.Cut(a.env.Tell(a.now()), w-1))
	a.above = min(1, max(0, h-1))
	a.list.Empty = lang.Of("agenda.empty")
	said := a.said(w, h)
	return kit.Frame(w, h, head, "", func(w, h int) string {
		if said == "" {
			return a.list.View(w, h)
		}
		return kit.Fit(a.list.View(w, len(a.state.items))+"\n"+said, w, h)
	})
}

// now says what is running.
func (a *agenda) now() lang.Phrase {
	for _, x := range a.state.items {
		if x.ID == a.state.event.Running {
			return lang.Of("agenda.now", "title", x.Title, "points", len(x.Points))
		}
	}
	return lang.Of("agenda.now-none")
}

// said is the key points of the item under the cursor, as many lines as the list leaves.
func (a *agenda) said(w, h int) string {
	x, ok := a.list.Selected()
	room := h - 1 - len(a.state.items)
	if !ok || h < agendaLow || room < 3 {
		return ""
	}
	lines := []string{"", a.env.Title.Render(a.env.Cut(a.env.Say("agenda.points-of", "title", x.Title), w-1))}
	if len(x.Points) == 0 {
		lines = append(lines, a.env.Muted.Render(a.env.Cut(a.env.Say("agenda.no-points"), w-1)))
	}
	for _, p := range x.Points {
		for i, line := range a.env.Wrap(p, w-5) {
			before := "  "
			if i == 0 {
				before = "- "
			}
			lines = append(lines, a.env.NoMark+before+line)
		}
	}
	if len(lines) > room {
		lines = append(lines[:room-1], a.env.Muted.Render(a.env.NoMark+a.env.Cut(a.env.Say("agenda.points-more"), w-3)))
	}
	return strings.Join(lines, "\n")
}

// Cursor is in the list while nothing is asked.
func (a *agenda) Cursor() (x, y int, ok bool) {
	x, y, ok = a.list.Cursor()
	return x, y + a.above, ok && a.asking == nil && a.known
}

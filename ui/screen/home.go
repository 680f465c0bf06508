package screen

import (
	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// home is the first screen of every day: the events, today's on top, and what was left unfinished.
type home struct {
	env    *Env
	list   *eventList
	filter *kit.Input   // nil: not filtering
	asking *kit.Confirm // nil: nothing is asked
	stale  bool         // the list has changed while another screen covered it
	loads  bool         // the example is on its way

	dueNumber int  // of the last reading of what is due that was asked for
	dueStale  bool // what is due has changed while another screen covered it
}

// NewHome is the list of events.
func NewHome(env *Env) Screen {
	return &home{env: env, list: newEventList(env)}
}

// Init reads the events and what is due, and tells what the storage has to say before it finds drafts that were left.
func (h *home) Init() tea.Cmd { return tea.Batch(h.list.reload(), h.readDue(), send(noticed{})) }

// Title names the office, once it has a name.
func (h *home) Title() string {
	if h.env.Me.Office == "" {
		return "HADIR"
	}
	return "HADIR   " + h.env.Me.Office
}

// Typing is so while the filter is open.
func (h *home) Typing() bool { return h.filter != nil }

// Asking is so while it is asked whether to go on with a draft.
func (h *home) Asking() bool { return h.asking != nil }

// Sample is so when all events are: among real ones each sample says so in its own row.
func (h *home) Sample() bool { return h.list.samples() }

// Help explains what no key tells.
func (h *home) Help() []lang.Key { return []lang.Key{"home.help"} }

// Keys are the commands; while words are typed only those that are no letters.
func (h *home) Keys() kit.Bindings {
	if h.filter != nil {
		return kit.Bindings{
			{Keys: []string{"enter"}, Label: "home.open", Do: h.open, Disabled: h.nothing},
			{Keys: []string{"esc"}, Label: "home.unfilter", Do: h.unfilter},
		}
	}
	empty := h.list.read && len(h.list.events) == 0
	keys := kit.Bindings{
		{Keys: []string{"enter"}, Label: "home.open", Do: h.open, Disabled: h.nothing},
		{Keys: []string{"n"}, Label: "home.new", Do: func() tea.Cmd { return h.leave(NewEventForm(h.env, model.ID{})) }},
		{Keys: []string{"t"}, Label: "home.board", Do: func() tea.Cmd { return h.openBoard(model.ID{}) }},
		{Keys: []string{"o"}, Label: "home.people", Do: func() tea.Cmd { return h.leave(NewPeople(h.env)) }},
		{Keys: []string{"f"}, Label: "home.filter", Do: h.search, Disabled: h.nothing},
		{Keys: []string{"a"}, Label: "home.numbers", Hidden: true, Do: func() tea.Cmd { return h.leave(NewNumbers(h.env)) }},
		{Keys: []string{"p"}, Label: "home.settings", Do: func() tea.Cmd { return h.leave(NewSettings(h.env)) }},
		{Keys: []string{"v"}, Label: "home.villages", Hidden: true, Do: func() tea.Cmd { return h.leave(NewVillages(h.env)) }},
		{Keys: []string{"k"}, Label: "seal.room", Hidden: true, Do: func() tea.Cmd { return h.leave(NewProtection(h.env)) }},
		{Keys: []string{"q"}, Label: "home.quit", Do: func() tea.Cmd { return send(Quit{}) }},
		// Below home there is nothing to go back to.
		{Keys: []string{"esc"}, Label: "home.stay", Hidden: true, Do: func() tea.Cmd { return nil }},
	}
	if h.env.Me.Example.IsZero() {
		keys = append(keys, kit.Binding{Keys: []string{"c"}, Label: "home.example", Do: h.example, Hidden: !empty})
	}
	return keys
}

// Update takes readings, commits, changed settings, answers and typing.
func (h *home) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case noticed:
		return h.tell()
	case leftFound:
		return h.offer(m)
	case dueRead:
		return h.takeDue(m)
	case exampleLoaded:
		h.loads = false
		return m.told(h.env, h.leave)
	case Committed:
		return h.heard(m.Commit)
	case Resumed:
		return h.resumed()
	case Configured:
		// The office's zone decides what today is.
		return tea.Batch(h.list.reload(), h.readDue())
	}
	if h.asking != nil && press(msg) {
		cmd := h.asking.Update(msg)
		if h.asking != nil && !h.asking.Open() {
			h.asking = nil
		}
		return cmd
	}
	if h.filter != nil && typing(msg) {
		h.filter.Update(msg)
		return h.list.filter(h.filter.Value())
	}
	return h.list.Update(kit.Shift(msg, 0, h.above()))
}

// press reports whether a message comes from the keyboard.
func press(msg tea.Msg) bool {
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		return true
	}
	return false
}

// typing reports whether a message is for a field above a list: whatever is typed, but for keys that move through the list.
func typing(msg tea.Msg) bool {
	k, ok := msg.(tea.KeyPressMsg)
	return press(msg) && (!ok || !moves(k.String()))
}

// resumed reads what has changed while another screen covered this one.
func (h *home) resumed() tea.Cmd {
	h.list.tally.covered = false
	var cmds []tea.Cmd
	if h.stale {
		h.stale = false
		cmds = append(cmds, h.list.reload())
	} else {
		cmds = append(cmds, h.list.tally.ask(h.list.inSight()))
	}
	if h.dueStale {
		cmds = append(cmds, h.readDue())
	}
	return tea.Batch(cmds...)
}

// heard takes in what was committed. Covered by another screen, the list waits until it is seen again.
func (h *home) heard(c model.Commit) tea.Cmd {
	if owes(c) {
		if !h.list.tally.covered {
			return tea.Batch(h.readDue(), h.heardEvents(c))
		}
		h.dueStale = true
	}
	return h.heardEvents(c)
}

// heardEvents takes in what was committed of the events.
func (h *home) heardEvents(c model.Commit) tea.Cmd {
	changed := h.list.tally.note(c)
	switch {
	case changed && h.list.tally.covered:
		h.stale = true
		return nil
	case changed:
		return h.list.reload()
	}
	return h.list.tally.ask(h.list.inSight())
}

// leave opens another screen above this one.
func (h *home) leave(s Screen) tea.Cmd {
	h.list.tally.covered = true
	return open(s)
}

func (h *home) open() tea.Cmd {
	if row, _ := h.list.Selected(); row.action != nil {
		return h.openBoard(row.action.ID)
	}
	e, ok := h.list.selected()
	if !ok {
		return nil
	}
	return h.leave(NewEvent(h.env, e.ID))
}

func (h *home) nothing() (lang.Phrase, bool) {
	return lang.Of("home.none"), h.list.Len() == 0
}

func (h *home) search() tea.Cmd {
	h.filter = kit.NewInput(h.env.Look)
	h.filter.Placeholder = "home.filter-hint"
	return nil
}

func (h *home) unfilter() tea.Cmd {
	h.filter = nil
	return h.list.filter("")
}

// example loads the example event, once however often the key is pressed.
func (h *home) example() tea.Cmd {
	if h.loads {
		return nil
	}
	h.loads = true
	return loadExample(h.env)
}

// above is how many lines stand above the rows.
func (h *home) above() int {
	if h.filter != nil {
		return 2
	}
	return 1
}

// View draws the filter when it is open, the events, and below them what is asked.
func (h *home) View(w, high int) string {
	var filter, question string
	if h.filter != nil {
		filter = h.env.Mark + h.filter.View(w-2, 1)
	}
	if h.asking != nil {
		question = h.asking.View(w, min(4, high))
	}
	h.list.Empty = lang.Of("home.empty")
	switch {
	case !h.list.read:
		h.list.Empty = lang.Of("home.reading")
	case h.filter != nil && h.filter.Value() != "":
		h.list.Empty = lang.Of("home.no-match", "words", h.filter.Value())
	}
	return kit.Frame(w, high, filter, question, h.list.View)
}

// Cursor is in the box while words are typed, else in the list.
func (h *home) Cursor() (x, y int, ok bool) {
	switch {
	case h.asking != nil:
		return 0, 0, false
	case h.filter != nil:
		x, y, ok = h.filter.Cursor()
		return x + 2, y, ok
	}
	return h.list.Cursor()
}

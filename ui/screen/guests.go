package screen

import (
	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// guestList is everybody on the list of one event's session: sorted, filtered, and opened one by one.
//
//	hall -> order (sorted) -> filter (shown) -> list
//
// Sorting and filtering look at every guest, so they are done when somebody asks for them or something has changed; moving
// the cursor touches the rows in sight alone.
type guestList struct {
	*attendance
	list    *kit.List[foundRow]
	tables  [2]*kit.Table[foundRow] // without and with the column of phones
	narrow  [2]*kit.Table[foundRow] // the same for a window that has no room for more
	filter  guestFilter
	order   guestOrder
	folded  map[string]string // what the present order sorts by, by the text as it stands
	sorted  []int32           // rows of the hall in the chosen order, without those who were removed
	shown   []int32           // those of them that the filter lets through
	box     *kit.Input        // nil: nothing is being typed
	pick    *kit.Pick[choice] // nil: nothing is being chosen
	hidden  bool              // phones are masked: others look at the screen, too
	covered bool              // another screen is in front
	stale   bool              // something has changed while it was
	top     int               // the list's first line within the body, at the last View
}

// NewGuests is the list of guests of an event's session; the zero session is the one that every event has.
func NewGuests(env *Env, event, session model.ID) Screen {
	g := &guestList{attendance: newAttendance(env, event, session), hidden: true}
	g.tables = [2]*kit.Table[foundRow]{
		kit.NewTable(env.Look, g.number(), g.name(), g.state(), g.from(), g.post()),
		kit.NewTable(env.Look, g.number(), g.name(), g.phone(), g.from(), g.post()),
	}
	g.narrow = [2]*kit.Table[foundRow]{
		kit.NewTable(env.Look, g.name(), g.state()), kit.NewTable(env.Look, g.name(), g.phone()),
	}
	g.list = kit.NewList(env.Look, foundRow.id, func(r foundRow, w int) string { return g.table(w).Row(r, w) })
	return g
}

// Init reads the attendance.
func (g *guestList) Init() tea.Cmd { return g.read() }

// Title names the event.
func (g *guestList) Title() string { return g.headed(g.env.Say("guests.title")) }

// Sample reports whether the event is sample data.
func (g *guestList) Sample() bool { return g.about().Sample }

// Typing is so while the box is open.
func (g *guestList) Typing() bool { return g.box != nil }

// Asking is so while something is being chosen.
func (g *guestList) Asking() bool { return g.pick != nil }

// Help explains what no key tells.
func (g *guestList) Help() []lang.Key { return []lang.Key{"guests.help"} }

// Keys are the commands; while words are typed only those that are no letters.
func (g *guestList) Keys() kit.Bindings {
	switch {
	case g.pick != nil:
		// Told here and done by the list of choices.
		return kit.Bindings{
			{Keys: []string{"enter"}, Label: "guests.key-choose"},
			{Keys: []string{"esc"}, Label: "guests.key-leave"},
		}
	case g.box != nil:
		return kit.Bindings{
			{Keys: []string{"enter"}, Label: "guests.key-open", Do: g.open, Disabled: g.nobody},
			{Keys: []string{"esc"}, Label: "guests.key-unsearch", Do: g.unsearch},
		}
	}
	keys := kit.Bindings{
		{Keys: []string{"enter"}, Label: "guests.key-open", Do: g.open, Disabled: g.nobody},
		{Keys: []string{"b"}, Label: "guests.key-missing", Do: g.missing, Disabled: g.unread},
		{Keys: []string{"l"}, Label: "guests.key-report", Do: g.report, Disabled: g.unread},
		{Keys: []string{"f"}, Label: "guests.key-search", Do: g.search, Disabled: g.unread},
		{Keys: []string{"s"}, Label: "guests.key-state", Do: g.chooseState, Disabled: g.unread},
		{Keys: []string{"u"}, Label: "guests.key-category", Do: g.chooseCategory, Disabled: g.unread},
		{Keys: []string{"i"}, Label: "guests.key-institution", Do: g.chooseInstitution, Disabled: g.unread},
		{Keys: []string{"r"}, Label: "guests.key-sort", Do: g.sortNext, Disabled: g.unread},
		{Keys: []string{"a"}, Label: "guests.key-all", Do: g.showAll, Disabled: g.unread, Hidden: !g.filter.on()},
		{Keys: []string{"p"}, Label: "guests.key-phones", Do: g.hidePhones, Hidden: !g.phoned()},
		{Keys: []string{"e"}, Label: "guests.key-correct", Do: g.correct, Disabled: g.nobody, Hidden: true},
		{Keys: []string{"f4"}, Label: "guests.key-session", Do: g.chooseSession, Disabled: g.oneSession, Hidden: len(g.sessions) < 2},
		{Keys: []string{"o"}, Label: "guests.key-people", Do: func() tea.Cmd { return g.leave(NewPeople(g.env)) }, Hidden: true},
		{Keys: []string{"ctrl+z"}, Label: "guests.key-undo", Do: g.undo, Disabled: g.unread, Hidden: true},
	}
	return append(keys, g.env.partKeys(g.event, "")...)
}

// unread disables what needs the list to have been read.
func (g *guestList) unread() (lang.Phrase, bool) { return lang.Of("guests.reading"), g.hall == nil }

// nobody disables what is about the guest under the cursor.
func (g *guestList) nobody() (lang.Phrase, bool) { return lang.Of("guests.nobody"), g.list.Len() == 0 }

func (g *guestList) oneSession() (lang.Phrase, bool) {
	return lang.Of("guests.one-session"), len(g.sessions) < 2
}

// Update takes a message; of keys, those that are no command.
func (g *guestList) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case attendanceRead:
		taken, cmd := g.take(m)
		if taken {
			g.arrange()
		}
		return cmd
	case Committed:
		return g.committed(m.Commit)
	case Resumed:
		g.covered = false
		if g.stale {
			g.arrange()
		}
		return nil
	case takenBack:
		if m.page == g {
			return m.tell(g.env)
		}
		return nil
	}
	if g.pick != nil {
		cmd := g.pick.Update(msg)
		if g.pick != nil && !g.pick.Open() {
			g.pick = nil
		}
		return cmd
	}
	if g.box != nil && typing(msg) {
		return g.typed(msg)
	}
	return g.list.Update(kit.Shift(msg, 0, g.top))
}

// committed shows what any desk has written; covered by another screen, when this one is seen again.
func (g *guestList) committed(c model.Commit) tea.Cmd {
	changed, listed, again := g.heard(c)
	switch {
	case !changed || again != nil:
	case g.covered:
		g.stale = true
	case listed || g.order == orderArrival:
		g.arrange()
	default:
		g.refilter()
	}
	return again
}

// leave opens another screen above this one.
func (g *guestList) leave(s Screen) tea.Cmd {
	g.covered = true
	return open(s)
}

func (g *guestList) open() tea.Cmd {
	r, _ := g.list.Selected()
	return g.leave(NewGuest(g.env, g.event, r.guest.ID))
}

func (g *guestList) correct() tea.Cmd {
	r, _ := g.list.Selected()
	return g.leave(NewGuestForm(g.env, g.event, r.guest.ID))
}

func (g *guestList) undo() tea.Cmd { return g.env.undoLast(g, g.about()) }

func (g *guestList) missing() tea.Cmd {
	r := newReport(g.env, g.event, g.session, missingText)
	r.hidden = g.hidden
	return g.leave(r)
}

func (g *guestList) report() tea.Cmd {
	return g.leave(NewReport(g.env, g.event, g.session))
}

// search opens the box in which words are typed.
func (g *guestList) search() tea.Cmd {
	g.box = kit.NewInput(g.env.Look)
	g.box.Placeholder = "guests.box"
	return nil
}

// unsearch closes the box and forgets the words.
func (g *guestList) unsearch() tea.Cmd {
	g.box = nil
	g.filter.words = ""
	g.refilter()
	return nil
}

// typed takes what is typed into the box.
func (g *guestList) typed(msg tea.Msg) tea.Cmd {
	cmd := g.box.Update(msg)
	if g.box.Value() != g.filter.words {
		g.filter.words = g.box.Value()
		g.refilter()
	}
	return cmd
}

// hidePhones takes the phones off the screen, or puts them back.
func (g *guestList) hidePhones() tea.Cmd {
	g.hidden = !g.hidden
	return nil
}

package screen

import (
	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/board"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// followUps is the board: all follow-ups, of every event or of one, in groups by when they are due.
//
//	rows -> board (sorted) -> filter (shown) -> list, with a heading before each group but the first
//
// Sorting and filtering look at every follow-up, so they are done when somebody asks for them or one has changed; moving the
// cursor touches the rows in sight alone.
type followUps struct {
	*actionWork
	event  model.ID // zero: of every event
	about  model.Event
	sample bool         // all follow-ups are of sample events
	board  *board.Board // nil: not read yet
	filter board.Filter
	called [4]string // what is filtered by, in words, by aspect
	shown  []int32
	counts [board.Groups]int
	rows   []boardRow
	list   *kit.List[boardRow]
	wide   *kit.Table[boardRow]
	narrow *kit.Table[boardRow]
	box    *kit.Input        // nil: nothing is being typed
	pick   *kit.Pick[choice] // nil: nothing is being chosen
	first  model.ID          // where the cursor is to be once the board was read; zero: on the first row

	number  int            // of the last reading that was asked for
	under   bool           // it is under way
	since   []model.Commit // what was committed since it began
	covered bool           // another screen is in front
	stale   bool           // something has changed while it was
	top     int            // the list's first line within the body, at the last View
	below   int            // the first line of what is asked below the list
}

// boardRow is one row of the list: a follow-up, or the heading of a group.
type boardRow struct {
	group board.Group
	at    int32 // headingRow: no follow-up
	id    model.ID
}

const headingRow = -1

func (r boardRow) key() string {
	if r.at == headingRow {
		return ""
	}
	return string(r.id[:])
}

// boardRead is the board as it was when the reading of that number was made.
type boardRead struct {
	of     *followUps
	number int
	board  *board.Board
	about  model.Event
	sample bool
	err    error
}

// NewBoard is the board of all follow-ups of all events.
func NewBoard(env *Env) Screen { return newFollowUps(env, model.ID{}) }

// NewActions is the follow-ups of one event: its fifth part.
func NewActions(env *Env, event model.ID) Screen { return newFollowUps(env, event) }

func newFollowUps(env *Env, event model.ID) *followUps {
	b := &followUps{event: event}
	b.actionWork = &actionWork{env: env, page: b, target: b.selected}
	if !event.IsZero() {
		b.filter.Event = &b.event
	}
	b.tables()
	b.list = kit.NewList(env.Look, boardRow.key, b.draw)
	b.list.Bare = func(r boardRow) bool { return r.at == headingRow }
	return b
}

// Init reads the follow-ups.
func (b *followUps) Init() tea.Cmd { return b.reload() }

// Title names the list, and the event where it is one event's.
func (b *followUps) Title() string {
	if b.event.IsZero() {
		return b.env.Say("board.title")
	}
	return b.env.Say("board.title-event") + "  " + b.about.Theme
}

// Sample reports whether all of it is sample data; among real ones each follow-up's event says so.
func (b *followUps) Sample() bool { return b.about.Sample || b.sample }

// Typing is so while words are typed.
func (b *followUps) Typing() bool { return b.box != nil || b.form != nil }

// Asking is so while something is being chosen, or a reason is asked for.
func (b *followUps) Asking() bool { return b.pick != nil || b.form != nil }

// Help explains what no key tells.
func (b *followUps) Help() []lang.Key { return []lang.Key{"board.help"} }

// Keys are the commands; while words are typed only those that are no letters.
func (b *followUps) Keys() kit.Bindings {
	switch {
	case b.form != nil:
		return b.formKeys()
	case b.pick != nil:
		// Told here and done by the list of choices.
		return kit.Bindings{
			{Keys: []string{"enter"}, Label: "guests.key-choose"},
			{Keys: []string{"esc"}, Label: "guests.key-leave"},
		}
	case b.box != nil:
		return kit.Bindings{
			{Keys: []string{"enter"}, Label: "board.key-open", Do: b.open, Disabled: b.nothing},
			{Keys: []string{"esc"}, Label: "guests.key-unsearch", Do: b.unsearch},
		}
	}
	keys := kit.Bindings{
		{Keys: []string{"enter"}, Label: "board.key-open", Do: b.open, Disabled: b.nothing},
		{Keys: []string{"n"}, Label: "board.key-new", Do: b.add},
	}
	keys = append(keys, b.workKeys(b.nothing)...)
	keys = append(keys, kit.Bindings{
		{Keys: []string{"f"}, Label: "board.key-filter", Do: b.chooseAspect, Disabled: b.unread},
		{Keys: []string{"c"}, Label: "board.key-search", Do: b.search, Disabled: b.unread},
		{Keys: []string{"a"}, Label: "board.key-all", Do: b.showAll, Disabled: b.unread, Hidden: !b.filtered()},
		{Keys: []string{"l"}, Label: "board.key-text", Do: b.text, Disabled: b.nothing},
		{Keys: []string{"e"}, Label: "board.key-edit", Do: b.edit, Disabled: b.nothing, Hidden: true},
		{Keys: []string{"t"}, Label: "board.key-question", Do: b.question, Disabled: b.unasked, Hidden: true},
		{Keys: []string{"k"}, Label: "board.key-event", Do: b.toEvent, Disabled: b.eventless, Hidden: true},
	}...)
	if !b.event.IsZero() {
		keys = append(keys, b.env.partKeys(b.event, partActions)...)
	}
	return keys
}

func (b *followUps) unread() (lang.Phrase, bool) { return lang.Of("board.reading"), b.board == nil }

// nothing disables what is about the follow-up under the cursor.
func (b *followUps) nothing() (lang.Phrase, bool) {
	_, ok := b.selected()
	return lang.Of("board.nothing"), !ok
}

func (b *followUps) unasked() (lang.Phrase, bool) {
	a, _ := b.selected()
	return lang.Of("action.no-question"), a.Question.IsZero()
}

func (b *followUps) eventless() (lang.Phrase, bool) {
	a, _ := b.selected()
	return lang.Of("action.no-event"), a.Event.IsZero()
}

// selected is the follow-up under the cursor.
func (b *followUps) selected() (model.Action, bool) {
	row, ok := b.list.Selected()
	if !ok || row.at == headingRow {
		return model.Action{}, false
	}
	return b.board.At(row.at).Action, true
}

// Update takes readings, commits, what became of keys, and what moves the cursor.
func (b *followUps) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case boardRead:
		return b.take(m)
	case Committed:
		return b.heard(m.Commit)
	case Resumed:
		b.covered = false
		if b.stale {
			return b.reload()
		}
		return nil
	case Configured:
		return b.reload()
	}
	if cmd, done := b.update(kit.Shift(msg, 0, b.below)); done {
		return cmd
	}
	if b.pick != nil {
		cmd := b.pick.Update(msg)
		if b.pick != nil && !b.pick.Open() {
			b.pick = nil
		}
		return cmd
	}
	if b.box != nil && typing(msg) {
		return b.typedWords(msg)
	}
	before := b.list.Index()
	cmd := b.list.Update(kit.Shift(msg, 0, b.top))
	b.step(before)
	return cmd
}

// step takes the cursor off a heading, on in the direction in which it came.
func (b *followUps) step(before int) {
	if row, ok := b.list.Selected(); ok && row.at == headingRow {
		if b.list.Index() < before {
			b.list.Select(b.list.Index() - 1)
		} else {
			b.list.Select(b.list.Index() + 1)
		}
	}
}

// arrange shows what the filter lets through; the cursor stays with its follow-up.
func (b *followUps) arrange() {
	if b.board == nil {
		return
	}
	b.shown = b.board.Shown(b.filter)
	b.counts = b.board.Count(b.shown)
	b.tables()
	// A new array: the list looks at the old rows to find where its follow-up has gone.
	b.rows = make([]boardRow, 0, len(b.shown)+int(board.Groups))
	last := board.Groups
	for _, i := range b.shown {
		g := b.board.Group(i)
		if g != last && len(b.rows) > 0 {
			b.rows = append(b.rows, boardRow{group: g, at: headingRow})
		}
		last = g
		b.rows = append(b.rows, boardRow{g, i, b.board.ID(i)})
	}
	b.list.Show(boardRows(b.rows))
	b.step(b.list.Index())
}

// boardRows are the rows of the list; a record is found without making a text of each.
type boardRows []boardRow

func (s boardRows) Len() int { return len(s) }

func (s boardRows) At(i int) boardRow { return s[i] }

// Find is where a follow-up stands now.
func (s boardRows) Find(id string) (int, bool) {
	for i := range s {
		if s[i].at != headingRow && string(s[i].id[:]) == id {
			return i, true
		}
	}
	return 0, false
}

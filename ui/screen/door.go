package screen

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/hall"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// Door is where guests are met. One box is always in focus; what is typed there finds guests, Enter marks the one in front
// as present. What else can be asked or filled in stands in a layer above the list, and a scanner is heard above all.
//
//	key -> scanner's filter -> layer, or box and list -> deed -> outbox -> outcome (said) and commit (shown)
//
// Nothing is called present before its change is on disk: until then the row says that it is being saved.
type Door struct {
	env            *Env
	event, session model.ID
	unsure         bool // the session that matters today is still to be found

	hall     *hall.Hall  // nil until it has been read
	about    model.Event // as last read, also while another session's hall is being read
	sessions []model.Session
	items    []model.AgendaItem
	reading  round
	box      *kit.Input
	scan     kit.Scan
	found    *findings
	over     layer   // nil: the list itself
	leaving  tea.Cmd // where a key led while something was being saved; nil: nowhere
	flying   int     // writes whose outcome is not known yet

	last    model.ID             // who was dealt with last; what keys are about while the box is empty
	pending map[model.ID]pending // seats that are not on disk yet, or could not be written
	unsaved []deed               // what could not be written, in the order of the keys
	number  int                  // the last number on the list that was given here
}

// layer stands in the place of the door's list for a while: a form, a choice, the figures.
type layer interface {
	Update(msg tea.Msg) tea.Cmd
	View(w, h int) string
	Cursor() (x, y int, ok bool)
	Keys() kit.Bindings
	Heading() string
	Open() bool
}

// scanned codes: any letters and digits, so that a misread one is refused in words and not typed into the box.
const (
	scanAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	scanLongest  = 24
)

// NewDoor is the door of an event's session; the zero session is the one that every event has.
func NewDoor(env *Env, event, session model.ID) Screen { return newDoor(env, event, session) }

func newDoor(env *Env, event, session model.ID) *Door {
	d := &Door{
		env: env, event: event, session: session, box: kit.NewInput(env.Look),
		scan: kit.Scan{Alphabet: scanAlphabet, Longest: scanLongest}, pending: make(map[model.ID]pending),
	}
	d.box.Placeholder = "door.box"
	d.found = newFindings(d)
	return d
}

// Init reads the attendance.
func (d *Door) Init() tea.Cmd { return d.read() }

// Update takes a message; of keys, those that are no command.
func (d *Door) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case hallRead:
		return d.open(m)
	case Committed:
		return tea.Batch(d.committed(m.Commit), d.pass(msg))
	case outcome:
		return d.landed(m.door, m.err, d.told(m))
	case walkedIn:
		return d.landed(m.door, m.err, d.welcomed(m))
	case amended:
		return d.landed(m.door, m.err, d.corrected(m))
	case undone:
		return d.landed(m.door, m.err, d.undid(m))
	case tea.KeyPressMsg:
		return d.press(m)
	case tea.PasteMsg, tea.MouseClickMsg, tea.MouseWheelMsg:
		return d.give(msg)
	}
	return d.pass(msg)
}

// press hears the scanner first: it types into whatever is in front, and means the door.
func (d *Door) press(m tea.KeyPressMsg) tea.Cmd {
	held := d.scan.Held() != ""
	read := d.scan.Feed(m)
	var back tea.Cmd
	if read.Back != "" {
		back = d.give(tea.PasteMsg{Content: read.Back})
	}
	switch {
	case read.Code != "":
		return d.scanned(read.Code)
	case read.Consumed:
		return back
	case held:
		// While a code was being read all keys came here, commands too.
		if cmd, bound := d.Keys().Press(m); bound {
			return tea.Batch(back, cmd)
		}
	}
	return tea.Batch(back, d.give(m))
}

// give hands input to what is in front.
func (d *Door) give(msg tea.Msg) tea.Cmd {
	if d.over != nil {
		return d.pass(kit.Shift(msg, 0, d.layerTop()))
	}
	switch m := msg.(type) {
	case tea.MouseClickMsg, tea.MouseWheelMsg:
		d.found.point(m)
		return nil
	case tea.KeyPressMsg:
		if moves(m.String()) {
			d.found.move(m)
			return nil
		}
	}
	before := d.box.Value()
	cmd := d.box.Update(msg)
	if d.box.Value() != before {
		d.found.search(d.box.Value())
	}
	return cmd
}

// moves reports whether a key moves through the list; Left, Right and the like edit the text in the box.
func moves(key string) bool {
	return slices.Contains([]string{"up", "down", "pgup", "pgdown", "ctrl+home", "ctrl+end"}, key)
}

// pass gives a message to the layer, if there is one, and closes it when it is done.
func (d *Door) pass(msg tea.Msg) tea.Cmd {
	if d.over == nil {
		return nil
	}
	over := d.over
	cmd := over.Update(msg)
	if d.over == over && !over.Open() {
		d.over = nil
	}
	return cmd
}

// show puts a layer in front; starting it may take a command.
func (d *Door) show(l layer, start tea.Cmd) tea.Cmd {
	d.over = l
	return start
}

// back clears the box; when that is empty, it leaves, but not before what was accepted is on disk: a failure has to be read
// here, where it can be put right.
func (d *Door) back() tea.Cmd {
	if d.box.Value() != "" || d.found.moved {
		d.clear()
		return nil
	}
	return d.leave(send(Back{}))
}

// leave leaves the door once everything that was accepted is on disk.
func (d *Door) leave(where tea.Cmd) tea.Cmd {
	if d.flying > 0 {
		d.leaving = where
		return nil
	}
	return where
}

// put hands a write to the outbox, and remembers that its outcome is still to come.
func (d *Door) put(w kit.Write) tea.Cmd {
	d.flying++
	return d.env.Outbox.Put(w)
}

// landed goes back when the last write is on disk, if Esc was pressed meanwhile. After a failure it stays: that has to be
// read.
func (d *Door) landed(door *Door, err error, said tea.Cmd) tea.Cmd {
	if door != d {
		return nil
	}
	d.flying--
	if err != nil {
		d.leaving = nil
	}
	if d.leaving == nil || d.flying > 0 {
		return said
	}
	where := d.leaving
	d.leaving = nil
	return tea.Sequence(said, where)
}

// clear empties the box and puts the cursor on the guest who was dealt with last.
func (d *Door) clear() {
	d.box.SetValue("")
	d.found.search("")
	d.found.pick(d.last)
}

// Title names the session, where there are several, and the event.
func (d *Door) Title() string {
	title := d.env.Say("door.title") + "  "
	for _, s := range d.sessions {
		if len(d.sessions) > 1 && s.ID == d.session {
			title += d.sessionName(s) + ": "
		}
	}
	return title + d.about.Theme
}

// Typing is always so: letters search.
func (d *Door) Typing() bool { return true }

// Asking is so while a scanner's code is being read: its Enter or Tab must not mean anything else.
func (d *Door) Asking() bool { return d.scan.Held() != "" }

// Sample reports whether the event is sample data.
func (d *Door) Sample() bool { return d.about.Sample }

// Help explains what no key tells.
func (d *Door) Help() []lang.Key {
	return []lang.Key{"door.help-search", "door.help-enter", "door.help-scan", "door.help-undo"}
}

// Keys are the door's commands, or those of the layer in front.
func (d *Door) Keys() kit.Bindings {
	if d.over != nil {
		// Before the layer's own, so that the door sees it close.
		esc := kit.Binding{Keys: []string{"esc"}, Label: "door.back", Hidden: true, Do: func() tea.Cmd {
			return d.pass(tea.KeyPressMsg{Code: tea.KeyEscape})
		}}
		return append(kit.Bindings{esc}, d.over.Keys()...)
	}
	parts := d.env.partKeysBy(d.event, partDoor, func(s Screen) tea.Cmd { return d.leave(send(Replace{s})) })
	return append(kit.Bindings{
		{Keys: []string{"enter"}, Label: "door.key-present", Do: d.enter},
		{Keys: []string{"ctrl+r"}, Label: "door.key-represent", Do: d.represent},
		{Keys: []string{"ctrl+t"}, Label: "door.key-walk-in", Do: d.walkIn},
		{Keys: []string{"ctrl+z"}, Label: "door.key-undo", Do: d.undo},
		{Keys: []string{"ctrl+g"}, Label: "door.key-state", Do: d.chooseState},
		{Keys: []string{"ctrl+e"}, Label: "door.key-correct", Do: d.correct},
		{Keys: []string{"ctrl+d"}, Label: "door.key-companion", Do: d.companion},
		{Keys: []string{"f3"}, Label: "door.key-counts", Do: d.showCounts},
		{Keys: []string{"f4"}, Label: "door.key-session", Do: d.chooseSession, Disabled: d.oneSession},
		{Keys: []string{"f5"}, Label: "door.key-male", Do: func() tea.Cmd { return d.sex("L") }, Hidden: true},
		{Keys: []string{"f6"}, Label: "door.key-female", Do: func() tea.Cmd { return d.sex("P") }, Hidden: true},
		{Keys: []string{"f7"}, Label: "door.key-sheet", Do: d.sheet},
		{Keys: []string{"esc"}, Label: "door.back", Do: d.back, Hidden: true},
	}, d.env.typedPartKeys(parts)...)
}

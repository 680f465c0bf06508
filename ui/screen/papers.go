package screen

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/filing"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// papers are the papers of an event, each with where it stands: what it lacks, whether it was made, and whether what it says has changed
// since. They are made from what is recorded, off the screen's own goroutine.
type papers struct {
	env     *Env
	id      model.ID
	state   papersState
	known   bool
	list    *kit.List[filing.Made]
	phone   bool // the attendance list has phones
	work    *printing
	number  int // of the last reading that was asked for
	reading bool
	covered bool
	stale   bool
	above   int // lines above the list at the last View
}

// papersState is the event as it was read, and its papers as they would be made now.
type papersState struct {
	file filing.File
	made []filing.Made
}

// papersRead is what reading number gave.
type papersRead struct {
	screen *papers
	number int
	state  papersState
	err    error
}

// papersDue is the time to read again after something was committed.
type papersDue struct{ screen *papers }

// papersRest is how long papers are left as they are while others write: at the door somebody is marked every few seconds.
const papersRest = 2 * time.Second

// NewPapers is the papers of an event.
func NewPapers(env *Env, event model.ID) Screen {
	s := &papers{env: env, id: event}
	type column = kit.Column[filing.Made]
	name := func(m filing.Made) string { return env.Say(filing.KindWords(m.Kind)) }
	state := func(m filing.Made) string {
		return env.Say(lang.Key("papers.state." + string(s.state.file.Standing(m))))
	}
	wide := kit.NewTable(env.Look,
		column{Size: kit.Size{Fixed: 26}, Text: name}, column{Size: kit.Size{Fixed: 22}, Text: state},
		column{Size: kit.Size{Min: 12, Share: 1}, Text: s.lacks},
	)
	narrow := kit.NewTable(env.Look, column{Size: kit.Size{Min: 12, Share: 1}, Text: name}, column{Size: kit.Size{Fixed: 14}, Text: func(m filing.Made) string {
		return env.Say(lang.Key("papers.state-short." + string(s.state.file.Standing(m))))
	}})
	s.list = kit.NewList(env.Look, func(m filing.Made) string { return string(m.Kind) }, func(m filing.Made, w int) string {
		if w < papersNarrow {
			return narrow.Row(m, w)
		}
		return wide.Row(m, w)
	})
	return s
}

// Init reads the event and makes its papers.
func (s *papers) Init() tea.Cmd { return s.reload() }

// Title names the event.
func (s *papers) Title() string { return s.env.Say("papers.title") + "  " + s.state.file.Event.Theme }

// Sample reports whether the event is sample data.
func (s *papers) Sample() bool { return s.state.file.Event.Sample }

// Asking is so while papers are written: then Esc stops that.
func (s *papers) Asking() bool { return s.work != nil }

// Help explains what becomes of a print.
func (s *papers) Help() []lang.Key { return []lang.Key{"papers.help"} }

// Keys are the commands.
func (s *papers) Keys() kit.Bindings {
	if s.work != nil {
		return kit.Bindings{{Keys: []string{"esc"}, Label: "papers.key-stop", Do: s.stop}}
	}
	return append(kit.Bindings{
		{Keys: []string{"enter"}, Label: "papers.key-open", Do: s.open, Disabled: s.unread},
		{Keys: []string{"p"}, Label: "papers.key-print", Do: func() tea.Cmd { return s.print(filing.Kinds()) }, Disabled: s.unread},
		{Keys: []string{"c"}, Label: "papers.key-print-one", Do: s.printOne, Disabled: s.unread},
		{Keys: []string{"v"}, Label: "papers.key-preview", Do: s.preview, Disabled: s.unread},
		{Keys: []string{"o"}, Label: "papers.key-folder", Do: s.reveal, Disabled: s.unread},
		{Keys: []string{"t"}, Label: "papers.key-rows", Do: func() tea.Cmd { return s.leave(newPaperRows(s.env, s.state.file.Event)) }, Disabled: s.unprinted},
		{Keys: []string{"e"}, Label: "papers.key-form", Do: func() tea.Cmd { return s.leave(newPapersForm(s.env, s.state.file.Event, "")) }, Disabled: s.unread},
		{Keys: []string{"u"}, Label: "papers.key-pay", Do: func() tea.Cmd { return s.leave(NewPayments(s.env, s.id)) }},
		{Keys: []string{"a"}, Label: "papers.key-approve", Do: s.approve, Disabled: s.unread},
		{Keys: []string{"h"}, Label: "papers.key-phone", Do: s.phones, Disabled: s.unread, Hidden: true},
		{Keys: []string{"k"}, Label: "papers.key-office", Do: func() tea.Cmd { return s.leave(NewOfficeForm(s.env)) }},
		{Keys: []string{"b"}, Label: "parts.evidence", Do: func() tea.Cmd { return send(Replace{NewEvidence(s.env, s.id)}) }},
		{Keys: []string{"ctrl+z"}, Label: "event.undo", Do: func() tea.Cmd { return s.env.undoLast(s, s.state.file.Event) }, Hidden: true},
	}, s.env.partKeys(s.id, partEvidence)...)
}

func (s *papers) unread() (lang.Phrase, bool) { return lang.Of("event.reading"), !s.known }

// unprinted disables typing from paper while nothing was printed.
func (s *papers) unprinted() (lang.Phrase, bool) {
	return lang.Of("papers.never-printed"), !s.known || s.state.file.Prints.Sheets() == nil
}

func (s *papers) leave(to Screen) tea.Cmd {
	s.covered = true
	return open(to)
}

// Update takes readings, commits, what became of printing, and what moves the cursor.
func (s *papers) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case papersRead:
		return s.take(m)
	case papersDue:
		if m.screen == s && s.stale && !s.covered && !s.reading && s.work == nil {
			return s.reload()
		}
		return nil
	case printTick:
		return s.tick(m)
	case printed:
		return s.wrote(m)
	case Committed:
		return s.heard(m.Commit)
	case Resumed:
		s.covered = false
		if s.stale {
			return s.reload()
		}
		return nil
	case written:
		if m.page == s {
			return m.tell()
		}
		return nil
	case takenBack:
		if m.page == s {
			return m.tell(s.env)
		}
		return nil
	}
	return s.list.Update(kit.Shift(msg, 0, s.above))
}

// heard reads again what changed, but not at once: papers take longer to make than anything else that is shown.
func (s *papers) heard(c model.Commit) tea.Cmd {
	ours := c.Bulk || slices.ContainsFunc(c.Records, func(r model.Record) bool { return r.Key.Event == s.id || r.Key.Kind == model.KindSetting })
	if !ours || s.stale {
		return nil
	}
	s.stale = true
	if s.covered || s.reading {
		return nil
	}
	return tea.Tick(papersRest, func(time.Time) tea.Msg { return papersDue{s} })
}

func (s *papers) reload() tea.Cmd {
	s.number++
	s.reading, s.stale = true, false
	number, store, id, l, today := s.number, s.env.Store, s.id, s.env.Lang, s.env.Today()
	o := filing.Options{Phone: s.phone, Today: today, Photos: true}
	return func() tea.Msg {
		state, err := readPapers(context.Background(), store, l, id, o, today.String())
		return papersRead{s, number, state, err}
	}
}

// readPapers reads an event, of the session that matters today, and makes its papers without writing them.
func readPapers(ctx context.Context, store Store, l *lang.Lang, id model.ID, o filing.Options, today string) (out papersState, err error) {
	sessions, err := store.Sessions(ctx, id)
	if err != nil {
		return out, err
	}
	for _, x := range sessions {
		if x.Date == today {
			o.Session = x.ID
		}
	}
	if out.file, err = filing.Read(ctx, store, id, o); err != nil {
		return out, err
	}
	out.made, err = out.file.All(ctx, l, filing.Kinds())
	return out, err
}

func (s *papers) take(m papersRead) tea.Cmd {
	if m.screen != s || m.number != s.number {
		return nil
	}
	s.reading = false
	if m.err != nil {
		return unread(m.err)
	}
	s.state, s.known = m.state, true
	s.list.Show(kit.Slice[filing.Made](s.state.made))
	if s.stale && !s.covered {
		return tea.Tick(papersRest, func(time.Time) tea.Msg { return papersDue{s} })
	}
	return nil
}

// open leads to what fills the first gap of the paper; one that lacks nothing is shown.
func (s *papers) open() tea.Cmd {
	m, ok := s.list.Selected()
	if !ok {
		return nil
	}
	for _, g := range m.Gaps() {
		if to := s.filling(g.Field); to != nil {
			return s.leave(to)
		}
	}
	return s.preview()
}

func (s *papers) preview() tea.Cmd {
	m, ok := s.list.Selected()
	if !ok {
		return nil
	}
	return s.leave(newPreview(s.env, s.state.file.Event, m))
}

// filling is the page on which a gap is filled; nil where there is none.
func (s *papers) filling(field string) Screen {
	event := s.state.file.Event
	switch field {
	case model.EventTheme, model.EventKind, model.EventOrganiser, model.EventVenue, model.EventDate, model.EventStart, model.EventInvitation:
		return NewEventForm(s.env, s.id)
	case model.OfficeCity, string(model.PostLeader):
		focus := field
		if field == string(model.PostLeader) {
			focus = model.SignerRegister(model.PostLeader, model.SignerPost)
		}
		return newOfficeForm(s.env, focus)
	case model.EventContact, model.EventLetterDate, model.EventCity, model.EventDeed, model.EventGroups, model.EventResult, model.EventAssignment:
		return newPapersForm(s.env, event, field)
	case model.EventConclusion, model.EventSuggestion:
		return newClosing(s.env, s.id)
	case "agenda":
		return NewAgenda(s.env, s.id)
	case "committee", string(model.DutyChair), string(model.DutySpeaker), string(model.DutyOpener), string(model.DutyRecorder), string(model.DutyModerator):
		return NewRoles(s.env, s.id)
	case "guests":
		return NewGuests(s.env, s.id, s.state.file.Session.ID)
	case "seats":
		return NewDoor(s.env, s.id, s.state.file.Session.ID)
	case "amount":
		return NewPayments(s.env, s.id)
	case "due", "owner":
		return NewActions(s.env, s.id)
	}
	return nil
}

// phones turns the phones of the attendance list on or off.
func (s *papers) phones() tea.Cmd {
	s.phone = !s.phone
	word := lang.Key("papers.phone-off")
	if s.phone {
		word = "papers.phone-on"
	}
	return tea.Batch(s.reload(), say(kit.Plain, word))
}

// approve approves the press release word by word, or takes that back.
func (s *papers) approve() tea.Cmd {
	i := slices.IndexFunc(s.state.made, func(m filing.Made) bool { return m.Kind == filing.Press })
	if i < 0 {
		return nil
	}
	press, said := s.state.made[i], lang.Of("papers.approved")
	value := press.Sum
	switch {
	case s.state.file.Event.Papers.Approved == press.Sum:
		value, said = "", lang.Of("papers.draft-again")
	case len(press.Gaps()) > 0:
		return say(kit.Warn, "papers.approve-gaps", "what", s.lacks(press))
	}
	set, ok := s.state.file.Record.Write(model.EventApproved, value)
	if !ok {
		return nil
	}
	return s.env.Write([]model.Change{s.env.Act(model.VerbEdit).Change(model.EventKey(s.id), set)},
		func(err error) tea.Msg { return written{s, said, err} })
}

package screen

import (
	"context"
	"slices"
	"strings"
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
	mirror[papersState]
	id      model.ID
	list    *kit.List[filing.Made]
	phone   bool              // the attendance list has phones
	letters bool              // each guest has a letter, too
	pick    *kit.Pick[choice] // nil: nothing is being chosen
	work    *printing         // nil: none are being written
	due     bool              // something was committed: they are read again in a moment
	above   int               // lines above the list at the last View
}

// papersState is the event as it was read, and its papers as they would be made now.
type papersState struct {
	file filing.File
	made []filing.Made
}

// papersDue is the time to read again after something was committed.
type papersDue struct{ screen *papers }

// papersRest is how long papers are left as they are while others write: at the door somebody is marked every few seconds.
const papersRest = 2 * time.Second

// NewPapers is the papers of an event.
func NewPapers(env *Env, event model.ID) Screen {
	s := &papers{id: event}
	s.mirror = mirror[papersState]{env: env, page: s, show: s.arrange, touched: s.concerned}
	s.read = s.reader()
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

// Title names the event.
func (s *papers) Title() string { return s.env.Say("papers.title") + "  " + s.state.file.Event.Theme }

// Sample reports whether the event is sample data.
func (s *papers) Sample() bool { return s.state.file.Event.Sample }

// Asking is so while papers are written, which Esc stops, and while an owner is being chosen.
func (s *papers) Asking() bool { return s.work != nil || s.pick != nil }

// Help explains what becomes of a print.
func (s *papers) Help() []lang.Key { return []lang.Key{"papers.help"} }

// Keys are the commands.
func (s *papers) Keys() kit.Bindings {
	switch {
	case s.work != nil:
		// Told here and done by Update, which has all keys while something is asked.
		return kit.Bindings{{Keys: []string{"esc"}, Label: "papers.key-stop"}}
	case s.pick != nil:
		// Told here and done by the list of owners.
		return kit.Bindings{
			{Keys: []string{"enter"}, Label: "guests.key-choose"},
			{Keys: []string{"esc"}, Label: "guests.key-leave"},
		}
	}
	return append(kit.Bindings{
		{Keys: []string{"enter"}, Label: "papers.key-open", Do: s.open, Disabled: s.unread},
		{Keys: []string{"p"}, Label: "papers.key-print", Do: func() tea.Cmd { return s.print(filing.Kinds(), "") }, Disabled: s.unread},
		{Keys: []string{"c"}, Label: "papers.key-print-one", Do: s.printOne, Disabled: s.unread},
		{Keys: []string{"v"}, Label: "papers.key-preview", Do: s.preview, Disabled: s.unread},
		{Keys: []string{"o"}, Label: "papers.key-folder", Do: s.reveal, Disabled: s.unread},
		{Keys: []string{"t"}, Label: "papers.key-rows", Do: func() tea.Cmd { return s.leave(newPaperRows(s.env, s.state.file.Event)) }, Disabled: s.unprinted},
		{Keys: []string{"e"}, Label: "papers.key-form", Do: func() tea.Cmd { return s.leave(newPapersForm(s.env, s.state.file.Event, "")) }, Disabled: s.unread},
		{Keys: []string{"r"}, Label: "deed.key", Do: func() tea.Cmd { return s.leave(newDeedForm(s.env, s.state.file.Event, "")) }, Disabled: s.unread},
		{Keys: []string{"u"}, Label: "papers.key-pay", Do: func() tea.Cmd { return s.leave(NewPayments(s.env, s.id)) }},
		{Keys: []string{"a"}, Label: "papers.key-approve", Do: s.approve, Disabled: s.unread},
		{Keys: []string{"j"}, Label: "papers.key-owner", Do: s.chooseOwner, Disabled: s.unread},
		{Keys: []string{"s"}, Label: "papers.key-each", Do: s.each, Disabled: s.unread},
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

// Update takes readings, commits, what became of printing, and what moves the cursor.
func (s *papers) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case papersDue:
		if m.screen != s {
			return nil
		}
		s.due = false
		return s.note(model.Commit{Bulk: true})
	case printTick:
		return s.tick(m)
	case printed:
		return s.wrote(m)
	case Committed:
		return s.heard(m.Commit)
	case Resumed:
		// Who comes back from filling a gap sees that it is filled.
		s.stale = s.stale || s.due
	}
	if cmd, taken := s.hear(msg); taken {
		return cmd
	}
	if key, ok := msg.(tea.KeyPressMsg); ok && s.work != nil && key.String() == "esc" {
		return s.stop()
	}
	if s.pick != nil {
		cmd := s.pick.Update(msg)
		if s.pick != nil && !s.pick.Open() {
			s.pick = nil
		}
		return cmd
	}
	return s.list.Update(kit.Shift(msg, 0, s.above))
}

// heard reads again what changed, but not at once: papers take longer to make than anything else that is shown.
func (s *papers) heard(c model.Commit) tea.Cmd {
	if s.due || !c.Bulk && !s.concerned(c) {
		return nil
	}
	s.due = true
	return tea.Tick(papersRest, func(time.Time) tea.Msg { return papersDue{s} })
}

// concerned reports whether a commit may have changed a paper: all that belongs to the event, and the office's settings.
func (s *papers) concerned(c model.Commit) bool {
	return slices.ContainsFunc(c.Records, func(r model.Record) bool { return r.Key.Event == s.id || r.Key.Kind == model.KindSetting })
}

// reader reads what the page shows, with the options that are on now.
func (s *papers) reader() func(context.Context, Store) (papersState, error) {
	l, id, today := s.env.Lang, s.id, s.env.Today()
	// What a paper says does not depend on its photos, and reading them takes longer than all else.
	o := filing.Options{Phone: s.phone, Today: today}
	return func(ctx context.Context, store Store) (papersState, error) {
		return readPapers(ctx, store, l, id, o, today.String())
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

func (s *papers) arrange() tea.Cmd {
	s.list.Show(kit.Slice[filing.Made](s.state.made))
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
	case model.EventTheme, model.EventKind, model.EventOrganiser, model.EventVenue, model.EventDate, model.EventStart, model.EventInvitation,
		model.EventBasis:
		f := newEventForm(s.env, s.id, nil)
		f.form.Focus(field)
		return f
	case model.OfficeCity, string(model.PostLeader):
		focus := field
		if field == string(model.PostLeader) {
			focus = model.SignerRegister(model.PostLeader, model.SignerPost)
		}
		return newOfficeForm(s.env, focus)
	case model.EventContact, model.EventLetterDate, model.EventCity, model.EventGroups, model.EventResult, model.EventAssignment:
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
	switch {
	case strings.HasPrefix(field, "photo-"):
		return NewEvidence(s.env, s.id)
	case slices.Contains(model.SignedRegisters(), field):
		return newDeedForm(s.env, event, field)
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
	s.read = s.reader()
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

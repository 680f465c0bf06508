package screen

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// personPage is one person of the directory: who it is, and every event that the person was invited to or came to, under any
// of the records that were joined.
type personPage struct {
	env    *Env
	id     model.ID
	state  personState
	known  bool // the state has been read
	list   *kit.List[dealing]
	table  *kit.Table[model.Visit]
	asking *kit.Confirm // nil: nothing is being asked
	number int          // of the last reading that was asked for
	top    int          // the list's first line within the body, at the last View
}

// personState is a person as it was read.
type personState struct {
	person model.Person
	same   []model.ID // all records that stand for the person, the one that the others were joined to first
	visits []model.Visit
	asked  []model.Question // what the person asked, as far as that may be known
	owed   []model.Action   // what was promised to the person
}

// personRead is the person as it was when reading number was made.
type personRead struct {
	page   *personPage
	number int
	state  personState
	err    error
}

// NewPerson is the page of one person.
func NewPerson(env *Env, id model.ID) Screen {
	p := &personPage{env: env, id: id}
	p.table = kit.NewTable(env.Look,
		kit.Column[model.Visit]{Size: kit.Size{Fixed: 11}, Text: p.day},
		kit.Column[model.Visit]{Size: kit.Size{Min: 14, Share: 3}, Text: p.theme},
		kit.Column[model.Visit]{Size: kit.Size{Fixed: 16}, Text: p.outcome},
		kit.Column[model.Visit]{Size: kit.Size{Min: 12, Share: 3}, Text: p.as},
	)
	p.list = kit.NewList(env.Look, dealing.key, p.draw)
	p.list.Bare = func(d dealing) bool { return d.heading != "" }
	return p
}

// Init reads the person.
func (p *personPage) Init() tea.Cmd { return p.reload() }

// Title names the person.
func (p *personPage) Title() string {
	if !p.known {
		return p.env.Say("person.title")
	}
	return p.env.Say("person.title") + "  " + p.state.person.FullName()
}

// Sample is so when the person stands on the lists of sample events alone.
func (p *personPage) Sample() bool {
	real := slices.ContainsFunc(p.state.visits, func(v model.Visit) bool { return !v.Event.Sample })
	return len(p.state.visits) > 0 && !real
}

// Asking is so while a question waits for its answer.
func (p *personPage) Asking() bool { return p.asking != nil }

// Help explains what no key tells.
func (p *personPage) Help() []lang.Key { return []lang.Key{"person.help"} }

// Keys are the commands.
func (p *personPage) Keys() kit.Bindings {
	return kit.Bindings{
		{Keys: []string{"enter"}, Label: "person.key-open", Do: p.open, Disabled: p.nowhere},
		{Keys: []string{"g"}, Label: "person.key-join", Disabled: p.unread, Do: func() tea.Cmd {
			return open(newJoining(p.env, p.state.person))
		}},
		{Keys: []string{"p"}, Label: "person.key-part", Do: p.part, Disabled: p.alone},
		{Keys: []string{"i"}, Label: "action.key-institution", Disabled: p.placeless, Do: func() tea.Cmd {
			return open(NewInstitution(p.env, p.from()))
		}},
		{Keys: []string{"ctrl+z"}, Label: "person.key-undo", Do: p.undo},
	}
}

func (p *personPage) unread() (lang.Phrase, bool) { return lang.Of("people.reading"), !p.known }

// nowhere disables what is about the event under the cursor.
func (p *personPage) nowhere() (lang.Phrase, bool) {
	return lang.Of("person.nowhere"), p.list.Len() == 0
}

// placeless disables the way to the institution where the person has none.
func (p *personPage) placeless() (lang.Phrase, bool) {
	return lang.Of("action.no-institution"), !p.known || p.from() == ""
}

// alone disables parting where nothing was joined.
func (p *personPage) alone() (lang.Phrase, bool) {
	return lang.Of("person.alone"), len(p.state.same) < 2
}

// Update takes a message; of keys, those that are no command.
func (p *personPage) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case personRead:
		return p.take(m)
	case Committed:
		if p.concerns(m.Commit) {
			return p.reload()
		}
		return nil
	case written:
		if m.page == p {
			return m.tell()
		}
		return nil
	case takenBack:
		if m.page == p {
			return p.tookBack(m)
		}
		return nil
	}
	if p.asking != nil {
		cmd := p.asking.Update(msg)
		if p.asking != nil && !p.asking.Open() {
			p.asking = nil
		}
		return cmd
	}
	before := p.list.Index()
	cmd := p.list.Update(kit.Shift(msg, 0, p.top))
	stepOff(p.list, before)
	return cmd
}

// concerns reports whether a commit may have changed what is shown here.
func (p *personPage) concerns(c model.Commit) bool {
	for _, r := range c.Records {
		switch r.Key.Kind {
		case model.KindPerson, model.KindGuest, model.KindEvent, model.KindQuestion, model.KindAction:
			return true
		case model.KindSeat:
			// Check-ins of others are no news here.
			if slices.ContainsFunc(p.state.visits, func(v model.Visit) bool { return v.Guest.ID == r.Key.ID }) {
				return true
			}
		}
	}
	return c.Bulk
}

// reload reads the person anew; an earlier reading that is still under way is dropped when it comes.
func (p *personPage) reload() tea.Cmd {
	p.number++
	out := personRead{page: p, number: p.number}
	store, id := p.env.Store, p.id
	return func() tea.Msg {
		out.state, out.err = readPerson(store, id)
		return out
	}
}

// readPerson reads a person for the page. Who it is says the latest list; of somebody on no list, the directory itself.
func readPerson(store Store, id model.ID) (s personState, err error) {
	ctx := context.Background()
	if s.same, err = store.SameAs(ctx, id); err != nil {
		return s, err
	}
	if s.visits, err = store.Visits(ctx, id); err != nil {
		return s, err
	}
	if s.asked, s.owed, err = store.AskedBy(ctx, s.visits); err != nil {
		return s, err
	}
	if len(s.visits) > 0 {
		g := s.visits[0].Guest
		s.person = model.Person{
			Name: g.Name, Before: g.Before, After: g.After, Post: g.Post, Institution: from(&g), District: g.District,
			Phone: g.Phone,
		}
	} else {
		r, err := store.Record(ctx, model.PersonKey(s.same[0]))
		if err != nil {
			return s, err
		}
		s.person = model.PersonOf(r)
	}
	s.person.ID = s.same[0]
	return s, nil
}

func (p *personPage) take(m personRead) tea.Cmd {
	if m.page != p || m.number != p.number {
		return nil
	}
	if m.err != nil {
		return unread(m.err)
	}
	p.state, p.known = m.state, true
	var rows []dealing
	for i := range p.state.visits {
		rows = append(rows, dealing{visit: &p.state.visits[i]})
	}
	rows = append(rows, p.env.dealings(nil, p.state.asked, p.state.owed, false)...)
	p.list.Show(kit.Slice[dealing](rows))
	stepOff(p.list, -1)
	return nil
}

// open shows what is under the cursor: the guest that the event's list holds, a question, a follow-up.
func (p *personPage) open() tea.Cmd {
	d, _ := p.list.Selected()
	return p.env.openDealing(d)
}

// draw gives one row in w cells.
func (p *personPage) draw(d dealing, w int) string {
	if d.visit != nil {
		return p.table.Row(*d.visit, w)
	}
	return p.env.dealingRow(d, w)
}

// selected is the visit under the cursor.
func (p *personPage) selected() (model.Visit, bool) {
	d, ok := p.list.Selected()
	if !ok || d.visit == nil {
		return model.Visit{}, false
	}
	return *d.visit, true
}

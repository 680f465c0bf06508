package screen

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// dealing is one row of a page that tells what somebody had to do with the office: a heading, a visit, a question or a
// follow-up.
type dealing struct {
	heading  string
	visit    *model.Visit
	question *model.Question
	action   *model.Action
}

func (d dealing) key() string {
	switch {
	case d.visit != nil:
		return "v" + string(d.visit.Event.ID[:]) + string(d.visit.Guest.ID[:])
	case d.question != nil:
		return "q" + string(d.question.ID[:])
	case d.action != nil:
		return "a" + string(d.action.ID[:])
	}
	return ""
}

// institutionPage is one village or agency: who was invited and came for it, what it asked, what was promised to it and what
// was kept.
type institutionPage struct {
	env    *Env
	name   string
	state  model.Dealings
	known  bool
	list   *kit.List[dealing]
	number int // of the last reading that was asked for
	top    int // the list's first line within the body, at the last View
}

// institutionRead is the institution as it was when reading number was made.
type institutionRead struct {
	page   *institutionPage
	number int
	state  model.Dealings
	err    error
}

// NewInstitution is the page of one institution, by any of its usual spellings.
func NewInstitution(env *Env, name string) Screen {
	p := &institutionPage{env: env, name: name}
	p.list = newDealings(env)
	return p
}

// newDealings is a list of what somebody had to do with the office.
func newDealings(env *Env) *kit.List[dealing] {
	list := kit.NewList(env.Look, dealing.key, func(d dealing, w int) string { return env.dealingRow(d, w) })
	list.Bare = func(d dealing) bool { return d.heading != "" }
	return list
}

// Init reads the institution.
func (p *institutionPage) Init() tea.Cmd { return p.reload() }

// Title names the institution.
func (p *institutionPage) Title() string {
	if p.known {
		return p.env.Say("institution.title") + "  " + p.state.Name
	}
	return p.env.Say("institution.title") + "  " + p.name
}

// Sample is so when it stands on the lists of sample events alone.
func (p *institutionPage) Sample() bool {
	real := slices.ContainsFunc(p.state.Visits, func(v model.Visit) bool { return !v.Event.Sample })
	return len(p.state.Visits) > 0 && !real
}

// Help explains what no key tells.
func (p *institutionPage) Help() []lang.Key { return []lang.Key{"institution.help"} }

// Keys are the commands.
func (p *institutionPage) Keys() kit.Bindings {
	return kit.Bindings{{Keys: []string{"enter"}, Label: "person.key-open", Do: p.open, Disabled: p.nothing}}
}

func (p *institutionPage) nothing() (lang.Phrase, bool) {
	d, ok := p.list.Selected()
	return lang.Of("institution.nothing"), !ok || d.heading != ""
}

// Update takes a message; of keys, those that are no command.
func (p *institutionPage) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case institutionRead:
		if m.page != p || m.number != p.number {
			return nil
		}
		if m.err != nil {
			return unread(m.err)
		}
		p.state, p.known = m.state, true
		p.list.Show(kit.Slice[dealing](p.env.dealings(p.state.Visits, p.state.Questions, p.state.Actions, true)))
		stepOff(p.list, -1)
		return nil
	case Committed:
		if dealt(m.Commit) {
			return p.reload()
		}
		return nil
	}
	before := p.list.Index()
	cmd := p.list.Update(kit.Shift(msg, 0, p.top))
	stepOff(p.list, before)
	return cmd
}

// dealt reports whether a commit may have changed what somebody had to do with the office.
func dealt(c model.Commit) bool {
	for _, r := range c.Records {
		switch r.Key.Kind {
		case model.KindGuest, model.KindEvent, model.KindQuestion, model.KindAction, model.KindSeat, model.KindPerson:
			return true
		}
	}
	return c.Bulk
}

// stepOff takes the cursor off a heading, on in the direction in which it came.
func stepOff(list *kit.List[dealing], before int) {
	d, ok := list.Selected()
	if !ok || d.heading == "" {
		return
	}
	at := list.Index()
	if at < before && at > 0 {
		list.Select(at - 1)
	} else {
		list.Select(at + 1)
	}
}

func (p *institutionPage) reload() tea.Cmd {
	p.number++
	out := institutionRead{page: p, number: p.number}
	store, name := p.env.Store, p.name
	return func() tea.Msg {
		out.state, out.err = store.Dealings(context.Background(), name)
		return out
	}
}

// open shows what is under the cursor.
func (p *institutionPage) open() tea.Cmd {
	d, _ := p.list.Selected()
	return p.env.openDealing(d)
}

func (e *Env) openDealing(d dealing) tea.Cmd {
	switch {
	case d.visit != nil:
		return open(NewGuest(e, d.visit.Event.ID, d.visit.Guest.ID))
	case d.action != nil:
		return open(NewAction(e, model.ActionKey(d.action.Event, d.action.ID)))
	case d.question != nil:
		return open(openQuestion(e, model.Action{Event: d.question.Event, Question: d.question.ID}))
	}
	return nil
}

// View draws the figures, and below them everything in parts.
func (p *institutionPage) View(w, h int) string {
	if !p.known {
		return p.env.Muted.Render(p.env.Cut(p.env.Say("people.reading"), w-1))
	}
	head := p.env.Wrap(p.env.figures(p.state.Visits, p.state.Questions, p.state.Actions), w-1)
	head = head[:min(len(head), max(1, h/4))]
	p.top = max(0, min(len(head), h-1))
	p.list.Empty = lang.Of("institution.none")
	return kit.Frame(w, h, strings.Join(head, "\n"), p.inFull(w, h), p.list.View)
}

// inFull tells what is under the cursor: longer than a row.
func (p *institutionPage) inFull(w, h int) string {
	d, ok := p.list.Selected()
	if !ok || h < detailHigh {
		return ""
	}
	return p.env.dealingInFull(d, w, h)
}

// Cursor is on what is selected.
func (p *institutionPage) Cursor() (x, y int, ok bool) {
	x, y, ok = p.list.Cursor()
	return x, y + p.top, ok && p.known
}

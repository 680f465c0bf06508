package screen

import (
	"cmp"
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// actionPage is one follow-up in full: what, who, by when, where it came from, and what has been noted of it.
type actionPage struct {
	*actionWork
	key    model.Key
	state  actionState
	known  bool
	page   *kit.Page
	number int    // of the last reading that was asked for
	lines  int    // cells for which the page's lines were made; 0: they are to be made anew
	code   string // the language in which they were
	below  int    // the first line of what is asked, at the last View
}

// actionState is a follow-up as it was read, with what it belongs to.
type actionState struct {
	action   model.Action
	event    model.Event
	question model.Question // zero: it came from none
}

// actionRead is the follow-up as it was when reading number was made.
type actionRead struct {
	page   *actionPage
	number int
	state  actionState
	err    error
}

// NewAction is the page of one follow-up.
func NewAction(env *Env, key model.Key) Screen {
	p := &actionPage{key: key, page: kit.NewPage(env.Look, nil)}
	p.actionWork = &actionWork{env: env, page: p, target: func() (model.Action, bool) { return p.state.action, p.known }}
	return p
}

// Init reads the follow-up.
func (p *actionPage) Init() tea.Cmd { return p.reload() }

// Title says what is to be done.
func (p *actionPage) Title() string { return p.env.Say("action.title") + "  " + p.state.action.Do }

// Sample reports whether the event is sample data.
func (p *actionPage) Sample() bool { return p.state.event.Sample }

// Typing is so while a reason is typed.
func (p *actionPage) Typing() bool { return p.form != nil }

// Asking is so while a reason is asked for.
func (p *actionPage) Asking() bool { return p.form != nil }

// Help explains what no key tells.
func (p *actionPage) Help() []lang.Key { return []lang.Key{"action.help"} }

// Keys are the commands.
func (p *actionPage) Keys() kit.Bindings {
	if p.form != nil {
		return p.formKeys()
	}
	keys := append(p.workKeys(p.unread), kit.Bindings{
		{Keys: []string{"e"}, Label: "board.key-edit", Disabled: p.unread, Do: func() tea.Cmd {
			return open(NewActionEdit(p.env, p.key))
		}},
		{Keys: []string{"t"}, Label: "board.key-question", Disabled: p.unasked, Do: func() tea.Cmd {
			return open(openQuestion(p.env, p.state.action))
		}},
		{Keys: []string{"k"}, Label: "board.key-event", Disabled: p.eventless, Do: func() tea.Cmd {
			return open(NewEvent(p.env, p.key.Event))
		}},
		{Keys: []string{"i"}, Label: "action.key-institution", Disabled: p.nobody, Do: func() tea.Cmd {
			return open(NewInstitution(p.env, p.state.action.From))
		}},
		{Keys: []string{"l"}, Label: "board.key-text", Disabled: p.unread, Do: func() tea.Cmd {
			return open(NewOwnerList(p.env, p.state.action.Owner))
		}},
	}...)
	if !p.key.Event.IsZero() {
		keys = append(keys, p.env.partKeys(p.key.Event, "")...)
	}
	return keys
}

func (p *actionPage) unread() (lang.Phrase, bool) { return lang.Of("board.reading"), !p.known }

func (p *actionPage) unasked() (lang.Phrase, bool) {
	return lang.Of("action.no-question"), p.state.question.ID.IsZero()
}

func (p *actionPage) eventless() (lang.Phrase, bool) {
	return lang.Of("action.no-event"), p.key.Event.IsZero()
}

func (p *actionPage) nobody() (lang.Phrase, bool) {
	return lang.Of("action.no-institution"), p.state.action.From == ""
}

// Update takes readings, commits, what became of keys, and keys that move.
func (p *actionPage) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case actionRead:
		return p.take(m)
	case Committed:
		if p.concerns(m.Commit) {
			return p.reload()
		}
		return nil
	}
	if cmd, done := p.update(kit.Shift(msg, 0, p.below)); done {
		return cmd
	}
	return p.page.Update(msg)
}

// concerns reports whether a commit may have changed what is shown here.
func (p *actionPage) concerns(c model.Commit) bool {
	for _, r := range c.Records {
		a := p.state.action
		switch r.Key {
		case p.key, a.OwnerKey, model.QuestionKey(p.key.Event, a.Question), model.GuestKey(p.key.Event, a.Guest),
			model.EventKey(p.key.Event):
			return true
		}
	}
	return c.Bulk
}

func (p *actionPage) reload() tea.Cmd {
	p.number++
	out := actionRead{page: p, number: p.number}
	store, key := p.env.Store, p.key
	return func() tea.Msg {
		out.state, out.err = readAction(store, key)
		return out
	}
}

// readAction reads a follow-up for its page. Its event or its question may have been removed: it stays readable.
func readAction(store Store, key model.Key) (s actionState, err error) {
	ctx := context.Background()
	if s.action, err = store.Action(ctx, key); err != nil {
		return s, err
	}
	if !key.Event.IsZero() {
		r, err := store.Record(ctx, model.EventKey(key.Event))
		if err != nil {
			return s, err
		}
		s.event = model.EventOf(r)
	}
	if id := s.action.Question; !id.IsZero() {
		r, err := store.Record(ctx, model.QuestionKey(key.Event, id))
		if err != nil {
			return s, err
		}
		s.question = model.QuestionOf(r)
	}
	return s, nil
}

func (p *actionPage) take(m actionRead) tea.Cmd {
	if m.page != p || m.number != p.number {
		return nil
	}
	if m.err != nil {
		return unread(m.err)
	}
	p.state, p.known, p.lines = m.state, true, 0
	return nil
}

// View draws what is known, then the notes; below them what is asked.
func (p *actionPage) View(w, h int) string {
	if !p.known {
		return p.env.Muted.Render(p.env.Cut(p.env.Say("board.reading"), w-1))
	}
	if p.lines != w || p.code != p.env.Code() {
		p.page.SetLines(p.text(w))
		p.lines, p.code = w, p.env.Code()
	}
	if p.form == nil {
		return p.page.View(w, h)
	}
	asked := p.formView(w, max(1, min(9, h-2)))
	p.below = h - strings.Count(asked, "\n") - 1
	return kit.Frame(w, h, "", asked, p.page.View)
}

// text is the page in lines of at most w-1 cells.
func (p *actionPage) text(w int) (lines []string) {
	a, e := p.state.action, p.env
	status := e.Say(ActionStatusWords(a.Status))
	if a.Removed {
		status += " (" + e.Say("action.removed") + ")"
	}
	for _, f := range []fact{
		{"action.do", a.Do},
		{"action.problem", a.Problem},
		{"action.owner", e.ownerWords(a)},
		{"action.due", cmp.Or(e.dueInFull(a), "-")},
		{"action.status", status},
		{"action.priority", e.Say(PriorityWords(a.Priority))},
		{"action.output", a.Output},
		{"action.measure", a.Measure},
		{"action.promised-to", promisedTo(a)},
		{"action.event", p.state.event.Theme},
		{"action.question", p.asked()},
	} {
		if f.value != "" {
			lines = append(lines, e.Wrap(e.Say(f.label)+": "+f.value, w-1)...)
		}
	}
	lines = append(lines, "", e.Title.Render(e.Cut(e.Say("action.notes", "n", len(a.Notes)), w-1)))
	if len(a.Notes) == 0 {
		lines = append(lines, e.Muted.Render(e.Cut(e.Say("action.no-notes"), w-1)))
	}
	for _, n := range a.Notes {
		lines = append(lines, e.Wrap(e.noteWords(n), w-1)...)
	}
	return lines
}

// asked is the words of the question that the follow-up came from.
func (p *actionPage) asked() string {
	q := p.state.question
	if q.Removed {
		return q.Text + " (" + p.env.Say("action.question-removed") + ")"
	}
	return q.Text
}

// Cursor is on what is asked, or at the top of the page.
func (p *actionPage) Cursor() (x, y int, ok bool) {
	if p.form != nil {
		x, y, ok = p.formCursor()
		return x, y + p.below, ok
	}
	return 0, 0, p.known
}

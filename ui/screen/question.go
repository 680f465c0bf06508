package screen

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// questionPage is one question in whole: its words, every answer, what it rests on and how old that is, what it points to,
// what came of it, and everything that was done to it.
type questionPage struct {
	*deeds
	env       *Env
	event, id model.ID
	state     questionState
	known     bool // the state has been read
	old       bool // earlier words of the question and its answers are shown, too
	page      *kit.Page
	drawn     drawn
	number    int // of the last reading that was asked for
}

// drawn is what the page's lines were last made for.
type drawn struct {
	w      int
	old    bool
	number int
	code   string
}

// questionState is a question as it was read.
type questionState struct {
	event    model.Event
	record   model.Record
	question model.Question
	guests   map[model.ID]model.Guest
	pointed  map[string]model.Earlier // what it points to, by Key.Text; what is not there any more is not among them
	actions  []model.Action           // that came of it
	history  []*Done                  // latest first
}

// questionShown is the question as it was when reading number was made.
type questionShown struct {
	page   *questionPage
	number int
	state  questionState
	err    error
}

// NewQuestion is the page of one question of an event, also of one that was removed.
func NewQuestion(env *Env, event, id model.ID) Screen {
	p := &questionPage{env: env, event: event, id: id, page: kit.NewPage(env.Look, nil)}
	p.deeds = &deeds{
		env: env, event: event, page: p, leave: open,
		about:  func() model.Event { return p.state.event },
		chosen: func() (model.Question, bool) { return p.state.question, p.known },
		others: func() []model.Question { return nil },
		shown:  func(q model.Question) string { return env.Say("question.number", "n", q.No) },
		like:   newMemory(env),
	}
	return p
}

// Init reads the question.
func (p *questionPage) Init() tea.Cmd { return p.reload() }

// Title names the question and its event.
func (p *questionPage) Title() string {
	if !p.known {
		return p.env.Say("question.title-one")
	}
	return p.env.Say("question.title-number", "n", p.state.question.No) + "  " + p.state.event.Theme
}

// Sample reports whether the event is sample data.
func (p *questionPage) Sample() bool { return p.state.event.Sample }

// Asking is so while something waits for an answer.
func (p *questionPage) Asking() bool { return p.deeds.asking() }

// Help explains what no key tells.
func (p *questionPage) Help() []lang.Key { return []lang.Key{"question.help-one"} }

// Keys are the commands.
func (p *questionPage) Keys() kit.Bindings {
	if p.asking() {
		return askedKeys()
	}
	own := kit.Bindings{
		{Keys: []string{"u"}, Label: "question.key-correct", Do: p.correct, Disabled: p.unanswered},
		{Keys: []string{"r"}, Label: "question.key-old", Do: func() tea.Cmd {
			p.old = !p.old
			return nil
		}, Disabled: p.none},
		{Keys: []string{"enter"}, Label: "question.key-actions", Do: p.openAction, Disabled: p.promisedNothing},
		{Keys: []string{"o"}, Label: "question.key-pointed", Do: p.follow, Disabled: p.pointsNowhere, Hidden: true},
		{Keys: []string{"n"}, Label: "question.key-new", Hidden: true, Do: func() tea.Cmd {
			return open(NewQuestionForm(p.env, p.event))
		}},
		{Keys: []string{"c"}, Label: "question.key-unrefer", Do: p.unrefer, Disabled: p.refersNowhere, Hidden: true},
	}
	keys := p.deeds.keys()
	keys = append(keys[:2:2], append(own, keys[2:]...)...)
	return append(keys, p.env.partKeys(p.event, "")...)
}

func (p *questionPage) unanswered() (lang.Phrase, bool) {
	return lang.Of("question.no-answer"), len(p.state.question.Answers) == 0
}

func (p *questionPage) pointsNowhere() (lang.Phrase, bool) {
	return lang.Of("question.no-reference"), len(p.state.question.References) == 0 && p.state.question.Superseded == (model.Key{})
}

func (p *questionPage) refersNowhere() (lang.Phrase, bool) {
	return lang.Of("question.no-reference"), len(p.state.question.References) == 0
}

func (p *questionPage) promisedNothing() (lang.Phrase, bool) {
	return lang.Of("question.no-action"), len(p.state.actions) == 0
}

// Update takes a message; of keys, those that are no command.
func (p *questionPage) Update(msg tea.Msg) tea.Cmd {
	if cmd, taken := p.like.update(msg); taken {
		return cmd
	}
	switch m := msg.(type) {
	case questionShown:
		return p.take(m)
	case Committed:
		if p.concerns(m.Commit) {
			return p.reload()
		}
		return nil
	case takenBackHere:
		return p.undid(m)
	case written:
		if m.page == p {
			return m.tell()
		}
		return nil
	}
	if cmd, taken := p.give(msg); taken {
		return cmd
	}
	return p.page.Update(msg)
}

// concerns reports whether a commit may have changed what is shown here.
func (p *questionPage) concerns(c model.Commit) bool {
	for _, r := range c.Records {
		if r.Key.Event == p.event && (r.Key.ID == p.id || r.Key.Kind == model.KindEvent || r.Key.Kind == model.KindAction ||
			r.Key.Kind == model.KindGuest && r.Key.ID == p.state.question.Guest) {
			return true
		}
	}
	return c.Bulk
}

// reload reads the question anew; an earlier reading that is still under way is dropped when it comes.
func (p *questionPage) reload() tea.Cmd {
	p.number++
	out := questionShown{page: p, number: p.number}
	store, event, id := p.env.Store, p.event, p.id
	return func() tea.Msg {
		out.state, out.err = readQuestion(store, event, id)
		return out
	}
}

// readQuestion reads a question for its page.
func readQuestion(store Store, event, id model.ID) (s questionState, err error) {
	ctx := context.Background()
	if s.event, err = store.Event(ctx, event); err != nil {
		return s, err
	}
	if s.record, err = store.Record(ctx, model.QuestionKey(event, id)); err != nil {
		return s, err
	}
	if s.record.IsNew() {
		return s, model.ErrNotFound
	}
	s.question = model.QuestionOf(s.record)
	if s.guests, err = readAskers(store, []model.Question{s.question}); err != nil {
		return s, err
	}
	actions, err := store.Actions(ctx, event)
	if err != nil {
		return s, err
	}
	for _, a := range actions {
		if a.Question == id {
			s.actions = append(s.actions, a)
		}
	}
	if s.pointed, err = readPointed(store, s.question); err != nil {
		return s, err
	}
	past, err := store.RecordHistory(ctx, event, id)
	s.history = Acts(past)
	return s, err
}

// readPointed reads the questions that one points to.
func readPointed(store Store, q model.Question) (map[string]model.Earlier, error) {
	ctx, out := context.Background(), make(map[string]model.Earlier)
	keys := []model.Key{q.Superseded}
	for _, r := range q.References {
		keys = append(keys, r.Key())
	}
	for _, k := range keys {
		if k == (model.Key{}) {
			continue
		}
		r, err := store.Record(ctx, k)
		if err != nil {
			return nil, err
		}
		e, err := store.Event(ctx, k.Event)
		switch {
		case errors.Is(err, model.ErrNotFound) || r.IsNew():
			continue // it came from a laptop whose bundle has not been read here
		case err != nil:
			return nil, err
		}
		out[k.Text()] = model.Earlier{Question: model.QuestionOf(r), Event: e}
	}
	return out, nil
}

func (p *questionPage) take(m questionShown) tea.Cmd {
	if m.page != p || m.number != p.number {
		return nil
	}
	if m.err != nil {
		return unread(m.err)
	}
	p.state, p.known = m.state, true
	p.drawn = drawn{}
	return p.like.ask(p.state.question.Text, p.id)
}

// correct edits an answer; of several, the one that is chosen.
func (p *questionPage) correct() tea.Cmd {
	answers := p.state.question.Answers
	edit := func(a model.Answer) tea.Cmd { return open(newAnswerForm(p.env, p.event, p.id, a.Stamp, nil)) }
	if len(answers) == 1 {
		return edit(answers[0])
	}
	list := kit.NewList(p.env.Look, func(a model.Answer) string { return fmt.Sprint(a.Stamp) }, func(a model.Answer, w int) string {
		return p.env.Cut(p.env.answerer(a)+": "+inOneLine(a.Text), w)
	})
	list.Show(kit.Slice[model.Answer](answers))
	p.over = kit.NewPick(p.env.Look, lang.Of("question.which-answer"), list, edit)
	return nil
}

// follow opens what the question points to; of several, the one that is chosen.
func (p *questionPage) follow() tea.Cmd {
	var there []model.Earlier
	for _, e := range p.state.pointed {
		there = append(there, e)
	}
	show := func(e model.Earlier) tea.Cmd { return open(NewQuestion(p.env, e.Question.Event, e.Question.ID)) }
	switch len(there) {
	case 0:
		return say(kit.Plain, "question.reference-gone")
	case 1:
		return show(there[0])
	}
	list := kit.NewList(p.env.Look, func(e model.Earlier) string { return e.Question.ID.String() }, func(e model.Earlier, w int) string {
		return p.env.Cut(p.like.brief(e), w)
	})
	list.Show(kit.Slice[model.Earlier](there))
	p.over = kit.NewPick(p.env.Look, lang.Of("question.which-reference"), list, show)
	return nil
}

// openAction opens what came of the question; of several, the one that is chosen.
func (p *questionPage) openAction() tea.Cmd {
	show := func(a model.Action) tea.Cmd { return open(NewAction(p.env, model.ActionKey(a.Event, a.ID))) }
	if len(p.state.actions) == 1 {
		return show(p.state.actions[0])
	}
	list := kit.NewList(p.env.Look, func(a model.Action) string { return a.ID.String() }, func(a model.Action, w int) string {
		return p.env.Cut(p.env.actionLine(a), w)
	})
	list.Show(kit.Slice[model.Action](p.state.actions))
	p.over = kit.NewPick(p.env.Look, lang.Of("question.which-action"), list, show)
	return nil
}

// unrefer takes a reference away; of several, the one that is chosen.
func (p *questionPage) unrefer() tea.Cmd {
	withdraw := func(ref model.Reference) tea.Cmd {
		said := lang.Of("question.unreferred", "which", p.shown(p.state.question))
		return p.amend(p.id, model.VerbEdit, said, func(r model.Record) [][]model.Set {
			return [][]model.Set{model.Unrefer(r, ref)}
		})
	}
	refs := p.state.question.References
	if len(refs) == 1 {
		return withdraw(refs[0])
	}
	list := kit.NewList(p.env.Look, func(r model.Reference) string { return r.Question }, func(r model.Reference, w int) string {
		return p.env.Cut(r.Cite, w)
	})
	list.Show(kit.Slice[model.Reference](refs))
	p.over = kit.NewPick(p.env.Look, lang.Of("question.which-unrefer"), list, withdraw)
	return nil
}

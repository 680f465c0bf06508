package screen

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/term"
	"hadir/ui/kit"
)

// whole is the record that is selected, in full: its words, what they rest on and how old that is, what they point to, and what
// came of them. It is read beside the keys, one at a time; of what comes late nothing is shown.
type whole struct {
	env    *Env
	draws  *term.Analyzer
	query  *term.Query // what its words were found by; nil: nothing
	hit    model.Hit   // what is selected; the zero Hit: nothing
	state  wholeState
	known  bool // the state is that of the hit
	number int  // of the last reading that was asked for
	under  bool // it is under way
	page   *kit.Page
	drawn  drawn
}

// wholeState is a record as it was read, with what belongs to it.
type wholeState struct {
	event    model.Event
	question model.Question
	action   model.Action
	item     model.AgendaItem
	origin   model.Question // the question that an action came from
	pointed  map[string]model.Earlier
	actions  []model.Action // that came of a question
	carrier  string         // of an agenda item
}

// wholeRead is a record as it was when reading number was made.
type wholeRead struct {
	of     *whole
	number int
	state  wholeState
	err    error
}

func newWhole(env *Env, draws *term.Analyzer) *whole {
	return &whole{env: env, draws: draws, page: kit.NewPage(env.Look, nil)}
}

// show reads what is selected, unless that is shown already.
func (p *whole) show(c *foundCard, ok bool) tea.Cmd {
	switch {
	case !ok:
		p.hit, p.known = model.Hit{}, false
		p.number++
		return nil
	case p.hit.Key == c.Key && (p.known || p.under):
		p.hit = c.Hit
		return nil
	}
	p.hit, p.known, p.drawn = c.Hit, false, drawn{}
	p.page.Seek(0)
	p.number++
	if p.under {
		return nil
	}
	return p.read()
}

// forget lets the record be read anew: something was written that may belong to it.
func (p *whole) forget() {
	p.known = false
	p.number++
}

func (p *whole) read() tea.Cmd {
	p.under = true
	out, store, key := wholeRead{of: p, number: p.number}, p.env.Store, p.hit.Key
	return func() tea.Msg {
		out.state, out.err = readWhole(store, key)
		return out
	}
}

func (p *whole) take(m wholeRead) tea.Cmd {
	if m.of != p {
		return nil
	}
	p.under = false
	switch {
	case p.hit.Key == model.Key{}:
		return nil
	case m.number != p.number:
		return p.read()
	case m.err != nil:
		return unread(m.err)
	}
	p.state, p.known, p.drawn = m.state, true, drawn{}
	return nil
}

// readWhole reads a record with what belongs to it. What that points to may be gone: it came from a laptop whose bundle has not
// been read here.
func readWhole(store Store, k model.Key) (s wholeState, err error) {
	ctx := context.Background()
	if !k.Event.IsZero() {
		if s.event, err = store.Event(ctx, k.Event); err != nil {
			return s, err
		}
	}
	r, err := store.Record(ctx, k)
	if err != nil {
		return s, err
	}
	switch k.Kind {
	case model.KindQuestion:
		s.question = model.QuestionOf(r)
		if s.pointed, err = readPointed(store, s.question); err != nil {
			return s, err
		}
		s.actions, err = actionsOf(ctx, store, k.Event, k.ID)
	case model.KindAction:
		s.action = model.ActionOf(r)
		if !s.action.Question.IsZero() {
			r, err = store.Record(ctx, model.QuestionKey(k.Event, s.action.Question))
			s.origin = model.QuestionOf(r)
		}
	case model.KindAgenda:
		s.item = model.AgendaItemOf(r)
		if !s.item.Role.IsZero() {
			r, err = store.Record(ctx, model.RoleKey(k.Event, s.item.Role))
			s.carrier = model.RoleOf(r).FullName()
		}
	}
	if errors.Is(err, model.ErrNotFound) {
		err = nil
	}
	return s, err
}

// actionsOf are the actions that came of a question.
func actionsOf(ctx context.Context, store Store, event, question model.ID) (out []model.Action, err error) {
	all, err := store.Actions(ctx, event)
	for _, a := range all {
		if a.Question == question {
			out = append(out, a)
		}
	}
	return out, err
}

// earlier is the question that is shown, with its event.
func (p *whole) earlier() model.Earlier {
	return model.Earlier{Question: p.state.question, Event: p.state.event}
}

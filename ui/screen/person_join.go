package screen

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// join says that two people are one. The other one's record points at this one's: nothing of either is changed, so that they
// can be parted again.
func (e *Env) join(page any, one, other model.Person) tea.Cmd {
	out := written{page: page, said: lang.Of("person.joined", "one", one.FullName(), "other", other.FullName())}
	act, store := e.Act(model.VerbJoin), e.Store
	return e.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) error {
			same, err := store.SameAs(ctx, one.ID)
			if err != nil {
				return err
			}
			others, err := store.SameAs(ctx, other.ID)
			if err != nil {
				return err
			}
			// Another desk may have been first. Both ends are taken as they are now, or they could point at each other.
			if same[0] == others[0] {
				out.said = lang.Of("person.joined-already")
				return nil
			}
			return e.point(ctx, act, others[0], same[0])
		},
		Done: func(err error) tea.Msg {
			out.err = err
			return out
		},
	})
}

// point writes whom a person's record is another record of; zero: of nobody.
func (e *Env) point(ctx context.Context, act model.Act, person, at model.ID) error {
	key := model.PersonKey(person)
	r, err := e.Store.Record(ctx, key)
	if err != nil {
		return err
	}
	set, changes := r.Write(model.PersonSameAs, at.String())
	if !changes {
		return nil
	}
	return e.Store.Apply(ctx, []model.Change{act.Change(key, set)})
}

// part asks whether the record under the cursor is somebody else after all.
func (p *personPage) part() tea.Cmd {
	v, ok := p.selected()
	switch {
	case !ok:
		return say(kit.Plain, "person.nowhere")
	case v.Person == p.state.same[0]:
		// Parting this one would take the name from under all the others.
		return say(kit.Warn, "person.part-main")
	}
	n := 0
	for _, x := range p.state.visits {
		if x.Person == v.Person {
			n++
		}
	}
	question := lang.Of("person.part", "who", p.env.introduced(v.Guest), "n", n)
	p.asking = kit.NewConfirm(p.env.Look, question, kit.Answer{Label: "person.keep"},
		kit.Answer{Label: "person.do-part", Do: func() tea.Cmd { return p.write(v) }})
	return nil
}

func (p *personPage) write(v model.Visit) tea.Cmd {
	out := written{page: p, said: lang.Of("person.parted", "who", p.env.introduced(v.Guest))}
	act := p.env.Act(model.VerbPart)
	return p.env.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) error { return p.env.point(ctx, act, v.Person, model.ID{}) },
		Done: func(err error) tea.Msg {
			out.err = err
			return out
		},
	})
}

// undo takes back the last joining or parting at this desk. Other things that belong to no event (settings, villages) are
// passed over: nobody means them here.
func (p *personPage) undo() tea.Cmd {
	desk, device, store := p.env.DeskName(), p.env.Me.Device, p.env.Store
	return p.env.undoFound(p, model.Event{}, func(ctx context.Context) ([]model.Change, error) {
		past, err := store.History(ctx, model.ID{})
		if err != nil {
			return nil, err
		}
		for _, d := range Acts(past) {
			c := d.Changes[0]
			if !d.Undone && c.Desk == desk && c.Device == device && slices.Contains([]model.Verb{model.VerbJoin, model.VerbPart}, c.Verb) {
				return d.Changes, nil
			}
		}
		return nil, nil
	})
}

// tookBack says what was taken back.
func (p *personPage) tookBack(m takenBack) tea.Cmd {
	switch {
	case m.err != nil:
		return say(kit.Bad, "failure.write", "why", Failure(m.err))
	case len(m.done) == 0:
		return say(kit.Plain, "person.undo-none")
	case m.done[0].Verb == model.VerbPart:
		return say(kit.Good, "person.undone-part", "time", p.env.Clock(m.event, m.done[0].When()))
	}
	return say(kit.Good, "person.undone-join", "time", p.env.Clock(m.event, m.done[0].When()))
}

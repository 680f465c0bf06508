package screen

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// amended is what became of a correction by one key.
type amended struct {
	door  *Door
	said  lang.Phrase // once it is written
	wrote bool
	err   error
}

// sex notes L or P for the guest in front, or for the one who was dealt with last: one key, and only if somebody presses it.
func (d *Door) sex(letter string) tea.Cmd {
	g, ask := d.target()
	if g == nil {
		return ask
	}
	out := amended{door: d, said: lang.Of("door.sex-is", "who", d.env.called(*g), "sex", letter)}
	key, act, store := model.GuestKey(d.event, g.ID), d.env.Act(model.VerbCorrect), d.env.Store
	return d.put(kit.Write{
		Do: func(ctx context.Context) error {
			r, err := store.Record(ctx, key)
			if err != nil {
				return err
			}
			set, changes := r.Write(model.GuestSex, letter)
			if !changes {
				return nil
			}
			out.wrote = true
			return store.Apply(ctx, []model.Change{act.Change(key, set)})
		},
		Done: func(err error) tea.Msg {
			out.err = err
			return out
		},
	})
}

// corrected says what became of a correction.
func (d *Door) corrected(m amended) tea.Cmd {
	switch {
	case m.door != d:
		return nil
	case m.err != nil:
		return say(kit.Bad, "failure.write", "why", Failure(m.err))
	case !m.wrote:
		return say(kit.Plain, "guest.unchanged")
	}
	return send(Said{kit.Good, m.said})
}

// correct opens the guest's data, to be put right.
func (d *Door) correct() tea.Cmd {
	g, ask := d.target()
	if g == nil {
		return ask
	}
	f := newGuestForm(d.env, d.event, g.ID, nil)
	return d.show(f, f.Init())
}

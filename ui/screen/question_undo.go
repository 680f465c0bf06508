package screen

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// takenBackHere is what an undo in the discussion took back, and the question that it was about.
type takenBackHere struct {
	takenBack
	question model.Question // zero: it was about something else
}

// undo takes back the last act of the event at this desk, whatever it was, and names it.
func (d *deeds) undo() tea.Cmd {
	out := takenBackHere{takenBack: takenBack{page: d.page, event: d.about()}}
	act, store, desk, event := d.env.Act(model.VerbUndo), d.env.Store, d.env.DeskName(), d.event
	return d.env.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) (err error) {
			if out.done, err = store.LastAct(ctx, event, desk); err != nil || len(out.done) == 0 {
				return err
			}
			if key := out.done[0].Key; key.Kind == model.KindQuestion {
				r, err := store.Record(ctx, key)
				if err != nil {
					return err
				}
				out.question = model.QuestionOf(r)
			}
			out.kept, err = takeBack(ctx, store, act, out.done)
			return err
		},
		Done: func(err error) tea.Msg {
			out.err = err
			return out
		},
	})
}

// undid says what was taken back, by the question's number.
func (d *deeds) undid(m takenBackHere) tea.Cmd {
	if m.page != d.page {
		return nil
	}
	if m.err != nil || len(m.done) == 0 || m.question.ID.IsZero() || m.kept > 0 {
		return m.tell(d.env)
	}
	what := lang.Of(actWords(m.done[0]))
	if m.done[0].Verb == model.VerbEdit {
		what = lang.Of("question.act-edit")
	}
	return say(kit.Good, "question.undone", "what", what, "n", m.question.No, "time", d.env.Clock(m.event, m.done[0].When()))
}

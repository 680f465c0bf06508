package screen

import (
	"context"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// save asks about a day that is past, and writes.
func (f *actionForm) save(values map[string]string) tea.Cmd {
	due := isoDue(f.env, values[taskDue])
	if due != "" && due < f.env.Today().String() && due != f.past && due != f.record.Get(model.ActionDue) {
		f.form.Failed(lang.Of("kit.not-saved"))
		f.asking = kit.NewConfirm(f.env.Look, lang.Of("action.past-due", "day", longDate(f.env, due)),
			kit.Answer{Label: "action.mend-due", Do: func() tea.Cmd {
				f.form.Focus(taskDue)
				return nil
			}},
			kit.Answer{Label: "action.keep-due", Do: func() tea.Cmd {
				f.past = due
				return f.form.Update(tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl})
			}})
		return nil
	}
	return f.write(values, due)
}

// write puts the follow-up on its way to the disk. Its number is the next one of the event at that moment.
func (f *actionForm) write(values map[string]string, due string) tea.Cmd {
	registers := f.registers(values, due)
	key, verb := f.key, model.VerbEdit
	if key.ID.IsZero() {
		key.ID, verb = f.env.ID(), model.VerbPromise
	}
	act, note, store, from := f.act(verb), line(values[taskNote]), f.env.Store, f.from
	record := f.record
	record.Key = key
	return f.env.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) error {
			if record.IsNew() {
				n, err := store.NextAction(ctx, key.Event)
				if err != nil {
					return err
				}
				registers[model.ActionNo] = strconv.Itoa(n)
			}
			sets := record.Edit(registers)
			if note != "" {
				sets = append(sets, model.AddNote(model.Note{Text: note}))
			}
			var changes []model.Change
			if len(sets) > 0 {
				changes = append(changes, act.Change(key, sets...))
			}
			marked, err := Followed(ctx, store, act, key.Event, from.ID)
			if err != nil {
				return err
			}
			return store.Apply(ctx, append(changes, marked...))
		},
		Done: f.wrote(lang.Of("action.saved", "what", registers[model.ActionDo])),
	})
}

// Followed is the changes that mark a question as followed up, unless it was answered, or stands otherwise by somebody's word;
// none for the zero ID.
func Followed(ctx context.Context, store recordReader, act model.Act, event, question model.ID) ([]model.Change, error) {
	if question.IsZero() {
		return nil, nil
	}
	k := model.QuestionKey(event, question)
	r, err := store.Record(ctx, k)
	if err != nil || r.IsNew() || model.QuestionOf(r).Status != model.QuestionOpen {
		return nil, err
	}
	set, ok := r.Write(model.QuestionStatusIs, string(model.QuestionFollowUp))
	if !ok {
		return nil, nil
	}
	return []model.Change{act.Change(k, set)}, nil
}

// registers are the follow-up's registers as the form has them.
func (f *actionForm) registers(values map[string]string, due string) map[string]string {
	problem, _ := text.Block(values[taskProblem])
	owner, key := f.owners.chosen(values[taskOwner], line(values[taskOwner+".text"]))
	out := map[string]string{
		model.ActionProblem: problem, model.ActionDo: line(values[taskDo]), model.ActionOwner: owner, model.ActionOwnerKey: key,
		model.ActionDue: due, model.ActionOutput: line(values[taskOutput]), model.ActionMeasure: line(values[taskMeasure]),
		model.ActionPriority: plainly(values[taskPriority], model.PriorityNormal),
		model.ActionStatusIs: plainly(values[taskStatus], model.ActionTodo),
	}
	if place, asked := values[taskFrom+".text"]; asked {
		out[model.ActionFrom] = line(place)
	}
	if f.key.ID.IsZero() && !f.from.ID.IsZero() {
		out[model.ActionQuestion] = f.from.ID.String()
		out[model.ActionAsker], out[model.ActionGuest] = f.from.Asker, f.from.Guest.String()
	}
	return out
}

// plainly leaves unwritten what is so where nothing is written.
func plainly[T ~string](value string, usual T) string {
	if value == string(usual) {
		return ""
	}
	return value
}

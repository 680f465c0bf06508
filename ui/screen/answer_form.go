package screen

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/date"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// answerForm gives an answer to a question, or corrects one: the words that it takes the place of stay in the history.
type answerForm struct {
	*drafting
	env       *Env
	event, id model.ID
	edits     model.Stamp // the answer that is corrected; zero: a new one
	form      *kit.Form
	memory    *memory
	split     split
	podium    podium
	record    model.Record
	was       model.Question
	known     bool
	found     *model.Draft
	offering  *offering
}

// answerSaved is what became of saving, and what the answer promises.
type answerSaved struct {
	form     *answerForm
	promised []promised
	err      error
}

// NewAnswerForm is the form of a new answer to a question.
func NewAnswerForm(env *Env, event, id model.ID) Screen {
	return newAnswerForm(env, event, id, model.Stamp{}, nil)
}

func newAnswerForm(env *Env, event, id model.ID, edits model.Stamp, found *model.Draft) *answerForm {
	f := &answerForm{env: env, event: event, id: id, edits: edits, memory: newMemory(env), found: found, offering: &offering{env: env}}
	form := formAnswer
	if !edits.IsZero() {
		// The words of one answer are not to be offered for another.
		form = correctionForm(edits)
	}
	f.drafting = newDrafting(env, form, event, id, func() tea.Cmd { return send(Back{}) })
	fields := append(answerFields(&f.podium, env), basisField(), asOfField(env), keepsField(), env.questionStatusField())
	fields[0].Required, fields[0].Rows = true, 8
	f.form = kit.NewForm(env.Look, fields, f.save, f.leave)
	f.drafting.form = f.form
	return f
}

// correctionForm is the name, in drafts, of the form that corrects one answer.
func correctionForm(edits model.Stamp) string {
	return fmt.Sprintf("%s %d %d", formAnswer, edits.Time, edits.Device)
}

// correctedAnswer is the answer that such a name stands for; false where it is another form's.
func correctedAnswer(form string) (edits model.Stamp, ok bool) {
	_, err := fmt.Sscanf(form, formAnswer+" %d %d", &edits.Time, &edits.Device)
	return edits, err == nil
}

// Init reads the question, and who may answer.
func (f *answerForm) Init() tea.Cmd {
	store, event, id, today := f.env.Store, f.event, f.id, f.env.Today()
	return func() tea.Msg {
		out := podiumRead{of: f}
		if out.podium, out.err = readPodium(store, event, today); out.err == nil {
			out.record, out.err = store.Record(context.Background(), model.QuestionKey(event, id))
		}
		return out
	}
}

// Title names the question.
func (f *answerForm) Title() string {
	if f.edits.IsZero() {
		return f.env.Say("question.title-answer", "n", f.was.No) + "  " + f.podium.event.Theme
	}
	return f.env.Say("question.title-correct", "n", f.was.No) + "  " + f.podium.event.Theme
}

// Sample reports whether the event is sample data.
func (f *answerForm) Sample() bool { return f.podium.event.Sample }

// Help explains what no key tells.
func (f *answerForm) Help() []lang.Key {
	return []lang.Key{"question.help-answer", "question.help-promise", "memory.help"}
}

// Keys are those of a form, and the memory's.
func (f *answerForm) Keys() kit.Bindings {
	if f.memory.reading() {
		return f.memory.keys(f.refer)
	}
	if f.Asking() {
		return f.offering.keys()
	}
	return append(append(f.drafting.Keys(), f.memory.keys(f.refer)...), f.offering.key(f.submit, f.form.Saving))
}

// Asking is so while it is asked whether a promise is to become a follow-up.
func (f *answerForm) Asking() bool { return f.offering.asking != nil }

func (f *answerForm) refer() tea.Cmd {
	return f.env.refer(f, f.was, f.memory, lang.Of("question.referred", "which", f.env.Say("question.number", "n", f.was.No)))
}

// Update takes what was read, what became of saving, what was found, and typing.
func (f *answerForm) Update(msg tea.Msg) tea.Cmd {
	if cmd, taken := f.offering.update(msg); taken {
		return cmd
	}
	if cmd, taken := f.memory.update(msg); taken {
		return cmd
	}
	switch m := msg.(type) {
	case podiumRead:
		if m.of == f {
			return f.fill(m)
		}
		return nil
	case answerSaved:
		if m.form == f {
			return f.settle(m)
		}
		return nil
	case written:
		if m.page == f {
			return m.tell()
		}
		return nil
	}
	msg, inside := f.split.shift(shiftUp(msg, f.above()))
	if !inside {
		return nil
	}
	return tea.Batch(f.drafting.Update(msg), f.offering.look(f.form.Snapshot()[fieldAnswer]))
}

// shiftUp moves a mouse message past lines above.
func shiftUp(msg tea.Msg, lines int) tea.Msg { return kit.Shift(msg, 0, lines) }

// fill shows the answer that is to be corrected, and on what the question's answers rest.
func (f *answerForm) fill(m podiumRead) tea.Cmd {
	if m.err != nil {
		return unread(m.err)
	}
	f.podium, f.record, f.was, f.known = m.podium, m.record, model.QuestionOf(m.record), true
	values := questionGround(f.env, f.was, f.record)
	for _, a := range f.was.Answers {
		if a.Stamp == f.edits {
			values[fieldAnswer] = a.Text
			values[fieldBy], values[fieldBy+".text"] = "", f.env.answererTyped(a)
			f.offering.was, f.offering.day = a.Text, date.Of(a.At.In(f.env.Zone(m.podium.event).Location()))
		}
	}
	// Letters that were typed before the question had been read stay.
	typed := f.form.Snapshot()
	if typed[fieldAnswer] != "" {
		delete(values, fieldAnswer)
	}
	f.form.Fill(values)
	if typed[fieldAnswer] != "" {
		f.form.Restore(map[string]string{fieldAnswer: typed[fieldAnswer]})
	}
	return tea.Batch(f.begin(f.found), f.memory.ask(f.was.Text, f.id))
}

// answererTyped is who answered as the field shows it; empty where nobody knows.
func (e *Env) answererTyped(a model.Answer) string {
	if a.By == "" {
		return ""
	}
	return e.answerer(a)
}

// save writes the answer, and what it rests on.
func (f *answerForm) save(values map[string]string) tea.Cmd {
	if !f.known {
		f.form.Failed(lang.Of("question.reading"))
		return nil
	}
	act, key := f.act(model.VerbAnswer), model.QuestionKey(f.event, f.id)
	a, _ := f.podium.answer(values, f.env)
	q := f.was
	unchanged := false
	for _, was := range f.was.Answers {
		if was.Stamp != f.edits {
			continue
		}
		a.At, a.Edits = was.At, was.Stamp
		if values[fieldBy] == "" && values[fieldBy+".text"] == f.env.answererTyped(was) {
			a.Role, a.By, a.Post = was.Role, was.By, was.Post
		}
		unchanged = a.Text == was.Text && a.By == was.By && a.Post == was.Post && a.Role == was.Role
	}
	ground(&q, f.env, values)
	q.Status = model.QuestionStatus(f.was.Settle(model.QuestionStatus(values[fieldStatus]), f.edits.IsZero()))
	var changes []model.Change
	if !unchanged {
		changes = append(changes, act.Change(key, model.AddAnswer(a)...))
	}
	if sets := f.record.Edit(q.Shown()); len(sets) > 0 {
		changes = append(changes, act.Change(key, sets...))
	}
	was, day := f.offering.was, f.offering.on()
	return f.env.Write(changes, func(err error) tea.Msg { return answerSaved{f, promises(a.Text, was, day), err} })
}

// settle tells how saving went; once it is on disk the form has done its work.
func (f *answerForm) settle(m answerSaved) tea.Cmd {
	if m.err != nil {
		f.offering.wanted = false
		f.form.Failed(lang.Of("question.unsaved", "why", Failure(m.err)))
		return say(kit.Bad, "question.unsaved", "why", Failure(m.err))
	}
	f.form.Saved()
	said := say(kit.Good, "question.answer-saved", "n", f.was.No)
	return tea.Batch(f.finish(), f.offering.after(f.was, m.promised, f.leave, said))
}

// above is how many lines stand above the form: the question that is answered.
func (f *answerForm) above() int {
	if !f.known || f.memory.reading() {
		return 0
	}
	return 1
}

// View draws the question in a line, the form, and the memory.
func (f *answerForm) View(w, h int) string {
	if f.above() == 0 || h < 4 {
		return f.offering.view(func(w, h int) string { return f.split.view(f.memory, f.drafting.View, nil, w, h) }, w, h)
	}
	asked := f.env.Cut(f.env.Say("question.asks", "who", f.env.asker(f.was, nil), "text", inOneLine(f.was.Text)), w-1)
	return f.offering.view(func(w, h int) string {
		between := func(w int) string { return f.offering.lines(w, 1+h/splitLow) }
		return kit.Fit(asked+"\n"+f.split.view(f.memory, f.drafting.View, between, w, h-1), w, h)
	}, w, h)
}

// Cursor is in the form, or where the earlier question is read.
func (f *answerForm) Cursor() (x, y int, ok bool) {
	if f.memory.reading() {
		return f.memory.reader.Cursor()
	}
	if f.Asking() {
		return 0, 0, false
	}
	x, y, ok = f.drafting.Cursor()
	return x, y + f.above(), ok
}

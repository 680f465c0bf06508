package screen

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
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
}

// answerSaved is what became of saving.
type answerSaved struct {
	form *answerForm
	err  error
}

// NewAnswerForm is the form of a new answer to a question.
func NewAnswerForm(env *Env, event, id model.ID) Screen {
	return newAnswerForm(env, event, id, model.Stamp{}, nil)
}

func newAnswerForm(env *Env, event, id model.ID, edits model.Stamp, found *model.Draft) *answerForm {
	f := &answerForm{env: env, event: event, id: id, edits: edits, memory: newMemory(env), found: found}
	form := formAnswer
	if !edits.IsZero() {
		// The words of one answer are not to be offered for another.
		form += fmt.Sprintf(" %d %d", edits.Time, edits.Device)
	}
	f.drafting = newDrafting(env, form, event, id, func() tea.Cmd { return send(Back{}) })
	fields := append(answerFields(&f.podium, env), basisField(), asOfField(env), keepsField(), env.questionStatusField())
	fields[0].Required, fields[0].Rows = true, 8
	f.form = kit.NewForm(env.Look, fields, f.save, f.leave)
	f.drafting.form = f.form
	return f
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
func (f *answerForm) Help() []lang.Key { return []lang.Key{"question.help-answer", "memory.help"} }

// Keys are those of a form, and the memory's.
func (f *answerForm) Keys() kit.Bindings {
	if f.memory.reading() {
		return f.memory.keys(f.refer)
	}
	return append(f.drafting.Keys(), f.memory.keys(f.refer)...)
}

func (f *answerForm) refer() tea.Cmd {
	return f.env.refer(f, f.was, f.memory, lang.Of("question.referred", "which", f.env.Say("question.number", "n", f.was.No)))
}

// Update takes what was read, what became of saving, what was found, and typing.
func (f *answerForm) Update(msg tea.Msg) tea.Cmd {
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
	return f.drafting.Update(msg)
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
	return f.env.Write(changes, func(err error) tea.Msg { return answerSaved{f, err} })
}

// settle tells how saving went; once it is on disk the form has done its work.
func (f *answerForm) settle(m answerSaved) tea.Cmd {
	if m.err != nil {
		f.form.Failed(lang.Of("question.unsaved", "why", Failure(m.err)))
		return say(kit.Bad, "question.unsaved", "why", Failure(m.err))
	}
	f.form.Saved()
	return tea.Sequence(f.leave(), say(kit.Good, "question.answer-saved", "n", f.was.No))
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
		return f.split.view(f.memory, f.drafting.View, "", w, h)
	}
	asked := f.env.Cut(f.env.Say("question.asks", "who", f.env.asker(f.was, nil), "text", inOneLine(f.was.Text)), w-1)
	return kit.Fit(asked+"\n"+f.split.view(f.memory, f.drafting.View, "", w, h-1), w, h)
}

// Cursor is in the form, or where the earlier question is read.
func (f *answerForm) Cursor() (x, y int, ok bool) {
	if f.memory.reading() {
		return f.memory.reader.Cursor()
	}
	x, y, ok = f.drafting.Cursor()
	return x, y + f.above(), ok
}

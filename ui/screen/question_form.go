package screen

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// questionForm takes down a question at speaking speed, with an answer where it comes at once, or corrects one. Ctrl+S saves
// from anywhere; F8 saves and begins the next at the same moment, so that no letter of it falls into the last one: what is
// being written lives on behind, and comes back in front if it could not be.
type questionForm struct {
	*questionEntry
}

// questionEntry is one question being filled in.
type questionEntry struct {
	*drafting
	env       *Env
	event, id model.ID // zero id: a new one
	sheet     *citing
	memory    *memory
	split     split // where the form and the memory stand
	podium    podium
	record    model.Record // as it stood when the form was opened: what the writer saw
	was       model.Question
	at        string       // the field to begin in; "" for the first
	found     *model.Draft // the draft that the form was opened for; nil: none
	hidden    bool         // the asker was named before and is to be nobody now: the draft must forget the name
	offering  *offering    // of what its answer promises
}

// The fields of a form about a question.
const (
	fieldAsker    = "asker"
	fieldText     = "text"
	fieldAnswer   = "answer"
	fieldBy       = "by"
	fieldBasis    = "basis"
	fieldAsOf     = "asof"
	fieldKeeps    = "keeps"
	fieldStatus   = "status"
	fieldTags     = "tags"
	fieldInternal = "internal"

	draftAsked = "asked"
	draftRefs  = "refs"
)

// podiumRead is what a form about a question needs before all of it can be filled in; typing does not wait for it.
type podiumRead struct {
	of     any
	podium podium
	record model.Record
	err    error
}

// questionSaved is what became of saving: the question as it is now, and what its answer promises.
type questionSaved struct {
	entry    *questionEntry
	question model.Question
	promised []promised
	err      error
}

// NewQuestionForm is the form of a new question of an event.
func NewQuestionForm(env *Env, event model.ID) Screen {
	return newQuestionForm(env, event, model.ID{}, "", nil)
}

func newQuestionForm(env *Env, event, id model.ID, at string, found *model.Draft) *questionForm {
	return &questionForm{newQuestionEntry(env, event, id, at, found)}
}

func newQuestionEntry(env *Env, event, id model.ID, at string, found *model.Draft) *questionEntry {
	f := &questionEntry{env: env, event: event, id: id, memory: newMemory(env), at: at, found: found, offering: &offering{env: env}}
	f.drafting = newDrafting(env, formQuestion, event, id, func() tea.Cmd { return send(Back{}) })
	f.sheet = &citing{Form: kit.NewForm(env.Look, f.fields(), f.save, f.drafting.leave), now: env.Now}
	f.drafting.form = f.sheet
	f.sheet.Fill(map[string]string{fieldStatus: ""})
	return f
}

// Init reads who may have asked, and the question that is to be corrected.
func (f *questionForm) Init() tea.Cmd { return f.questionEntry.start() }

func (f *questionEntry) start() tea.Cmd {
	store, event, id, today := f.env.Store, f.event, f.id, f.env.Today()
	read := func() tea.Msg {
		out := podiumRead{of: f}
		if out.podium, out.err = readPodium(store, event, today); out.err == nil && !id.IsZero() {
			out.record, out.err = store.Record(context.Background(), model.QuestionKey(event, id))
		}
		return out
	}
	if f.id.IsZero() {
		return tea.Batch(f.begin(f.found), read)
	}
	return read
}

// Title names the event.
func (f *questionForm) Title() string {
	if f.id.IsZero() {
		return f.env.Say("question.title-new") + "  " + f.podium.event.Theme
	}
	return f.env.Say("question.title-edit", "n", f.was.No) + "  " + f.podium.event.Theme
}

// Sample reports whether the event is sample data.
func (f *questionForm) Sample() bool { return f.podium.event.Sample }

// Help explains what no key tells.
func (f *questionForm) Help() []lang.Key {
	return []lang.Key{"question.help-form", "question.help-promise", "memory.help"}
}

// Keys are those of a form, those of speaking speed, and the memory's.
func (f *questionForm) Keys() kit.Bindings {
	if f.memory.reading() {
		return f.memory.keys(f.refer)
	}
	if f.Asking() {
		return f.offering.keys()
	}
	keys := f.drafting.Keys()
	own := kit.Bindings{{Keys: []string{"f4"}, Label: "question.key-anonymous", Do: f.hide}}
	if f.id.IsZero() {
		keys = slices.DeleteFunc(keys, func(b kit.Binding) bool { return slices.Contains(b.Keys, "f8") })
		own = append(kit.Bindings{{Keys: []string{"f8"}, Label: "question.key-next", Do: f.next}}, own...)
	}
	keys = append(keys[:1:1], append(own, keys[1:]...)...)
	return append(append(keys, f.memory.keys(f.refer)...), f.offering.key(f.submit, f.sheet.Saving))
}

// Asking is so while it is asked whether a promise is to become a follow-up.
func (f *questionForm) Asking() bool { return f.offering.asking != nil }

// Update takes what was read, what became of saving, what was found, and typing.
func (f *questionForm) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(questionSaved); ok && m.entry != f.questionEntry && m.entry.event == f.event {
		return f.settleLast(m)
	}
	return f.questionEntry.update(msg)
}

// next saves, and begins the next question in the same moment.
func (f *questionForm) next() tea.Cmd {
	last := f.questionEntry
	saving := last.submit()
	if !last.sheet.Saving() {
		return saving
	}
	fresh := newQuestionEntry(f.env, f.event, model.ID{}, "", nil)
	fresh.podium, fresh.split = last.podium, last.split
	f.questionEntry = fresh
	return saving
}

// settleLast tells how the question before this one was saved. One that could not be comes back in front.
func (f *questionForm) settleLast(m questionSaved) tea.Cmd {
	if m.err != nil {
		m.entry.failed(m.err)
		return tea.Sequence(open(&questionForm{m.entry}), say(kit.Bad, "question.unsaved", "why", Failure(m.err)))
	}
	if len(m.promised) > 0 {
		// The next question is being typed: it is only said.
		return tea.Batch(m.entry.finish(), say(kit.Good, "question.saved-promised", "n", m.question.No))
	}
	return tea.Batch(m.entry.finish(), say(kit.Good, "question.saved", "n", m.question.No))
}

// update takes what belongs to this entry.
func (f *questionEntry) update(msg tea.Msg) tea.Cmd {
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
	case questionSaved:
		if m.entry == f {
			return f.settle(m)
		}
		return nil
	case written:
		if m.page == f {
			return m.tell()
		}
		return nil
	}
	msg, inside := f.split.shift(msg)
	if !inside {
		return nil
	}
	cmd := f.drafting.Update(msg)
	return tea.Batch(cmd, f.forget(), f.remember(), f.offering.look(f.sheet.Form.Snapshot()[fieldAnswer]))
}

// remember looks for earlier questions like what has been typed.
func (f *questionEntry) remember() tea.Cmd {
	values := f.sheet.Form.Snapshot()
	words := values[fieldText]
	if words == "" {
		words = values[fieldAnswer]
	}
	return f.memory.ask(words, f.id)
}

// fill takes in who may have asked. A question that is to be corrected is shown; a new one may be half typed already.
func (f *questionEntry) fill(m podiumRead) tea.Cmd {
	if m.err != nil {
		return unread(m.err)
	}
	f.podium = m.podium
	if f.id.IsZero() {
		// What was typed before the list was there is looked up now.
		typed := f.sheet.Form.Snapshot()[fieldAsker+".text"]
		options, _ := f.askers(typed)
		return f.sheet.Form.Update(kit.Suggestions{Field: fieldAsker, Query: typed, Options: options})
	}
	f.record, f.was = m.record, model.QuestionOf(m.record)
	values := f.values()
	if f.at == fieldAsker {
		// Who it was is to be found; until somebody is, the description stays.
		values[fieldAsker], values[fieldAsker+".text"] = "", ""
	}
	f.sheet.Fill(values)
	f.hidden = f.was.Anonymous
	cmd := f.begin(f.found)
	if f.at != "" {
		f.sheet.Focus(f.at)
	}
	return tea.Batch(cmd, f.remember())
}

// settle tells how saving went; once it is on disk the form has done its work.
func (f *questionEntry) settle(m questionSaved) tea.Cmd {
	if m.err != nil {
		f.failed(m.err)
		return say(kit.Bad, "question.unsaved", "why", Failure(m.err))
	}
	f.sheet.Saved()
	return tea.Batch(f.finish(), f.offering.after(m.question, m.promised, f.leave, say(kit.Good, "question.saved", "n", m.question.No)))
}

func (f *questionEntry) failed(err error) {
	f.offering.wanted = false
	f.sheet.Failed(lang.Of("question.unsaved", "why", Failure(err)))
}

// refer takes the earlier question that is selected down as a reference: of a new question with it, of an old one at once. Of a
// new question, the same key lets it go again.
func (f *questionEntry) refer() tea.Cmd {
	if !f.id.IsZero() {
		return f.env.refer(f, f.was, f.memory, lang.Of("question.referred", "which", f.env.Say("question.number", "n", f.was.No)))
	}
	ref, ok := f.memory.reference()
	if !ok {
		return nil
	}
	for i, r := range f.sheet.refs {
		if r.Question == ref.Question {
			f.sheet.refs = slices.Delete(f.sheet.refs, i, i+1)
			return tea.Batch(f.draft.Touch(), say(kit.Plain, "question.referred-no-more"))
		}
	}
	f.sheet.refs = append(f.sheet.refs, ref)
	return tea.Batch(f.draft.Touch(), say(kit.Good, "question.referred-new"))
}

// View draws the form and the memory; between them, what the question points to.
func (f *questionForm) View(w, h int) string {
	between := func(w int) string {
		refers := ""
		if n := len(f.sheet.refs); n > 0 && h > splitLow {
			refers = f.env.Cut(f.env.Say("question.referring", "n", n, "cite", f.sheet.refs[n-1].Cite), w-1) + "\n"
		}
		return refers + f.offering.lines(w, 1+h/splitLow)
	}
	return f.offering.view(func(w, h int) string { return f.split.view(f.memory, f.drafting.View, between, w, h) }, w, h)
}

// Cursor is in the form, or where the earlier question is read.
func (f *questionForm) Cursor() (x, y int, ok bool) {
	if f.memory.reading() {
		return f.memory.reader.Cursor()
	}
	if f.Asking() {
		return 0, 0, false
	}
	return f.drafting.Cursor()
}

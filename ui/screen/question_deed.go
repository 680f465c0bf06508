package screen

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// deeds is what keys do to one question, the same in the list and on the question's own page.
type deeds struct {
	env   *Env
	event model.ID
	page  any // the screen

	about  func() model.Event
	chosen func() (model.Question, bool)       // the question that keys are about
	others func() []model.Question             // all of the event's, for choosing among them
	leave  func(Screen) tea.Cmd                // puts another screen on top
	like   *memory                             // earlier questions like the chosen one
	over   askedAbove                          // what is being asked; nil: nothing is
	shown  func(model.Question) (label string) // what a question is called in a sentence
}

// askedAbove is something that is asked above a page: a kit.Pick or a kit.Confirm.
type askedAbove interface {
	Update(msg tea.Msg) tea.Cmd
	View(w, h int) string
	Cursor() (x, y int, ok bool)
	Open() bool
}

// keys are the commands about the chosen question, the ones that are used most first.
func (d *deeds) keys() kit.Bindings {
	to := func(key string, label lang.Key, do func(model.Question) tea.Cmd, hidden bool) kit.Binding {
		return kit.Binding{Keys: []string{key}, Label: label, Disabled: d.none, Hidden: hidden, Do: func() tea.Cmd {
			q, _ := d.chosen()
			return do(q)
		}}
	}
	return kit.Bindings{
		to("j", "question.key-answer", func(q model.Question) tea.Cmd { return d.leave(NewAnswerForm(d.env, d.event, q.ID)) }, false),
		to("t", "question.key-action", func(q model.Question) tea.Cmd { return d.leave(NewActionForm(d.env, d.event, q)) }, false),
		to("e", "question.key-edit", func(q model.Question) tea.Cmd { return d.edit(q, "") }, false),
		to("s", "question.key-status", d.chooseStatus, false),
		to("x", "question.key-remove", d.remove, false),
		to("k", "question.key-identify", func(q model.Question) tea.Cmd { return d.edit(q, fieldAsker) }, true),
		to("g", "question.key-tags", func(q model.Question) tea.Cmd { return d.edit(q, fieldTags) }, true),
		to("i", "question.key-internal", d.toggleInternal, true),
		to("d", "question.key-superseded", d.supersede, true),
		{Keys: []string{"ctrl+z"}, Label: "question.key-undo", Do: d.undo, Hidden: true},
	}
}

func (d *deeds) none() (lang.Phrase, bool) {
	_, ok := d.chosen()
	return lang.Of("question.nothing-chosen"), !ok
}

func (d *deeds) edit(q model.Question, at string) tea.Cmd {
	return d.leave(newQuestionForm(d.env, d.event, q.ID, at, nil))
}

// askedKeys are those while something waits for an answer.
func askedKeys() kit.Bindings {
	return kit.Bindings{{Keys: []string{"enter"}, Label: "question.key-choose"}, {Keys: []string{"esc"}, Label: "draft.leave"}}
}

// asking reports whether something waits for an answer.
func (d *deeds) asking() bool { return d.over != nil }

// give hands input to what is being asked; false: nothing is.
func (d *deeds) give(msg tea.Msg) (cmd tea.Cmd, taken bool) {
	if d.over == nil || !isInput(msg) {
		return nil, false
	}
	over := d.over
	cmd = over.Update(msg)
	if !over.Open() && d.over == over {
		d.over = nil
	}
	return cmd, true
}

// amend writes to one question, as it is when its turn comes: what was pressed before is on disk then. sets are the parts of
// changes, each for one of its own.
func (d *deeds) amend(id model.ID, verb model.Verb, said lang.Phrase, sets func(model.Record) [][]model.Set) tea.Cmd {
	return d.env.amend(d.page, model.QuestionKey(d.event, id), verb, said, sets)
}

// amend writes to a record as it is when its turn comes, and says so.
func (e *Env) amend(page any, key model.Key, verb model.Verb, said lang.Phrase, sets func(model.Record) [][]model.Set) tea.Cmd {
	act, store := e.Act(verb), e.Store
	return e.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) error {
			r, err := store.Record(ctx, key)
			if err != nil {
				return err
			}
			var changes []model.Change
			for _, s := range sets(r) {
				if len(s) > 0 {
					changes = append(changes, act.Change(key, s...))
				}
			}
			if len(changes) == 0 {
				return nil
			}
			return store.Apply(ctx, changes)
		},
		Done: func(err error) tea.Msg { return written{page, said, err} },
	})
}

// registers is the sets of one change that gives registers these values.
func registers(values func(r model.Record) map[string]string) func(model.Record) [][]model.Set {
	return func(r model.Record) [][]model.Set { return [][]model.Set{r.Edit(values(r))} }
}

// chooseStatus asks where the question stands.
func (d *deeds) chooseStatus(q model.Question) tea.Cmd {
	env := d.env
	list := kit.NewList(env.Look, func(s model.QuestionStatus) string { return string(s) },
		func(s model.QuestionStatus, w int) string { return env.Cut(env.Say(QuestionStatusWords(s)), w) })
	list.Show(kit.Slice[model.QuestionStatus](model.QuestionStatuses()))
	list.SelectID(string(q.Status))
	d.over = kit.NewPick(env.Look, lang.Of("question.which-status", "which", d.shown(q)), list, func(s model.QuestionStatus) tea.Cmd {
		said := lang.Of("question.status-is", "which", d.shown(q), "status", lang.Of(QuestionStatusWords(s)))
		return d.amend(q.ID, model.VerbEdit, said, registers(func(r model.Record) map[string]string {
			return map[string]string{model.QuestionStatusIs: model.QuestionOf(r).Settle(s, false)}
		}))
	})
	return nil
}

// toggleInternal keeps the question out of papers that leave the office, or lets it in again.
func (d *deeds) toggleInternal(q model.Question) tea.Cmd {
	said := lang.Of("question.internal-on", "which", d.shown(q))
	if q.Internal {
		said = lang.Of("question.internal-off", "which", d.shown(q))
	}
	value := "1"
	if q.Internal {
		value = ""
	}
	return d.amend(q.ID, model.VerbEdit, said, registers(func(model.Record) map[string]string {
		return map[string]string{model.QuestionInternal: value}
	}))
}

// remove asks, and takes the question away. What points to it can still open it.
func (d *deeds) remove(q model.Question) tea.Cmd {
	if q.Removed {
		return say(kit.Plain, "question.removed-already")
	}
	d.over = kit.NewConfirm(d.env.Look, lang.Of("question.remove-ask", "which", d.shown(q)), kit.Answer{Label: "question.keep"},
		kit.Answer{Label: "question.do-remove", Do: func() tea.Cmd {
			return d.amend(q.ID, model.VerbRemove, lang.Of("question.removed", "which", d.shown(q)),
				registers(func(model.Record) map[string]string { return map[string]string{model.Removed: "1"} }))
		}})
	return nil
}

// supersede asks which newer question's answer counts now: those of this event, then those that are like it.
func (d *deeds) supersede(q model.Question) tea.Cmd {
	type newer struct {
		key   model.Key // zero: none, the answer counts again
		words string
	}
	var rows []newer
	seen := map[model.ID]bool{q.ID: true}
	add := func(o model.Question, words string) {
		if !seen[o.ID] && !o.Asked.Before(q.Asked) {
			seen[o.ID] = true
			rows = append(rows, newer{model.QuestionKey(o.Event, o.ID), words})
		}
	}
	if d.like != nil {
		for _, e := range d.like.hits {
			add(e.Question, d.like.brief(e))
		}
	}
	for _, o := range d.others() {
		add(o, d.shown(o)+": "+inOneLine(o.Text))
	}
	if q.Superseded != (model.Key{}) {
		rows = append(rows, newer{words: d.env.Say("question.counts-again")})
	}
	if len(rows) == 0 {
		return say(kit.Plain, "question.no-newer")
	}
	list := kit.NewList(d.env.Look, func(n newer) string { return n.key.Text() },
		func(n newer, w int) string { return d.env.Cut(n.words, w) })
	list.Show(kit.Slice[newer](rows))
	d.over = kit.NewPick(d.env.Look, lang.Of("question.which-newer", "which", d.shown(q)), list, func(n newer) tea.Cmd {
		said := lang.Of("question.superseded-by", "which", d.shown(q))
		if n.key == (model.Key{}) {
			said = lang.Of("question.superseded-no-more", "which", d.shown(q))
		}
		return d.amend(q.ID, model.VerbEdit, said, registers(func(model.Record) map[string]string {
			return map[string]string{model.QuestionSuperseded: n.key.Text()}
		}))
	})
	return nil
}

// refer takes the earlier question that is selected down as a reference of the chosen one.
func (d *deeds) refer() tea.Cmd {
	q, ok := d.chosen()
	if !ok {
		return nil
	}
	return d.env.refer(d.page, q, d.like, lang.Of("question.referred", "which", d.shown(q)))
}

// refer writes a reference to the question that is selected in the memory, once.
func (e *Env) refer(page any, q model.Question, m *memory, said lang.Phrase) tea.Cmd {
	ref, ok := m.reference()
	if !ok {
		return nil
	}
	for _, r := range q.References {
		if r.Question == ref.Question {
			return say(kit.Plain, "question.referred-already")
		}
	}
	return e.amend(page, model.QuestionKey(q.Event, q.ID), model.VerbRefer, said, func(r model.Record) [][]model.Set {
		for _, have := range model.QuestionOf(r).References {
			if have.Question == ref.Question {
				return nil
			}
		}
		return [][]model.Set{{model.AddReference(ref)}}
	})
}

package screen

import (
	"cmp"
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// actionForm makes a follow-up or edits one. From a question it is filled in with the problem, who asked and from where; of an
// anonymous question with the problem alone.
type actionForm struct {
	*storedForm[actionFacts]
	key    model.Key // of the follow-up; its ID is zero for a new one
	from   model.Question
	start  map[string]string // what the caller wants to stand in the form; nil: what the answer promises
	record model.Record      // as it stood when the form was opened
	owners owners
	asking *kit.Confirm // whether a day that is past is meant; nil: nothing is asked
	past   string       // the day of which that was said
}

// actionFacts are what the form needs before it can be filled in.
type actionFacts struct {
	record model.Record
	shown  model.Action // the record as it is shown
	from   model.Question
	owners owners
	start  map[string]string // what an answer of the question promises and nobody has taken up; nil: nothing
}

// The fields of the form.
const (
	taskProblem  = "problem"
	taskDo       = "do"
	taskOwner    = "owner"
	taskFrom     = "from"
	taskDue      = "due"
	taskOutput   = "output"
	taskMeasure  = "measure"
	taskPriority = "priority"
	taskStatus   = "status"
	taskNote     = "note"
)

// NewActionForm is the form of a new follow-up of an event, filled in from a question; the zero Question: from none, the zero
// event: of none.
func NewActionForm(env *Env, event model.ID, from model.Question) Screen {
	return newActionForm(env, model.ActionKey(event, model.ID{}), from, nil, nil)
}

// NewPromiseForm is the form of a follow-up that an answer promises: what and by when, ISO 8601, are filled in from its words.
func NewPromiseForm(env *Env, event model.ID, from model.Question, do, due string) Screen {
	return newActionForm(env, model.ActionKey(event, model.ID{}), from, map[string]string{taskDo: do, taskDue: plainDate(env, due)}, nil)
}

// NewActionEdit is the form of a follow-up that is there.
func NewActionEdit(env *Env, key model.Key) Screen {
	return newActionForm(env, key, model.Question{}, nil, nil)
}

func newActionForm(env *Env, key model.Key, from model.Question, start map[string]string, found *model.Draft) *actionForm {
	f := &actionForm{key: key, from: from, start: start}
	form, record := formAction, key.ID
	if record.IsZero() {
		form, record = formActionNew, from.ID
	}
	d := newDrafting(env, form, key.Event, record, back)
	f.storedForm = newStoredForm(d, f.fields(env), f.save, f.facts(env), f.fill)
	f.found = found
	return f
}

// fields are those of a follow-up. Only what is to be done is needed.
func (f *actionForm) fields(env *Env) []kit.Field {
	fields := []kit.Field{
		{ID: taskProblem, Label: "action.problem", Kind: kit.AreaField, Rows: 2},
		{ID: taskDo, Label: "action.do", Required: true, Limit: text.LineLimit},
		{ID: taskOwner, Label: "action.owner", Kind: kit.FindField, Free: true, Suggest: f.suggest, Hint: "action.owner-hint"},
		{ID: taskDue, Label: "action.due", Hint: "action.due-hint", Echo: dueEcho(env)},
		{ID: taskFrom, Label: "action.promised-to", Kind: kit.FindField, Free: true, Suggest: f.places, Hint: "action.from-hint"},
		{ID: taskOutput, Label: "action.output", Limit: text.LineLimit},
		{ID: taskMeasure, Label: "action.measure", Limit: text.LineLimit},
		{ID: taskPriority, Label: "action.priority", Kind: kit.ChoiceField, Options: priorityOptions()},
		{ID: taskStatus, Label: "action.status", Kind: kit.ChoiceField, Options: actionStatusOptions()},
		{ID: taskNote, Label: "action.note", Limit: text.LineLimit},
	}
	if f.from.Anonymous {
		// Where the question came from is not to be known: nobody is asked for it.
		fields = slices.DeleteFunc(fields, func(x kit.Field) bool { return x.ID == taskFrom })
	}
	return fields
}

func priorityOptions() (out []kit.Option) {
	for _, p := range model.Priorities() {
		out = append(out, kit.Option{Value: string(p), Label: PriorityWords(p)})
	}
	return out
}

func actionStatusOptions() (out []kit.Option) {
	for _, s := range model.ActionStatuses() {
		out = append(out, kit.Option{Value: string(s), Label: ActionStatusWords(s)})
	}
	return out
}

// facts reads the follow-up, and who may have to do it.
func (f *actionForm) facts(env *Env) func(context.Context, Store) (actionFacts, error) {
	key, out := f.key, actionFacts{from: f.from}
	return func(ctx context.Context, store Store) (_ actionFacts, err error) {
		if !key.ID.IsZero() {
			if out.record, err = store.Record(ctx, key); err != nil {
				return out, err
			}
			if out.shown, err = store.Action(ctx, key); err != nil {
				return out, err
			}
		}
		out.from.Event = key.Event
		if out.from, err = wholeQuestion(ctx, store, out.from); err != nil {
			return out, err
		}
		if out.from, err = AskedNow(ctx, store, out.from); err != nil {
			return out, err
		}
		if key.ID.IsZero() && !out.from.ID.IsZero() {
			if out.start, err = unkept(ctx, store, out.from, env); err != nil {
				return out, err
			}
		}
		out.owners, err = readOwners(ctx, store, env, key.Event)
		return out, err
	}
}

// wholeQuestion is a question of which only the identity may be known.
func wholeQuestion(ctx context.Context, store recordReader, q model.Question) (model.Question, error) {
	if q.ID.IsZero() || q.Text != "" {
		return q, nil
	}
	r, err := store.Record(ctx, model.QuestionKey(q.Event, q.ID))
	if err != nil || r.IsNew() {
		return q, err
	}
	return model.QuestionOf(r), nil
}

// AskedNow is a question with its asker as the event's list has the guest now; an anonymous one with none.
func AskedNow(ctx context.Context, store recordReader, q model.Question) (model.Question, error) {
	if q.Anonymous {
		q.Guest, q.Asker, q.Post, q.From = model.ID{}, "", "", ""
	}
	if q.Guest.IsZero() {
		return q, nil
	}
	r, err := store.Record(ctx, model.GuestKey(q.Event, q.Guest))
	if err != nil || r.IsNew() {
		return q, err
	}
	g := model.GuestOf(r)
	q.Asker, q.From = cmp.Or(g.FullName(), q.Asker), cmp.Or(g.Institution, g.Village, q.From)
	return q, nil
}

// Title says whether the follow-up is a new one.
func (f *actionForm) Title() string {
	if f.key.ID.IsZero() {
		return f.env.Say("action.title-new")
	}
	return f.env.Say("action.title-edit") + "  " + f.record.Get(model.ActionDo)
}

// Help explains how days may be typed, and who can be an owner.
func (f *actionForm) Help() []lang.Key { return []lang.Key{"action.help-form"} }

// Asking is so while it is asked whether a past day is meant.
func (f *actionForm) Asking() bool { return f.asking != nil }

// Update takes the answer about a past day, then what every form takes.
func (f *actionForm) Update(msg tea.Msg) tea.Cmd {
	if f.asking != nil && press(msg) {
		asking := f.asking
		cmd := asking.Update(msg)
		if f.asking == asking && !asking.Open() {
			f.asking = nil
		}
		return cmd
	}
	return f.storedForm.Update(msg)
}

// fill shows what is stored, then what the caller brought.
func (f *actionForm) fill(m actionFacts) tea.Cmd {
	f.record, f.owners, f.from = m.record, m.owners, m.from
	a := m.shown
	if f.key.ID.IsZero() {
		a = model.Action{Problem: f.from.Text, From: f.from.From, Status: model.ActionTodo, Priority: model.PriorityNormal}
	}
	f.form.Fill(f.values(a))
	if f.start == nil {
		f.start = m.start
	}
	if f.start != nil {
		f.form.Restore(f.start)
	}
	f.form.Focus(taskDo)
	return nil
}

func (f *actionForm) values(a model.Action) map[string]string {
	owner := ""
	if a.OwnerKey != (model.Key{}) {
		owner = a.OwnerKey.Text()
		f.owners.know(owner, a.Owner)
	}
	return map[string]string{
		taskProblem: a.Problem, taskDo: a.Do, taskOwner: owner, taskOwner + ".text": a.Owner, taskFrom: "",
		taskFrom + ".text": a.From, taskDue: plainDate(f.env, a.Due), taskOutput: a.Output, taskMeasure: a.Measure,
		taskPriority: string(a.Priority), taskStatus: string(a.Status),
	}
}

func (f *actionForm) suggest(query string) ([]kit.Option, tea.Cmd) { return f.owners.find(query), nil }

func (f *actionForm) places(query string) ([]kit.Option, tea.Cmd) { return f.owners.places.find(query) }

// View draws the form, and below it what is asked.
func (f *actionForm) View(w, h int) string {
	if f.asking == nil {
		return f.drafting.View(w, h)
	}
	return kit.Frame(w, h, "", f.asking.View(w, min(5, max(1, h/2))), f.drafting.View)
}

// Cursor is in the form, or on what is asked.
func (f *actionForm) Cursor() (x, y int, ok bool) {
	if f.asking != nil {
		return 0, 0, false
	}
	return f.drafting.Cursor()
}

// PastDue says that a day is past, for those who cannot be asked.
func (e *Env) PastDue(day date.Date) lang.Phrase {
	return lang.Of("action.past-due-said", "day", day.Long(e.dates()))
}

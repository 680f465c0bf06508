package screen

import (
	"cmp"
	"context"
	"slices"
	"strconv"

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
	*drafting
	env    *Env
	form   *kit.Form
	key    model.Key // of the follow-up; its ID is zero for a new one
	from   model.Question
	start  map[string]string // what the caller wants to stand in the form; nil: what the answer promises
	record model.Record      // as it stood when the form was opened
	owners owners
	asking *kit.Confirm // whether a day that is past is meant; nil: nothing is asked
	past   string       // the day of which that was said
	read   bool
	found  *model.Draft // the draft that the form was opened for; nil: none
}

// actionFormRead is what the form needs before it can be filled in.
type actionFormRead struct {
	form   *actionForm
	record model.Record
	shown  model.Action // the record as it is shown
	from   model.Question
	owners owners
	start  map[string]string // what an answer of the question promises and nobody has taken up; nil: nothing
	err    error
}

// actionSaved is the outcome of saving.
type actionSaved struct {
	form *actionForm
	did  string // what is to be done
	err  error
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
	f := &actionForm{env: env, key: key, from: from, start: start, found: found}
	form, record := formAction, key.ID
	if record.IsZero() {
		form, record = formActionNew, from.ID
	}
	f.drafting = newDrafting(env, form, key.Event, record, func() tea.Cmd { return send(Back{}) })
	f.form = kit.NewForm(env.Look, f.fields(), f.save, f.drafting.leave)
	f.drafting.form = f.form
	return f
}

// fields are those of a follow-up. Only what is to be done is needed.
func (f *actionForm) fields() []kit.Field {
	fields := []kit.Field{
		{ID: taskProblem, Label: "action.problem", Kind: kit.AreaField, Rows: 2},
		{ID: taskDo, Label: "action.do", Required: true, Limit: text.LineLimit},
		{ID: taskOwner, Label: "action.owner", Kind: kit.FindField, Free: true, Suggest: f.suggest, Hint: "action.owner-hint"},
		{ID: taskDue, Label: "action.due", Hint: "action.due-hint", Echo: dueEcho(f.env)},
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

// Init reads the follow-up, and who may have to do it.
func (f *actionForm) Init() tea.Cmd {
	store, key, out := f.env.Store, f.key, actionFormRead{form: f, from: f.from}
	return func() tea.Msg {
		ctx := context.Background()
		if !key.ID.IsZero() {
			if out.record, out.err = store.Record(ctx, key); out.err != nil {
				return out
			}
			if out.shown, out.err = store.Action(ctx, key); out.err != nil {
				return out
			}
		}
		out.from.Event = key.Event
		if out.from, out.err = wholeQuestion(ctx, store, out.from); out.err != nil {
			return out
		}
		if out.from, out.err = AskedNow(ctx, store, out.from); out.err != nil {
			return out
		}
		if key.ID.IsZero() && !out.from.ID.IsZero() {
			if out.start, out.err = unkept(ctx, store, out.from, f.env); out.err != nil {
				return out
			}
		}
		out.owners, out.err = readOwners(ctx, store, f.env, key.Event)
		return out
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

// Update takes what was read, what became of saving, and typing.
func (f *actionForm) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case actionFormRead:
		if m.form != f {
			return nil
		}
		if m.err != nil {
			return unread(m.err)
		}
		return f.fill(m)
	case actionSaved:
		if m.form != f {
			return nil
		}
		return f.settle(m)
	}
	if f.asking != nil && press(msg) {
		asking := f.asking
		cmd := asking.Update(msg)
		if f.asking == asking && !asking.Open() {
			f.asking = nil
		}
		return cmd
	}
	return f.drafting.Update(msg)
}

// fill shows what is stored, then what the caller brought, then what was typed and not saved.
func (f *actionForm) fill(m actionFormRead) tea.Cmd {
	f.record, f.owners, f.from, f.read = m.record, m.owners, m.from, true
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
	return f.begin(f.found)
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
	out := actionSaved{form: f, did: registers[model.ActionDo]}
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
		Done: func(err error) tea.Msg {
			out.err = err
			return out
		},
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

// settle tells how saving went; once it is on disk the form has done its work.
func (f *actionForm) settle(m actionSaved) tea.Cmd {
	if m.err != nil {
		f.form.Failed(lang.Of("kit.not-saved"))
		return say(kit.Bad, "failure.write", "why", Failure(m.err))
	}
	f.form.Saved()
	return tea.Sequence(f.drafting.leave(), send(Said{kit.Good, lang.Of("action.saved", "what", m.did)}))
}

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

package screen

import (
	"context"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/program"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// eventForm makes an event or edits one.
type eventForm struct {
	*drafting
	env    *Env
	form   *kit.Form
	id     model.ID     // zero: a new one
	record model.Record // as it stood when the form was opened: what the writer saw
	found  *model.Draft // the draft that the form was opened for; nil: none
	kinds  suggestions
	venues suggestions
	saved  model.ID // the event that was saved; leaving leads to it
}

// eventFormRead is what the form needs before it can be filled in.
type eventFormRead struct {
	form   *eventForm
	record model.Record
	events []model.Event
	err    error
}

// eventSaved is the outcome of saving.
type eventSaved struct {
	form *eventForm
	id   model.ID
	err  error
}

// NewEventForm is the form of an event; the zero ID makes a new one.
func NewEventForm(env *Env, id model.ID) Screen { return newEventForm(env, id, nil) }

func newEventForm(env *Env, id model.ID, found *model.Draft) *eventForm {
	f := &eventForm{env: env, id: id, found: found}
	f.drafting = newDrafting(env, formEvent, id, model.ID{}, f.close)
	f.form = kit.NewForm(env.Look, f.fields(), f.save, f.drafting.leave)
	f.drafting.form = f.form
	return f
}

// Init reads the event, and earlier ones for what they may be like.
func (f *eventForm) Init() tea.Cmd {
	store, id := f.env.Store, f.id
	return func() tea.Msg {
		ctx := context.Background()
		events, err := store.Events(ctx)
		if err != nil || id.IsZero() {
			return eventFormRead{form: f, events: events, err: err}
		}
		record, err := store.Record(ctx, model.EventKey(id))
		return eventFormRead{f, record, events, err}
	}
}

// Title names the event, or says that it is a new one.
func (f *eventForm) Title() string {
	if f.id.IsZero() {
		return f.env.Say("event.title-new")
	}
	return f.env.Say("event.title-edit") + "  " + f.record.Get(model.EventTheme)
}

// Sample reports whether the event is sample data.
func (f *eventForm) Sample() bool { return f.record.Get(model.EventSample) != "" }

// Help explains how dates and times may be typed.
func (f *eventForm) Help() []lang.Key { return []lang.Key{"event.help-form"} }

// Update takes the record, what became of saving, and typing.
func (f *eventForm) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case eventFormRead:
		if m.form != f {
			return nil
		}
		if m.err != nil {
			return unread(m.err)
		}
		return f.fill(m)
	case eventSaved:
		if m.form != f {
			return nil
		}
		return f.settle(m)
	}
	return f.drafting.Update(msg)
}

// fill shows what is stored, then what was typed and not saved.
func (f *eventForm) fill(m eventFormRead) tea.Cmd {
	f.record = m.record
	f.suggest(m.events)
	if f.id.IsZero() {
		f.form.Fill(f.blank())
	} else {
		f.form.Fill(f.values(model.EventOf(m.record)))
	}
	return f.begin(f.found)
}

// save checks what one field alone cannot know, and writes.
func (f *eventForm) save(values map[string]string) tea.Cmd {
	start, _ := isoClock(values["start"])
	end, _ := isoClock(values["end"])
	if start != "" && end != "" && end <= start {
		f.form.Reject("end", lang.Of("event.end-before-start"))
		return nil
	}
	verb, id := model.VerbEdit, f.id
	if id.IsZero() {
		verb, id = model.VerbCreate, f.env.ID()
		f.record = model.Record{Key: model.EventKey(id)}
	}
	registers := f.registers(values)
	if f.id.IsZero() {
		registers[model.EventSalt] = f.env.salt()
	}
	act := f.act(verb)
	var changes []model.Change
	if sets := f.record.Edit(registers); len(sets) > 0 {
		changes = append(changes, act.Change(model.EventKey(id), sets...))
	}
	if f.id.IsZero() {
		changes = append(changes, f.days(act, id, registers[model.EventDate], values["days"])...)
	}
	return f.env.Write(changes, func(err error) tea.Msg { return eventSaved{f, id, err} })
}

// settle tells how saving went; once it is on disk the form has done its work.
func (f *eventForm) settle(m eventSaved) tea.Cmd {
	if m.err != nil {
		f.form.Failed(lang.Of("kit.not-saved"))
		return say(kit.Bad, "failure.write", "why", Failure(m.err))
	}
	f.form.Saved()
	f.saved = m.id
	return tea.Sequence(f.drafting.leave(), send(Said{kit.Good, lang.Of("event.saved")}))
}

// close leads back, or on to an event that was just made.
func (f *eventForm) close() tea.Cmd {
	if f.id.IsZero() && !f.saved.IsZero() {
		return send(Replace{NewEvent(f.env, f.saved)})
	}
	return send(Back{})
}

// registers are the event's registers as the form has them.
func (f *eventForm) registers(values map[string]string) map[string]string {
	line := func(id string) string { s, _ := text.Line(values[id]); return s }
	start, zone := isoClock(values["start"])
	end, _ := isoClock(values["end"])
	if zone == "" {
		zone = values["zone"]
	}
	basis, _ := text.Block(values["basis"])
	expected, _ := text.Line(values["expected"])
	if n, err := strconv.Atoi(expected); err == nil && n == 0 {
		expected = ""
	}
	return map[string]string{
		model.EventTheme: line("theme"), model.EventKind: line("kind.text"), model.EventOrganiser: line("organiser"),
		model.EventVenue: line("venue.text"), model.EventDate: isoDate(f.env, values["date"]), model.EventStart: start,
		model.EventEnd: end, model.EventZone: zone, model.EventExpected: expected, model.EventBasis: basis,
		model.EventInvitation: line("invitation"), model.EventStatus: values["status"],
	}
}

// days makes the sessions of the second and later days of a new event, one a day.
func (f *eventForm) days(act model.Act, event model.ID, first, typed string) []model.Change {
	n, _ := strconv.Atoi(typed)
	var d date.Date
	// Without a date the days have none either.
	_ = d.UnmarshalText([]byte(first))
	var changes []model.Change
	for i := 2; i <= n; i++ {
		record := model.Record{Key: model.SessionKey(event, f.env.ID())}
		changes = append(changes, act.Change(record.Key, record.Edit(map[string]string{
			model.SessionName: f.env.Say("event.day-name", "n", i), model.SessionOrder: strconv.Itoa(i),
			model.EventDate: d.AddDays(i - 1).String(),
		})...))
	}
	return changes
}

// salt draws the key of a new event's guests' IDs. As with IDs, the system's randomness does not fail.
func (e *Env) salt() string {
	salt, err := program.NewSalt(e.Rand)
	if err != nil {
		panic(err)
	}
	return salt
}

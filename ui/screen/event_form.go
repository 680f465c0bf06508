package screen

import (
	"context"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/program"
	"hadir/model/text"
	"hadir/ui/lang"
)

// eventForm makes an event or edits one.
type eventForm struct {
	*storedForm[eventFormRead]
	id     model.ID     // zero: a new one
	record model.Record // as it stood when the form was opened: what the writer saw
	kinds  suggestions
	venues suggestions
	saved  bool // leaving leads to a new event once there is one
}

// eventFormRead is what the form needs before it can be filled in.
type eventFormRead struct {
	record model.Record
	events []model.Event
}

// NewEventForm is the form of an event; the zero ID makes a new one.
func NewEventForm(env *Env, id model.ID) Screen { return newEventForm(env, id, nil) }

func newEventForm(env *Env, id model.ID, found *model.Draft) *eventForm {
	f := &eventForm{id: id}
	read := func(ctx context.Context, store Store) (eventFormRead, error) { return readEventForm(ctx, store, id) }
	f.storedForm = newStoredForm(newDrafting(env, formEvent, id, model.ID{}, f.close), f.fields(env), f.save, read, f.fill)
	f.found = found
	return f
}

// readEventForm reads the event, and earlier ones for what they may be like.
func readEventForm(ctx context.Context, store Store, id model.ID) (out eventFormRead, err error) {
	if out.events, err = store.Events(ctx); err != nil || id.IsZero() {
		return out, err
	}
	out.record, err = store.Record(ctx, model.EventKey(id))
	return out, err
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

// Update notes that a new event is on disk before the form is left, and does what any form does.
func (f *eventForm) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(formSaved); ok && m.form == f.drafting {
		f.saved = m.err == nil
	}
	return f.storedForm.Update(msg)
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
	return nil
}

// save checks what one field alone cannot know, and writes.
func (f *eventForm) save(values map[string]string) tea.Cmd {
	if _, _, ok := f.hours(values); !ok {
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
	changes := act.Edit(f.record, registers)
	if f.id.IsZero() {
		changes = append(changes, f.days(act, id, registers[model.EventDate], values["days"])...)
	}
	return f.write(changes, lang.Of("event.saved"))
}

// close leads back, or on to an event that was just made.
func (f *eventForm) close() tea.Cmd {
	if f.id.IsZero() && f.saved {
		return send(Replace{NewEvent(f.env, f.record.Key.ID)})
	}
	return back()
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
		changes = append(changes, act.Edit(model.Record{Key: model.SessionKey(event, f.env.ID())}, map[string]string{
			model.SessionName: f.env.Say("event.day-name", "n", i), model.SessionOrder: strconv.Itoa(i),
			model.EventDate: d.AddDays(i - 1).String(),
		})...)
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

package screen

import (
	"context"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/date"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// sessionForm adds a session to an event, or edits one.
type sessionForm struct {
	*storedForm[sessionFormRead]
	event, id model.ID // zero id: a new one
	theme     string
	sample    bool
	order     int // of a new one
	record    model.Record
}

// sessionFormRead is what the form needs before it can be filled in.
type sessionFormRead struct {
	event    model.Event
	sessions []model.Session
	record   model.Record
}

func newSessionForm(env *Env, event, id model.ID, found *model.Draft) *sessionForm {
	f := &sessionForm{event: event, id: id}
	fields := []kit.Field{
		{ID: "name", Label: "event.session-name", Required: true, Limit: 100},
		{ID: "date", Label: "event.date", Hint: "event.date-hint", Echo: dateEcho(env)},
		{ID: "start", Label: "event.start", Hint: "event.start-hint", Echo: clockEcho},
		{ID: "end", Label: "event.end", Hint: "event.end-hint", Echo: endEcho(env)},
	}
	read := func(ctx context.Context, store Store) (sessionFormRead, error) {
		return readSessionForm(ctx, store, event, id)
	}
	f.storedForm = newStoredForm(newDrafting(env, formSession, event, id, back), fields, f.save, read, f.fill)
	f.found = found
	return f
}

// readSessionForm reads the session, and its event.
func readSessionForm(ctx context.Context, store Store, event, id model.ID) (out sessionFormRead, err error) {
	if out.event, err = store.Event(ctx, event); err != nil {
		return out, err
	}
	if out.sessions, err = store.Sessions(ctx, event); err != nil {
		return out, err
	}
	out.record, err = store.Record(ctx, model.SessionKey(event, id))
	return out, err
}

// Title names the event.
func (f *sessionForm) Title() string { return f.env.Say("event.title-session") + "  " + f.theme }

// Sample reports whether the event is sample data.
func (f *sessionForm) Sample() bool { return f.sample }

// fill shows what is stored. A new session is usually the day after the last one.
func (f *sessionForm) fill(m sessionFormRead) tea.Cmd {
	f.theme, f.sample, f.record = m.event.Theme, m.event.Sample, m.record
	if f.id.IsZero() {
		last := m.sessions[len(m.sessions)-1]
		f.order = last.Order + 1
		var d date.Date
		_ = d.UnmarshalText([]byte(last.Date)) // a last session without a date leaves this one without
		f.form.Fill(map[string]string{
			"name": f.env.Say("event.day-name", "n", len(m.sessions)+1),
			"date": d.AddDays(1).Plain(f.env.dates()), "start": last.Start, "end": last.End,
		})
		return nil
	}
	s := model.SessionOf(m.record)
	f.form.Fill(map[string]string{"name": s.Name, "date": plainDate(f.env, s.Date), "start": s.Start, "end": s.End})
	return nil
}

func (f *sessionForm) save(values map[string]string) tea.Cmd {
	start, end, ok := f.hours(values)
	if !ok {
		return nil
	}
	registers := map[string]string{
		model.SessionName: cleanLine(values["name"]), model.EventDate: isoDate(f.env, values["date"]), model.EventStart: start, model.EventEnd: end,
	}
	if f.id.IsZero() {
		f.record = model.Record{Key: model.SessionKey(f.event, f.env.ID())}
		registers[model.SessionOrder] = strconv.Itoa(f.order)
	}
	return f.write(f.act(model.VerbEdit).Edit(f.record, registers), lang.Of("event.session-saved"))
}

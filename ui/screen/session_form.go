package screen

import (
	"context"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// sessionForm adds a session to an event, or edits one.
type sessionForm struct {
	*drafting
	env       *Env
	form      *kit.Form
	event, id model.ID // zero id: a new one
	theme     string
	sample    bool
	order     int // of a new one
	record    model.Record
	found     *model.Draft // the draft that the form was opened for; nil: none
}

// sessionFormRead is what the form needs before it can be filled in.
type sessionFormRead struct {
	form     *sessionForm
	event    model.Event
	sessions []model.Session
	record   model.Record
	err      error
}

// sessionSaved is the outcome of saving.
type sessionSaved struct {
	form *sessionForm
	err  error
}

func newSessionForm(env *Env, event, id model.ID, found *model.Draft) *sessionForm {
	f := &sessionForm{env: env, event: event, id: id, found: found}
	f.drafting = newDrafting(env, formSession, event, id, func() tea.Cmd { return send(Back{}) })
	f.form = kit.NewForm(env.Look, []kit.Field{
		{ID: "name", Label: "event.session-name", Required: true, Limit: 100},
		{ID: "date", Label: "event.date", Hint: "event.date-hint", Echo: dateEcho(env)},
		{ID: "start", Label: "event.start", Hint: "event.start-hint", Echo: clockEcho},
		{ID: "end", Label: "event.end", Hint: "event.end-hint", Echo: endEcho(env)},
	}, f.save, f.drafting.leave)
	f.drafting.form = f.form
	return f
}

// Init reads the session, and its event.
func (f *sessionForm) Init() tea.Cmd {
	store, event, id := f.env.Store, f.event, f.id
	return func() tea.Msg {
		ctx := context.Background()
		out := sessionFormRead{form: f}
		if out.event, out.err = store.Event(ctx, event); out.err != nil {
			return out
		}
		if out.sessions, out.err = store.Sessions(ctx, event); out.err != nil {
			return out
		}
		out.record, out.err = store.Record(ctx, model.SessionKey(event, id))
		return out
	}
}

// Title names the event.
func (f *sessionForm) Title() string { return f.env.Say("event.title-session") + "  " + f.theme }

// Sample reports whether the event is sample data.
func (f *sessionForm) Sample() bool { return f.sample }

// Update takes the record, what became of saving, and typing.
func (f *sessionForm) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case sessionFormRead:
		if m.form != f {
			return nil
		}
		if m.err != nil {
			return unread(m.err)
		}
		return f.fill(m)
	case sessionSaved:
		if m.form != f {
			return nil
		}
		if m.err != nil {
			f.form.Failed(lang.Of("kit.not-saved"))
			return say(kit.Bad, "failure.write", "why", Failure(m.err))
		}
		f.form.Saved()
		return tea.Sequence(f.drafting.leave(), send(Said{kit.Good, lang.Of("event.session-saved")}))
	}
	return f.drafting.Update(msg)
}

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
		return f.begin(f.found)
	}
	s := model.SessionOf(m.record)
	f.form.Fill(map[string]string{"name": s.Name, "date": plainDate(f.env, s.Date), "start": s.Start, "end": s.End})
	return f.begin(f.found)
}

func (f *sessionForm) save(values map[string]string) tea.Cmd {
	start, _ := isoClock(values["start"])
	end, _ := isoClock(values["end"])
	if start != "" && end != "" && end <= start {
		f.form.Reject("end", lang.Of("event.end-before-start"))
		return nil
	}
	name, _ := text.Line(values["name"])
	registers := map[string]string{
		model.SessionName: name, model.EventDate: isoDate(f.env, values["date"]), model.EventStart: start, model.EventEnd: end,
	}
	if f.id.IsZero() {
		f.record = model.Record{Key: model.SessionKey(f.event, f.env.ID())}
		registers[model.SessionOrder] = strconv.Itoa(f.order)
	}
	var changes []model.Change
	if sets := f.record.Edit(registers); len(sets) > 0 {
		changes = append(changes, f.act(model.VerbEdit).Change(f.record.Key, sets...))
	}
	return f.env.Write(changes, func(err error) tea.Msg { return sessionSaved{f, err} })
}

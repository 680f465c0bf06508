package screen

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// closing is where an event's conclusions (kesimpulan) and suggestions (saran) are written.
type closing struct {
	*drafting
	form   *kit.Form
	event  model.ID
	record model.Record
}

// closingRead is the event as it was read.
type closingRead struct {
	form   *closing
	record model.Record
	err    error
}

// closingSaved is the outcome of saving.
type closingSaved struct {
	form *closing
	err  error
}

func newClosing(env *Env, event model.ID) *closing {
	f := &closing{event: event}
	f.drafting = newDrafting(env, "closing", event, model.ID{}, func() tea.Cmd { return send(Back{}) })
	f.form = kit.NewForm(env.Look, []kit.Field{
		{ID: "conclusion", Label: "event.conclusion", Kind: kit.AreaField, Rows: 8, Hint: "event.conclusion-hint"},
		{ID: "suggestion", Label: "event.suggestion", Kind: kit.AreaField, Rows: 6, Hint: "event.suggestion-hint"},
	}, f.save, f.leave)
	f.drafting.form = f.form
	return f
}

// Init reads the event.
func (f *closing) Init() tea.Cmd {
	store, event := f.env.Store, f.event
	return func() tea.Msg {
		r, err := store.Record(context.Background(), model.EventKey(event))
		return closingRead{f, r, err}
	}
}

// Title names the event.
func (f *closing) Title() string {
	return f.env.Say("event.title-closing") + "  " + f.record.Get(model.EventTheme)
}

// Sample reports whether the event is sample data.
func (f *closing) Sample() bool { return f.record.Get(model.EventSample) != "" }

// Help explains where the words go.
func (f *closing) Help() []lang.Key { return []lang.Key{"event.help-closing"} }

// Update takes the event, what became of saving, and typing.
func (f *closing) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case closingRead:
		if m.form != f {
			return nil
		}
		if m.err != nil {
			return unread(m.err)
		}
		f.record = m.record
		f.form.Fill(map[string]string{
			"conclusion": f.record.Get(model.EventConclusion), "suggestion": f.record.Get(model.EventSuggestion),
		})
		return f.begin(nil)
	case closingSaved:
		if m.form != f {
			return nil
		}
		if m.err != nil {
			f.form.Failed(lang.Of("kit.not-saved"))
			return say(kit.Bad, "failure.write", "why", Failure(m.err))
		}
		f.form.Saved()
		return tea.Sequence(f.leave(), say(kit.Good, "event.closing-saved"))
	}
	return f.drafting.Update(msg)
}

func (f *closing) save(values map[string]string) tea.Cmd {
	block := func(id string) string { s, _ := text.Block(values[id]); return s }
	sets := f.record.Edit(map[string]string{
		model.EventConclusion: block("conclusion"), model.EventSuggestion: block("suggestion"),
	})
	var changes []model.Change
	if len(sets) > 0 {
		changes = append(changes, f.act(model.VerbEdit).Change(f.record.Key, sets...))
	}
	return f.env.Write(changes, func(err error) tea.Msg { return closingSaved{f, err} })
}

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
	*storedForm[model.Record]
	record model.Record // of the event
}

func newClosing(env *Env, event model.ID) *closing {
	f := &closing{}
	fields := []kit.Field{
		{ID: "conclusion", Label: "event.conclusion", Kind: kit.AreaField, Rows: 8, Hint: "event.conclusion-hint"},
		{ID: "suggestion", Label: "event.suggestion", Kind: kit.AreaField, Rows: 6, Hint: "event.suggestion-hint"},
	}
	read := func(ctx context.Context, store Store) (model.Record, error) {
		return store.Record(ctx, model.EventKey(event))
	}
	f.storedForm = newStoredForm(newDrafting(env, "closing", event, model.ID{}, back), fields, f.save, read, f.fill)
	return f
}

// Title names the event.
func (f *closing) Title() string {
	return f.env.Say("event.title-closing") + "  " + f.record.Get(model.EventTheme)
}

// Sample reports whether the event is sample data.
func (f *closing) Sample() bool { return f.record.Get(model.EventSample) != "" }

// Help explains where the words go.
func (f *closing) Help() []lang.Key { return []lang.Key{"event.help-closing"} }

func (f *closing) fill(event model.Record) tea.Cmd {
	f.record = event
	f.form.Fill(map[string]string{
		"conclusion": event.Get(model.EventConclusion), "suggestion": event.Get(model.EventSuggestion),
	})
	return nil
}

func (f *closing) save(values map[string]string) tea.Cmd {
	block := func(id string) string { s, _ := text.Block(values[id]); return s }
	return f.write(f.act(model.VerbEdit).Edit(f.record, map[string]string{
		model.EventConclusion: block("conclusion"), model.EventSuggestion: block("suggestion"),
	}), lang.Of("event.closing-saved"))
}

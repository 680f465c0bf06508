package screen

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/filing"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// paperRows takes which rows of a printed attendance list were signed: the code of its sheets, and the rows.
type paperRows struct {
	*drafting
	form  *kit.Form
	event model.Event
}

// paperRowsSaved is what became of typed rows.
type paperRowsSaved struct {
	form  *paperRows
	field string // the field in which something is wrong; empty: in none
	wrong lang.Phrase
	typed filing.Typed
	err   error
}

func newPaperRows(env *Env, event model.Event) *paperRows {
	f := &paperRows{event: event}
	f.drafting = newDrafting(env, "paper-rows", event.ID, model.ID{}, func() tea.Cmd { return send(Back{}) })
	f.form = kit.NewForm(env.Look, []kit.Field{
		{ID: "code", Label: "papers.sheet-code", Hint: "papers.sheet-code-hint", Required: true, Limit: 20},
		{ID: "rows", Label: "papers.sheet-rows", Kind: kit.AreaField, Rows: 4, Hint: "papers.sheet-rows-hint", Required: true},
	}, f.save, f.leave)
	f.drafting.form = f.form
	return f
}

// Title names the event.
func (f *paperRows) Title() string { return f.env.Say("papers.title-rows") + "  " + f.event.Theme }

// Sample reports whether the event is sample data.
func (f *paperRows) Sample() bool { return f.event.Sample }

// Help explains how rows are typed.
func (f *paperRows) Help() []lang.Key { return []lang.Key{"papers.help-rows"} }

// Update takes what became of saving, and typing.
func (f *paperRows) Update(msg tea.Msg) tea.Cmd {
	m, ok := msg.(paperRowsSaved)
	switch {
	case !ok:
		return f.drafting.Update(msg)
	case m.form != f:
		return nil
	case m.err != nil:
		f.form.Failed(lang.Of("kit.not-saved"))
		return say(kit.Bad, "failure.write", "why", Failure(m.err))
	case m.field != "":
		f.form.Reject(m.field, m.wrong)
		return nil
	}
	f.form.Saved()
	kind := kit.Good
	if len(m.typed.Empty) > 0 {
		kind = kit.Warn
	}
	return tea.Sequence(f.leave(), say(kind, "papers.typed", m.typed.Args()...))
}

// save marks the rows when its turn comes: by then whatever was written before is on disk.
func (f *paperRows) save(values map[string]string) tea.Cmd {
	out := paperRowsSaved{form: f}
	act, store, event := f.act(model.VerbPresent), f.env.Store, f.event.ID
	return f.env.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) error {
			return out.mark(ctx, store, act, event, values["code"], values["rows"])
		},
		Done: func(err error) tea.Msg {
			out.err = err
			return out
		},
	})
}

func (m *paperRowsSaved) mark(ctx context.Context, store Store, act model.Act, event model.ID, code, rows string) error {
	record, err := store.Record(ctx, model.EventKey(event))
	if err != nil {
		return err
	}
	sheets, err := filing.SheetByCode(model.PrintsOf(record), code)
	if errors.Is(err, filing.ErrNoSheet) {
		m.field, m.wrong = "code", lang.Of("papers.no-sheet", "code", code)
		return nil
	}
	last := sheets.Sheets[len(sheets.Sheets)-1]
	marks, err := filing.ParseRows(rows, last)
	if err != nil {
		m.field, m.wrong = "rows", filing.RowWords(err, last)
		return nil
	}
	h, err := store.Hall(ctx, event, sheets.Session)
	if err != nil {
		return err
	}
	if m.typed = filing.Present(act, h, marks); len(m.typed.Changes) == 0 {
		return nil
	}
	return store.Apply(ctx, m.typed.Changes)
}

package screen

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// recordForm fills in registers of one record that are plain texts: a field's ID is the register's name.
type recordForm struct {
	*storedForm[model.Record]
	recordFormSpec
	record model.Record
}

// recordFormSpec is what differs from one such form to another.
type recordFormSpec struct {
	name        string // of the form, for its drafts
	key         model.Key
	verb        model.Verb
	title, help lang.Key
	saved       lang.Key
	fields      []kit.Field
	about       string                               // after the title; empty: the event's theme, where the record is an event
	stored      map[string]func(typed string) string // how a register stores what was typed, where not as a cleaned line
	focus       string                               // the field that is to be filled in first; empty: the first
}

func newRecordForm(env *Env, spec recordFormSpec) *recordForm {
	f := &recordForm{recordFormSpec: spec}
	read := func(ctx context.Context, store Store) (model.Record, error) { return store.Record(ctx, spec.key) }
	f.storedForm = newStoredForm(newDrafting(env, spec.name, spec.key.Event, spec.key.ID, back), spec.fields, f.save, read, f.fill)
	return f
}

// Title says what is filled in.
func (f *recordForm) Title() string {
	about := f.about
	if about == "" && f.key.Kind == model.KindEvent {
		about = f.record.Get(model.EventTheme)
	}
	if about == "" {
		return f.env.Say(f.title)
	}
	return f.env.Say(f.title) + "  " + about
}

// Sample reports whether it is about sample data.
func (f *recordForm) Sample() bool {
	return f.key.Kind == model.KindEvent && f.record.Get(model.EventSample) != ""
}

// Help explains what the words are for.
func (f *recordForm) Help() []lang.Key { return []lang.Key{f.help} }

func (f *recordForm) fill(r model.Record) tea.Cmd {
	f.record = r
	values := make(map[string]string, len(f.fields))
	for _, field := range f.fields {
		values[field.ID] = r.Get(field.ID)
	}
	f.form.Fill(values)
	if f.focus != "" {
		f.form.Focus(f.focus)
	}
	return nil
}

func (f *recordForm) save(values map[string]string) tea.Cmd {
	edits := make(map[string]string, len(f.fields))
	for _, field := range f.fields {
		v := values[field.ID]
		switch store := f.stored[field.ID]; {
		case store != nil:
			v = store(v)
		case field.Kind == kit.AreaField:
			v, _ = text.Block(v)
		default:
			v, _ = text.Line(v)
		}
		edits[field.ID] = v
	}
	return f.write(f.act(f.verb).Edit(f.record, edits), lang.Of(f.saved))
}

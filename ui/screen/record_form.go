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
	*drafting
	recordFormSpec
	form   *kit.Form
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
	about       string                               // after the title
	stored      map[string]func(typed string) string // how a register stores what was typed, where not as a cleaned line
	focus       string                               // the field that is to be filled in first; empty: the first
}

// recordFormRead is the record as it was read.
type recordFormRead struct {
	form   *recordForm
	record model.Record
	err    error
}

// recordFormSaved is the outcome of saving.
type recordFormSaved struct {
	form *recordForm
	err  error
}

func newRecordForm(env *Env, spec recordFormSpec) *recordForm {
	f := &recordForm{recordFormSpec: spec}
	f.drafting = newDrafting(env, spec.name, spec.key.Event, spec.key.ID, func() tea.Cmd { return send(Back{}) })
	f.form = kit.NewForm(env.Look, spec.fields, f.save, f.leave)
	f.drafting.form = f.form
	return f
}

// Init reads the record.
func (f *recordForm) Init() tea.Cmd {
	store, key := f.env.Store, f.key
	return func() tea.Msg {
		r, err := store.Record(context.Background(), key)
		return recordFormRead{f, r, err}
	}
}

// Title says what is filled in.
func (f *recordForm) Title() string {
	title := f.env.Say(f.title)
	if f.about != "" {
		title += "  " + f.about
	}
	return title
}

// Sample reports whether it is about sample data.
func (f *recordForm) Sample() bool {
	return f.key.Kind == model.KindEvent && f.record.Get(model.EventSample) != ""
}

// Help explains what the words are for.
func (f *recordForm) Help() []lang.Key { return []lang.Key{f.help} }

// Update takes the record, what became of saving, and typing.
func (f *recordForm) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case recordFormRead:
		if m.form != f {
			return nil
		}
		if m.err != nil {
			return unread(m.err)
		}
		return f.fill(m.record)
	case recordFormSaved:
		if m.form != f {
			return nil
		}
		if m.err != nil {
			f.form.Failed(lang.Of("kit.not-saved"))
			return say(kit.Bad, "failure.write", "why", Failure(m.err))
		}
		f.form.Saved()
		return tea.Sequence(f.leave(), say(kit.Good, f.saved))
	}
	return f.drafting.Update(msg)
}

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
	return f.begin(nil)
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
	var changes []model.Change
	if sets := f.record.Edit(edits); len(sets) > 0 {
		changes = append(changes, f.act(f.verb).Change(f.record.Key, sets...))
	}
	return f.env.Write(changes, func(err error) tea.Msg { return recordFormSaved{f, err} })
}

package screen

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// storedForm is a form over what is stored. It reads R, what it needs before it can be filled in, and is left once what was typed is
// on disk; if it cannot be written, the form stays as it was typed. A screen embeds it, and says what is read, how that fills
// the fields, and what saving writes.
//
//	Init -> read -> fill -> drafting -> save -> write -> left, and it is said what was saved
//	                           ^                  |
//	                           +---- not saved <--+
type storedForm[R any] struct {
	*drafting
	form  *kit.Form
	read  func(ctx context.Context, store Store) (R, error) // runs in a command: it must not touch the screen
	fill  func(R) tea.Cmd
	found *model.Draft // the draft that the form was opened for; nil: none
}

// formRead is what a form was waiting for.
type formRead[R any] struct {
	form *storedForm[R]
	what R
	err  error
}

// formSaved is the outcome of saving.
type formSaved struct {
	form *drafting
	said lang.Phrase // once it is on disk
	err  error
}

// newStoredForm keeps what is typed into fields as d says. What read gives is handed to fill.
func newStoredForm[R any](d *drafting, fields []kit.Field, save func(values map[string]string) tea.Cmd,
	read func(context.Context, Store) (R, error), fill func(R) tea.Cmd,
) *storedForm[R] {
	f := &storedForm[R]{drafting: d, read: read, fill: fill, form: kit.NewForm(d.env.Look, fields, save, d.leave)}
	d.form = f.form
	return f
}

// Init reads what the form shows. A leftover is looked for after that: it is to be laid over what is stored.
func (f *storedForm[R]) Init() tea.Cmd {
	store := f.env.Store
	return func() tea.Msg {
		what, err := f.read(context.Background(), store)
		return formRead[R]{f, what, err}
	}
}

// Update takes what was read, what became of saving, and typing. Results come to every screen on the stack, and the same form
// may stand there twice, for two records: each takes its own.
func (f *storedForm[R]) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case formRead[R]:
		if m.form != f {
			return nil
		}
		if m.err != nil {
			return unread(m.err)
		}
		return tea.Batch(f.fill(m.what), f.begin(f.found))
	case formSaved:
		if m.form != f.drafting {
			return nil
		}
		if m.err != nil {
			f.form.Failed(lang.Of("kit.not-saved"))
			return say(kit.Bad, "failure.write", "why", Failure(m.err))
		}
		f.form.Saved()
		// The sentence comes last: it is for the screen that comes to be on top.
		return tea.Sequence(f.leave(), send(Said{kit.Good, m.said}))
	}
	return f.drafting.Update(msg)
}

// write puts what the form changes on its way to the disk. Without changes nothing is wrong: it is saved as it is.
func (f *storedForm[R]) write(changes []model.Change, said lang.Phrase) tea.Cmd {
	return f.env.Write(changes, f.wrote(said))
}

// wrote tells this form, and no other, what became of saving.
func (f *storedForm[R]) wrote(said lang.Phrase) func(error) tea.Msg {
	return func(err error) tea.Msg { return formSaved{f.drafting, said, err} }
}

// hours are when something begins and ends. An end before its beginning is refused: two fields, of which neither is wrong.
func (f *storedForm[R]) hours(values map[string]string) (start, end string, ok bool) {
	start, _ = isoClock(values["start"])
	end, _ = isoClock(values["end"])
	if start != "" && end != "" && end <= start {
		f.form.Reject("end", lang.Of("event.end-before-start"))
		return start, end, false
	}
	return start, end, true
}

package screen

import (
	"context"
	"encoding/json"
	"maps"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// typed is what somebody types into: a *kit.Form, or a sheet of rows.
type typed interface {
	Update(msg tea.Msg) tea.Cmd
	View(w, h int) string
	Cursor() (x, y int, ok bool)
	Snapshot() map[string]string
	Restore(values map[string]string)
}

// drafting is a form whose typing outlives a dead battery. A screen with a form embeds it: it routes messages to the form,
// keeps what is typed on disk, about once a second while typing goes on, and offers what an earlier start left over.
//
//	Init -> leftover? -> "Lanjutkan atau buang?" -> form <-> disk -> saved or given up -> draft gone
//
// The change that saves the form carries the draft's ID (see act), so a draft whose file outlived its saving is known for
// what it is.
type drafting struct {
	env    *Env
	form   typed
	place  model.Draft // its identity and the record that it is for; no fields
	draft  *kit.Draft
	resume *kit.Confirm   // nil: nothing was left over
	left   func() tea.Cmd // what leaving does; nil: whoever shows the form looks at Open
	closed bool
	warned bool // that drafts cannot be written was said
}

// leftover is the draft that an earlier start left for this form.
type leftover struct {
	of    *drafting
	draft model.Draft
}

// newDrafting keeps what is typed into form, which is one of that name, of that event and record; zero IDs where there is
// none. left is what leaving does.
func newDrafting(env *Env, name string, event, record model.ID, left func() tea.Cmd) *drafting {
	d := &drafting{env: env, left: left, place: model.Draft{
		ID: env.ID(), Form: name, Event: event, Record: record, Desk: env.DeskName(), Begun: env.Now(),
	}}
	d.fresh()
	return d
}

// fresh begins a draft under the identity that the place has now. Taking it away is about that one, whatever follows it.
func (d *drafting) fresh() {
	id := d.place.ID
	d.draft = kit.NewDraft(d.content, func(content []byte) error { return d.save(id, content) })
}

// renew begins another draft while the form stays open, because what stands there is being saved under the old one's
// identity: what is typed from here on must not be taken for saved. done takes the old one away.
func (d *drafting) renew() (done func() tea.Cmd) {
	old := d.draft
	d.place.ID, d.place.Begun = d.env.ID(), d.env.Now()
	d.fresh()
	return old.Clear
}

// content is the whole draft as it stands: what runs beside Update has to bring its own. A draft cannot fail to be written.
func (d *drafting) content() []byte {
	draft := d.place
	draft.At, draft.Fields = d.env.Now(), d.form.Snapshot()
	b, _ := json.Marshal(draft)
	return b
}

// save writes the draft, or takes it away when there is nothing to keep any more. It runs in a command.
func (d *drafting) save(id model.ID, content []byte) error {
	if content == nil {
		return d.env.Store.DropDraft(context.Background(), id)
	}
	var draft model.Draft
	if err := json.Unmarshal(content, &draft); err != nil {
		return err
	}
	return d.env.Store.SaveDraft(context.Background(), draft)
}

// Init looks for what an earlier start left over.
func (d *drafting) Init() tea.Cmd {
	return func() tea.Msg {
		drafts, err := d.env.Store.Drafts(context.Background())
		if err != nil {
			return Said{kit.Bad, lang.Of("failure.read", "why", Failure(err))}
		}
		for _, x := range drafts {
			if x.Form == d.place.Form && x.Event == d.place.Event && x.Record == d.place.Record && x.Desk == d.place.Desk {
				return leftover{d, x}
			}
		}
		return nil
	}
}

// Update takes every message that the screen does not keep for itself.
func (d *drafting) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case leftover:
		if m.of == d {
			d.offer(m.draft)
		}
		return nil
	case Flush:
		return d.draft.Flush()
	case kit.DraftSaved:
		return tea.Batch(d.draft.Update(msg), d.warn(m))
	}
	if cmd := d.draft.Update(msg); cmd != nil {
		return cmd
	}
	if d.resume != nil {
		cmd := d.resume.Update(msg)
		if !d.resume.Open() {
			d.resume = nil
		}
		return cmd
	}
	before := d.form.Snapshot()
	cmd := d.form.Update(msg)
	if d.closed || maps.Equal(before, d.form.Snapshot()) {
		return cmd
	}
	return tea.Batch(cmd, d.draft.Touch())
}

// offer asks what to do with a leftover.
func (d *drafting) offer(found model.Draft) {
	at := d.env.Clock(model.Event{}, found.At)
	resume, discard := func() tea.Cmd { return d.begin(&found) }, func() tea.Cmd {
		return func() tea.Msg {
			if err := d.env.Store.DropDraft(context.Background(), found.ID); err != nil {
				return Said{kit.Bad, lang.Of("failure.write", "why", Failure(err))}
			}
			return nil
		}
	}
	if found.Damaged {
		d.resume = kit.NewConfirm(d.env.Look, lang.Of("draft.damaged", "time", at),
			kit.Answer{Label: "kit.resume", Do: resume}, kit.Answer{Label: "kit.discard", Do: discard})
		return
	}
	d.resume = kit.NewResume(d.env.Look, at, resume, discard)
}

// warn says once that typing is not safe from a power cut now.
func (d *drafting) warn(m kit.DraftSaved) tea.Cmd {
	if m.Draft != d.draft || m.Err == nil || d.warned {
		return nil
	}
	d.warned = true
	return say(kit.Warn, "draft.unsafe", "why", Failure(m.Err))
}

// act begins the act that saves the form.
func (d *drafting) act(verb model.Verb) model.Act {
	act := d.env.Act(verb)
	act.Draft = d.place.ID
	return act
}

// submit saves, as Ctrl+S does.
func (d *drafting) submit() tea.Cmd { return d.Update(tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl}) }

// finish takes the draft away once what was typed is saved, while the form stays in sight.
func (d *drafting) finish() tea.Cmd {
	d.closed = true
	return d.draft.Clear()
}

// leave ends the form: what was typed is saved elsewhere, or given up.
func (d *drafting) leave() tea.Cmd {
	d.closed = true
	if d.left == nil {
		return d.draft.Clear()
	}
	return tea.Batch(d.draft.Clear(), d.left())
}

// Open reports whether the form is still being filled in.
func (d *drafting) Open() bool { return !d.closed }

// Typing is always so: letters are text.
func (d *drafting) Typing() bool { return true }

// Keys are those that every form has. Esc is the form's own: it asks before typing is lost.
func (d *drafting) Keys() kit.Bindings {
	keys := kit.Bindings{
		{Keys: []string{"ctrl+s"}, Label: "draft.save"},
		{Keys: []string{"tab"}, Label: "draft.next"},
		{Keys: []string{"esc"}, Label: "draft.leave", Do: func() tea.Cmd {
			return d.Update(tea.KeyPressMsg{Code: tea.KeyEscape})
		}},
	}
	if !d.place.Event.IsZero() {
		keys = append(keys, d.env.askKeys(d.place.Event)...)
	}
	return keys
}

// View draws the form, and above it the question about a leftover.
func (d *drafting) View(w, h int) string {
	if d.resume == nil {
		return d.form.View(w, h)
	}
	asked := d.resume.View(w, min(h, 4))
	if h <= 4 {
		return asked
	}
	return asked + "\n" + d.form.View(w, h-4)
}

// Cursor is in the form, or on the answer that is asked for.
func (d *drafting) Cursor() (x, y int, ok bool) {
	if d.resume != nil {
		return d.resume.Cursor()
	}
	return d.form.Cursor()
}

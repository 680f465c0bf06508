package screen

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// actionWork is what one key does to a follow-up: progress, finished, postponed, given up, taken up again, and back. A screen
// that shows follow-ups embeds it. Each key is one act, and Ctrl+Z takes them back, the latest first.
type actionWork struct {
	env    *Env
	page   Screen                      // whose keys they are
	target func() (model.Action, bool) // the follow-up that is meant
	form   *kit.Form                   // a reason is being typed; nil: nothing is
	asks   lang.Phrase                 // what the form is about
	above  int                         // lines of that at the last View
	typed  *kit.Form                   // what was typed for the key that is being done; nil: nothing was
	did    []doneWork                  // acts of this screen that stand, the latest last
}

// doneWork names one act on a follow-up.
type doneWork struct{ event, act model.ID }

// worked is what became of a key.
type worked struct {
	page Screen
	act  doneWork
	said lang.Phrase
	none bool // the follow-up stood so already
	form *kit.Form
	err  error
}

// The fields of what is asked.
const (
	workNote = "note"
	workDue  = "due"
)

// workKeys are the keys that do something to the follow-up in front.
func (x *actionWork) workKeys(nothing func() (lang.Phrase, bool)) kit.Bindings {
	on := func(open bool, why lang.Key) func() (lang.Phrase, bool) {
		return func() (lang.Phrase, bool) {
			if why, off := nothing(); off {
				return why, true
			}
			a, _ := x.target()
			return lang.Of(why), a.Status.Open() != open
		}
	}
	return kit.Bindings{
		{Keys: []string{"p"}, Label: "action.key-progress", Do: x.progress, Disabled: nothing},
		{Keys: []string{"s"}, Label: "action.key-finish", Do: x.finish, Disabled: on(true, "action.is-closed")},
		{Keys: []string{"u"}, Label: "action.key-postpone", Do: x.postpone, Disabled: on(true, "action.is-closed")},
		{Keys: []string{"x"}, Label: "action.key-drop", Do: x.drop, Disabled: on(true, "action.is-closed")},
		{Keys: []string{"b"}, Label: "action.key-reopen", Do: x.reopen, Disabled: on(false, "action.is-open")},
		{Keys: []string{"ctrl+z"}, Label: "action.key-undo", Do: x.undo, Hidden: true},
	}
}

// formKeys are those while a reason is typed.
func (x *actionWork) formKeys() kit.Bindings {
	return kit.Bindings{
		{Keys: []string{"ctrl+s"}, Label: "draft.save"},
		{Keys: []string{"tab"}, Label: "draft.next"},
		{Keys: []string{"esc"}, Label: "draft.leave"},
	}
}

// ask asks for what a key needs to know.
func (x *actionWork) ask(about lang.Key, a model.Action, fields []kit.Field, save func(values map[string]string) tea.Cmd) tea.Cmd {
	x.asks = lang.Of(about, "what", x.env.Cut(a.Do, nameMost))
	x.form = kit.NewForm(x.env.Look, fields, func(values map[string]string) tea.Cmd {
		x.typed, x.form = x.form, nil
		defer func() { x.typed = nil }()
		return save(values)
	}, func() tea.Cmd {
		x.form = nil
		return nil
	})
	return nil
}

func noteField(label lang.Key) kit.Field {
	return kit.Field{ID: workNote, Label: label, Required: true, Limit: text.LineLimit}
}

func line(s string) string {
	s, _ = text.Line(s)
	return s
}

// progress asks what has been done, and marks what was not begun as under way.
func (x *actionWork) progress() tea.Cmd {
	a, _ := x.target()
	return x.ask("action.about-progress", a, []kit.Field{noteField("action.note")}, func(values map[string]string) tea.Cmd {
		return x.do(a, lang.Of("action.said-progress", "what", a.Do), func(now model.Action, r model.Record) []model.Set {
			note := model.Note{Text: line(values[workNote])}
			if now.Status == model.ActionTodo {
				note.Status = string(model.ActionDoing)
			}
			return model.Noted(r, note)
		})
	})
}

// finish marks the follow-up as done, at once.
func (x *actionWork) finish() tea.Cmd {
	a, _ := x.target()
	return x.do(a, lang.Of("action.said-finish", "what", a.Do), func(now model.Action, r model.Record) []model.Set {
		if now.Status == model.ActionDone {
			return nil
		}
		return model.Noted(r, model.Note{Status: string(model.ActionDone)})
	})
}

// postpone asks for another day, and why.
func (x *actionWork) postpone() tea.Cmd {
	a, _ := x.target()
	due := kit.Field{
		ID: workDue, Label: "action.new-due", Required: true, Hint: "action.due-hint", Echo: dueEcho(x.env),
		Check: func(typed string) lang.Phrase {
			if d, err := date.ParseDue(typed, x.env.Today()); err == nil && d.Before(x.env.Today()) {
				return lang.Of("action.postpone-past")
			}
			return lang.Phrase{}
		},
	}
	return x.ask("action.about-postpone", a, []kit.Field{due, noteField("action.why")}, func(values map[string]string) tea.Cmd {
		day := isoDue(x.env, values[workDue])
		said := lang.Of("action.said-postpone", "what", a.Do, "day", longDate(x.env, day))
		return x.do(a, said, func(_ model.Action, r model.Record) []model.Set {
			return model.Noted(r, model.Note{Text: line(values[workNote]), Due: day})
		})
	})
}

// drop asks why the follow-up is given up.
func (x *actionWork) drop() tea.Cmd {
	a, _ := x.target()
	return x.ask("action.about-drop", a, []kit.Field{noteField("action.why")}, func(values map[string]string) tea.Cmd {
		return x.do(a, lang.Of("action.said-drop", "what", a.Do), func(_ model.Action, r model.Record) []model.Set {
			return model.Noted(r, model.Note{Text: line(values[workNote]), Status: string(model.ActionDropped)})
		})
	})
}

// reopen takes up again what was finished or given up: under way, if anything was ever noted of it.
func (x *actionWork) reopen() tea.Cmd {
	a, _ := x.target()
	return x.do(a, lang.Of("action.said-reopen", "what", a.Do), func(now model.Action, r model.Record) []model.Set {
		if now.Status.Open() {
			return nil
		}
		status := model.ActionTodo
		for _, n := range now.Notes {
			if n.Text != "" && n.Status != string(model.ActionDropped) {
				status = model.ActionDoing
			}
		}
		return model.Noted(r, model.Note{Status: string(status)})
	})
}

// do writes what sets makes of the follow-up as it stands when the turn to be written comes.
func (x *actionWork) do(a model.Action, said lang.Phrase, sets func(model.Action, model.Record) []model.Set) tea.Cmd {
	act, store, k := x.env.Act(model.VerbProgress), x.env.Store, model.ActionKey(a.Event, a.ID)
	out := worked{page: x.page, act: doneWork{a.Event, act.ID}, said: said, form: x.typed}
	return x.env.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) error {
			r, err := store.Record(ctx, k)
			if err != nil {
				return err
			}
			all := sets(model.ActionOf(r), r)
			if out.none = len(all) == 0; out.none {
				return nil
			}
			return store.Apply(ctx, []model.Change{act.Change(k, all...)})
		},
		Done: func(err error) tea.Msg {
			out.err = err
			return out
		},
	})
}

// settle tells what became of a key; one that succeeded can be taken back.
func (x *actionWork) settle(m worked) tea.Cmd {
	switch {
	case m.err != nil:
		if m.form != nil && x.form == nil {
			// What was typed is still there, to be sent again.
			x.form = m.form
			x.form.Failed(lang.Of("kit.not-saved"))
		}
		return say(kit.Bad, "failure.write", "why", Failure(m.err))
	case m.none:
		return say(kit.Plain, "action.said-already")
	}
	x.did = append(x.did, m.act)
	return send(Said{kit.Good, m.said})
}

// undo takes back the last key of this screen, or, where there is none, the last work on follow-ups of the event in front.
func (x *actionWork) undo() tea.Cmd {
	store := x.env.Store
	if n := len(x.did); n > 0 {
		last := x.did[n-1]
		x.did = x.did[:n-1]
		return x.env.undoFound(x.page, model.Event{ID: last.event}, func(ctx context.Context) ([]model.Change, error) {
			return store.ActChanges(ctx, last.event, last.act)
		})
	}
	a, ok := x.target()
	if !ok {
		return say(kit.Plain, "event.undo-none")
	}
	desk := x.env.DeskName()
	return x.env.undoFound(x.page, model.Event{ID: a.Event}, func(ctx context.Context) ([]model.Change, error) {
		done, err := store.LastAct(ctx, a.Event, desk)
		if err != nil || len(done) == 0 || done[0].Key.Kind != model.KindAction {
			return nil, err
		}
		return done, nil
	})
}

// update gives a message to the form; false where there is none, or it is not for it.
func (x *actionWork) update(msg tea.Msg) (cmd tea.Cmd, done bool) {
	switch m := msg.(type) {
	case worked:
		if m.page == x.page {
			return x.settle(m), true
		}
		return nil, true
	case takenBack:
		if m.page == x.page {
			return m.tell(x.env), true
		}
		return nil, true
	}
	if x.form == nil || !press(msg) {
		return nil, false
	}
	return x.form.Update(msg), true
}

// formView draws what is asked in at most h lines; "" where nothing is.
func (x *actionWork) formView(w, h int) string {
	if x.form == nil {
		return ""
	}
	about := x.env.Wrap(x.env.Tell(x.asks), w-1)
	// On a low window the field has to be seen.
	about = about[:min(len(about), max(1, h/4))]
	x.above = min(len(about), h-1)
	return kit.Frame(w, h, x.env.Title.Render(strings.Join(about, "\n")), "", x.form.View)
}

// formCursor is where typing goes, within formView.
func (x *actionWork) formCursor() (cx, cy int, ok bool) {
	cx, cy, ok = x.form.Cursor()
	return cx, cy + x.above, ok
}

package screen

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/date"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// The forms that home can open again with what was typed in them.
const (
	formEvent    = "event"
	formSession  = "session"
	formCopy     = "copy"
	formSettings = "settings"
	formQuestion = "question"
	formAnswer   = "answer"

	formAction    = "action"     // of a follow-up that is there
	formActionNew = "action-new" // of a new one; the record is the question that it comes from
)

// draftName is what a form is called when home asks about it; "" for one that home cannot open. Those ask by themselves
// when they are opened again.
func draftName(form string) lang.Key {
	switch form {
	case formEvent:
		return "home.form-event"
	case formSession:
		return "home.form-session"
	case formCopy:
		return "home.form-copy"
	case formSettings:
		return "home.form-settings"
	case formQuestion:
		return "home.form-question"
	case formAnswer:
		return "home.form-answer"
	case formAction, formActionNew:
		return "home.form-action"
	}
	if _, ok := correctedAnswer(form); ok {
		return "home.form-answer"
	}
	return ""
}

// resumed is the form of a draft, with what was typed in it.
func resumed(env *Env, d model.Draft) Screen {
	switch d.Form {
	case formEvent:
		return newEventForm(env, d.Event, &d)
	case formSession:
		return newSessionForm(env, d.Event, d.Record, &d)
	case formCopy:
		return newCopy(env, d.Event, &d)
	case formQuestion:
		return newQuestionForm(env, d.Event, d.Record, "", &d)
	case formAnswer:
		return newAnswerForm(env, d.Event, d.Record, model.Stamp{}, &d)
	case formAction:
		return newActionForm(env, model.ActionKey(d.Event, d.Record), model.Question{}, nil, &d)
	case formActionNew:
		// Of an anonymous question the form has no place for where it came from.
		_, place := d.Fields[taskFrom+".text"]
		from := model.Question{ID: d.Record, Event: d.Event, Anonymous: !place && !d.Record.IsZero()}
		return newActionForm(env, model.ActionKey(d.Event, model.ID{}), from, nil, &d)
	}
	if stamp, ok := correctedAnswer(d.Form); ok {
		return newAnswerForm(env, d.Event, d.Record, stamp, &d)
	}
	return newSettings(env, &d)
}

// begin is called when a form shows what is stored: it puts in the draft that the form was opened for, or else looks for one.
func (d *drafting) begin(found *model.Draft) tea.Cmd {
	if found == nil {
		return d.Init()
	}
	// From here on the leftover is this form's own draft.
	d.place.ID, d.place.Begun = found.ID, found.Begun
	d.fresh()
	d.form.Restore(found.Fields)
	return nil
}

// leftFound is the drafts that an earlier start left, and the themes of their events.
type leftFound struct {
	drafts []model.Draft
	themes map[model.ID]string
}

// findLeft looks for typing that a crash left behind at this desk.
func (h *home) findLeft() tea.Cmd {
	store, desk, began := h.env.Store, h.env.DeskName(), h.env.Now()
	return func() tea.Msg {
		ctx := context.Background()
		drafts, err := store.Drafts(ctx)
		if err != nil {
			return Said{kit.Bad, lang.Of("failure.read", "why", Failure(err))}
		}
		found := leftFound{themes: make(map[model.ID]string)}
		for _, d := range drafts {
			// What is typed at this moment, in a form of this very program, is no leftover.
			if d.Desk != desk || d.At.After(began) || draftName(d.Form) == "" {
				continue
			}
			if !d.Event.IsZero() {
				e, err := store.Event(ctx, d.Event)
				if err != nil {
					continue
				}
				found.themes[d.Event] = e.Theme
			}
			found.drafts = append(found.drafts, d)
		}
		return found
	}
}

// offer asks about leftovers, the latest typed first, one after the other.
func (h *home) offer(m leftFound) tea.Cmd {
	if h.env.Noticed < len(h.env.Store.Notices()) {
		// Of a draft nothing could be read. Drafts are looked for again after that was said.
		return h.tell()
	}
	if len(m.drafts) == 0 {
		return nil
	}
	d, rest := m.drafts[0], leftFound{m.drafts[1:], m.themes}
	what := lang.Of(draftName(d.Form))
	if theme := m.themes[d.Event]; theme != "" {
		what = lang.Of("home.draft-of", "form", what, "event", theme)
	}
	ask := lang.Key("home.draft")
	if d.Damaged {
		ask = "home.draft-damaged"
	}
	h.asking = kit.NewConfirm(h.env.Look, lang.Of(ask, "what", what, "time", h.env.lately(d.At)),
		kit.Answer{Label: "kit.resume", Do: func() tea.Cmd { return h.leave(resumed(h.env, d)) }},
		kit.Answer{Label: "home.later", Do: func() tea.Cmd { return send(rest) }},
		kit.Answer{Label: "kit.discard", Do: func() tea.Cmd { return tea.Sequence(h.drop(d), send(rest)) }})
	return nil
}

func (h *home) drop(d model.Draft) tea.Cmd {
	return func() tea.Msg {
		if err := h.env.Store.DropDraft(context.Background(), d.ID); err != nil {
			return Said{kit.Bad, lang.Of("failure.write", "why", Failure(err))}
		}
		return nil
	}
}

// lately is a moment as people name it: by the time alone while it is of today, else with the day.
func (e *Env) lately(t time.Time) string {
	t = t.In(e.Zone(model.Event{}).Location())
	clock := t.Format("15.04")
	if d := date.Of(t); d != e.Today() {
		return d.Short(e.dates()) + ", " + clock
	}
	return clock
}

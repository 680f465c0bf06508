package screen

import (
	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// takenBack is what an undo took back.
type takenBack struct {
	page  any // the screen on which the key was pressed
	event model.Event
	done  []model.Change // of the act; empty: there was none
	kept  int            // registers left alone, because somebody has written them since
	err   error
}

// tell says what was taken back.
func (m takenBack) tell(env *Env) tea.Cmd {
	switch {
	case m.err != nil:
		return say(kit.Bad, "failure.write", "why", Failure(m.err))
	case len(m.done) == 0:
		return say(kit.Plain, "event.undo-none")
	}
	args := []any{
		"what", lang.Of(actWords(m.done[0])), "n", len(m.done), "time", env.Clock(m.event, m.done[0].When()), "kept", m.kept,
	}
	if m.kept > 0 {
		return say(kit.Warn, "event.undone-partly", args...)
	}
	return say(kit.Good, "event.undone", args...)
}

// actWords is what an act is called in a sentence, by its first change.
func actWords(c model.Change) lang.Key {
	switch c.Key.Kind {
	case model.KindAgenda:
		return "event.act-agenda"
	case model.KindRole:
		// A new item may bring its speaker's role with it.
		return "event.act-role"
	case model.KindEvidence:
		return "event.act-file"
	}
	switch c.Verb {
	case model.VerbPay:
		return "event.act-pay"
	case model.VerbRun:
		return "event.act-run"
	case model.VerbEdit:
		return "event.act-edit"
	case model.VerbInvite:
		return "event.act-invite"
	case model.VerbRemove:
		return "event.act-remove"
	case model.VerbCorrect:
		return "event.act-correct"
	case model.VerbPromise:
		return "event.act-promise"
	case model.VerbProgress:
		return "event.act-progress"
	case model.VerbWalkIn:
		return "event.act-walk-in"
	case model.VerbAsk:
		return "event.act-ask"
	case model.VerbAnswer:
		return "event.act-answer"
	case model.VerbRefer:
		return "event.act-refer"
	case model.VerbPresent, model.VerbRepresent, model.VerbExcuse, model.VerbAbsent, model.VerbExpect:
		return "event.act-seat"
	}
	return "event.act-other"
}

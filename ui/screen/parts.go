package screen

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// part is one of the parts of an event: the key that leads there, its name, and its screen.
type part struct {
	key   string
	label lang.Key
	open  func(env *Env, event model.ID) Screen
}

// The keys of the parts of an event.
const (
	partSummary   = "1"
	partDoor      = "2"
	partAgenda    = "3"
	partQuestions = "4"
	partActions   = "5"
	partEvidence  = "6"
)

// parts are the parts of an event in the order of their keys. What stands here is reached from every screen of an event.
func parts() []part {
	return []part{
		{partSummary, "parts.summary", NewEvent},
		{partDoor, "parts.door", NewDoorToday},
		{partAgenda, "parts.agenda", NewAgenda},
		{partQuestions, "parts.questions", NewQuestions},
		{partActions, "parts.actions", NewActions},
		{partEvidence, "parts.evidence", NewEvidence},
	}
}

// partKeys are the keys that every page of an event has: the ways to its other parts, and a new question. at is the key of
// the part that the page is; "" for a page that belongs to none. Where letters are text, Alt with the digit does the same.
//
// A part takes the place of the page in front, so that Esc leads where it led before; the summary, where it stands below
// already, is gone back to.
func (e *Env) partKeys(event model.ID, at string) kit.Bindings {
	return e.partKeysBy(event, at, func(s Screen) tea.Cmd { return send(Replace{s}) })
}

// partKeysBy is partKeys for a page that leaves in a way of its own.
func (e *Env) partKeysBy(event model.ID, at string, leave func(Screen) tea.Cmd) kit.Bindings {
	all := parts()
	keys := kit.Bindings{{As: all[0].key + "-" + all[len(all)-1].key, Label: "parts.all"}}
	for _, p := range all {
		if p.key != at {
			keys = append(keys, kit.Binding{
				Keys: []string{p.key, "alt+" + p.key}, Label: p.label, Hidden: true,
				Do: func() tea.Cmd { return leave(p.open(e, event)) },
			})
		}
	}
	return append(keys, e.askKeys(event)...)
}

// typedPartKeys tells the keys of the parts as they are where letters are text.
func (e *Env) typedPartKeys(keys kit.Bindings) kit.Bindings {
	keys = slices.Clone(keys)
	keys[0].As = e.Say("key.alt") + "+" + keys[0].As
	return keys
}

// askKeys is the key with which a new question begins, on every screen of an event, forms and the door included.
func (e *Env) askKeys(event model.ID) kit.Bindings {
	return kit.Bindings{{Keys: []string{"f8"}, Label: "parts.ask", Hidden: true, Do: func() tea.Cmd {
		return open(NewQuestionForm(e, event))
	}}}
}

// NewDoorToday is the door of the session that matters today.
func NewDoorToday(env *Env, event model.ID) Screen {
	d := newDoor(env, event, model.ID{})
	d.unsure = true
	return d
}

package screen

import (
	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/program"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// exampleLoaded is the outcome of loading the example event.
type exampleLoaded struct {
	event model.ID
	err   error
}

// loadExample writes the example event, and in the same act remembers it in the office's settings, so that it is there once.
func loadExample(env *Env) tea.Cmd {
	act := env.Act(model.VerbLoad)
	file, err := program.Parse(program.Example())
	if err != nil {
		return send(exampleLoaded{err: err})
	}
	event, changes, err := file.Changes(act, env.Me.Key, env.Rand)
	if err != nil {
		return send(exampleLoaded{err: err})
	}
	if set, ok := env.Me.OfficeRecord.Write(model.ExampleEventID, event.String()); ok {
		changes = append(changes, act.Change(model.OfficeSettings(), set))
	}
	return env.Write(changes, func(err error) tea.Msg { return exampleLoaded{event, err} })
}

// told says how loading went, and opens the example with leave.
func (m exampleLoaded) told(env *Env, leave func(Screen) tea.Cmd) tea.Cmd {
	if m.err != nil {
		return say(kit.Bad, "failure.write", "why", Failure(m.err))
	}
	return tea.Sequence(leave(NewEvent(env, m.event)), send(Said{kit.Good, lang.Of("home.example-loaded")}))
}

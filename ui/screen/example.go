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

// loadExample writes the example event.
func loadExample(env *Env) tea.Cmd {
	event, changes, err := program.ExampleChanges(env.Act(model.VerbLoad), env.Me, env.Rand)
	if err != nil {
		return send(exampleLoaded{err: err})
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

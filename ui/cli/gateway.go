package cli

import (
	tea "charm.land/bubbletea/v2"

	"hadir/store"
	"hadir/ui"
	"hadir/ui/kit"
	"hadir/ui/theme"
)

// gateway asks for the passphrase on the whole screen. Nothing is shown before the first question, so that a database that is not
// sealed opens as fast as ever; from then on the screen stays until the database is open.
type gateway struct {
	program *tea.Program // nil: nothing was asked yet
	answers chan string
	ended   chan struct{} // closed when the screen is gone
	restore func()
}

// ask asks once more, and waits for the answer.
func (g *gateway) ask(a *app, t store.Try) (string, error) {
	if g.program == nil {
		g.open(a)
	}
	go g.program.Send(ui.Ask{Wrong: t.Wrong, Wait: t.Wait})
	select {
	case secret := <-g.answers:
		return secret, nil
	case <-g.ended:
		return "", left()
	}
}

func (g *gateway) open(a *app) {
	g.answers, g.ended, g.restore = make(chan string, 1), make(chan struct{}), prepareConsole()
	look := kit.Look{Styles: theme.New(a.look()), Lang: a.lang}
	start := ui.NewStart(look, a.Now, func(secret string) { g.answers <- secret })
	g.program = tea.NewProgram(start, tea.WithInput(a.In), tea.WithOutput(a.Out), tea.WithFPS(framesPerSecond))
	go func() {
		defer close(g.ended)
		// How it ended is told by whether there was an answer.
		_, _ = g.program.Run()
	}()
}

// close takes the screen away, if there is one.
func (g *gateway) close() {
	if g.program == nil {
		return
	}
	g.program.Send(ui.Opened{})
	<-g.ended
	g.restore()
	g.program = nil
}

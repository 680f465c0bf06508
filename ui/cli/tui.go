package cli

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"runtime/debug"
	"sync"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/ui"
	"hadir/ui/kit"
	"hadir/ui/lang"
	"hadir/ui/screen"
)

// framesPerSecond is high, so that the frame is there before the finger has left the key.
const framesPerSecond = 120

// headStart is a frame and a half of the slowest terminals that keep up.
const headStart = 12 * time.Millisecond

// patience is how long the end of the program waits for writes that were accepted. A disk that takes longer has failed.
const patience = 10 * time.Second

// showHome is the program as people start it.
func showHome(_ context.Context, d *desk, _ *cobra.Command, _ []string) error {
	if d.Me.Welcomed || d.Me.ReadOnly {
		return d.show(d.home())
	}
	return d.show(screen.NewWelcome(d.Env))
}

func (a *app) door() *cobra.Command {
	return &cobra.Command{
		Use: "door [EVENT]", Short: a.lang.Say("cli.door"), Args: between(0, 1), RunE: a.withScreen(showDoor),
	}
}

func showDoor(ctx context.Context, d *desk, _ *cobra.Command, args []string) error {
	return d.showPart(ctx, args, func(event model.ID) screen.Screen { return screen.NewDoor(d.Env, event, model.ID{}) })
}

// showPart shows a part of the event that is named; of the latest one where none is: at a door nobody wants to look up a name.
func (d *desk) showPart(ctx context.Context, args []string, part func(event model.ID) screen.Screen) error {
	which := latest
	if len(args) > 0 {
		which = args[0]
	}
	e, err := d.event(ctx, which)
	if err != nil {
		return err
	}
	return d.show(part(e.ID))
}

func (d *desk) home() screen.Screen { return screen.NewHome(d.Env) }

// show runs the program on the screen until somebody leaves it, or the system ends it. What was accepted is on disk when it
// returns.
func (d *desk) show(first screen.Screen) error {
	if !term.IsTerminal(d.app.In.Fd()) || !term.IsTerminal(d.app.Out.Fd()) {
		return fail(exitFailed, "cli.no-terminal")
	}
	if d.app.dumb() {
		return fail(exitFailed, "cli.dumb-terminal")
	}
	defer prepareConsole()()
	defer d.app.collectLater()()
	root := ui.New(d.Env, first, d.home)
	err := d.run(root)
	for root.Again() != nil && err == nil {
		if root, err = d.again(root.Again()); err == nil {
			err = d.run(root)
		}
	}
	return err
}

// run is one session: the program on the screen from its first frame to the last write.
func (d *desk) run(root *ui.Root) error {
	p := tea.NewProgram(root, tea.WithInput(d.app.In), tea.WithOutput(d.app.Out),
		tea.WithFPS(framesPerSecond), tea.WithoutSignalHandler())
	stop := d.store.Watch(func(c model.Commit) { p.Send(screen.Committed{Commit: c}) })
	defer stop()
	defer d.keepSafe(func(words lang.Phrase) { p.Send(screen.Said{Kind: kit.Warn, What: words}) })()
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGHUP, syscall.SIGTERM)
	ended := make(chan os.Signal, 1)
	go obey(p, signals, ended)

	_, err := p.Run()
	signal.Stop(signals)
	close(signals)
	if err != nil && !errors.Is(err, tea.ErrProgramPanic) {
		// The terminal went away before the program could be told: what is being typed goes to disk all the same.
		finish(root.Update(screen.Flush{}))
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if e := d.Outbox.Drain(ctx); e != nil {
		return errors.Join(fail(exitFailed, "cli.not-written"), err, e)
	}
	if by := <-ended; by != nil {
		return endedBy(by)
	}
	if err != nil {
		return fail(exitFailed, "cli.crashed", "why", err).because(err)
	}
	return nil
}

// A start keeps nearly all that it reads, a list of 100,000 guests among it. To look for garbage meanwhile, again and again
// while the memory grows to its size, takes a third of the time until the first guests are shown.
const (
	startTime   = time.Second
	startMemory = 96 << 20 // unless it needs more than that: then garbage is looked for
)

// collectLater puts off collecting garbage until the start is over; stop ends that.
func (a *app) collectLater() (stop func()) {
	if a.Getenv("GOGC") != "" {
		return func() {}
	}
	percent, limit := debug.SetGCPercent(-1), debug.SetMemoryLimit(-1)
	debug.SetMemoryLimit(min(limit, startMemory))
	usual := sync.OnceFunc(func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	})
	timer := time.AfterFunc(startTime, usual)
	return func() {
		timer.Stop()
		usual()
	}
}

// obey tells the program when the system wants it to end. Drafts and writes come first; a second signal is from somebody
// who does not want to wait for them.
func obey(p *tea.Program, signals <-chan os.Signal, ended chan<- os.Signal) {
	first, ok := <-signals
	if !ok {
		ended <- nil
		return
	}
	ended <- first
	go p.Send(ui.Hangup{})
	if _, again := <-signals; again {
		p.Kill()
	}
}

// finish runs commands to their end without a program. It is for commands that write: what they tell, nobody hears.
func finish(_ tea.Model, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	if batch, ok := cmd().(tea.BatchMsg); ok {
		for _, c := range batch {
			finish(nil, c)
		}
	}
}

// endedBy is how a process says which signal ended it: 128 and its number. Nobody has to be told anything.
func endedBy(s os.Signal) error {
	if n, ok := s.(syscall.Signal); ok {
		return &failure{code: 128 + int(n)}
	}
	return &failure{code: exitFailed}
}

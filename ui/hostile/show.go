package main

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"hadir/store"
	"hadir/ui"
	"hadir/ui/kit"
	"hadir/ui/lang"
	"hadir/ui/screen"
	"hadir/ui/theme"
)

// The window.
const (
	columns = 80
	lines   = 24
)

const (
	patience = 20 * time.Second      // how long anything may take before the program counts as stuck
	quiet    = 60 * time.Millisecond // without a frame: what was read is shown
	flushed  = 30 * time.Millisecond // the most that a page waits for the renderer
)

// show is the program on a terminal.
type show struct {
	p     *tea.Program
	out   *stream
	into  *result
	done  chan error
	drawn chan struct{} // a frame was made; holds at most one

	mu   sync.Mutex
	last string // the frame made last
}

// watched is the root with somebody who looks at every frame that it makes.
type watched struct {
	*ui.Root
	seen func(frame string)
}

// Update implements tea.Model.
func (w watched) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := w.Root.Update(msg)
	return w, cmd
}

// View implements tea.Model.
func (w watched) View() tea.View {
	v := w.Root.View()
	w.seen(v.Content)
	return v
}

func newEnv(s screen.Store) (*screen.Env, error) {
	me, err := s.Settings(context.Background())
	return &screen.Env{
		Look: kit.Look{Styles: theme.New(theme.Options{}), Lang: lang.New(lang.Indonesian)}, Store: s,
		Outbox: kit.NewOutbox(context.Background()), Now: time.Now, Rand: rand.Reader, Me: me,
	}, err
}

// begin starts the program.
func begin(env *screen.Env, first screen.Screen, into *result, known map[string]bool) *show {
	x := &show{into: into, done: make(chan error, 1), drawn: make(chan struct{}, 1)}
	x.out = newStream(known, func(where, what string) {
		x.mu.Lock()
		defer x.mu.Unlock()
		into.note(where, what)
	})
	// What the terminal answers goes nowhere; unread, the emulator would block.
	go func() { _, _ = io.Copy(io.Discard, x.out.term) }()
	root := watched{ui.New(env, first, func() screen.Screen { return screen.NewHome(env) }), x.see}
	x.p = tea.NewProgram(root, tea.WithInput(nil), tea.WithOutput(x.out), tea.WithFPS(120), tea.WithWindowSize(columns, lines),
		tea.WithEnvironment([]string{"TERM=xterm-256color"}), tea.WithoutSignals(), tea.WithoutCatchPanics())
	go func() {
		_, err := x.p.Run()
		x.done <- err
	}()
	return x
}

// see reads a frame as the root made it.
func (x *show) see(frame string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if frame != x.last {
		x.into.frames++
		if what := foreign(frame, true); what != "" {
			x.into.note("frame", what)
		}
		x.last = frame
	}
	select {
	case x.drawn <- struct{}{}:
	default:
	}
}

func (x *show) frame() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.last
}

// settle waits until no frame comes any more.
func (x *show) settle() {
	for end := time.After(patience); ; {
		select {
		case <-x.drawn:
		case <-time.After(quiet):
			return
		case <-end:
			return
		}
	}
}

// open puts a screen in front, pages through it to its end, and goes back.
func (x *show) open(s screen.Screen) {
	x.p.Send(screen.Open{Screen: s})
	x.settle()
	for {
		before := x.frame()
		x.press(tea.KeyPgDown)
		if x.frame() == before {
			break
		}
	}
	x.p.Send(screen.Back{})
	x.settle()
}

// press presses a key, and waits for the frame that comes of it, and for the terminal to get that.
func (x *show) press(key rune) {
	clear(x.drawn)
	clear(x.out.writes)
	x.p.Send(tea.KeyPressMsg{Code: key})
	select {
	case <-x.drawn:
	case <-time.After(patience):
		return
	}
	select {
	case <-x.out.writes:
	case <-time.After(flushed):
	}
}

// clear takes out what waits in a channel.
func clear(c chan struct{}) {
	select {
	case <-c:
	default:
	}
}

// end ends the program.
func (x *show) end() error {
	x.p.Quit()
	select {
	case err := <-x.done:
		x.into.bytes += x.out.bytes
		return err
	case <-time.After(patience):
		return errors.New("the program does not end")
	}
}

// unfiltered is a screen that shows what it is given as it is.
type unfiltered struct{ rows []string }

func (unfiltered) Init() tea.Cmd          { return nil }
func (unfiltered) Update(tea.Msg) tea.Cmd { return nil }
func (u unfiltered) View(int, int) string { return strings.Join(u.rows, "\n") }
func (unfiltered) Title() string          { return "BARE" }
func (unfiltered) Keys() kit.Bindings     { return nil }

// naked is the control: the same strings by a screen that does not filter. Both the frames and what the terminal gets have to be caught.
func naked(into *result, say func() string, known map[string]bool) error {
	s, done, err := openStore()
	if err != nil {
		return err
	}
	defer done()
	env, err := newEnv(s)
	if err != nil {
		return err
	}
	x := begin(env, screen.NewHome(env), into, known)
	x.settle()
	for range 6 {
		var u unfiltered
		for range 18 {
			u.rows = append(u.rows, say())
		}
		x.open(u)
	}
	if err := x.end(); err != nil {
		return err
	}
	where := strings.Join(into.found, "\n")
	if !strings.Contains(where, "frame") {
		return errors.New("no frame of it was caught")
	}
	sent := 0
	for q := range x.out.spoken {
		if !known[q] {
			sent++
		}
	}
	if sent == 0 {
		return errors.New("nothing that the terminal got of it was caught")
	}
	return nil
}

// openStore is a database that is thrown away.
func openStore() (s *store.Store, done func(), err error) {
	dir, remove, err := folder()
	if err != nil {
		return nil, nil, err
	}
	if s, err = store.Open(dir+"/hadir.db", store.Options{}); err != nil {
		remove()
		return nil, nil, err
	}
	return s, func() {
		_ = s.Close()
		remove()
	}, nil
}

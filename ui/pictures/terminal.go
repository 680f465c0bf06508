package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// The size that every screen is designed for.
const (
	columns = 80
	lines   = 24
)

// patience is how long anything may take before the program counts as stuck.
const patience = 30 * time.Second

// terminal is a program on a pseudo-terminal, as somebody sits before it.
type terminal struct {
	cmd   *exec.Cmd
	tty   *os.File
	drawn chan struct{} // something came; holds at most one
	ended chan struct{} // closed when the program has closed the terminal

	mu      sync.Mutex
	em      *vt.Emulator
	cursor  bool // the cursor is shown
	drawing bool // a frame has begun and has not ended
	whole   bool // a frame has ended since keys were last pressed
}

// start runs a program on a terminal of its own.
func start(env []string, program string, args ...string) (*terminal, error) {
	t := &terminal{
		cmd: exec.Command(program, args...), drawn: make(chan struct{}, 1), ended: make(chan struct{}),
		em: vt.NewEmulator(columns, lines), cursor: true,
	}
	t.cmd.Env = env
	t.watchFrames()
	tty, err := pty.StartWithSize(t.cmd, &pty.Winsize{Rows: lines, Cols: columns})
	if err != nil {
		return nil, fmt.Errorf("start %s: %w", program, err)
	}
	t.tty = tty
	// What a terminal answers to a program's questions goes back to it; unread, the emulator would block.
	go func() { _, _ = io.Copy(tty, t.em) }()
	go t.read()
	return t, nil
}

// watchFrames says to the program that this terminal takes whole frames, which the emulator does not say by itself, and notes
// where each begins and ends: a picture in the middle of one would show half of two screens.
func (t *terminal) watchFrames() {
	t.em.SetCallbacks(vt.Callbacks{
		CursorVisibility: func(shown bool) { t.cursor = shown },
		EnableMode: func(m ansi.Mode) {
			if m == ansi.ModeSynchronizedOutput {
				t.drawing = true
			}
		},
		DisableMode: func(m ansi.Mode) {
			if m == ansi.ModeSynchronizedOutput {
				t.drawing, t.whole = false, true
			}
		},
	})
	t.em.RegisterCsiHandler(ansi.Command('?', '$', 'p'), func(params ansi.Params) bool {
		mode, _, ok := params.Param(0, 0)
		if !ok || ansi.DECMode(mode) != ansi.ModeSynchronizedOutput {
			return false
		}
		_, _ = io.WriteString(t.em.InputPipe(), ansi.ReportMode(ansi.ModeSynchronizedOutput, ansi.ModeReset))
		return true
	})
}

// read feeds the emulator.
func (t *terminal) read() {
	defer close(t.ended)
	b := make([]byte, 64<<10)
	for {
		n, err := t.tty.Read(b)
		if err != nil {
			return
		}
		t.mu.Lock()
		_, _ = t.em.Write(b[:n])
		t.mu.Unlock()
		select {
		case t.drawn <- struct{}{}:
		default:
		}
	}
}

// press sends keys and gives the first frame after them that shows all the words. Without keys it gives what stands there as
// soon as it shows them.
func (t *terminal) press(keys string, words []string) (sight, error) {
	t.mu.Lock()
	t.whole = keys == ""
	t.mu.Unlock()
	if _, err := io.WriteString(t.tty, keys); err != nil {
		return sight{}, err
	}
	late := time.After(patience)
	for {
		if s, ok := t.shows(words); ok {
			return s, nil
		}
		select {
		case <-t.drawn:
		case <-t.ended:
			return sight{}, fmt.Errorf("%s has ended; it showed:\n%s", t.cmd.Path, t.em)
		case <-late:
			t.mu.Lock()
			defer t.mu.Unlock()
			return sight{}, fmt.Errorf("after %q, %q do not all stand on the screen:\n%s", keys, words, t.em)
		}
	}
}

// shows looks at the screen, if it is a whole frame, for all the words.
func (t *terminal) shows(words []string) (sight, bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.drawing || !t.whole {
		return sight{}, false
	}
	text := t.em.String()
	for _, w := range words {
		if !strings.Contains(text, w) {
			return sight{}, false
		}
	}
	return look(t.em, t.cursor), true
}

// end asks the program to end, and sees to it that it does.
func (t *terminal) end() {
	_ = t.cmd.Process.Signal(syscall.SIGTERM)
	late := time.AfterFunc(patience, func() { _ = t.cmd.Process.Kill() })
	defer late.Stop()
	// How it ended tells nothing here: it was ended by us.
	_ = t.cmd.Wait()
	_ = t.tty.Close()
	<-t.ended
	_ = t.em.Close()
}

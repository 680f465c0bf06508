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

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// The window of an old laptop, more or less.
const (
	columns = 100
	lines   = 30
)

// patience is how long anything may take before the program on the terminal counts as stuck.
const patience = 60 * time.Second

// terminal is a program on a pseudo-terminal, as somebody sits before it. Time is taken where the output arrives: when a read
// has returned, before the emulator looks at it.
type terminal struct {
	cmd   *exec.Cmd
	tty   *os.File
	shown chan time.Time // when the screen came to show what was wanted; holds at most one
	ended chan struct{}  // closed when the program has closed the terminal

	mu     sync.Mutex
	screen screen
	wanted func(screen) bool // nil: nobody waits
}

// screen is what the terminal shows.
type screen struct{ *vt.Emulator }

// line is the text of one line, without the spaces at its end.
func (s screen) line(y int) string {
	var b strings.Builder
	for x := range columns {
		if c := s.CellAt(x, y); c != nil {
			b.WriteString(c.Content)
		}
	}
	return strings.TrimRight(b.String(), " ")
}

// marked is the first line below y that begins with a mark; -1 when there is none.
func (s screen) marked(y int, mark string) int {
	for y++; y < lines; y++ {
		if strings.HasPrefix(strings.TrimLeft(s.line(y), " "), mark) {
			return y
		}
	}
	return -1
}

// start runs a program and waits until the screen shows what is wanted. It gives the time from just before the process was
// made until that output had arrived.
func start(shows func(screen) bool, program string, args ...string) (*terminal, time.Duration, error) {
	t := &terminal{
		cmd: exec.Command(program, args...), shown: make(chan time.Time, 1), ended: make(chan struct{}),
		screen: screen{vt.NewEmulator(columns, lines)},
	}
	t.cmd.Env = append(os.Environ(), "TERM=xterm-256color", "HADIR_LANG=id", "NO_COLOR=")
	took, err := t.until(shows, func() (err error) {
		if t.tty, err = pty.StartWithSize(t.cmd, &pty.Winsize{Rows: lines, Cols: columns}); err != nil {
			return err
		}
		// What a terminal answers to a program's questions goes back to it; unread, the emulator would block.
		go func() { _, _ = io.Copy(t.tty, t.screen) }()
		go t.read()
		return nil
	})
	if err != nil && t.tty != nil {
		t.end()
	}
	return t, took, err
}

// read feeds the emulator, and tells when what is wanted has come.
func (t *terminal) read() {
	defer close(t.ended)
	b := make([]byte, 64<<10)
	for {
		n, err := t.tty.Read(b)
		at := time.Now()
		if err != nil {
			return
		}
		t.mu.Lock()
		_, _ = t.screen.Write(b[:n])
		if t.wanted != nil && t.wanted(t.screen) {
			t.wanted = nil
			t.shown <- at
		}
		t.mu.Unlock()
	}
}

// until does something and gives the time from then until the output had arrived that made the screen show what is wanted.
// The screen must not show that before.
func (t *terminal) until(shows func(screen) bool, do func() error) (time.Duration, error) {
	t.mu.Lock()
	t.wanted = shows
	t.mu.Unlock()
	begin := time.Now()
	if err := do(); err != nil {
		return 0, err
	}
	select {
	case at := <-t.shown:
		return at.Sub(begin), nil
	case <-t.ended:
		return 0, fmt.Errorf("%s has ended; it showed:\n%s", t.cmd.Path, t.screen.String())
	case <-time.After(patience):
		t.mu.Lock()
		defer t.mu.Unlock()
		return 0, fmt.Errorf("%s does not show what was wanted, but:\n%s", t.cmd.Path, t.screen.String())
	}
}

// press sends keys and waits for the frame that shows their effect.
func (t *terminal) press(keys string, shows func(screen) bool) (time.Duration, error) {
	return t.until(shows, func() error {
		_, err := io.WriteString(t.tty, keys)
		return err
	})
}

// now looks at the screen as it is.
func (t *terminal) now(look func(screen)) {
	t.mu.Lock()
	defer t.mu.Unlock()
	look(t.screen)
}

// end asks the program to end, and sees to it that it does.
func (t *terminal) end() {
	_ = t.cmd.Process.Signal(syscall.SIGTERM)
	late := time.AfterFunc(patience, func() { _ = t.cmd.Process.Kill() })
	defer late.Stop()
	// How it ended tells nothing here: it was killed by us.
	_ = t.cmd.Wait()
	_ = t.tty.Close()
	<-t.ended
	_ = t.screen.Close()
}

//go:build unix

package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// onScreen is the program on a terminal of 80x24, as somebody sits before it.
type onScreen struct {
	t     *testing.T
	cmd   *exec.Cmd
	tty   *os.File
	mu    sync.Mutex
	drawn chan struct{} // something was drawn; holds at most one
	term  *vt.Emulator
	read  chan struct{} // closed when the program has closed the terminal
}

// start runs the program with a database of its own.
func start(t *testing.T, db string, args ...string) *onScreen {
	t.Helper()
	s := &onScreen{
		t: t, cmd: exec.Command("hadir", args...), drawn: make(chan struct{}, 1), term: vt.NewEmulator(80, 24),
		read: make(chan struct{}),
	}
	s.cmd.Env = append(os.Environ(), "HADIR_DB="+db, "HADIR_LANG=", "TERM=xterm-256color", "NO_COLOR=")
	tty, err := pty.StartWithSize(s.cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Fatal(err)
	}
	tty = pollable(t, tty)
	s.tty = tty
	// What the terminal answers to the program's questions goes back to it; unread, the emulator would block.
	go io.Copy(tty, s.term)
	go s.draw()
	t.Cleanup(func() {
		_ = s.cmd.Process.Kill()
		_ = tty.Close()
		// The emulator's own Close is not made to be called while another goroutine reads.
		_ = s.term.InputPipe().(io.Closer).Close()
		<-s.read
	})
	return s
}

// pollable is the same terminal as a file that closes at once, also while a read waits on it: closing it is how a window
// closes.
func pollable(t *testing.T, tty *os.File) *os.File {
	t.Helper()
	fd, err := syscall.Dup(int(tty.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(syscall.SetNonblock(fd, true), tty.Close()); err != nil {
		t.Fatal(err)
	}
	syscall.CloseOnExec(fd)
	return os.NewFile(uintptr(fd), "terminal")
}

func (s *onScreen) draw() {
	defer close(s.read)
	b := make([]byte, 32<<10)
	for {
		n, err := s.tty.Read(b)
		s.mu.Lock()
		_, _ = s.term.Write(b[:n])
		s.mu.Unlock()
		select {
		case s.drawn <- struct{}{}:
		default:
		}
		if err != nil {
			return
		}
	}
}

func (s *onScreen) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.term.String()
}

// wait waits until the screen shows a text.
func (s *onScreen) wait(want string) {
	s.t.Helper()
	late := time.After(20 * time.Second)
	for !strings.Contains(s.text(), want) {
		select {
		case <-s.drawn:
		case <-late:
			s.t.Fatalf("%q is not on the screen:\n%s", want, s.text())
		}
	}
}

func (s *onScreen) press(keys string) {
	s.t.Helper()
	if _, err := io.WriteString(s.tty, keys); err != nil {
		s.t.Fatal(err)
	}
}

// ends waits for the end of the program and gives its exit code.
func (s *onScreen) ends() int {
	s.t.Helper()
	done := make(chan error, 1)
	go func() { done <- s.cmd.Wait() }()
	select {
	case <-done:
	case <-time.After(20 * time.Second):
		s.t.Fatalf("it does not end:\n%s", s.text())
	}
	return s.cmd.ProcessState.ExitCode()
}

// TestFirstFrame starts the program on a fresh machine, and leaves it with two Ctrl+C.
func TestFirstFrame(t *testing.T) {
	s := start(t, filepath.Join(t.TempDir(), "hadir.db"))
	s.wait("F1 bantuan")
	s.press("\x03")
	s.wait("Ctrl+C")
	s.press("\x03")
	if code := s.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// TestDemo shows the example, and leaves nothing behind.
func TestDemo(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	s := start(t, filepath.Join(temp, "unused.db"), "demo")
	s.wait("Pencegahan")
	s.wait("CONTOH")
	s.press("q")
	if code := s.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	left, err := os.ReadDir(temp)
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

// TestSignalEndsInOrder ends the program from outside: the exit code says by what, and the database is free and whole.
func TestSignalEndsInOrder(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP} {
		t.Run(sig.String(), func(t *testing.T) {
			db := filepath.Join(t.TempDir(), "hadir.db")
			s := start(t, db)
			s.wait("F1 bantuan")
			if err := s.cmd.Process.Signal(sig); err != nil {
				t.Fatal(err)
			}
			if code := s.ends(); code != 128+int(sig) {
				t.Errorf("exit code %d, want %d", code, 128+int(sig))
			}
			if out, err := exec.Command("hadir", "--db", db, "event", "list", "--json").CombinedOutput(); err != nil || string(out) != "[]\n" {
				t.Errorf("afterwards: %s %v", out, err)
			}
		})
	}
}

// TestTerminalGoes takes the terminal away in the middle of a word, as closing the window does: what was typed is offered at
// the next start.
func TestTerminalGoes(t *testing.T) {
	db := filepath.Join(t.TempDir(), "hadir.db")
	s := start(t, db)
	s.wait("SELAMAT DATANG")
	s.press("\x1b")
	s.wait("kegiatan baru")
	s.press("n")
	s.wait("Ctrl+S")
	s.press("Rapat Contoh Baru")
	s.wait("Rapat Contoh Baru")
	if err := s.tty.Close(); err != nil {
		t.Fatal(err)
	}
	if code := s.ends(); code != 128+int(syscall.SIGHUP) {
		t.Errorf("exit code %d", code)
	}
	s = start(t, db)
	s.wait("Ada isian yang belum disimpan")
	s.press("\x03\x03")
	if code := s.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// TestDoorOpens opens the door of the event that was made last, and checks somebody in.
func TestDoorOpens(t *testing.T) {
	db := filepath.Join(t.TempDir(), "hadir.db")
	run(t, db, "event", "add", "--title", "Uji Pintu")
	run(t, db, "walkin", "latest", "--name", "Contoh Satu")
	s := start(t, db, "door")
	s.wait("Uji Pintu")
	s.wait("Contoh Satu")
	s.press("\x03\x03")
	if code := s.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

func run(t *testing.T, db string, args ...string) {
	t.Helper()
	if out, err := exec.Command("hadir", append([]string{"--db", db}, args...)...).CombinedOutput(); err != nil {
		t.Fatal(fmt.Errorf("%v: %w: %s", args, err, out))
	}
}

package main

import (
	"fmt"
	"strings"
	"sync"

	"github.com/charmbracelet/x/vt"
)

// stream is the terminal's end of the program: everything that is written to it is taken apart into sequences, and drawn by an emulator.
type stream struct {
	mu     sync.Mutex
	term   *vt.Emulator
	known  map[string]bool // sequences of harmless text; nil: they are being learned
	spoken map[string]bool // those that came, but for colours and moves of the cursor
	rest   []byte          // the beginning of a sequence whose end has not come
	bytes  int
	writes chan struct{}            // something came; holds at most one
	tell   func(where, what string) // hears of what is foreign
}

func newStream(known map[string]bool, tell func(where, what string)) *stream {
	s := &stream{
		term: vt.NewEmulator(columns, lines), known: known, spoken: make(map[string]bool), writes: make(chan struct{}, 1), tell: tell,
	}
	s.term.SetCallbacks(vt.Callbacks{
		Title: func(title string) {
			if title != "Hadir" && title != "" {
				tell("terminal", fmt.Sprintf("a title %q", title))
			}
		},
		IconName:         func(name string) { tell("terminal", "an icon's name") },
		Bell:             func() { tell("terminal", "a bell") },
		WorkingDirectory: func(string) { tell("terminal", "a working directory") },
	})
	return s
}

// Write implements io.Writer.
func (s *stream) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bytes += len(b)
	s.take(append(s.rest, b...))
	_, err := s.term.Write(b)
	select {
	case s.writes <- struct{}{}:
	default:
	}
	return len(b), err
}

// take goes through what came. A sequence that is not whole yet waits for the next write.
func (s *stream) take(b []byte) {
	text := 0
	for at := 0; at < len(b); {
		c := b[at]
		if c >= ' ' && c != 0x7F || c == '\r' || c == '\n' || c == '\b' || c == '\t' {
			at++
			continue
		}
		s.text(string(b[text:at]))
		n := 1
		if c == 0x1B {
			if n = length(b[at:]); n == 0 {
				s.rest = append([]byte(nil), b[at:]...)
				return
			}
		}
		s.sequence(string(b[at : at+n]))
		at += n
		text = at
	}
	end := len(b) - ansiTail(b)
	s.text(string(b[min(text, end):end]))
	s.rest = append([]byte(nil), b[end:]...)
}

// ansiTail is how many bytes at the end begin a character that is not whole yet.
func ansiTail(b []byte) int {
	for n := 1; n <= min(3, len(b)); n++ {
		switch c := b[len(b)-n]; {
		case c >= 0xF0 && n < 4, c >= 0xE0 && n < 3, c >= 0xC0 && n < 2:
			return n
		case c < 0x80 || c >= 0xC0:
			return 0
		}
	}
	return 0
}

// length is that of the sequence that b begins with; zero: its end has not come.
func length(b []byte) int {
	if len(b) < 2 {
		return 0
	}
	switch b[1] {
	case '[':
		for i := 2; i < len(b); i++ {
			if b[i] >= 0x40 && b[i] <= 0x7E {
				return i + 1
			}
		}
		return 0
	case ']', 'P', '_', '^', 'X':
		for i := 2; i < len(b); i++ {
			if b[i] == 0x07 {
				return i + 1
			}
			if b[i] == 0x1B && i+1 < len(b) {
				return i + 2
			}
		}
		return 0
	case '(', ')', '#', ' ':
		if len(b) < 3 {
			return 0
		}
		return 3
	}
	return 2
}

// sequence takes note of one that is neither a colour nor a move of the cursor.
func (s *stream) sequence(q string) {
	if strings.HasPrefix(q, "\x1b[") && len(q) > 2 && strings.IndexByte("mABCDEFGHIJKXPLMSTZ@`abdefr", q[len(q)-1]) >= 0 &&
		strings.Trim(q[2:len(q)-1], "0123456789;:") == "" {
		return
	}
	switch q {
	case "\x1b[?7l", "\x1b[?7h":
		// The renderer writes a whole line without wrapping, when it is in the last column.
		return
	case "\x1bM":
		// The renderer goes up a line, or scrolls by one (ultraviolet's ReverseIndex). No frame that it is given has an escape in it:
		// those are read before.
		return
	}
	s.spoken[q] = true
	if s.known != nil && !s.known[q] {
		s.tell("terminal", fmt.Sprintf("a sequence %.24q", q))
	}
}

// text takes what is printed between sequences. The renderer sends a letter and its marks as it got them.
func (s *stream) text(t string) {
	t = strings.Map(func(r rune) rune {
		if r == '\r' || r == '\b' || r == '\t' {
			return '\n'
		}
		return r
	}, t)
	if what := foreign(t, false); what != "" {
		s.tell("terminal", what)
	}
}

package kit

import (
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
)

// scanPrefix begins every code of ours, so that a scanner is told from a person by what it types, not by how fast: on a slow
// laptop a person can be faster than the scanner's cable.
const scanPrefix = "~"

// Scan stands before a field and picks out what a keyboard-wedge scanner types: the prefix, a code, and CR, LF, CRLF or
// Tab. Everything else passes, and what turns out not to be a code is given back.
type Scan struct {
	Alphabet string // the characters of a code, capitals; a scanner with CapsLock on is understood too
	Longest  int    // most characters of a code

	held string // the prefix and what followed it, as typed; "" while no code is being read
	cr   bool   // a code has just ended in CR: an LF after it belongs to it
}

// Read is what became of a key.
type Read struct {
	Code     string // a whole code, without the prefix, in capitals; "" when the key completed none
	Back     string // text that was held and is no code: it goes into the field, before the key itself
	Consumed bool   // the key is dealt with and goes no further
}

// Held is what has been typed of a code that is not complete, for the field to show.
func (s *Scan) Held() string { return s.held }

// Feed takes a key before the field sees it. A paste is no key: it goes straight to the field.
func (s *Scan) Feed(key tea.KeyPressMsg) Read {
	cr := s.cr
	s.cr = false
	name := key.String()
	switch {
	case cr && name == "ctrl+j":
		return Read{Consumed: true}
	case s.held == "" && key.Text == scanPrefix:
		s.held = scanPrefix
		return Read{Consumed: true}
	case s.held == "":
		return Read{}
	case s.within(key.Text):
		s.held += key.Text
		return Read{Consumed: true}
	case (name == "enter" || name == "ctrl+j" || name == "tab") && s.held != scanPrefix:
		code := strings.ToUpper(strings.TrimPrefix(s.held, scanPrefix))
		s.held, s.cr = "", name == "enter"
		return Read{Code: code, Consumed: true}
	}
	// Esc only ends the reading; a person who meant to leave the screen presses it again.
	back := Read{Back: s.held, Consumed: name == "esc"}
	s.held = ""
	if key.Text == scanPrefix {
		s.held, back.Consumed = scanPrefix, true
	}
	return back
}

// within reports whether typed text continues the code.
func (s *Scan) within(typed string) bool {
	if typed == "" || len(s.held)-len(scanPrefix)+len(typed) > s.Longest {
		return false
	}
	return strings.IndexFunc(typed, func(r rune) bool { return !strings.ContainsRune(s.Alphabet, unicode.ToUpper(r)) }) < 0
}

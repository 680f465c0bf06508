package text

import (
	"strings"
	"unicode/utf8"
)

// MarkLimit is how many combining marks may stand on one letter; more only smear over the lines above and below. Burmese,
// the neediest script in use, takes four.
const MarkLimit = 4

// base is what the marks and joiners that follow have to hold on to.
type base uint8

const (
	nothing base = iota // the start, a space, a line break
	letter              // anything visible
	script              // a letter that may be joined to the next
	emoji               // a picture that may be joined to the next
)

// scrubber removes what must not be stored or shown. The fields are what its callers differ in.
type scrubber struct {
	lines bool // keep line breaks
	emoji bool // keep emoji joiners and selectors
	shown bool // show controls as inert signs and leave escape sequences readable, instead of removing both

	out   strings.Builder
	base  base
	marks int
	notes Notes
}

// scrub returns s without what the scrubber removes, and says what that was. One pass: nothing that it lets through can
// form a control or an escape sequence with its new neighbours, since every ESC and C1 character goes.
func (w scrubber) scrub(s string) (string, Notes) {
	w.out.Grow(len(s))
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			// A run of broken bytes is one gap, whatever its length.
			w.notes |= Invalid
			n = invalidRun(s[i:])
			w.put(utf8.RuneError, letter)
			i += n
			continue
		}
		if !w.shown && (r == esc || r >= 0x80 && r < 0xA0) {
			if k := sequence(s[i:]); k > 0 {
				w.notes |= Escape
				i += k
				continue
			}
		}
		w.take(r, s[i+n:])
		i += n
		if r == '\r' && strings.HasPrefix(s[i:], "\n") {
			i++
		}
	}
	return w.out.String(), w.notes
}

// take decides about one character; rest is what follows it.
func (w *scrubber) take(r rune, rest string) {
	switch c := classOf(r); c {
	case plain:
		w.put(r, baseOf(r))
	case space, blank:
		w.put(' ', nothing)
	case tab, newline:
		w.breaks(c)
	case mark:
		w.addMark(r, w.base != nothing)
	case selector:
		keycap := w.base == letter && w.marks == 0 && strings.HasPrefix(rest, "\u20e3")
		w.addMark(r, w.emoji && (w.base == emoji || keycap))
	case joiner:
		w.join(r, rest)
	case control:
		w.neutralise(r)
	case nonchar:
		w.notes |= Invalid
		w.put(utf8.RuneError, letter)
	case bidi:
		w.notes |= Bidi
	case hidden:
		w.notes |= Hidden
	}
}

// put writes one visible character, which the next marks belong to.
func (w *scrubber) put(r rune, b base) {
	w.out.WriteRune(r)
	w.base, w.marks = b, 0
}

// breaks writes a tab or line break as this scrubber keeps them.
func (w *scrubber) breaks(c class) {
	switch {
	case w.lines && c == newline:
		w.put('\n', nothing)
	case w.lines:
		w.out.WriteString("    ")
		w.base = nothing
	default:
		w.notes |= LineBreak
		w.put(' ', nothing)
	}
}

// addMark keeps a mark that has a base, up to the limit. A mark with nothing under it would sit on whatever the screen
// shows to its left, outside this text.
func (w *scrubber) addMark(r rune, held bool) {
	switch {
	case !held && classOf(r) == selector:
		w.notes |= Hidden
	case !held || w.marks >= MarkLimit:
		w.notes |= Marks
	default:
		w.out.WriteRune(r)
		w.marks++
	}
}

// join keeps a joiner only between two characters that it changes.
func (w *scrubber) join(r rune, rest string) {
	next, _ := utf8.DecodeRuneInString(rest)
	if w.base == script && shaped(next) || w.emoji && w.base == emoji && r == 0x200D && picture(next) {
		w.out.WriteRune(r)
		return
	}
	w.notes |= Hidden
}

// neutralise drops a control character, or shows its sign from the Control Pictures block; C1 characters have none.
func (w *scrubber) neutralise(r rune) {
	if r == esc {
		w.notes |= Escape
	} else {
		w.notes |= Control
	}
	switch {
	case !w.shown:
	case r < ' ':
		w.put(0x2400+r, letter)
	case r == 0x7f:
		w.put(0x2421, letter)
	default:
		w.put(utf8.RuneError, letter)
	}
}

// baseOf says what marks and joiners after r can do.
func baseOf(r rune) base {
	switch {
	case r < 0x80:
		return letter
	case shaped(r):
		return script
	case picture(r):
		return emoji
	}
	return letter
}

// invalidRun returns how many bytes at the start of s are not UTF-8.
func invalidRun(s string) int {
	for i := range s {
		if i > 0 {
			if r, n := utf8.DecodeRuneInString(s[i:]); r != utf8.RuneError || n != 1 {
				return i
			}
		}
	}
	return len(s)
}

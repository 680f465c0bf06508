package kit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hadir/model/text"
)

// line is one line of text being edited. The caret is a byte offset that always stands between two letters as a person
// sees them: an accent typed after its letter is deleted together with it, never left behind.
//
// The stock inputs move by code point and place the real cursor by counting code points, which puts it wrong behind a
// wide letter and behind the edge of a scrolled field; hence this one.
type line struct {
	text string
	at   int
}

// insert puts text at the caret. What is not plain is cleaned together with the letter before it: an accent that arrives
// by itself belongs there, and only there can a heap of accents be told from one.
func (l *line) insert(s string) {
	from := l.at
	if !ascii(s) {
		from = l.prev()
		s = text.Safe(l.text[from:l.at] + s)
	}
	l.text = l.text[:from] + s + l.text[l.at:]
	l.at = from + len(s)
	if !ascii(s) {
		// The new letter may have joined the one after it; the caret then goes behind both.
		l.at = snap(l.text, l.at)
	}
}

// cut takes out the text from one offset to another and leaves the caret there.
func (l *line) cut(from, to int) {
	l.text = l.text[:from] + l.text[to:]
	l.at = snap(l.text, from)
}

// press does what an editing key does; false when the key is none or has nothing to do here, as Left at the start.
func (l *line) press(key string) bool {
	before := *l
	switch key {
	case "left":
		l.at = before.prev()
	case "right":
		l.at = before.next()
	case "ctrl+left", "alt+left":
		l.at = before.wordStart()
	case "ctrl+right", "alt+right":
		l.at = before.wordEnd()
	case "home":
		l.at = 0
	case "end":
		l.at = len(l.text)
	case "backspace", "ctrl+h", "shift+backspace":
		l.cut(before.prev(), l.at)
	case "delete":
		l.cut(l.at, before.next())
	case "ctrl+w", "ctrl+backspace", "alt+backspace":
		l.cut(before.wordStart(), l.at)
	case "ctrl+delete":
		l.cut(l.at, before.wordEnd())
	case "ctrl+u":
		l.cut(0, l.at)
	case "ctrl+k":
		l.cut(l.at, len(l.text))
	}
	return *l != before
}

// next is the offset behind the letter at the caret.
func (l line) next() int {
	if l.at >= len(l.text) {
		return len(l.text)
	}
	size, _ := cluster(l.text[l.at:])
	return l.at + size
}

// prev is the offset of the letter before the caret.
func (l line) prev() int {
	at, next := anchor(l.text, l.at-1), 0
	for ; at < l.at; at = next {
		size, _ := cluster(l.text[at:])
		if next = at + size; next >= l.at {
			return at
		}
	}
	return max(0, at)
}

// wordStart is where the word before the caret begins, spaces skipped.
func (l line) wordStart() int {
	head := strings.TrimRightFunc(l.text[:l.at], unicode.IsSpace)
	cut := strings.LastIndexFunc(head, unicode.IsSpace)
	if cut < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(head[cut:])
	return cut + size
}

// wordEnd is where the word after the caret ends, spaces skipped.
func (l line) wordEnd() int {
	rest := strings.TrimLeftFunc(l.text[l.at:], unicode.IsSpace)
	end := strings.IndexFunc(rest, unicode.IsSpace)
	if end < 0 {
		return len(l.text)
	}
	return len(l.text) - len(rest) + end
}

// snap moves an offset forward to the nearest one between two letters.
func snap(s string, at int) int {
	for i := anchor(s, at-1); i < len(s); {
		if i >= at {
			return i
		}
		size, _ := cluster(s[i:])
		i += size
	}
	return len(s)
}

// anchor finds an offset at or before at where a letter certainly begins: between two ASCII characters. Letters can only
// be told by reading forward, and reading from the start of a long paste at each key would be felt. Within a kilobyte
// without ASCII a code point has to do: letters read from there fall into step long before the caret.
func anchor(s string, at int) int {
	i := min(at, len(s)-1)
	for far := i - 1024; i > 0; i-- {
		if s[i] < utf8.RuneSelf && s[i-1] < utf8.RuneSelf || i < far && utf8.RuneStart(s[i]) {
			return i
		}
	}
	return 0
}

// back gives the earliest offset from which to is at most w cells away, at the start of a letter.
func back(s string, to, w int) int {
	l := line{s, to}
	for l.at > 0 {
		from := l.prev()
		if w -= Width(s[from:l.at]); w < 0 {
			break
		}
		l.at = from
	}
	return l.at
}

// reach gives the offset of the letter that covers cell x of s, or its end.
func reach(s string, x int) int {
	at := 0
	for at < len(s) {
		size, cells := cluster(s[at:])
		if x -= cells; x < 0 {
			break
		}
		at += size
	}
	return at
}

// letters counts what a person sees as letters.
func letters(s string) int {
	n := 0
	for at := 0; at < len(s); n++ {
		size, _ := cluster(s[at:])
		at += size
	}
	return n
}

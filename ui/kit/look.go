package kit

import (
	"strings"
	"unicode/utf8"

	"hadir/model/text"
	"hadir/ui/lang"
	"hadir/ui/theme"
)

// Look is what a widget needs in order to show itself: the styles and the sentences. All widgets of one program (of one
// desk, when there are more) share both.
type Look struct {
	*theme.Styles
	*lang.Lang
}

// Cut gives s on one line of at most w cells, safe to draw; what was cut ends in the ellipsis. What it costs depends on w:
// a cell of a megabyte in an imported file is looked at only as far as it can be seen.
func (l Look) Cut(s string, w int) string {
	if w <= 0 {
		return ""
	}
	if len(s) <= w && ascii(s) {
		return s
	}
	s, clipped := clip(s, 64+32*w)
	s = text.Safe(s)
	if !clipped && reach(s, w) == len(s) {
		return s
	}
	tail := l.Ellipsis
	if Width(tail) > w {
		tail = ""
	}
	return s[:reach(s, w-Width(tail))] + tail
}

// clip gives at most n bytes of s, whole code points, and whether there was more.
func clip(s string, n int) (string, bool) {
	if len(s) <= n {
		return s, false
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n], true
}

// Cell gives s cut or padded to exactly w cells.
func (l Look) Cell(s string, w int) string {
	s = l.Cut(s, w)
	return s + spaces(w-Width(s))
}

// Wrap breaks a text into lines of at most w cells, between words where it can. A text has at least one line.
func (l Look) Wrap(s string, w int) []string {
	clean, _ := text.Block(s)
	var lines []string
	for _, part := range strings.Split(clean, "\n") {
		starts := breaks(part, max(1, w))
		for i := range starts {
			line := strings.TrimRight(drawn(part, starts, i), " ")
			lines = append(lines, line[:reach(line, max(1, w))])
		}
	}
	return lines
}

package kit

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Width is the number of cells that s takes on a terminal; escape sequences take none.
func Width(s string) int {
	if ascii(s) {
		return len(s)
	}
	return ansi.StringWidth(s)
}

// ascii reports whether s is nothing but printable ASCII: a byte is a letter, a letter is a cell.
func ascii(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// Fit makes a drawing exactly h lines, none wider than w-1 cells. Styles survive the cutting. h <= 0 gives "".
func Fit(s string, w, h int) string {
	if h <= 0 {
		return ""
	}
	var b strings.Builder
	for i := range h {
		line, rest, _ := strings.Cut(s, "\n")
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(truncate(line, w-1, ""))
		s = rest
	}
	return b.String()
}

// Frame puts a heading above a body and a footer below it, in exactly h lines. The body takes what they leave, at least one
// line: on a window too low for all, the footer goes first, then the heading.
func Frame(w, h int, heading, footer string, body func(w, h int) string) string {
	if h <= 0 {
		return ""
	}
	above := min(height(heading), h-1)
	below := min(height(footer), h-1-above)
	parts := make([]string, 0, 3)
	if above > 0 {
		parts = append(parts, Fit(heading, w, above))
	}
	parts = append(parts, Fit(body(w, h-above-below), w, h-above-below))
	if below > 0 {
		parts = append(parts, Fit(footer, w, below))
	}
	return strings.Join(parts, "\n")
}

// height counts the lines of a drawing; "" is no line.
func height(s string) int {
	if s == "" {
		return 0
	}
	return strings.Count(s, "\n") + 1
}

// Shift moves a mouse message into a part of the screen whose top left stands at x, y. Every other message passes as it
// is, so a screen can shift whatever it hands on.
func Shift(msg tea.Msg, x, y int) tea.Msg {
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		m.X, m.Y = m.X-x, m.Y-y
		return m
	case tea.MouseWheelMsg:
		m.X, m.Y = m.X-x, m.Y-y
		return m
	}
	return msg
}

// truncate cuts a drawing to w cells, ending in tail when something was cut and the tail has room.
func truncate(s string, w int, tail string) string {
	switch {
	case w <= 0:
		return ""
	case len(s) <= w && ascii(s):
		return s
	case Width(tail) > w:
		tail = ""
	}
	return ansi.Truncate(s, w, tail)
}

// spaces gives n spaces, none for n <= 0.
func spaces(n int) string { return strings.Repeat(" ", max(0, n)) }

// cluster measures the first letter of s as a person sees it: its bytes and its cells. s is not empty and clean.
func cluster(s string) (size, width int) {
	if s[0] < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		return 1, 1
	}
	first, width := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	return len(first), width
}

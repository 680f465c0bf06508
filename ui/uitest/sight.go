package uitest

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Screen is the window as text: its lines without colours, without spaces at their ends.
func (d *Desk) Screen() string {
	d.Helper()
	lines := strings.Split(ansi.Strip(d.root.View().Content), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

// Cursor is the cell of the real cursor; false when it is hidden.
func (d *Desk) Cursor() (x, y int, ok bool) {
	if c := d.root.View().Cursor; c != nil {
		return c.X, c.Y, true
	}
	return 0, 0, false
}

// flat is the window's text as it reads: a sentence that is broken over two lines is one sentence.
func (d *Desk) flat() string { return strings.Join(strings.Fields(d.Screen()), " ") }

// Sees fails the test unless all these words are on the screen, spaces and line ends aside.
func (d *Desk) Sees(words ...string) {
	d.Helper()
	seen := d.flat()
	for _, w := range words {
		if !strings.Contains(seen, strings.Join(strings.Fields(w), " ")) {
			d.Fatalf("not on the screen: %q\n%s", w, d.Screen())
		}
	}
}

// Misses fails the test if any of these words is on the screen.
func (d *Desk) Misses(words ...string) {
	d.Helper()
	seen := d.flat()
	for _, w := range words {
		if strings.Contains(seen, strings.Join(strings.Fields(w), " ")) {
			d.Fatalf("on the screen: %q\n%s", w, d.Screen())
		}
	}
}

// Line is the first line of the screen that holds these words; the test fails when there is none.
func (d *Desk) Line(words string) string {
	d.Helper()
	for line := range strings.Lines(d.Screen()) {
		if strings.Contains(line, words) {
			return strings.TrimRight(line, "\n")
		}
	}
	d.Fatalf("no line with %q\n%s", words, d.Screen())
	return ""
}

// Sweep draws what is in front at many sizes, from one cell to a projector's, and fails the test unless every drawing has
// exactly the height of the window and leaves its last column empty. The window is as before afterwards.
func (d *Desk) Sweep() {
	d.Helper()
	w, h := d.w, d.h
	for _, size := range sizes() {
		d.update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		lines := strings.Split(d.root.View().Content, "\n")
		if len(lines) != size[1] {
			d.Fatalf("%dx%d: %d lines\n%s", size[0], size[1], len(lines), d.Screen())
		}
		for i, line := range lines {
			if ansi.StringWidth(line) > size[0]-1 {
				d.Fatalf("%dx%d: line %d is %d cells wide: %q", size[0], size[1], i, ansi.StringWidth(line), line)
			}
		}
	}
	d.Resize(w, h)
}

// sizes are all small windows, where layouts break, and fewer of the large ones.
func sizes() (all [][2]int) {
	for w := 1; w <= 200; w += 1 + w/12 {
		for h := 1; h <= 60; h += 1 + h/8 {
			all = append(all, [2]int{w, h})
		}
	}
	return append(all, [2]int{40, 10}, [2]int{80, 24}, [2]int{120, 40}, [2]int{200, 60})
}

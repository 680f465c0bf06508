package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/screen"
)

const (
	headingHeight = 1
	footerHeight  = 1
	toastHeight   = 3 // at the most, in a window of usual height; a longer sentence is cut
	toastLow      = 2 // and in a low one
	lowWindow     = 12
	titleLeast    = 12 // cells that the title keeps beside what stands at its right

	windowTitle = "Hadir" // others see it, also where the window itself is covered
)

// View draws the heading, the body of the screen on top, the last sentence and the keys, and puts the real cursor where the
// typing is.
func (r *Root) View() tea.View {
	if r.lock != nil {
		return r.lockView()
	}
	said := r.said()
	high := max(0, r.h-headingHeight-footerHeight-lines(said))
	var body string
	if r.over != nil {
		body = r.over.View(r.w, high)
	} else {
		body = r.top().View(r.w, high)
	}
	parts := []string{kit.Fit(r.heading(), r.w, headingHeight), kit.Fit(body, r.w, high)}
	if said != "" {
		parts = append(parts, said)
	}
	parts = append(parts, kit.Fit(kit.Footer(r.env.Look, r.told(), r.w), r.w, footerHeight))
	v := tea.NewView(clip(strings.Join(parts, "\n"), r.h))
	v.AltScreen, v.MouseMode = true, tea.MouseModeCellMotion
	v.WindowTitle = windowTitle
	v.Cursor = r.cursor(high)
	return v
}

// heading is the name of the program, what is in front, whether it is sample data, and the time. In a narrow window the time
// goes first, then the title; that it is sample data is said wherever it can be read.
func (r *Root) heading() string {
	right := r.env.Moment()
	if r.sample() {
		stamp := r.env.Say("root.sample")
		right = stamp + "  " + right
		if r.w-2-kit.Width(right) < titleLeast {
			right = stamp
		}
	}
	left := " " + text.Safe(r.top().Title())
	room := r.w - 2 - kit.Width(right)
	if room < titleLeast && !r.sample() || room < 1 {
		return r.env.Title.Render(r.env.Cut(left, r.w-1))
	}
	return r.env.Title.Render(r.env.Cell(left, room)) + " " + r.env.Muted.Render(right)
}

// sample reports whether what is in front is sample data. A form that cannot tell is about the same event as the screen that
// it was opened from.
func (r *Root) sample() bool {
	for _, s := range slices.Backward(r.stack) {
		if s, ok := s.(screen.Sampled); ok {
			return s.Sample()
		}
	}
	return false
}

// said is the last sentence, on as many lines as it needs, if the window has room for it. It would be taken for a part of
// help or palette, and waits until they are closed; but what went wrong is always told, as whole as half a window allows.
func (r *Root) said() string {
	failed := r.toast.Kind() == kit.Bad
	if r.toast.Text() == "" || r.holds != nil && !r.holds() || r.over != nil && !failed {
		return ""
	}
	allowed := toastHeight
	if r.h < lowWindow {
		allowed = toastLow
	}
	if failed {
		allowed = max(allowed, r.h/2)
	}
	need := min(allowed, len(r.env.Wrap(r.toast.Text(), max(1, r.w-3))))
	return r.toast.View(r.w, need)
}

// told are the keys that the footer tells.
func (r *Root) told() kit.Bindings {
	if r.over != nil {
		return kit.Bindings{{Keys: []string{"esc"}, Label: "root.close"}}
	}
	return r.commands(append(r.top().Keys(), r.keys()...), r.top())
}

// cursor is where the typing is; nil hides it.
func (r *Root) cursor(high int) *tea.Cursor {
	at := func() (int, int, bool) { return 0, 0, false }
	if r.over != nil {
		at = r.over.Cursor
	} else if c, ok := r.top().(screen.Cursored); ok {
		at = c.Cursor
	}
	x, y, ok := at()
	if !ok || x < 0 || x >= r.w || y < 0 || y >= high {
		return nil
	}
	return tea.NewCursor(x, y+headingHeight)
}

func lines(s string) int {
	if s == "" {
		return 0
	}
	return strings.Count(s, "\n") + 1
}

// clip keeps the first h lines: a window of one or two lines shows the heading.
func clip(s string, h int) string {
	parts := strings.SplitN(s, "\n", h+1)
	return strings.Join(parts[:min(h, len(parts))], "\n")
}

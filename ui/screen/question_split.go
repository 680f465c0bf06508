package screen

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/ui/kit"
)

const (
	splitWide = 100 // cells from which the memory stands beside the form
	splitLow  = 14  // lines below which it is there only when it has something to say
)

// split is where a form and the memory stood at the last View.
type split struct{ w, h int }

// view draws the form with the memory beside it, or below it where the window is narrow. between draws whole lines of at most
// w-1 cells that stand between the two; nil for none.
func (s *split) view(m *memory, form func(w, h int) string, between func(w int) string, w, h int) string {
	if m.reading() {
		return m.reader.View(w, h)
	}
	if w >= splitWide && h > 3 {
		s.w, s.h = w-2*w/5, h
		said := betweenLines(between, w-s.w)
		right := strings.Split(said+m.view(w-s.w, h-lineCount(said)), "\n")
		left := strings.Split(form(s.w, h), "\n")
		for i := range left {
			if i < len(right) {
				left[i] += strings.Repeat(" ", s.w-kit.Width(left[i])) + right[i]
			}
		}
		return kit.Fit(strings.Join(left, "\n"), w, h)
	}
	low := min(8, h/3)
	if h < splitLow {
		low = 0
		if len(m.hits) > 0 {
			low = min(3, h/3)
		}
	}
	said := betweenLines(between, w)
	s.w, s.h = w, h-low-lineCount(said)
	return kit.Fit(form(w, s.h)+"\n"+said+m.view(w, low), w, h)
}

// betweenLines is what stands between, if anything does.
func betweenLines(between func(w int) string, w int) string {
	if between == nil {
		return ""
	}
	return between(w)
}

// lineCount is how many whole lines a drawing has that ends each of its lines.
func lineCount(s string) int { return strings.Count(s, "\n") }

// shift passes on what is meant for the form: a click or a wheel beside it is not.
func (s split) shift(msg tea.Msg) (tea.Msg, bool) {
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		return msg, m.X < s.w && m.Y < s.h
	case tea.MouseWheelMsg:
		return msg, m.X < s.w && m.Y < s.h
	}
	return msg, true
}

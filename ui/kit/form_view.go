package kit

import (
	"cmp"
	"strings"
)

// formStacked is the width below which labels stand above their fields instead of beside them.
const formStacked = 50

// areaRows is how many lines of an AreaField are shown when it does not say.
const areaRows = 5

// wrongHigh is how many lines may say what is wrong with a field.
const wrongHigh = 3

// askHigh is how many lines Esc's question may take: the form stays in sight above it.
const askHigh = 4

// View draws the form around its focused field, and below it the question that Esc has asked.
func (f *Form) View(w, h int) string {
	f.w = w
	if f.asking == nil {
		return f.fields(w, h)
	}
	f.askY = max(0, h-askHigh)
	question := f.asking.View(w, h-f.askY)
	if f.askY == 0 {
		return question
	}
	return f.fields(w, f.askY) + "\n" + question
}

// fields draws the part of the form around the focused field.
func (f *Form) fields(w, h int) string {
	beside := f.beside(w)
	var lines []string
	for i, s := range f.slots {
		s.top = len(lines)
		lines = append(lines, f.draw(s, i == f.at, beside, w)...)
		s.high = len(lines) - s.top
	}
	f.line = len(lines)
	lines = append(lines, f.button(w))
	top, high := f.line, 1
	if s := f.focused(); s != nil {
		top, high = s.top, s.high
	}
	// A field higher than the window shows its beginning, and its caret's line in any case.
	f.top = window(f.top, top, min(high, max(1, h)), len(lines), max(1, h))
	if _, y, ok := f.caret(); ok && (y < f.top || y >= f.top+h) {
		f.top = window(f.top, y, 1, len(lines), max(1, h))
	}
	return Fit(strings.Join(lines[f.top:], "\n"), w, h)
}

// beside is the width of the labels when they stand beside their fields; 0 when they stand above.
func (f *Form) beside(w int) int {
	if w < formStacked {
		return 0
	}
	wide := 0
	for _, s := range f.slots {
		wide = max(wide, Width(f.label(s)))
	}
	return min(wide, w/3)
}

func (f *Form) label(s *slot) string {
	if s.Required {
		return f.look.Say(s.Label) + " *"
	}
	return f.look.Say(s.Label)
}

// draw gives the lines of one field: label, control, what was understood, what is wrong.
func (f *Form) draw(s *slot, focused bool, beside, w int) []string {
	mark, label := f.look.NoMark, f.label(s)
	if focused {
		mark = f.look.Mark
	}
	var lines []string
	indent := len(mark) + beside + tableGap
	if beside == 0 {
		indent = len(mark)
		lines = append(lines, mark+f.look.Cut(label, w-1-indent))
	}
	s.x, s.y = indent, s.top+len(lines)
	for i, line := range f.control(s, focused, w-indent) {
		before := spaces(indent)
		if i == 0 && beside > 0 {
			before = mark + f.look.Cell(label, beside) + spaces(tableGap)
		}
		lines = append(lines, before+line)
	}
	for _, line := range f.below(s, w-1-indent) {
		lines = append(lines, spaces(indent)+line)
	}
	return lines
}

// control draws what the field is filled in with, and moves s.x to where it begins. The edges of a field are characters:
// where it can be typed must be seen without colours.
func (f *Form) control(s *slot, focused bool, w int) []string {
	switch c := s.control.(type) {
	case *Area:
		edge := f.look.Border.Render(f.look.Box.Down) + " "
		s.x += 2
		rows := s.Rows
		if rows == 0 {
			rows = areaRows
		}
		lines := strings.Split(c.View(w-2, rows), "\n")
		for i := range lines {
			lines[i] = edge + lines[i]
		}
		return lines
	case *Choice:
		return []string{c.View(w, 1)}
	case *Find:
		high := 1
		if focused {
			high = c.high()
		}
		return f.boxed(s, c.View(w-2, high), w)
	}
	return f.boxed(s, s.control.View(w-2, 1), w)
}

// boxed puts the first line of a control between the edges of a field.
func (f *Form) boxed(s *slot, view string, w int) []string {
	s.x++
	lines := strings.Split(view, "\n")
	for i, line := range lines {
		if i > 0 {
			lines[i] = " " + line
			continue
		}
		lines[0] = f.look.FieldBefore + line + spaces(w-3-Width(line)) + f.look.FieldAfter
	}
	return lines
}

// below gives what is said under a field.
func (f *Form) below(s *slot, w int) []string {
	var lines []string
	if s.Echo != nil && s.typed() != "" {
		if echo, wrong := s.Echo(s.typed()); wrong.None() && echo != "" {
			lines = append(lines, f.look.Muted.Render(f.look.Cut("= "+echo, w)))
		}
	}
	if !s.wrong.None() {
		lines = append(lines, strings.Split(f.look.sentence(Bad, f.look.Tell(s.wrong), w, wrongHigh), "\n")...)
	}
	return lines
}

// button is the last line: the button, its key, and how saving stands.
func (f *Form) button(w int) string {
	words := f.look.FieldBefore + " " + f.look.Say(cmp.Or(f.Button, "kit.save")) + " " + f.look.FieldAfter
	mark := f.look.NoMark
	if f.at == len(f.slots) {
		mark, words = f.look.Mark, f.look.Selected.Render(words)
	}
	line := mark + words + spaces(tableGap) + f.look.Accent.Render(f.look.KeyName("ctrl+s"))
	if said := f.look.Tell(f.said); said != "" {
		kind, style := f.look.kind(f.kind)
		line += spaces(tableGap) + style.Render(f.look.Cut(kind+said, w-1-Width(line)-tableGap))
	}
	return line
}

// caret is the focused control's cursor within the form's lines.
func (f *Form) caret() (x, y int, ok bool) {
	s := f.focused()
	if s == nil {
		return 0, f.line, true
	}
	x, y, ok = s.control.Cursor()
	return x + s.x, y + s.y, ok
}

// Cursor is in the focused field, on the button, or on the answer to what Esc has asked.
func (f *Form) Cursor() (x, y int, ok bool) {
	if f.asking != nil {
		x, y, ok = f.asking.Cursor()
		return x, y + f.askY, ok
	}
	x, y, ok = f.caret()
	return max(0, min(x, f.w-1)), y - f.top, ok
}

package kit

import (
	"strings"

	"hadir/ui/lang"
)

// Keys is a part of the help page: a heading and the bindings under it.
type Keys struct {
	Title    lang.Key
	About    []string // sentences before the keys, wrapped and styled already
	Bindings Bindings
}

// NewHelp makes the page that tells every binding of these parts, hidden ones too, and why one cannot be used now.
func NewHelp(look Look, parts ...Keys) *Page {
	wide := 0
	for _, part := range parts {
		for _, b := range part.Bindings {
			wide = max(wide, Width(look.keys(b)))
		}
	}
	var lines []string
	for i, part := range parts {
		if i > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, look.Title.Render(look.Say(part.Title)))
		lines = append(lines, part.About...)
		for _, b := range part.Bindings {
			lines = append(lines, look.helpLine(b, wide))
		}
	}
	return NewPage(look, lines)
}

func (l Look) helpLine(b Binding, wide int) string {
	var line strings.Builder
	line.WriteString(spaces(tableGap) + l.Accent.Render(l.Cell(l.keys(b), wide)) + spaces(tableGap) + l.Say(b.Label))
	if why, off := b.off(); off {
		line.WriteString(l.Muted.Render(" (" + l.Say("kit.not-now", "why", l.Cut(l.Tell(why), sentenceLimit)) + ")"))
	}
	return line.String()
}

package kit

import "hadir/ui/lang"

// Keys is a part of the help page: a heading and the bindings under it.
type Keys struct {
	Title    lang.Key
	About    []string // sentences before the keys, wrapped and styled already
	Bindings Bindings
	Within   int // cells that a line may take: a longer reason goes on below its key; 0: any
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
			lines = append(lines, look.helpLines(b, wide, part.Within)...)
		}
	}
	return NewPage(look, lines)
}

// helpLines are one binding, and why it cannot be used now.
func (l Look) helpLines(b Binding, wide, within int) []string {
	line := spaces(tableGap) + l.Accent.Render(l.Cell(l.keys(b), wide)) + spaces(tableGap) + l.Say(b.Label)
	why, off := b.off()
	if !off {
		return []string{line}
	}
	said := "(" + l.Say("kit.not-now", "why", l.Cut(l.Tell(why), sentenceLimit)) + ")"
	if within == 0 || Width(line)+1+Width(said) <= within {
		return []string{line + l.Muted.Render(" "+said)}
	}
	lines, indent := []string{line}, min(wide+2*tableGap, within/3)
	for _, part := range l.Wrap(said, max(1, within-indent)) {
		lines = append(lines, spaces(indent)+l.Muted.Render(part))
	}
	return lines
}

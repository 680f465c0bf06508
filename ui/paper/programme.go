package paper

import (
	"hadir/ui/lang"
)

// Programme is the susunan acara: what happens when, and who carries it.
func Programme(l *lang.Lang, f Facts) Paper {
	m := newMaker(l, f, "paper.file-programme", "paper.programme")
	m.letterhead()
	m.add(m.named(l.Say("paper.programme")), Fields{Rows: []Field{
		{l.Say("paper.day"), m.longDay()}, {l.Say("paper.hours"), m.hours()}, {l.Say("paper.venue"), m.venue()},
	}})
	t := Table{Name: l.Say("paper.programme"), Columns: []Column{
		{Head: l.Say("paper.no"), Width: 10, Align: Centre},
		{Head: l.Say("paper.hours"), Width: 36},
		{Head: l.Say("paper.item"), Width: 60},
		{Head: l.Say("paper.carrier"), Width: 64},
	}}
	for i, a := range f.agenda() {
		by := ""
		if r, ok := f.role(a.Role); ok {
			by = titled(r.FullName(), r.Post)
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{rowNumber(i + 1), {Text: m.between(a.Start, a.End)}, {Text: a.Title}, {Text: by}}})
	}
	if len(t.Rows) == 0 {
		t.Rows = []Row{{Cells: Cells("1", "", m.gap("agenda", "paper.programme"))}}
	}
	m.add(t, m.attendanceSigns())
	return m.p
}

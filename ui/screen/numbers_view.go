package screen

import (
	"strings"

	"hadir/model/date"
	"hadir/model/stats"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// figureWide is the cells of a figure's column; nameWideMost the most that a row's name gets.
const (
	figureWide   = 9
	nameWideMost = 30
	barLeast     = 10 // cells of a bar, below which columns of other figures give way
)

// View draws the totals, the heads, and a row each.
func (n *numbers) View(w, h int) string {
	n.list.Empty = lang.Of("numbers.none")
	if !n.known {
		n.list.Empty = lang.Of("numbers.reading")
	}
	var head []string
	if n.box != nil {
		label := n.env.Say("numbers.since")
		head = append(head, label+" "+n.box.View(max(1, w-1-kit.Width(label)), 1))
	}
	if n.known && h > 3 {
		for _, line := range n.env.Wrap(n.totals(), max(1, w-1)) {
			head = append(head, n.env.Title.Render(line))
		}
	}
	head = append(head, n.env.NoMark+n.env.Title.Render(n.heads(max(0, w-3))))
	n.top = max(0, min(len(head), h-1))
	return kit.Frame(w, h, strings.Join(head, "\n"), "", n.list.View)
}

// Cursor is in the day, or on the row.
func (n *numbers) Cursor() (x, y int, ok bool) {
	if n.box != nil {
		x, y, ok = n.box.Cursor()
		return x + kit.Width(n.env.Say("numbers.since")) + 1, y, ok
	}
	x, y, ok = n.list.Cursor()
	return x, y + n.top, ok
}

// totals are all figures in a sentence.
func (n *numbers) totals() string {
	t := n.report.Total
	s := n.env.Number
	return n.env.Say("numbers.total", "events", s(t.Events), "came", s(t.Came), "questions", s(t.Questions), "answered", s(t.Answered),
		"promised", s(t.Promised), "kept", s(t.Kept), "percent", percent(t.Kept, t.Promised), "late", s(t.Late))
}

// percent is a share, rounded; 0 of nothing.
func percent(part, all int) int {
	if all == 0 {
		return 0
	}
	return (100*part + all/2) / all
}

// shown are the columns that fit in w cells beside the name and a bar: always the one that is drawn.
func (n *numbers) shown(w int) (columns []int, name, bar int) {
	all := measures()
	name = min(nameWideMost, max(8, w/3))
	if n.by == stats.Month {
		name = 9
	}
	room := w - name - barLeast - 3
	for i := range all {
		// The one that is drawn has its place kept.
		left := room - len(columns)*figureWide
		if i == n.measure || left >= 2*figureWide || left >= figureWide && i > n.measure {
			columns = append(columns, i)
		}
	}
	return columns, name, max(0, w-name-len(columns)*figureWide-2)
}

// heads are the names of the columns; the one that is drawn is marked.
func (n *numbers) heads(w int) string {
	columns, name, _ := n.shown(w)
	var b strings.Builder
	b.WriteString(n.env.Cell(n.env.Say(lang.Key("numbers.head."+string(n.by))), name))
	for _, i := range columns {
		label := n.env.Cut(n.env.Say(measures()[i].label), figureWide-1)
		b.WriteString(strings.Repeat(" ", figureWide-kit.Width(label)) + label)
	}
	label := n.env.Say("numbers.drawn", "what", measures()[n.measure].label)
	return n.env.Cut(b.String()+"  "+label, w)
}

// row draws one row: name, exact figures, and a bar to the scale of the largest.
func (n *numbers) row(r stats.Row, w int) string {
	columns, name, bar := n.shown(w)
	var b strings.Builder
	b.WriteString(n.env.Cell(n.name(r), name))
	for _, i := range columns {
		s := n.env.Number(measures()[i].of(r))
		b.WriteString(strings.Repeat(" ", max(1, figureWide-len(s))) + s)
	}
	full := 0
	if value := measures()[n.measure].of(r); n.most > 0 && value > 0 {
		// Whatever is not nothing can be seen.
		full = max(1, value*bar/n.most)
	}
	return n.env.Cut(b.String()+"  ", w) + strings.Repeat(n.env.Box.Full, max(0, min(full, bar)))
}

// name is what a row is called.
func (n *numbers) name(r stats.Row) string {
	switch {
	case r.Name == "":
		return n.env.Say(lang.Key("numbers.without." + string(n.by)))
	case n.by == stats.Month:
		var m date.AsOf
		if m.UnmarshalText([]byte(r.Name)) != nil {
			return r.Name
		}
		return strings.TrimPrefix(date.Date{Year: m.Year, Month: m.Month, Day: 1}.Short(n.env.dates()), "1 ")
	}
	return r.Name
}

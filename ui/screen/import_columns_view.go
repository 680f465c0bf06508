package screen

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model/sheet"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

const (
	minColumn  = 5
	maxColumn  = 16
	lineColumn = 5 // the number of the row
	kindColumn = 7 // what the row is
	columnGap  = 2
	noteLines  = 4 // notes in sight; the others are a key away
)

// measure finds how wide each column would like to be.
func (m *columnMap) measure(p sheet.Preview) {
	m.wide = make([]int, len(p.Columns))
	for i, c := range p.Columns {
		m.wide[i] = max(minColumn, kit.Width(m.meaning(c.Field, c.Confidence)))
	}
	for _, item := range p.Items {
		if item.Kind == sheet.KindTitle {
			continue
		}
		for i, c := range item.Row.Cells[:min(len(item.Row.Cells), len(m.wide))] {
			m.wide[i] = max(m.wide[i], min(maxColumn, len(c.Text)))
		}
	}
	m.column = max(0, min(m.column, len(m.wide)-1))
}

// meaning is what a column is taken for, with a question mark where that is a mere guess.
func (m *columnMap) meaning(f sheet.Field, confidence float64) string {
	if f == sheet.FieldNone {
		return "-"
	}
	words := m.env.Say(fieldWords(f.String()))
	if confidence < 0.6 {
		words += "?"
	}
	return words
}

// inSight are the columns that fit in w cells, the one under the cursor among them.
func (m *columnMap) inSight(w int) (from, to int) {
	m.from = min(m.from, m.column)
	for {
		room := w
		for to = m.from; to < len(m.wide); to++ {
			if room -= m.wide[to] + columnGap; room < -columnGap && to > m.from {
				break
			}
		}
		if to > m.column || m.from >= m.column {
			return m.from, to
		}
		m.from++
	}
}

// line joins the cells of the columns in sight behind what stands before all of them.
func (m *columnMap) line(before string, w int, cell func(column int) string) string {
	var b strings.Builder
	b.WriteString(m.env.Cell(before, lineColumn+kindColumn))
	from, to := m.inSight(w - lineColumn - kindColumn - columnGap)
	for c := from; c < to; c++ {
		b.WriteString(strings.Repeat(" ", columnGap) + m.env.Cell(cell(c), m.wide[c]))
	}
	return m.env.Cut(strings.TrimRight(b.String(), " "), w)
}

// draw gives one row of the table.
func (m *columnMap) draw(item sheet.Item, w int) string {
	before := m.env.Cell(m.env.Number(item.Row.Line), lineColumn) + m.env.Tell(kindWords(item.Kind))
	if item.Kind == sheet.KindTitle {
		// A title says nothing in any column: it is read as one line.
		return m.env.Cut(m.env.Cell(before, lineColumn+kindColumn)+"  "+oneLine(item.Row), w)
	}
	return m.line(before, w, func(column int) string { return item.Row.Cell(column).Text })
}

// oneLine is what a row says, its empty cells left out.
func oneLine(r sheet.Row) string {
	var words []string
	for _, c := range r.Cells {
		if !sheet.Blank(c.Text) {
			words = append(words, headWords(c.Text))
		}
	}
	return strings.Join(words, "  ")
}

// kindWords says what a row is that is no guest.
func kindWords(k sheet.Kind) lang.Phrase {
	if k == sheet.KindData {
		return lang.Phrase{}
	}
	return lang.Of(lang.Key("import.kind." + strings.ReplaceAll(k.String(), " ", "-")))
}

// head draws the letters of the columns and what they mean. The one under the cursor stands in brackets.
func (m *columnMap) head(w int) string {
	letters := m.line(m.more(w-3), w-3, func(c int) string {
		if c == m.column {
			return m.env.FieldBefore + sheet.Letter(c) + m.env.FieldAfter
		}
		return sheet.Letter(c)
	})
	meanings := m.line("", w-3, func(c int) string {
		f := m.layout.FieldOf(c)
		return m.meaning(f, m.layout.Confidence[f])
	})
	return m.env.NoMark + m.env.Accent.Render(letters) + "\n" + m.env.NoMark + m.env.Title.Render(meanings)
}

// more says how many columns there are, when not all are in sight.
func (m *columnMap) more(w int) string {
	from, to := m.inSight(w - lineColumn - kindColumn - columnGap)
	if to-from >= len(m.wide) {
		return ""
	}
	return m.env.Say("kit.which", "n", sheet.Letter(from)+"-"+sheet.Letter(to-1), "total", sheet.Letter(len(m.wide)-1))
}

// notes are what was noticed, what should be looked at first.
func (m *columnMap) notes() []sheet.Note {
	all := slices.Concat(m.layout.Notes, m.book.Notes)
	slices.SortStableFunc(all, func(a, b sheet.Note) int {
		switch {
		case urgent(a) == urgent(b):
			return 0
		case urgent(a):
			return -1
		}
		return 1
	})
	return all
}

// foot draws the first notes below the rows.
func (m *columnMap) foot(w, h int) string {
	var lines []string
	notes := m.notes()
	for _, n := range notes {
		mark := m.env.NoMark
		if urgent(n) {
			mark = m.env.WarnMark
		}
		lines = append(lines, mark+m.env.Cut(m.env.Tell(Noticed(n)), w-1-len(mark)))
	}
	if most := min(noteLines, h); len(lines) > most {
		lines = append(lines[:most-1:most-1], m.env.Muted.Render(m.env.Cut(m.env.Say("import.more-notes", "n", len(notes)-most+1), w-1)))
	}
	return strings.Join(lines, "\n")
}

// readNotes opens all notes.
func (m *columnMap) readNotes() tea.Cmd {
	var lines []string
	for _, n := range m.notes() {
		lines = append(lines, m.env.Tell(Noticed(n)))
	}
	m.page = newProse(m.env.Look, lines)
	return nil
}

// View draws the header, the first rows under it, and what was noticed where there is room.
func (m *columnMap) View(w, h int) string {
	switch {
	case m.page != nil:
		return m.page.View(w, h)
	case m.ask != nil:
		return m.ask.View(w, h)
	}
	// The head is drawn first: it moves the columns so that the one under the cursor is in sight.
	head := m.head(w)
	m.above = min(2, max(0, h-1))
	foot := ""
	if h > 10 {
		foot = m.foot(w, h-8)
	}
	return kit.Frame(w, h, head, foot, m.rows.View)
}

// Cursor is in what is in front, else in the rows.
func (m *columnMap) Cursor() (x, y int, ok bool) {
	switch {
	case m.page != nil:
		return m.page.Cursor()
	case m.ask != nil:
		return m.ask.Cursor()
	}
	x, y, ok = m.rows.Cursor()
	return x, y + m.above, ok
}

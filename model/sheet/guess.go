package sheet

import "slices"

// Guess finds the header among a table's first rows and what its columns mean. Without a header, and for columns whose
// header says nothing, the cells below are asked. Guess always answers; how well is in Confidence and Notes.
func Guess(rows []Row) Layout {
	g := &guesser{
		lexicon: newLexicon(),
		layout:  Layout{Columns: map[Field]int{}, Confidence: map[Field]float64{}},
		below:   rows,
	}
	if at, ok := g.lexicon.findHeader(rows); ok {
		g.layout.HeaderFirst, g.layout.HeaderLast = rows[at.first].Line, rows[at.last].Line
		g.layout.Headers = headerTexts(rows, at)
		g.below = rows[at.last+1:]
		g.noteHeader(rows, at)
	} else if len(rows) > 0 {
		g.note(Note{Kind: NoteNoHeader, Count: 1})
	}
	g.columns = examine(g.below)
	g.byHeader()
	g.byContent()
	g.noteUnused()
	return g.layout
}

// guesser holds what one guess has at hand.
type guesser struct {
	lexicon *lexicon
	layout  Layout
	below   []Row      // the rows under the header
	columns []evidence // by column, of those rows
}

func (g *guesser) note(n Note) { g.layout.Notes = append(g.layout.Notes, n) }

// noteHeader says where the header is, and whether a row of column numbers follows it.
func (g *guesser) noteHeader(rows []Row, at span) {
	var lines []int
	for _, r := range rows[at.first : at.last+1] {
		lines = append(lines, r.Line)
	}
	g.note(Note{Kind: NoteHeader, Lines: lines, Count: len(lines)})
	if len(g.below) > 0 && numberingRow(g.below[0]) {
		g.note(Note{Kind: NoteNumberingRow, Lines: []int{g.below[0].Line}, Count: 1})
		g.below = g.below[1:]
	}
}

// evidence gives what a column's cells look like.
func (g *guesser) evidence(column int) evidence {
	if column >= len(g.columns) {
		return evidence{}
	}
	return g.columns[column]
}

// byHeader gives columns the fields that their headers name.
func (g *guesser) byHeader() {
	for column, text := range g.layout.Headers {
		h := g.lexicon.read(text)
		if h.confidence < 0.34 || h.field == FieldNone || h.field >= fieldCount {
			continue
		}
		if g.evidence(column).contradicts(h.field) {
			g.note(Note{Kind: NoteContent, Field: h.field, Column: column, Text: text, Count: 1})
			continue
		}
		g.claim(h, column)
	}
}

// claim gives a field to a column, or settles which of two columns has it: the better header, and of equals the first
// with content.
func (g *guesser) claim(h heading, column int) {
	// A word that is a holder's title is a name's header only if nothing better comes.
	if h.rank <= rankHolder {
		h.confidence /= 2
	}
	had, taken := g.layout.Columns[h.field]
	if !taken {
		g.assign(h.field, column, h.confidence)
		return
	}
	better := h.confidence > g.layout.Confidence[h.field]+0.15
	if g.has(column) != g.has(had) {
		better = g.has(column)
	}
	lost := column
	if better {
		g.assign(h.field, column, h.confidence)
		lost = had
	}
	g.note(Note{
		Kind: NoteDuplicate, Field: h.field, Column: g.layout.Columns[h.field], Other: lost, Text: g.layout.Headers[lost], Count: 1,
	})
}

func (g *guesser) assign(f Field, column int, confidence float64) {
	g.layout.Columns[f], g.layout.Confidence[f] = column, confidence
}

// has reports whether a column holds anything below the header, however far down. Rows that are longer than the header
// have slipped and prove nothing.
func (g *guesser) has(column int) bool {
	return slices.ContainsFunc(g.below, func(r Row) bool {
		return len(r.Cells) <= len(g.layout.Headers) && !Blank(r.Cell(column).Text)
	})
}

// byContent finds fields by the form of the cells, in columns without a header, and the name wherever it is missing.
func (g *guesser) byContent() {
	for column := range g.columns {
		if g.used(column) || g.headed(column) {
			continue
		}
		if f, share := g.columns[column].proven(); f != FieldNone {
			g.guessed(f, column, share*0.8)
		}
	}
	if len(g.layout.Headers) == 0 {
		g.byContentAlone()
	}
	if _, found := g.layout.Columns[FieldName]; !found {
		g.guessName()
	}
}

// byContentAlone finds what only makes sense without any header: the running number, posts and institutions.
func (g *guesser) byContentAlone() {
	for column, e := range g.columns {
		switch {
		case g.used(column):
		case e.share(FieldNo) >= minShare && e.rising*2 >= e.counts[FieldNo]:
			g.guessed(FieldNo, column, 0.7)
		case e.share(FieldPost) >= minShare:
			g.guessed(FieldPost, column, 0.6)
		case e.share(FieldInstitution) >= minShare:
			g.guessed(FieldInstitution, column, 0.6)
		}
	}
}

// guessName takes the first column of words that nothing else claims.
func (g *guesser) guessName() {
	for column, e := range g.columns {
		if !g.used(column) && !g.spoken(column) && e.share(FieldName) >= minShare {
			g.guessed(FieldName, column, 0.4)
			return
		}
	}
	if len(g.below) > 0 || len(g.layout.Headers) > 0 {
		g.note(Note{Kind: NoteNoName, Count: 1})
	}
}

// guessed gives a column to a field that has none yet, and says so.
func (g *guesser) guessed(f Field, column int, confidence float64) {
	if _, taken := g.layout.Columns[f]; taken {
		return
	}
	g.assign(f, column, max(0.3, confidence))
	g.note(Note{Kind: NoteGuessed, Field: f, Column: column, Text: g.header(column), Count: 1})
}

func (g *guesser) used(column int) bool { return g.layout.FieldOf(column) != FieldNone }

func (g *guesser) header(column int) string {
	if column >= len(g.layout.Headers) {
		return ""
	}
	return g.layout.Headers[column]
}

func (g *guesser) headed(column int) bool { return g.header(column) != "" }

// spoken reports whether a column's header names something else than a name, be it something that is not taken.
func (g *guesser) spoken(column int) bool {
	h := g.lexicon.read(g.header(column))
	return h.field != FieldNone && h.field != fieldTitle && h.field != FieldName && h.confidence > 0.5
}

// noteUnused names the columns that go to nobody, and the rows that run over the header's right edge.
func (g *guesser) noteUnused() {
	lost := map[int]bool{} // already told
	for _, n := range g.layout.Notes {
		switch n.Kind {
		case NoteDuplicate:
			lost[n.Other] = true
		case NoteContent:
			lost[n.Column] = true
		}
	}
	width := max(len(g.columns), len(g.layout.Headers))
	for column := range width {
		if column < len(g.layout.Headers) && g.headed(column) && !g.used(column) && !lost[column] {
			g.note(Note{Kind: NoteIgnored, Column: column, Text: g.header(column), Count: 1})
		}
	}
	if len(g.layout.Headers) == 0 {
		return
	}
	over := &Notebook{}
	for _, r := range g.below {
		if len(r.Cells) > len(g.layout.Headers) && !g.used(len(r.Cells)-1) {
			over.At(NoteOverflow, r.Line)
		}
	}
	g.layout.Notes = append(g.layout.Notes, over.Notes...)
}

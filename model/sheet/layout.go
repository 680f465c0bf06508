package sheet

import (
	"maps"
	"slices"
)

// Layout is how a table is to be read: where its header stands and which column means what. It is a guess until the
// officer has seen it; Pin corrects it.
type Layout struct {
	// HeaderFirst and HeaderLast are the Lines of the header's rows; both 0 when there is none.
	HeaderFirst, HeaderLast int
	// Headers are the texts of the header by column, several rows joined from top to bottom. Empty without a header.
	Headers []string
	// Columns gives the column of each field that was found, counted from 0.
	Columns map[Field]int
	// Confidence goes with Columns: 1 for a header that was understood word for word, down to 0.3 for a mere guess.
	Confidence map[Field]float64
	// Notes tell what was decided and could be otherwise.
	Notes []Note
}

// Cell returns what a row holds for a field; fields without a column are empty.
func (l Layout) Cell(r Row, f Field) Cell {
	column, ok := l.Columns[f]
	if !ok {
		return Cell{}
	}
	return r.Cell(column)
}

// FieldOf returns the field that a column is used for, FieldNone for most.
func (l Layout) FieldOf(column int) Field {
	for f, c := range l.Columns {
		if c == column {
			return f
		}
	}
	return FieldNone
}

// clone copies a layout so that a correction leaves the guess as it was.
func (l Layout) clone() Layout {
	l.Columns, l.Confidence = maps.Clone(l.Columns), maps.Clone(l.Confidence)
	l.Notes = slices.Clone(l.Notes)
	return l
}

package sheet

import (
	"maps"
	"slices"
)

// Layout is how a table is to be read: where its header stands and which column means what. It is a guess until the
// officer has seen it; Pin, Means, HeadedAt and Headless give corrected copies.
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

// Means gives a copy of the layout in which a column, counted from 0, has that meaning; another column that had it is not used
// any more. FieldNone takes the column's meaning away.
func (l Layout) Means(column int, f Field) Layout {
	out := l.clone()
	out.drop(out.FieldOf(column))
	if f != FieldNone {
		out.Columns[f], out.Confidence[f] = column, 1
	}
	return out
}

// HeadedAt gives a copy of the layout with its header in the row on that line. Where the row reads like one, the columns of the
// rows are guessed anew; otherwise they mean what they meant. Without such a row nothing changes.
func (l Layout) HeadedAt(rows []Row, line int) Layout {
	at, ok := slices.BinarySearchFunc(rows, line, func(r Row, line int) int { return r.Line - line })
	if !ok {
		return l
	}
	if guess := Guess(rows[at:]); guess.HeaderFirst == line {
		return guess
	}
	out := l.clone()
	out.HeaderFirst, out.HeaderLast, out.Headers = line, line, nil
	for _, c := range rows[at].Cells {
		out.Headers = append(out.Headers, oneLine(c.Text))
	}
	out.Notes = []Note{{Kind: NoteHeader, Lines: []int{line}, Count: 1}}
	return out
}

// Headless gives a copy of the layout for a table without a header; its columns mean what they meant.
func (l Layout) Headless() Layout {
	out := l.clone()
	out.HeaderFirst, out.HeaderLast, out.Headers = 0, 0, nil
	out.Notes = []Note{{Kind: NoteNoHeader, Count: 1}}
	return out
}

// clone copies a layout so that a correction leaves the guess as it was.
func (l Layout) clone() Layout {
	l.Columns, l.Confidence = maps.Clone(l.Columns), maps.Clone(l.Confidence)
	l.Notes = slices.Clone(l.Notes)
	return l
}

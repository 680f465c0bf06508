package exchange

import (
	"bytes"

	"hadir/model/sheet"
)

// cellHead is what a <c> says of itself.
type cellHead struct {
	column int
	style  int
	kind   byte // n number, s shared, i inline, str formula's text, b boolean, e error, d date
}

// head reads a cell's attributes. A cell without a place stands after the one before it.
func (r *sheetReader) head(t tag) cellHead {
	h := cellHead{column: len(r.cells), kind: 'n'}
	for rest := t.attrs; ; {
		var key, value []byte
		if key, value, rest = attribute(rest); len(key) == 0 {
			return h
		}
		switch string(key) {
		case "r":
			if column, _ := sheet.ColumnOf(value); column >= 0 {
				h.column = column
			}
		case "s":
			h.style = sheet.Natural(value)
		case "t":
			h.kind = cellKind(value)
		}
	}
}

// cellKind shortens a cell's type to one letter.
func cellKind(t []byte) byte {
	switch string(t) {
	case "str":
		return 't'
	case "inlineStr":
		return 'i'
	case "s", "b", "e", "d":
		return t[0]
	}
	return 'n'
}

// cell reads one <c> into its place in the row.
func (r *sheetReader) cell(m *markup, t tag) error {
	h := r.head(t)
	r.raw = r.raw[:0]
	formula, value, cut := false, false, false
	for outside := m.depth - 1; !t.close && m.depth > outside; {
		in, err := m.next()
		if err != nil {
			return err
		}
		switch {
		case in.is("v") && in.open && !in.close:
			value, m.keep = true, true
		case in.is("v") && in.close && m.keep:
			r.raw, cut, m.keep = append(r.raw, m.text...), m.cut, false
		case in.is("is") && in.open:
			value = true
			if r.raw, cut, err = m.richText(in, r.raw); err != nil {
				return err
			}
		case in.is("f") && in.open:
			formula = true
		}
	}
	if !value {
		if formula {
			r.notes.At(sheet.NoteNoResult, r.line)
		}
		return nil
	}
	cell, err := r.value(h, cut)
	if err != nil {
		return err
	}
	return r.place(h.column, cell)
}

// place puts a cell into the row. What shows nothing takes no room, wherever its column is said to be.
func (r *sheetReader) place(column int, c sheet.Cell) error {
	if sheet.Blank(c.Text) {
		return nil
	}
	if column >= MaxColumns {
		return &sheet.FileError{Fault: sheet.FaultTooManyColumns, Line: r.line, Detail: sheet.Letter(column)}
	}
	for len(r.cells) <= column {
		r.cells = append(r.cells, sheet.Cell{})
	}
	r.cells[column] = c
	return nil
}

// value makes a cell of its raw value.
func (r *sheetReader) value(h cellHead, cut bool) (sheet.Cell, error) {
	switch h.kind {
	case 's':
		text, f, err := r.book.strings.get(sheet.Natural(bytes.TrimSpace(r.raw)))
		return sheet.Cell{Text: r.told(text, f)}, err
	case 'b':
		if string(bytes.TrimSpace(r.raw)) == "1" {
			return sheet.Cell{Text: "TRUE"}, nil
		}
		return sheet.Cell{Text: "FALSE"}, nil
	case 'e':
		r.notes.At(sheet.NoteErrorCell, r.line)
		return sheet.Cell{}, nil
	case 'n':
		return r.number(h.style), nil
	}
	text, f := r.arena.cellText(r.raw)
	f.cut = f.cut || cut
	return sheet.Cell{Text: r.told(text, f)}, nil
}

// told notes the flaws of a text where it is used.
func (r *sheetReader) told(text string, f flaws) string {
	if f.cut {
		r.notes.At(sheet.NoteCutCell, r.line)
	}
	if f.bad {
		r.notes.At(sheet.NoteBadBytes, r.line)
	}
	return text
}

// number makes a cell of a number, which is a date if its style shows one.
func (r *sheetReader) number(style int) sheet.Cell {
	if style >= 0 && style < len(r.book.formats) && r.book.formats[style] != 0 {
		text, impossible, ok := r.book.calendar.text(r.raw, r.book.formats[style])
		if impossible {
			r.notes.At(sheet.NoteImpossible, r.line)
		}
		if ok {
			return sheet.Cell{Text: text}
		}
	}
	if raw := bytes.TrimSpace(r.raw); plainInteger(raw) {
		return sheet.Cell{Text: r.arena.keep(raw), Numeric: true}
	}
	if text, ok := numberText(r.raw); ok {
		return sheet.Cell{Text: text, Numeric: true}
	}
	// A file may call anything a number; what is none is a text like any other.
	text, f := r.arena.cellText(r.raw)
	return sheet.Cell{Text: r.told(text, f)}
}

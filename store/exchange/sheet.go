package exchange

import "hadir/model/sheet"

// rows reads a sheet's rows, all of them or, for a limit above zero, the first that hold something.
func (w *workbook) rows(ref sheetRef, limit int, notes *sheet.Notebook) ([]sheet.Row, error) {
	r := &sheetReader{book: w, notes: notes, table: table{notes: notes}}
	done := false
	err := w.each(ref.part, func(m *markup, t tag) error {
		switch {
		case t.is("row") && t.open && !done:
			if err := r.row(m, t); err != nil {
				return err
			}
			if limit > 0 && len(r.table.rows) >= limit {
				return errEnough
			}
		// What follows are looks and rules; it is read all the same, because the zip's checksum comes at its end.
		case t.is("sheetData") && t.close:
			done = true
		}
		return nil
	})
	return r.table.rows, err
}

// sheetReader turns the rows of one sheet into ours.
type sheetReader struct {
	book  *workbook
	notes *sheet.Notebook
	table table
	arena arena
	line  int
	cells []sheet.Cell // of the current row
	raw   []byte
}

// row reads one <row>. Its number should rise from row to row; where it does not, or is missing, rows are counted.
func (r *sheetReader) row(m *markup, t tag) error {
	line, hidden := rowHead(t)
	r.line = max(r.line+1, line)
	r.cells = r.cells[:0]
	for outside := m.depth - 1; !t.close && m.depth > outside; {
		c, err := m.next()
		if err != nil {
			return err
		}
		if c.is("c") && c.open {
			if err := r.cell(m, c); err != nil {
				return err
			}
		}
	}
	before := len(r.table.rows)
	if err := r.table.add(r.line, r.cells); err != nil {
		return err
	}
	if hidden && len(r.table.rows) > before {
		r.notes.At(sheet.NoteHiddenRow, r.line)
	}
	return nil
}

// rowHead reads a row's attributes. Numbers beyond Excel's last row are not believed.
func rowHead(t tag) (line int, hidden bool) {
	for rest := t.attrs; ; {
		var key, value []byte
		if key, value, rest = attribute(rest); len(key) == 0 {
			return line, hidden
		}
		switch string(key) {
		case "r":
			if line = sheet.Natural(value); line > 1<<20 {
				line = 0
			}
		case "hidden":
			hidden = string(value) == "1" || string(value) == "true"
		}
	}
}

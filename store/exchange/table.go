package exchange

import "hadir/model/sheet"

// table gathers rows within the limits. Cells are kept in slabs, so 100,000 rows cost some hundred allocations.
type table struct {
	rows  []sheet.Row
	notes *sheet.Notebook
	slab  []sheet.Cell
	cells int
}

// slabCells is how many cells are allocated at once.
const slabCells = 4096

// add keeps a copy of a row; the caller may use the slice again. Blank rows and the blank tail of a row are dropped.
func (t *table) add(line int, cells []sheet.Cell) error {
	n := len(cells)
	for n > 0 && sheet.Blank(cells[n-1].Text) {
		n--
	}
	switch {
	case n == 0:
		return nil
	case n > MaxColumns:
		return &sheet.FileError{Fault: sheet.FaultTooManyColumns, Line: line, Detail: sheet.Letter(n - 1)}
	case len(t.rows) == MaxRows:
		return &sheet.FileError{Fault: sheet.FaultTooManyRows, Line: line}
	case t.cells+n > MaxCells:
		return &sheet.FileError{Fault: sheet.FaultTooBig, Line: line, Detail: "cells"}
	}
	if len(t.slab) < n {
		t.slab = make([]sheet.Cell, slabCells)
	}
	kept := t.slab[:n:n]
	t.slab = t.slab[n:]
	copy(kept, cells)
	t.rows = append(t.rows, sheet.Row{Line: line, Cells: kept})
	t.cells += n
	return nil
}

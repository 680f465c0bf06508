package paper

import (
	"slices"

	"hadir/model/date"
)

// Table is a table with lines. Its header row stands on every page that it reaches, and a row is divided between pages only when
// one page cannot hold it.
type Table struct {
	Name      string // of its sheet in a workbook; tables that follow each other under one name share a sheet. Empty: not in it
	Columns   []Column
	Rows      []Row
	MinHeight float64 // of every row but the header
	Size      float64 // points; 0: 10
	Data      bool    // for machines and filters: in a workbook each column is as wide as what it holds
}

// Column is one column of a table.
type Column struct {
	Head  string
	Width float64 // a share of the table's width, as all columns' widths are
	Align Align
	// Sign is a column to sign in. Its cells hold the row's number, left in odd rows and right in even ones, and each has the
	// height of two rows to itself.
	Sign bool
}

// Row is one row. A row with fewer cells than columns is filled up with empty ones.
type Row struct {
	Cells []Cell
	Bold  bool // totals
	Odd   bool // where signatures stand: left in odd rows
}

// Cell is one cell. Text is what all writers show; a workbook shows Number or Day instead where there is one.
type Cell struct {
	Text   string
	Bold   bool
	Number *int64
	Day    date.Date
	Span   int // columns; 0 and 1: one
	Align  Align
}

func (Table) block() {}

// tailRows is how many rows of a table stay with what is signed under it: signatures alone on a page could be put under any table.
const tailRows = 2

// signedBelow reports whether signatures follow the i-th block, with nothing but kept lines between.
func (p Paper) signedBelow(i int) bool {
	for _, b := range p.Body[i+1:] {
		switch b := b.(type) {
		case Signs:
			return true
		case Para:
			if !b.Keep {
				return false
			}
		case Space:
		default:
			return false
		}
	}
	return false
}

// parted reports whether the paper is several papers in one file.
func (p Paper) parted() bool { return slices.Contains(p.Body, Block(Break{Anew: true})) }

// Cells are plain cells of the given texts.
func Cells(texts ...string) []Cell {
	cells := make([]Cell, len(texts))
	for i, t := range texts {
		cells[i].Text = t
	}
	return cells
}

// Whole is a cell of a whole number: text for the eye, and a number for a workbook.
func Whole(n int, text string) Cell {
	v := int64(n)
	return Cell{Text: text, Number: &v, Align: Right}
}

func (t Table) size() float64 {
	if t.Size > 0 {
		return t.Size
	}
	return sizeTable
}

// widths are the columns' widths in millimetres when the table is as wide as the given room.
func (t Table) widths(room float64) []float64 {
	sum, widths := 0.0, make([]float64, len(t.Columns))
	for _, c := range t.Columns {
		sum += c.Width
	}
	for i, c := range t.Columns {
		if sum > 0 {
			widths[i] = room * c.Width / sum
		} else {
			widths[i] = room / float64(len(t.Columns))
		}
	}
	return widths
}

// placed is a cell of a row with the columns that it covers.
type placed struct {
	Cell
	first, columns int
	sign           bool
}

// place lays the row's cells over the columns, without gaps and without any that stick out.
func (t Table) place(r Row) []placed {
	cells := make([]placed, 0, len(t.Columns))
	at := 0
	for _, c := range r.Cells {
		if at >= len(t.Columns) {
			break
		}
		n := min(max(1, c.Span), len(t.Columns)-at)
		if c.Align == Left {
			c.Align = t.Columns[at].Align
		}
		c.Bold = c.Bold || r.Bold
		cells = append(cells, placed{c, at, n, t.Columns[at].Sign && n == 1 && !r.Bold})
		at += n
	}
	for ; at < len(t.Columns); at++ {
		cells = append(cells, placed{Cell{}, at, 1, t.Columns[at].Sign && !r.Bold})
	}
	return cells
}

// header is the row of the columns' heads.
func (t Table) header() Row {
	r := Row{Bold: true}
	for _, c := range t.Columns {
		r.Cells = append(r.Cells, Cell{Text: c.Head, Align: Centre})
	}
	return r
}

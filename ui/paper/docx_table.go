package paper

import (
	"strconv"
	"strings"
)

// open begins a table of columns with the given widths in millimetres, whose whole width is fixed: Word must not squeeze a column
// that has to be signed in.
func (x *markup) open(style string, widths []float64, side float64) {
	sum := 0.0
	for _, w := range widths {
		sum += w
	}
	x.raw(`<w:tbl><w:tblPr><w:tblStyle w:val="`, style, `"/><w:tblW w:w="`, twips(sum),
		`" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="`, twips(side), `" w:type="dxa"/><w:right w:w="`,
		twips(side), `" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="04A0"/></w:tblPr><w:tblGrid>`)
	for _, w := range widths {
		x.raw(`<w:gridCol w:w="`, twips(w), `"/>`)
	}
	x.raw(`</w:tblGrid>`)
}

// rowStart begins a row that is never divided between pages.
func (x *markup) rowStart(height float64, header bool) {
	x.raw(`<w:tr><w:trPr><w:cantSplit/>`)
	if height > 0 {
		x.raw(`<w:trHeight w:val="`, twips(height), `" w:hRule="atLeast"/>`)
	}
	if header {
		x.raw(`<w:tblHeader/>`)
	}
	x.raw(`</w:trPr>`)
}

// cellStart begins a cell: its width, how many columns of the grid it covers, which of its lines are left out, and where its text
// stands.
func (x *markup) cellStart(width float64, columns int, without []string, vertical string) {
	x.raw(`<w:tc><w:tcPr><w:tcW w:w="`, twips(width), `" w:type="dxa"/>`)
	if columns > 1 {
		x.raw(`<w:gridSpan w:val="`, strconv.Itoa(columns), `"/>`)
	}
	if len(without) > 0 {
		x.raw(`<w:tcBorders>`)
		for _, side := range without {
			x.raw(`<w:`, side, ` w:val="nil"/>`)
		}
		x.raw(`</w:tcBorders>`)
	}
	if vertical != "" {
		x.raw(`<w:vAlign w:val="`, vertical, `"/>`)
	}
	x.raw(`</w:tcPr>`)
}

func (d *docx) fields(x *markup, b Fields) {
	widths := []float64{b.label(), colonWidth, d.width - b.label() - colonWidth}
	x.open("Plain", widths, 0)
	for _, f := range b.Rows {
		x.rowStart(0, false)
		for i, text := range []string{f.Label, ":", f.Value} {
			x.cellStart(widths[i], 1, nil, "")
			d.para(x, para{style: "FieldText"}, Text(text))
			x.raw(`</w:tc>`)
		}
		x.raw(`</w:tr>`)
	}
	x.raw(`</w:tbl>`)
	d.gap(x, gapTable)
}

// gap is an empty paragraph of a height, which also keeps two tables apart.
func (d *docx) gap(x *markup, height float64) {
	d.para(x, para{style: "TableText", space: height, keep: d.keep}, nil)
}

// table writes a table with lines. A column to sign in is two columns of the grid, so that one half of a row can be joined, by leaving
// lines out, to the row below.
func (d *docx) table(x *markup, t Table) {
	if len(t.Columns) == 0 {
		return
	}
	widths := t.widths(d.width)
	var grid []float64
	for i, c := range t.Columns {
		if c.Sign {
			grid = append(grid, widths[i]/2, widths[i]/2)
		} else {
			grid = append(grid, widths[i])
		}
	}
	x.open("TableGrid", grid, padSide)
	d.row(x, t, t.header(), widths, true, true)
	for i, r := range t.Rows {
		d.keep = d.tail && i >= len(t.Rows)-tailRows
		d.row(x, t, r, widths, false, i == len(t.Rows)-1)
	}
	x.raw(`</w:tbl>`)
	d.keep = d.tail
	d.gap(x, gapTable)
	d.keep = false
}

func (d *docx) row(x *markup, t Table, r Row, widths []float64, header, last bool) {
	height := t.MinHeight
	if header {
		height = 0
	}
	x.rowStart(height, header)
	for _, c := range t.place(r) {
		width := span(widths, c)
		if c.sign && !header && c.Text != "" {
			d.signCells(x, t, c, width, r.Odd, last)
			continue
		}
		columns := 0
		for _, col := range t.Columns[c.first : c.first+c.columns] {
			columns++
			if col.Sign {
				columns++
			}
		}
		vertical := ""
		if header || t.MinHeight > 0 {
			vertical = "center"
		}
		x.cellStart(width, columns, nil, vertical)
		d.cellText(x, t, c, header)
		x.raw(`</w:tc>`)
	}
	x.raw(`</w:tr>`)
}

func (d *docx) cellText(x *markup, t Table, c placed, header bool) {
	p := para{style: "TableText", align: c.Align, keep: d.keep}
	if header {
		p.style = "TableHead"
	}
	if t.size() != sizeTable {
		p.size = t.size()
	}
	d.para(x, p, []Run{{Text: c.Text, Bold: c.Bold && !header}})
}

// signCells are the two halves of a cell to sign in. In an odd row the left half has the number and reaches into the row below; the
// right one is the lower half of the row above.
func (d *docx) signCells(x *markup, t Table, c placed, width float64, odd, last bool) {
	number := c.Text
	c.Align = Left
	for half, inner := range []string{"right", "left"} {
		without := []string{inner}
		if c.Text = ""; (half == 0) == odd {
			c.Text = number
			if !last {
				without = append(without, "bottom")
			}
		} else {
			without = append(without, "top")
		}
		x.cellStart(width/2, 1, order(without), "top")
		d.cellText(x, t, c, false)
		x.raw(`</w:tc>`)
	}
}

// order brings sides into the order in which CT_TcBorders has them.
func order(sides []string) []string {
	var out []string
	for _, s := range strings.Fields("top left bottom right") {
		for _, have := range sides {
			if have == s {
				out = append(out, s)
			}
		}
	}
	return out
}

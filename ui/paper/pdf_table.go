package paper

import "math"

// The room between a cell's lines and its text, in millimetres.
const (
	padSide = 1.5
	padTop  = 0.8
)

// cut is a row whose cells are broken into lines.
type cut struct {
	cells  []placed
	lines  [][]row
	height float64
}

func (d *press) cut(t Table, r Row, widths []float64) cut {
	c := cut{cells: t.place(r)}
	most := 0
	for _, cell := range c.cells {
		rows := d.set.set([]Run{{Text: cell.Text, Bold: cell.Bold}}, t.size(), span(widths, cell)-2*padSide)
		c.lines = append(c.lines, rows)
		most = max(most, len(rows))
	}
	c.height = float64(most)*lineHeight(t.size()) + 2*padTop
	return c
}

// measure is how high a row is.
func (d *press) measure(t Table, r Row, widths []float64) float64 {
	return max(t.MinHeight, d.cut(t, r, widths).height)
}

// span is how wide a cell is.
func span(widths []float64, c placed) float64 {
	sum := 0.0
	for _, w := range widths[c.first : c.first+c.columns] {
		sum += w
	}
	return sum
}

// table prints a table, with its header row again on each page that it reaches.
func (d *press) table(t Table) {
	if len(t.Columns) == 0 {
		return
	}
	widths := t.widths(d.width)
	head := d.cut(t, t.header(), widths)
	room := d.bottom - marginTop - head.height
	first := head.height
	if len(t.Rows) > 0 {
		first += min(d.measure(t, t.Rows[0], widths), room)
	}
	d.need(first)
	d.printRow(t, head, widths, head.height, false)
	for i, r := range t.Rows {
		c := d.cut(t, r, widths)
		height := max(t.MinHeight, c.height)
		if end := d.tableEnd(t, i, widths); end > 0 && d.y+end > d.bottom+0.01 && end <= room && i > 0 {
			d.close(t)
			d.turn()
			d.printRow(t, head, widths, head.height, false)
		}
		if d.y+height > d.bottom+0.01 && (height <= room || d.bottom-d.y < 4*lineHeight(t.size())) {
			d.close(t)
			d.turn()
			d.printRow(t, head, widths, head.height, false)
		}
		for height > d.bottom-d.y+0.01 {
			// No page could hold this row: it goes on at the head of the next one.
			var part cut
			part, c = c.divide(int((d.bottom - d.y - 2*padTop) / lineHeight(t.size())))
			d.printRow(t, part, widths, d.bottom-d.y, r.Odd)
			d.turn()
			d.printRow(t, head, widths, head.height, false)
			height = float64(most(c.lines))*lineHeight(t.size()) + 2*padTop
		}
		d.printRow(t, c, widths, height, r.Odd)
		if i == len(t.Rows)-1 {
			d.close(t)
		}
	}
	d.y += gapTable
}

// tableEnd is, at the row from which a table's end stays with what is signed under it, the height of both; else 0.
func (d *press) tableEnd(t Table, i int, widths []float64) float64 {
	if d.tail == 0 || i != max(0, len(t.Rows)-tailRows) {
		return 0
	}
	height := d.tail
	for _, r := range t.Rows[i:] {
		height += d.measure(t, r, widths)
	}
	return height
}

// close draws the line under the last row of a page, which a column to sign in leaves open.
func (d *press) close(Table) { d.pdf.Line(d.x, d.y, d.x+d.width, d.y) }

// divide takes the first n lines of every cell.
func (c cut) divide(n int) (head, tail cut) {
	n = max(1, n)
	head, tail = cut{cells: c.cells}, cut{cells: c.cells}
	for _, l := range c.lines {
		k := min(n, len(l))
		head.lines = append(head.lines, l[:k])
		tail.lines = append(tail.lines, l[k:])
	}
	return head, tail
}

func (d *press) printRow(t Table, c cut, widths []float64, height float64, odd bool) {
	x, size := d.x, t.size()
	for i, cell := range c.cells {
		w := span(widths, cell)
		text := float64(len(c.lines[i])) * lineHeight(size)
		y := d.y + padTop
		if t.MinHeight > 0 || cell.sign {
			y = d.y + math.Max(padTop, (height-text)/2)
		}
		if cell.sign && cell.Text != "" {
			d.signCell(c.lines[i], size, x, w, height, odd)
		} else {
			d.pdf.Rect(x, d.y, w, height, "D")
			d.lines(c.lines[i], size, x+padSide, y, w-2*padSide, cell.Align)
		}
		x += w
	}
	d.y += height
}

// signCell is a cell to sign in: two halves without a line between, of which the one with the number also reaches over the row below
// and the other is the lower half of the row above. So signatures that are larger than a row do not meet.
func (d *press) signCell(number []row, size, x, w, height float64, odd bool) {
	half := w / 2
	at := x
	if !odd {
		at += half
	}
	d.pdf.Line(x, d.y, x, d.y+height)
	d.pdf.Line(x+w, d.y, x+w, d.y+height)
	d.pdf.Line(at, d.y, at+half, d.y)
	d.lines(number, size, at+padSide, d.y+padTop, half-2*padSide, Left)
}

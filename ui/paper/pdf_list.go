package paper

import "strconv"

func (d *press) fields(b Fields) {
	label, lh := b.label(), lineHeight(sizeBody)
	width := d.width - label - colonWidth
	for _, f := range b.Rows {
		names := d.set.set(Text(f.Label), sizeBody, label-1)
		values := d.set.set(Text(f.Value), sizeBody, width)
		n := max(len(names), len(values))
		if n <= 4 {
			d.need(float64(n) * lh)
		} else {
			d.need(2 * lh)
		}
		d.lines(names, sizeBody, d.x, d.y, label, Left)
		d.text(d.x+label, d.y+baseline(sizeBody), Run{Text: ":"}, sizeBody)
		top, from := d.y, d.pdf.PageNo()
		d.flow(values, sizeBody, d.x+label+colonWidth, width, Left)
		if d.pdf.PageNo() == from {
			d.y = top + float64(n)*lh
		}
	}
	d.y += gapTable
}

// mark is what stands before the i-th item, counted from 0.
func (b List) mark(i int) string {
	switch b.Marks {
	case Letters:
		return letters(i) + "."
	case Dashes:
		return "-"
	}
	return strconv.Itoa(i+1) + "."
}

// letters counts a, b, ... z, aa, ab.
func letters(i int) string {
	s := ""
	for i++; i > 0; i = (i - 1) / 26 {
		s = string(rune('a'+(i-1)%26)) + s
	}
	return s
}

func (d *press) list(b List) {
	x := d.x + float64(b.Level)*listIndent
	width := d.width - float64(b.Level+1)*listIndent
	for i, item := range b.Items {
		rows := d.set.set(item, sizeBody, width)
		if len(rows) <= 3 {
			d.need(float64(len(rows)) * lineHeight(sizeBody))
		} else {
			d.need(2 * lineHeight(sizeBody))
		}
		d.text(x+1, d.y+baseline(sizeBody), Run{Text: b.mark(i)}, sizeBody)
		d.flow(rows, sizeBody, x+listIndent, width, Left)
		d.y += 0.8
	}
	d.y += gapPara - 0.8
}

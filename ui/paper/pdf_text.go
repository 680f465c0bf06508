package paper

import "strconv"

// baseline is how far below a line's upper edge its letters stand.
func baseline(size float64) float64 { return size * 0.95 * mmPerPoint }

// text prints one run with its baseline at y.
func (d *press) text(x, y float64, r Run, size float64) {
	style := ""
	if r.Bold {
		style = "B"
	}
	if r.Underline {
		style += "U"
	}
	// Changing hands costs an entry in the page, so it is asked for only when it changes.
	if hand := style + strconv.FormatFloat(size, 'f', 1, 64); hand != d.hand {
		d.pdf.SetFont("sans", style, size)
		d.hand = hand
	}
	d.pdf.Text(x, y, d.set.faces.of(r.Bold).printable(r.Text, d.lose))
}

func (d *press) centred(s string, size, x, width, y float64) {
	d.text(x+(width-d.set.faces.regular.width(s, size))/2, y, Run{Text: s}, size)
}

// lines prints rows of text within a width, from the upper edge y on.
func (d *press) lines(rows []row, size, x, y, width float64, a Align) {
	for i, r := range rows {
		at, gap := x, 0.0
		switch {
		case a == Centre:
			at += (width - r.width) / 2
		case a == Right:
			at += width - r.width
		case a == Justified && !r.last:
			gap = r.gap(width)
		}
		d.row(r, size, at, y+float64(i)*lineHeight(size)+baseline(size), gap)
	}
}

// gap is how much wider each space of a line is when the line is spread to a width.
func (r row) gap(width float64) float64 {
	spaces := 0
	for i, p := range r.pieces {
		if i > 0 && p.spaced {
			spaces++
		}
	}
	if spaces == 0 {
		return 0
	}
	return (width - r.width) / float64(spaces)
}

// row prints one line. Words of one hand go out together unless the line is spread, so that they are found together again.
func (d *press) row(r row, size, x, y, gap float64) {
	var run Run
	from := x
	flush := func() {
		if run.Text != "" {
			d.text(from, y, run, size)
		}
		run = Run{}
	}
	for i, p := range r.pieces {
		space := p.spaced && i > 0
		sameHand := p.bold == run.Bold && p.underline == run.Underline
		if space && (gap > 0 || !sameHand) || !sameHand {
			flush()
		}
		if space {
			x += d.set.faces.of(p.bold).width(" ", size) + gap
		}
		switch {
		case run.Text == "":
			from, run = x, Run{p.text, p.bold, p.underline}
		case space:
			run.Text += " " + p.text
		default:
			run.Text += p.text
		}
		x += p.width
	}
	flush()
}

package paper

// put prints one block; next is what follows it, nil at the end.
func (d *press) put(b, next Block) {
	switch b := b.(type) {
	case Letterhead:
		d.letterhead(b)
	case Titles:
		d.titles(b)
	case Heading:
		d.heading(b, next)
	case Para:
		d.para(b, next)
	case Fields:
		d.fields(b)
	case List:
		d.list(b)
	case Table:
		d.table(b)
	case Signs:
		d.signs(b)
	case Pictures:
		d.slots(b)
	case Break:
		if d.turn(); b.Anew {
			d.starts = append(d.starts, d.pdf.PageNo())
		}
	case Space:
		d.y += b.Height
	}
}

// The gaps after blocks, in millimetres.
const (
	gapPara  = 2.0
	gapTable = 3.0
	logoBox  = 24.0
)

func (d *press) letterhead(b Letterhead) {
	x, width, top := d.x, d.width, d.y
	if b.Logo != nil {
		if d.ready(b.Logo) {
			d.picture(d.opened, d.x, d.y, logoBox-2, logoBox-2)
			x, width = x+logoBox, width-logoBox
		}
	}
	y := d.y
	for _, l := range b.Lines {
		rows := d.set.set([]Run{{Text: l.Text, Bold: l.Bold}}, l.size(), width)
		d.lines(rows, l.size(), x, y, width, Centre)
		y += float64(len(rows)) * lineHeight(l.size())
	}
	if width < d.width {
		y = max(y, top+logoBox-2)
	}
	y += 1.5
	d.pdf.SetLineWidth(thick)
	d.pdf.Line(d.x, y, d.x+d.width, y)
	d.pdf.SetLineWidth(thin)
	d.pdf.Line(d.x, y+0.9, d.x+d.width, y+0.9)
	d.y = y + 5
}

// ready opens a logo, unless it is the one that was opened last.
func (d *press) ready(logo *Picture) bool {
	if logo == d.logo {
		return true
	}
	a, err := logo.open()
	if err == nil {
		d.logo, d.opened = logo, a
	}
	return err == nil
}

func (d *press) titles(b Titles) {
	for i, t := range b.Lines {
		size := titleSize(i)
		rows := d.set.set([]Run{{Text: t, Bold: true}}, size, d.width)
		d.lines(rows, size, d.x, d.y, d.width, Centre)
		d.y += float64(len(rows)) * lineHeight(size)
	}
	d.y += gapTable
}

func titleSize(i int) float64 {
	if i == 0 {
		return sizeTitle
	}
	return sizeBody
}

func (d *press) heading(b Heading, next Block) {
	rows := d.set.set([]Run{{Text: b.Text, Bold: true}}, headingSize(b.Level), d.width)
	height := float64(len(rows)) * lineHeight(headingSize(b.Level))
	follows := 3 * lineHeight(sizeBody)
	switch next := next.(type) {
	case Heading:
		follows *= 2
	case Table:
		follows = d.start(next)
	}
	d.need(height + 3 + follows)
	if d.y > marginTop {
		d.y += 2
	}
	d.lines(rows, headingSize(b.Level), d.x, d.y, d.width, Left)
	d.y += height + 1
}

func headingSize(level int) float64 {
	if level > 1 {
		return sizeBody
	}
	return sizeHeading
}

func (b Para) size() float64 {
	if b.Small {
		return sizeSmall
	}
	return sizeBody
}

func (d *press) para(b Para, next Block) {
	size := b.size()
	rows := d.set.set(b.Runs, size, d.width-b.Indent)
	height := float64(len(rows)) * lineHeight(size)
	switch {
	case b.Keep:
		d.need(height + gapPara + d.start(next))
	case len(rows) <= 3:
		d.need(height)
	}
	d.flow(rows, size, d.x+b.Indent, d.width-b.Indent, b.Align)
	d.y += gapPara
}

// start is how much of a block has to stand on the page of what is kept with it.
func (d *press) start(b Block) float64 {
	switch b := b.(type) {
	case Signs:
		return d.signsHeight(b)
	case Table:
		widths := b.widths(d.width)
		height := d.measure(b, b.header(), widths)
		if len(b.Rows) > 0 {
			height += d.measure(b, b.Rows[0], widths)
		}
		return height
	}
	return 2 * lineHeight(sizeBody)
}

// flow prints lines from page to page, never one of a paragraph alone at the foot or the head of a page.
func (d *press) flow(rows []row, size, x, width float64, a Align) {
	lh := lineHeight(size)
	for len(rows) > 0 {
		n := max(1, min(len(rows), int((d.bottom-d.y+0.01)/lh)))
		switch {
		case n < 2 && len(rows) > 1 && d.y > marginTop:
			d.turn()
			continue
		case len(rows)-n == 1 && n > 2:
			n--
		}
		d.need(lh)
		d.lines(rows[:n], size, x, d.y, width, a)
		d.y += float64(n) * lh
		if rows = rows[n:]; len(rows) > 0 {
			d.turn()
		}
	}
}

package paper

func (d *docx) letterhead(x *markup, b Letterhead, breaks bool) bool {
	ok := b.Logo != nil && b.Logo == d.logo
	if b.Logo != nil && !ok {
		a, err := b.Logo.open()
		if ok = err == nil; ok {
			d.logo, d.opened = b.Logo, a
		}
	}
	if ok {
		if breaks {
			d.spacer(x, true)
		}
		widths := []float64{logoBox, d.width - logoBox}
		x.open("Plain", widths, 0)
		x.rowStart(0, false)
		x.cellStart(widths[0], 1, nil, "center")
		d.image(x, d.opened, logoBox-2, logoBox-2, Left)
		x.raw(`</w:tc>`)
		x.cellStart(widths[1], 1, nil, "center")
		d.headLines(x, b, false)
		x.raw(`</w:tc></w:tr></w:tbl>`)
	} else {
		d.headLines(x, b, breaks)
	}
	d.para(x, para{style: "TableText", rule: true, size: 2}, nil)
	d.gap(x, gapTable)
	return false
}

func (d *docx) headLines(x *markup, b Letterhead, breaks bool) {
	if len(b.Lines) == 0 {
		d.para(x, para{style: "TableText", breaks: breaks}, nil)
	}
	for i, l := range b.Lines {
		d.para(x, para{style: "TableText", align: Centre, size: l.size(), breaks: breaks && i == 0}, []Run{{Text: l.Text, Bold: l.Bold}})
	}
}

// signs writes rows of signers without lines: what stands above the signatures, the room for them, and what stands below.
func (d *docx) signs(x *markup, b Signs) {
	line, b := b.apart()
	if line != "" {
		d.para(x, para{style: "SignText", align: Right}, Text(line))
		d.para(x, para{style: "TableText", space: gapPara, keep: true}, nil)
	}
	place := b.Place
	for _, signers := range b.signRows() {
		n := max(2, len(signers))
		width := d.width / float64(n)
		widths := make([]float64, n)
		for i := range widths {
			widths[i] = width
		}
		x.open("Plain", widths, 2)
		x.rowStart(0, false)
		d.signRow(x, signers, widths, "bottom", b.Beside, func(i int) [][]Run {
			above, _ := signers[i].signed()
			if i == len(signers)-1 && place != "" {
				above = append([][]Run{Text(place)}, above...)
			}
			return append(above, nil) // the room for the signature
		})
		x.raw(`</w:tr>`)
		x.rowStart(0, false)
		d.signRow(x, signers, widths, "top", b.Beside, func(i int) [][]Run {
			_, below := signers[i].signed()
			return below
		})
		x.raw(`</w:tr></w:tbl>`)
		d.gap(x, gapTable)
		place = ""
	}
}

// signRow writes one row of cells; a lone signer has an empty cell to the left, or what stands beside him.
func (d *docx) signRow(x *markup, signers []Signer, widths []float64, vertical string, beside Picture, text func(i int) [][]Run) {
	for i, width := range widths {
		x.cellStart(width, 1, nil, vertical)
		at := i - (len(widths) - len(signers))
		if at < 0 {
			d.beside(x, beside, vertical == "bottom")
		} else {
			for _, runs := range text(at) {
				p := para{style: "SignText", keep: vertical == "bottom"}
				if runs == nil {
					p.space = signRoom
				}
				d.para(x, p, runs)
			}
		}
		x.raw(`</w:tc>`)
	}
}

// beside writes what stands beside a lone signer: the picture above, its caption below.
func (d *docx) beside(x *markup, p Picture, above bool) {
	if above && p.Code != "" {
		if a, err := p.open(); err == nil {
			d.image(x, a, besideBox, besideBox, Centre)
			return
		}
	}
	if above {
		p.Caption = ""
	}
	d.para(x, para{style: "TableText", align: Centre}, Text(p.Caption))
}

// slots writes photographs side by side: a row of pictures, and under it a row of captions.
func (d *docx) slots(x *markup, b Pictures) {
	width := d.width / float64(b.across())
	widths := make([]float64, b.across())
	for i := range widths {
		widths[i] = width
	}
	x.open("Plain", widths, 2)
	for _, pictures := range b.rows() {
		x.rowStart(b.height(), false)
		for i := range widths {
			if i < len(pictures) {
				d.slot(x, pictures[i], width, b.height())
			} else {
				d.emptyCell(x, width)
			}
		}
		x.raw(`</w:tr>`)
		x.rowStart(0, false)
		for i := range widths {
			if i >= len(pictures) {
				d.emptyCell(x, width)
				continue
			}
			x.cellStart(width, 1, nil, "")
			d.para(x, para{style: "Caption"}, Text(pictures[i].Caption))
			x.raw(`</w:tc>`)
		}
		x.raw(`</w:tr>`)
	}
	x.raw(`</w:tbl>`)
	d.gap(x, gapTable)
}

func (d *docx) emptyCell(x *markup, width float64) {
	x.cellStart(width, 1, nil, "")
	d.para(x, para{style: "TableText"}, nil)
	x.raw(`</w:tc>`)
}

// slot is the cell of one picture; one that is not there, or no picture, is a frame with the name of its file.
func (d *docx) slot(x *markup, p Picture, width, height float64) {
	if p.Code != "" || len(p.Data) > 0 {
		if a, err := p.open(); err == nil {
			x.cellStart(width, 1, nil, "center")
			d.image(x, a, width-4, height, Centre)
			x.raw(`</w:tc>`)
			return
		}
	}
	x.raw(`<w:tc><w:tcPr><w:tcW w:w="`, twips(width), `" w:type="dxa"/><w:tcBorders>`)
	for _, side := range []string{"top", "left", "bottom", "right"} {
		x.raw(`<w:`, side, ` w:val="single" w:sz="4" w:space="0" w:color="808080"/>`)
	}
	x.raw(`</w:tcBorders><w:vAlign w:val="center"/></w:tcPr>`)
	d.para(x, para{style: "Slot", keep: true}, Text(p.Name))
	x.raw(`</w:tc>`)
}

package paper

import (
	"bytes"
	"strconv"
	"strings"

	"codeberg.org/go-pdf/fpdf"
)

// slots prints photographs side by side. A slot without a picture is an empty frame with the name of the file that belongs there.
func (d *press) slots(b Pictures) {
	width := d.width / float64(b.across())
	for _, pictures := range b.rows() {
		captions, lines := make([][]row, len(pictures)), 0
		for j, p := range pictures {
			captions[j] = d.set.set(Text(p.Caption), sizeSmall, width-6)
			lines = max(lines, len(captions[j]))
		}
		height := b.height() + 2 + float64(lines)*lineHeight(sizeSmall) + 4
		d.need(height)
		for j, p := range pictures {
			x := d.x + float64(j)*width
			d.slot(p, x+2, width-4, b.height())
			d.lines(captions[j], sizeSmall, x+3, d.y+b.height()+2, width-6, Centre)
		}
		d.y += height
	}
}

func (d *press) slot(p Picture, x, width, height float64) {
	switch {
	case p.Code != "":
		if d.code(p.Code, x, d.y, width, height) == nil {
			return
		}
	case len(p.Data) > 0:
		if a, err := p.open(); err == nil {
			d.picture(a, x, d.y, width, height)
			return
		}
	}
	d.pdf.Rect(x, d.y, width, height, "D")
	rows := d.set.set(Text(p.Name), sizeSmall, width-4)
	d.lines(rows, sizeSmall, x+2, d.y+height/2-lineHeight(sizeSmall)/2, width-4, Centre)
}

// distinct gives a picture a width in pixels that none before it has, by leaving out columns at its right edge. The library orders pictures by
// their width alone, and those of one width as a map happens to give them: the same paper would not be the same bytes.
func (d *press) distinct(a art) art {
	for narrow := 0; narrow < a.width/2; narrow++ {
		if d.broad[a.width-narrow] {
			continue
		}
		if narrow > 0 {
			if b, err := a.narrower(narrow); err == nil {
				a = b
			}
		}
		break
	}
	d.broad[a.width] = true
	return a
}

// picture prints a picture in a box, centred.
func (d *press) picture(a art, x, y, width, height float64) {
	options := fpdf.ImageOptions{ImageType: strings.ToUpper(a.format)}
	w, h := a.fit(width, height)
	name, known := d.pictures[string(a.data)]
	if !known {
		name = "picture" + strconv.Itoa(len(d.pictures)+1)
		d.pictures[string(a.data)] = name
		a = d.distinct(a)
		options.ImageType = strings.ToUpper(a.format)
		d.pdf.RegisterImageOptionsReader(name, options, bytes.NewReader(a.data))
	}
	d.pdf.ImageOptions(name, x+(width-w)/2, y+(height-h)/2, w, h, false, options, 0, "")
}

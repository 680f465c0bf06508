package paper

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"codeberg.org/go-pdf/fpdf"
)

// PDF writes the paper as a PDF. It gives the characters that the font lacks, each once and in order: each is printed as a box, so that
// nothing is ever blank; the other formats hold them as they are.
func PDF(w io.Writer, p Paper) (lost []rune, err error) {
	d, err := newPress(p)
	if err != nil {
		return nil, err
	}
	d.open()
	for i, b := range p.Body {
		var next Block
		if i+1 < len(p.Body) {
			next = p.Body[i+1]
		}
		d.tail = d.tailHeight(i)
		d.put(b, next)
	}
	d.furnish()
	if err := d.pdf.Output(w); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	slices.Sort(d.missing)
	return d.missing, nil
}

// press lays a paper out on pages. Its y runs down from the sheet's upper edge.
type press struct {
	paper         Paper
	set           setter
	pdf           *fpdf.Fpdf // nil while only heights are asked for
	missing       []rune
	x, y          float64 // the left margin, and where the next block begins
	width, bottom float64
	pictures      map[string]string // names of those printed, by their bytes
	broad         map[int]bool      // widths in pixels that pictures have
	logo          *Picture          // the letterhead's as it was opened last: every letter has the same
	opened        art
	starts        []int // pages on which papers of their own begin, beside the first
	hand          string
	tail          float64 // height of the signatures and lines that stay with the block being printed
}

func newPress(p Paper) (*press, error) {
	f, err := newFaces()
	if err != nil {
		return nil, err
	}
	d := &press{paper: p, x: marginLeft, y: marginTop, pictures: map[string]string{}, broad: map[int]bool{}}
	_, height := p.sheet()
	d.width, _ = p.room()
	d.bottom = height - marginBottom
	d.set = setter{f, d.lose}
	return d, nil
}

func (d *press) lose(r rune) {
	if !slices.Contains(d.missing, r) {
		d.missing = append(d.missing, r)
	}
}

// open begins the document with its first page.
func (d *press) open() {
	width, height := d.paper.sheet()
	d.pdf = fpdf.NewCustom(&fpdf.InitType{OrientationStr: "P", UnitStr: "mm", Size: fpdf.SizeType{Wd: width, Ht: height}})
	d.pdf.SetAutoPageBreak(false, 0)
	d.pdf.SetMargins(marginLeft, marginTop, marginRight)
	d.pdf.SetCatalogSort(true)
	d.pdf.SetCreationDate(d.paper.made())
	d.pdf.SetModificationDate(d.paper.made())
	d.pdf.SetTitle(line(d.paper.Title), true)
	d.pdf.SetAuthor(line(d.paper.Author), true)
	d.pdf.SetCreator("Hadir", true)
	d.pdf.SetProducer("Hadir", true)
	d.pdf.SetLang(d.paper.language())
	d.pdf.AddUTF8FontFromBytes("sans", "", d.set.faces.regular.file)
	d.pdf.AddUTF8FontFromBytes("sans", "B", d.set.faces.bold.file)
	d.pdf.SetLineWidth(thin)
	d.turn()
}

// The widths of lines, in millimetres.
const (
	thin  = 0.2
	thick = 0.8
)

// turn begins a new page.
func (d *press) turn() {
	d.pdf.AddPage()
	d.hand, d.y = "", marginTop
}

// need begins a new page unless this one has room for a height, or is still empty.
func (d *press) need(height float64) {
	if d.y+height > d.bottom+0.01 && d.y > marginTop {
		d.turn()
	}
}

// furnish writes what stands at the head and foot of every page, now that it is known how many there are.
func (d *press) furnish() {
	pages := d.pdf.PageCount()
	width, height := d.paper.sheet()
	starts, first := d.starts, 1
	for sheet := 1; sheet <= pages; sheet++ {
		if len(starts) > 0 && starts[0] == sheet {
			first, starts = sheet, starts[1:]
		}
		n := sheet - first + 1
		d.pdf.SetPage(sheet)
		d.hand = ""
		if n > 1 {
			d.centred(fmt.Sprintf("- %d -", n), sizeBody, 0, width, edge+lineHeight(sizeBody))
		}
		d.stamp(width)
		lh := lineHeight(sizeEdge)
		foot := d.paper.foot()
		y := height - edge - lh*float64(len(foot)-1)
		for i, text := range foot {
			d.text(d.x, y+lh*float64(i), Run{Text: text}, sizeEdge)
		}
		if d.paper.Count != "" {
			count := strings.NewReplacer("{page}", strconv.Itoa(n), "{pages}", strconv.Itoa(pages)).Replace(d.paper.Count)
			d.text(d.x+d.width-d.set.faces.regular.width(count, sizeEdge), height-edge, Run{Text: count}, sizeEdge)
		}
	}
}

// foot are the lines at the foot of every page.
func (p Paper) foot() []string {
	var lines []string
	for _, l := range p.Foot {
		lines = append(lines, line(l))
	}
	return lines
}

// stamp prints the paper's stamps in boxes, from the right.
func (d *press) stamp(width float64) {
	right := width - marginRight
	for _, s := range d.paper.Stamps {
		s = d.set.faces.bold.printable(line(s), d.lose)
		w := d.set.faces.bold.width(s, sizeSmall) + 4
		d.pdf.Rect(right-w, edge-1, w, lineHeight(sizeSmall)+2, "D")
		d.text(right-w+2, edge-1+baseline(sizeSmall)+1, Run{Text: s, Bold: true}, sizeSmall)
		right -= w + 2
	}
}

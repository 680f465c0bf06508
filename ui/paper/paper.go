package paper

import "time"

// Paper is one document. Lengths are millimetres, sizes of letters points.
type Paper struct {
	Name     string // the stem of the file's name, such as "daftar-hadir"
	Title    string // the document's title among its properties
	Author   string // the office
	Lang     string // of the document, such as "id-ID"; empty: id-ID
	Made     time.Time
	Size     Size
	Wide     bool // landscape
	Body     []Block
	Foot     []string // lines at the foot of every page
	Count    string   // at the foot, right: a sentence with {page} and {pages}; empty: pages are not counted there
	Stamps   []string // at the head of every page, right: DATA CONTOH, KONSEP
	Personal bool     // holds names with phones, NIK or signatures: said in the file's name, too
	Code     string   // of the print, where the paper has one: it stands on its sheets
	Gaps     []Gap    // what the paper would need and nobody has recorded, in the order in which it stands
	Problems []error  // what could not be printed as it is, such as a logo that is no picture; the paper is made without it
}

// Gap is something that a paper lacks: it is printed as a visible gap, never guessed.
type Gap struct {
	Field string // the register that would fill it, such as "venue"
	Says  string // what it is called on the paper
}

// Size is a size of paper.
type Size string

// The sizes in use. F4 is the folio of Indonesian offices, not the American one.
const (
	A4 Size = "A4"
	F4 Size = "F4"
)

// Millimetres are the width and height of a sheet that stands upright; an unknown size is A4.
func (s Size) Millimetres() (width, height float64) {
	if s == F4 {
		return 215, 330
	}
	return 210, 297
}

// The margins of every paper. The left one is wider, since papers are punched and filed.
const (
	marginTop    = 20.0
	marginBottom = 20.0
	marginLeft   = 25.0
	marginRight  = 20.0
	edge         = 9.0 // from the sheet's edge to what stands at the head and foot of each page
)

// sheet is the width and height of the paper as it lies.
func (p Paper) sheet() (width, height float64) {
	width, height = p.Size.Millimetres()
	if p.Wide {
		return height, width
	}
	return width, height
}

// room is how wide and high a page's text may be.
func (p Paper) room() (width, height float64) {
	width, height = p.sheet()
	return width - marginLeft - marginRight, height - marginTop - marginBottom
}

func (p Paper) language() string {
	if p.Lang == "" {
		return "id-ID"
	}
	return p.Lang
}

// made is the time that the document's properties show. A paper without one still has to be the same bytes each time.
func (p Paper) made() time.Time {
	if p.Made.IsZero() {
		return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return p.Made.UTC().Truncate(time.Second)
}

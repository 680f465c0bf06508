package paper

// Block is one part of a paper's body; all are in this file, in table.go and in picture.go.
type Block interface{ block() }

// Align is where a text stands in its width.
type Align uint8

// The alignments. Justified text is for paragraphs; elsewhere it stands left.
const (
	Left Align = iota
	Centre
	Right
	Justified
)

// Letterhead is the kop: lines beside the office's logo, and a rule under both.
type Letterhead struct {
	Lines []HeadLine
	Logo  *Picture // nil: none
}

// HeadLine is one line of a letterhead.
type HeadLine struct {
	Text string
	Bold bool
	Size float64 // points; 0: 11
}

// Titles are the centred lines that name a paper; the first is the largest.
type Titles struct{ Lines []string }

// Heading opens a chapter (Level 1) or a part of one (Level 2). It never stands alone at the foot of a page.
type Heading struct {
	Level int
	Text  string
}

// Run is a stretch of text in one hand.
type Run struct {
	Text      string
	Bold      bool
	Underline bool
}

// Text is one plain run.
func Text(s string) []Run { return []Run{{Text: s}} }

// Para is a paragraph. A line feed in a run begins a new line.
type Para struct {
	Runs   []Run
	Align  Align
	Small  bool    // notes, sources
	Indent float64 // of the whole paragraph
	Keep   bool    // stay on the page of what follows
}

// Fields are rows of label, colon and value.
type Fields struct {
	Rows  []Field
	Label float64 // width of the labels; 0: 38
}

// Field is one row of [Fields].
type Field struct{ Label, Value string }

// List is a list of paragraphs, numbered 1, 2, 3 or a, b, c, or with dashes. Each list begins anew.
type List struct {
	Marks Marks
	Items [][]Run
	Level int // 0, 1
}

// Marks say how the items of a list are told apart.
type Marks uint8

// The marks.
const (
	Numbers Marks = iota
	Letters
	Dashes
)

// Signs are the signatures at a paper's end, side by side in the order given; at most three stand in one row. They are never
// divided between pages.
type Signs struct {
	Place   string // place and date, above the last signer
	Signers []Signer
	Beside  Picture // in the free half beside a lone signer; one that has nothing to show: none
}

// Signer is who signs, as the office writes it.
type Signer struct {
	Head   string // a line above, such as "Mengetahui,"
	Acting string // a.n., Plt., Plh.; stands before the post
	Post   string
	Name   string // empty: a dotted line
	NIP    string // 18 digits are grouped; anything else is printed as it is
	// Citizen is no civil servant: without a NIP there is no line for one.
	Citizen bool
}

// Break begins a new page. Anew, it begins a paper of its own in the same file, such as the next letter: its pages are counted anew.
type Break struct{ Anew bool }

// Space leaves room, in millimetres.
type Space struct{ Height float64 }

func (Letterhead) block() {}
func (Titles) block()     {}
func (Heading) block()    {}
func (Para) block()       {}
func (Fields) block()     {}
func (List) block()       {}
func (Signs) block()      {}
func (Break) block()      {}
func (Space) block()      {}

// The sizes of letters, in points.
const (
	sizeBody    = 11.0
	sizeTable   = 10.0
	sizeSmall   = 9.0
	sizeTitle   = 13.0
	sizeHeading = 11.5
	sizeEdge    = 8.0
)

// How wide labels are unless said otherwise, and how far the text of a list stands in.
const (
	labelWidth = 38.0
	colonWidth = 4.0
	listIndent = 8.0
)

func (f Fields) label() float64 {
	if f.Label > 0 {
		return f.Label
	}
	return labelWidth
}

func (h HeadLine) size() float64 {
	if h.Size > 0 {
		return h.Size
	}
	return sizeBody
}

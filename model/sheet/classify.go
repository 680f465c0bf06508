package sheet

import "strings"

// Classify says of every row what it is, in order; none is left out. Doubt goes to the person: a row that might be one is
// KindData or KindShort, and the importer decides what it lacks.
func (l Layout) Classify(rows []Row) []Item {
	c := classifier{layout: l, name: -1, no: -1}
	if column, ok := l.Columns[FieldName]; ok {
		c.name = column
	}
	if column, ok := l.Columns[FieldNo]; ok {
		c.no = column
	}
	items := make([]Item, len(rows))
	for i, r := range rows {
		items[i] = Item{Kind: c.kind(r), Row: r}
		if r.Line <= l.HeaderLast && r.Line >= l.HeaderFirst {
			c.header = append(c.header, r)
		}
	}
	return items
}

// classifier goes through the rows from top to bottom.
type classifier struct {
	layout   Layout
	name, no int   // columns, or -1
	header   []Row // the header's rows, once passed
	footer   bool  // inside a block under the table
	seen     bool  // a person has been seen
}

// kind says what the next row is.
func (c *classifier) kind(r Row) Kind {
	if r.Line < c.layout.HeaderFirst {
		return KindTitle
	}
	if r.Line <= c.layout.HeaderLast {
		return KindHeader
	}
	switch cells := r.Filled(); {
	// Rows with many cells are people unless they say the header's words; the rest is asked of few rows only.
	case c.repeated(r):
		c.footer = false
		return KindRepeatedHeader
	case numberingRow(r):
		return KindNumbering
	case cells <= maxTotalCells && totalRow(r):
		return KindTotal
	case c.footer && !c.resumes(r, cells):
		return KindFooter
	case cells <= maxFooterCells && c.footerStarts(r, cells):
		c.footer = true
		return KindFooter
	case cells <= 2 && c.heading(r, cells):
		return KindTitle
	case cells == 1:
		return c.single(r)
	default:
		return c.person(r)
	}
}

// heading recognises what heads a group of rows, where the name stands and nothing beside it: "I | UNSUR KECAMATAN",
// "A. | PERUSAHAAN". People have running numbers.
func (c *classifier) heading(r Row, cells int) bool {
	if len(c.layout.Columns) < 3 || c.name < 0 || Blank(r.Cell(c.name).Text) {
		return false
	}
	if cells == 1 {
		// What is no word, such as a lone "!", heads nothing.
		words := foldWords(r.Cell(c.name).Text)
		return len(words) > 0 && words[0] == "unsur"
	}
	return c.no >= 0 && isOrdinal(r.Cell(c.no).Text)
}

// person is the kind of a row with several cells.
func (c *classifier) person(r Row) Kind {
	c.footer = false
	if len(c.layout.Columns) > 0 && !c.used(r) {
		return KindBlank
	}
	c.seen = true
	return KindData
}

// used reports whether a row has something for any field but its number.
func (c *classifier) used(r Row) bool {
	if c.name >= 0 && !Blank(r.Cell(c.name).Text) {
		return true
	}
	for f, column := range c.layout.Columns {
		if f != FieldNo && !Blank(r.Cell(column).Text) {
			return true
		}
	}
	return false
}

// single is the kind of a row with one cell.
func (c *classifier) single(r Row) Kind {
	if c.no >= 0 && isNumber(r.Cell(c.no).Text) {
		return KindBlank
	}
	if len(c.layout.Columns) >= 3 || c.name < 0 {
		return c.shortOrTitle(r)
	}
	if len(c.layout.Columns) == 2 && Blank(r.Cell(c.name).Text) {
		return c.shortOrTitle(r)
	}
	c.seen = true
	return KindData
}

// shortOrTitle tells a title from a person without a post, in a table that has no header to part them.
func (c *classifier) shortOrTitle(r Row) Kind {
	if c.layout.HeaderFirst == 0 && !c.seen {
		return KindTitle
	}
	return KindShort
}

// repeated reports whether a row says one of the header's rows again.
func (c *classifier) repeated(r Row) bool {
	// The name's column is asked first, which spares comparing 100,000 rows whole.
	for _, h := range c.header {
		own, head := r.Cell(c.name).Text, h.Cell(c.name).Text
		if !Blank(own) && !Blank(head) && !sameText(own, head) {
			continue
		}
		if repeats(h, r) {
			return true
		}
	}
	return false
}

// numberingRow recognises "1 2 3 4", also "(1) (2) (3)", in at least three cells, from 1 or 2 on.
func numberingRow(r Row) bool {
	n, want := 0, -1
	for _, c := range r.Cells {
		if Blank(c.Text) {
			continue
		}
		v := Natural([]byte(strings.Trim(c.Text, " ().")))
		if v < 0 || want >= 0 && v != want || want < 0 && v != 1 && v != 2 {
			return false
		}
		want = v + 1
		n++
	}
	return n >= 3
}

// maxTotalCells and maxFooterCells are how many cells such rows have at most.
const (
	maxTotalCells  = 6
	maxFooterCells = 4
)

// totalRow recognises a row that begins with a word for a sum, and otherwise holds numbers.
func totalRow(r Row) bool {
	total := false
	for _, c := range r.Cells {
		if Blank(c.Text) {
			continue
		}
		words := foldWords(c.Text)
		switch {
		case len(words) == 0, isNumber(c.Text), amount(words):
		case !total && totalWord(words):
			total = true
		default:
			return false
		}
	}
	return total
}

// totalWord reports whether words begin like a sum.
func totalWord(words []string) bool {
	switch words[0] {
	case "jumlah", "total", "subtotal", "jml":
		return true
	case "sub", "grand":
		return len(words) > 1 && (words[1] == "total" || words[1] == "jumlah")
	}
	return false
}

// amount reports whether words are a number with what is counted: "75 orang", "Rp 150.000".
func amount(words []string) bool {
	numbers := false
	for _, w := range words {
		switch w {
		case "orang", "peserta", "org", "rp", "undangan":
		default:
			if !isNumber(w) {
				return false
			}
			numbers = true
		}
	}
	return numbers
}

// isOrdinal reports whether a text counts groups: "A", "b.", "IV".
func isOrdinal(s string) bool {
	s = strings.ToUpper(strings.Trim(s, " .)("))
	return len(s) == 1 && s[0] >= 'A' && s[0] <= 'Z' || s != "" && strings.Trim(s, "IVX") == ""
}

// isNumber reports whether a text is a number as it stands in a list: "12", "12.", "1.250".
func isNumber(s string) bool {
	s = strings.TrimSpace(s)
	return s != "" && digits(s) > 0 && strings.Trim(s, "0123456789.,)") == ""
}

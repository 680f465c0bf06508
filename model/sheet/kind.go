package sheet

// Kind is what a row is.
type Kind uint8

// The kinds of rows.
const (
	// KindData is a row with somebody in it, to be read.
	KindData Kind = iota + 1
	// KindShort is a row with one cell in a table of three columns or more: perhaps a person of whom nothing but the name is
	// known, perhaps a heading between groups ("Kecamatan Sarang"). The cells are there; if the one cell is in the name's
	// column it can be taken for a person, and always deserves a doubt.
	KindShort
	// KindBlank is a row with nothing but its running number, or nothing in any column that is used and one beside.
	KindBlank
	// KindTitle is a line above the header.
	KindTitle
	// KindHeader is the header itself.
	KindHeader
	// KindRepeatedHeader is the header once more, as printed at the top of every page.
	KindRepeatedHeader
	// KindNumbering is the row "1 2 3 4" that numbers columns.
	KindNumbering
	// KindTotal is a row that sums up: "JUMLAH", "Total peserta".
	KindTotal
	// KindFooter is the signature block and what else stands under the table.
	KindFooter
)

// String names the kind as a lower-case code.
func (k Kind) String() string {
	names := [...]string{
		"unknown", "data", "short", "blank", "title", "header", "repeated header", "numbering", "total", "footer",
	}
	if int(k) >= len(names) {
		return names[0]
	}
	return names[k]
}

// Item is a row and what it is.
type Item struct {
	Kind Kind
	Row  Row
}

package roster

import "hadir/model/sheet"

// Row and Cell are those of package sheet.
type (
	Row  = sheet.Row
	Cell = sheet.Cell
)

// Field is what a column can mean.
type Field string

// The fields. Their words are those of the command line's --map.
const (
	FieldNo          Field = "no"
	FieldName        Field = "name"
	FieldBefore      Field = "titles-before"
	FieldAfter       Field = "titles-after"
	FieldPost        Field = "post"        // jabatan
	FieldInstitution Field = "institution" // instansi
	FieldVillage     Field = "village"     // desa or kelurahan
	FieldDistrict    Field = "district"    // kecamatan
	FieldPhone       Field = "phone"
	FieldNIK         Field = "nik"
	FieldNIP         Field = "nip"
	FieldSex         Field = "sex"
	FieldCategory    Field = "category" // unsur
	FieldNote        Field = "note"     // ket
)

// Fields are all fields in the order in which a person maps them.
func Fields() []Field {
	return []Field{
		FieldName, FieldBefore, FieldAfter, FieldPost, FieldInstitution, FieldVillage, FieldDistrict, FieldPhone,
		FieldNIK, FieldNIP, FieldSex, FieldCategory, FieldNote, FieldNo,
	}
}

// ItemKind says what a row of the table is.
type ItemKind string

// The kinds of rows.
const (
	ItemGuest     ItemKind = "guest"
	ItemBlank     ItemKind = "blank"
	ItemTitle     ItemKind = "title"     // above the header
	ItemHeader    ItemKind = "header"    // the header, and where a page repeats it
	ItemNumbering ItemKind = "numbering" // 1 2 3 4 5 below the header
	ItemTotal     ItemKind = "total"     // JUMLAH
	ItemFooter    ItemKind = "footer"    // place, date and signatures below the table
)

// Item is a row with what its cells mean.
type Item struct {
	Line  int
	Kind  ItemKind
	Cells Cells
}

// Note is something that was met and that a person may want to know. Code names a sentence; the rest fills it in.
type Note struct {
	Code  string // such as "header-at", "no-header", "two-columns", "ignored-column", "long-cell"
	Line  int    // 0: of no one row
	Field Field
	Value string
}

// Cells are the cells of one row, by what they mean. The zero Cells are all empty.
type Cells struct {
	row     sheet.Row
	columns map[Field]int // shared by all rows of a list
}

// At is the cell for a field; empty where the list has none.
func (c Cells) At(f Field) Cell {
	at, ok := c.columns[f]
	if !ok {
		return Cell{}
	}
	return c.row.Cell(at)
}

// CellsOf are the cells of a row that was not read from a table.
func CellsOf(cells map[Field]Cell) Cells {
	c := Cells{columns: make(map[Field]int, len(cells))}
	for f, cell := range cells {
		c.columns[f] = len(c.row.Cells)
		c.row.Cells = append(c.row.Cells, cell)
	}
	return c
}

package roster

import (
	"strings"
	"unicode"

	"hadir/model"
	"hadir/model/name"
	"hadir/model/sheet"
	"hadir/model/text"
)

// How much of a cell is kept, in code points. The civil registry allows a name 60; lists also write what it does not.
const (
	nameLimit = 100
	cellLimit = 250
)

// entry is what one row says, read cell by cell.
type entry struct {
	line    int
	cells   Cells
	guest   model.Guest
	derived derived
	doubts  []Doubt
	named   string // the name as it was typed, when nothing of it was a name
	office  bool   // a post and a place stand there instead: a seat whose name is to follow
	group   bool   // everybody of one post is meant
}

// reader reads the rows of one list. It remembers posts and institutions, which repeat, and counts what is left out.
type reader struct {
	options    Options
	villages   *gazetteer
	wide       bool // the list has more than names
	niks, nips int  // cells that were left out because they are not stored
	posts      map[string]model.Category
	folds      *folds
}

func newReader(items []Item, o Options, f *folds) *reader {
	r := &reader{options: o, folds: f, posts: make(map[string]model.Category)}
	if len(o.Villages) > 0 {
		r.villages = newGazetteer(o.Villages)
	}
	for i := range items {
		if items[i].Kind == ItemGuest && says(items[i].Cells) {
			r.wide = true
			break
		}
	}
	return r
}

// another is a reader of the same list for another processor, which has counted and remembers nothing yet.
func (r *reader) another() *reader {
	return &reader{options: r.options, villages: r.villages, wide: r.wide, folds: newFolds(), posts: make(map[string]model.Category)}
}

// says reports whether a row says anything but a name.
func says(cells Cells) bool {
	for f := range cells.columns {
		switch f {
		case FieldNo, FieldName, FieldBefore, FieldAfter:
		default:
			if !sheet.Blank(cells.At(f).Text) {
				return true
			}
		}
	}
	return false
}

// read gives the guest that a row of cells describes, without an ID, and what is doubtful about it.
func (r *reader) read(it Item) entry {
	e := entry{line: it.Line, cells: it.Cells}
	r.readName(&e)
	e.guest.Post = e.cell(FieldPost, cellLimit)
	e.guest.Institution = e.cell(FieldInstitution, cellLimit)
	e.guest.Village = e.cell(FieldVillage, cellLimit)
	e.guest.District = bareDistrict(e.cell(FieldDistrict, cellLimit))
	e.guest.Note = e.cell(FieldNote, text.LineLimit)
	readPhone(&e)
	e.guest.Sex = readSex(&e)
	r.readNIK(&e)
	r.readOffice(&e)
	r.readCategory(&e)
	r.readVillage(&e)
	if e.guest.Name != "" && r.wide && !says(e.cells) {
		e.doubt(ReasonOnlyName, "", "")
	}
	return e
}

// cell is the clean text of one cell, at most limit code points of it. The apostrophe that guards a cell against being
// computed is taken off, so that what we exported comes back as it was.
func (e *entry) cell(f Field, limit int) string {
	s, notes := text.Line(text.Unformula(e.cells.At(f).Text))
	short, cut := text.Cut(s, limit)
	if cut || notes.Has(text.Shortened) {
		e.long(f, short)
	}
	if notes &^= text.Shortened | text.LineBreak; notes != 0 {
		e.doubt(ReasonCleaned, f, short)
		e.doubts[len(e.doubts)-1].Cleaned = notes
	}
	return short
}

func (e *entry) doubt(why Reason, f Field, value string) {
	e.doubts = append(e.doubts, Doubt{Line: e.line, Reason: why, Field: f, Value: value})
}

// long notes that a cell was cut, and once more if it was cut twice, what is left of it.
func (e *entry) long(f Field, left string) {
	if n := len(e.doubts); n > 0 && e.doubts[n-1].Reason == ReasonLong && e.doubts[n-1].Field == f {
		e.doubts[n-1].Value = left
		return
	}
	e.doubt(ReasonLong, f, left)
}

// readName parts titles from the name, whether they stand beside it or in columns of their own. What says that there is no
// name yet ("nama menyusul", "-") leaves it empty.
func (r *reader) readName(e *entry) {
	typed := e.cell(FieldName, text.LineLimit)
	if isPlaceholder(typed) {
		e.named = typed
		return
	}
	n := name.Parse(typed)
	bare, cut := text.Cut(n.Bare, nameLimit)
	if cut {
		e.long(FieldName, bare)
	}
	e.guest.Name, e.guest.Before, e.guest.After = bare, n.Before, n.After
	if s := e.cell(FieldBefore, cellLimit); hasLetter(s) {
		column := name.Parse(s + " X")
		e.guest.Before = withTitles(titlesOf(column.Before, s, column.Bare == "X"), e.guest.Before, " ")
	}
	if s := e.cell(FieldAfter, cellLimit); hasLetter(s) {
		// A column of titles may hold some that belong before the name: "Drs., M.Si.".
		column := name.Parse("X, " + s)
		e.guest.Before = withTitles(column.Before, e.guest.Before, " ")
		e.guest.After = withTitles(titlesOf(column.After, s, column.Bare == "X"), e.guest.After, ", ")
	}
}

// titlesOf is a column's titles in their usual writing where all of them are known, else as typed.
func titlesOf(usual, typed string, known bool) string {
	if known {
		return usual
	}
	return typed
}

// withTitles puts a column's titles before those that stood beside the name, unless they are among them already.
func withTitles(column, beside, separator string) string {
	switch padded := " " + name.FoldText(beside) + " "; {
	case column == "" || strings.Contains(padded, " "+name.FoldText(column)+" "):
		return beside
	case beside == "":
		return column
	}
	return column + separator + beside
}

// isPlaceholder reports whether a cell of the column of names holds none.
func isPlaceholder(s string) bool {
	if !hasLetter(s) {
		return true
	}
	switch name.FoldText(s) {
	case "nama menyusul", "menyusul", "belum ada", "belum ada nama", "kosong", "tba", "tbd":
		return true
	}
	return false
}

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// bareDistrict is a district without the word for one before it, since every screen and paper puts it there.
func bareDistrict(s string) string {
	word, rest, found := strings.Cut(s, " ")
	if found {
		switch strings.ToLower(word) {
		case "kecamatan", "kec", "kec.":
			return strings.TrimSpace(rest)
		}
	}
	// "Kec.Sarang"
	if len(s) > 4 && strings.EqualFold(s[:4], "kec.") {
		return strings.TrimSpace(s[4:])
	}
	return s
}

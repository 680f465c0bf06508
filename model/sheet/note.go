package sheet

import "slices"

// NoteKind is what was noticed.
type NoteKind uint8

// What is noticed while reading a file. Lines and Count of the Note tell where and how often.
const (
	NoteOpenQuote    NoteKind = iota + 1 // a quote that is never closed; it was taken as a character
	NoteCutCell                          // a cell longer than MaxCellRunes was cut
	NoteBadBytes                         // bytes that are no characters in the file's encoding; each became U+FFFD
	NoteErrorCell                        // a formula's error such as #N/A; the cell was left empty
	NoteNoResult                         // a formula that was saved without its result; the cell was left empty
	NoteHiddenRow                        // rows that Excel hides, by a filter for example; they were read
	NoteImpossible                       // a date that the calendar has not: Excel's 29 February 1900
	NoteOtherSheets                      // other visible sheets were not read; Count is how many
	NoteHeader                           // a header was found; Lines has its rows
	NoteNoHeader                         // there is no header; columns were guessed by their content
	NoteNumberingRow                     // a row "1 2 3 4" under the header, passed over
	NoteDuplicate                        // Column and Other both look like Field; Column is used
	NoteIgnored                          // Column, headed Text, is not used
	NoteGuessed                          // Column is taken for Field by its content, not by its header
	NoteContent                          // Column is headed like Field and holds something else; it is not used
	NoteNoName                           // no column of names could be found
	NoteOverflow                         // rows with something to the right of the last column of the header
)

// String names the kind as a lower-case code.
func (k NoteKind) String() string {
	names := [...]string{
		"unknown", "open quote", "cut cell", "bad bytes", "error cell", "no result", "hidden row", "impossible date",
		"other sheets", "header", "no header", "numbering row", "duplicate", "ignored", "guessed", "content", "no name",
		"overflow",
	}
	if int(k) >= len(names) {
		return names[0]
	}
	return names[k]
}

// Note is something that was noticed and did not stop the reading. Which fields are filled is said at the kinds.
type Note struct {
	Kind   NoteKind
	Lines  []int  // the first rows concerned, at most ten, by the numbers of Row.Line
	Count  int    // how often altogether
	Field  Field  // zero where no field is concerned
	Column int    // counted from 0
	Other  int    // the column that lost to Column
	Text   string // a header, as it stands
}

// maxNoteLines is how many places one note lists; a damaged file has the same fault in each of 100,000 rows.
const maxNoteLines = 10

// Notebook gathers notes so that each kind is told once. The nil Notebook forgets everything.
type Notebook struct{ Notes []Note }

// At counts one more place of a kind.
func (n *Notebook) At(kind NoteKind, line int) {
	if n == nil {
		return
	}
	i := slices.IndexFunc(n.Notes, func(x Note) bool { return x.Kind == kind })
	if i < 0 {
		i = len(n.Notes)
		n.Notes = append(n.Notes, Note{Kind: kind})
	}
	x := &n.Notes[i]
	x.Count++
	// Several cells of one row are one place.
	if len(x.Lines) < maxNoteLines && (len(x.Lines) == 0 || x.Lines[len(x.Lines)-1] != line) {
		x.Lines = append(x.Lines, line)
	}
}

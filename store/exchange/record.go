package exchange

import (
	"strings"

	"hadir/model/sheet"
)

// records cuts delimited text into records, as people's programs write them rather than as RFC 4180 has it: any line
// ending, quotes that are only characters, quotes that nobody closed. It never fails, takes time linear in the text, and
// its fields are parts of the text wherever nothing had to be changed.
type records struct {
	text   string
	pos    int
	delim  byte // zero: one field to a record
	notes  *sheet.Notebook
	line   int          // number of the current record, from 1
	fields []sheet.Cell // of the current record; overwritten by next
}

func newRecords(text string, delim byte, notes *sheet.Notebook) *records {
	return &records{text: text, delim: delim, notes: notes}
}

// next moves to the next record and reports whether there is one.
func (r *records) next() bool {
	if r.pos >= len(r.text) {
		return false
	}
	r.line++
	r.fields = r.fields[:0]
	for {
		r.fields = append(r.fields, sheet.Cell{Text: r.field()})
		if r.pos >= len(r.text) {
			return true
		}
		c := r.text[r.pos]
		r.pos++
		if c == '\n' {
			return true
		}
		// A carriage return ends a record with or without the line feed after it. The delimiter may not be one.
		if c == '\r' {
			if r.pos < len(r.text) && r.text[r.pos] == '\n' {
				r.pos++
			}
			return true
		}
	}
}

// field reads one field and leaves pos at what ended it.
func (r *records) field() string {
	start := r.pos
	for start < len(r.text) && r.text[start] == ' ' && r.delim != ' ' {
		start++
	}
	if start < len(r.text) && r.text[start] == '"' {
		if value, end, ok := r.quoted(start); ok {
			r.pos = end
			return r.cut(value)
		}
	}
	start = r.pos
	r.pos = r.plainEnd(start)
	return r.cut(r.text[start:r.pos])
}

// plainEnd finds the end of text without quotes.
func (r *records) plainEnd(i int) int {
	for ; i < len(r.text); i++ {
		if c := r.text[i]; c == '\n' || c == '\r' || c == r.delim && r.delim != 0 {
			break
		}
	}
	return i
}

// quoted reads the field that opens with a quote at pos open. It declines where the quote turns out to be a character: the
// field is then read again as plain text.
//
// What is read twice that way holds only quotes in pairs, and a pair at the start of a field closes itself, so nothing is
// read a third time.
func (r *records) quoted(open int) (value string, end int, ok bool) {
	closing, doubled := r.closingQuote(open + 1)
	if closing < 0 {
		r.notes.At(sheet.NoteOpenQuote, r.line)
		return "", 0, false
	}
	value = r.text[open+1 : closing]
	after := r.plainEnd(closing + 1)
	rest := strings.TrimRight(r.text[closing+1:after], " ")
	if rest != "" {
		// Text after a closing quote: over a line break the quote of a later field was taken for it.
		if strings.ContainsAny(value, "\r\n") {
			r.notes.At(sheet.NoteOpenQuote, r.line)
			return "", 0, false
		}
		// "Abah" Soleh is a person with a nickname. Only quotes that hold a delimiter were meant as such.
		if r.delim == 0 || strings.IndexByte(value, r.delim) < 0 {
			return "", 0, false
		}
		value += rest
	}
	if doubled {
		value = strings.ReplaceAll(value, `""`, `"`)
	}
	if strings.Contains(value, "\r") {
		value = strings.ReplaceAll(strings.ReplaceAll(value, "\r\n", "\n"), "\r", "\n")
	}
	return value, after, true
}

// closingQuote finds the quote that is not one of a pair, or -1 if there is none within what a cell can hold.
func (r *records) closingQuote(i int) (at int, doubled bool) {
	limit := min(len(r.text), i+maxQuoted)
	for {
		n := strings.IndexByte(r.text[i:limit], '"')
		if n < 0 {
			return -1, doubled
		}
		i += n
		// The pair may lie across the limit, which is why the text and not the limit is asked.
		if i+1 >= len(r.text) || r.text[i+1] != '"' {
			return i, doubled
		}
		doubled = true
		if i += 2; i >= limit {
			return -1, doubled
		}
	}
}

// cut holds a field to the longest cell.
func (r *records) cut(s string) string {
	s, long := cutCell(s)
	if long {
		r.notes.At(sheet.NoteCutCell, r.line)
	}
	return s
}

// cutCell cuts text at MaxCellRunes and reports whether it was longer.
func cutCell(s string) (string, bool) {
	if len(s) <= MaxCellRunes {
		return s, false
	}
	n := 0
	for i := range s {
		if n == MaxCellRunes {
			return s[:i], true
		}
		n++
	}
	return s, false
}

package exchange

import (
	"strings"

	"hadir/model/sheet"
)

// readText reads a delimited text file.
func readText(src *source, opt Options) (*sheet.Book, error) {
	raw, err := src.text()
	if err != nil {
		return nil, err
	}
	text, enc, err := decode(raw)
	if err != nil {
		return nil, err
	}
	text, delim := announced(text)
	// What the officer says outranks what the file says, and that outranks the guess.
	if opt.Delimiter != 0 {
		delim = opt.Delimiter
	}
	if delim == 0 {
		delim = guessDelimiter(text)
	}
	notes := &sheet.Notebook{}
	rows, err := textRows(text, delim, notes)
	if err != nil {
		return nil, err
	}
	// Delimiters alone are what remains of a list that was emptied.
	if len(rows) == 0 || strings.Trim(text, " \t\r\n;,|\"") == "" {
		return nil, &sheet.FileError{Fault: sheet.FaultEmpty}
	}
	return &sheet.Book{Format: sheet.FormatText, Encoding: enc, Delimiter: delim, Rows: rows, Notes: notes.Notes}, nil
}

// announced takes off the first line "sep=;" by which Excel tells itself the delimiter.
func announced(text string) (rest string, delim byte) {
	end := strings.IndexAny(text, "\r\n")
	if end < 0 {
		end = len(text)
	}
	line := strings.Trim(text[:end], `"`)
	if len(line) != 5 || !strings.EqualFold(line[:4], "sep=") {
		return text, 0
	}
	rest = strings.TrimPrefix(text[end:], "\r")
	return strings.TrimPrefix(rest, "\n"), line[4]
}

// textRows cuts the text into rows.
func textRows(text string, delim byte, notes *sheet.Notebook) ([]sheet.Row, error) {
	// No more rows than lines, so the list of rows need not grow by being copied.
	t := &table{notes: notes, rows: make([]sheet.Row, 0, min(MaxRows, strings.Count(text, "\n")+1))}
	// One look at the whole text saves a look at each cell of a sound file.
	damaged := strings.Contains(text, "\ufffd")
	for sc := newRecords(text, delim, notes); sc.next(); {
		for _, c := range sc.fields {
			if damaged && strings.Contains(c.Text, "\ufffd") {
				notes.At(sheet.NoteBadBytes, sc.line)
			}
		}
		if err := t.add(sc.line, sc.fields); err != nil {
			return nil, err
		}
	}
	return t.rows, nil
}

package sheet

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// sample reads the rows of a list in testdata, whose delimiter is told.
func sample(t testing.TB, file string, delimiter rune) []Row {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\ufeff"))))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = delimiter, true, -1
	records, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []Row
	for i, record := range records {
		row := Row{Line: i + 1}
		for _, text := range record {
			if !utf8.ValidString(text) {
				text = strings.ToValidUTF8(text, "\ufffd")
			}
			row.Cells = append(row.Cells, Cell{Text: text})
		}
		rows = appendRow(rows, row)
	}
	return rows
}

// lines makes rows of text, cells between bars, one row a line; blank ones are left out, as the reader of files does.
func lines(text string) []Row {
	var rows []Row
	for i, line := range strings.Split(strings.Trim(text, "\n"), "\n") {
		r := Row{Line: i + 1}
		for _, s := range strings.Split(line, "|") {
			r.Cells = append(r.Cells, Cell{Text: strings.TrimSpace(s)})
		}
		rows = appendRow(rows, r)
	}
	return rows
}

// delimiterOf is the delimiter of each list in testdata.
func delimiterOf(file string) rune {
	if filepath.Ext(file) == ".tsv" {
		return '\t'
	}
	if file == "kantor.csv" {
		return ';'
	}
	return ','
}

// appendRow keeps a row up to its last cell that shows something, and no blank one.
func appendRow(rows []Row, r Row) []Row {
	for len(r.Cells) > 0 && Blank(r.Cells[len(r.Cells)-1].Text) {
		r.Cells = r.Cells[:len(r.Cells)-1]
	}
	if len(r.Cells) == 0 {
		return rows
	}
	return append(rows, r)
}

// noteOf finds the note of a kind.
func noteOf(notes []Note, kind NoteKind) (Note, bool) {
	for _, n := range notes {
		if n.Kind == kind {
			return n, true
		}
	}
	return Note{}, false
}

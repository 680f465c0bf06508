package exchange

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hadir/model/sheet"
)

// What encoding/csv writes is read as it was, whatever the cells hold.
func TestReadsWhatCSVWrites(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		delim := rapid.SampledFrom([]byte{',', ';', '\t', '|'}).Draw(rt, "delimiter")
		cell := rapid.StringMatching(`[a-z,;|"' é\n\t]{0,8}`)
		rows := rapid.SliceOfN(rapid.SliceOfN(cell, 2, 5), 1, 10).Draw(rt, "rows")
		var buf bytes.Buffer
		w := csv.NewWriter(&buf)
		w.Comma = rune(delim)
		w.UseCRLF = rapid.Bool().Draw(rt, "crlf")
		want := &table{}
		for i, row := range rows {
			row[0] = "x" + row[0] // an empty first row would be no row
			if err := w.Write(row); err != nil {
				rt.Fatal(err)
			}
			var cells []sheet.Cell
			for _, s := range row {
				cells = append(cells, sheet.Cell{Text: s})
			}
			if err := want.add(i+1, cells); err != nil {
				rt.Fatal(err)
			}
		}
		w.Flush()
		b, err := readBytes(buf.Bytes(), Options{Delimiter: delim})
		if err != nil {
			rt.Fatal(err)
		}
		if grid(b.Rows) != grid(want.rows) || len(b.Notes) > 0 {
			rt.Fatalf("%q:\n%s\nwant:\n%s\nnotes %v", buf.String(), grid(b.Rows), grid(want.rows), b.Notes)
		}
	})
}

// However quotes stand in a text, every record ends, nothing but quotes and blanks is lost, and no byte is read often.
func TestQuotesLoseNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.StringMatching(`[ab,"\n ]{1,60}`).Draw(rt, "text")
		var got strings.Builder
		for sc := newRecords(text, ',', nil); sc.next(); {
			for _, f := range sc.fields {
				got.WriteString(f.Text)
			}
		}
		letters := func(s string) string {
			return strings.Map(func(r rune) rune {
				if r == 'a' || r == 'b' {
					return r
				}
				return -1
			}, s)
		}
		if letters(got.String()) != letters(text) {
			rt.Fatalf("%q became %q", text, got.String())
		}
	})
}

// The delimiter is found in lists of every width, with names that hold commas.
func TestDelimiterIsFound(t *testing.T) {
	name := rapid.SampledFrom([]string{"Eko", "Siti Lestari, S.H.", "Drs. Budi, S.H., M.Si.", "\"Retno, S.E.\"", "Ma'ruf \"Kyai\" Amin"})
	rapid.Check(t, func(rt *rapid.T) {
		delim := rapid.SampledFrom([]string{";", "\t", "|"}).Draw(rt, "delimiter")
		width := rapid.IntRange(2, 9).Draw(rt, "width")
		var b strings.Builder
		for range rapid.IntRange(1, 30).Draw(rt, "rows") {
			b.WriteString(name.Draw(rt, "name") + strings.Repeat(delim+"x", width-1) + "\n")
		}
		if got := guessDelimiter("DAFTAR UNDANGAN\n" + b.String()); string(got) != delim {
			rt.Fatalf("found %q in %q", got, b.String())
		}
	})
}

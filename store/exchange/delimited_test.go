package exchange

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"hadir/model/sheet"
)

// rendered writes a table that every encoding can hold, with a delimiter and a line ending.
func rendered(delim, end string) string {
	const list = "Nomor{D}nama{D}Jabatan{N}1{D}Sukini Andr\u00e9{D}Lurah{N}2{D}\"Retno, S.H.;\t| x\"{D}Staf{N}"
	return strings.NewReplacer("{D}", delim, "{N}", end).Replace(list)
}

func TestEncodings(t *testing.T) {
	encodings := []struct {
		name string
		enc  encoding.Encoding
		mark string
		want sheet.Encoding
	}{
		{"utf-8", encoding.Nop, "", sheet.UTF8},
		{"utf-8 with mark", encoding.Nop, "\xef\xbb\xbf", sheet.UTF8},
		{"utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "", sheet.UTF16LE},
		{"utf-16le with mark", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "\xff\xfe", sheet.UTF16LE},
		{"utf-16be", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "", sheet.UTF16BE},
		{"utf-16be with mark", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "\xfe\xff", sheet.UTF16BE},
		{"windows-1252", charmap.Windows1252, "", sheet.Windows1252},
	}
	want := "1:Nomor|nama|Jabatan\n2:1|Sukini Andr\u00e9|Lurah\n3:2|Retno, S.H.;\t| x|Staf\n"
	for _, e := range encodings {
		for _, delim := range []string{",", ";", "\t", "|"} {
			for _, end := range []string{"\n", "\r\n", "\r"} {
				t.Run(fmt.Sprintf("%s %q %q", e.name, delim, end), func(t *testing.T) {
					body, err := e.enc.NewEncoder().String(rendered(delim, end))
					if err != nil {
						t.Fatal(err)
					}
					b := mustRead(t, []byte(e.mark+body), Options{})
					if got := grid(b.Rows); got != want {
						t.Errorf("rows:\n%s\nwant:\n%s", got, want)
					}
					if b.Format != sheet.FormatText || b.Encoding != e.want || string(b.Delimiter) != delim {
						t.Errorf("%v, %v, %q", b.Format, b.Encoding, b.Delimiter)
					}
					if len(b.Notes) != 0 {
						t.Errorf("notes %v", b.Notes)
					}
				})
			}
		}
	}
}

func TestRecords(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
		delim            byte
		open             []int // rows where a quote is never closed
	}{
		{name: "quotes", text: `a,"b ""c"" d",""` + "\n", want: `1:a|b "c" d`},
		{name: "blank rows count", text: "a;b\n\n;;\n ; \nc;d", want: "1:a|b 5:c|d"},
		{name: "line break in a cell", text: "a,\"Desa\r\nPulo\"\nb,c\n", want: "1:a|Desa~Pulo 2:b|c"},
		{name: "spaces before a quote", text: "a, \"b, c\" ,d\n", want: "1:a|b, c|d", delim: ','},
		{name: "quotes inside text", text: "Ma'ruf \"Kyai\" Amin;Tokoh\n5\" papan;x\n", want: `1:Ma'ruf "Kyai" Amin|Tokoh 2:5" papan|x`},
		{name: "nickname first", text: "\"Abah\" Soleh;Tokoh\n", want: `1:"Abah" Soleh|Tokoh`},
		{name: "quoted delimiter, then text", text: "\"Retno, S.H.\" (ibu),Staf\n", want: `1:Retno, S.H. (ibu)|Staf`, delim: ','},
		{name: "no last line ending", text: "a,b\nc,", want: "1:a|b 2:c"},
		{name: "announced", text: "sep=|\r\na|b;c\r\n", want: "1:a|b;c"},
		{name: "announced in quotes", text: "\"sep=;\"\na;b,c\n", want: "1:a|b,c"},
		{name: "open to the end", text: "1,Siti,Staf\n2,\"Budi,Lurah\n3,Eko,Camat\n", want: `1:1|Siti|Staf 2:2|"Budi|Lurah 3:3|Eko|Camat`, open: []int{2}},
		{name: "open, closed by a later row", text: "1,\"Budi,Lurah\n2,\"Siti, S.H.\",Staf\n3,Eko,x\n", want: `1:1|"Budi|Lurah 2:2|Siti, S.H.|Staf 3:3|Eko|x`, open: []int{1}},
		{name: "open in many rows", text: "a,b\nc,\"d\ne,\"f\ng,\"h\n", want: `1:a|b 2:c|"d 3:e|"f 4:g|"h`, open: []int{2, 3, 4}},
		{name: "one column with degrees", text: "Nama\nSuyatno, S.H.\nSiti, S.Pd.\nEko\n", want: "1:Nama 2:Suyatno, S.H. 3:Siti, S.Pd. 4:Eko"},
		{name: "commas not quoted", text: "No,Nama,Jabatan,Desa\n1,Siti, S.H.,Lurah,Pulo\n2,Eko,Staf,Waru\n", want: "1:No|Nama|Jabatan|Desa 2:1|Siti| S.H.|Lurah|Pulo 3:2|Eko|Staf|Waru"},
		{name: "decimal commas", text: "No;Honor;Nama\n1;1,5;Siti, S.H.\n2;2,5;Eko, S.E.\n", want: "1:No|Honor|Nama 2:1|1,5|Siti, S.H. 3:2|2,5|Eko, S.E."},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := mustRead(t, []byte(c.text), Options{Delimiter: c.delim})
			got := strings.Join(strings.FieldsFunc(strings.ReplaceAll(strings.ReplaceAll(grid(b.Rows), "Desa\nPulo", "Desa~Pulo"), "\n", "\x00"), func(r rune) bool { return r == 0 }), " ")
			if got != c.want {
				t.Errorf("rows  %s\nwant  %s", got, c.want)
			}
			n, _ := noteOf(b.Notes, sheet.NoteOpenQuote)
			if !reflect.DeepEqual(n.Lines, c.open) {
				t.Errorf("open quotes at %v, want %v", n.Lines, c.open)
			}
		})
	}
}

// An opened quote must not swallow the file: beyond the longest cell it is a character.
func TestOpenQuoteIsBounded(t *testing.T) {
	rows := strings.Repeat("3,Eko Utomo,Lurah\n", 20_000)
	b := mustRead(t, []byte("1,Siti,Staf\n2,\"Budi,Camat\n"+rows+"4,\"x\",y\n"), Options{})
	if len(b.Rows) != 20_003 || b.Rows[1].Cell(1).Text != `"Budi` {
		t.Errorf("%d rows, second %v", len(b.Rows), b.Rows[1])
	}
	if n, ok := noteOf(b.Notes, sheet.NoteOpenQuote); !ok || n.Count != 1 || n.Lines[0] != 2 {
		t.Errorf("note %+v", n)
	}
}

func TestLongCell(t *testing.T) {
	long := strings.Repeat("\u00e9", MaxCellRunes+100)
	b := mustRead(t, []byte("Nama,Ket\nSiti,"+long+"\nEko,x\n"), Options{})
	if got := b.Rows[1].Cell(1).Text; got != long[:2*MaxCellRunes] {
		t.Errorf("cut to %d bytes", len(got))
	}
	if n, ok := noteOf(b.Notes, sheet.NoteCutCell); !ok || n.Lines[0] != 2 || n.Count != 1 {
		t.Errorf("note %+v", n)
	}
}

// Mostly sound UTF-8 stays UTF-8; what is lost is told.
func TestDamagedUTF8(t *testing.T) {
	b := mustRead(t, []byte("Nama,Ket\nRen\u00e9,\u00e1\u00e9\u00ed\nEko,\xffx\n"), Options{})
	if b.Encoding != sheet.UTF8 || b.Rows[2].Cell(1).Text != "\ufffdx" {
		t.Errorf("%v %q", b.Encoding, b.Rows[2].Cell(1).Text)
	}
	if n, ok := noteOf(b.Notes, sheet.NoteBadBytes); !ok || n.Lines[0] != 3 {
		t.Errorf("note %+v", n)
	}
}

func TestTextLimits(t *testing.T) {
	at := func(rows int) []byte { return []byte("Nama;HP\n" + strings.Repeat("a;b\n\n", rows-1)) }
	if b := mustRead(t, at(MaxRows), Options{}); len(b.Rows) != MaxRows {
		t.Errorf("%d rows", len(b.Rows))
	}
	_, err := readBytes(at(MaxRows+1), Options{})
	wantFault(t, err, sheet.FaultTooManyRows, "")
	// Blank rows were counted into the number, and not against the limit.
	if fe := new(sheet.FileError); !errors.As(err, &fe) || fe.Line != 2*MaxRows {
		t.Errorf("line %d", fe.Line)
	}
	mustRead(t, []byte("a"+strings.Repeat(",", 20_000)+"\n"+strings.Repeat("a,", MaxColumns)+"\n"), Options{})
	_, err = readBytes([]byte(strings.Repeat("a,", MaxColumns)+"b\n"), Options{})
	wantFault(t, err, sheet.FaultTooManyColumns, "IW")
	_, err = readBytes([]byte(strings.Repeat(strings.Repeat("a,", 200)+"\n", MaxCells/200+1)), Options{})
	wantFault(t, err, sheet.FaultTooBig, "cells")
}

// The three samples as they are.
func TestSamplesAsText(t *testing.T) {
	for _, c := range []struct {
		file  string
		enc   sheet.Encoding
		delim byte
		rows  int
		last  int
	}{
		{"kantor.csv", sheet.UTF8, ';', 29, 32},
		{"kecamatan.csv", sheet.UTF8, ',', 31, 31},
		{"rusak.tsv", sheet.Windows1252, '\t', 21, 21},
	} {
		b := mustRead(t, sample(t, c.file), Options{})
		if b.Encoding != c.enc || b.Delimiter != c.delim || len(b.Rows) != c.rows || b.Rows[len(b.Rows)-1].Line != c.last {
			t.Errorf("%s: %v %q, %d rows to line %d", c.file, b.Encoding, b.Delimiter, len(b.Rows), b.Rows[len(b.Rows)-1].Line)
		}
		if len(b.Notes) != 0 {
			t.Errorf("%s: notes %v", c.file, b.Notes)
		}
	}
}

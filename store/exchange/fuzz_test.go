package exchange

import (
	"bytes"
	"encoding/xml"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"hadir/model/sheet"
)

// FuzzOpen reads any bytes as a file. Whatever comes out is within the limits, and what does not come out is a typed error.
func FuzzOpen(f *testing.F) {
	for _, name := range []string{"kantor.csv", "kecamatan.csv", "rusak.tsv"} {
		f.Add(sample(f, name))
	}
	f.Add([]byte("sep=;\r\na;\"b\r\n\"\"c\";d\r\n\"open"))
	f.Add([]byte("\xff\xfeN\x00a\x00m\x00a\x00\n\x00\x00\xd8"))
	f.Add([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + string(wide("EncryptedPackage"))))
	f.Add(excel(f, [][]any{{"No", "Nama"}, {1, "Eko"}}))
	f.Add(parts{sheets: []string{inline([][]string{{"Nama"}, {"Eko"}}), ""}, shared: []string{"<t>x</t>"}}.zip(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := readBytes(data, Options{})
		if err != nil {
			if fe := new(sheet.FileError); !errors.As(err, &fe) || fe.Fault == 0 || fe.Path == "" {
				t.Fatalf("error %#v", err)
			}
			return
		}
		checkBook(t, b)
	})
}

// FuzzSheet reads any bytes as the inside of a worksheet, past the zip that a fuzzer rarely gets right.
func FuzzSheet(f *testing.F) {
	f.Add(`<row r="1"><c r="B1" t="s"><v>0</v></c><c t="inlineStr"><is><r><t>a</t></r></is></c></row>`, `<t>x &amp; y</t>`)
	f.Add(`<row r="7" hidden="1"><c r="XFD7" t="e"><v>#N/A</v></c><c><f>1</f></c><c s="1"><v>60</v></c></row>`, `<r><t>a</t></r><rPh><t>b</t></rPh>`)
	f.Add(`<!-- x --><row><c t="b"><v>1</v></c><c><v>1e300</v></c></row></sheetData><row>`, `<![CDATA[ ]]>`)
	f.Add(`<row a='>' b="'"><c r="ZZZZ1" t="str"><v>&#x41;&#0;&bogus;</v></c></row>`, `_x000D_`)
	f.Fuzz(func(t *testing.T, doc, shared string) {
		p := parts{sheets: []string{doc}, shared: []string{shared}, styles: `<cellXfs><xf/><xf numFmtId="14"/></cellXfs>`}
		b, err := readBytes(p.zip(t), Options{})
		if err == nil {
			checkBook(t, b)
		}
	})
}

// checkBook holds a book and everything that is made of it to what their documentation says.
func checkBook(t *testing.T, b *sheet.Book) {
	t.Helper()
	if len(b.Rows) > MaxRows {
		t.Fatalf("%d rows", len(b.Rows))
	}
	line := 0
	for _, r := range b.Rows {
		if r.Line <= line || len(r.Cells) == 0 || len(r.Cells) > MaxColumns || sheet.Blank(r.Cells[len(r.Cells)-1].Text) {
			t.Fatalf("after line %d: %+v", line, r)
		}
		line = r.Line
		for _, c := range r.Cells {
			if !utf8.ValidString(c.Text) || utf8.RuneCountInString(c.Text) > MaxCellRunes {
				t.Fatalf("line %d: cell of %d bytes", line, len(c.Text))
			}
		}
	}
	layout := sheet.Guess(b.Rows)
	if items := layout.Classify(b.Rows); len(items) != len(b.Rows) {
		t.Fatalf("%d items of %d rows", len(items), len(b.Rows))
	}
}

// FuzzMarkup compares the tags and texts of any XML with encoding/xml, which refuses more, but must not see it otherwise.
func FuzzMarkup(f *testing.F) {
	f.Add(`<a x="1>2"><b:c/>t&amp;&#233;<!-- <x> --><![CDATA[<q>&]]></a>`)
	f.Add(`<?xml version="1.0"?><r a='"' b="'"><v>1</v> <v/></r>`)
	f.Fuzz(func(t *testing.T, doc string) {
		if strings.Contains(doc, "]]>") && !strings.Contains(doc, "<![CDATA[") {
			return
		}
		want, err := tokens(doc)
		if err != nil || strings.Contains(doc, "<!D") || !utf8.ValidString(doc) {
			return
		}
		m := newMarkup(strings.NewReader(doc), make([]byte, 64+len(doc)))
		m.keep = true
		var got strings.Builder
		for {
			tg, err := m.next()
			got.Write(unescape(m.text))
			if err != nil {
				break
			}
			if tg.open {
				got.WriteString("<" + string(tg.name) + ">")
			}
			if tg.close {
				got.WriteString("</>")
			}
		}
		if got.String() != want {
			t.Fatalf("%q:\nhere %q\nxml  %q", doc, got.String(), want)
		}
	})
}

// tokens shows a document as encoding/xml reads it.
func tokens(doc string) (string, error) {
	var b strings.Builder
	d := xml.NewDecoder(strings.NewReader(doc))
	depth := 0
	for {
		tok, err := d.Token()
		if err != nil {
			if depth == 0 && err.Error() == "EOF" {
				return b.String(), nil
			}
			return "", err
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return "", errors.New("deep")
			}
			b.WriteString("<" + tok.Name.Local + ">")
		case xml.EndElement:
			depth--
			b.WriteString("</>")
		case xml.CharData:
			b.Write(tok)
		case xml.Directive:
			return "", errors.New("directive")
		}
	}
}

// FuzzUnescape holds the resolving of entities to never growing, and to leaving valid text valid.
func FuzzUnescape(f *testing.F) {
	for _, s := range []string{"a&amp;b", "&#x10FFFF;&#55296;&#0;", "&", "&;", "&#;", "&#x;", "\r\n\r", "&lt;&gt;&quot;&apos;&eacute;"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		out := unescape([]byte(s))
		if len(out) > len(s) || utf8.ValidString(s) && !utf8.Valid(out) || bytes.IndexByte(out, '\r') >= 0 && !strings.Contains(s, "&#") {
			t.Fatalf("%q became %q", s, out)
		}
	})
}

package exchange

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"hadir/model/sheet"
)

// readBytes is Open on bytes.
func readBytes(data []byte, opt Options) (*sheet.Book, error) {
	return read("test", bytes.NewReader(data), int64(len(data)), opt)
}

// mustRead reads bytes that have to be readable.
func mustRead(t testing.TB, data []byte, opt Options) *sheet.Book {
	t.Helper()
	b, err := readBytes(data, opt)
	if err != nil {
		t.Fatalf("read: %v", err)
	}
	return b
}

// sample reads one of the lists in testdata.
func sample(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// wantFault checks an error's fault and detail.
func wantFault(t testing.TB, err error, fault sheet.Fault, detail string) {
	t.Helper()
	var fe *sheet.FileError
	if !errors.As(err, &fe) {
		t.Fatalf("error = %v, want a sheet.FileError %q", err, fault)
	}
	if fe.Fault != fault || fe.Detail != detail {
		t.Fatalf("fault = %q %q (%v), want %q %q", fe.Fault, fe.Detail, err, fault, detail)
	}
	if fe.Path == "" {
		t.Errorf("%v has no path", err)
	}
}

// grid shows rows as "line: cell|cell", one to a line; numeric cells have a "#" before them.
func grid(rows []sheet.Row) string {
	var b strings.Builder
	for _, r := range rows {
		fmt.Fprintf(&b, "%d:", r.Line)
		for i, c := range r.Cells {
			if i > 0 {
				b.WriteByte('|')
			}
			if c.Numeric {
				b.WriteByte('#')
			}
			b.WriteString(c.Text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// noteOf finds the note of a kind.
func noteOf(notes []sheet.Note, kind sheet.NoteKind) (sheet.Note, bool) {
	for _, n := range notes {
		if n.Kind == kind {
			return n, true
		}
	}
	return sheet.Note{}, false
}

// entry is one file of a zip.
type entry struct{ name, body string }

// pack zips entries in their order.
func pack(t testing.TB, entries ...entry) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, e := range entries {
		f, err := w.Create(e.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(e.body)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

const (
	xmlHead  = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	nsMain   = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	nsOffice = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	nsRels   = `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`
)

// parts are the pieces of a workbook as LibreOffice writes it; tests change what they are about.
type parts struct {
	sheets  []string // the XML inside <sheetData> of each sheet
	names   []string // "Lembar1" and so on without
	state   []string // "visible" without
	shared  []string // the XML inside each <si>
	styles  string   // the XML inside <styleSheet>
	setting string   // the XML before <sheets>
	extra   []entry
}

// entries gives the files of the workbook.
func (p parts) entries() []entry {
	var sheets, rels strings.Builder
	var out []entry
	for i, data := range p.sheets {
		name, state := fmt.Sprintf("Lembar%d", i+1), "visible"
		if i < len(p.names) {
			name = p.names[i]
		}
		if i < len(p.state) {
			state = p.state[i]
		}
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d" state="%s" r:id="rId%d"/>`, html.EscapeString(name), i+1, state, i+10)
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i+10, nsOffice, i+1)
		out = append(out, entry{
			fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1),
			xmlHead + `<worksheet ` + nsMain + `><dimension ref="A1:G9"/><sheetData>` + data + `</sheetData></worksheet>`,
		})
	}
	out = append(
		out,
		entry{"_rels/.rels", xmlHead + `<Relationships ` + nsRels + `><Relationship Id="rId1" Type="` + nsOffice + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		entry{"xl/workbook.xml", xmlHead + `<workbook ` + nsMain + ` xmlns:r="` + nsOffice + `">` + p.setting + `<sheets>` + sheets.String() + `</sheets></workbook>`},
		entry{"xl/_rels/workbook.xml.rels", xmlHead + `<Relationships ` + nsRels + `><Relationship Id="rId1" Type="` + nsOffice + `/styles" Target="styles.xml"/>` +
			rels.String() + `<Relationship Id="rId3" Type="` + nsOffice + `/sharedStrings" Target="sharedStrings.xml"/></Relationships>`},
		entry{"xl/styles.xml", xmlHead + `<styleSheet ` + nsMain + `>` + p.styles + `</styleSheet>`},
		entry{"xl/sharedStrings.xml", xmlHead + `<sst ` + nsMain + `><si>` + strings.Join(p.shared, `</si><si>`) + `</si></sst>`},
	)
	return append(out, p.extra...)
}

// zip packs the workbook.
func (p parts) zip(t testing.TB) []byte { return pack(t, p.entries()...) }

// inline makes the XML of one sheet of inline strings; empty texts are left out, as are empty rows.
func inline(rows [][]string) string {
	var b strings.Builder
	for i, row := range rows {
		if strings.Join(row, "") == "" {
			continue
		}
		fmt.Fprintf(&b, `<row r="%d">`, i+1)
		for j, s := range row {
			if s != "" {
				fmt.Fprintf(&b, `<c r="%s%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, sheet.Letter(j), i+1, html.EscapeString(s))
			}
		}
		b.WriteString(`</row>`)
	}
	return b.String()
}

// excel makes a workbook by excelize.
func excel(t testing.TB, rows [][]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range rows {
		at, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := f.SetSheetRow("Sheet1", at, &row); err != nil {
			t.Fatal(err)
		}
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

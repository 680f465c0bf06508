package exchange

import (
	"bytes"
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"hadir/model/sheet"
)

// asReference reads a workbook by excelize, raw values as they stand, in the form of grid without the marks of numbers.
func asReference(t interface{ Fatal(...any) }, data []byte) string {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := f.GetRows(f.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	tb := &table{}
	for i, row := range all {
		var cells []sheet.Cell
		for _, s := range row {
			cells = append(cells, sheet.Cell{Text: s})
		}
		if err := tb.add(i+1, cells); err != nil {
			t.Fatal(err)
		}
	}
	return grid(tb.rows)
}

func unmarked(rows []sheet.Row) string {
	plain := make([]sheet.Row, len(rows))
	for i, r := range rows {
		plain[i] = sheet.Row{Line: r.Line}
		for _, c := range r.Cells {
			plain[i].Cells = append(plain[i].Cells, sheet.Cell{Text: c.Text})
		}
	}
	return grid(plain)
}

// The sample list as a workbook reads like the sample list as text.
func TestSampleAsWorkbook(t *testing.T) {
	var rows [][]any
	for i, r := range mustRead(t, sample(t, "kantor.csv"), Options{}).Rows {
		for len(rows) < r.Line-1 {
			rows = append(rows, nil)
		}
		var cells []any
		for column, c := range r.Cells {
			// As Excel would have it: what looks like a number is one.
			if n := sheet.Natural([]byte(c.Text)); column == 0 && i > 2 && n >= 0 {
				cells = append(cells, n)
			} else {
				cells = append(cells, c.Text)
			}
		}
		rows = append(rows, cells)
	}
	data := excel(t, rows)
	b := mustRead(t, data, Options{})
	if got, want := unmarked(b.Rows), grid(mustRead(t, sample(t, "kantor.csv"), Options{}).Rows); got != want {
		t.Errorf("workbook:\n%s\ntext:\n%s", got, want)
	}
	if got, want := unmarked(b.Rows), asReference(t, data); got != want {
		t.Errorf("here:\n%s\nexcelize:\n%s", got, want)
	}
	if b.Format != sheet.FormatXLSX || b.Sheet != "Sheet1" || len(b.Sheets) != 1 || !b.Rows[3].Cell(0).Numeric {
		t.Errorf("%+v", b)
	}
}

// Whatever cells a workbook has, they are read as excelize reads them.
func TestLikeReference(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		cell := rapid.OneOf(
			rapid.Just[any](nil),
			rapid.Map(rapid.StringMatching(`[A-Za-z<>&"'.,;=\n é_x0-9]{1,12}`), func(s string) any { return "t" + strings.ReplaceAll(s, "_x", "_y") + "t" }),
			rapid.Map(rapid.IntRange(-1_000_000, 1_000_000_000_000), func(n int) any { return n }),
			rapid.Map(rapid.Float64Range(0, 1000), func(f float64) any { return math.Round(f*100) / 100 }),
		)
		rows := rapid.SliceOfN(rapid.SliceOfN(cell, 0, 6), 1, 8).Draw(rt, "rows")
		data := excel(t, append([][]any{{"Nama"}}, rows...))
		b, err := readBytes(data, Options{})
		if err != nil {
			rt.Fatal(err)
		}
		if got, want := unmarked(b.Rows), asReference(rt, data); got != want {
			rt.Fatalf("here:\n%s\nexcelize:\n%s", got, want)
		}
	})
}

// As LibreOffice writes: shared texts, every attribute, rows that are empty left out.
func TestLibreOfficeShape(t *testing.T) {
	data := parts{
		sheets: []string{
			`<row r="1" customFormat="false" ht="12.8" hidden="false"><c r="A1" s="0" t="s"><v>0</v></c></row>` +
				`<row r="3" hidden="false"><c r="A3" s="0" t="s"><v>1</v></c><c r="C3" s="0" t="s"><v>2</v></c></row>` +
				`<row r="4"><c r="A4" s="0" t="n"><v>1</v></c><c r="B4" t="s"><v>3</v></c><c r="C4" s="0" t="n"><v>3317105202930000</v></c></row>`,
		},
		shared: []string{
			`<t xml:space="preserve">DAFTAR UNDANGAN </t>`, `<t>NO.</t>`, `<r><rPr><b/></rPr><t>NAMA</t></r><r><t xml:space="preserve"> &amp; GELAR</t></r><rPh sb="0"><t>x</t></rPh>`,
			`<t>Desa_x000D_&#10;Pulo</t>`,
		},
	}.zip(t)
	want := "1:DAFTAR UNDANGAN \n3:NO.||NAMA & GELAR\n4:#1|Desa\r\nPulo|#3317105202930000\n"
	if got := grid(mustRead(t, data, Options{}).Rows); got != want {
		t.Errorf("rows:\n%s\nwant:\n%s", got, want)
	}
}

// As other programs write: prefixes, comments, CDATA, no places, single quotes, a ">" in an attribute, UTF-16.
func TestOtherShapes(t *testing.T) {
	doc := `<x:worksheet xmlns:x="a"><x:sheetPr a='1>0' b="it's"/><x:sheetData><!-- a > b --><x:row><x:c t="inlineStr"><x:is><x:t>Nama</x:t></x:is></x:c>` +
		`<x:c t='str'><x:f>A1&amp;"x"</x:f><x:v>HP</x:v></x:c></x:row><?pi a>b?><x:row/><x:row><x:c t="inlineStr"><x:is><x:t>A<![CDATA[<b> & >]]>B&eacute;</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`
	want := "1:Nama|HP\n3:A<b> & >B&eacute;\n"
	for _, body := range []string{doc, utf16Text(doc)} {
		p := parts{sheets: []string{""}}.entries()
		p[0].body = body
		if got := grid(mustRead(t, pack(t, p...), Options{}).Rows); got != want {
			t.Errorf("rows:\n%s\nwant:\n%s", got, want)
		}
	}
}

// utf16Text writes ASCII as UTF-16 with a mark.
func utf16Text(s string) string {
	out := []byte("\xfe\xff")
	for i := range len(s) {
		out = append(out, 0, s[i])
	}
	return string(out)
}

// Paths in zips are written in every way.
func TestOddPaths(t *testing.T) {
	var odd []entry
	for _, e := range (parts{sheets: []string{inline([][]string{{"Nama"}, {"Eko"}})}}).entries() {
		odd = append(odd, entry{strings.ToUpper(strings.ReplaceAll(e.name, "/", `\`)), strings.ReplaceAll(e.body, `Target="worksheets/`, `Target="/xl/worksheets/../worksheets/`)})
	}
	if got := grid(mustRead(t, pack(t, odd...), Options{}).Rows); got != "1:Nama\n2:Eko\n" {
		t.Errorf("rows %q", got)
	}
}

func TestCellTypes(t *testing.T) {
	data := parts{
		styles: `<numFmts><numFmt numFmtId="164" formatCode="General"/><numFmt numFmtId="165" formatCode="[$-421]dd\ mmmm\ yyyy;@"/><numFmt numFmtId="166" formatCode="&quot;hari&quot;0"/><numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts>` +
			`<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs>`,
		sheets: []string{`<row r="1"><c r="A1"><v>3.3171052029300001E+15</v></c><c r="B1"><v>0.10000000000000001</v></c><c r="C1"><v>1e308</v></c><c r="D1"><v>81000041979</v></c><c r="E1"><v>-5</v></c><c r="F1"><v>abc</v></c><c r="G1"><v>nan</v></c></row>` +
			`<row r="2"><c r="A2" s="1"><v>45251</v></c><c r="B2" s="2"><v>45251</v></c><c r="C2" s="3"><v>45251.375</v></c><c r="D2" s="4"><v>0.375</v></c><c r="E2" s="5"><v>45251</v></c><c r="F2" s="6"><v>1.5</v></c><c r="G2" s="1"><v>-3</v></c></row>` +
			`<row r="3"><c r="A3" s="1"><v>60</v></c><c r="B3" s="1"><v>59</v></c><c r="C3" s="1"><v>61</v></c><c r="D3" t="d"><v>2023-11-21</v></c></row>` +
			`<row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4" t="b"><v>0</v></c><c r="C4" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D4"><f>A1+1</f><v>12</v></c><c r="E4"><f>A1</f></c><c r="F4" t="str"><f>B1</f><v>a &lt; b</v></c></row>` +
			`<row r="5" hidden="1"><c r="C5" t="inlineStr"><is><t>` + "x\xffy" + `</t></is></c></row>`},
	}.zip(t)
	b := mustRead(t, data, Options{})
	want := "1:#3317105202930000|#0.1|#1E+308|#81000041979|#-5|abc|nan\n" +
		"2:2023-11-21|2023-11-21|2023-11-21T09:00:00|09:00:00|#45251|#1.5|#-3\n" +
		"3:1900-02-29|1900-02-28|1900-03-01|2023-11-21\n" +
		"4:TRUE|FALSE||#12||a < b\n" +
		"5:||x\ufffdy\n"
	if got := grid(b.Rows); got != want {
		t.Errorf("rows:\n%s\nwant:\n%s", got, want)
	}
	for kind, line := range map[sheet.NoteKind]int{sheet.NoteImpossible: 3, sheet.NoteErrorCell: 4, sheet.NoteNoResult: 4, sheet.NoteHiddenRow: 5, sheet.NoteBadBytes: 5} {
		if n, ok := noteOf(b.Notes, kind); !ok || n.Count != 1 || n.Lines[0] != line {
			t.Errorf("%v: %+v", kind, n)
		}
	}
	if len(b.Notes) != 5 {
		t.Errorf("notes %+v", b.Notes)
	}
}

func TestCalendar1904(t *testing.T) {
	data := parts{
		setting: `<workbookPr date1904="true"/>`, styles: `<cellXfs><xf numFmtId="14"/></cellXfs>`,
		sheets: []string{`<row r="1"><c r="A1" s="0"><v>0</v></c><c r="B1" s="0"><v>43789</v></c></row>`},
	}.zip(t)
	if got := grid(mustRead(t, data, Options{}).Rows); got != "1:1904-01-01|2023-11-21\n" {
		t.Errorf("rows %q", got)
	}
}

// Every day that both calendars have is the same as counted by package time.
func TestSerialDays(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		days := rapid.IntRange(61, lastSerial).Draw(rt, "days")
		seconds := rapid.IntRange(0, 86399).Draw(rt, "seconds")
		raw := strconv.AppendFloat(nil, float64(days)+float64(seconds)/86400, 'g', -1, 64)
		text, impossible, ok := calendar{}.text(raw, showsDate|showsClock)
		want := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days).Add(time.Duration(seconds) * time.Second)
		if !ok || impossible || text != want.Format("2006-01-02T15:04:05") {
			rt.Fatalf("%s: %q, want %v", raw, text, want)
		}
	})
}

func TestSheets(t *testing.T) {
	guests := inline([][]string{{"No", "Nama", "Jabatan"}, {"1", "Eko", "Staf"}})
	data := parts{
		names: []string{"Petunjuk", "Rekap & total", "Peserta", "Lama"},
		state: []string{"visible", "visible", "visible", "hidden"},
		sheets: []string{
			inline([][]string{{"Isi lembar Peserta, lalu kirim kembali"}}), inline([][]string{{"Jumlah", "12"}}), guests,
			strings.ReplaceAll(guests, "Eko", "Rahasia"),
		},
	}.zip(t)
	b := mustRead(t, data, Options{})
	if b.Sheet != "Peserta" || strings.Join(b.Sheets, ",") != "Petunjuk,Rekap & total,Peserta" || strings.Join(b.Hidden, ",") != "Lama" {
		t.Errorf("%q of %q and hidden %q", b.Sheet, b.Sheets, b.Hidden)
	}
	if n, ok := noteOf(b.Notes, sheet.NoteOtherSheets); !ok || n.Count != 2 {
		t.Errorf("note %+v", n)
	}
	if b = mustRead(t, data, Options{Sheet: "rekap & TOTAL"}); grid(b.Rows) != "1:Jumlah|12\n" {
		t.Errorf("rows %q", grid(b.Rows))
	}
	if b = mustRead(t, data, Options{Sheet: "Lama"}); b.Rows[1].Cell(1).Text != "Rahasia" {
		t.Errorf("rows %q", grid(b.Rows))
	}
}

// Links out of the file and macros are there in real workbooks; they are left alone.
func TestForeignParts(t *testing.T) {
	p := parts{sheets: []string{inline([][]string{{"Nama"}, {"Eko"}})}}
	var all []entry
	for _, e := range p.entries() {
		if e.name == "xl/_rels/workbook.xml.rels" {
			e.body = strings.Replace(e.body, "</Relationships>", `<Relationship Id="rId10" Type="`+nsOffice+`/worksheet" Target="http://contoh.invalid/sheet.xml" TargetMode="External"/></Relationships>`, 1)
		}
		all = append(all, e)
	}
	data := pack(t, append(all, entry{"xl/vbaProject.bin", "\x00macro"}, entry{"xl/embeddings/nested.zip", string(p.zip(t))}, entry{"../../evil", "x"})...)
	if got := grid(mustRead(t, data, Options{}).Rows); got != "1:Nama\n2:Eko\n" {
		t.Errorf("rows %q", got)
	}
}

package paper

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"hadir/model/text"
)

// ErrNoTable is what XLSX gives for a paper without a named table: it is no spreadsheet.
var ErrNoTable = errors.New("the paper has no table for a workbook")

// XLSX writes the paper's named tables as a workbook: one sheet for each name, with its header row frozen, repeated in print, and shown at
// the top when the file is opened. Every text is typed as text, so that none is computed and no digit of a NIK is lost; whole numbers are
// numbers and dates are dates.
func XLSX(w io.Writer, p Paper) error {
	books := sheetsOf(p)
	if len(books) == 0 {
		return ErrNoTable
	}
	f, err := newFaces()
	if err != nil {
		return err
	}
	z := newParcel(w)
	z.put("[Content_Types].xml", xlsxTypes(len(books)))
	z.put("_rels/.rels", packageRels("xl/workbook.xml"))
	z.put("docProps/core.xml", coreProperties(p))
	z.put("docProps/app.xml", appProperties)
	z.put("xl/workbook.xml", workbook(books))
	z.put("xl/_rels/workbook.xml.rels", workbookRels(len(books)))
	z.put("xl/styles.xml", xlsxStyles)
	for i, s := range books {
		s.set = setter{f, func(rune) {}}
		z.stream("xl/worksheets/sheet"+strconv.Itoa(i+1)+".xml", func(x *markup) { s.write(x, p, i == 0) })
	}
	if err := z.close(); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	return nil
}

// book is one sheet: tables of the same columns, one under the other.
type book struct {
	name   string
	tables []Table
	set    setter // which tells how many lines a cell takes
	widths []float64
	merged []string // ranges of cells that cover several columns
}

// sheetsOf gathers the paper's tables by name.
func sheetsOf(p Paper) []book {
	var all []book
	at := map[string]int{}
	for _, b := range p.Body {
		t, ok := b.(Table)
		if !ok || t.Name == "" || len(t.Columns) == 0 {
			continue
		}
		i, known := at[t.Name]
		if !known {
			i = len(all)
			at[t.Name] = i
			all = append(all, book{name: t.Name})
		}
		all[i].tables = append(all[i].tables, t)
	}
	taken := map[string]bool{}
	for i := range all {
		all[i].name = sheetName(all[i].name, taken)
	}
	return all
}

// sheetNameLimit is how long a sheet's name may be to Excel.
const sheetNameLimit = 31

// sheetName is a name that Excel takes, and that no other sheet has: it does not tell capitals apart.
func sheetName(name string, taken map[string]bool) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) {
			return '-'
		}
		return r
	}, line(name))
	if name = strings.Trim(name, "'"); name == "" {
		name = "1"
	}
	for n := 1; ; n++ {
		tail := ""
		if n > 1 {
			tail = " (" + strconv.Itoa(n) + ")"
		}
		head, _ := text.Cut(name, sheetNameLimit-len(tail))
		if try := head + tail; !taken[strings.ToLower(try)] {
			taken[strings.ToLower(try)] = true
			return try
		}
	}
}

func xlsxTypes(n int) string {
	const kind = `application/vnd.openxmlformats-officedocument.spreadsheetml.`
	var b strings.Builder
	b.WriteString(declaration + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/xl/workbook.xml" ContentType="` + kind + `sheet.main+xml"/>` +
		`<Override PartName="/xl/styles.xml" ContentType="` + kind + `styles+xml"/>`)
	for i := range n {
		b.WriteString(`<Override PartName="/xl/worksheets/sheet` + strconv.Itoa(i+1) + `.xml" ContentType="` + kind + `worksheet+xml"/>`)
	}
	b.WriteString(propertyTypes + `</Types>`)
	return b.String()
}

// workbook lists the sheets, and the row that each of them repeats on every printed page.
func workbook(books []book) string {
	var b strings.Builder
	b.WriteString(declaration + `<workbook xmlns="` + sheetSpace + `" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
		`<bookViews><workbookView activeTab="0"/></bookViews><sheets>`)
	for i, s := range books {
		n := strconv.Itoa(i + 1)
		b.WriteString(`<sheet name="` + escape(s.name) + `" sheetId="` + n + `" r:id="rId` + n + `"/>`)
	}
	b.WriteString(`</sheets><definedNames>`)
	for i, s := range books {
		b.WriteString(`<definedName name="_xlnm.Print_Titles" localSheetId="` + strconv.Itoa(i) + `">'` +
			escape(strings.ReplaceAll(s.name, "'", "''")) + `'!$1:$1</definedName>`)
	}
	b.WriteString(`</definedNames></workbook>`)
	return b.String()
}

func workbookRels(n int) string {
	var b strings.Builder
	b.WriteString(relsOpen)
	for i := range n {
		s := strconv.Itoa(i + 1)
		b.WriteString(rel("rId"+s, relation+"worksheet", "worksheets/sheet"+s+".xml"))
	}
	b.WriteString(rel("rIdStyles", relation+"styles", "styles.xml") + `</Relationships>`)
	return b.String()
}

const sheetSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

// The styles of cells, by their place in cellXfs.
const (
	styleText   = "1"
	styleHead   = "2"
	styleNumber = "3"
	styleDate   = "4"
	styleBold   = "5"
	styleSum    = "6"
	styleCentre = "7"
	styleCount  = "8"
)

const xlsxStyles = declaration + `<styleSheet xmlns="` + sheetSpace + `"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>` +
	`<fonts count="2"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font></fonts>` +
	`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
	`<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/>` +
	`<top style="thin"/><bottom style="thin"/><diagonal/></border></borders>` +
	`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="9">` +
	`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
	`<xf numFmtId="49" fontId="0" ` + boxed + `><alignment vertical="top" wrapText="1"/></xf>` +
	`<xf numFmtId="49" fontId="1" ` + boxed + `><alignment horizontal="center" vertical="center" wrapText="1"/></xf>` +
	`<xf numFmtId="3" fontId="0" ` + boxed + `><alignment vertical="top"/></xf>` +
	`<xf numFmtId="164" fontId="0" ` + boxed + `><alignment horizontal="left" vertical="top"/></xf>` +
	`<xf numFmtId="49" fontId="1" ` + boxed + `><alignment vertical="top" wrapText="1"/></xf>` +
	`<xf numFmtId="3" fontId="1" ` + boxed + `><alignment vertical="top"/></xf>` +
	`<xf numFmtId="49" fontId="0" ` + boxed + `><alignment horizontal="center" vertical="top" wrapText="1"/></xf>` +
	`<xf numFmtId="1" fontId="0" ` + boxed + `><alignment horizontal="center" vertical="top"/></xf>` +
	`</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

const boxed = `fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"`

package screen_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"hadir/model"
	"hadir/model/sheet"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// sampleList is one of the lists in testdata.
func sampleList(d *uitest.Desk, name string) string {
	d.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		d.Fatal(err)
	}
	return string(b)
}

// worksheet is one sheet of a workbook.
type worksheet struct {
	name string
	rows [][]string
}

// sampleSheet is the office's list as the rows of a worksheet.
func sampleSheet(d *uitest.Desk) [][]string {
	d.Helper()
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(sampleList(d, "kantor.csv"), "\ufeff")))
	r.Comma, r.FieldsPerRecord = ';', -1
	rows, err := r.ReadAll()
	if err != nil {
		d.Fatal(err)
	}
	return rows
}

// workbook is an XLSX file of these sheets, every cell a text.
func workbook(d *uitest.Desk, sheets ...worksheet) string {
	d.Helper()
	parts := map[string]string{}
	var list, rels strings.Builder
	for i, s := range sheets {
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, s.name, i+1, i+1)
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, i+1)
		parts[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)] = sheetXML(s.rows)
	}
	parts["[Content_Types].xml"] = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`
	parts["_rels/.rels"] = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	parts["xl/workbook.xml"] = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>` + list.String() + `</sheets></workbook>`
	parts["xl/_rels/workbook.xml.rels"] = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + rels.String() + `</Relationships>`
	return zipped(d, parts)
}

func sheetXML(rows [][]string) string {
	var b strings.Builder
	b.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	escape := strings.NewReplacer("&", "&amp;", "<", "&lt;")
	for i, row := range rows {
		fmt.Fprintf(&b, `<row r="%d">`, i+1)
		for j, cell := range row {
			fmt.Fprintf(&b, `<c r="%s%d" t="inlineStr"><is><t>%s</t></is></c>`, sheet.Letter(j), i+1, escape.Replace(cell))
		}
		b.WriteString("</row>")
	}
	b.WriteString("</sheetData></worksheet>")
	return b.String()
}

// zipped is a zip of these files.
func zipped(d *uitest.Desk, parts map[string]string) string {
	d.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range parts {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(content))
		}
		if err != nil {
			d.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		d.Fatal(err)
	}
	return b.String()
}

// choose shows the import of an event and gives it a file by its path.
func choose(d *uitest.Desk, event model.ID, path string) {
	d.Helper()
	d.Show(screen.NewImport(d.Env, event))
	d.Paste(path)
	d.Keys("enter")
}

// importList imports a file as it is understood, without a correction.
func importList(d *uitest.Desk, event model.ID, path string) {
	d.Helper()
	choose(d, event, path)
	d.Keys("enter", "ctrl+s")
}

// guestsOf are the guests on an event's list by their names, those who were taken off left out.
func guestsOf(d *uitest.Desk, event model.ID) map[string]model.Guest {
	d.Helper()
	h, err := d.Store().Hall(d.Context(), event, model.ID{})
	if err != nil {
		d.Fatal(err)
	}
	guests := map[string]model.Guest{}
	for i := range h.Len() {
		if g := h.At(i); !g.Removed {
			guests[g.Name] = *g
		}
	}
	return guests
}

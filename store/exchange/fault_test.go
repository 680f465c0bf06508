package exchange

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"hadir/model/sheet"
)

func TestRefused(t *testing.T) {
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 2000)
	list := parts{sheets: []string{inline([][]string{{"Nama", "HP"}, {"Eko", "x"}})}}
	for _, c := range []struct {
		name   string
		data   string
		opt    Options
		fault  sheet.Fault
		detail string
	}{
		{name: "no bytes", data: "", fault: sheet.FaultEmpty},
		{name: "only a mark", data: "\xef\xbb\xbf", fault: sheet.FaultEmpty},
		{name: "only blanks", data: " \r\n\n \t", fault: sheet.FaultEmpty},
		{name: "only the announced delimiter", data: "sep=;\r\n", fault: sheet.FaultEmpty},
		{name: "only delimiters", data: ";;;\r\n;\"\";\r\n", fault: sheet.FaultEmpty},
		{name: "pdf", data: "%PDF-1.7\n...", fault: sheet.FaultBinary, detail: "pdf"},
		{name: "picture", data: "\x89PNG\r\n\x1a\n\x00\x00", fault: sheet.FaultBinary, detail: "image"},
		{name: "program", data: "MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00", fault: sheet.FaultBinary, detail: "program"},
		{name: "bytes", data: strings.Repeat("\x00\x01\x02\xfe\x03", 50), fault: sheet.FaultBinary, detail: "data"},
		{name: "high bytes", data: strings.Repeat("\xe9\xe1\xf3\xfa,a", 50), fault: sheet.FaultBinary, detail: "data"},
		{name: "letter", data: ole + string(wide("WordDocument")), fault: sheet.FaultBinary, detail: "doc"},
		{name: "unknown container", data: ole, fault: sheet.FaultBinary, detail: "ole"},
		{name: "xls", data: ole + string(wide("Workbook")), fault: sheet.FaultOldExcel, detail: "xls"},
		{name: "xls of Excel 5", data: ole + string(wide("Book")), fault: sheet.FaultOldExcel, detail: "xls"},
		{name: "password", data: ole + string(wide("EncryptionInfo")) + string(wide("EncryptedPackage")), fault: sheet.FaultEncrypted},
		{name: "name across two reads", data: ole + strings.Repeat("\x00", 64<<10-2008-9) + string(wide("EncryptedPackage")), fault: sheet.FaultEncrypted},
		{name: "web page", data: "\xef\xbb\xbf\r\n<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>", fault: sheet.FaultWebPage, detail: "html"},
		{name: "bare table", data: "<table border=1><tr><td>Nama</td></tr></table>", fault: sheet.FaultWebPage, detail: "html"},
		{name: "xml of 2003", data: `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`, fault: sheet.FaultOldExcel, detail: "xml2003"},
		{name: "flat ods", data: `<?xml version="1.0"?><office:document xmlns:office="x">`, fault: sheet.FaultOpenDocument, detail: "fods"},
		{name: "other xml", data: `<?xml version="1.0"?><rss/>`, fault: sheet.FaultBinary, detail: "xml"},
		{name: "ods", data: string(pack(t, entry{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, entry{"content.xml", "<x/>"})), fault: sheet.FaultOpenDocument, detail: "ods"},
		{name: "odt", data: string(pack(t, entry{"mimetype", "application/vnd.oasis.opendocument.text"})), fault: sheet.FaultBinary, detail: "odt"},
		{name: "docx", data: string(pack(t, entry{"_rels/.rels", `<Relationships><Relationship Id="a" Type="` + nsOffice + `/officeDocument" Target="word/document.xml"/></Relationships>`}, entry{"word/document.xml", "<x/>"})), fault: sheet.FaultBinary, detail: "docx"},
		{name: "xlsb", data: string(pack(t, entry{"xl/workbook.bin", "x"})), fault: sheet.FaultOldExcel, detail: "xlsb"},
		{name: "numbers", data: string(pack(t, entry{"Index/Document.iwa", "x"})), fault: sheet.FaultBinary, detail: "numbers"},
		{name: "some zip", data: string(pack(t, entry{"a.txt", "x"})), fault: sheet.FaultBinary, detail: "zip"},
		{name: "empty zip", data: "PK\x05\x06" + strings.Repeat("\x00", 18), fault: sheet.FaultBinary, detail: "zip"},
		{name: "no sheet", data: string(parts{}.zip(t)), fault: sheet.FaultNoSheet},
		{name: "sheet not there", data: string(list.zip(t)), opt: Options{Sheet: "Peserta"}, fault: sheet.FaultNoSheet, detail: "Peserta"},
		{name: "sheet without rows", data: string(parts{sheets: []string{`<row r="1"><c r="A1" s="1"/></row>`}}.zip(t)), fault: sheet.FaultEmpty, detail: "Lembar1"},
		{name: "document type", data: string(parts{sheets: []string{"<!DOCTYPE x [<!ENTITY a \"b\">]>"}}.zip(t)), fault: sheet.FaultBrokenSheet, detail: "dtd"},
		{name: "deep", data: string(parts{sheets: []string{strings.Repeat("<a>", 100)}}.zip(t)), fault: sheet.FaultBrokenSheet, detail: "depth"},
		{name: "cut off in a tag", data: string(pack(t, append(parts{}.entries(), entry{"xl/x.xml", ""})...)[:300]), fault: sheet.FaultBrokenZip},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := readBytes([]byte(c.data), c.opt)
			wantFault(t, err, c.fault, c.detail)
		})
	}
}

func TestOpenFaults(t *testing.T) {
	dir := t.TempDir()
	_, err := Open(filepath.Join(dir, "tidak ada.xlsx"), Options{})
	wantFault(t, err, sheet.FaultMissing, "")
	if !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%v does not wrap its cause", err)
	}
	_, err = Open(dir, Options{})
	wantFault(t, err, sheet.FaultIsFolder, "")
	if runtime.GOOS != "windows" {
		_, err = Open(os.DevNull, Options{})
		wantFault(t, err, sheet.FaultIrregular, "")
	}
	// A sparse file: refused by its size, not by reading it.
	big := filepath.Join(dir, "besar.csv")
	if err := os.WriteFile(big, []byte("Nama\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(big, MaxFileBytes+1); err != nil {
		t.Fatal(err)
	}
	_, err = Open(big, Options{})
	wantFault(t, err, sheet.FaultTooBig, "file")
}

func TestOpen(t *testing.T) {
	b, err := Open(filepath.Join("testdata", "kecamatan.csv"), Options{})
	if err != nil || b.Path != filepath.Join("testdata", "kecamatan.csv") || len(b.Rows) != 31 {
		t.Errorf("%v, %+v", err, b)
	}
}

// pulled is a medium that goes away after some bytes: with an error, or by ending early.
type pulled struct {
	data  string
	after int
	err   error
}

func (p pulled) ReadAt(b []byte, off int64) (int, error) {
	end := min(int(off)+len(b), p.after)
	n := 0
	if int(off) < end {
		n = copy(b, p.data[off:end])
	}
	if n < len(b) {
		return n, p.err
	}
	return n, nil
}

// Wherever the stick is pulled, the reason given is the stick and not the file.
func TestVanished(t *testing.T) {
	gone := errors.New("input/output error")
	files := map[string]string{
		"csv":  string(sample(t, "kantor.csv")),
		"ole":  "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("x", 9000),
		"xlsx": string(excel(t, [][]any{{"No", "Nama", "HP"}, {1, "Siti", "0810"}})),
	}
	for name, data := range files {
		for after := 0; after < len(data); after += 1 + len(data)/50 {
			for _, cause := range []error{gone, io.EOF} {
				_, err := read("a", pulled{data, after, cause}, int64(len(data)), Options{})
				wantFault(t, err, sheet.FaultVanished, "")
				if errors.Is(cause, gone) && !errors.Is(err, gone) {
					t.Errorf("%s after %d: %v does not wrap its cause", name, after, err)
				}
			}
		}
	}
}

// A workbook cut at any length is refused, or says the same as the whole.
func TestCutWorkbook(t *testing.T) {
	data := excel(t, [][]any{{"No", "Nama", "HP"}, {1, "Siti", "0810"}})
	for n := 8; n < len(data); n += 7 {
		if _, err := readBytes(data[:n], Options{}); err == nil {
			t.Errorf("cut at %d of %d: read", n, len(data))
		}
	}
}

// A byte changed anywhere is an error or makes no difference: no row is lost or altered unnoticed.
func TestDamagedWorkbook(t *testing.T) {
	data := excel(t, [][]any{{"No", "Nama", "HP"}, {1, "Siti", "0810"}})
	want := grid(mustRead(t, data, Options{}).Rows)
	wrong := 0
	for i := 0; i < len(data); i += 5 {
		data[i] ^= 0x10
		if b, err := readBytes(data, Options{}); err == nil && b.Format == sheet.FormatXLSX && grid(b.Rows) != want {
			wrong++
		}
		data[i] ^= 0x10
	}
	if wrong > 0 {
		t.Errorf("%d changed bytes changed the rows unnoticed", wrong)
	}
}

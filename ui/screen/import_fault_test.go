package screen_test

import (
	"maps"
	"path/filepath"
	"strings"
	"testing"

	"hadir/ui/uitest"
)

func TestUnreadableFilesAreSaidAndChangeNothing(t *testing.T) {
	wide := func(s string) string { return strings.Join(strings.Split(s, ""), "\x00") + "\x00\x00\x00" }
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 1016)
	for name, x := range map[string]struct{ file, content, want string }{
		"empty":    {"kosong.csv", "", `Berkas "kosong.csv" kosong. Tidak ada yang diimpor.`},
		"blank":    {"kosong.csv", " \n;;\n", `Berkas "kosong.csv" kosong.`},
		"pdf":      {"a.csv", "%PDF-1.4\n%", `"a.csv" bukan daftar, melainkan berkas PDF.`},
		"binary":   {"a.xlsx", "\x00\x01\x02\x03\x00\xff\xfe\x00", `"a.xlsx" bukan daftar`},
		"xls":      {"a.xls", ole + wide("Workbook"), `"a.xls" adalah berkas Excel lama (.xls), yang tidak dapat dibaca. Buka di Excel, pilih Simpan Sebagai`},
		"password": {"a.xlsx", ole + wide("EncryptedPackage"), `"a.xlsx" dikunci dengan kata sandi.`},
		"web page": {"a.xls", "<html><table><tr><td>Nama</td></tr></table></html>", `"a.xls" sebenarnya halaman web.`},
		"cut off":  {"a.xlsx", "PK\x03\x04abc", `"a.xlsx" terpotong atau rusak.`},
		"columns":  {"a.csv", strings.Repeat("x;", 300) + "x\n", `memiliki isi sampai kolom KO di baris 1; batasnya 256 kolom.`},
		"missing":  {"", "", `Berkas "hilang.csv" tidak ditemukan.`},
	} {
		t.Run(name, func(t *testing.T) {
			uitest.Run(t, func(d *uitest.Desk) {
				e := d.Event(uitest.Guests()...)
				before := guestsOf(d, e.ID)
				path := "/tidak/ada/hilang.csv"
				if x.file != "" {
					path = write(d, x.file, x.content)
				}
				choose(d, e.ID, path)
				d.Sees(x.want, "Pilih berkas daftar undangan", "Enter: buka \"")
				d.Keys("x")
				d.Misses(x.want)
				if !maps.Equal(before, guestsOf(d, e.ID)) {
					t.Error("the list has changed")
				}
			})
		})
	}
	t.Run("ods and bomb", func(t *testing.T) {
		uitest.Run(t, func(d *uitest.Desk) {
			e := d.Event()
			choose(d, e.ID, write(d, "a.ods", zipped(d, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"})))
			d.Sees(`"a.ods" adalah berkas LibreOffice (.ods), yang tidak dapat dibaca.`)
			bomb := sheetXML([][]string{{strings.Repeat("a", 300<<10)}})
			bomb = strings.Replace(bomb, "<sheetData>", "<sheetData>"+strings.Repeat(" ", 12<<20), 1)
			choose(d, e.ID, write(d, "bom.xlsx", zipped(d, map[string]string{
				"xl/workbook.xml":            `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
				"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
				"xl/worksheets/sheet1.xml":   bomb,
			})))
			d.Sees(`"bom.xlsx" mengembang jauh melebihi batas ketika dibuka (batasnya 256 MB)`)
		})
	})
}

func TestHostileCellsAreHarmless(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		e := d.Event()
		list := "Nama;Jabatan;Instansi\n" +
			"\x1b[31mMerah\x1b[0m\x07;=cmd|' /C calc'!A0;Desa\u202eContoh\n" +
			"Su\u200byatno;" + strings.Repeat("Kepala ", 800) + ";Desa Contoh\n"
		path := write(d, "jahat\u202e.csv", list)
		choose(d, e.ID, filepath.Dir(path))
		if strings.ContainsAny(d.Screen(), "\x1b\u202e") {
			t.Error("a file's name reorders the screen")
		}
		d.Keys("enter")
		d.Sees("Merah")
		d.Keys("enter", "tab", "tab")
		d.Sees("nama: kode perintah terminal, karakter kendali dibuang.")
		d.Keys("ctrl+s")
		d.Sees("2 baris dibaca: 2 ditambahkan.")
		for name, g := range guestsOf(d, e.ID) {
			if strings.ContainsAny(name+g.Post+g.Institution, "\x1b\x07\u202e\u200b") || len(g.Post) > 1100 {
				t.Errorf("stored: %q %q %q", name, g.Post, g.Institution)
			}
		}
	})
}

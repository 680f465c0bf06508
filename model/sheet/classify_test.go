package sheet

import (
	"fmt"
	"strings"
	"testing"
)

// kinds shows the kinds of rows, one letter each: Data, Short, Blank, Title, Header, Repeated header, Numbering, Sum, Footer.
func kinds(items []Item) string {
	var b strings.Builder
	for _, it := range items {
		b.WriteByte(" DSBTHRN+F"[it.Kind])
	}
	return b.String()
}

func TestClassify(t *testing.T) {
	for _, c := range []struct{ name, rows, want string }{
		{"plain", "No|Nama|HP\n1|Eko|0810\n2|Siti|", "HDD"},
		{"titles, numbering, total", "DAFTAR UNDANGAN\nRapat\nNo|Nama|HP\n1|2|3\n1|Eko|0810\n|JUMLAH|75", "TTHND+"},
		{"totals of all kinds", "No|Nama|HP\n1|Eko|0810\nJUMLAH\nTotal peserta : 75 orang\n|Sub Total||12\nJml|75 orang", "HD++++"},
		{"a person called like a total", "No|Nama|Jabatan\n1|Total Utama|Direktur\n2|Jumlah|Staf", "HDD"},
		{
			"pages", "No|Nama|HP\n1|Eko|0810\nMengetahui,||Rembang, 21 November 2023\nKetua Panitia,\n\nEko Contoh\nNIP. 19860926\nNO.|NAMA|HP\n2|Siti|0811\n3|Budi|0812",
			"HDFFFFRDD",
		},
		{"goes on without a header", "No|Nama|HP\n1|Eko|0810\nCatatan: bawa undangan\nterima kasih\n2|Siti|0811", "HDFFD"},
		{"posts that stand in footers too", "No|Nama|Jabatan\n1|Eko|Ketua Panitia\n2|Siti|Bendahara Pengeluaran\n|Budi|Penanggung Jawab", "HDDD"},
		{"only one cell", "Nama|Jabatan|Instansi|HP\nEko|Staf|Kantor|0810\nHanya satu sel\n||Desa Pulo\nSiti|Staf||", "HDSSD"},
		{"groups", "No|Nama|Jabatan\nA. UNSUR KECAMATAN\n1|Eko|Camat\nB. UNSUR DESA\n2|Siti|Kades", "HSDSD"},
		{
			"groups in the column of names",
			"No|Nama|Jabatan\nI|UNSUR KECAMATAN\n1|Eko|Camat\nII.|PERUSAHAAN\n1|Siti|\n|UNSUR DESA|\n2|V|\n3|Budi Unsur", "HTDTDTDD",
		},
		{"numbers printed ahead", "No|Nama|HP\n1|Eko|0810\n2\n3.\n4||", "HDBBB"},
		{"one column", "Nama\nEko\nSiti", "HDD"},
		{"two columns", "No|Nama\n1|Eko\n2\n|Siti", "HDBD"},
		{"no header", "DAFTAR UNDANGAN\n1|Eko|081000001234\n2|Siti|081000001235\nHanya ini", "TDDS"},
		{"place and date", "No|Nama|HP\n1|Eko|0810\nPati, .......... 2023\nKepala", "HDFF"},
		{"no number column", "Nama|Jabatan|HP\nEko|Staf|0810\nDibuat di Rembang\nEko Utomo||NIP. 1\nSiti|Lurah|0811", "HDFFD"},
		{"header of two rows, said again", "NO|NAMA|ALAMAT|\n||DESA|KEC\n1|Eko|Pulo|Lasem\nNO|NAMA|ALAMAT\n||DESA|KEC\n2|Siti|Waru|Lasem", "HHDRRD"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows := lines(c.rows)
			items := Guess(rows).Classify(rows)
			if got := kinds(items); got != c.want {
				t.Errorf("kinds %s, want %s", got, c.want)
			}
			for i, it := range items {
				if it.Row.Line != rows[i].Line {
					t.Errorf("row %d has line %d", i, it.Row.Line)
				}
			}
		})
	}
}

func TestClassifySamples(t *testing.T) {
	for file, want := range map[string]string{
		"kantor.csv":    "TTH" + strings.Repeat("D", 25) + "+",
		"kecamatan.csv": "H" + strings.Repeat("D", 30),
		"rusak.tsv":     "H" + strings.Repeat("D", 17) + "SDD",
	} {
		rows := sample(t, file, delimiterOf(file))
		if got := kinds(Guess(rows).Classify(rows)); got != want {
			t.Errorf("%s: %s\nwant %s", file, got, want)
		}
	}
}

func TestPreview(t *testing.T) {
	rows := sample(t, "kantor.csv", ';')
	p := Guess(rows).Preview(rows, 5)
	if got := kinds(p.Items); got != "TTHDD" {
		t.Errorf("kinds %s", got)
	}
	var got []string
	for _, c := range p.Columns {
		got = append(got, fmt.Sprintf("%s %s %v %v", c.Letter, c.Header, c.Field, c.Confidence))
	}
	want := "A NO. no 1,B NAMA LENGKAP & GELAR name 1,C JABATAN post 1,D INSTANSI / DESA institution 1,E NO. HP/WA phone 1,F NIK nik 1,G KET note 1"
	if strings.Join(got, ",") != want {
		t.Errorf("columns %s", strings.Join(got, ","))
	}
	if p := Guess(nil).Preview(nil, 20); len(p.Items) != 0 || len(p.Columns) != 0 {
		t.Errorf("%+v", p)
	}
}

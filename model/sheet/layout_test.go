package sheet

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// columns shows a layout as "field=LETTER", in the order of the columns.
func columns(l Layout) string {
	var out []string
	for column := range 40 {
		if f := l.FieldOf(column); f != FieldNone {
			out = append(out, f.String()+"="+Letter(column))
		}
	}
	return strings.Join(out, " ")
}

func TestGuessSamples(t *testing.T) {
	for file, want := range map[string]string{
		"kantor.csv":    "no=A name=B post=C institution=D phone=E nik=F note=G",
		"kecamatan.csv": "no=A name=B post=C institution=D district=E phone=F",
		"rusak.tsv":     "name=A post=B institution=C phone=D",
	} {
		l := Guess(sample(t, file, delimiterOf(file)))
		if got := columns(l); got != want {
			t.Errorf("%s: %s, want %s", file, got, want)
		}
		for f, c := range l.Confidence {
			if c != 1 {
				t.Errorf("%s: %v with confidence %v", file, f, c)
			}
		}
	}
}

func TestGuessHeaders(t *testing.T) {
	for _, c := range []struct {
		name, rows, want string
		header           string // "first-last" lines
		notes            []NoteKind
	}{
		{
			name: "english", header: "1-1",
			rows: "No.|Full name|Position|Organization|Phone number|E-mail|Remarks\n1|Eko|Staff|Office|0810|a@b.id|-",
			want: "no=A name=B post=C institution=D phone=E email=F note=G",
		},
		{
			name: "official", header: "3-3", notes: []NoteKind{NoteNumberingRow, NoteIgnored},
			rows: "DAFTAR HADIR\nHari, tanggal : Selasa, 21 November 2023\nNo. Urut|NAMA PESERTA|NIP / NRP|PANGKAT / GOL|UNIT KERJA|L/P|TANDA TANGAN\n1|2|3|4|5|6|7\n1|Eko|198609262015050000|III/a|Kantor|L",
			want: "no=A name=B nip=C rank=D institution=E sex=F",
		},
		{
			name: "addressed to", header: "2-2",
			rows: "DAFTAR UNDANGAN\nNo|Kepada Yth.|Keterangan\n1|Bapak Kepala Desa Pulo|\n2|Camat Lasem|",
			want: "no=A name=B note=C",
		},
		{
			name: "name beside nothing known", header: "1-1", notes: []NoteKind{NoteIgnored},
			rows: "Nama|k1|k2\nEko|v|v\nSiti|v|v",
			want: "name=A",
		},
		{
			name: "two rows, name in a group called identity", header: "1-2",
			rows: "NO. URUT|IDENTITAS||ALAMAT||KONTAK|KET\n|NAMA LENGKAP|JABATAN|DESA/KELURAHAN|KECAMATAN|NO. HP / WA\n1|Eko|Kades|Pulo|Lasem|0810",
			want: "no=A name=B post=C village=D district=E phone=F note=G",
		},
		{
			name: "two rows, group above", header: "1-2", notes: []NoteKind{NoteIgnored},
			rows: "NO|NAMA|JABATAN|ALAMAT||NO.|TANDA\n||| DESA|KECAMATAN|HP / WA|TANGAN\n1|Eko|Staf|Pulo|Rembang|0810",
			want: "no=A name=B post=C village=D district=E phone=F",
		},
		{
			name: "two rows, cut words", header: "2-3",
			rows: "UNDANGAN\nNO|NAMA|GELAR|GELAR\nURUT|LENGKAP|DEPAN|BELAKANG\n1|Eko|H.|S.H.",
			want: "no=A name=B titles-before=C titles-after=D",
		},
		{
			name: "slips", header: "1-1",
			rows: "No|Nama|Jabtan|Instasi|Kecamtan|Keterngan\n1|Eko|Staf|Kantor|Lasem|x",
			want: "no=A name=B post=C institution=D district=E note=F",
		},
		{
			name: "what a name's column is called", header: "1-1", notes: []NoteKind{NoteIgnored},
			rows: "No|Desa|Nama Kepala Desa|No HP Kepala Desa|Nama Rekening\n1|Pulo|Eko|0810|Eko",
			want: "no=A village=B name=C phone=D",
		},
		{
			name: "names of other things", header: "1-1",
			rows: "Nama Instansi|Nama Kecamatan|Nama Penerima Undangan|Nomor Undangan\nDinas|Lasem|Eko|7",
			want: "institution=A district=B name=C no=D",
		},
		{
			name: "holders only", header: "1-1",
			rows: "No|Kecamatan|Desa|Kepala Desa\n1|Lasem|Pulo|Eko",
			want: "no=A district=B village=C name=D",
		},
		{
			name: "one column", header: "1-1",
			rows: "Nama\nEko Utomo\nSiti Lestari",
			want: "name=A",
		},
		{
			name: "second name when the first is empty", header: "1-1", notes: []NoteKind{NoteDuplicate},
			rows: "No|Nama|Nama|HP\n1||Eko|0810\n2||Siti|0811",
			want: "no=A name=C phone=D",
		},
		{
			name: "first name of two", header: "1-1", notes: []NoteKind{NoteDuplicate},
			rows: "No|Nama|Nama|HP\n1|Eko|Utomo|0810\n2||Siti|0811",
			want: "no=A name=B phone=D",
		},
		{
			name: "village and address", header: "1-1", notes: []NoteKind{NoteDuplicate},
			rows: "Nama|Alamat|Desa\nEko|Jl. Raya 1|Pulo",
			want: "name=A village=B",
		},
		{
			name: "column without header", header: "1-1", notes: []NoteKind{NoteGuessed},
			rows: "No|Nama|Jabatan\n1|Eko|Staf|081000001234\n2|Siti|Staf|081000001235",
			want: "no=A name=B post=C phone=D",
		},
		{
			name: "header lies", header: "1-1", notes: []NoteKind{NoteContent},
			rows: "Nama|Jabatan|Kontak\nEko|Staf|Ibu Ani\nSiti|Staf|Pak Budi\nBudi|Staf|Bu Tutik",
			want: "name=A post=B",
		},
		{
			name: "ticks for sex", header: "1-2", notes: []NoteKind{NoteContent, NoteIgnored},
			rows: "NO|NAMA|JENIS KELAMIN||JABATAN\n||L|P\n1|Eko|v||Staf\n2|Siti||v|Staf\n3|Budi|v||Staf\n4|Ari|v||Staf",
			want: "no=A name=B post=E",
		},
		{
			name: "no name's header", header: "1-1", notes: []NoteKind{NoteGuessed},
			rows: "No|Calon|Jabatan|No HP\n1|Eko Utomo|Staf|081000001234\n2|Siti|Staf|081000001235",
			want: "no=A name=B post=C phone=D",
		},
		{
			name: "no header", notes: []NoteKind{NoteNoHeader, NoteGuessed},
			rows: "1|Eko Utomo, S.H.|Kepala Desa|Desa Pulo|081000001234|3317100507000000\n2|Siti|Lurah|Kelurahan Pacar|81000001235|3,31710E+15\n3|Budi|Staf|PT Contoh|-|",
			want: "no=A name=B post=C institution=D phone=E nik=F",
		},
		{
			name: "nothing but names", notes: []NoteKind{NoteNoHeader, NoteGuessed},
			rows: "Eko Utomo\nSiti\nBudi Wibowo, S.E.",
			want: "name=A",
		},
		{
			name: "dates are no phones", header: "1-1", notes: []NoteKind{NoteOverflow},
			rows: "Nama|Jabatan|\nEko|Staf|1986-09-26\nSiti|Staf|01/12/1990",
			want: "name=A post=B",
		},
		{
			name: "numbers only", notes: []NoteKind{NoteNoHeader, NoteGuessed, NoteNoName},
			rows: "7|12\n8|14\n9|3",
			want: "no=A",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := Guess(lines(c.rows))
			if got := columns(l); got != c.want {
				t.Errorf("columns %s\nwant    %s", got, c.want)
			}
			if got := fmt.Sprintf("%d-%d", l.HeaderFirst, l.HeaderLast); c.header != "" && got != c.header || c.header == "" && got != "0-0" {
				t.Errorf("header in lines %s, want %s", got, c.header)
			}
			var got []NoteKind
			for _, n := range l.Notes {
				if n.Kind != NoteHeader && !slices.Contains(got, n.Kind) {
					got = append(got, n.Kind)
				}
			}
			if !slices.Equal(got, c.notes) {
				t.Errorf("notes %v, want %v", got, c.notes)
			}
		})
	}
}

// Every way the headers of real lists are spelled.
func TestReadHeader(t *testing.T) {
	for want, headers := range map[Field][]string{
		FieldNo:           {"No", "NO.", "Nomor", "No. Urut", "#", "No\nUrut", "No Undangan", "Nomor Peserta"},
		FieldName:         {"NAMA", "Nama Lengkap", "NAMA LENGKAP & GELAR", "Nama Peserta", "Nama Penerima", "Nama/Tanda tangan", "Name", "Full Name", "NAMA (sesuai KTP)", "Nama Lengkap beserta Gelar", "Peserta", "Nama dan Gelar", "Nama Kades"},
		FieldTitlesBefore: {"Gelar Depan", "GELAR (DEPAN)"},
		FieldTitlesAfter:  {"Gelar Belakang", "Gelar"},
		FieldRank:         {"Pangkat", "Pangkat/Gol", "PANGKAT / GOL. RUANG", "Gol"},
		FieldPost:         {"Jabatan", "JABATAN/INSTANSI", "Position", "Nama Jabatan", "Pekerjaan", "Job Title"},
		FieldInstitution:  {"Instansi", "INSTANSI / DESA", "Asal Instansi", "Unit Kerja", "Lembaga", "Nama Perusahaan", "Alamat Instansi", "OPD", "Nama Biro Perjalanan Umroh", "Instansi yang diwakili"},
		FieldVillage:      {"Desa", "Desa/Kelurahan", "DESA / KEL.", "Kelurahan", "Alamat", "Village", "Nama Desa"},
		FieldDistrict:     {"Kecamatan", "Kec.", "District", "Sub-district"},
		FieldPhone:        {"HP", "NO. HP/WA", "No HP", "Nomor Telepon", "No. Telp.", "WhatsApp", "Contact Person", "Kontak", "No. WA aktif", "No. HP (WA)"},
		FieldEmail:        {"Email", "E-mail", "Alamat Email"},
		FieldNIK:          {"NIK", "No. KTP", "Nomor Induk Kependudukan", "NIK (16 digit)"},
		FieldNIP:          {"NIP", "NIP/NRP", "Nomor Induk Pegawai"},
		FieldSex:          {"L/P", "Jenis Kelamin", "JK", "Gender", "Lk/Pr"},
		FieldCategory:     {"Unsur", "Kategori", "Kategori Peserta", "Kelompok"},
		FieldNote:         {"Ket", "KET.", "Keterangan", "Catatan", "Remarks"},
		fieldIgnored:      {"Tanda Tangan", "TTD", "Paraf", "Tanggal Lahir", "Tempat, Tgl Lahir", "Umur", "Tanda tangan peserta", "No Rekening", "Jumlah Uang", "Kabupaten"},
		fieldTitle:        {"DAFTAR NAMA PESERTA", "Daftar Undangan Sosialisasi"},
		FieldNone:         {"", "-", "12", strings.Repeat("nama ", 30)},
	} {
		l := newLexicon()
		for _, s := range headers {
			if h := l.read(s); h.field != want || want != FieldNone && h.confidence <= 0.3 {
				t.Errorf("%q: %v %v, want %v", s, h.field, h.confidence, want)
			}
		}
	}
}

func TestGuessOfNothing(t *testing.T) {
	for _, rows := range [][]Row{nil, {}, {{Line: 1}}} {
		l := Guess(rows)
		if len(l.Columns) != 0 || l.HeaderFirst != 0 {
			t.Errorf("%+v", l)
		}
	}
}

// Rows that run over the header are named.
func TestOverflow(t *testing.T) {
	l := Guess(sample(t, "rusak.tsv", '\t'))
	if n, ok := noteOf(l.Notes, NoteOverflow); !ok || n.Count != 1 || n.Lines[0] != 20 {
		t.Errorf("%+v", n)
	}
	if n, ok := noteOf(l.Notes, NoteDuplicate); !ok || n.Field != FieldName || n.Column != 0 || n.Other != 4 || n.Text != "Nama" {
		t.Errorf("%+v", n)
	}
}

func TestSlips(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"jabatan", "jabatan", 0},
		{"jabtan", "jabatan", 1},
		{"jabatna", "jabatan", 1},
		{"jabattan", "jabatan", 1},
		{"jabazan", "jabatan", 1},
		{"instasi", "instansi", 1},
		{"keterngna", "keterangan", 2},
		{"telepon", "jabatan", 3},
		{"a", "abcdef", 3},
	} {
		if got := slips(c.a, c.b, 2); got != c.want && (c.want <= 2 || got <= 2) {
			t.Errorf("%q and %q: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

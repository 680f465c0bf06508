package date

import (
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	for _, c := range []struct{ text, span, want string }{
		{"Daftar P3MI akan kami kirim minggu depan.", "minggu depan", "2023-11-28"},
		{"Jawaban tertulis paling lambat 30 November", "30 November", "2023-11-30"},
		{"We will send it next Monday, by mail.", "next Monday", "2023-11-27"},
		{"Format disampaikan selambat-lambatnya hari Jumat (sore).", "hari Jumat", "2023-11-24"},
		{"Besok kami kirim lewat WhatsApp.", "Besok", "2023-11-22"},
		{"Sudah ditanyakan kemarin; dijawab Senin depan", "Senin depan", "2023-11-27"},
		{"Menurut aturan tanggal 28 Agustus 2023, laporan dikirim akhir bulan ini.", "akhir bulan ini", "2023-11-30"},
		{"Paling lambat 14 (empat belas) hari kerja.", "14 (empat belas) hari kerja", "2023-12-11"},
		{"Kami jawab dalam 3 hari.", "dalam 3 hari", "2023-11-24"},
		{"we answer within 5 working days", "within 5 working days", "2023-11-28"},
		{"Tenggat: 30/11", "30/11", "2023-11-30"},
		{"Pendaftaran s.d. 30/11.", "30/11", "2023-11-30"},
		{"Dikirim tanggal 5", "tanggal 5", "2023-12-05"},
		{"due by the 25th", "the 25th", "2023-11-25"},
		{"Rapat (30/11/2023) di kecamatan", "30/11/2023", "2023-11-30"},
		{"Kami kirim pada hari Kamis", "hari Kamis", "2023-11-23"},
		{"sebelum 17 Agustus", "17 Agustus", "2024-08-17"},
		{"Selasa, 28 November kami datang", "Selasa, 28 November", "2023-11-28"},
		{"Rabu, 28 November atau paling lambat 1 Desember", "1 Desember", "2023-12-01"},
		{"Agustus lalu 30 orang; Desember: 10 Desember 2023", "10 Desember 2023", "2023-12-10"},
	} {
		d, at, ok := Find(c.text, today())
		if !ok || d != iso(t, c.want) || c.text[at.Start:at.End] != c.span {
			t.Errorf("Find(%q) = %v, %v, %q; want %s, %q", c.text, d, ok, c.text[at.Start:at.End], c.want, c.span)
		}
	}
}

func TestFindNothing(t *testing.T) {
	for _, text := range []string{
		"", "Belum ada.", "Menurut UU 18/2017 Pasal 42", "UU No. 18/17 dan PP 59/2021", "Nomor W.32.UM.01.01-1473", "Surat IMI-0603.GR.01.01 TAHUN 2022",
		"Pelatihan selama 3 hari", "Kantor buka Senin sampai Jumat pukul 08.00", "Dalam 5 tahun terakhir ada 12 kasus", "Sudah dikirim kemarin.", "sejak awal tahun",
		"7 hari setelah berkas lengkap", "dalam sebulan ada 5 kasus", "bulan November 21 desa ikut", "31 Februari", "Setiap minggu ini itu", "you may 5 times", "halaman 1/2",
		"Kegiatan hari ini lancar", "30 November 2022", "Rp 1.500.000 / 12", "versi 1.12.23", "HP 0810-0006-1384", "tahun 2030", "tanggal lahir 17-08-45",
	} {
		if d, at, ok := Find(text, today()); ok {
			t.Errorf("Find(%q) = %v, %q", text, d, text[at.Start:at.End])
		}
	}
}

func BenchmarkFind(b *testing.B) {
	note := strings.Repeat("Ibu Sri bertanya apakah surat izin keluarga harus diketahui kepala desa; narasumber menjawab bahwa itu diatur. ", 40)
	b.SetBytes(int64(len(note)))
	for b.Loop() {
		Find(note, today())
	}
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("Selasa, 21 November 2023", today()); err != nil {
			b.Fatal(err)
		}
	}
}

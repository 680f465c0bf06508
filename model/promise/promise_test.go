package promise

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"hadir/model/date"
)

// today is Tuesday, 21 November 2023.
func today() date.Date { return date.Date{Year: 2023, Month: time.November, Day: 21} }

func TestPromises(t *testing.T) {
	for _, c := range []struct{ text, words, due string }{
		{"Akan kami sampaikan.", "Akan kami sampaikan", ""},
		{"Daftar P3MI akan kami sampaikan minggu depan.", "akan kami sampaikan", "2023-11-28"},
		{"Nanti kami cek dulu ke dinas.", "Nanti kami cek", ""},
		{"nanti kami cek ya pak", "nanti kami cek", ""},
		{"Kami kirim lewat WhatsApp.", "Kami kirim", ""},
		{"Kami usahakan bulan depan.", "Kami usahakan", "2023-12-21"},
		{"Segera kami koordinasikan dengan Dinperinnaker.", "Segera kami koordinasikan", ""},
		{"Hal ini akan segera kami koordinasikan dengan kecamatan.", "akan segera kami koordinasikan", ""},
		{"Kami akan mengirim formatnya paling lambat Jumat.", "Kami akan mengirim", "2023-11-24"},
		{"Kami akan segera menyampaikan daftar itu.", "Kami akan segera menyampaikan", ""},
		{"Dalam 7 hari kami jawab secara tertulis.", "kami jawab", "2023-11-28"},
		{"Besok kami hubungi kepala desanya.", "Besok kami hubungi", "2023-11-22"},
		{"Senin depan akan kami kirimkan suratnya.", "akan kami kirimkan", "2023-11-27"},
		{"Baik, saya catat, nanti saya kabari.", "nanti saya kabari", ""},
		{"Jawaban tertulis akan menyusul.", "akan menyusul", ""},
		{"Formatnya akan dikirimkan ke semua desa minggu depan.", "akan dikirimkan", "2023-11-28"},
		{"Usul itu akan ditindaklanjuti.", "akan ditindaklanjuti", ""},
		{"Akan kami tindak lanjuti bersama kepolisian.", "Akan kami tindak", ""},
		{"Akan kami tindaklanjuti.", "Akan kami tindaklanjuti", ""},
		{"Kami akan berkoordinasi dengan camat.", "Kami akan berkoordinasi", ""},
		{"Insyaallah kami jadwalkan bulan depan.", "Insyaallah kami jadwalkan", "2023-12-21"},
		{"Kami siapkan formatnya dalam 14 (empat belas) hari kerja.", "Kami siapkan", "2023-12-11"},
		{"Petugas kami akan mengunjungi desa Bapak.", "Petugas kami akan mengunjungi", ""},
		{"Kantor kami akan menerbitkan lembar penjelasan.", "Kantor kami akan menerbitkan", ""},
		{"Kalau begitu kami cek dulu.", "kami cek", ""},
		{"Kalau soal tarif, nanti kami tanyakan ke Semarang.", "nanti kami tanyakan", ""},
		{"Panitia akan membagikan materi tanggal 25.", "Panitia akan membagikan", "2023-11-25"},
		{"Kami bantu carikan datanya.", "Kami bantu", ""},
		{"Tarifnya Rp350.000. Rinciannya nanti kami kirim.", "nanti kami kirim", ""},
		{"Paspor tidak perlu rekomendasi. Suratnya akan kami teruskan ke Bpk. Camat besok.", "akan kami teruskan", "2023-11-22"},
		{"Kami upayakan paspor keliling di kecamatan.", "Kami upayakan", ""},
		{"Nanti dikabari lewat grup.", "Nanti dikabari", ""},
		{"Usulan Bapak kami tampung dan kami bahas di rapat.", "kami tampung", ""},
		{"Materi akan dibagikan lewat grup paling lambat 30 November.", "akan dibagikan", "2023-11-30"},
		{"Saya akan menanyakan hal itu kepada pimpinan.", "Saya akan menanyakan", ""},
		{"Kami juga akan menyurati biro umrah.", "Kami juga akan menyurati", ""},
		{"Akan kami kirim. Paling lambat Jumat.", "Akan kami kirim", "2023-11-24"},
		{"Minggu depan, Pak.", "Minggu depan", "2023-11-28"},
		{"Paling lambat hari Jumat, Bu.", "hari Jumat", "2023-11-24"},
		{"Daftarnya paling lambat Jumat.", "paling lambat Jumat", "2023-11-24"},
		{"kami pelajari dulu berkasnya", "kami pelajari", ""},
		{"AKAN KAMI SAMPAIKAN MINGGU DEPAN", "AKAN KAMI SAMPAIKAN", "2023-11-28"},
		{"Setelah rapat nanti kami kirim notulanya.", "nanti kami kirim", ""},
		{"Nanti, insyaallah, kami kunjungi.", "Nanti, insyaallah, kami kunjungi", ""},
		{"We will send the list.", "We will send", ""},
		{"We'll check and tell you by Friday.", "We'll check", "2023-11-24"},
		{"We’ll look into it.", "We’ll look", ""},
		{"I will get back to you next week.", "I will get", "2023-11-28"},
		{"We will also follow up with the police.", "We will also follow", ""},
		{"The form will be sent to every village within 7 days.", "will be sent", "2023-11-28"},
		{"We are going to visit the village in two weeks.", "We are going to visit", "2023-12-05"},
		{"Let me check that with the regional office.", "Let me check", ""},
		{"The committee will share the slides tomorrow.", "committee will share", "2023-11-22"},
		{"We shall reply in writing by 30 November.", "We shall reply", "2023-11-30"},
		{"We will check if the letter has arrived.", "We will check", ""},
		{"We will try to arrange a mobile service.", "We will try to arrange", ""},
	} {
		found := Find(c.text, today())
		if len(found) != 1 {
			t.Errorf("%q: %d promises", c.text, len(found))
			continue
		}
		p := found[0]
		if words := c.text[p.Words.Start:p.Words.End]; words != c.words || p.Due.String() != c.due {
			t.Errorf("%q: %q due %q; want %q due %q", c.text, words, p.Due, c.words, c.due)
		}
	}
}

func TestNoPromises(t *testing.T) {
	for _, text := range []string{
		"", ".", "Belum boleh.",
		"Pelanggar akan dikenai sanksi.",
		"Jika berangkat akan dipulangkan.",
		"Jika data lengkap, kami kirim minggu depan.",
		"Apabila ada perubahan akan kami kabari.",
		"Kalau berkasnya lengkap nanti kami proses.",
		"Bila tidak sesuai, permohonan akan kami tolak.",
		"Sudah kami kirim kemarin.",
		"Daftar itu telah kami sampaikan.",
		"Tidak akan kami kirim.",
		"Kami tidak akan mengirim daftar itu.",
		"Belum bisa kami sampaikan.",
		"Kami belum cek.",
		"Seperti yang kami sampaikan tadi.",
		"Surat yang akan kami kirim ada dua.",
		"Kami sampaikan bahwa paspor pertama gratis.",
		"Kami sampaikan terima kasih.",
		"Perlu kami sampaikan bahwa tarifnya berubah.",
		"Dapat kami jelaskan sebagai berikut.",
		"Setiap bulan kami kirim petugas ke desa.",
		"Biasanya kami cek dahulu.",
		"Petugas akan menanyakan tujuan keberangkatan.",
		"Pemohon akan diwawancarai.",
		"Permohonan akan ditunda bila datanya berbeda.",
		"Warga yang akan berangkat wajib lapor.",
		"Peserta wajib membawa KTP paling lambat Jumat.",
		"Batas pendaftaran paling lambat 30 November.",
		"Denda paspor hilang Rp1.000.000.",
		"Kapan akan kami terima?",
		"Apakah kami kirim ke kecamatan?",
		"Mohon Bapak kirim datanya minggu depan.",
		"Bapak akan menerima surat itu besok.",
		"Penempatan ke sana tidak resmi.",
		"Kantor buka Senin sampai Jumat.",
		"Paspor selesai dalam 7 hari kerja.",
		"Sekitar 200 pemohon ditunda pada tahun lalu.",
		"Penjara paling lama 10 tahun.",
		"Penjara paling lama 10 tahun dan denda paling banyak Rp15 miliar.",
		"Kami menerima banyak pertanyaan serupa.",
		"Kami akan senang sekali.",
		"Tanyakan ke Dinperinnaker sebelum mendaftar.",
		"Orang itu akan dikirim ke luar negeri secara ilegal jika tidak hati-hati.",
		"KUHP baru akan berlaku 2 Januari 2026.",
		"Nanti hujan.",
		"You will be fined.",
		"The applicant will be refused.",
		"If you leave without papers we will report it.",
		"We will not send it.",
		"We sent it last week.",
		"We will see.",
		"We would send it.",
		"Will you send it?",
		"We send officers every month.",
		"Unless it is complete we will return it.",
		"The law will change next year.",
		"Anyone who leaves illegally will be sent home if caught.",
		"Must be handed in by Friday.",
	} {
		for _, p := range Find(text, today()) {
			t.Errorf("%q: %q is no promise", text, text[p.Words.Start:p.Words.End])
		}
	}
}

func TestEachSentenceItsOwn(t *testing.T) {
	text := "Tarifnya Rp350.000. Rinciannya nanti kami kirim besok.\nSoal desa binaan akan kami usulkan. Paling lambat 30 November.\n" +
		"Sanksinya akan ditentukan hakim."
	found := Find(text, today())
	if len(found) != 2 {
		t.Fatalf("%+v", found)
	}
	for i, want := range []struct{ sentence, due, when string }{
		{"Rinciannya nanti kami kirim besok", "2023-11-22", "besok"},
		{"Soal desa binaan akan kami usulkan", "2023-11-30", "30 November"},
	} {
		p := found[i]
		got := text[p.Sentence.Start:p.Sentence.End]
		if when := text[p.When.Start:p.When.End]; got != want.sentence || p.Due.String() != want.due || when != want.when {
			t.Errorf("%q due %s by %q, want %+v", got, p.Due, when, want)
		}
	}
	// Without a day to begin from, days are not read.
	if found := Find("Akan kami kirim besok.", date.Date{}); len(found) != 1 || !found[0].Due.IsZero() {
		t.Errorf("%+v", found)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"Akan kami kirim. Paling lambat Jumat.", "we'll", "’’we’ll send", "kami\xff kirim", "nanti kami cek 29/2/2023", "ا kami كirim",
		"kami kirim \u0301besok", "Bpk. kami kirim", strings.Repeat("nanti ", 50) + "kami kirim",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, p := range Find(s, today()) {
			for _, at := range []date.Span{p.Words, p.Sentence, p.When} {
				if at.Start < 0 || at.End > len(s) || at.Start > at.End || utf8.ValidString(s) && !utf8.ValidString(s[at.Start:at.End]) {
					t.Fatalf("%q: span %v", s, at)
				}
			}
			if p.Words.Start == p.Words.End || p.Sentence.Start < end || !p.Due.IsZero() && p.Due.Before(today()) {
				t.Fatalf("%q: %+v", s, p)
			}
			end = p.Sentence.End
		}
	})
}

func BenchmarkFind(b *testing.B) {
	note := strings.Repeat("Surat izin keluarga harus diketahui kepala desa atau lurah; daftarnya akan kami sampaikan minggu depan. ", 40)
	b.SetBytes(int64(len(note)))
	for b.Loop() {
		Find(note, today())
	}
}

package paper

import (
	"fmt"
	"strconv"
	"testing"
	"time"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/program"
	"hadir/ui/lang"
)

// sampleID is an ID that is the same each time.
func sampleID(kind string, n int) model.ID { return model.HashID(nil, kind, strconv.Itoa(n)) }

// sampleFacts are the facts of an event that was never held, with guests, speakers and words that are invented.
func sampleFacts(t testing.TB) Facts {
	t.Helper()
	file, err := program.Parse(program.Example())
	if err != nil {
		t.Fatal(err)
	}
	f := Facts{
		Office: Office{
			Name: "Kantor Contoh", City: "Kota Contoh", Zone: "WIB", Logo: logo(), LogoName: "logo.png",
			Head: []HeadLine{
				{Text: "KEMENTERIAN CONTOH", Bold: true, Size: 12},
				{Text: "KANTOR WILAYAH CONTOH", Bold: true, Size: 11},
				{Text: "KANTOR CONTOH", Bold: true, Size: 14},
				{Text: "Jalan Contoh Nomor 0, Kota Contoh 00000", Size: 9},
				{Text: "Telepon (000) 000000, laman contoh.example", Size: 9},
			},
			Leader:    Signer{Post: "Kepala Kantor Contoh", Name: "Kepala Contoh", NIP: "198609262015051001"},
			Treasurer: Signer{Post: "Bendahara Pengeluaran", Name: "Bendahara Contoh", NIP: "198609262015051001"},
			Spender:   Signer{Acting: "a.n.", Post: "Kuasa Pengguna Anggaran, Pejabat Pembuat Komitmen", Name: "Pejabat Contoh", NIP: "198609262015051001"},
		},
		Event: model.Event{
			ID: sampleID("event", 1), Theme: "Pencegahan Calon Pekerja Migran Indonesia (CPMI) Nonprosedural", Kind: "Sosialisasi",
			Venue: "Balai Pertemuan Contoh", Date: "2023-11-21", Start: "09.00", Organiser: "Kantor Contoh", Salt: []byte("salt"),
			Groups: "camat\nkepala desa\nbiro perjalanan umrah", Sample: true, Invitation: "CONTOH-01.01-0000",
			Conclusion: "Surat izin keluarga diketahui kepala desa.\nDesa mencatat warga yang hendak bekerja di luar negeri.",
			Suggestion: "Kegiatan dilanjutkan di desa.", Basis: "Undang-Undang Nomor 18 Tahun 2017", Result: "Peserta memahami prosedur yang benar.",
			Expected: 62,
		},
		Seats: map[model.ID]model.Seat{}, NIP: map[model.ID]string{sampleID("person", 1): "198609262015051001"}, Phone: true, Each: true, Blank: 6,
	}
	for i, g := range file.Guests {
		f.Guests = append(f.Guests, model.Guest{
			ID: sampleID("guest", i), Name: g.Name, Before: g.Before, After: g.After, Post: g.Post, Institution: g.Institution,
			District: g.District, Phone: g.Phone, Sex: g.Sex, Order: i + 1,
		})
		if i%3 != 2 {
			f.Seats[f.Guests[i].ID] = model.Seat{Guest: f.Guests[i].ID, State: model.StatePresent}
		}
	}
	f.Seats[f.Guests[2].ID] = model.Seat{State: model.StateRepresented, Deputy: model.Deputy{Name: "Sri Lestari", Post: "Sekretaris Kelurahan"}}
	f.Letter = Letter{Contact: "Panitia Contoh, 0810-0000-0000", Copies: []string{"Bupati Contoh", "Kepala Kantor Wilayah Contoh"}, Date: date.Date{Year: 2023, Month: 11, Day: 15}}
	f.Press = Press{City: "Kota Contoh", Contact: "Panitia Contoh, 0810-0000-0000"}
	f.Payment = Payment{Amount: 150_000, Each: map[model.ID]int64{f.Guests[0].ID: 200_000}}
	f.Today = date.Date{Year: 2023, Month: 12, Day: 1}
	f.Deed = Deed{Number: "CONTOH-02", Parties: []Party{
		{Name: "Ketua Contoh", NIP: "198609262015051001", Rank: "Penata (III/c)", Post: "Jabatan Contoh 1", Address: "Jalan Contoh 0"},
		{Name: "Kepala Desa Contoh", Post: "Kepala Desa", Institution: "Desa Contoh", Address: "Jalan Contoh 1"},
	}, Witnesses: []Party{{Name: "Saksi Contoh", Post: "Camat"}, {Name: "Saksi Kedua Contoh", NIP: "198609262015051001", Post: "Sekretaris"}}}
	sampleRoles(&f)
	sampleDiscussion(&f)
	return f
}

func sampleRoles(f *Facts) {
	duties := []model.Duty{model.DutyChair, model.DutySpeaker, model.DutySpeaker, model.DutySpeaker, model.DutyRecorder, model.DutyModerator, model.DutyOpener}
	people := []int{1, 2, 3, 1, 4, 5, 1}
	names := []string{"", "Ketua Contoh", "Pembicara Satu", "Pembicara Dua", "Pencatat Contoh", "Pemandu Contoh"}
	for i, d := range duties {
		n := people[i]
		f.Roles = append(f.Roles, model.Role{
			ID: sampleID("role", i), Duty: d, Person: sampleID("person", n), Name: names[n], Post: fmt.Sprintf("Jabatan Contoh %d", n),
			Institution: "Instansi Contoh", Order: i + 1,
		})
	}
	f.Agenda = []model.AgendaItem{
		{ID: sampleID("item", 1), Kind: model.ItemOpening, Title: "Sambutan pembukaan", Start: "09.00", End: "09.15", Role: sampleID("role", 6), Points: []string{"pentingnya pencegahan", "dampak negatif penyalahgunaan prosedur"}, Order: 1},
		{ID: sampleID("item", 2), Kind: model.ItemTalk, Title: "Prosedur penempatan", Start: "09.15", End: "09.45", Role: sampleID("role", 1), Points: []string{"peraturan yang mengatur PMI, prosedur yang harus diikuti, serta hak-hak yang dimiliki oleh PMI"}, Order: 2},
		{ID: sampleID("item", 3), Kind: model.ItemTalk, Title: "Penegakan hukum", Role: sampleID("role", 2), Order: 3},
		{ID: sampleID("item", 4), Kind: model.ItemDiscussion, Title: "Diskusi", Role: sampleID("role", 5), Order: 4},
	}
}

func sampleDiscussion(f *Facts) {
	asked := time.Date(2023, 11, 21, 3, 0, 0, 0, time.UTC)
	f.Questions = []model.Question{
		{
			ID: sampleID("q", 1), No: 1, Text: "Dokumen apa saja yang wajib dimiliki calon PMI?", Asker: "Sutrisno", Post: "Kepala Desa", From: "Desa Pulo",
			Status: model.QuestionAnswered, Asked: asked, Basis: "UU 18/2017 Pasal 13", AsOf: "2022-03", Answers: []model.Answer{{
				By: "Pembicara Satu", Post: "Jabatan Contoh 2",
				Text: "Delapan: surat keterangan status perkawinan (fotokopi buku nikah bila menikah); surat izin suami/istri, orang tua, atau wali yang diketahui kepala desa/lurah; sertifikat kompetensi kerja; surat keterangan sehat dan psikologi; paspor; visa kerja; perjanjian penempatan; dan perjanjian kerja.",
			}, {By: "Ketua Contoh", Post: "Jabatan Contoh 1", Text: "Paspor diurus di kantor imigrasi mana pun."}},
		},
		{ID: sampleID("q", 2), No: 2, Text: "Warga saya ditawari kerja di luar negeri lewat grup pesan, apakah aman?", Anonymous: true, Status: model.QuestionWrittenOwed},
		{ID: sampleID("q", 3), No: 3, Text: "RAHASIA nama calo", Asker: "Slamet", Internal: true, Status: model.QuestionOpen},
	}
	f.Actions = []model.Action{
		{ID: sampleID("a", 1), No: 1, Problem: "Jalur komunikasi belum ada", Do: "Membentuk grup koordinasi kepala desa", Owner: "Seksi Contoh", Due: "2023-11-28", Output: "Grup aktif", Measure: "semua desa tergabung", Status: model.ActionDoing, Priority: model.PriorityHigh},
		{ID: sampleID("a", 2), No: 2, Problem: "Jawaban tertulis", Do: "Mengirim jawaban tertulis", Owner: "Kantor Contoh", Status: model.ActionTodo, Priority: model.PriorityNormal, Question: sampleID("q", 2)},
		{ID: sampleID("a", 3), No: 3, Do: "RAHASIA menelusuri calo", Status: model.ActionTodo, Question: sampleID("q", 3)},
	}
	f.Evidence = []model.Evidence{
		{ID: sampleID("e", 1), Proof: model.ProofPhoto, Slot: model.SlotOpening, Path: "/foto/pembukaan.jpg", Caption: "Pembukaan kegiatan", Order: 1},
		{ID: sampleID("e", 2), Proof: model.ProofPhoto, Slot: model.SlotTalk, Path: "/foto/materi.jpg", Caption: "Penyampaian materi", Order: 1},
		{ID: sampleID("e", 3), Proof: model.ProofInvitation, Path: "/arsip/undangan.pdf", Order: 1},
	}
	f.Photos = map[model.ID][]byte{sampleID("e", 1): photo(320, 200), sampleID("e", 2): photo(320, 240)}
}

func indonesian() *lang.Lang { return lang.New(lang.Indonesian) }

// samplePapers are all papers of the sample event: the attendance list and the minutes first.
func samplePapers(t testing.TB, f Facts) []Paper {
	t.Helper()
	l := indonesian()
	var all []Paper
	kinds := append([]Kind{KindAttendance, KindMinutes}, Kinds()...)
	for i, k := range kinds {
		if i > 1 && (k == KindAttendance || k == KindMinutes) {
			continue
		}
		papers, err := Make(l, k, f)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, papers...)
	}
	return append(all, Recap(l, f.Office, date.Date{Year: 2023, Month: 10, Day: 1}, date.Date{Year: 2023, Month: 12, Day: 31}, []Facts{f, f}))
}

package screen_test

import (
	"testing"

	"hadir/model"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// inRoom gives a journey the questions of an event at which some have arrived, with two speakers, at 10.41.
func inRoom(t *testing.T, journey func(d *uitest.Desk, event model.Event)) {
	t.Helper()
	for _, newsFirst := range []bool{false, true} {
		uitest.Run(t, func(d *uitest.Desk) {
			d.NewsFirst = newsFirst
			event := d.Event(uitest.Guests()...)
			act := d.Env.Act(model.VerbLoad)
			for i, r := range []model.Role{
				{Duty: model.DutyModerator, Name: "Bagus Prakoso"},
				{Duty: model.DutySpeaker, Name: "Ayu Contoh", After: "S.H.", Post: "Narasumber Contoh"},
				{Duty: model.DutySpeaker, Name: "Budi Contoh", Post: "Pemateri Kedua"},
			} {
				r.Event, r.Order = event.ID, i+1
				d.Apply(act.Change(model.RoleKey(event.ID, model.ID{7, byte(i)}), r.Registers()...))
			}
			d.Show(screen.NewDoor(d.Env, event.ID, model.ID{}))
			d.Keys("titik", "enter", "soej", "enter")
			d.Show(screen.NewQuestions(d.Env, event.ID))
			d.Resize(130, 36)
			d.Until(10, 41)
			journey(d, event)
		})
	}
}

// onlyQuestion is the one question of an event.
func onlyQuestion(d *uitest.Desk, event model.ID) model.Question {
	d.Helper()
	all, err := d.Store().Questions(d.Context(), event)
	if err != nil || len(all) != 1 {
		d.Fatalf("questions %+v, %v", all, err)
	}
	return all[0]
}

func TestThreeQuestionsInARowThenTheAnswers(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		d.Sees("TANYA JAWAB", "0 pertanyaan, 0 belum terjawab", "Belum ada pertanyaan. n: catat pertanyaan.")
		d.Keys("n", "titik")
		d.Sees("PERTANYAAN BARU", "> Titik Adi, Kepala Desa Contoh Tengah", "hadir")
		d.Keys("enter")
		d.Type("Surat izin keluarga harus diketahui siapa?")
		d.Keys("f8")
		d.Sees("Pertanyaan 1 tersimpan.", "PERTANYAAN BARU")
		d.Type("ibu, baris depan")
		d.Keys("tab")
		d.Type("Apakah paspor calon PMI gratis?")
		d.Until(10, 43)
		d.Keys("f8", "f4")
		d.Type("Warga saya ditawari kerja di Kamboja.")
		d.Keys("ctrl+s")
		d.Sees("3 pertanyaan, 3 belum terjawab", "Titik Adi, Kades Contoh Tengah", "ibu, baris depan",
			"Peserta (identitas dirahasiakan)", "BELUM TERJAWAB 2 menit")
		d.Until(10, 55)
		d.Sees("BELUM TERJAWAB 14 menit", "BELUM TERJAWAB 12 menit")
		d.Keys("home", "j")
		d.Sees("JAWABAN ATAS PERTANYAAN 1", "Titik Adi", "Surat izin keluarga")
		d.Type("Kepala desa atau lurah.")
		d.Keys("tab", "ayu", "enter")
		d.Type("UU 18/2017 Pasal 13 huruf b")
		d.Keys("tab")
		d.Type("2017")
		d.Sees("= 2017 (5 tahun 10 bulan)")
		d.Keys("ctrl+s")
		d.Sees("Jawaban atas pertanyaan 1 tersimpan.", "3 pertanyaan, 2 belum terjawab", "terjawab")
		d.Keys("b")
		d.Sees("hanya yang belum dijawab", "ibu, baris depan")
		d.Misses("Titik Adi")
		d.Keys("b", "home", "enter")
		d.Sees("PERTANYAAN 1", "Titik Adi, Kepala Desa Contoh Tengah (21 Nov 2023 10.41)", "Jawaban Ayu Contoh, S.H., Narasumber Contoh",
			"21 Nov 2023 10.55", "UU 18/2017 Pasal 13 huruf b", "Data per 2017", "Pastikan ketentuannya masih berlaku", "Riwayat",
			"dijawab oleh Ayu Contoh")
	})
}

func TestNothingTellsWhoAskedInSecret(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("n", "titik", "enter")
		d.Type("Apakah aman?")
		d.Keys("ctrl+s", "e", "f4", "ctrl+s")
		d.Sees("Peserta (identitas dirahasiakan)")
		d.Misses("Titik")
		d.Keys("enter", "r")
		d.Sees("Riwayat")
		d.Misses("Titik", "Contoh Tengah")
		q := onlyQuestion(d, event.ID)
		if !q.Anonymous || !q.Guest.IsZero() || q.Asker+q.Post+q.From != "" {
			d.Errorf("kept %+v", q)
		}
		r, err := d.Store().Record(d.Context(), model.QuestionKey(event.ID, q.ID))
		for _, f := range []string{model.QuestionGuest, model.QuestionAsker, model.QuestionPost, model.QuestionFrom} {
			if err != nil || r.Get(f) != "" {
				d.Errorf("%s holds %q, %v", f, r.Get(f), err)
			}
		}
	})
}

// Whoever withholds the asker and types on types the question: the letters neither name an asker nor undo the withholding.
func TestTypingOnAfterWithholding(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("n", "f4")
		d.Type("Apakah aman?")
		d.Keys("ctrl+s")
		if q := onlyQuestion(d, event.ID); !q.Anonymous || q.Asker != "" || q.Text != "Apakah aman?" {
			d.Errorf("kept %+v", q)
		}
	})
}

// The draft of a question whose asker is withheld after the name had been typed does not hold the name any more.
func TestDraftForgetsWhoAskedInSecret(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("n", "titik", "enter")
		d.Type("Apakah aman?")
		d.Wait(2e9)
		d.Keys("f4")
		drafts, err := d.Store().Drafts(d.Context())
		if err != nil || len(drafts) != 1 || drafts[0].Fields["text"] != "Apakah aman?" || drafts[0].Fields["asker"] != "anonymous" {
			d.Fatalf("drafts %v, %v", drafts, err)
		}
		if n := d.DraftHolds("Titik"); n != 0 {
			d.Errorf("the name stands in %d drafts", n)
		}
	})
}

func TestQuestionIsRemovedBroughtBackAndReadable(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("n", "tab")
		d.Type("Berapa biaya paspor?")
		d.Keys("ctrl+s", "x")
		d.Sees("Hapus Pertanyaan 1 dari daftar?", "Jangan hapus")
		d.Keys("esc")
		d.Sees("Berapa biaya paspor?")
		id := onlyQuestion(d, event.ID).ID
		d.Keys("x", "right", "enter")
		d.Sees("Pertanyaan 1 dihapus dari daftar.", "Belum ada pertanyaan.")
		d.Keys("n", "tab")
		d.Type("Pertanyaan lain.")
		d.Keys("ctrl+s")
		d.Sees("Pertanyaan 2 tersimpan.")
		d.Keys("ctrl+z")
		d.Sees("Diurungkan: pencatatan pertanyaan nomor 2, pukul 10.41.")
		d.Show(screen.NewQuestion(d.Env, event.ID, id))
		d.Sees("Pertanyaan ini sudah dihapus dari daftar.", "Berapa biaya paspor?")
		d.Keys("ctrl+z")
		d.Sees("Diurungkan: penghapusan nomor 1, pukul 10.41.")
		d.Misses("sudah dihapus")
	})
}

func TestAnswersOfSeveralSpeakersAndTheirOldWords(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("n", "tab")
		d.Type("Berapa biaya paspor?")
		d.Keys("tab")
		d.Type("Rp350.000.")
		d.Keys("tab", "budi", "enter", "ctrl+s")
		d.Sees("Pertanyaan 1 tersimpan.", "terjawab")
		d.Until(10, 42)
		d.Keys("j")
		d.Type("Sepuluh tahun Rp650.000.")
		d.Keys("tab")
		d.Type("Petugas loket")
		d.Keys("tab", "ctrl+s", "enter")
		d.Sees("Jawaban Budi Contoh, Pemateri Kedua", "Rp350.000.", "Jawaban Petugas loket", "Sepuluh tahun")
		d.Keys("u")
		d.Sees("Jawaban mana yang diperbaiki?", "Budi Contoh", "Petugas loket")
		d.Keys("enter", "ctrl+end")
		d.Type(" Lima tahun.")
		d.Keys("ctrl+s")
		d.Sees("Rp350.000. Lima tahun.", "jawaban Budi Contoh, Pemateri Kedua diperbaiki")
		d.Keys("r")
		d.Sees("Sebelumnya (21 Nov 2023 10.41")
		q := onlyQuestion(d, event.ID)
		if len(q.Answers) != 2 || q.Answers[0].By != "Budi Contoh" || q.Answers[0].Role != (model.ID{7, 2}) || q.Answers[0].Edits.IsZero() {
			d.Errorf("answers %+v", q.Answers)
		}
		d.Keys("ctrl+z")
		d.Sees("Diurungkan: jawaban atas pertanyaan nomor 1")
		if q := onlyQuestion(d, event.ID); q.Answers[0].Text != "Rp350.000." {
			d.Errorf("answers %+v", q.Answers)
		}
	})
}

func TestQuestionIsNotLostWhenItCannotBeWritten(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("n", "tab")
		d.Type("Yang pertama?")
		d.Fail(errFull)
		// The next begins before the first is known not to be kept.
		d.Hurry("f8", "tab", "Yang kedua?")
		d.Sees("BELUM TERSIMPAN", "Yang pertama?", "Isian masih ada di layar.")
		d.Mend()
		d.Keys("ctrl+s")
		d.Sees("Pertanyaan 1 tersimpan.", "Yang kedua?")
		d.Keys("ctrl+s")
		d.Sees("Pertanyaan 2 tersimpan.", "Yang pertama?", "Yang kedua?")
	})
}

// Two desks may give the same number; the list shows both, in the same order everywhere.
func TestNamesFollowTheListAndNumbersMayMeet(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("n", "soej", "enter")
		d.Type("Satu?")
		d.Keys("ctrl+s")
		q := onlyQuestion(d, event.ID)
		g := q.Guest
		r, err := d.Store().Record(d.Context(), model.GuestKey(event.ID, g))
		if err != nil {
			d.Fatal(err)
		}
		d.Apply(d.Env.Act(model.VerbCorrect).Change(r.Key, r.Edit(map[string]string{model.GuestName: "Soejatno Putra"})...))
		d.Sees("Soejatno Putra, Kades Contoh Wetan")
		r, _ = d.Store().Record(d.Context(), r.Key)
		d.Apply(d.Env.Act(model.VerbRemove).Change(r.Key, r.Edit(map[string]string{model.Removed: "1"})...))
		d.Sees("Soejatno")
		d.Misses("Soejatno Putra")
		other := model.Question{Event: event.ID, ID: model.ID{1}, No: 1, Text: "Dari meja lain?"}
		d.Apply(other.Ask(d.Env.Act(model.VerbAsk))...)
		d.Sees("2 pertanyaan", "Dari meja lain?", "Satu?")
		d.Keys("n", "tab")
		d.Type("Tiga?")
		d.Keys("ctrl+s")
		d.Sees("Pertanyaan 2 tersimpan.")
	})
}

func TestWrongDatesGetASentence(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("n", "tab", "Apa?", "tab", "Begini.", "tab", "tab", "tab")
		d.Type("29 Februari 2023")
		d.Keys("ctrl+s")
		d.Sees("Tahun 2023 tidak memiliki tanggal 29 Februari.")
		d.Misses("Pertanyaan 1 tersimpan.")
		for range len("29 Februari 2023") {
			d.Keys("backspace")
		}
		d.Type("Agustus 2023")
		d.Sees("= Agustus 2023 (2 bulan)")
		d.Keys("ctrl+s")
		d.Sees("Pertanyaan 1 tersimpan.")
		if q := onlyQuestion(d, event.ID); q.AsOf != "2023-08" {
			d.Errorf("as of %q", q.AsOf)
		}
	})
}

package screen_test

import (
	"strings"
	"testing"
	"time"

	"hadir/model"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// earlierQuestion gives the archive an earlier event with a question about a subject, answered with data as of a time.
func earlierQuestion(d *uitest.Desk, no int, words, answer, asOf string) model.Question {
	d.Helper()
	id := model.ID{5, byte(no)}
	act := d.Env.Act(model.VerbCreate)
	d.Apply(act.Change(model.EventKey(id), model.Write(model.EventTheme, "Desa Binaan Contoh"), model.Write(model.EventDate, "2023-05-16"),
		model.Write(model.EventStatus, string(model.StatusDone))))
	q := model.Question{
		Event: id, ID: model.ID{6, byte(no)}, No: no, Text: words, Asker: "Nama Rahasia Sekali", Basis: "PP 45/2024 Pasal 5", AsOf: asOf,
		Keeps: model.KeepsUsually, Answers: []model.Answer{{Text: answer, By: "Cici Contoh", Post: "Penyuluh", At: d.Env.Now()}},
	}
	d.Apply(q.Ask(d.Env.Act(model.VerbAsk))...)
	return q
}

func TestEarlierQuestionsAppearWhileTyping(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		earlierQuestion(d, 1, "Apakah benar paspor untuk calon PMI gratis?", "Ya, untuk pertama kali.", "2022-03-07")
		earlierQuestion(d, 2, "Berapa biaya paspor sekarang?", "Nonelektronik Rp350.000.", "2023-10")
		d.Keys("n", "tab")
		d.Sees("pernah ditanyakan", "Belum ada pertanyaan lama yang mirip.")
		d.Type("Paspor calon PMI gratis")
		d.Sees(`"Apakah benar paspor untuk calon PMI gratis?"`, "Cici Contoh, Penyuluh", "Desa Binaan Contoh",
			"(6 bulan)", "PP 45/2024 Pasal 5")
		flat := strings.Join(strings.Fields(d.Screen()), " ")
		// Beside the form a sentence is broken over its lines: its words are there, in their order.
		for _, w := range []string{"data per 7", "Maret 2022", "Pastikan", "masih berlaku", "Ya, untuk pertama kali."} {
			if !strings.Contains(flat, w) {
				d.Errorf("no %q:\n%s", w, d.Screen())
			}
		}
		d.Resize(80, 30)
		d.Sees("Jawaban ini memakai data per 7 Maret 2022. Pastikan ketentuannya masih berlaku sebelum disampaikan.")
		d.Keys("ctrl+y")
		d.Sees("Rujukan ikut disimpan bersama pertanyaan ini. Ctrl+Y lagi: batal.", "Rujukan (1): Cici Contoh")
		d.Keys("ctrl+y")
		d.Sees("Rujukan tidak jadi disimpan bersama pertanyaan ini.")
		d.Misses("Rujukan (1)")
		d.Keys("ctrl+y")
		d.Keys("f7")
		d.Sees("Jawaban Cici Contoh, Penyuluh:", "Ya, untuk pertama kali.")
		d.Misses("Nama Rahasia")
		d.Keys("esc", "ctrl+s")
		d.Sees("Pertanyaan 1 tersimpan.")
		q := onlyQuestion(d, event.ID)
		if len(q.Answers) != 0 || q.Status != model.QuestionOpen {
			d.Errorf("the reference became an answer: %+v", q)
		}
		if len(q.References) != 1 || q.References[0].Key().ID != (model.ID{6, 1}) ||
			q.References[0].Cite != "Cici Contoh, Penyuluh | Desa Binaan Contoh, 16 Mei 2023 | PP 45/2024 Pasal 5 | data per 7 Maret 2022" {
			d.Errorf("references %+v", q.References)
		}
		d.Keys("enter")
		d.Sees("Rujukan", "Cici Contoh, Penyuluh | Desa Binaan Contoh")
		d.Keys("o")
		d.Sees("Ya, untuk pertama kali.", "Data per 7 Maret 2022")
	})
}

// Below the list stand earlier questions like the one under the cursor; one key takes one down.
func TestReferenceFromTheList(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		earlierQuestion(d, 1, "Berapa biaya paspor sekarang?", "Nonelektronik Rp350.000.", "2023-10")
		d.Keys("n", "tab")
		d.Type("Biaya paspor berapa?")
		d.Keys("ctrl+s")
		d.Sees(`"Berapa biaya paspor sekarang?"`)
		d.Misses("Pastikan ketentuannya")
		d.Keys("ctrl+y")
		d.Sees("Rujukan dicatat pada Pertanyaan 1. Jawaban tidak berubah.")
		d.Keys("ctrl+y")
		d.Sees("Sudah tercatat sebagai rujukan.")
		if q := onlyQuestion(d, event.ID); len(q.References) != 1 {
			d.Errorf("references %+v", q.References)
		}
		d.Keys("ctrl+z")
		d.Sees("Diurungkan: rujukan pada pertanyaan nomor 1")
		if q := onlyQuestion(d, event.ID); len(q.References) != 0 {
			d.Errorf("references %+v", q.References)
		}
	})
}

func TestSupersededIsSaid(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		for _, words := range []string{"Berapa biaya paspor lama?", "Berapa biaya paspor baru?"} {
			d.Keys("n", "tab")
			d.Type(words)
			d.Wait(time.Minute)
			d.Keys("ctrl+s")
		}
		d.Keys("home", "d")
		d.Sees("Pertanyaan 1 digantikan oleh pertanyaan mana?", "Berapa biaya paspor baru?")
		d.Keys("enter")
		d.Sees("Pertanyaan 1 ditandai digantikan oleh pertanyaan yang lebih baru.")
		if line := d.Line("paspor lama"); !strings.HasSuffix(line, "  digantikan") {
			d.Errorf("row %q", line)
		}
		d.Keys("enter")
		d.Sees("Jawaban ini sudah digantikan oleh yang lebih baru.")
		d.Show(screen.NewQuestions(d.Env, event.ID))
		d.Keys("end", "d")
		d.Sees("Tidak ada pertanyaan yang lebih baru")
	})
}

// Keys come faster than searches: only what was found for the newest text is shown.
func TestNewestTextWins(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		earlierQuestion(d, 1, "Berapa biaya paspor sekarang?", "Rp350.000.", "2023-10")
		earlierQuestion(d, 2, "Siapa yang memeriksa kesehatan calon pekerja?", "Sarana kesehatan.", "2023-10")
		d.Keys("n", "tab")
		d.Hurry("biaya paspor sekarang")
		d.Sees("Berapa biaya paspor sekarang?")
		d.Hurry("ctrl+u", "kesehatan calon pekerja")
		d.Sees("Siapa yang memeriksa kesehatan")
		d.Misses("biaya paspor")
	})
}

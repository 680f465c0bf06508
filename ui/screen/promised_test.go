package screen_test

import (
	"testing"
	"time"

	"hadir/model"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// What an answer promises is named while it is typed, and one key makes it a follow-up: through its form, never by itself.
func TestAPromiseBecomesAFollowUp(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("n", "titik", "enter", "Daftar P3MI resmi dari mana?", "ctrl+s", "j", "Daftarnya ada di Kementerian. ")
		d.Misses("jadikan tindak lanjut:")
		d.Keys("Nanti kami kirim ke grup minggu depan.")
		d.Sees(`Ctrl+T jadikan tindak lanjut (Selasa, 28 November`, `2023): "Nanti kami kirim"`)
		d.Keys("ctrl+t")
		d.Sees("TINDAK LANJUT BARU", "Daftar P3MI resmi dari mana?", "Nanti kami kirim ke grup minggu depan", "28 November 2023",
			"Desa Contoh Tengah", "Jawaban atas pertanyaan 1 tersimpan.")
		if all, err := d.Store().Actions(d.Context(), event.ID); err != nil || len(all) != 0 {
			d.Errorf("made without its form: %v, %v", all, err)
		}
		d.Keys("tab")
		d.Type("Seksi Contoh")
		d.Keys("ctrl+s")
		d.Sees("TANYA JAWAB", "Tindak lanjut tersimpan: Nanti kami kirim ke grup minggu depan", "terjawab")
		a := onlyAction(d, event.ID)
		if q := onlyQuestion(d, event.ID); a.Question != q.ID || a.Due != "2023-11-28" || a.Owner != "Seksi Contoh" || len(q.Answers) != 1 {
			d.Errorf("%+v of %+v", a, q)
		}
		d.Keys("enter")
		d.Sees("Tindak lanjut", "Nanti kami kirim ke grup minggu depan - Seksi Contoh, 28 Nov: belum dimulai")
		d.Keys("enter")
		d.Sees("Tindakan: Nanti kami kirim ke grup minggu depan", "Penanggung jawab: Seksi Contoh")
		d.Keys("s", "esc")
		d.Sees("PERTANYAAN 1", "Seksi Contoh, 28 Nov 2023: selesai")
		// Correcting the answer brings up nothing that was promised before.
		d.Keys("u", "end", " Terima kasih.", "ctrl+s")
		d.Sees("Jawaban atas pertanyaan 1 tersimpan.")
		d.Misses("Janji dalam jawaban")
	})
}

// A promise that was not taken up is asked about once the answer is on disk; Esc leaves it at the answer.
func TestAPromiseIsAskedAbout(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("n", "tab", "Bisa ada grup?", "tab", "Kami akan membuat grup. We will send the list next week.", "ctrl+s")
		d.Sees(`Jadikan tindak lanjut? Janji dalam jawaban: "Kami akan membuat grup".`, "Pertanyaan 1 tersimpan.")
		d.Keys("enter")
		d.Sees("TINDAK LANJUT BARU", "Kami akan membuat grup")
		d.Keys("ctrl+s")
		// The second promise is asked about when the first is done.
		d.Sees(`Jadikan tindak lanjut? Janji dalam jawaban: "We will send the list next week", tenggat Selasa, 28 November 2023.`)
		d.Keys("esc")
		d.Sees("TANYA JAWAB", "1 pertanyaan, 0 belum terjawab")
		if a := onlyAction(d, event.ID); a.Do != "Kami akan membuat grup" || a.Due != "" {
			d.Errorf("%+v", a)
		}
		if drafts, err := d.Store().Drafts(d.Context()); err != nil || len(drafts) != 0 {
			d.Errorf("drafts %v, %v", drafts, err)
		}
		// Of three in a row the next is begun at once: it is only said.
		d.Keys("n", "tab", "Kapan ke desa kami?", "tab", "Kami akan datang minggu depan.", "f8")
		d.Sees("PERTANYAAN BARU", "Pertanyaan 2 tersimpan. Jawabannya memuat janji; t pada pertanyaan itu menjadikannya tindak lanjut.")
		d.Keys("esc", "end", "t")
		d.Sees("TINDAK LANJUT BARU", "Kami akan datang minggu depan")
	})
}

// A duty, a condition and an answer without a promise bring nothing up; the key works all the same.
func TestNoPromiseNoOffer(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("n", "tab", "Apa sanksinya?", "tab", "Pelaku akan dikenai pidana penjara. Jika ada laporan, kami cek.")
		d.Misses("jadikan tindak lanjut:")
		d.Keys("ctrl+t")
		d.Sees("TINDAK LANJUT BARU", "Apa sanksinya?", "Pertanyaan 1 tersimpan.")
		// Something to be mended comes first, and the key is forgotten then.
		d.Keys("esc", "n", "tab", "tab", "Nanti kami cek.", "ctrl+t")
		d.Sees("PERTANYAAN BARU")
		d.Keys("esc", "right", "right", "enter")
		d.Sees("1 pertanyaan")
	})
}

// A reference can be taken away again, and that be undone.
func TestAReferenceIsTakenAway(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		earlierQuestion(d, 1, "Berapa biaya paspor sekarang?", "Rp350.000.", "2023-10")
		d.Keys("n", "tab", "Biaya paspor berapa?", "ctrl+y", "ctrl+s", "enter")
		d.Sees("Rujukan", "Berapa biaya paspor sekarang?")
		d.Keys("c")
		d.Sees("Rujukan dicabut dari Pertanyaan 1. Ctrl+Z: urungkan.", "diperbaiki - Rujukan")
		if q := onlyQuestion(d, event.ID); len(q.References) != 0 {
			d.Errorf("%+v", q.References)
		}
		d.Keys("c")
		d.Sees("Pertanyaan ini tidak menunjuk kepada pertanyaan lain.")
		d.Keys("ctrl+z")
		if q := onlyQuestion(d, event.ID); len(q.References) != 1 {
			d.Errorf("%+v", q.References)
		}
	})
}

// Home offers a follow-up that was being typed, and the correction of an answer, with what was typed.
func TestFollowUpOutlivesTheBattery(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("n", "f4", "Aman?", "tab", "Ya.", "ctrl+s", "t")
		d.Type("Cek tawaran")
		d.Wait(2 * time.Second)
		d.Restart()
		d.Show(screen.NewHome(d.Env))
		d.Sees("tindak lanjut untuk Pencegahan CPMI Nonprosedural, terakhir diketik pukul 10.41")
		d.Keys("enter")
		d.Sees("TINDAK LANJUT BARU", "Cek tawaran", "Aman?")
		d.Misses("Dijanjikan kepada")
		d.Keys("ctrl+s")
		a := onlyAction(d, event.ID)
		if q := onlyQuestion(d, event.ID); a.Do != "Cek tawaran" || a.Question != q.ID || a.Problem != "Aman?" {
			d.Errorf("%+v", a)
		}
		d.Show(screen.NewAction(d.Env, model.ActionKey(event.ID, a.ID)))
		d.Keys("e")
		d.Type(" itu")
		d.Wait(2 * time.Second)
		d.Restart()
		d.Show(screen.NewHome(d.Env))
		d.Keys("enter")
		d.Sees("UBAH TINDAK LANJUT", "Cek tawaran itu")
		d.Keys("ctrl+s")
		if a := onlyAction(d, event.ID); a.Do != "Cek tawaran itu" {
			d.Errorf("%+v", a)
		}
		d.Show(screen.NewQuestions(d.Env, event.ID))
		d.Keys("enter", "u", "end", " Aman.")
		d.Wait(2 * time.Second)
		d.Restart()
		d.Show(screen.NewHome(d.Env))
		d.Keys("enter")
		d.Sees("PERBAIKI JAWABAN ATAS PERTANYAAN 1", "Ya. Aman.")
	})
}

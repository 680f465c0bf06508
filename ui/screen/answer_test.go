package screen_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"hadir/model"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// A paper of forty pages, with the line ends of another system, tabs, emoji, marks and codes for a terminal in it.
func TestAPastedPaperIsKeptWhole(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		var paper strings.Builder
		for i := range 40 * 45 {
			fmt.Fprintf(&paper, "%d.\tPasal\u0301 %d \x1b[31mtentang paspor\x1b[0m \U0001f468\u200d\U0001f469\u200d\U0001f467 dan\u202e izin\x07\r\n", i+1, i+1)
		}
		d.Keys("n", "tab", "Apa isi peraturannya?", "tab")
		d.Paste(paper.String())
		d.Keys("ctrl+s")
		d.Sees("Pertanyaan 1 tersimpan.")
		text := onlyQuestion(d, event.ID).Answers[0].Text
		lines := strings.Split(text, "\n")
		want := "1800.    Pasa\u013a 1800 tentang paspor \U0001f468\u200d\U0001f469\u200d\U0001f467 dan izin"
		if len(lines) != 1800 || lines[1799] != want || strings.ContainsAny(text, "\r\t\x1b\x07\u202e") {
			d.Errorf("%d lines, the last %q, want %q", len(lines), lines[len(lines)-1], want)
		}
		d.Keys("enter")
		d.Sees("1. Pasaĺ 1 tentang paspor")
		d.Keys("end")
		d.Sees("1800. Pasaĺ 1800", "Riwayat")
		d.Keys("esc", "j")
		d.Sees("JAWABAN ATAS PERTANYAAN 1")
	})
}

// Typing in an answer outlives a dead battery, and home offers it with its time.
func TestAnswerOutlivesTheBattery(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("n", "tab", "Berapa biayanya?", "ctrl+s", "j", "Rp350.000 untuk")
		d.Wait(time.Second)
		d.Keys(" paspor")
		d.Restart()
		d.Show(screen.NewHome(d.Env))
		d.Sees("jawaban", "terakhir diketik pukul 10.41")
		d.Keys("enter")
		d.Sees("JAWABAN ATAS PERTANYAAN 1", "Rp350.000 untuk")
		d.Keys("ctrl+s")
		if q := onlyQuestion(d, event.ID); len(q.Answers) != 1 || q.Answers[0].Text != "Rp350.000 untuk" {
			d.Errorf("answers %+v", q.Answers)
		}
		if drafts, err := d.Store().Drafts(d.Context()); err != nil || len(drafts) != 0 {
			d.Errorf("drafts %v, %v", drafts, err)
		}
	})
}

// When a question was first typed, and what it points to, outlive a dead battery, too.
func TestNewQuestionOutlivesTheBattery(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		earlierQuestion(d, 1, "Berapa biaya paspor sekarang?", "Rp350.000.", "2023-10")
		d.Keys("n", "titik", "enter", "Biaya paspor berapa?", "ctrl+y")
		d.Wait(2 * time.Second)
		d.Restart()
		d.Resize(80, 24)
		d.Until(11, 5)
		d.Show(screen.NewQuestions(d.Env, event.ID))
		d.Keys("n")
		d.Sees("Ada isian yang belum disimpan, terakhir diketik pukul 10.41. Lanjutkan atau buang?")
		d.Keys("enter", "ctrl+s")
		d.Sees("Pertanyaan 1 tersimpan.")
		q := onlyQuestion(d, event.ID)
		if q.Asker != "Titik Adi" || q.Guest.IsZero() || len(q.References) != 1 {
			d.Errorf("kept %+v", q)
		}
		if got := d.Env.Clock(event, q.Asked); got != "10.41" {
			d.Errorf("asked at %s", got)
		}
	})
}

// Two desks answer at once: both answers stand.
func TestTwoDesksAnswerAtOnce(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("n", "tab", "Berapa biayanya?", "ctrl+s", "j", "Rp350.000.")
		q := onlyQuestion(d, event.ID)
		b := d.Beside("Meja 2")
		b.Resize(130, 36)
		b.Show(screen.NewAnswerForm(b.Env, event.ID, q.ID))
		b.Keys("Tanyakan ke loket.", "ctrl+s")
		d.Keys("ctrl+s", "enter")
		d.Sees("Rp350.000.", "Tanyakan ke loket.")
		if q := onlyQuestion(d, event.ID); len(q.Answers) != 2 || q.HasConflict {
			d.Errorf("%+v", q)
		}
	})
}

func TestStatusTagsAndInternal(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("n", "tab", "Berapa biayanya?", "ctrl+s", "s")
		d.Sees("Pertanyaan 1: statusnya apa?", "perlu jawaban tertulis")
		d.Keys("end", "up", "up", "enter")
		d.Sees("Pertanyaan 1: perlu jawaban tertulis.", "1 perlu jawaban tertulis")
		d.Keys("b")
		d.Sees("Berapa biayanya?")
		d.Keys("j", "Rp350.000.", "ctrl+s")
		d.Sees("Tidak ada pertanyaan yang masih harus dijawab.")
		d.Keys("b", "i")
		d.Sees("Pertanyaan 1 hanya untuk internal", "sudah dijawab tertulis")
		d.Keys("g", "paspor, biaya", "ctrl+s", "enter")
		d.Sees("HANYA INTERNAL", "Tag: biaya, paspor")
		d.Keys("g", "ctrl+u", "biaya", "ctrl+s")
		d.Sees("Tag: biaya")
		d.Misses("Tag: biaya, paspor")
		d.Keys("i")
		d.Misses("HANYA INTERNAL")
		q := onlyQuestion(d, event.ID)
		if q.Internal || q.Status != model.QuestionWrittenSent || len(q.Tags) != 1 {
			d.Errorf("%+v", q)
		}
		d.Keys("ctrl+z")
		d.Sees("Diurungkan: perubahan pertanyaan nomor 1", "HANYA INTERNAL")
	})
}

// A description becomes a guest with one key, and goes on being what was taken down where the guest leaves.
func TestAskerIsIdentifiedLater(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("n", "ibu, baris depan", "tab", "Berapa?", "ctrl+s", "k")
		d.Sees("PERBAIKI PERTANYAAN 1")
		d.Keys("ctrl+s")
		if q := onlyQuestion(d, event.ID); q.Asker != "ibu, baris depan" {
			d.Errorf("lost who it was: %+v", q)
		}
		d.Keys("k")
		d.Keys("ratna", "enter", "ctrl+s")
		d.Sees("Ratna Dewi, Direktur, PT Contoh Wisata")
		q := onlyQuestion(d, event.ID)
		if q.Asker != "Ratna Dewi" || q.Post != "Direktur" || q.Guest.IsZero() || q.Text != "Berapa?" {
			d.Errorf("%+v", q)
		}
		d.Apply(d.Env.Act(model.VerbRemove).Change(model.GuestKey(event.ID, q.Guest), model.Write(model.Removed, "1")))
		d.Sees("Ratna Dewi, Direktur, PT Contoh Wisata")
		d.Keys("enter")
		d.Sees("Ratna Dewi, Direktur, PT Contoh Wisata (")
		d.Keys("e", "ctrl+s")
		if now := onlyQuestion(d, event.ID); now.Asker != q.Asker || now.Post != q.Post || now.From != q.From {
			d.Errorf("%+v", now)
		}
	})
}

func TestFromAnyScreenOfTheEvent(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		d.Show(screen.NewDoor(d.Env, event.ID, model.ID{}))
		d.Keys("f8")
		d.Sees("PERTANYAAN BARU")
		d.Keys("tab", "Dari pintu?", "ctrl+s")
		d.Sees("PINTU", "Pertanyaan 1 tersimpan.")
		d.Keys("alt+4")
		d.Sees("TANYA JAWAB", "Dari pintu?")
		d.Keys("enter", "t")
		d.Keys("esc", "4")
		d.Sees("TANYA JAWAB")
	})
}

func TestNothingTypedIsThrownAwayUnasked(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("n", "tab", "Berapa?", "esc")
		d.Sees("Ada isian yang belum disimpan. Lanjutkan, simpan, atau buang?")
		d.Keys("enter", "!", "esc", "right", "enter")
		d.Sees("Pertanyaan 1 tersimpan.", "Berapa?!")
	})
}

func TestWhatIsRunningIsSaidAndKept(t *testing.T) {
	inRoom(t, func(d *uitest.Desk, event model.Event) {
		item := model.AgendaItem{Event: event.ID, ID: model.ID{3}, Title: "Materi 2", Kind: model.ItemTalk, Role: model.ID{7, 2}, Order: 1}
		act := d.Env.Act(model.VerbRun)
		d.Apply(act.Change(model.AgendaItemKey(event.ID, item.ID), item.Registers()...),
			act.Change(model.EventKey(event.ID), model.Write(model.EventRunning, item.ID.String())))
		d.Sees("sedang berlangsung: Materi 2")
		d.Keys("n", "tab", "Berapa?", "tab", "Sekian.", "tab", "down")
		// Whoever is speaking now comes first.
		d.Sees("> Budi Contoh, Pemateri Kedua")
		d.Keys("enter", "ctrl+s")
		if q := onlyQuestion(d, event.ID); q.Item != item.ID || q.Answers[0].By != "Budi Contoh" {
			d.Errorf("%+v", q)
		}
	})
}

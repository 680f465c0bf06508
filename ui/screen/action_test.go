package screen_test

import (
	"testing"

	"hadir/model"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// asked writes a question as if another desk had, and gives it as it is read.
func asked(d *uitest.Desk, event model.ID, q model.Question) model.Question {
	d.Helper()
	k := model.QuestionKey(event, d.Env.ID())
	d.Apply(d.Env.Act(model.VerbAsk).Change(k, q.Registers()...))
	r, err := d.Store().Record(d.Context(), k)
	if err != nil {
		d.Fatal(err)
	}
	return model.QuestionOf(r)
}

// onlyAction is the one follow-up of an event.
func onlyAction(d *uitest.Desk, event model.ID) model.Action {
	d.Helper()
	all, err := d.Store().Actions(d.Context(), event)
	if err != nil || len(all) != 1 {
		d.Fatalf("%d follow-ups, %v", len(all), err)
	}
	return all[0]
}

func TestFollowUpFromAQuestion(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		e := d.Event(uitest.Guests()...)
		h, err := d.Store().Hall(d.Context(), e.ID, model.ID{})
		if err != nil {
			t.Fatal(err)
		}
		g := h.At(0)
		q := asked(d, e.ID, model.Question{No: 1, Text: "Kapan daftar P3MI dikirim?", Guest: g.ID, Asker: g.FullName(), From: g.Institution})
		d.Show(screen.NewActionForm(d.Env, e.ID, q))
		d.Sees("Kapan daftar P3MI dikirim?", "Desa Contoh Lor")
		d.Type("Kirim daftar P3MI")
		d.Keys("tab", "titik")
		d.Sees("Titik Adi, Kepala Desa Contoh Tengah")
		d.Keys("down", "enter", "tab")
		d.Type("Jumat")
		d.Sees("Jumat, 24 November 2023")
		d.Keys("ctrl+s")
		d.Sees("Tindak lanjut tersimpan: Kirim daftar P3MI", "LOBI")
		a := onlyAction(d, e.ID)
		if a.Problem != q.Text || a.From != "Desa Contoh Lor" || a.Asker != "H. Suyatno, S.H." || a.Guest != g.ID || a.Question != q.ID ||
			a.Due != "2023-11-24" || a.Owner != "Titik Adi" || a.OwnerKey.Kind != model.KindGuest || a.No != 1 {
			t.Errorf("%+v", a)
		}
		r, err := d.Store().Record(d.Context(), model.QuestionKey(e.ID, q.ID))
		if err != nil || model.QuestionOf(r).Status != model.QuestionFollowUp {
			t.Errorf("the question is %q, %v", model.QuestionOf(r).Status, err)
		}
		d.Show(screen.NewBoard(d.Env))
		d.Keys("t")
		d.Sees("Kapan daftar P3MI dikirim?", "ditindaklanjuti", "H. Suyatno, S.H.")
		d.Keys("esc")
		d.Sees("TINDAK LANJUT semua kegiatan")
		// The question is removed while the follow-up points to it: it stays readable.
		d.Apply(d.Env.Act(model.VerbRemove).Change(r.Key, model.Write(model.Removed, "1")))
		d.Show(screen.NewAction(d.Env, model.ActionKey(e.ID, a.ID)))
		d.Sees("Dijanjikan kepada: H. Suyatno, S.H., Desa Contoh Lor", "Kapan daftar P3MI dikirim? (pertanyaan ini sudah dihapus dari kegiatan)")
	})
}

func TestFollowUpOfAnAnonymousQuestion(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		e := d.Event(uitest.Guests()...)
		q := model.Question{ID: model.ID{9}, Event: e.ID, Text: "Warga saya ditawari kerja", Anonymous: true, Asker: "Suyatno", From: "Desa Contoh Lor"}
		d.Apply(d.Env.Act(model.VerbAsk).Change(model.QuestionKey(e.ID, q.ID), q.Registers()...))
		d.Show(screen.NewPromiseForm(d.Env, e.ID, q, "Cek tawaran kerja itu", "2023-11-28"))
		d.Sees("Cek tawaran kerja itu", "28 November 2023")
		d.Misses("Suyatno", "Contoh Lor", "Dijanjikan kepada")
		d.Keys("ctrl+s")
		if a := onlyAction(d, e.ID); a.Asker+a.From != "" || !a.Guest.IsZero() || a.Question != q.ID || a.Due != "2023-11-28" {
			t.Errorf("%+v", a)
		}
	})
}

func TestFollowUpDates(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		d.Show(screen.NewActionForm(d.Env, model.ID{}, model.Question{}))
		d.Type("Uji tanggal")
		d.Keys("tab", "tab")
		d.Type("29 Februari 2025")
		d.Keys("ctrl+s")
		d.Sees("Tahun 2025 tidak memiliki tanggal 29 Februari.")
		// A day that is past is asked about, and allowed.
		d.Keys("ctrl+u")
		d.Type("20 November 2023")
		d.Sees("Senin, 20 November 2023 (sudah lewat)")
		d.Keys("ctrl+s")
		d.Sees("Tenggat Senin, 20 November 2023 sudah lewat. Simpan dengan tenggat itu?")
		d.Keys("enter")
		d.Misses("Simpan dengan tenggat itu?")
		d.Keys("ctrl+s", "right", "enter")
		d.Sees("Tindak lanjut tersimpan: Uji tanggal")
		if a := onlyAction(d, model.ID{}); a.Due != "2023-11-20" {
			t.Errorf("%+v", a)
		}
	})
}

func TestFollowUpIsEdited(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		e := d.Event()
		k := promise(d, e.ID, model.Action{No: 1, Do: "Kirim", Owner: "Kanim + Kecamatan", Due: "2023-11-20", Priority: model.PriorityHigh})
		d.Show(screen.NewAction(d.Env, k))
		d.Keys("e")
		d.Sees("UBAH TINDAK LANJUT Kirim", "Kanim + Kecamatan", "20 November 2023")
		d.Type(" daftar 🎉")
		d.Paste("\x1b[31m baru\r\n\tsekali")
		d.Keys("ctrl+s")
		// The day was past before; nobody is asked again.
		d.Sees("Tindakan: Kirim daftar 🎉 baru sekali", "Penanggung jawab: Kanim + Kecamatan", "Prioritas: tinggi")
		if a := onlyAction(d, e.ID); a.No != 1 || a.Owner != "Kanim + Kecamatan" {
			t.Errorf("%+v", a)
		}
		d.Keys("e")
		d.Type("x")
		d.Keys("esc")
		d.Sees("Lanjutkan, simpan, atau buang?")
	})
}

func TestInstitutionAndPersonPages(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		e := d.Event(uitest.Guests()...)
		h, err := d.Store().Hall(d.Context(), e.ID, model.ID{})
		if err != nil {
			t.Fatal(err)
		}
		g := h.At(0)
		q := asked(d, e.ID, model.Question{No: 1, Text: "Kapan daftar dikirim?", Guest: g.ID, Asker: g.FullName(), From: g.Institution, Asked: d.Env.Now()})
		asked(d, e.ID, model.Question{No: 2, Text: "Rahasia dari desa itu?", Guest: g.ID, Asker: g.FullName(), From: g.Institution, Anonymous: true})
		promise(d, e.ID, model.Action{Do: "Kirim daftar", From: "Pemdes Contoh Lor", Guest: g.ID, Asker: g.FullName(), Question: q.ID, Due: "2023-11-20"})
		promise(d, e.ID, model.Action{Do: "Bentuk grup", From: "Ds. Contoh Lor", Status: model.ActionDone})
		d.Show(screen.NewHome(d.Env))
		d.Keys("o", "tab")
		d.Sees("INSTANSI 10 dari semua kegiatan", "PT Contoh Wisata (fiktif)")
		d.Keys("f", "contoh lor", "enter")
		d.Sees("INSTANSI Desa Contoh Lor", "Diundang 1 kegiatan, datang 0. Bertanya 1 kali. Janji ditepati 1, terbuka 1, terlambat 1.",
			"DIJANJIKAN (2) > terlambat 1 hari belum dimulai Kirim daftar", "DITANYAKAN (1) 21 Nov 2023 Kapan daftar dikirim?",
			"DIUNDANG (1) 21 Nov 2023 belum datang H. Suyatno")
		d.Misses("Rahasia")
		d.Keys("enter")
		d.Sees("Tindakan: Kirim daftar")
		d.Keys("i")
		d.Sees("INSTANSI Desa Contoh Lor")
		d.Sweep()
		d.Keys("end", "enter")
		d.Sees("PESERTA H. Suyatno, S.H.")
		d.Keys("o")
		d.Sees("ORANG H. Suyatno, S.H.", "DIJANJIKAN (1)", "DITANYAKAN (1)", "Kapan daftar dikirim?")
		d.Misses("Rahasia", "Bentuk grup")
		d.Keys("down", "enter")
		d.Sees("Tindakan: Kirim daftar")
	})
}

// Who has to do it is shown by the name that the list has now; the board and the list to send follow.
func TestTheNameOfAnOwnerIsCorrected(t *testing.T) {
	uitest.Run(t, func(d *uitest.Desk) {
		e := d.Event(uitest.Guests()...)
		d.Show(screen.NewActionForm(d.Env, e.ID, model.Question{}))
		d.Type("Kirim daftar")
		d.Keys("tab", "titik", "down", "enter", "ctrl+s")
		a := onlyAction(d, e.ID)
		r, err := d.Store().Record(d.Context(), a.OwnerKey)
		if err != nil || a.OwnerKey.Kind != model.KindGuest {
			t.Fatalf("owner %v, %v", a.OwnerKey, err)
		}
		d.Show(screen.NewBoard(d.Env))
		d.Sees("Titik Adi")
		set, ok := r.Write(model.GuestName, "Titik Adiningsih")
		if !ok {
			t.Fatal("the name is what it was")
		}
		d.Apply(d.Env.Act(model.VerbEdit).Change(a.OwnerKey, set))
		d.Sees("Titik Adiningsih")
		d.Keys("enter")
		d.Sees("Penanggung jawab: Titik Adiningsih")
		d.Keys("l")
		d.Sees("TINDAK LANJUT untuk Titik Adiningsih: 1 belum selesai")
	})
}

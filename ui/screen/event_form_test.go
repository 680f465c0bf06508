package screen_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"hadir/model"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// only is the one event that there is.
func only(d *uitest.Desk) model.Event {
	d.Helper()
	events, err := d.Store().Events(d.Context())
	if err != nil || len(events) != 1 {
		d.Fatalf("%d events, %v", len(events), err)
	}
	return events[0]
}

func TestAnEventIsMadeInAForm(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Keys("n")
		d.Type("Desa  Binaan\u200b Imigrasi")
		d.Keys("tab", "down", "down", "enter")
		d.Keys("tab", "tab")
		d.Type("Balai Desa Contoh")
		d.Keys("tab")
		d.Type("senin depan")
		d.Sees("= Senin, 27 November 2023")
		d.Keys("tab")
		d.Type("9")
		d.Sees("= 09.00")
		d.Keys("tab")
		d.Type("selesai")
		d.Sees("= s.d. selesai")
		d.Keys("tab", "right", "tab", "tab")
		d.Type("30 orang")
		d.Keys("tab")
		d.Type("DIPA 2023")
		d.Keys("enter")
		d.Type("Surat tugas")
		d.Keys("tab")
		d.Type("W.13-UM.01.01-1")
		d.Keys("ctrl+s")
		d.Sees("Kegiatan tersimpan.", "KEGIATAN Desa Binaan Imigrasi", "Senin, 27 November 2023 09.00 WITA s.d. selesai",
			"DIPA 2023; Surat tugas", "W.13-UM.01.01-1", "Daftar undangan masih kosong.")
		e := only(d)
		want := model.Event{
			Theme: "Desa Binaan Imigrasi", Kind: "Sosialisasi", Venue: "Balai Desa Contoh", Date: "2023-11-27", Start: "09.00",
			Zone: "WITA", Expected: 30, Basis: "DIPA 2023\nSurat tugas", Invitation: "W.13-UM.01.01-1", Status: model.StatusScheduled,
		}
		want.ID, want.Salt = e.ID, e.Salt
		if len(e.Salt) == 0 {
			t.Error("the event has no salt")
		}
		if diff := cmp.Diff(want, e); diff != "" {
			t.Errorf("the event (-want +got):\n%s", diff)
		}
		// Back leads to where the form was opened, not into the form again.
		d.Keys("esc")
		inOrder(d, "AKAN DATANG", "Desa Binaan Imigrasi")
	})
}

func TestDatesAreUnderstoodAsPeopleTypeThem(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		for typed, want := range map[string]string{
			"21/11/2023":     "= Selasa, 21 November 2023",
			"21 nov":         "= Selasa, 21 November 2023",
			"besok":          "= Rabu, 22 November 2023",
			"+3":             "= Jumat, 24 November 2023",
			"next monday":    "= Senin, 27 November 2023",
			"20/11/2023":     "= Senin, 20 November 2023 (sudah lewat)",
			"31 april 2024":  "! Tidak ada tanggal 31 pada bulan April.",
			"29/2/2023":      "! Tahun 2023 tidak memiliki tanggal 29 Februari.",
			"1/13/2023":      "! Bulan hanya sampai 12.",
			"senin 21/11/23": "! 21 November 2023 jatuh pada hari Selasa, bukan Senin.",
			"entah":          "! Tanggal tidak dapat dibaca.",
		} {
			d.Keys("n", "tab", "tab", "tab", "tab")
			d.Type(typed)
			d.Keys("tab")
			d.Sees(want)
			d.Keys("esc", "right", "right", "enter")
			d.Sees("Belum ada kegiatan.")
		}
	})
}

func TestAFormThatIsWrongIsNotSaved(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Keys("n", "ctrl+s")
		d.Sees("Wajib diisi.", "Belum tersimpan.")
		d.Type("Desa Binaan")
		d.Keys("tab", "tab", "tab", "tab", "tab")
		d.Type("12.00")
		d.Keys("tab")
		d.Type("09.00")
		d.Keys("ctrl+s")
		d.Sees("Jam selesai harus sesudah jam mulai.")
		if events, _ := d.Store().Events(d.Context()); len(events) > 0 {
			t.Error("it was saved")
		}
		d.Keys("backspace", "backspace", "backspace", "backspace", "backspace")
		d.Type("13.00")
		d.Keys("ctrl+s")
		d.Sees("Kegiatan tersimpan.")
	})
}

func TestAnEventThatCannotBeSavedKeepsItsForm(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Keys("n")
		d.Type("Desa Binaan")
		d.Fail(model.ErrReadOnly)
		d.Keys("ctrl+s")
		d.Sees("BELUM TERSIMPAN: berkas data hanya dapat dibaca.", "KEGIATAN BARU", "Desa Binaan")
		d.Mend()
		d.Keys("ctrl+s")
		d.Sees("Kegiatan tersimpan.")
		only(d)
	})
}

func TestEscAsksBeforeTypingIsLost(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Keys("n", "esc")
		d.Sees("Belum ada kegiatan.")
		d.Keys("n", "x", "esc")
		d.Sees("Lanjutkan, simpan, atau buang?")
		d.Keys("esc")
		d.Sees("KEGIATAN BARU")
		d.Keys("esc", "right", "right", "enter")
		d.Sees("Belum ada kegiatan.")
	})
}

func TestAnEventOfSeveralDaysHasASessionADay(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Keys("n")
		d.Type("Bimbingan")
		d.Keys("tab", "tab", "tab", "tab")
		d.Type("30/11/2023")
		d.Keys("tab", "tab", "tab", "tab", "backspace")
		d.Type("3")
		d.Keys("ctrl+s")
		d.Sees("Sesi 1, 30 Nov", "Hari 2, 1 Des", "Hari 3, 2 Des")
		sessions, err := d.Store().Sessions(d.Context(), only(d).ID)
		if err != nil || len(sessions) != 3 || sessions[2].Date != "2023-12-02" || sessions[2].Order != 3 {
			t.Errorf("sessions are %+v, %v", sessions, err)
		}
	})
}

func TestAnEditWritesWhatWasChangedAlone(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		id := hold(d, "Desa Binaan", "2023-11-21", model.EventVenue, "Aula", model.EventZone, "WIB", model.EventStatus, "scheduled")
		d.Keys("enter", "e")
		d.Sees("UBAH KEGIATAN Desa Binaan", "21 November 2023")
		// Somebody else corrects the venue meanwhile: it stays corrected.
		other, err := d.Store().Record(d.Context(), model.EventKey(id))
		if err != nil {
			t.Fatal(err)
		}
		venue, _ := other.Write(model.EventVenue, "Balai Desa")
		d.Apply(d.Env.Act(model.VerbEdit).Change(model.EventKey(id), venue))
		d.Type(" Imigrasi")
		d.Keys("ctrl+s")
		d.Sees("Kegiatan tersimpan.", "KEGIATAN Desa Binaan Imigrasi", "Balai Desa")
		e := only(d)
		if e.Venue != "Balai Desa" || e.Theme != "Desa Binaan Imigrasi" || e.HasConflict {
			t.Errorf("the event is %+v", e)
		}
		d.Keys("ctrl+z")
		d.Sees("Diurungkan: perubahan kegiatan, pukul 08.41.")
		if e := only(d); e.Theme != "Desa Binaan" {
			t.Errorf("undone, the theme is %q", e.Theme)
		}
	})
}

func TestKindsAndVenuesOfEarlierEventsAreOffered(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		hold(d, "Lama", "2023-10-01", model.EventKind, "Pelayanan keliling", model.EventVenue, "Hotel Contoh Rembang")
		d.Keys("n")
		d.Type("Baru")
		d.Keys("tab")
		d.Type("kel")
		d.Sees("Pelayanan keliling")
		d.Misses("Penyuluhan")
		d.Keys("down", "enter", "tab", "tab")
		d.Type("remb")
		d.Keys("down", "enter", "ctrl+s")
		d.Sees("Kegiatan tersimpan.", "Pelayanan keliling", "Hotel Contoh Rembang")
	})
}

func TestStatusIsSetByAKey(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		id := hold(d, "Desa Binaan", "2023-11-21", model.EventStatus, string(model.StatusScheduled))
		d.Keys("enter", "t")
		d.Sees("Status kegiatan ini?", "> terjadwal")
		d.Keys("down", "enter")
		d.Sees("Status kegiatan sekarang: berlangsung.")
		if e, _ := d.Store().Event(d.Context(), id); e.Status != model.StatusRunning {
			t.Errorf("the status is %q", e.Status)
		}
		d.Keys("t", "esc")
		d.Fail(model.ErrNoSpace)
		d.Keys("t", "end", "enter")
		d.Sees("BELUM TERSIMPAN: ruang penyimpanan penuh.")
		if e, _ := d.Store().Event(d.Context(), id); e.Status != model.StatusRunning {
			t.Errorf("the status is %q", e.Status)
		}
	})
}

func TestSessionsAreAddedMovedAndRemoved(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		id := hold(d, "Bimbingan", "2023-11-21", model.EventStart, "09.00")
		d.Keys("enter", "s")
		d.Sees("Sesi 1, 21 Nov, 09.00 s.d. selesai")
		d.Keys("x")
		d.Sees("Sesi pertama selalu ada")
		d.Keys("n")
		d.Sees("Hari 2", "= Rabu, 22 November 2023")
		d.Keys("ctrl+s")
		d.Sees("Sesi tersimpan.", "Hari 2, 22 Nov")
		d.Keys("n", "ctrl+s")
		inOrder(d, "Hari 2", "Hari 3")
		d.Keys("end", "<")
		d.Sees("Urutan sesi tersimpan.")
		inOrder(d, "Hari 3", "Hari 2")
		d.Keys("e")
		d.Type(" sore")
		d.Keys("ctrl+s")
		d.Sees("Hari 3 sore, 23 Nov")
		d.Keys("x")
		d.Sees("Hapus Hari 3 sore")
		d.Keys("right", "enter")
		d.Sees("dihapus dari kegiatan")
		sessions, err := d.Store().Sessions(d.Context(), id)
		if err != nil || len(sessions) != 2 || sessions[1].Name != "Hari 2" {
			t.Errorf("sessions are %+v, %v", sessions, err)
		}
		d.Keys("esc", "ctrl+z")
		d.Sees("Diurungkan: penghapusan", "Hari 3 sore")
	})
}

func TestTypingOfASessionOutlivesTheBattery(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		hold(d, "Bimbingan", "2023-11-21")
		d.Keys("enter", "s", "n")
		d.Type(" sore")
		d.Wait(2 * time.Second)
		d.Restart()
		d.Show(screen.NewHome(d.Env))
		d.Sees("formulir sesi untuk Bimbingan")
		d.Keys("enter")
		d.Sees("Hari 2 sore")
		d.Keys("ctrl+s")
		sessions, err := d.Store().Sessions(d.Context(), only(d).ID)
		if err != nil || len(sessions) != 2 || sessions[1].Name != "Hari 2 sore" {
			t.Errorf("sessions are %+v, %v", sessions, err)
		}
	})
}

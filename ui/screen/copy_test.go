package screen_test

import (
	"slices"
	"testing"
	"time"

	"hadir/model"
	"hadir/model/hall"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// atCopy is a journey that begins where an event with guests is copied; one of them has come, and one more who was not
// invited.
func atCopy(t *testing.T, journey func(d *uitest.Desk, from model.Event)) {
	t.Helper()
	atHome(t, func(d *uitest.Desk) {
		e := d.Event(append(uitest.Guests(), model.Guest{ID: model.ID{9}, Name: "Tamu Contoh", WalkIn: true})...)
		d.Session(e.ID, "Hari 2", "2023-11-22", 2)
		suyatno := model.GuestID(e.Salt, "suyatno", "desa contoh lor", 1)
		d.Apply(d.Env.Act(model.VerbPresent).Change(model.SeatKey(e.ID, model.ID{}, suyatno), model.Add(model.SeatArrivals, "search")))
		d.Keys("enter", "c")
		journey(d, e)
	})
}

// copyOf is the event that was made from another, and its guests.
func copyOf(d *uitest.Desk, from model.ID) (model.Event, *hall.Hall) {
	d.Helper()
	events, err := d.Store().Events(d.Context())
	if err != nil {
		d.Fatal(err)
	}
	i := slices.IndexFunc(events, func(e model.Event) bool { return e.CopyOf == from })
	if i < 0 {
		d.Fatalf("no copy among %d events\n%s", len(events), d.Screen())
	}
	h, err := d.Store().Hall(d.Context(), events[i].ID, model.ID{})
	if err != nil {
		d.Fatal(err)
	}
	return events[i], h
}

func TestAnEventIsCopiedWithItsGuestsAndWithoutAttendance(t *testing.T) {
	atCopy(t, func(d *uitest.Desk, from model.Event) {
		d.Sees("SALIN KEGIATAN", "UNDANGAN YANG IKUT: 10 DARI 10", "(1 peserta tambahan tidak ikut)")
		d.Type("5/3/2024")
		d.Sees("= Selasa, 5 Maret 2024")
		d.Keys("ctrl+s")
		d.Sees("Kegiatan disalin dengan 10 undangan.", "Selasa, 5 Maret 2024", "Undangan 10: hadir 0")
		e, h := copyOf(d, from.ID)
		if e.Theme != from.Theme || e.Date != "2024-03-05" || e.Status != model.StatusDraft || string(e.Salt) == string(from.Salt) {
			t.Errorf("the copy is %+v", e)
		}
		if h.Len() != 10 || h.Counts().Expected != 10 {
			t.Errorf("%d guests, %+v", h.Len(), h.Counts())
		}
		sessions, err := d.Store().Sessions(d.Context(), e.ID)
		if err != nil || len(sessions) != 2 || sessions[1].Date != "2024-03-06" {
			t.Errorf("sessions are %+v, %v", sessions, err)
		}
		// The copy stands in the place of the form.
		d.Keys("esc")
		d.Sees("Undangan 10: hadir 1")
	})
}

func TestPostsAreReviewedBeforeACopyIsMade(t *testing.T) {
	atCopy(t, func(d *uitest.Desk, from model.Event) {
		d.Keys("tab", "enter")
		d.Sees("Perbaiki data: H. Suyatno, S.H., Kepala Desa Contoh Lor")
		for range "Kepala Desa" {
			d.Keys("backspace")
		}
		d.Type("Pj. Kepala Desa")
		d.Keys("shift+tab", "end")
		for range "H. Suyatno, S.H." {
			d.Keys("backspace")
		}
		d.Type("Drs. Baru Contoh")
		d.Keys("ctrl+s")
		d.Sees("[x]* Drs. Baru Contoh", "Pj. Kepala Desa")
		d.Keys("down", "space")
		d.Sees("UNDANGAN YANG IKUT: 9 DARI 10", "[ ]")
		d.Keys("ctrl+s")
		d.Sees("Kegiatan disalin dengan 9 undangan.")
		_, h := copyOf(d, from.ID)
		first := h.At(0)
		if first.Name != "Baru Contoh" || first.Before != "Drs." || first.After != "" || first.Post != "Pj. Kepala Desa" || first.Order != 1 {
			t.Errorf("the first guest is %+v", first)
		}
	})
}

func TestWhatWasReviewedOutlivesTheBattery(t *testing.T) {
	atCopy(t, func(d *uitest.Desk, from model.Event) {
		d.Type("besok")
		d.Keys("tab", "end", "space", "home", "enter")
		d.Type(" II")
		d.Wait(2 * time.Second)
		d.Restart()
		d.Show(screen.NewHome(d.Env))
		d.Sees("salinan kegiatan untuk Pencegahan CPMI Nonprosedural")
		d.Keys("enter")
		d.Sees("= Rabu, 22 November 2023", "Kepala Desa II")
		d.Keys("ctrl+s")
		d.Sees("UNDANGAN YANG IKUT: 9 DARI 10", "[x]*")
		d.Keys("ctrl+s")
		e, h := copyOf(d, from.ID)
		if e.Date != "2023-11-22" || h.Len() != 9 || h.At(0).Post != "Kepala Desa II" {
			t.Errorf("the copy is on %s, has %d guests, the first is %+v", e.Date, h.Len(), h.At(0))
		}
	})
}

func TestACopyNeedsADayThatExistsOrNone(t *testing.T) {
	atCopy(t, func(d *uitest.Desk, from model.Event) {
		d.Type("31 april 2024")
		d.Keys("ctrl+s")
		d.Sees("Tidak ada tanggal 31 pada bulan April.", "SALIN KEGIATAN")
		for range "31 april 2024" {
			d.Keys("backspace")
		}
		d.Fail(model.ErrNoSpace)
		d.Keys("ctrl+s")
		d.Sees("BELUM TERSIMPAN: ruang penyimpanan penuh.")
		d.Mend()
		d.Keys("ctrl+s")
		d.Sees("Tanggal kegiatan belum diisi. e: lengkapi.")
	})
}

func TestEscAsksBeforeAReviewIsLost(t *testing.T) {
	atCopy(t, func(d *uitest.Desk, from model.Event) {
		d.Keys("tab", "space", "esc")
		d.Sees("Lanjutkan, simpan, atau buang?")
		d.Keys("right", "right", "enter")
		d.Sees("KEGIATAN Pencegahan CPMI Nonprosedural", "hadir 1")
		if events, _ := d.Store().Events(d.Context()); len(events) != 1 {
			t.Error("a copy was made")
		}
	})
}

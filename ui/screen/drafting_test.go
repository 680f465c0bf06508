package screen_test

import (
	"testing"
	"time"

	"hadir/model"
	"hadir/ui"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

func TestWalkInDraftOutlivesTheBattery(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Until(10, 41)
		d.Keys("ctrl+t")
		d.Type("Joko Widyanto")
		d.Wait(2 * time.Second)
		d.Keys("tab")
		d.Type("Babinsa")
		d.Restart()
		d.Show(screen.NewDoor(d.Env, event.ID, model.ID{}))
		d.Until(10, 50)
		d.Keys("ctrl+t")
		d.Sees("Ada isian yang belum disimpan, terakhir diketik pukul 10.41. Lanjutkan atau buang?")
		d.Keys("enter")
		// What was typed within the last second is what a dead battery may take.
		d.Sees("Joko Widyanto")
		d.Keys("ctrl+s")
		d.Sees("HADIR 10.50 - Joko Widyanto.")
		d.Keys("ctrl+t")
		d.Misses("Ada isian yang belum disimpan")
	})
}

func TestDraftIsFlushedWhenTheWindowCloses(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("titik", "ctrl+r")
		d.Type("Sri")
		d.Send(ui.Hangup{})
		if !d.Ended() {
			d.Fatal("the program goes on")
		}
		drafts, err := d.Store().Drafts(d.Context())
		if err != nil || len(drafts) != 1 || drafts[0].Fields["name"] != "Sri" {
			d.Errorf("drafts %v, %v", drafts, err)
		}
	})
}

func TestDraftThatIsDiscardedStaysAway(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("ctrl+t", "joko")
		d.Wait(2 * time.Second)
		d.Restart()
		d.Show(screen.NewDoor(d.Env, event.ID, model.ID{}))
		d.Keys("ctrl+t")
		d.Sees("Ada isian yang belum disimpan")
		d.Keys("right", "enter")
		d.Misses("joko")
		d.Keys("esc", "ctrl+t")
		d.Misses("Ada isian yang belum disimpan")
		if drafts, err := d.Store().Drafts(d.Context()); err != nil || len(drafts) != 0 {
			d.Errorf("drafts %v, %v", drafts, err)
		}
	})
}

func TestFormThatCannotBeSavedKeepsItsWords(t *testing.T) {
	atDoor(t, func(d *uitest.Desk, event model.Event) {
		d.Keys("titik", "ctrl+r")
		d.Type("Sri Lestari")
		d.Fail(errFull)
		d.Keys("ctrl+s")
		d.Sees("BELUM TERSIMPAN: ruang penyimpanan penuh.", "Kehadiran Titik Adi belum tercatat. Isian masih ada di layar.", "Sri Lestari")
		d.Mend()
		d.Keys("ctrl+s")
		d.Sees("DIWAKILI 08.52 - Titik Adi", "diwakili 1")
	})
}

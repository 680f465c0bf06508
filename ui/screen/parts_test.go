package screen_test

import (
	"testing"

	"hadir/model"
	"hadir/ui/screen"
	"hadir/ui/uitest"
)

// The parts of an event take each other's place; Esc leads to the summary, and from there to where that was opened from.
func TestPartsOfAnEventLeadToEachOther(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Event(uitest.Guests()...)
		d.Keys("enter")
		d.Sees("KEGIATAN", "1-", "bagian kegiatan")
		d.Keys("2")
		d.Resize(200, 24)
		d.Sees("PINTU", "Alt+1-")
		d.Resize(80, 24)
		d.Keys("1")
		d.Sees("PINTU", "> 1")
		d.Keys("esc", "alt+1")
		d.Sees("KEGIATAN")
		d.Keys("d", "2")
		d.Sees("PINTU")
		d.Keys("esc")
		d.Sees("KEGIATAN")
		d.Keys("esc")
		d.Sees("HARI INI")
	})
}

// The door that another part leads to is today's.
func TestTheDoorFromAnotherPartIsTodays(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		e := d.Event(uitest.Guests()...)
		d.Session(e.ID, "Hari 2", "2023-11-22", 2)
		d.Wait(24 * 3600 * 1e9)
		d.Show(screen.NewSessions(d.Env, e.ID))
		d.Keys("2")
		d.Sees("PINTU", "Hari 2")
		d.Keys("suy", "enter")
		if d.Seats(e.ID, model.ID{})["Suyatno"].State == model.StatePresent {
			t.Error("marked at the first day's session")
		}
	})
}

// A write that fails while the door is being left for another part is read at the door.
func TestLeavingTheDoorForAnotherPartWaitsForTheDisk(t *testing.T) {
	atHome(t, func(d *uitest.Desk) {
		d.Event(uitest.Guests()...)
		d.Keys("enter", "2", "suy")
		d.Hold()
		d.Keys("enter", "alt+1")
		d.Sees("PINTU")
		d.Release()
		d.Sees("KEGIATAN")
	})
}

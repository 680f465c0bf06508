package store

import (
	"context"
	"testing"

	"hadir/model"
)

// TestBytesThatAreNoTextDoNotSpoilARecord writes what is no UTF-8: it can be read, and so can what is written after it.
func TestBytesThatAreNoTextDoNotSpoilARecord(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	act := d.act(model.VerbEdit)
	act.Officer, act.Desk = "Petugas\xff", "Meja\xc0\xaf"
	sets := []model.Set{model.Write(model.EventVenue, "Balai\xed\xa0\x80 Contoh")}
	d.apply(act.Change(model.EventKey(event), sets...))
	if sets[0].Value != "Balai\xed\xa0\x80 Contoh" {
		t.Error("the caller's own was changed")
	}
	for range 2 {
		e, err := d.Event(context.Background(), event)
		if err != nil || e.Venue != "Balai\uFFFD Contoh" {
			t.Errorf("%q, %v", e.Venue, err)
		}
		if all, err := d.AllHistory(context.Background()); err != nil || all[len(all)-1].Officer != "Petugas\uFFFD" {
			t.Errorf("%v", err)
		}
		d = d.reopen()
	}
	if out, err := d.Verify(context.Background(), nil); err != nil || !out.Sound() {
		t.Errorf("%+v, %v", out, err)
	}
}

package store

import (
	"errors"
	"testing"

	"hadir/model"
)

// TestBulk holds that what comes in bulk is found afterwards as if it had come one by one, people on lists among it.
func TestBulk(t *testing.T) {
	d := newDesk(t)
	before := d.ask(d.event(), "gerhana", "")
	var event model.ID
	err := d.Bulk(t.Context(), func() error {
		event = d.event()
		d.ask(event, "Berapa biaya paspor?", "Rp350.000.")
		g := model.Guest{Name: "Soedjarwo", Institution: "Desa Contoh", Order: 1}
		d.apply(d.act(model.VerbImport).Change(model.GuestKey(event, d.id()), g.Registers()...))
		if found := d.look("biaya paspor", model.SearchOptions{}); len(found.Hits) > 0 || found.Unread == 0 {
			t.Errorf("meanwhile there is no index, and a search says so: %+v", found)
		}
		return nil
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	d.sound()
	for _, typed := range []string{"biaya paspor", "gerhana", "sujarwo"} {
		if found := d.look(typed, model.SearchOptions{}); len(found.Hits) != 1 || found.Unread > 0 {
			t.Errorf("%q afterwards: %+v", typed, found)
		}
	}
	after := d.ask(event, "gerhana lagi", "")
	if found := d.look("gerhana", model.SearchOptions{}); len(found.Hits) != 2 {
		t.Errorf("%v and %v: %+v", before, after, found)
	}
}

// TestBulkThatStops holds that the index is made all the same.
func TestBulkThatStops(t *testing.T) {
	d := newDesk(t)
	stop := errors.New("stop")
	event := d.event()
	err := d.Bulk(t.Context(), func() error {
		d.ask(event, "Berapa biaya paspor?", "")
		return stop
	}, nil)
	if !errors.Is(err, stop) {
		t.Fatal(err)
	}
	d.settle()
	d.sound()
	d.ask(event, "Biaya visa?", "")
	if found := d.look("biaya", model.SearchOptions{}); len(found.Hits) != 2 || found.Unread > 0 {
		t.Errorf("found %+v", found)
	}
}

package store

import (
	"context"
	"errors"
	"testing"

	"hadir/model"
)

// TestLargeActIsAllOrNothing ends the program between two parts of an import, as a dead battery does: after the next start
// nobody of it is on the list, and the history says why.
func TestLargeActIsAllOrNothing(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	kept := d.guests(event, 5)
	act := d.act(model.VerbImport)
	var part []model.Change
	for i := range 300 {
		g := model.Guest{Name: "Tamu Baru", Institution: "Desa Contoh", Order: 6 + i}
		part = append(part, act.Change(model.GuestKey(event, d.id()), g.Registers()...))
	}
	if err := d.job(t.Context(), func() error { return d.commitPart(part, unfinished{Event: event, Act: act.ID}, false) }); err != nil {
		t.Fatal(err)
	}
	if c, err := d.Counts(context.Background(), event, model.ID{}); err != nil || c.Invited != 305 {
		t.Fatalf("the first part is not there: %+v, %v", c, err)
	}
	d = d.reopen()
	c, err := d.Counts(context.Background(), event, model.ID{})
	if err != nil || c.Invited != len(kept) {
		t.Fatalf("after the next start %+v, %v; want only the %d who were there before", c, err, len(kept))
	}
	history, err := d.History(context.Background(), event)
	if last := history[len(history)-1]; err != nil || last.Verb != model.VerbUndo || last.Undoes != act.ID {
		t.Errorf("the last of the history is %+v, %v", last, err)
	}
	if d.state.Unfinished != (unfinished{}) {
		t.Error("the mark is still there")
	}
}

func TestLargeActAndTheDoor(t *testing.T) {
	d := newDesk(t)
	event, other := d.event(), d.event()
	guest := d.guests(other, 1)[0]
	errs := make(chan error, 1)
	go func() {
		act := model.Act{ID: model.ID{7}, Desk: "Meja 2", Verb: model.VerbImport}
		changes := make([]model.Change, 3*partSize)
		for i := range changes {
			g := model.Guest{Name: "Tamu", Order: i + 1}
			changes[i] = act.Change(model.GuestKey(event, model.GuestID(nil, "", "", i)), g.Registers()...)
		}
		errs <- d.Apply(context.Background(), changes)
	}()
	d.arrive(other, guest)
	if err := <-errs; err != nil {
		t.Fatal(err)
	}
	c, err := d.Counts(context.Background(), event, model.ID{})
	if err != nil || c.Invited != 3*partSize || d.seat(other, guest).State != model.StatePresent {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestLargeActThatFailsIsTakenBack(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	act := d.act(model.VerbImport)
	changes := make([]model.Change, partSize+1)
	for i := range changes {
		changes[i] = act.Change(model.GuestKey(event, model.GuestID(nil, "", "", i)), model.Write(model.GuestName, "Tamu"))
	}
	changes[partSize].Key.Kind = 99 // of a kind that this version cannot store
	if err := d.Apply(context.Background(), changes); err == nil {
		t.Fatal("a change of an unknown kind was taken")
	}
	if c, err := d.Counts(context.Background(), event, model.ID{}); err != nil || c.Invited != 0 {
		t.Errorf("after the failure %+v, %v", c, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := d.Apply(ctx, changes); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled request: %v", err)
	}
}

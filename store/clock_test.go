package store

import (
	"context"
	"testing"
	"time"

	"hadir/model"
)

// TestClockThatJumps sets the clock back by seven years, forward by fifty and back by an hour, as the end of summer time does elsewhere:
// what came later stays later, every value is the one written last, and a clock that stands before the last change is said.
func TestClockThatJumps(t *testing.T) {
	d := newDesk(t)
	ctx, event := context.Background(), d.event()
	acts := []model.ID{}
	for i, jump := range []time.Duration{0, -7 * 365 * 24 * time.Hour, 50 * 365 * 24 * time.Hour, -time.Hour, -43 * 365 * 24 * time.Hour} {
		d.now = d.now.Add(jump)
		r, err := d.Record(ctx, model.EventKey(event))
		if err != nil {
			t.Fatal(err)
		}
		act := d.act(model.VerbEdit)
		set, _ := r.Write(model.EventVenue, string(rune('a'+i)))
		d.apply(act.Change(r.Key, set))
		acts = append(acts, act.ID)
		e, err := d.Event(ctx, event)
		if err != nil || e.Venue != string(rune('a'+i)) {
			t.Fatalf("after a jump of %v: %q, %v", jump, e.Venue, err)
		}
	}
	all, err := d.AllHistory(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range all[len(all)-len(acts):] {
		if c.Act != acts[i] {
			t.Errorf("change %d stands elsewhere in the history", i)
		}
	}
	if done := d.undo(event); done[0].Act != acts[len(acts)-1] {
		t.Error("undo takes back another act than the last")
	}
	if out, err := d.Verify(ctx, nil); err != nil || !out.Sound() {
		t.Errorf("%+v, %v", out, err)
	}
	path := d.Path()
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	// The desk's clock begins in 2023 again.
	told := false
	for _, n := range openDesk(t, path).Notices() {
		told = told || n.Kind == model.NoticeClockBack && !n.At.IsZero()
	}
	if !told {
		t.Error("that the clock is behind was not said")
	}
}

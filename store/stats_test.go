package store

import (
	"testing"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/model/stats"
)

// tallies sums up all events.
func (d *desk) tallies() (total stats.Row) {
	d.t.Helper()
	c := stats.NewCounter(stats.Institution, "", "2023-11-21")
	if err := d.Tallies(d.t.Context(), true, c.Add); err != nil {
		d.t.Fatal(err)
	}
	return c.Report().Total
}

// What is kept of an event is what its records add up to, whatever happened to it meanwhile.
func TestTalliesFollowWhatHappens(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	d.ask(event, "Berapa biaya paspor?", "Rp350.000.")
	d.ask(d.event(), "Siapa?", "")
	for range 2 {
		if got := d.tallies(); got.Events != 2 || got.Questions != 2 || got.Answered != 1 {
			t.Fatalf("summed up %+v", got)
		}
	}
	kept := 0
	err := d.view(func(tx *bolt.Tx) error {
		return tx.Bucket([]byte(bucketTally)).ForEach(func(_, _ []byte) error {
			kept++
			return nil
		})
	})
	if err != nil || kept != 4 {
		t.Fatalf("%d values are kept of two events, %v", kept, err)
	}
	d.ask(event, "Dan lagi?", "")
	if got := d.tallies(); got.Questions != 3 {
		t.Errorf("after one more question: %+v", got)
	}
	d.apply(d.act(model.VerbEdit).Change(model.EventKey(event), model.Write(model.Removed, "1")))
	if got := d.tallies(); got.Events != 1 || got.Questions != 1 {
		t.Errorf("after one event was removed: %+v", got)
	}
}

// A damaged tally is made again from the records.
func TestADamagedTallyIsMadeAgain(t *testing.T) {
	d := newDesk(t)
	event := d.event()
	d.ask(event, "Berapa biaya paspor?", "Rp350.000.")
	want := d.tallies()
	err := d.alter(func(tx *bolt.Tx) error {
		return tx.Bucket([]byte(bucketTally)).Put(tallyKey(event, tallySums), []byte("damage"))
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := d.tallies(); got != want {
		t.Errorf("%+v, not %+v", got, want)
	}
}

// TestTalliesAreMadeWhileNobodyAsks opens a file of which nothing is summed up: the writer does it by itself.
func TestTalliesAreMadeWhileNobodyAsks(t *testing.T) {
	d := newDesk(t)
	for range 70 {
		d.ask(d.event(), "Berapa biaya paspor?", "Rp350.000.")
	}
	kept := func(d *desk) (n int) {
		err := d.view(func(tx *bolt.Tx) error {
			return tx.Bucket([]byte(bucketTally)).ForEach(func(_, _ []byte) error {
				n++
				return nil
			})
		})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	d = d.reopen()
	d.settle()
	if n := kept(d); n != 140 {
		t.Errorf("%d values are kept of 70 events", n)
	}
	if got := d.tallies(); got.Events != 70 || got.Questions != 70 {
		t.Errorf("summed up %+v", got)
	}
}

package store

import (
	"bytes"
	"context"
	"runtime"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/model/stats"
)

// Tallies calls f with what each event adds to the figures, removed events left out; institutions says whether what each
// institution adds is wanted, which is most of the work.
//
// What was once summed up of an event is kept beside the last entry of its trail: as long as that is still the last one,
// nothing has happened to the event. So a check-in costs nothing here, and ten years of events are not read for each figure.
// Events are read some at a time: what happens meanwhile may be in the figures of some and not yet of others.
func (s *Store) Tallies(ctx context.Context, institutions bool, f func(stats.Event)) error {
	var events []model.ID
	err := s.view(func(tx *bolt.Tx) error {
		return tx.Bucket([]byte(bucketEvent)).ForEach(func(k, _ []byte) error {
			events = append(events, idAt(k, 0))
			return nil
		})
	})
	if err != nil {
		return err
	}
	folds := make([]stats.Folds, runtime.GOMAXPROCS(0))
	for i := range folds {
		folds[i] = make(stats.Folds)
	}
	keep := true
	for part := range slices.Chunk(events, tallyPart) {
		tallies := make([]tally, len(part))
		err := atOnce(len(folds), func(w int) error {
			from, to := len(part)*w/len(folds), len(part)*(w+1)/len(folds)
			return s.tally(ctx, part[from:to], tallies[from:to], institutions, folds[w])
		})
		if err != nil {
			return err
		}
		var fresh []tally
		for _, t := range tallies {
			if t.fresh {
				fresh = append(fresh, t)
			}
			if !t.sum.Gone {
				f(t.sum)
			}
		}
		keep = keep && s.keepTallies(fresh)
	}
	return nil
}

// tally sums events up in one transaction, or takes what is kept of them.
func (s *Store) tally(ctx context.Context, events []model.ID, out []tally, institutions bool, folds stats.Folds) error {
	return s.view(func(tx *bolt.Tx) error {
		trail := tx.Bucket([]byte(bucketTrail)).Cursor()
		for i, event := range events {
			if err := ctx.Err(); err != nil {
				return err
			}
			t := &out[i]
			t.event = event
			if last, _ := lastWith(trail, event[:]); last != nil && bytes.HasPrefix(last, event[:]) {
				t.last = bytes.Clone(last[16:])
			}
			if t.fresh = !s.kept(tx, t, institutions); t.fresh {
				if err := s.sum(tx, t, folds); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// tally is what one event adds, and the last entry of the event's trail when that was summed up.
type tally struct {
	event model.ID
	last  []byte
	sum   stats.Event
	fresh bool // it was summed up just now, and is not kept yet
}

// What is kept of an event: two values, since what institutions add is much and seldom wanted.
const (
	tallySums = 0
	tallyFrom = 1
)

func tallyKey(event model.ID, part byte) []byte { return append(event[:len(event):len(event)], part) }

// tallyValue is how a tally is kept.
type tallyValue struct {
	_    struct{}     `cbor:",toarray"`
	Last []byte       // the last entry of the trail: time and device
	Sum  *stats.Event // of tallySums
	From []byte       // of tallyFrom: [stats.PackParts]
}

// kept fills in what is kept of an event; false when there is nothing, or not any more as it was. Damage counts as nothing: it
// is all in the records.
func (s *Store) kept(tx *bolt.Tx, t *tally, institutions bool) bool {
	b := tx.Bucket([]byte(bucketTally))
	if b == nil || len(t.last) == 0 {
		return false
	}
	read := func(part byte) (v tallyValue, ok bool) {
		key := tallyKey(t.event, part)
		body, err := s.codec.unwrap(bucketTally, key, b.Get(key))
		return v, err == nil && s.codec.dec.Unmarshal(body, &v) == nil && bytes.Equal(v.Last, t.last)
	}
	v, ok := read(tallySums)
	if !ok || v.Sum == nil {
		return false
	}
	t.sum = *v.Sum
	if !institutions || t.sum.Gone {
		return true
	}
	v, ok = read(tallyFrom)
	if !ok {
		return false
	}
	t.sum.From, ok = stats.UnpackParts(string(v.From))
	return ok
}

// sum sums an event up from its records.
func (s *Store) sum(tx *bolt.Tx, t *tally, folds stats.Folds) error {
	r, err := s.codec.read(tx, model.EventKey(t.event))
	if err != nil {
		return err
	}
	count := stats.NewTally(model.EventOf(r), folds)
	err = s.codec.eachRecord(tx, model.KindSeat, t.event[:], func(r model.Record) error {
		count.Seat(model.SeatOf(r))
		return nil
	})
	if err != nil {
		return err
	}
	err = s.codec.eachGuest(tx, t.event, func(g model.Guest, _ string) error {
		count.Guest(g)
		return nil
	})
	if err != nil {
		return err
	}
	err = s.codec.eachRecord(tx, model.KindQuestion, t.event[:], func(r model.Record) error {
		count.Question(model.QuestionOf(r))
		return nil
	})
	if err != nil {
		return err
	}
	err = s.codec.eachRecord(tx, model.KindAction, t.event[:], func(r model.Record) error {
		count.Action(model.ActionOf(r))
		return nil
	})
	t.sum = count.Event()
	return err
}

// tallyPart is how many events are read, and kept in one transaction: somebody at the door may come in the middle of it.
const tallyPart = 256

// tallyWait is how long the writer is waited for.
const tallyWait = 300 * time.Millisecond

// keepTallies writes what was summed up when nobody waits to write; false where the writer has better things to do, such as making
// the index. What is not kept is summed up again.
func (s *Store) keepTallies(fresh []tally) bool {
	if s.readOnly || len(fresh) == 0 {
		return !s.readOnly
	}
	kept := make(chan bool, 1)
	select {
	case s.jobs <- func() { kept <- s.writeTallies(fresh) == nil }:
		return <-kept
	case <-time.After(tallyWait):
	case <-s.closing:
	}
	return false
}

// How many events are looked at, and summed up, at a time while nobody writes.
const (
	tallyLooked = 64
	tallySummed = 4
)

// tallySome sums up a few events of which nothing is kept, once through all of them after the file was opened: so that the first
// who asks for figures does not wait for ten years to be read. It reports whether there is more of it.
func (s *Store) tallySome() (more bool) {
	at := &s.idle.tallies
	if at.done || s.readOnly {
		return false
	}
	var fresh []tally
	err := s.view(func(tx *bolt.Tx) error {
		cur, trail := tx.Bucket([]byte(bucketEvent)).Cursor(), tx.Bucket([]byte(bucketTrail)).Cursor()
		k, _ := cur.Seek(at.next)
		for n := 0; k != nil && n < tallyLooked && len(fresh) < tallySummed; n++ {
			t := tally{event: idAt(k, 0)}
			if last, _ := lastWith(trail, k); last != nil && bytes.HasPrefix(last, k) {
				t.last = bytes.Clone(last[16:])
			}
			if !s.tallied(tx, t) {
				if err := s.sum(tx, &t, at.folds()); err != nil {
					return err
				}
				fresh = append(fresh, t)
			}
			k, _ = cur.Next()
		}
		at.next, at.done = bytes.Clone(k), k == nil
		return nil
	})
	if err == nil && len(fresh) > 0 {
		err = s.writeTallies(fresh)
	}
	// What cannot be read or written here, whoever asks for figures is told of.
	at.done = at.done || err != nil
	return !at.done
}

// tallied reports whether what is kept of an event is of its last change, without reading it all.
func (s *Store) tallied(tx *bolt.Tx, t tally) bool { return len(t.last) == 0 || s.kept(tx, &t, false) }

// idleTallies is how far the writer has come in summing up events.
type idleTallies struct {
	next  []byte // the next event
	done  bool
	names stats.Folds
}

func (a *idleTallies) folds() stats.Folds {
	if a.names == nil {
		a.names = make(stats.Folds)
	}
	return a.names
}

func (s *Store) writeTallies(part []tally) error {
	return s.alter(func(tx *bolt.Tx) error {
		b, err := tx.CreateBucketIfNotExists([]byte(bucketTally))
		if err != nil {
			return err
		}
		for _, t := range part {
			from := stats.PackParts(t.sum.From)
			for i, v := range []tallyValue{{Last: t.last, Sum: &t.sum}, {Last: t.last, From: from}} {
				body, err := s.codec.enc.Marshal(v)
				if err != nil {
					return err
				}
				key := tallyKey(t.event, byte(i))
				if err := b.Put(key, s.codec.wrap(bucketTally, key, body)); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

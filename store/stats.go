package store

import (
	"bytes"
	"context"
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
func (s *Store) Tallies(ctx context.Context, institutions bool, f func(stats.Event)) error {
	var fresh []tally
	folds := make(stats.Folds)
	err := s.view(func(tx *bolt.Tx) error {
		cur := tx.Bucket([]byte(bucketEvent)).Cursor()
		trail := tx.Bucket([]byte(bucketTrail)).Cursor()
		for k, _ := cur.First(); k != nil; k, _ = cur.Next() {
			if err := ctx.Err(); err != nil {
				return err
			}
			t := tally{event: idAt(k, 0)}
			if last, _ := lastWith(trail, k); last != nil && bytes.HasPrefix(last, k) {
				t.last = bytes.Clone(last[16:])
			}
			if !s.kept(tx, &t, institutions) {
				if err := s.sum(tx, &t, folds); err != nil {
					return err
				}
				fresh = append(fresh, t)
			}
			if !t.sum.Gone {
				f(t.sum)
			}
		}
		return nil
	})
	if err == nil {
		s.keepTallies(fresh)
	}
	return err
}

// tally is what one event adds, and the last entry of the event's trail when that was summed up.
type tally struct {
	event model.ID
	last  []byte
	sum   stats.Event
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

// tallyPart is how many events are kept in one transaction: somebody at the door may come in the middle of it.
const tallyPart = 256

// tallyWait is how long the writer is waited for.
const tallyWait = 300 * time.Millisecond

// keepTallies writes what was summed up, a little at a time, when nobody waits to write. What cannot be kept is summed up again.
func (s *Store) keepTallies(fresh []tally) {
	if s.readOnly {
		return
	}
	for len(fresh) > 0 {
		part := fresh[:min(len(fresh), tallyPart)]
		fresh = fresh[len(part):]
		done := make(chan struct{})
		job := func() {
			defer close(done)
			if s.writeTallies(part) != nil {
				fresh = nil
			}
		}
		select {
		case s.jobs <- job:
			<-done
		case <-time.After(tallyWait):
			return // the writer has better things to do, such as making the index
		case <-s.closing:
			return
		}
	}
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

package store

import (
	"errors"
	"sync/atomic"
	"time"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/store/index"
)

// How much the writer does for the index at a time. Somebody at the door may come in the middle of any of these.
const (
	fileAt    = 256     // records that wait before they are filed, unless nobody minds
	fileMost  = 4096    // records that wait before those who write have to mind
	buildPart = 256     // records read at a time to make the index
	mergePart = 1 << 16 // bytes written at a time to merge segments
)

// idle is what the writer knows of its work on the index.
type idle struct {
	start   <-chan time.Time // ends the start, in which nothing is done; nil: it is over
	counted bool             // what waited when the file was opened is counted
	more    bool             // there may be something to do
	stopped bool             // the storage fails: nothing is done any more
	held    bool             // somebody waits for the index and does the work
	rebuilt bool             // it was made anew since the file was opened; damage that comes back stays
	asked   atomic.Bool      // a search found damage
	died    int              // of the index's documents, when it was last looked whether a segment is worth writing again
	tallies idleTallies      // what it does when the index needs nothing
}

// tidy does a little of what the index needs, in one short transaction, and reports whether to go on. It is called while nobody
// waits to write.
func (s *Store) tidy() bool {
	if s.readOnly || s.idle.stopped || s.idle.held {
		return false
	}
	if s.idle.asked.Swap(false) && !s.idle.rebuilt {
		s.idle.rebuilt, s.idle.more = true, true
		if err := s.beginIndex(); err != nil {
			return s.troubled(err)
		}
	}
	if !s.idle.more && s.waits < fileAt {
		return s.tallySome()
	}
	more, err := s.needed(s.waits >= fileAt)
	if err == nil && more {
		more, err = s.work(func(w *worker) (bool, error) { return w.slice(buildPart, mergePart) })
	}
	if err != nil {
		return s.troubled(err)
	}
	s.idle.more = more
	return more || s.tallySome()
}

// askAnew asks the writer to make the index anew, and wakes it if it waits.
func (s *Store) askAnew() {
	s.idle.asked.Store(true)
	select {
	case s.wake <- struct{}{}:
	default: // it has been woken already
	}
}

// troubled judges an error of the work on the index, and reports whether to go on: what is damaged is made anew, once.
func (s *Store) troubled(err error) (more bool) {
	if errors.Is(err, model.ErrDamaged) && !s.idle.rebuilt {
		s.idle.asked.Store(true)
		return true
	}
	s.idle.stopped = true
	return false
}

// needed reports whether the index needs anything, without writing.
func (s *Store) needed(waiting bool) (more bool, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		st, ok, err := index.ReadState(shelf{tx, s.codec})
		if err != nil {
			return err
		}
		if !s.idle.counted {
			s.idle.counted, s.waits = true, s.waits+waitingNotes(tx)
			waiting = s.waits >= fileAt
		}
		more = !ok || waiting || !st.Built.Done || st.Language != language || listsWait(tx) || st.Plan() || s.muchDied(st)
		return nil
	})
	return more, err
}

// work runs one transaction on the index.
func (s *Store) work(f func(*worker) (bool, error)) (more bool, err error) {
	filed := 0
	err = s.alter(func(tx *bolt.Tx) error {
		st, ok, err := index.ReadState(shelf{tx, s.codec})
		if err != nil {
			return err
		}
		if !ok || st.Language != language {
			if st, err = clearIndex(tx, s.codec, st.Segment); err != nil {
				return err
			}
		}
		w := &worker{s: s, tx: tx, st: &st}
		if more, err = f(w); err != nil {
			return err
		}
		filed = w.filed
		return st.Write(shelf{tx, s.codec})
	})
	if err == nil {
		s.waits = max(0, s.waits-filed)
	}
	return more, classify(err)
}

// alter changes the index in one transaction. The rescue log has no part in it: the index is made from the records.
func (s *Store) alter(f func(*bolt.Tx) error) error {
	err := s.guard(func() error { return s.db.Update(f) })
	s.grown()
	return err
}

// waitingNotes counts the records that wait to be filed, up to as many as make a difference.
func waitingNotes(tx *bolt.Tx) (n int) {
	b := tx.Bucket([]byte(bucketPending))
	if b == nil {
		return 0
	}
	cur := b.Cursor()
	for k, _ := cur.First(); k != nil && n < 4*fileMost; k, _ = cur.Next() {
		n++
	}
	return n
}

// beginIndex empties the index and lets it be made from the records, bit by bit.
func (s *Store) beginIndex() error {
	err := s.alter(func(tx *bolt.Tx) error {
		// What cannot be read cannot say which numbers were used; the time can.
		segment := uint32(s.now().Unix())
		if st, ok, err := index.ReadState(shelf{tx, s.codec}); err == nil && ok {
			segment = st.Segment
		}
		st, err := clearIndex(tx, s.codec, segment)
		if err != nil {
			return err
		}
		return st.Write(shelf{tx, s.codec})
	})
	s.waits = 0
	s.cache.Forget()
	return classify(err)
}

// clearIndex empties the index. The numbers of segments go on: what was kept of one is never taken for another's.
func clearIndex(tx *bolt.Tx, c codec, segment uint32) (index.State, error) {
	for _, b := range searchBuckets() {
		if err := tx.DeleteBucket([]byte(b)); err != nil && tx.Bucket([]byte(b)) != nil {
			return index.State{}, err
		}
		if _, err := tx.CreateBucket([]byte(b)); err != nil {
			return index.State{}, err
		}
	}
	st := index.NewState(language)
	st.Segment = max(st.Segment, segment)
	st.Changed = uint64(st.Segment) << 32
	st.Built = index.Built{}
	return st, nil
}

// worker is the writer at work on the index, in one transaction.
type worker struct {
	s     *Store
	tx    *bolt.Tx
	st    *index.State
	filed int
}

// slice does the next thing that the index needs.
func (w *worker) slice(records, size int) (more bool, err error) {
	switch {
	case w.s.waits >= fileAt:
		return true, w.file(fileAt)
	case !w.st.Built.Done:
		return true, w.build(records)
	case listsWait(w.tx):
		return true, w.people(records)
	case w.st.Plan():
		shelf := shelf{w.tx, w.s.codec}
		return true, index.Merge(shelf, w.st, w.s.cache.Columns(shelf, *w.st), size)
	case w.s.muchDied(*w.st):
		w.s.idle.died = w.st.Dead()
		return w.st.PlanDead(w.s.cache.Columns(shelf{w.tx, w.s.codec}, *w.st)), nil
	}
	return false, nil
}

// muchDied reports whether so many documents have died since this was asked last that a segment may be worth writing again: to find
// out which means to read the table of all of them.
func (s *Store) muchDied(st index.State) bool {
	return st.Dead() >= s.idle.died+max(diedLeast, int(st.Docs)/diedShare)
}

// So many have to die, and such a share of those that live.
const (
	diedLeast = 256
	diedShare = 16
)

// file makes documents of records that wait, so many at the most.
func (w *worker) file(most int) error {
	sh := shelf{w.tx, w.s.codec}
	var entries []*index.Entry
	cur := sh.Cursor(index.Pending)
	k, v, err := cur.Seek(nil)
	for ; k != nil && len(entries) < most; k, v, err = cur.Next() {
		if err != nil {
			return err
		}
		e, err := index.ParseEntry(v)
		if err != nil {
			return err
		}
		entries = append(entries, e)
	}
	w.filed = len(entries)
	if k == nil {
		w.filed = w.s.waits
	}
	if len(entries) == 0 {
		return nil
	}
	for _, e := range entries {
		if err := sh.Delete(index.Pending, index.PendingKey(e.Key)); err != nil {
			return err
		}
	}
	return index.Flush(sh, w.st, entries)
}

// fileMost files what waits where that has become much: searching reads all of it each time.
func (s *Store) fileMost() {
	for s.waits >= fileMost && !s.idle.stopped {
		// A storage that fails says so to the next who writes.
		_, err := s.work(func(w *worker) (bool, error) { return false, w.file(fileMost) })
		if err != nil {
			s.troubled(err)
			return
		}
		s.idle.more = true
	}
}

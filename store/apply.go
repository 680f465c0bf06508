package store

import (
	"context"
	"errors"
	"runtime"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// bulk is how many records one commit may change before watchers are told to read anew instead of being given them.
const bulk = 1000

// request is one call of Apply on its way to the writer.
type request struct {
	ctx     context.Context
	changes []model.Change
	done    chan error
}

// Apply writes changes, all or none. When it returns nil they are on disk; the fsync is never off. Changes without a device
// are this desk's own: they get the next numbers and the time of the commit. When ctx ends before the writer has come to
// them, nothing is written.
//
// The errors to act on are [model.ErrNoSpace], [model.ErrReadOnly], [model.ErrStorage], [model.ErrDamaged] and
// [model.ErrClosed].
func (s *Store) Apply(ctx context.Context, changes []model.Change) error {
	if len(changes) == 0 {
		return nil
	}
	if s.readOnly {
		return model.ErrReadOnly
	}
	r := &request{ctx: ctx, changes: changes, done: make(chan error, 1)}
	select {
	case <-s.closing:
		return model.ErrClosed
	default:
	}
	select {
	case s.queue <- r:
	case <-s.closing:
		return model.ErrClosed
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case err := <-r.done:
		return err
	case <-s.written:
		// The writer ended; it may still have answered this one in its last round.
		select {
		case err := <-r.done:
			return err
		default:
			return model.ErrClosed
		}
	}
}

// write is the one goroutine that commits. It takes everything that waits, writes it in one transaction and answers each.
// Then it yields, with no timer: the desks that were just answered can put their next change in, and share a commit. A lone
// change never waits for company.
func (s *Store) write() {
	defer close(s.written)
	for {
		batch, end := s.receive()
		if end {
			return
		}
		batch = append(s.waiting(batch), s.later...)
		s.later = nil
		if s.broken == nil {
			if err := s.commit(batch); err != nil {
				s.give(err)
			}
			s.fileMost()
			s.reuse = reuse{}
		} else {
			answer(batch, s.broken)
		}
		runtime.Gosched()
	}
}

// receive waits for the next to write. While nobody does, it works on the index, a little at a time. It tells when the store is
// closed and nothing is left.
func (s *Store) receive() (batch []*request, end bool) {
	for {
		select {
		case r := <-s.queue:
			return []*request{r}, false
		case <-s.closing:
			batch = s.waiting(nil)
			return batch, len(batch)+len(s.later) == 0
		default:
		}
		if len(s.later) > 0 {
			return nil, false
		}
		if s.broken == nil && s.idle.start == nil && s.tidy() {
			continue
		}
		select {
		case r := <-s.queue:
			return []*request{r}, false
		case job := <-s.jobs:
			job()
		case <-s.idle.start:
			s.idle.start = nil
		case <-s.wake:
		case <-s.closing:
		}
	}
}

// waiting takes what is in the queue without waiting for more.
func (s *Store) waiting(batch []*request) []*request {
	for {
		select {
		case r := <-s.queue:
			batch = append(batch, r)
		default:
			return batch
		}
	}
}

// commit writes a batch. A request of many changes goes in parts, the others in one transaction. If that fails as a whole for
// a reason that may be one request's own, each is tried alone, so that nobody's change is refused for another's. It returns
// an error only when the storage must not be written any more: after a failed sync nobody knows what is on disk, and trying
// again would only hide that.
func (s *Store) commit(batch []*request) (broken error) {
	small := batch[:0:0]
	for _, r := range batch {
		if len(r.changes) <= partSize {
			small = append(small, r)
		}
	}
	if len(small) > 0 {
		broken = s.commitSmall(small)
	}
	for _, r := range batch {
		switch {
		case len(r.changes) <= partSize:
		case broken != nil:
			r.done <- broken
		default:
			broken = s.commitLarge(r)
		}
	}
	return broken
}

func (s *Store) commitSmall(batch []*request) (broken error) {
	err := s.commitTogether(batch)
	if err == nil {
		return nil
	}
	if len(batch) > 1 && !isStorage(err) {
		for _, r := range batch {
			if e := s.commitSmall([]*request{r}); e != nil {
				broken = e
			}
		}
		return broken
	}
	answer(batch, err)
	if isStorage(err) {
		return err
	}
	return nil
}

// commitTogether writes the requests in one transaction and, if that is on disk, answers them and tells the watchers.
func (s *Store) commitTogether(batch []*request) error {
	told, err := s.transact(func(b *batchWriter) error {
		for _, r := range batch {
			if r.ctx.Err() != nil {
				continue
			}
			if err := b.take(r.changes); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, r := range batch {
		r.done <- r.ctx.Err()
	}
	s.watch.tell(told)
	return nil
}

// transact runs one transaction: what fill takes is on disk when it returns nil, in the database and in the rescue log, and the
// store's state is the new one. Both are synced at the same time.
func (s *Store) transact(fill func(*batchWriter) error) (model.Commit, error) {
	c, err := s.try(fill)
	if errors.Is(err, model.ErrNoSpace) && s.freeReserve() {
		return s.try(fill)
	}
	return c, err
}

func (s *Store) try(fill func(*batchWriter) error) (model.Commit, error) {
	if err := s.readyLog(); err != nil {
		return model.Commit{}, err
	}
	var b *batchWriter
	var logged chan error // nil: it did not come to writing
	err := s.guard(func() error {
		return s.db.Update(func(tx *bolt.Tx) error {
			b = newBatch(tx, s.codec, s.state, s.now)
			if b.entries = &s.entries; s.unindexed {
				b.entries = nil
			}
			if s.reuse.puts != nil {
				b.reuse, s.reuse = s.reuse, reuse{}
			}
			if err := fill(b); err != nil {
				return err
			}
			if err := b.flush(); err != nil {
				return err
			}
			logged = make(chan error, 1)
			go func() { logged <- s.log.changes(s.state.Count, b.state, b.logged) }()
			return nil
		})
	})
	var logErr error
	if logged != nil {
		logErr = <-logged
	}
	if err != nil {
		return model.Commit{}, s.notCommitted(err, logged != nil, logErr)
	}
	s.mu.Lock()
	s.state = b.state
	s.mu.Unlock()
	s.reuse = b.reuse
	s.mark.put(s.state.Seq)
	s.waits += b.noted
	s.idle.more = s.idle.more || b.listed
	if b.hurt {
		s.idle.asked.Store(true)
	}
	s.grown()
	if logErr != nil {
		s.logFailed(logErr)
	}
	return b.commit(), nil
}

func answer(batch []*request, err error) {
	for _, r := range batch {
		r.done <- err
	}
}

package store

import (
	"context"
	"errors"
	"fmt"

	"hadir/model"
)

// partSize is how many changes go into one transaction. bbolt holds all that a transaction writes in memory twice over, and
// whoever stands at the door waits until it ends.
const partSize = 10_000

// unfinished names an act of many changes of which only the first parts are on disk.
type unfinished struct {
	_     struct{} `cbor:",toarray"`
	Event model.ID
	Act   model.ID
}

// commitLarge writes one request in parts, under a mark in the state that makes it all or nothing: when a later part fails,
// or the power does, what was written is taken back by an undo, now or at the next start. Between parts those who wait at
// the door get their turn.
func (s *Store) commitLarge(r *request) (broken error) {
	if err := r.ctx.Err(); err != nil {
		r.done <- err
		return nil
	}
	mark := unfinished{Event: r.changes[0].Key.Event, Act: r.changes[0].Act}
	for at := 0; at < len(r.changes); at += partSize {
		part := r.changes[at:min(at+partSize, len(r.changes))]
		last := at+partSize >= len(r.changes)
		if err := s.commitPart(part, mark, last); err != nil {
			return s.giveUp(r, err, at > 0)
		}
		// What is on disk need not stay in memory.
		clear(part)
		s.fileMost()
		if waiting := s.waiting(nil); !last && len(waiting) > 0 {
			s.later = append(s.later, s.commitNow(waiting)...)
		}
	}
	r.done <- nil
	return nil
}

// commitPart writes one part; the mark stands as long as it is not the last.
func (s *Store) commitPart(part []model.Change, mark unfinished, last bool) error {
	told, err := s.transact(func(b *batchWriter) error {
		b.state.Unfinished = mark
		if last {
			b.state.Unfinished = unfinished{}
		}
		return b.take(part)
	})
	if err == nil {
		s.watch.tell(told)
	}
	return err
}

// commitNow writes the small ones of those who wait, and gives back the large ones: one at a time.
func (s *Store) commitNow(batch []*request) (large []*request) {
	var small []*request
	for _, r := range batch {
		if len(r.changes) > partSize {
			large = append(large, r)
		} else {
			small = append(small, r)
		}
	}
	if len(small) > 0 {
		// A storage that fails says so again at the next part.
		_ = s.commitSmall(small)
	}
	return large
}

// giveUp answers a large request that failed, and takes back what of it was written. Where that fails too, the mark stays,
// and the next start does it.
func (s *Store) giveUp(r *request, err error, begun bool) (broken error) {
	if begun && !isStorage(err) {
		err = errors.Join(err, s.finish())
	}
	r.done <- err
	if isStorage(err) {
		return err
	}
	return nil
}

// finish takes back what an unfinished act has written. It is an act of its own in the history: nothing is deleted.
func (s *Store) finish() error {
	mark := s.state.Unfinished
	if mark == (unfinished{}) {
		return nil
	}
	ctx := context.Background()
	done, err := s.ActChanges(ctx, mark.Event, mark.Act)
	if err != nil {
		return fmt.Errorf("take back an unfinished act: %w", err)
	}
	var changes []model.Change
	if len(done) > 0 {
		first := done[0]
		act := model.Act{
			ID: model.HashID(mark.Act[:], "unfinished"), Officer: first.Officer, Desk: first.Desk, Wall: s.now(),
			Verb: model.VerbUndo, Undoes: mark.Act,
		}
		if changes, _, err = s.Undo(ctx, act, done); err != nil {
			return fmt.Errorf("take back an unfinished act: %w", err)
		}
	}
	// At least once: where nothing is left to take back, the mark still has to go.
	for at := 0; at == 0 || at < len(changes); at += partSize {
		if err := s.commitPart(changes[at:min(at+partSize, len(changes))], mark, at+partSize >= len(changes)); err != nil {
			return fmt.Errorf("take back an unfinished act: %w", err)
		}
	}
	return nil
}

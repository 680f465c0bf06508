package store

import (
	"context"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/store/index"
)

// VerifyIndex compares the search index with the records: each record's terms are made anew, and a sum over them is compared
// with the sum over what the index has. It reads everything, and writes nothing.
func (s *Store) VerifyIndex(ctx context.Context) (c model.IndexCheck, err error) {
	cache := new(index.Cache) // what is on disk counts, not what was kept of it
	err = s.view(func(tx *bolt.Tx) error {
		x, ok, err := index.Open(shelf{tx, s.codec}, cache)
		if err != nil || !ok {
			c.Unread = 1
			return nil
		}
		defer x.Close()
		sums, _ := x.Digests()
		c.Building = !x.State.Built.Done
		waiting := make(map[model.Key]*index.Entry)
		for _, e := range x.Waiting() {
			waiting[e.Key] = e
		}
		c.Waiting = len(waiting)
		hidden := 0
		for _, e := range waiting {
			if e.Old != 0 {
				hidden++
			}
		}
		filed := 0
		for _, kind := range builtKinds() {
			err := s.codec.eachRecord(tx, kind, nil, func(r model.Record) error {
				n, err := s.verify(tx, r, waiting[r.Key], sums, &c)
				filed += n
				if err == nil {
					err = ctx.Err()
				}
				return err
			})
			if err != nil {
				return err
			}
		}
		people := 0
		for _, k := range x.Columns.Kind {
			if k == model.KindPerson || k == model.KindInstitution {
				people++
			}
		}
		c.Extra += max(0, int(x.State.Docs)-people-hidden-filed)
		c.Unread += x.Unread()
		return nil
	})
	return c, err
}

// verify compares one record with the index, and gives 1 if the record is filed there, and does not only wait.
func (s *Store) verify(tx *bolt.Tx, r model.Record, waits *index.Entry, sums []uint64, c *model.IndexCheck) (int, error) {
	a := s.words.take()
	defer s.words.give(a)
	want := a.of(r, 0)
	if !want.Gone {
		c.Documents++
	}
	if waits != nil {
		if waits.Gone != want.Gone || waits.Day != want.Day || waits.Digest() != want.Digest() {
			c.Different++
		}
		return 0, nil
	}
	sh := shelf{tx, s.codec}
	doc, err := index.Find(sh, r.Key)
	switch {
	case err != nil:
		c.Unread++
		return 0, nil
	case want.Gone && doc != 0:
		c.Extra++
		return 1, nil
	case want.Gone:
		return 0, nil
	case doc == 0:
		c.Missing++
		return 0, nil
	}
	d, err := index.DocAt(sh, doc)
	if err != nil || int(doc) >= len(sums) {
		c.Unread++
		return 1, nil
	}
	if d.Day != want.Day || d.Length != want.Length || sums[doc] != want.Digest() {
		c.Different++
	}
	return 1, nil
}

// How much of the index is made at a time while somebody waits for it.
const (
	reindexPart = 4096
	reindexSize = 8 << 20
)

// Reindex makes the search index anew from the records. Progress is told how many of all records were read; the merging
// that follows comes as a second way from 0 to its end, in segments. Others may read and write meanwhile: searches find what is
// there already. When ctx ends the store goes on by itself while nobody writes.
func (s *Store) Reindex(ctx context.Context, progress func(done, total int)) error {
	if s.readOnly {
		return model.ErrReadOnly
	}
	total := 0
	err := s.view(func(tx *bolt.Tx) error {
		for _, kind := range builtKinds() {
			total += tx.Bucket([]byte(recordBucket(kind))).Stats().KeyN
		}
		return nil
	})
	if err != nil {
		return err
	}
	defer s.indexAgain() //nolint:errcheck // the store is closed, then
	err = s.job(ctx, func() error {
		s.idle.held, s.idle.stopped, s.unindexed = true, false, false
		return s.beginIndex()
	})
	for more := true; more && err == nil; {
		done := 0
		err = s.job(ctx, func() error {
			var e error
			more, e = s.work(func(w *worker) (bool, error) {
				more, err := w.finish()
				done = int(w.st.Docs)
				return more, err
			})
			return e
		})
		if progress != nil && err == nil {
			progress(min(done, total), total)
		}
	}
	if err != nil {
		return fmt.Errorf("reindex: %w", err)
	}
	return nil
}

// finish is slice for one who waits for all of it, and makes one segment in the end.
func (w *worker) finish() (more bool, err error) {
	if !w.st.Built.Done {
		return true, w.build(reindexPart)
	}
	if listsWait(w.tx) {
		return true, w.people(reindexPart)
	}
	if w.s.waits > 0 {
		return true, w.file(fileMost)
	}
	if w.st.Plan() || w.st.MergeAll() {
		shelf := shelf{w.tx, w.s.codec}
		return true, index.Merge(shelf, w.st, w.s.cache.Columns(shelf, *w.st), reindexSize)
	}
	return false, nil
}

// job runs f on the writer's goroutine, between two commits.
func (s *Store) job(ctx context.Context, f func() error) error {
	done := make(chan error, 1)
	select {
	case s.jobs <- func() { done <- f() }:
		return <-done
	case <-s.written:
		return model.ErrClosed
	case <-ctx.Done():
		return ctx.Err()
	}
}

package store

import (
	"context"
	"errors"
)

// Bulk runs fill, which applies very much at once, and makes the search index when all of it is there instead of note by note on
// the way. Searches find nothing meanwhile. Where it does not come to its end, the index is made while nobody writes, now or
// after the next start. Progress is that of [Store.Reindex].
func (s *Store) Bulk(ctx context.Context, fill func() error, progress func(done, total int)) error {
	err := s.job(ctx, func() error {
		s.idle.held, s.unindexed = true, true
		return s.beginIndex()
	})
	if err != nil {
		return errors.Join(err, s.indexAgain())
	}
	if err := fill(); err != nil {
		return errors.Join(err, s.indexAgain())
	}
	return s.Reindex(ctx, progress)
}

// indexAgain lets the writer go on with the index by itself.
func (s *Store) indexAgain() error {
	return s.job(context.Background(), func() error {
		s.idle.held, s.idle.more, s.unindexed = false, true, false
		return nil
	})
}

package store

import (
	"context"
	"strconv"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// NextNo is the number that the next record of a kind gets among an event's, questions and actions: numbers count on from 1,
// and one that was removed keeps its own, since it was called out once.
func (s *Store) NextNo(_ context.Context, kind model.Kind, event model.ID) (next int, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		return s.codec.eachRecord(tx, kind, event[:], func(r model.Record) error {
			n, _ := strconv.Atoi(r.Get(model.QuestionNo))
			next = max(next, n)
			return nil
		})
	})
	return next + 1, err
}

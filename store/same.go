package store

import (
	"context"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// SameAs are all records that stand for a person: the one that the others were joined to first, then those. A person who
// was joined to nobody is alone.
func (s *Store) SameAs(_ context.Context, person model.ID) (ids []model.ID, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		joined, err := s.joins(tx)
		if err == nil {
			ids = sameAs(joined, follow(joined, person))
		}
		return err
	})
	return ids, err
}

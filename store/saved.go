package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// SavedSearches are the searches that were named and kept, by name; removed ones are not among them.
func (s *Store) SavedSearches(context.Context) (out []model.Saved, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		if tx.Bucket([]byte(bucketSaved)) == nil {
			return nil // an older file that is open for reading alone
		}
		return s.codec.eachRecord(tx, model.KindSaved, nil, func(r model.Record) error {
			if x := model.SavedOf(r); !x.Removed {
				out = append(out, x)
			}
			return nil
		})
	})
	slices.SortFunc(out, func(a, b model.Saved) int {
		return cmp.Or(strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), compareIDs(a.ID, b.ID))
	})
	return out, err
}

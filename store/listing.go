package store

import (
	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/model/hall"
)

// listed reads the list of an event for its door, in the order of the guests' IDs, removed ones included. It works on all
// processors: first the chunks are taken out of the file and checked, then, when it is known how many guests each holds, they
// are taken apart, each into its place in one array.
func (s *Store) listed(tx *bolt.Tx, event model.ID) ([]hall.Listed, error) {
	defer s.readAhead(tx, bucketGuest, event[:])()
	var keys, values [][]byte
	cur := tx.Bucket([]byte(bucketGuest)).Cursor()
	for k, v := cur.Seek(event[:]); k != nil && idAt(k, 0) == event; k, v = cur.Next() {
		keys, values = append(keys, k), append(values, v)
	}
	chunks, starts := make([]string, len(keys)), make([]int, len(keys)+1)
	if err := sideBySide(len(keys), func(i int) error {
		body, err := s.codec.unwrap(bucketGuest, keys[i], values[i])
		chunks[i] = string(body)
		starts[i+1], _, _ = rowsIn(chunks[i])
		return err
	}); err != nil {
		return nil, err
	}
	for i := range keys {
		starts[i+1] += starts[i]
	}
	out := make([]hall.Listed, starts[len(keys)])
	err := sideBySide(len(keys), func(i int) error {
		at := starts[i]
		return eachRow(chunks[i], func(_ int, r row) (err error) {
			out[at], err = s.codec.listed(event, r)
			at++
			return err
		})
	})
	return out, err
}

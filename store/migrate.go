package store

import (
	"context"
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/store/index"
)

// schema is the number of the form in which this version writes files.
const schema = 6

// migration brings a file from one schema to the next, inside one transaction.
type migration struct {
	to  int
	run func(tx *bolt.Tx, c codec, st *state) error
}

// migrations is append-only: what has once been released is never changed. Each is tested on a saved file of its age.
func migrations() []migration {
	return []migration{
		{to: 2, run: addTotals},
		{to: 3, run: addSearch},
		{to: 4, run: addLists},
		{to: 5, run: indexActions},
		{to: 6, run: addSaved},
	}
}

// addTotals numbers what is there, adds it up and names the file. Schema 1 knew one device and no rescue log.
func addTotals(tx *bolt.Tx, _ codec, st *state) (err error) {
	*st = numbered(*st)
	st.Total, err = count(tx)
	return err
}

// totalled reports whether a state says what all values add up to.
func (st state) totalled() bool { return !st.File.IsZero() }

// numbered is a state of schema 1 with what later ones say beside it.
func numbered(st state) state {
	if !st.totalled() {
		st.File, st.Count = fileOf(st.Device), st.Seq
	}
	return st
}

// addSearch makes an empty index where there is none; the writer makes it from the records while nobody waits.
func addSearch(tx *bolt.Tx, c codec, _ *state) error {
	if st, ok, err := index.ReadState(shelf{tx, c}); err == nil && ok && st.Next > 0 {
		return nil
	}
	st, err := clearIndex(tx, c, 1)
	if err != nil {
		return err
	}
	return st.Write(shelf{tx, c})
}

// addLists makes room for the lists of guests that wait to be read for people and institutions, and notes all of them.
func addLists(tx *bolt.Tx, c codec, _ *state) error {
	for _, b := range []string{bucketLists, bucketLabels} {
		if _, err := tx.CreateBucketIfNotExists([]byte(b)); err != nil {
			return err
		}
	}
	return noteLists(tx, c)
}

// addSaved is for searches that are kept. Their bucket was made with all others that were missing.
func addSaved(*bolt.Tx, codec, *state) error { return nil }

// migrate brings the file up to this version's schema, all steps in one transaction: a power cut leaves the old form or the
// new one. Before that a copy is made. A newer file is refused, not guessed at.
func (s *Store) migrate() error {
	if s.state.Schema > schema {
		return fmt.Errorf("%w (schema %d, this one knows %d)", ErrNewer, s.state.Schema, schema)
	}
	if s.state.Schema == schema || s.readOnly {
		return nil
	}
	st := s.state
	err := s.guard(func() error {
		err := s.db.View(func(tx *bolt.Tx) error {
			return writeSnapshot(context.Background(), s.disk, s.codec, tx, s.snapshotPath(numbered(st).Count))
		})
		if err != nil {
			return fmt.Errorf("copy before migrating: %w", err)
		}
		return s.db.Update(func(tx *bolt.Tx) error { return migrateTo(tx, s.codec, &st) })
	})
	err = classify(err)
	switch {
	case err == nil:
		s.state = st
		s.note(model.Notice{Kind: model.NoticeMigrated})
	case errors.Is(err, model.ErrNoSpace):
		// It can be read as it is.
		s.readOnly = true
		return nil
	}
	return err
}

// migrateTo takes the steps that a state lacks.
func migrateTo(tx *bolt.Tx, c codec, st *state) error {
	if err := makeBuckets(tx, c); err != nil {
		return err
	}
	for _, m := range migrations() {
		if m.to <= st.Schema {
			continue
		}
		if err := m.run(tx, c, st); err != nil {
			return fmt.Errorf("migrate to schema %d: %w", m.to, err)
		}
		st.Schema = m.to
	}
	return c.putState(tx, *st)
}

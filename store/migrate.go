package store

import (
	"fmt"

	bolt "go.etcd.io/bbolt"
)

// schema is the number of the form in which this version writes files.
const schema = 1

// migration brings a file from one schema to the next, inside one transaction.
type migration struct {
	to  int
	run func(tx *bolt.Tx) error
}

// migrations is append-only: what has once been released is never changed. Each is tested on a saved file of its age.
func migrations() []migration {
	return nil
}

// migrate brings the file up to this version's schema, all steps in one transaction: a power cut leaves the old form or the
// new one. A newer file is refused, not guessed at.
func (s *Store) migrate() error {
	if s.state.Schema > schema {
		return fmt.Errorf("%w (schema %d, this one knows %d)", ErrNewer, s.state.Schema, schema)
	}
	if s.state.Schema == schema || s.readOnly {
		return nil
	}
	st := s.state
	err := s.db.Update(func(tx *bolt.Tx) error {
		for _, m := range migrations() {
			if m.to <= st.Schema {
				continue
			}
			if err := m.run(tx); err != nil {
				return fmt.Errorf("migrate to schema %d: %w", m.to, err)
			}
			st.Schema = m.to
		}
		return s.codec.putState(tx, st)
	})
	if err == nil {
		s.state = st
	}
	return err
}

package store

import (
	"bytes"
	"cmp"
	"context"
	"slices"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// Roles are an event's roles in their order; removed ones are not among them.
func (s *Store) Roles(_ context.Context, event model.ID) ([]model.Role, error) {
	return listed(s, model.KindRole, event, model.RoleOf, func(x model.Role) (int, model.ID) { return x.Order, x.ID })
}

// Agenda is an event's agenda in its order; removed items are not on it.
func (s *Store) Agenda(_ context.Context, event model.ID) ([]model.AgendaItem, error) {
	return listed(s, model.KindAgenda, event, model.AgendaItemOf,
		func(x model.AgendaItem) (int, model.ID) { return x.Order, x.ID })
}

// Questions are an event's questions by their numbers; removed ones are not among them.
func (s *Store) Questions(_ context.Context, event model.ID) ([]model.Question, error) {
	return listed(s, model.KindQuestion, event, model.QuestionOf,
		func(x model.Question) (int, model.ID) { return x.No, x.ID })
}

// Actions are one event's actions by their numbers, as they are shown (see [Store.Action]); removed ones are not among them.
func (s *Store) Actions(_ context.Context, event model.ID) (out []model.Action, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		records, err := s.codec.live(tx, model.KindAction, event)
		for _, r := range records {
			x, err := s.codec.item(r, s.codec.in(tx))
			if err != nil {
				return err
			}
			out = append(out, x.Action)
		}
		return err
	})
	slices.SortFunc(out, func(a, b model.Action) int {
		return cmp.Or(cmp.Compare(a.No, b.No), compareIDs(a.ID, b.ID))
	})
	return out, err
}

// Evidence is what was recorded as evidence of an event, in its order; what was removed is not among it.
func (s *Store) Evidence(_ context.Context, event model.ID) ([]model.Evidence, error) {
	return listed(s, model.KindEvidence, event, model.EvidenceOf,
		func(x model.Evidence) (int, model.ID) { return x.Order, x.ID })
}

// listed reads an event's records of a kind that were not removed, by number and, where two desks gave one twice, by ID.
func listed[T any](s *Store, kind model.Kind, event model.ID, of func(model.Record) T, by func(T) (int, model.ID)) (out []T, err error) {
	var records []model.Record
	err = s.view(func(tx *bolt.Tx) error {
		records, err = s.codec.live(tx, kind, event)
		return err
	})
	for _, r := range records {
		out = append(out, of(r))
	}
	slices.SortFunc(out, func(a, b T) int {
		an, aid := by(a)
		bn, bid := by(b)
		return cmp.Or(cmp.Compare(an, bn), compareIDs(aid, bid))
	})
	return out, err
}

// Locate finds the records of a kind whose IDs begin with prefix, of whatever event, at the most limit of them. It reads keys
// alone: for a kind that belongs to events these are scanned, 200,000 in some tens of milliseconds.
func (s *Store) Locate(_ context.Context, kind model.Kind, prefix string, limit int) (keys []model.Key, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		cur := tx.Bucket([]byte(recordBucket(kind))).Cursor()
		for k, _ := cur.First(); k != nil && len(keys) < limit; k, _ = cur.Next() {
			key := model.Key{Kind: kind, ID: idAt(k, len(k)-16)}
			if len(k) > 16 {
				key.Event = idAt(k, 0)
			}
			if bytes.HasPrefix([]byte(key.ID.String()), []byte(prefix)) {
				keys = append(keys, key)
			}
		}
		return nil
	})
	return keys, err
}

package store

import (
	"bytes"
	"context"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/model/board"
)

// postRows keeps the board and its indexes equal to the records of this batch, in the same transaction. A row shows the owner
// and the asker as they are called now, and nothing of who asked an anonymous question: so it is made anew, too, when one of
// those records changes.
func (b *batchWriter) postRows() error {
	actions := make(map[model.Key]bool)
	events := make(map[model.ID]bool)
	for k := range b.dirty {
		switch k.Kind {
		case model.KindAction:
			actions[k] = true
		case model.KindQuestion:
			if err := b.postQuestion(k, actions); err != nil {
				return err
			}
		case model.KindGuest, model.KindRole, model.KindPerson:
			events[k.Event] = true
		}
	}
	for event := range events {
		b.namedBy(event, actions)
	}
	for k := range actions {
		if err := b.postAction(k); err != nil {
			return err
		}
	}
	return nil
}

// postQuestion indexes a question under the institution that asked it, and finds the actions that came from it.
func (b *batchWriter) postQuestion(k model.Key, actions map[model.Key]bool) error {
	q := model.QuestionOf(*b.dirty[k])
	b.indexInstitution(placeName(q.From), k)
	return b.codec.each(b.tx, bucketBoard, k.Event[:], func(key, body []byte) error {
		row := board.Row{Event: k.Event, ID: idAt(key, 16), Body: string(body)}
		x, err := row.Item()
		if err == nil && x.Question == k.ID {
			actions[model.ActionKey(k.Event, row.ID)] = true
		}
		return err
	})
}

// namedBy adds the actions that name a record of this batch that belongs to an event.
func (b *batchWriter) namedBy(event model.ID, actions map[model.Key]bool) {
	cur := b.tx.Bucket([]byte(bucketNamed)).Cursor()
	for k, _ := cur.Seek(event[:]); k != nil && bytes.HasPrefix(k, event[:]); k, _ = cur.Next() {
		owner := model.Key{Kind: model.Kind(k[16]), Event: event, ID: idAt(k, 17)}
		if b.dirty[owner] != nil {
			actions[model.ActionKey(idAt(k, 33), idAt(k, 49))] = true
		}
	}
}

// postAction writes an action's row and its index entries. Entries of what it named before stay: who reads an index compares
// each with the action as it is now.
func (b *batchWriter) postAction(k model.Key) error {
	r, err := b.seen(k)
	if err != nil {
		return err
	}
	x, err := b.codec.item(r, b.seen)
	if err != nil {
		return err
	}
	b.put(bucketBoard, recordKey(k), board.Pack(make([]byte, valueHeader, 256), x))
	b.indexInstitution(placeName(x.From), k)
	b.name(x.OwnerKey, k)
	if !x.Guest.IsZero() {
		b.name(model.GuestKey(k.Event, x.Guest), k)
	}
	return nil
}

// seen is a record as this batch leaves it; it is only read, and does not become one of the batch's own.
func (b *batchWriter) seen(k model.Key) (model.Record, error) {
	if r := b.dirty[k]; r != nil {
		return *r, nil
	}
	return b.read(k)
}

// name notes that an action names a record.
func (b *batchWriter) name(owner, action model.Key) {
	switch owner.Kind {
	case model.KindGuest, model.KindRole, model.KindPerson:
		b.put(bucketNamed, namedKey(owner, action), make([]byte, valueHeader))
	}
}

func namedKey(owner, action model.Key) []byte {
	key := append(append(make([]byte, 0, 65), owner.Event[:]...), byte(owner.Kind))
	key = append(append(key, owner.ID[:]...), action.Event[:]...)
	return append(key, action.ID[:]...)
}

// item is an action as it is shown: its owner as the record that it points to is called now, nothing that tells who asked an
// anonymous question, and the area of the guest to whom it was promised.
func (c codec) item(r model.Record, read func(model.Key) (model.Record, error)) (x board.Item, err error) {
	x.Action = model.ActionOf(r)
	if !x.Question.IsZero() {
		q, err := read(model.QuestionKey(x.Event, x.Question))
		if err != nil {
			return x, err
		}
		if q.Get(model.QuestionAnonymous) != "" {
			x.Guest, x.Asker, x.From = model.ID{}, "", ""
		}
	}
	if !x.Guest.IsZero() {
		g, err := read(model.GuestKey(x.Event, x.Guest))
		if err != nil {
			return x, err
		}
		x.Area = g.Get(model.GuestDistrict)
	}
	if name, err := calledNow(x.OwnerKey, read); err != nil || name != "" {
		x.Owner = name
		return x, err
	}
	return x, nil
}

// calledNow is what the record of an action's owner is called now; empty where there is none to ask.
func calledNow(k model.Key, read func(model.Key) (model.Record, error)) (string, error) {
	switch k.Kind {
	case model.KindGuest, model.KindRole, model.KindPerson:
	default:
		return "", nil
	}
	r, err := read(k)
	switch {
	case err != nil:
		return "", err
	case k.Kind == model.KindGuest:
		return model.GuestOf(r).FullName(), nil
	case k.Kind == model.KindRole:
		return model.RoleOf(r).FullName(), nil
	}
	return model.PersonOf(r).FullName(), nil
}

// in is how a read transaction finds records.
func (c codec) in(tx *bolt.Tx) func(model.Key) (model.Record, error) {
	return func(k model.Key) (model.Record, error) { return c.read(tx, k) }
}

// Board is the rows of all actions, of every event, removed ones included: what package board makes a board of.
func (s *Store) Board(ctx context.Context) (rows []board.Row, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		return s.codec.each(tx, bucketBoard, nil, func(k, body []byte) error {
			if len(k) != 32 {
				return fmt.Errorf("key in %s: %w", bucketBoard, model.ErrDamaged)
			}
			rows = append(rows, board.Row{Event: idAt(k, 0), ID: idAt(k, 16), Body: string(body)})
			return ctx.Err()
		})
	})
	return rows, err
}

// Action is one action with its notes, as it is shown; [model.ErrNotFound] when there is none. One that was removed is given.
func (s *Store) Action(_ context.Context, k model.Key) (a model.Action, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		r, err := s.codec.read(tx, k)
		if err != nil {
			return err
		}
		if r.IsNew() {
			return fmt.Errorf("action %s: %w", k.ID, model.ErrNotFound)
		}
		x, err := s.codec.item(r, s.codec.in(tx))
		a = x.Action
		return err
	})
	return a, err
}

// NextAction is the number of an event's next action.
func (s *Store) NextAction(_ context.Context, event model.ID) (n int, err error) {
	n = 1
	err = s.view(func(tx *bolt.Tx) error {
		return s.codec.each(tx, bucketBoard, event[:], func(k, body []byte) error {
			x, err := board.Row{Event: event, ID: idAt(k, 16), Body: string(body)}.Item()
			n = max(n, x.No+1)
			return err
		})
	})
	return n, err
}

// Due is what is overdue on a day and due until another, both ISO 8601: how many of each, and the first of them, at the most
// limit. It looks at the heads of rows alone.
func (s *Store) Due(_ context.Context, today, until string, limit int) (late, soon int, first []model.Action, err error) {
	var found []board.Row
	err = s.view(func(tx *bolt.Tx) error {
		return s.codec.each(tx, bucketBoard, nil, func(k, body []byte) error {
			r := board.Row{Body: string(body)}
			due := r.Due()
			if !r.Open() || due == "" || due > until {
				return nil
			}
			if due < today {
				late++
			} else {
				soon++
			}
			r.Event, r.ID = idAt(k, 0), idAt(k, 16)
			found = board.Earliest(found, r, limit)
			return nil
		})
	})
	for _, r := range found {
		x, err := r.Item()
		if err != nil {
			return 0, 0, nil, err
		}
		first = append(first, x.Action)
	}
	return late, soon, first, err
}

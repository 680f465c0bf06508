package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// History is the changes of one event, or with the zero ID those that belong to no event, oldest first.
func (s *Store) History(ctx context.Context, event model.ID) ([]model.Change, error) {
	return s.trail(ctx, event, func(model.Kind, model.ID) bool { return true })
}

// AllHistory is every change in the order of their stamps, oldest first.
func (s *Store) AllHistory(context.Context) (out []model.Change, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		return s.codec.each(tx, bucketJournal, nil, func(_, body []byte) error {
			c, err := s.codec.change(body)
			out = append(out, c)
			return err
		})
	})
	sortChanges(out)
	return out, err
}

// RecordHistory is the changes of one record of an event (a guest and the guest's seats share an ID), oldest first.
func (s *Store) RecordHistory(ctx context.Context, event, id model.ID) ([]model.Change, error) {
	return s.trail(ctx, event, func(_ model.Kind, of model.ID) bool { return of == id })
}

func (s *Store) trail(_ context.Context, event model.ID, want func(model.Kind, model.ID) bool) (out []model.Change, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		return s.codec.each(tx, bucketTrail, event[:], func(k, body []byte) error {
			t, err := parseTrail(k, body)
			if err != nil || !want(t.kind, t.id) {
				return err
			}
			c, err := s.changeBySeq(tx, t.device, t.seq)
			if err == nil {
				out = append(out, c)
			}
			return err
		})
	})
	return out, err
}

// LastAct is the changes of the last act of an event that was done at this desk and not undone; imports and other acts that
// have a page of their own are passed over. It is empty when there is none.
func (s *Store) LastAct(_ context.Context, event model.ID, desk string) (out []model.Change, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		undone := make(map[model.ID]bool)
		cur := tx.Bucket([]byte(bucketTrail)).Cursor()
		for k, v := lastWith(cur, event[:]); k != nil && idAt(k, 0) == event; k, v = cur.Prev() {
			c, err := s.changeInTrail(tx, k, v)
			if err != nil {
				return err
			}
			switch {
			case len(out) > 0 && c.Device != s.Device():
				// What came from elsewhere stands between; an act is one device's.
			case len(out) > 0 && c.Act != out[0].Act:
				return nil
			case len(out) > 0:
				out = append([]model.Change{c}, out...)
			case c.Verb == model.VerbUndo:
				undone[c.Undoes] = true
			case !undone[c.Act] && c.Device == s.Device() && c.Desk == desk && undoable(c.Verb):
				out = []model.Change{c}
			}
		}
		return nil
	})
	return out, err
}

// undoable reports whether the key for undo takes back acts of this verb.
func undoable(v model.Verb) bool {
	switch v {
	case model.VerbImport, model.VerbLoad, model.VerbCopy, model.VerbCreate, model.VerbUndo, model.VerbPrint, model.VerbPurge:
		return false
	}
	return true
}

// ActChanges are the changes of one act of an event, oldest first.
func (s *Store) ActChanges(_ context.Context, event, act model.ID) (out []model.Change, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		return s.codec.each(tx, bucketTrail, event[:], func(k, body []byte) error {
			t, err := parseTrail(k, body)
			if err != nil {
				return err
			}
			c, err := s.changeBySeq(tx, t.device, t.seq)
			if err == nil && c.Act == act {
				out = append(out, c)
			}
			return err
		})
	})
	return out, err
}

// Undo is the changes that take an act's changes back; see [model.Undo].
func (s *Store) Undo(_ context.Context, act model.Act, done []model.Change) (changes []model.Change, kept int, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		changes, kept, err = model.Undo(act, done, past{s, tx})
		return err
	})
	return changes, kept, err
}

// past is what an undo asks, answered from one transaction.
type past struct {
	s  *Store
	tx *bolt.Tx
}

// ChangeAt is the change of that event with that stamp, and whether the trail has one.
func (p past) ChangeAt(event model.ID, at model.Stamp) (c model.Change, ok bool, err error) {
	key := trailKey(event, at)
	v := p.tx.Bucket([]byte(bucketTrail)).Get(key)
	if v == nil {
		return c, false, nil
	}
	c, err = p.s.changeInTrail(p.tx, key, v)
	return c, err == nil, err
}

// Record is the record under k as it is now; empty when nobody has written it.
func (p past) Record(k model.Key) (model.Record, error) { return p.s.codec.read(p.tx, k) }

func (s *Store) changeInTrail(tx *bolt.Tx, k, v []byte) (model.Change, error) {
	body, err := s.codec.unwrap(bucketTrail, k, v)
	if err != nil {
		return model.Change{}, err
	}
	t, err := parseTrail(k, body)
	if err != nil {
		return model.Change{}, err
	}
	return s.changeBySeq(tx, t.device, t.seq)
}

// trailEntry is what the trail says of one change.
type trailEntry struct {
	device model.Device
	seq    uint64
	kind   model.Kind
	id     model.ID
}

func parseTrail(key, body []byte) (trailEntry, error) {
	if len(key) != 32 || len(body) != 25 {
		return trailEntry{}, fmt.Errorf("trail: %w", model.ErrDamaged)
	}
	return trailEntry{
		device: model.Device(binary.BigEndian.Uint64(key[24:])), seq: binary.BigEndian.Uint64(body),
		kind: model.Kind(body[8]), id: idAt(body, 9),
	}, nil
}

// lastWith moves a cursor to the last key that begins with prefix.
func lastWith(cur *bolt.Cursor, prefix []byte) (k, v []byte) {
	after := bytes.Clone(prefix)
	for i := len(after) - 1; i >= 0; i-- {
		if after[i]++; after[i] != 0 {
			k, _ = cur.Seek(after)
			return before(cur, k)
		}
	}
	return cur.Last()
}

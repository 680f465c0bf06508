package store

import (
	"bytes"
	"context"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// Record is the record under k; one that nobody has written is empty.
func (s *Store) Record(_ context.Context, k model.Key) (r model.Record, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		r, err = s.codec.read(tx, k)
		return err
	})
	return r, err
}

// Settings are the office's settings and this desk's.
func (s *Store) Settings(ctx context.Context) (model.Settings, error) {
	office, err := s.Record(ctx, model.OfficeSettings())
	if err != nil {
		return model.Settings{}, err
	}
	desk, err := s.Record(ctx, model.DeskSettings(s.Device()))
	if err != nil {
		return model.Settings{}, err
	}
	out := model.SettingsOf(office, desk, s.Device())
	out.ReadOnly = s.readOnly
	return out, nil
}

// view runs a read in one transaction and puts what goes wrong in the terms of package model.
func (s *Store) view(f func(tx *bolt.Tx) error) error {
	return classify(s.guard(func() error { return s.db.View(f) }))
}

// read is one record, from wherever its kind stands.
func (c codec) read(tx *bolt.Tx, k model.Key) (model.Record, error) {
	empty := model.Record{Key: k}
	if k.Kind == model.KindGuest {
		in, err := c.chunkFor(tx.Bucket([]byte(bucketGuest)), k.Event, k.ID)
		if err != nil {
			return empty, err
		}
		return c.guestIn(in, k)
	}
	bucket := recordBucket(k.Kind)
	if bucket == "" {
		return empty, fmt.Errorf("record of kind %d: this version does not know it", k.Kind)
	}
	key := recordKey(k)
	v := tx.Bucket([]byte(bucket)).Get(key)
	if v == nil {
		return empty, nil
	}
	body, err := c.unwrap(bucket, key, v)
	if err != nil {
		return empty, err
	}
	return c.record(body, k)
}

// each calls f with every value of a bucket whose key begins with prefix, in the order of the keys.
func (c codec) each(tx *bolt.Tx, bucket string, prefix []byte, f func(key, body []byte) error) error {
	b := tx.Bucket([]byte(bucket))
	if b == nil {
		return nil // an older file that is only read has it not yet
	}
	cur := b.Cursor()
	for k, v := cur.Seek(prefix); k != nil && bytes.HasPrefix(k, prefix); k, v = cur.Next() {
		body, err := c.unwrap(bucket, k, v)
		if err != nil {
			return err
		}
		if err := f(k, body); err != nil {
			return err
		}
	}
	return nil
}

// eachRecord calls f with every record of a kind whose key begins with prefix.
func (c codec) eachRecord(tx *bolt.Tx, kind model.Kind, prefix []byte, f func(model.Record) error) error {
	return c.each(tx, recordBucket(kind), prefix, func(_, body []byte) error {
		var r model.Record
		if err := c.dec.Unmarshal(body, &r); err != nil {
			return fmt.Errorf("%s record: %w: %v", kind, model.ErrDamaged, err)
		}
		return f(r)
	})
}

// eachGuest calls f with every guest of an event and what the door searches of it, in the order of their IDs, removed ones
// included.
func (c codec) eachGuest(tx *bolt.Tx, event model.ID, f func(g model.Guest, terms string) error) error {
	return c.each(tx, bucketGuest, event[:], func(_, body []byte) error {
		rs, err := rows(string(body))
		if err != nil {
			return err
		}
		for _, r := range rs {
			g, err := c.guest(event, r)
			if err != nil {
				return err
			}
			if err := f(g, r.terms); err != nil {
				return err
			}
		}
		return nil
	})
}

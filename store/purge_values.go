package store

import (
	"fmt"
	"slices"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/model/board"
	"hadir/model/hall"
)

// purger gives values without what their records were purged of: the journal's entries, and all that is made of them, so that the
// records are the fold of what remains. What searching needs is left out, and made again while nobody writes.
type purger struct {
	codec   codec
	tx      *bolt.Tx // of the file as it was
	levels  map[model.Key]model.Level
	actions map[model.Key]model.Record // of events that were purged of names, folded anew
}

// withoutPurged is a transform before which goes the taking out of what was purged. Whatever is written anew is written without it;
// where nothing is due, no value is looked at.
func (s *Store) withoutPurged(tx *bolt.Tx, then transform) (transform, error) {
	st, err := s.codec.state(tx)
	if err != nil || !st.Purge {
		return then, err
	}
	p := &purger{codec: s.codec, tx: tx, levels: make(map[model.Key]model.Level), actions: make(map[model.Key]model.Record)}
	if err := p.read(); err != nil {
		return nil, err
	}
	return func(bucket string, key, body []byte) ([]byte, bool, error) {
		out, keep, err := p.value(bucket, key, body)
		if err != nil || !keep {
			return nil, false, err
		}
		return then(bucket, key, out)
	}, nil
}

// loose are the kinds of records that belong to no event and may hold a number all the same.
func loose() []model.Kind { return []model.Kind{model.KindPerson, model.KindSaved, model.KindAction} }

// read finds out what was purged, and to which level.
func (p *purger) read() error {
	for _, kind := range append(loose(), model.KindEvent) {
		err := p.codec.eachRecord(p.tx, kind, nil, func(r model.Record) error {
			if l := model.LevelOf(r); l > model.Whole && model.PurgedWith(r.Key) == r.Key {
				p.levels[r.Key] = l
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	for k, l := range p.levels {
		if l >= model.NoNames && k.Kind == model.KindEvent {
			if err := p.codec.foldActions(p.tx, k.Event, l, p.actions); err != nil {
				return err
			}
		}
	}
	return nil
}

// foldActions folds the actions of an event out of its redacted changes.
func (c codec) foldActions(tx *bolt.Tx, event model.ID, l model.Level, into map[model.Key]model.Record) error {
	return c.eachChange(tx, event, func(t trailEntry) bool { return t.kind == model.KindAction }, func(ch model.Change, _ []byte) error {
		r, ok := into[ch.Key]
		if !ok {
			r.Key = ch.Key
		}
		r.Fold(model.Redact(ch, l))
		into[ch.Key] = r
		return nil
	})
}

// eachChange calls f with the changes of an event that are wanted, in the order of their stamps, and with their entries.
func (c codec) eachChange(tx *bolt.Tx, event model.ID, want func(trailEntry) bool, f func(ch model.Change, entry []byte) error) error {
	journal := tx.Bucket([]byte(bucketJournal))
	return c.each(tx, bucketTrail, event[:], func(k, body []byte) error {
		t, err := parseTrail(k, body)
		if err != nil || !want(t) {
			return err
		}
		key := journalKey(t.device, t.seq)
		entry, err := c.unwrap(bucketJournal, key, journal.Get(key))
		if err != nil {
			return err
		}
		ch, err := c.change(entry)
		if err != nil {
			return err
		}
		return f(ch, entry)
	})
}

func (p *purger) level(k model.Key) model.Level { return p.levels[model.PurgedWith(k)] }

// ofEvent is the level of the event whose ID stands at a place of a key.
func (p *purger) ofEvent(key []byte, at int) model.Level {
	return p.levels[model.EventKey(idAt(key, at))]
}

func (p *purger) value(bucket string, key, body []byte) (out []byte, keep bool, err error) {
	switch bucket {
	case bucketJournal:
		out, err = p.entry(body)
	case bucketGuest:
		out, err = p.chunk(idAt(key, 0), body)
	case bucketBoard:
		out, err = p.row(key, body)
	case bucketByPerson:
		// Its key is made of the name.
		return body, len(key) < 32 || p.ofEvent(key, 16) < model.NoNames, nil
	case bucketNamed:
		return body, len(key) < 65 || model.Kind(key[16]) != model.KindPerson || p.ofEvent(key, 33) < model.NoNames, nil
	case bucketTally:
		return body, p.ofEvent(key, 0) == model.Whole, nil
	case bucketTrail, bucketByInst:
		return body, true, nil
	default:
		if slices.Contains(searchBuckets(), bucket) {
			return nil, false, nil
		}
		out, err = p.record(bucket, body)
	}
	return out, true, err
}

func (p *purger) entry(body []byte) ([]byte, error) {
	c, _, err := p.codec.header(body)
	if err != nil || p.level(c.Key) == model.Whole {
		return body, err
	}
	if c, err = p.codec.change(body); err != nil || len(c.Sets) == 0 {
		return body, err
	}
	out := model.Redact(c, p.level(c.Key))
	if &out.Sets[0] == &c.Sets[0] {
		return body, nil
	}
	return p.codec.redactedEntry(body, out.Sets)
}

func (p *purger) record(bucket string, body []byte) ([]byte, error) {
	var r model.Record
	if err := p.codec.dec.Unmarshal(body, &r); err != nil {
		return nil, fmt.Errorf("value in %s: %w: %v", bucket, model.ErrDamaged, err)
	}
	if p.level(r.Key) == model.Whole {
		return body, nil
	}
	return p.codec.enc.Marshal(p.redacted(r))
}

// redacted is a record as it stands in the new file.
func (p *purger) redacted(r model.Record) model.Record {
	if again, ok := p.actions[r.Key]; ok {
		return again
	}
	out, _ := model.RedactRecord(r, p.level(r.Key))
	return out
}

func (p *purger) now(k model.Key) (model.Record, error) {
	r, err := p.codec.read(p.tx, k)
	return p.redacted(r), err
}

func (p *purger) chunk(event model.ID, body []byte) ([]byte, error) {
	if p.levels[model.EventKey(event)] == model.Whole {
		return body, nil
	}
	rs, err := rows(string(body))
	if err != nil {
		return nil, err
	}
	for i, row := range rs {
		r, err := p.codec.guestRecord(event, row)
		if err != nil {
			return nil, err
		}
		r = p.redacted(r)
		if rs[i].body, err = p.codec.packGuest(r); err != nil {
			return nil, err
		}
		rs[i].terms = hall.Terms(model.GuestOf(r))
	}
	return packRows(rs)[valueHeader:], nil
}

// row is an action's row of the board, which shows what other records say as well.
func (p *purger) row(key, body []byte) ([]byte, error) {
	k := model.ActionKey(idAt(key, 0), idAt(key, 16))
	r, err := p.now(k)
	if err != nil {
		return nil, err
	}
	x, err := p.codec.item(r, p.now)
	if err != nil {
		return nil, err
	}
	return board.Pack(nil, x), nil
}

package store

import (
	"bytes"
	"encoding/binary"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/model/hall"
)

// foldAtOnce is how many changes are folded in memory at once; of a longer journal, several passes each take a part of the
// records.
const foldAtOnce = 50_000

// records folds the journal and compares every record with it, part by part.
func (v *verifier) records(tx *bolt.Tx) error {
	parts := v.out.Changes/foldAtOnce + 1
	wrong := make(map[string]int)
	seen := make(map[string]int)
	for part := range parts {
		if err := v.fold(tx, part, parts, wrong, seen); err != nil {
			return err
		}
		v.tell(50 + 35*(part+1)/parts)
	}
	if err := v.unknown(tx, seen, wrong); err != nil {
		return err
	}
	for _, bucket := range buckets() {
		v.found(model.FoundRecord, bucket, wrong[bucket])
	}
	return v.indexes(tx)
}

// fold compares the records of one part. A change whose sets were blanked says nothing of its record any more: that one is
// passed over.
func (v *verifier) fold(tx *bolt.Tx, part, parts int, wrong, seen map[string]int) error {
	records := make(map[model.Key]*model.Record)
	blank := make(map[model.Key]bool)
	err := v.eachOfPart(tx, part, parts, func(c model.Change) error {
		r := records[c.Key]
		if r == nil {
			r = &model.Record{Key: c.Key}
			records[c.Key] = r
		}
		r.Fold(c)
		blank[c.Key] = blank[c.Key] || len(c.Sets) == 0
		return v.ctx.Err()
	})
	if err != nil {
		return err
	}
	var near chunk
	for k, r := range records {
		bucket := recordBucket(k.Kind)
		if k.Kind == model.KindGuest {
			bucket = bucketGuest
		}
		seen[bucket]++
		v.out.Records++
		stored, err := v.read(tx, k, &near)
		if err != nil {
			return err
		}
		if same, err := v.same(*r, stored); err != nil {
			return err
		} else if !same && !blank[k] {
			wrong[bucket]++
		}
	}
	return v.ctx.Err()
}

// eachOfPart calls f with the changes of the records of one part. Which part each is of, the first pass finds out for all.
func (v *verifier) eachOfPart(tx *bolt.Tx, part, parts int, f func(model.Change) error) error {
	cur, i, known := tx.Bucket([]byte(bucketJournal)).Cursor(), 0, len(v.parts) > 0
	for k, value := cur.First(); k != nil; k, value = cur.Next() {
		if i++; known && int(v.parts[i-1]) != part {
			continue
		}
		body, err := v.s.codec.unwrap(bucketJournal, k, value)
		if err != nil {
			return err
		}
		if !known {
			c, _, err := v.s.codec.header(body)
			if err != nil {
				return err
			}
			v.parts = append(v.parts, uint32(partOf(c.Key, parts)))
			if int(v.parts[i-1]) != part {
				continue
			}
		}
		c, err := v.s.codec.change(body)
		if err == nil {
			err = f(c)
		}
		if err != nil {
			return err
		}
	}
	return v.ctx.Err()
}

func (v *verifier) read(tx *bolt.Tx, k model.Key, near *chunk) (model.Record, error) {
	if k.Kind != model.KindGuest {
		return v.s.codec.read(tx, k)
	}
	if !near.covers(k.Event, k.ID) {
		c, err := v.s.codec.chunkFor(tx.Bucket([]byte(bucketGuest)), k.Event, k.ID)
		if err != nil {
			return model.Record{}, err
		}
		*near = c
	}
	return v.s.codec.guestIn(*near, k)
}

// same compares two records as they would be written.
func (v *verifier) same(a, b model.Record) (bool, error) {
	if len(a.Fields) == 0 && len(b.Fields) == 0 {
		return true, nil
	}
	x, err := v.s.codec.enc.Marshal(a)
	if err != nil {
		return false, err
	}
	y, err := v.s.codec.enc.Marshal(b)
	return bytes.Equal(x, y), err
}

// partOf divides records into parts of about the same size.
func partOf(k model.Key, parts int) int {
	return int(binary.BigEndian.Uint32(k.ID[8:])^binary.BigEndian.Uint32(k.Event[8:])) % parts
}

// unknown counts the records that no change speaks of.
func (v *verifier) unknown(tx *bolt.Tx, seen, wrong map[string]int) error {
	for _, bucket := range buckets() {
		switch bucket {
		case bucketMeta, bucketJournal, bucketTrail, bucketByPerson, bucketBoard, bucketNamed, bucketByInst:
			continue
		}
		stored := 0
		err := v.s.codec.each(tx, bucket, nil, func(_, body []byte) error {
			if bucket != bucketGuest {
				stored++
				return nil
			}
			rs, err := rows(string(body))
			stored += len(rs)
			return err
		})
		if err != nil {
			return err
		}
		if more := stored - seen[bucket]; more > 0 {
			wrong[bucket] += more
		}
	}
	return nil
}

// indexes compares the trail with the journal, and the directory and the door's words with the guests.
func (v *verifier) indexes(tx *bolt.Tx) error {
	trail, wrong := 0, 0
	err := v.s.codec.each(tx, bucketTrail, nil, func(k, body []byte) error {
		t, err := parseTrail(k, body)
		if err != nil {
			return err
		}
		trail++
		if c, err := v.s.changeBySeq(tx, t.device, t.seq); err != nil ||
			c.Key.Kind != t.kind || c.Key.ID != t.id || !bytes.Equal(trailKey(c.Key.Event, c.Stamp()), k) {
			wrong++
		}
		return v.ctx.Err()
	})
	if err != nil {
		return err
	}
	v.found(model.FoundIndex, bucketTrail, wrong+max(0, v.out.Changes-trail))
	v.tell(92)
	people, terms := 0, 0
	byPerson := tx.Bucket([]byte(bucketByPerson))
	err = v.s.codec.each(tx, bucketGuest, nil, func(k, body []byte) error {
		rs, err := rows(string(body))
		if err != nil {
			return err
		}
		for _, r := range rs {
			g, err := v.s.codec.guest(idAt(k, 0), r)
			if err != nil {
				return fmt.Errorf("guest: %w", err)
			}
			if hall.Terms(g) != r.terms {
				terms++
			}
			if g.Known() && byPerson.Get(join(personOf([]byte(v.state.Key), g, r.terms), idAt(k, 0), g.ID)) == nil {
				people++
			}
		}
		return v.ctx.Err()
	})
	v.found(model.FoundIndex, bucketByPerson, people)
	v.found(model.FoundIndex, bucketGuest, terms)
	if err == nil {
		err = v.board(tx)
	}
	v.tell(96)
	return err
}

// board compares the rows of the board with the actions that they show, and looks for what the indexes lack.
func (v *verifier) board(tx *bolt.Tx) error {
	rows, named, places := 0, 0, 0
	b := newBatch(tx, v.s.codec, v.state, v.s.now)
	err := v.s.codec.eachRecord(tx, model.KindAction, nil, func(r model.Record) error {
		if err := b.postAction(r.Key); err != nil {
			return err
		}
		return v.ctx.Err()
	})
	if err == nil {
		err = v.s.codec.eachRecord(tx, model.KindQuestion, nil, func(r model.Record) error {
			b.indexInstitution(placeName(model.QuestionOf(r).From), r.Key)
			return v.ctx.Err()
		})
	}
	if err == nil {
		err = b.indexGuests()
	}
	for bucket, wrong := range map[string]*int{bucketBoard: &rows, bucketNamed: &named, bucketByInst: &places} {
		bb := tx.Bucket([]byte(bucket))
		for _, e := range b.puts[bucket] {
			body, err := v.s.codec.unwrap(bucket, e.key, bb.Get(e.key))
			if err != nil || !bytes.Equal(body, e.value[valueHeader:]) {
				*wrong++
			}
		}
		v.found(model.FoundIndex, bucket, *wrong)
	}
	return err
}

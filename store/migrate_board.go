package store

import (
	"time"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// indexActions makes the board, and the indexes of what actions name and of institutions.
func indexActions(tx *bolt.Tx, c codec, st *state) error {
	for _, name := range []string{bucketEvidence, bucketBoard, bucketNamed, bucketByInst} {
		if _, err := tx.CreateBucketIfNotExists([]byte(name)); err != nil {
			return err
		}
	}
	b := newBatch(tx, c, *st, time.Now)
	err := c.eachRecord(tx, model.KindAction, nil, func(r model.Record) error { return b.postAction(r.Key) })
	if err != nil {
		return err
	}
	err = c.eachRecord(tx, model.KindQuestion, nil, func(r model.Record) error {
		b.indexInstitution(placeName(model.QuestionOf(r).From), r.Key)
		return nil
	})
	if err != nil {
		return err
	}
	if err := b.indexGuests(); err != nil {
		return err
	}
	for _, bucket := range []string{bucketBoard, bucketNamed, bucketByInst} {
		if err := b.flushPuts(bucket); err != nil {
			return err
		}
	}
	st.Total = b.state.Total
	return nil
}

// indexGuests notes from which institutions somebody stands on each event's list.
func (b *batchWriter) indexGuests() error {
	var event model.ID
	var seen map[string]bool
	return b.codec.each(b.tx, bucketGuest, nil, func(k, body []byte) error {
		// Chunks of one event stand together.
		if at := idAt(k, 0); at != event || seen == nil {
			event, seen = at, make(map[string]bool)
		}
		rs, err := rows(string(body))
		if err != nil {
			return err
		}
		for _, r := range rs {
			g, err := b.codec.guest(event, r)
			if err != nil {
				return err
			}
			if place := placeOf(g); !seen[place] {
				seen[place] = true
				b.indexInstitution(place, model.GuestKey(event, model.ID{}))
			}
		}
		return nil
	})
}

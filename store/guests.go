package store

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/model/hall"
	"hadir/model/name"
)

// writeGuests puts guests of one event into its chunks. A chunk's key is the ID of its first guest when it was made; guests
// with smaller IDs than any go into the first one.
func (b *batchWriter) writeGuests(event model.ID, records []*model.Record) error {
	fresh := make([]row, len(records))
	for i, r := range records {
		row, err := b.pack(event, *r)
		if err != nil {
			return err
		}
		fresh[i] = row
	}
	slices.SortFunc(fresh, func(x, y row) int { return compareIDs(x.id, y.id) })
	for len(fresh) > 0 {
		n, err := b.writeChunk(event, fresh)
		if err != nil {
			return err
		}
		fresh = fresh[n:]
	}
	return nil
}

// writeChunk merges the first n of fresh, those that belong into one chunk, and tells how many they were.
func (b *batchWriter) writeChunk(event model.ID, fresh []row) (n int, err error) {
	bucket := b.tx.Bucket([]byte(bucketGuest))
	c, err := b.codec.chunkFor(bucket, event, fresh[0].id)
	if err != nil {
		return 0, err
	}
	b.near = chunk{}
	n = len(fresh)
	if !c.last {
		n, _ = slices.BinarySearchFunc(fresh, c.end, func(r row, id model.ID) int { return compareIDs(r.id, id) })
	}
	merged, key := mergeRows(c.rows, fresh[:n]), c.key
	if key == nil {
		key = join(event, merged[0].id)
	}
	// A chunk that has outgrown its size is cut into parts three quarters full, so that the next walk-ins find room.
	part := len(merged)
	if part > chunkSize {
		part = chunkSize * 3 / 4
	}
	for i := 0; i < len(merged); i += part {
		if i > 0 {
			key = join(event, merged[i].id)
		}
		body := packRows(merged[i:min(i+part, len(merged))])
		if err := bucket.Put(key, wrap(bucketGuest, key, body)); err != nil {
			return 0, fmt.Errorf("write %s: %w", bucketGuest, err)
		}
	}
	return n, nil
}

// chunk is one chunk taken apart, and which guests belong into it: those from its begin up to its end. The first chunk of an
// event takes smaller IDs as well, the last one all larger ones.
type chunk struct {
	key         []byte // nil: the event has no chunk yet
	rows        []row
	event       model.ID
	begin, end  model.ID
	first, last bool
}

func (c chunk) covers(event, id model.ID) bool {
	return c.key != nil && c.event == event &&
		(c.first || compareIDs(c.begin, id) <= 0) && (c.last || compareIDs(id, c.end) < 0)
}

// chunkFor finds the chunk that a guest is in or belongs into.
func (c codec) chunkFor(b *bolt.Bucket, event, id model.ID) (chunk, error) {
	cur := b.Cursor()
	want := join(event, id)
	k, v := cur.Seek(want)
	first := false
	if !bytes.Equal(k, want) {
		if k, v = before(cur, k); k == nil || idAt(k, 0) != event {
			k, v = cur.Seek(event[:])
			first = true
		}
	}
	out := chunk{event: event, first: first, last: true}
	if k == nil || idAt(k, 0) != event {
		return out, nil
	}
	out.key, out.begin = bytes.Clone(k), idAt(k, 16)
	body, err := unwrap(bucketGuest, k, v)
	if err != nil {
		return out, err
	}
	if out.rows, err = rows(string(body)); err != nil {
		return out, err
	}
	if k, _ = cur.Next(); k != nil && idAt(k, 0) == event {
		out.end, out.last = idAt(k, 16), false
	}
	return out, nil
}

// guestIn is a guest's record as its chunk has it; empty when it is not there.
func (c codec) guestIn(in chunk, k model.Key) (model.Record, error) {
	i, ok := slices.BinarySearchFunc(in.rows, k.ID, func(r row, id model.ID) int { return compareIDs(r.id, id) })
	if !ok {
		return model.Record{Key: k}, nil
	}
	return c.guestRecord(k.Event, in.rows[i])
}

// before steps back from where a Seek came to stand; past the end, that is the last key.
func before(cur *bolt.Cursor, at []byte) (k, v []byte) {
	if at == nil {
		return cur.Last()
	}
	return cur.Prev()
}

// mergeRows merges two runs of rows by ID; a fresh row takes the place of an old one.
func mergeRows(old, fresh []row) []row {
	out := make([]row, 0, len(old)+len(fresh))
	for len(old) > 0 && len(fresh) > 0 {
		switch c := compareIDs(old[0].id, fresh[0].id); {
		case c < 0:
			out, old = append(out, old[0]), old[1:]
		case c > 0:
			out, fresh = append(out, fresh[0]), fresh[1:]
		default:
			old = old[1:]
		}
	}
	return append(append(out, old...), fresh...)
}

func compareIDs(a, b model.ID) int { return bytes.Compare(a[:], b[:]) }

// pack writes a guest as a row and keeps the directory's index in step. Where a name or an institution is corrected, the entry
// of the earlier one stays: who reads the index compares each with the guest as it is now.
func (b *batchWriter) pack(event model.ID, r model.Record) (row, error) {
	body, err := b.codec.packGuest(r)
	if err != nil {
		return row{}, fmt.Errorf("guest record: %w", err)
	}
	g := model.GuestOf(r)
	terms := hall.Terms(g)
	if g.Name != "" {
		b.put(bucketByPerson, join(personOf([]byte(b.state.Key), g, terms), event, g.ID), []byte{})
	}
	return row{id: g.ID, body: body, terms: terms}, nil
}

// personOf is the person whom a guest is in the directory. The guest's terms hold the folded name already.
func personOf(officeKey []byte, g model.Guest, terms string) model.ID {
	folded, _, _ := strings.Cut(terms, "\t")
	return model.PersonID(officeKey, folded, name.FoldText(cmp.Or(g.Institution, g.Village)))
}

package store

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/model/hall"
	"hadir/model/name"
)

// writeGuests puts guests of one event into its chunks. A chunk's key is the ID of its first guest when it was made; guests
// with smaller IDs than any go into the first one.
func (b *batchWriter) writeGuests(event model.ID, records []*model.Record) error {
	fresh := make([]packed, len(records))
	if err := sideBySide(len(records), func(i int) (err error) {
		fresh[i], err = b.pack(*records[i])
		return err
	}); err != nil {
		return err
	}
	slices.SortFunc(fresh, func(x, y packed) int { return compareIDs(x.id, y.id) })
	rows := make([]row, len(fresh))
	places := make(map[string]bool)
	for i, p := range fresh {
		rows[i] = p.row
		places[p.place] = true
		if !p.person.IsZero() {
			b.put(bucketByPerson, join(p.person, event, p.id), make([]byte, valueHeader))
		}
	}
	b.noteGuests(event, rows)
	for place := range places {
		b.indexInstitution(place, model.GuestKey(event, model.ID{}))
	}
	for len(rows) > 0 {
		n, err := b.writeChunk(event, rows)
		if err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

// sideBySide calls f for 0 to n-1 on all processors, and gives one of the errors if there were any. Folding names is most of
// the work of an import.
func sideBySide(n int, f func(i int) error) error {
	workers := min(runtime.GOMAXPROCS(0), 1+n/64)
	if workers == 1 {
		for i := range n {
			if err := f(i); err != nil {
				return err
			}
		}
		return nil
	}
	return atOnce(workers, func(w int) error {
		for i := w; i < n; i += workers {
			if err := f(i); err != nil {
				return err
			}
		}
		return nil
	})
}

// atOnce calls f for 0 to n-1, all at the same time.
func atOnce(n int, f func(i int) error) error {
	errs := make([]error, n)
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { errs[i] = f(i) })
	}
	wg.Wait()
	return errors.Join(errs...)
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
		v := packRows(merged[i:min(i+part, len(merged))])
		if err := b.state.Total.replace(b.codec, bucket, bucketGuest, key, v); err != nil {
			return 0, err
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
	body, err := c.unwrap(bucketGuest, k, v)
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

// packed is a guest ready for a chunk, who it is in the directory (zero for a seat without a name), and the folded name of
// where it comes from.
type packed struct {
	row
	person model.ID
	place  string
}

// pack writes a guest as a row. Where a name or an institution is corrected, the directory keeps the entry of the earlier
// one: who reads the index compares each with the guest as it is now.
func (b *batchWriter) pack(r model.Record) (packed, error) {
	body, err := b.codec.packGuest(r)
	if err != nil {
		return packed{}, fmt.Errorf("guest record: %w", err)
	}
	g := model.GuestOf(r)
	p := packed{row: row{id: g.ID, body: body, terms: hall.Terms(g)}, place: placeOf(g)}
	if g.Known() {
		p.person = personOf([]byte(b.state.Key), g, p.terms)
	}
	return p, nil
}

// personOf is the person whom a guest is in the directory. The guest's terms hold the folded name already.
func personOf(officeKey []byte, g model.Guest, terms string) model.ID {
	folded, _, _ := strings.Cut(terms, "\t")
	return model.PersonID(officeKey, folded, name.FoldText(cmp.Or(g.Institution, g.Village)))
}

package store

import (
	"bytes"

	"hadir/model"
	"hadir/store/index"
)

// builtKinds are the kinds of records that the index is made of, in the order in which they are read. Events come first: the
// others take their day from them.
func builtKinds() []model.Kind {
	return []model.Kind{model.KindEvent, model.KindQuestion, model.KindAction, model.KindAgenda}
}

// build reads the next records, so many at the most, and files those that are not in the index yet.
func (w *worker) build(most int) error {
	steps := builtKinds()
	at := &w.st.Built
	if int(at.Step) >= len(steps) {
		*at = index.Built{Done: true}
		return noteLists(w.tx, w.s.codec)
	}
	kind := steps[at.Step]
	records, last, err := w.next(kind, at.Key, most)
	if err != nil {
		return err
	}
	at.Key = last
	if last == nil {
		at.Step++
	}
	made := make([]*index.Entry, len(records))
	makers := make([]entries, 2)
	err = side(len(records), makers, func(x *entries, i int) {
		e := x.of(records[i], 0)
		made[i] = &e
	})
	if err != nil {
		return err
	}
	sh := shelf{w.tx, w.s.codec}
	fresh := made[:0]
	for _, e := range made {
		waits, err := sh.Get(index.Pending, index.PendingKey(e.Key))
		if err != nil {
			return err
		}
		old, err := index.Find(sh, e.Key)
		if err != nil {
			return err
		}
		if waits == nil && old == 0 && !e.Gone {
			fresh = append(fresh, e)
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	return index.Flush(sh, w.st, fresh)
}

// next reads records after a key; last is the key of the last one, nil at the end of the bucket. A record that is damaged is passed
// over: whoever opens it is told.
func (w *worker) next(kind model.Kind, after []byte, most int) (out []model.Record, last []byte, err error) {
	name := recordBucket(kind)
	cur := w.tx.Bucket([]byte(name)).Cursor()
	k, v := cur.Seek(after)
	if k != nil && after != nil && bytes.Equal(k, after) {
		k, v = cur.Next()
	}
	for ; k != nil && len(out) < most; k, v = cur.Next() {
		last = bytes.Clone(k)
		body, err := w.s.codec.unwrap(name, k, v)
		if err != nil {
			continue
		}
		var r model.Record
		if w.s.codec.dec.Unmarshal(body, &r) == nil {
			out = append(out, r)
		}
	}
	if k == nil {
		last = nil
	}
	return out, last, nil
}

// side calls f for 0 to n-1 on as many processors as there are makers, each with one of its own.
func side(n int, makers []entries, f func(x *entries, i int)) error {
	return atOnce(len(makers), func(m int) error {
		for i := m; i < n; i += len(makers) {
			f(&makers[m], i)
		}
		return nil
	})
}

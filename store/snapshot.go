package store

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// A snapshot is every value of the database as it stood in one moment: a head frame with the state, frames of rows, and an end
// frame that says how many there were. A row is
//
//	length and name of the bucket, length and key, length and value (each length a uvarint)
//
// Values keep their headers, so each still proves itself, and stay as they are sealed.
const rowsSize = 1 << 20 // bytes of rows in a frame

// writeSnapshot writes a snapshot of what a transaction sees to a new file at path: aside, synced, read again, and only then
// under its name.
func writeSnapshot(ctx context.Context, d Disk, c codec, tx *bolt.Tx, path string) (err error) {
	st, err := c.state(tx)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	tmp := path + ".new"
	f, err := d.OpenFile(tmp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	w := &snapshotWriter{ctx: ctx, f: f, count: numbered(st).Count}
	if err = w.all(c, tx, st); err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err == nil {
		_, err = readSnapshot(ctx, c, tmp, nil)
	}
	if err != nil {
		// Half a snapshot helps nobody; the error says why there is none.
		_ = d.Remove(tmp)
		return err
	}
	if err := d.Rename(tmp, path); err != nil {
		return err
	}
	return d.SyncDir(filepath.Dir(path))
}

type snapshotWriter struct {
	ctx   context.Context
	f     File
	count uint64
	last  digest
	rows  []byte
	total total
}

func (w *snapshotWriter) all(c codec, tx *bolt.Tx, st state) error {
	head, err := c.head(st)
	if err != nil {
		return err
	}
	if err := w.frame(frameHead, head); err != nil {
		return err
	}
	err = tx.ForEach(func(name []byte, b *bolt.Bucket) error {
		return b.ForEach(func(k, v []byte) error {
			if !summed(string(name)) {
				return nil
			}
			if !intact(string(name), k, v) {
				return fmt.Errorf("value in %s: %w", name, model.ErrDamaged)
			}
			w.total.add(string(name), k, v)
			return w.row(name, k, v)
		})
	})
	if err == nil && len(w.rows) > 0 {
		err = w.frame(frameRows, w.rows)
	}
	if err != nil {
		return err
	}
	if st.totalled() && w.total != st.Total {
		return fmt.Errorf("snapshot: values are missing: %w", model.ErrDamaged)
	}
	end, err := c.enc.Marshal(w.total)
	if err != nil {
		return err
	}
	return w.frame(frameEnd, end)
}

func (w *snapshotWriter) row(bucket, k, v []byte) error {
	for _, part := range [][]byte{bucket, k, v} {
		w.rows = binary.AppendUvarint(w.rows, uint64(len(part)))
		w.rows = append(w.rows, part...)
	}
	if len(w.rows) < rowsSize {
		return nil
	}
	err := w.frame(frameRows, w.rows)
	w.rows = w.rows[:0]
	return err
}

func (w *snapshotWriter) frame(kind frameKind, body []byte) error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	b, sum := appendFrame(make([]byte, 0, frameHeader+len(body)), frame{kind: kind, from: w.count, to: w.count, before: w.last, body: body})
	w.last = sum
	_, err := w.f.Write(b)
	return err
}

// readSnapshot proves a snapshot, every frame and every value of it, and gives each row to each, which may be nil. The error
// wraps [model.ErrDamaged] when it is not whole; rows that were given before may be used all the same, each proves itself.
func readSnapshot(ctx context.Context, c codec, path string, each func(bucket string, key, value []byte) error) (st state, err error) {
	f, err := os.Open(path)
	if err != nil {
		return st, classify(err)
	}
	// Reading is all that was done with it.
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return st, classify(err)
	}
	r := snapshotReader{c: c, each: each}
	s, err := scan(f, info.Size(), func(f frame) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		return r.take(f)
	})
	if err == nil && (s.holes > 0 || s.torn || s.last.kind != frameEnd || !r.ended || r.bad) {
		err = fmt.Errorf("snapshot: %w", model.ErrDamaged)
	}
	return r.state, err
}

type snapshotReader struct {
	c     codec
	each  func(bucket string, key, value []byte) error
	state state
	total total
	ended bool
	bad   bool
}

func (r *snapshotReader) take(f frame) error {
	switch f.kind {
	case frameHead:
		var h logHead
		if err := r.c.dec.Unmarshal(f.body, &h); err != nil {
			return fmt.Errorf("snapshot: %w: %v", model.ErrDamaged, err)
		}
		if h.State.Schema > schema {
			return ErrNewer
		}
		r.state = h.State
		if r.c.opens(h.State) {
			var err error
			if r.state, err = r.c.inner(h.State); err != nil {
				return err
			}
		}
	case frameRows:
		return r.rows(f.body)
	case frameEnd:
		var t total
		r.ended = r.c.dec.Unmarshal(f.body, &t) == nil && t == r.total && (t == r.state.Total || !r.state.totalled())
	}
	return nil
}

func (r *snapshotReader) rows(body []byte) error {
	for len(body) > 0 {
		var parts [3][]byte
		for i := range parts {
			n, size := binary.Uvarint(body)
			if size <= 0 || n > uint64(len(body)-size) {
				r.bad = true
				return nil
			}
			parts[i], body = body[size:size+int(n)], body[size+int(n):]
		}
		bucket := string(parts[0])
		if !intact(bucket, parts[1], parts[2]) {
			r.bad = true
			continue
		}
		r.total.add(bucket, parts[1], parts[2])
		if r.each != nil {
			if err := r.each(bucket, parts[1], parts[2]); err != nil {
				return err
			}
		}
	}
	return nil
}

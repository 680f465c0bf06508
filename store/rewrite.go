package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// transform gives what is written in the place of a body, or that nothing is.
type transform func(bucket string, key, body []byte) (out []byte, keep bool, err error)

// keepAll is the transform that changes nothing.
func keepAll(_ string, _, body []byte) ([]byte, bool, error) { return body, true, nil }

// plan looks at a database and says how it is to be written anew: with which codec, and what becomes of each value.
type plan func(s *Store, tx *bolt.Tx) (to codec, t transform, err error)

// rewrite makes the database at path anew, value by value, so that no page of it holds what is not in it any more: pages that
// bbolt has freed keep what stood in them. The new file is made aside, proved and synced, and moved into the old one's place;
// then what stood beside that is swept away (see sweep.go). A power cut leaves the old file or the new one, and the sweeping
// is ended by the next start. Nobody else can have the database open.
func rewrite(ctx context.Context, path string, o Options, p plan) (Swept, error) {
	o = o.withDefaults()
	s, err := Open(path, o)
	if err != nil {
		return Swept{}, err
	}
	path = s.path
	lock := s.lock
	s.lock = nil // it is kept until all is done
	out, err := s.rewrite(ctx, o, p)
	if err != nil {
		err = fmt.Errorf("write %s anew: %w", path, classify(err))
	}
	return out, errors.Join(err, s.Close(), lock.release())
}

func (s *Store) rewrite(ctx context.Context, o Options, p plan) (out Swept, err error) {
	if s.readOnly {
		return out, model.ErrReadOnly
	}
	tmp := s.path + ".tmp"
	to, err := s.copyAnew(ctx, o, p, tmp)
	if err == nil {
		err = syncFile(o.Disk, tmp)
	}
	if err != nil {
		return out, errors.Join(err, remove(o.Disk, tmp))
	}
	if err := s.carryDrafts(ctx, to); err != nil {
		return out, errors.Join(err, remove(o.Disk, tmp))
	}
	if err := s.Close(); err != nil {
		return out, errors.Join(err, remove(o.Disk, tmp))
	}
	forWiping(s.path)
	if err := errors.Join(o.Disk.Rename(tmp, s.path), o.Disk.SyncDir(filepath.Dir(s.path))); err != nil {
		return out, err
	}
	o.held = to
	next, err := open(s.path, false, o)
	if err != nil {
		return out, err
	}
	go next.write()
	return next.swept, next.Close()
}

// copyAnew writes the new file, and reads it again.
func (s *Store) copyAnew(ctx context.Context, o Options, p plan, tmp string) (to codec, err error) {
	if err := remove(o.Disk, tmp); err != nil {
		return to, err
	}
	db, err := o.Disk.Bolt(tmp, &bolt.Options{Timeout: o.Wait, FreelistType: bolt.FreelistMapType, NoSync: true})
	if err != nil {
		return to, err
	}
	err = s.view(func(tx *bolt.Tx) (err error) {
		var t transform
		if to, t, err = p(s, tx); err != nil {
			return err
		}
		if t, err = s.withoutPurged(tx, t); err != nil {
			return err
		}
		w := &rewriter{ctx: ctx, from: s.codec, to: to, db: db, change: t, size: tx.Size(), progress: o.Progress}
		return w.all(tx)
	})
	if err = errors.Join(err, db.Close()); err != nil {
		return to, err
	}
	j, err := judge(ctx, to, tmp, true, nil)
	if err == nil && !j.sound() {
		err = fmt.Errorf("the file that was written anew: %w", j.trouble())
	}
	return to, err
}

// rewriteAtOnce is how many bytes of values go into one transaction: bbolt holds them in memory until it ends.
const rewriteAtOnce = 8 << 20

type rewriter struct {
	ctx      context.Context
	from, to codec
	db       *bolt.DB
	change   transform
	total    total
	tx       *bolt.Tx // of the new file; nil between two
	held     int      // bytes that it holds
	done     int64    // bytes that were copied
	size     int64    // of the old file
	progress func(done, total uint64)
}

func (w *rewriter) all(old *bolt.Tx) error {
	st, err := w.from.state(old)
	if err != nil {
		return err
	}
	err = old.ForEach(func(name []byte, b *bolt.Bucket) error { return w.bucket(string(name), b) })
	if err == nil {
		err = w.commit()
	}
	if err != nil {
		if w.tx != nil {
			err = errors.Join(err, w.tx.Rollback())
		}
		return err
	}
	st.Total, st.Sweep, st.Purge = w.total, true, false
	return w.db.Update(func(tx *bolt.Tx) error { return w.to.putState(tx, st) })
}

func (w *rewriter) bucket(name string, old *bolt.Bucket) error {
	if err := w.begin(); err != nil {
		return err
	}
	if _, err := w.tx.CreateBucketIfNotExists([]byte(name)); err != nil {
		return err
	}
	if name == bucketMeta {
		return nil // the state, which is written at the end
	}
	return old.ForEach(func(k, v []byte) error { return w.value(name, k, v) })
}

func (w *rewriter) value(bucket string, key, v []byte) error {
	body, err := w.from.unwrap(bucket, key, v)
	if err != nil {
		return err
	}
	body, keep, err := w.change(bucket, key, body)
	if err != nil || !keep {
		return err
	}
	if err := w.begin(); err != nil {
		return err
	}
	b := w.tx.Bucket([]byte(bucket))
	b.FillPercent = 0.9 // they come in the order of their keys
	out := w.to.wrap(bucket, key, body)
	w.total.add(bucket, key, out)
	if err := b.Put(key, out); err != nil {
		return err
	}
	if w.held += len(key) + len(out); w.held >= rewriteAtOnce {
		return w.commit()
	}
	return nil
}

func (w *rewriter) begin() (err error) {
	if w.tx == nil {
		w.tx, err = w.db.Begin(true)
	}
	return err
}

func (w *rewriter) commit() error {
	if w.tx == nil {
		return nil
	}
	tx := w.tx
	w.done, w.tx, w.held = w.done+int64(w.held), nil, 0
	if w.progress != nil {
		w.progress(uint64(min(w.done, w.size)), uint64(w.size))
	}
	return errors.Join(tx.Commit(), w.ctx.Err())
}

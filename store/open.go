package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"hadir/model"
)

// What can keep [Open] from opening a file. The errors that it returns wrap one of these and name the file.
var (
	ErrLocked      = errors.New("another Hadir has the database open")
	ErrNotDatabase = errors.New("not a Hadir database")
	ErrNewer       = errors.New("written by a newer Hadir")
)

// Open opens the database at path, and makes it if there is none. Only one process can have it open: a second one gets
// [ErrLocked] after Options.Wait. A file that cannot be written is opened for reading.
//
// The order matters. The lock comes first, before anything is looked at: a process that judged a file while another one
// writes it would judge wrongly. A new file is built aside, synced and renamed, since bbolt's own first start can leave a
// file that nothing opens when the power fails in it.
func Open(path string, o Options) (*Store, error) {
	o = o.withDefaults()
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	readOnly, err := prepare(path)
	if err != nil {
		return nil, err
	}
	lock := &fileLock{}
	if !readOnly {
		if lock, err = acquire(path+".lock", o.Wait); err != nil {
			return nil, fmt.Errorf("open %s: %w", path, err)
		}
	}
	s, err := open(path, readOnly, o)
	if err != nil {
		return nil, errors.Join(err, lock.release())
	}
	s.lock = lock
	go s.write()
	return s, nil
}

// prepare makes the folder and finds out whether there is only something to read.
func prepare(path string) (readOnly bool, err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return false, fmt.Errorf("open %s: %w", path, classify(err))
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	switch {
	case err == nil:
		return false, f.Close()
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case errors.Is(err, fs.ErrPermission) || errors.Is(classify(err), model.ErrReadOnly):
		return true, nil
	}
	return false, fmt.Errorf("open %s: %w", path, classify(err))
}

func open(path string, readOnly bool, o Options) (*Store, error) {
	c, err := newCodec()
	if err != nil {
		return nil, err
	}
	switch err := looksLikeDatabase(path); {
	case errors.Is(err, fs.ErrNotExist):
		if err := create(path, c, o); err != nil {
			return nil, fmt.Errorf("create %s: %w", path, classify(err))
		}
	case err != nil:
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	db, err := openBolt(path, readOnly, o.Wait)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	s := &Store{
		db: db, path: path, codec: c, readOnly: readOnly, now: o.Now,
		queue: make(chan *request, 64), closing: make(chan struct{}), written: make(chan struct{}),
	}
	s.watch.start()
	if err := s.load(); err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", path, err), db.Close())
	}
	return s, nil
}

func openBolt(path string, readOnly bool, wait time.Duration) (*bolt.DB, error) {
	db, err := bolt.Open(path, 0o600, &bolt.Options{
		Timeout: max(wait, 100*time.Millisecond), FreelistType: bolt.FreelistMapType, ReadOnly: readOnly,
		InitialMmapSize: initialMap,
	})
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return nil, ErrLocked
	case errors.Is(err, berrors.ErrInvalid), errors.Is(err, berrors.ErrChecksum), errors.Is(err, berrors.ErrVersionMismatch):
		return nil, fmt.Errorf("%w: %w", ErrNotDatabase, err)
	case err != nil:
		return nil, classify(err)
	}
	return db, nil
}

// create builds the first file beside its place and moves it there once it is whole and on disk.
func create(path string, c codec, o Options) error {
	tmp := path + ".new"
	if err := os.Remove(tmp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	db, err := bolt.Open(tmp, 0o600, &bolt.Options{Timeout: o.Wait, FreelistType: bolt.FreelistMapType})
	if err != nil {
		return err
	}
	if err := db.Update(func(tx *bolt.Tx) error { return fill(tx, c, o) }); err != nil {
		return errors.Join(err, db.Close())
	}
	if err := errors.Join(db.Sync(), db.Close()); err != nil {
		return err
	}
	if err := os.Rename(tmp, path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

// fill makes the buckets and draws the names of a new database.
func fill(tx *bolt.Tx, c codec, o Options) error {
	for _, b := range buckets() {
		if _, err := tx.CreateBucket([]byte(b)); err != nil {
			return fmt.Errorf("bucket %s: %w", b, err)
		}
	}
	device, err := drawDevice(o.Rand)
	if err != nil {
		return err
	}
	key, err := drawKey(o.Rand)
	if err != nil {
		return err
	}
	id, err := model.NewID(o.Rand)
	if err != nil {
		return err
	}
	b := newBatch(tx, c, state{Schema: schema, Device: device, Created: o.Now().UnixMilli()}, o.Now)
	first := model.Act{ID: id, Wall: o.Now(), Verb: model.VerbCreate}
	if err := b.take([]model.Change{first.Change(model.OfficeSettings(), model.Write(model.OfficeKey, key))}); err != nil {
		return err
	}
	return b.flush()
}

// load reads the state and brings an older file up to date.
func (s *Store) load() error {
	err := s.db.View(func(tx *bolt.Tx) (err error) {
		s.state, err = s.codec.state(tx)
		return err
	})
	if err != nil {
		return err
	}
	if err := s.migrate(); err != nil || s.readOnly {
		return err
	}
	return s.finish()
}

func (c codec) state(tx *bolt.Tx) (state, error) {
	var st state
	b := tx.Bucket([]byte(bucketMeta))
	if b == nil {
		return st, ErrNotDatabase
	}
	body, err := unwrap(bucketMeta, stateKey(), b.Get(stateKey()))
	if err != nil {
		return st, err
	}
	if err := c.dec.Unmarshal(body, &st); err != nil {
		return st, fmt.Errorf("state: %w: %v", model.ErrDamaged, err)
	}
	return st, nil
}

func stateKey() []byte { return []byte("state") }

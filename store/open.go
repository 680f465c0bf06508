package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"hadir/model"
	"hadir/store/index"
	"hadir/store/seal"
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

// open looks at the file, makes it again where it has to, and takes over what stands in the rescue log alone.
func open(path string, readOnly bool, o Options) (*Store, error) {
	c, err := newCodec()
	if err != nil {
		return nil, err
	}
	s := &Store{
		path: path, codec: c, readOnly: readOnly, now: o.Now, disk: o.Disk, rand: o.Rand, marks: o.Marks,
		queue: make(chan *request, 64), jobs: make(chan func()), wake: make(chan struct{}, 1),
		closing: make(chan struct{}), written: make(chan struct{}),
	}
	s.log = &rescueLog{disk: o.Disk, folder: rescueFolder(path), codec: c}
	if err := s.settle(o); err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	s.idle.more = true
	if o.Rest > 0 {
		s.idle.start = time.After(o.Rest)
	}
	s.watch.start()
	if err := s.begin(); err != nil {
		s.watch.stop()
		s.mark.close()
		return nil, errors.Join(fmt.Errorf("open %s: %w", path, err), s.closeFiles())
	}
	return s, nil
}

// settle opens the database once it is sound.
func (s *Store) settle(o Options) error {
	ctx := context.Background()
	j, err := judge(ctx, s.codec, s.path, false, o.Progress)
	if err != nil {
		return err
	}
	if j.sound() && !j.full && !orderly(rescueFolder(s.path), j.state.Count) {
		if j, err = judge(ctx, s.codec, s.path, true, o.Progress); err != nil {
			return err
		}
	}
	if j.sound() {
		if err := s.unlock(j, j.state.Lock, o); err != nil {
			return err
		}
	}
	switch {
	case !j.there && !s.hasRescue():
		if err := create(s.path, s.codec, o); err != nil {
			return fmt.Errorf("create: %w", classify(err))
		}
	case !j.there || !j.sound():
		if err := s.unlockAndMend(ctx, j, o, "damaged"); err != nil {
			return err
		}
	case s.isBehind(j):
		// An older copy, and the logs do not reach back to it.
		if err := s.unlockAndMend(ctx, j, o, "older"); err != nil {
			return err
		}
	case j.Metas.Sound < 2:
		s.fell = true
	}
	if err := s.openBolt(o); err != nil {
		return err
	}
	if err := s.load(); err != nil {
		return errors.Join(err, s.db.Close())
	}
	return nil
}

// unlock makes the store's codec one that reads what was sealed under a lock; nil: nothing was.
func (s *Store) unlock(j *judged, l *seal.Lock, o Options) (err error) {
	if s.codec, err = s.codec.unlocked(s.path, l, o); err != nil {
		return err
	}
	s.log.codec = s.codec
	if j.ours {
		j.state, err = s.codec.inner(j.state)
	}
	return err
}

// unlockAndMend makes a database again that may be sealed: then the lock stands in what is beside it.
func (s *Store) unlockAndMend(ctx context.Context, j *judged, o Options, why string) error {
	if s.codec.box == nil {
		if err := s.unlock(j, lockOf(s.codec, j, rescueFolder(s.path)), o); err != nil {
			return err
		}
	}
	return s.mend(ctx, j, o, why)
}

// hasRescue reports whether there is anything to make a database again from.
func (s *Store) hasRescue() bool {
	logs, snaps, err := list(rescueFolder(s.path))
	return err == nil && len(logs)+len(snaps) > 0
}

// isBehind reports whether a snapshot holds more than the database, and the logs do not begin where it ends.
func (s *Store) isBehind(j *judged) bool {
	if s.readOnly || !j.state.totalled() {
		return false
	}
	_, snaps, err := list(rescueFolder(s.path))
	if err != nil || len(snaps) == 0 || snaps[len(snaps)-1].Count <= j.state.Count {
		return false
	}
	g, err := gather(s.codec, rescueFolder(s.path), j.state.File, j.state.Count)
	return err == nil && !g.strange && (len(g.frames) == 0 || g.frames[0].from > j.state.Count)
}

// mend makes the database again beside the damaged one, which is then kept under another name.
func (s *Store) mend(ctx context.Context, j *judged, o Options, why string) error {
	from := sources{folder: rescueFolder(s.path), judged: j}
	if j.there {
		from.damaged = s.path
	}
	if s.readOnly {
		return s.lend(ctx, o, from, j.trouble())
	}
	tmp := s.path + ".tmp"
	r, err := rebuild(ctx, s.codec, o, from, tmp)
	if errors.Is(classify(err), model.ErrNoSpace) && s.freeReserve() {
		r, err = rebuild(ctx, s.codec, o, from, tmp)
	}
	if err := classify(err); errors.Is(err, model.ErrNoSpace) || errors.Is(err, model.ErrReadOnly) {
		_ = remove(o.Disk, tmp)
		return s.lend(ctx, o, from, err)
	}
	if err == nil && !s.hasRescue() && (r.lost > 0 || !r.proved) {
		// Nothing stands beside the file: what could be taken out of it is for a person to judge.
		err = j.trouble()
	}
	if err != nil {
		_ = remove(o.Disk, tmp)
		if errors.Is(err, ErrNotDatabase) && j.there {
			return j.trouble()
		}
		return classify(err)
	}
	kept := ""
	if j.there {
		kept, err = replaceDamaged(o.Disk, s.path, tmp, why)
	} else if err = o.Disk.Rename(tmp, s.path); err == nil {
		err = o.Disk.SyncDir(filepath.Dir(s.path))
	}
	if err != nil {
		return classify(err)
	}
	for _, n := range r.notices(kept) {
		s.note(n)
	}
	s.due = true
	return nil
}

func opening(err error) error {
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return ErrLocked
	case errors.Is(err, berrors.ErrInvalid), errors.Is(err, berrors.ErrChecksum), errors.Is(err, berrors.ErrVersionMismatch):
		return fmt.Errorf("%w: %w", ErrNotDatabase, err)
	}
	return classify(err)
}

// create builds the first file beside its place and moves it there once it is whole and on disk.
func create(path string, c codec, o Options) error {
	tmp := path + ".new"
	if err := remove(o.Disk, tmp); err != nil {
		return err
	}
	db, err := o.Disk.Bolt(tmp, &bolt.Options{Timeout: o.Wait, FreelistType: bolt.FreelistMapType})
	if err != nil {
		return err
	}
	if err := db.Update(func(tx *bolt.Tx) error { return fill(tx, c, o) }); err != nil {
		return errors.Join(err, db.Close())
	}
	if err := errors.Join(db.Close(), syncFile(o.Disk, tmp)); err != nil {
		return err
	}
	if err := o.Disk.Rename(tmp, path); err != nil {
		return err
	}
	return o.Disk.SyncDir(filepath.Dir(path))
}

// fill makes the buckets and draws the names of a new database.
func fill(tx *bolt.Tx, c codec, o Options) error {
	if err := makeBuckets(tx, c); err != nil {
		return err
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
	b := newBatch(tx, c, state{Schema: schema, Device: device, Created: o.Now().UnixMilli(), File: fileOf(device)}, o.Now)
	// Nothing is there to be indexed yet.
	st := index.NewState(language)
	if err := st.Write(shelf{tx, c}); err != nil {
		return err
	}
	first := model.Act{ID: id, Wall: o.Now(), Verb: model.VerbCreate}
	if err := b.take([]model.Change{first.Change(model.OfficeSettings(), model.Write(model.OfficeKey, key))}); err != nil {
		return err
	}
	return b.flush()
}

// makeBuckets makes what stands in a file of which nothing was written yet, and what a snapshot of an older form lacks.
func makeBuckets(tx *bolt.Tx, c codec) error {
	for _, b := range buckets() {
		if _, err := tx.CreateBucketIfNotExists([]byte(b)); err != nil {
			return fmt.Errorf("bucket %s: %w", b, err)
		}
	}
	return addSearch(tx, c, nil)
}

// fileOf names a file after the device that made it. The name stays when the device's is drawn anew.
func fileOf(d model.Device) model.ID { return model.HashID(nil, "file", d.String()) }

// load reads the state and brings an older file up to date.
func (s *Store) load() error {
	err := s.guard(func() error {
		return s.db.View(func(tx *bolt.Tx) (err error) {
			s.state, err = s.codec.state(tx)
			return err
		})
	})
	if err != nil {
		return err
	}
	return s.migrate()
}

func (c codec) state(tx *bolt.Tx) (state, error) {
	var st state
	b := tx.Bucket([]byte(bucketMeta))
	if b == nil {
		return st, ErrNotDatabase
	}
	body, err := c.unwrap(bucketMeta, stateKey(), b.Get(stateKey()))
	if err != nil {
		return st, err
	}
	if err := c.dec.Unmarshal(body, &st); err != nil {
		return st, fmt.Errorf("state: %w: %v", model.ErrDamaged, err)
	}
	return c.inner(st)
}

func stateKey() []byte { return []byte("state") }

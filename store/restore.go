package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// Backup writes a snapshot to a file of that name, proved by reading it again. A file that is there already is not written
// over: the error is [fs.ErrExist].
func (s *Store) Backup(ctx context.Context, file string) error {
	if _, err := os.Lstat(file); err == nil {
		return fmt.Errorf("backup: %w", fs.ErrExist)
	}
	err := s.view(func(tx *bolt.Tx) error { return writeSnapshot(ctx, s.disk, s.codec, tx, file) })
	if err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	return nil
}

// Restored says what a restore or a rescue has done.
type Restored struct {
	Count   uint64   // changes that the new file holds
	Lost    int      // changes whose numbers are known and that are in no copy
	Proved  bool     // that there was nothing later is known
	Kept    []string // where what stood there before is kept
	Missing []model.Loss
}

// Restore puts a backup in the place of the database at path. The backup is proved first, and the new file made beside; what
// stood at path, its rescue files with it, is kept under another name. The device's name is drawn anew: the copy that the
// backup was taken from may live on elsewhere. A backup is a snapshot, a database file that is sound, or a folder of copies (see
// second.go), of which as much is taken as proves itself: the outcome says whether anything is missing.
func Restore(ctx context.Context, path, backup string, o Options) (out Restored, err error) {
	o = o.withDefaults()
	if path, err = filepath.Abs(path); err != nil {
		return out, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return out, fmt.Errorf("restore %s: %w", path, classify(err))
	}
	lock, err := acquire(path+".lock", o.Wait)
	if err != nil {
		return out, fmt.Errorf("restore %s: %w", path, err)
	}
	defer func() { err = errors.Join(err, lock.release()) }()
	tmp := path + ".tmp"
	if out, err = fromBackup(ctx, backup, tmp, o); err != nil {
		return out, errors.Join(fmt.Errorf("restore from %s: %w", backup, err), remove(o.Disk, tmp))
	}
	for _, old := range []string{path, rescueFolder(path)} {
		if _, err := os.Lstat(old); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		kept, err := aside(old, "before-restore")
		if err == nil {
			err = o.Disk.Rename(old, kept)
		}
		if err != nil {
			return out, fmt.Errorf("restore %s: %w", path, classify(err))
		}
		out.Kept = append(out.Kept, kept)
	}
	if err := errors.Join(o.Disk.Rename(tmp, path), o.Disk.SyncDir(filepath.Dir(path))); err != nil {
		return out, fmt.Errorf("restore %s: %w", path, classify(err))
	}
	return out, nil
}

// fromBackup makes a database of a backup, under a new device's name and a new file's.
func fromBackup(ctx context.Context, backup, tmp string, o Options) (out Restored, err error) {
	c, err := newCodec()
	if err != nil {
		return out, err
	}
	if info, err := os.Stat(backup); err == nil && info.IsDir() {
		return fromFolder(ctx, c, backup, tmp, o)
	}
	first, err := readSnapshot(ctx, c, backup, nil)
	switch {
	case err == nil:
		if c, err = c.unlocked(strings.TrimSuffix(tmp, ".tmp"), first.Lock, o); err != nil {
			return out, err
		}
		if err := makeFrom(ctx, c, o, tmp, func(r *rebuilder) error {
			st, err := readSnapshot(ctx, c, backup, nil)
			if err != nil {
				return err
			}
			return r.load(backup, numbered(st))
		}); err != nil {
			return out, err
		}
	case errors.Is(err, model.ErrDamaged):
		j, e := judge(ctx, c, backup, true, nil)
		if e != nil {
			return out, e
		}
		if j.short {
			// Not a database either: what is wrong with the snapshot is the answer, if it is one.
			return out, notBackup(backup, err)
		}
		if !j.sound() {
			return out, j.trouble()
		}
		if c, err = c.unlocked(strings.TrimSuffix(tmp, ".tmp"), j.state.Lock, o); err != nil {
			return out, err
		}
		if err := copyFile(o.Disk, backup, tmp); err != nil {
			return out, classify(err)
		}
		if err := makeFrom(ctx, c, o, tmp, nil); err != nil {
			return out, err
		}
	default:
		return out, err
	}
	j, err := judge(ctx, c, tmp, true, nil)
	if err == nil && !j.sound() {
		err = j.trouble()
	}
	out.Count, out.Proved = j.state.Count, true
	return out, err
}

// fromFolder makes a database of a folder of copies, as [Rescue] does.
func fromFolder(ctx context.Context, c codec, backup, tmp string, o Options) (out Restored, err error) {
	from, err := leftAt(ctx, c, backup)
	if err != nil {
		return out, err
	}
	if c, err = c.unlocked(strings.TrimSuffix(tmp, ".tmp"), lockOf(c, from.judged, from.folder), o); err != nil {
		return out, err
	}
	r, err := rebuild(ctx, c, o, from, tmp)
	if err != nil {
		return out, classify(err)
	}
	if err := makeFrom(ctx, c, o, tmp, nil); err != nil {
		return out, err
	}
	return Restored{Count: r.state.Count, Lost: r.lost, Proved: r.proved}, nil
}

// notBackup tells a damaged backup from a file that is none.
func notBackup(path string, err error) error {
	f, e := os.Open(path)
	if e != nil {
		return classify(e)
	}
	// Reading is all that was done with it.
	defer f.Close()
	info, e := f.Stat()
	if e != nil {
		return classify(e)
	}
	if nextFrame(f, 0, info.Size()) < 0 {
		return ErrNotDatabase
	}
	return err
}

// makeFrom fills a new file, or takes the one that is there, brings it to this version's form and renews its names.
func makeFrom(ctx context.Context, c codec, o Options, tmp string, fill func(*rebuilder) error) error {
	if fill != nil {
		if err := remove(o.Disk, tmp); err != nil {
			return err
		}
	}
	db, err := o.Disk.Bolt(tmp, &bolt.Options{Timeout: o.Wait, FreelistType: bolt.FreelistMapType, NoSync: true})
	if err != nil {
		return opening(err)
	}
	r := &rebuilder{ctx: ctx, codec: c, o: o, db: db, pool: newPool(c)}
	if fill != nil {
		err = fill(r)
	} else {
		err = db.Update(func(tx *bolt.Tx) (err error) {
			if r.state, err = c.state(tx); err != nil {
				return err
			}
			return migrateTo(tx, c, &r.state)
		})
	}
	if err == nil {
		err = db.Update(func(tx *bolt.Tx) error {
			id, err := model.NewID(o.Rand)
			if err != nil {
				return err
			}
			r.state.File = id
			return renew(tx, c, r.state, o)
		})
	}
	if err = errors.Join(err, db.Close()); err == nil {
		err = syncFile(o.Disk, tmp)
	}
	return err
}

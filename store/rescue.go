package store

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/store/check"
)

// Rescue makes a good database at out from whatever is left of the one at path: the file itself, its rescue folder, and what
// earlier starts have kept aside. A path that is a folder is one of copies, or the second folder that they stand in. None of
// those is changed, and nothing is written beside them. What could not be saved is listed, as far as anything that is left still
// tells of it. A file that is at out already is not written over: the error is [fs.ErrExist].
func Rescue(ctx context.Context, path, out string, o Options) (res Restored, err error) {
	o = o.withDefaults()
	c, err := newCodec()
	if err != nil {
		return res, err
	}
	if _, err := os.Lstat(out); err == nil {
		return res, fmt.Errorf("rescue: %w", fs.ErrExist)
	}
	from, err := leftAt(ctx, c, path)
	if err != nil {
		return res, fmt.Errorf("rescue %s: %w", path, err)
	}
	if c, err = c.unlocked(out, lockOf(c, from.judged, from.folder), o); err != nil {
		return res, fmt.Errorf("rescue %s: %w", path, err)
	}
	if from.judged.ours {
		if from.judged.state, err = c.inner(from.judged.state); err != nil {
			return res, fmt.Errorf("rescue %s: %w", path, err)
		}
	}
	tmp := out + ".tmp"
	if err := os.MkdirAll(filepath.Dir(out), 0o700); err != nil {
		return res, fmt.Errorf("rescue: %w", classify(err))
	}
	r, err := rebuild(ctx, c, o, from, tmp)
	if err != nil {
		return res, errors.Join(fmt.Errorf("rescue %s: %w", path, classify(err)), remove(o.Disk, tmp))
	}
	if err := errors.Join(o.Disk.Rename(tmp, out), o.Disk.SyncDir(filepath.Dir(out))); err != nil {
		return res, fmt.Errorf("rescue: %w", classify(err))
	}
	res = Restored{Count: r.state.Count, Lost: r.lost, Proved: r.proved}
	res.Missing, err = losses(ctx, c, from, out)
	return res, err
}

// leftAt finds what is left of the database at a path.
func leftAt(ctx context.Context, c codec, path string) (from sources, err error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		from.judged = &judged{Result: &check.Result{}}
		from.second = true
		from.folder, err = copiesIn(path)
		return from, err
	}
	from.folder = rescueFolder(path)
	if from.judged, err = judge(ctx, c, path, true, nil); err != nil && !errors.Is(err, model.ErrDamaged) {
		return from, err
	}
	if from.judged.there {
		from.damaged = path
	}
	from.more, err = filepath.Glob(path + ".*-[0-9]*")
	return from, err
}

// losses finds the changes that the trail of a damaged file still speaks of and the new file does not have, with the names of
// the records that they were about.
func losses(ctx context.Context, c codec, from sources, out string) (lost []model.Loss, err error) {
	if from.damaged == "" {
		return nil, nil
	}
	f, err := os.Open(from.damaged)
	if err != nil {
		return nil, classify(err)
	}
	// Reading is all that was done with it.
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, classify(err)
	}
	db, err := bolt.Open(out, 0o600, &bolt.Options{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	seen := make(map[string]bool)
	err = db.View(func(tx *bolt.Tx) error {
		journal := tx.Bucket([]byte(bucketJournal))
		return check.Salvage(ctx, f, info.Size(), func(k, v []byte) {
			body, err := c.unwrap(bucketTrail, k, v)
			if err != nil || seen[string(k)] {
				return
			}
			seen[string(k)] = true
			t, err := parseTrail(k, body)
			if err != nil || journal.Get(journalKey(t.device, t.seq)) != nil {
				return
			}
			lost = append(lost, c.loss(tx, k, t))
		})
	})
	slices.SortFunc(lost, func(a, b model.Loss) int { return int(int64(a.Seq) - int64(b.Seq)) })
	return lost, errors.Join(err, db.Close())
}

// loss names the record that a lost change was about, from what is known of it.
func (c codec) loss(tx *bolt.Tx, key []byte, t trailEntry) model.Loss {
	event := idAt(key, 0)
	at := model.Stamp{Time: binary.BigEndian.Uint64(key[16:])}
	out := model.Loss{Seq: t.seq, Kind: t.kind, At: at.Wall(), Event: event, ID: t.id}
	if e, err := c.read(tx, model.EventKey(event)); err == nil {
		out.Theme = e.Get(model.EventTheme)
	}
	switch t.kind {
	case model.KindSeat, model.KindGuest:
		if g, err := c.read(tx, model.GuestKey(event, t.id)); err == nil {
			out.Name = model.GuestOf(g).FullName()
		}
	case model.KindPerson:
		if p, err := c.read(tx, model.PersonKey(t.id)); err == nil {
			out.Name = model.PersonOf(p).Name
		}
	}
	return out
}

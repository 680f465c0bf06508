package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// rebuilder makes a database anew, beside what is damaged, from everything that is left: the newest snapshot that proves
// itself, the logs, and the single entries of the journal that the damaged file still holds. It only reads those.
type rebuilder struct {
	ctx    context.Context
	codec  codec
	o      Options
	db     *bolt.DB
	state  state
	pool   *pool
	logs   *gathered
	lost   int    // changes whose numbers are known and that are nowhere
	known  uint64 // the highest number that any copy vouches for
	proved bool   // there was nothing later
}

// sources are where a database is made again from. Empty ones are left out.
type sources struct {
	damaged string   // a database file that is not sound
	judged  *judged  // what was found in it
	folder  string   // the rescue folder
	second  bool     // that is one of copies: the database may have gone on without it, whatever its end says
	more    []string // files that earlier starts have kept aside
}

// applySize is how many entries go into one transaction; several commits may.
const applySize = 4000

// rebuild makes the database at path out of the sources; what it says of them is in the rebuilder that it gives.
func rebuild(ctx context.Context, c codec, o Options, from sources, path string) (r *rebuilder, err error) {
	r = &rebuilder{ctx: ctx, codec: c, o: o, pool: newPool(c)}
	if err := remove(o.Disk, path); err != nil {
		return r, err
	}
	// The file counts once it is renamed, and is synced as a whole before that.
	r.db, err = o.Disk.Bolt(path, &bolt.Options{Timeout: o.Wait, FreelistType: bolt.FreelistMapType, NoSync: true})
	if err != nil {
		return r, err
	}
	err = r.fill(from)
	if err = errors.Join(err, r.db.Close()); err == nil {
		err = syncFile(o.Disk, path)
	}
	if err != nil {
		return r, err
	}
	j, err := judge(ctx, c, path, true, nil)
	if err == nil && !j.sound() {
		err = fmt.Errorf("the file that was made again: %w", j.trouble())
	}
	return r, err
}

func (r *rebuilder) fill(from sources) error {
	if err := r.base(from); err != nil {
		return err
	}
	if r.pool.empty() && r.state.Count == 0 && len(r.logs.frames) == 0 {
		return ErrNotDatabase
	}
	for _, f := range r.logs.frames {
		if f.from > r.state.Count {
			if err := r.bridge(f.from); err != nil {
				return err
			}
		}
		if f.to <= r.state.Count {
			continue
		}
		if err := r.put(f.Entries, f.State); err != nil {
			return err
		}
	}
	if err := r.rest(); err != nil {
		return err
	}
	r.settle(from)
	if r.lost == 0 && r.proved {
		return nil
	}
	// Numbers that were given may be given again: what follows is counted under another name.
	return r.db.Update(func(tx *bolt.Tx) error { return renew(tx, r.codec, r.state, r.o) })
}

// base loads the newest snapshot that proves itself, or makes an empty database under the name that the others agree on.
func (r *rebuilder) base(from sources) error {
	_, snaps, err := list(from.folder)
	if err != nil {
		return classify(err)
	}
	var file model.ID
	if from.judged != nil && from.judged.ours {
		file, r.known = from.judged.state.File, from.judged.state.Count
	}
	for _, s := range slices.Backward(snaps) {
		st, err := readSnapshot(r.ctx, r.codec, s.Path, nil)
		if r.ctx.Err() != nil {
			return r.ctx.Err()
		}
		st = numbered(st)
		if err == nil && (file.IsZero() || st.File == file) && r.codec.opens(st) {
			if err := r.load(s.Path, st); err != nil {
				return err
			}
			file = st.File
			break
		}
		// A snapshot that is not whole is still full of entries that prove themselves.
		_, _ = readSnapshot(r.ctx, r.codec, s.Path, r.pool.row)
		if st.File == file {
			r.known = max(r.known, st.Count)
		}
	}
	if r.logs, err = gather(r.codec, from.folder, file, r.state.Count); err != nil {
		return err
	}
	if r.logs.strange {
		r.logs = &gathered{}
	}
	if r.logs.clean && r.logs.holes == 0 && r.logs.top >= r.known {
		// The log tells of its own end, and it is whole: nothing stands in the damaged file alone.
		from.damaged = ""
	}
	for _, file := range append(from.more, from.damaged) {
		if err := r.pool.salvage(r.ctx, file); err != nil {
			return err
		}
	}
	if r.state.Schema != 0 {
		return nil
	}
	return r.empty(from, file)
}

// empty makes the buckets of a database of which no snapshot is left.
func (r *rebuilder) empty(from sources, file model.ID) error {
	st := state{Schema: schema, File: file, Created: r.o.Now().UnixMilli()}
	switch {
	case len(r.logs.frames) > 0:
		first := r.logs.frames[0].State
		st.Device, st.Created, st.File, st.Key = first.Device, first.Created, first.File, first.Key
	case from.judged != nil && from.judged.ours:
		st.Device, st.Created, st.Key = from.judged.state.Device, from.judged.state.Created, from.judged.state.Key
	default:
		st.Device = r.pool.most()
	}
	if st.File.IsZero() {
		id, err := model.NewID(r.o.Rand)
		if err != nil {
			return err
		}
		st.File = id
	}
	r.state = st
	return r.db.Update(func(tx *bolt.Tx) error {
		if err := makeBuckets(tx, r.codec); err != nil {
			return err
		}
		return r.codec.putState(tx, st)
	})
}

// load puts a snapshot's rows into the new file. They come in the order of buckets and keys.
func (r *rebuilder) load(path string, st state) error {
	l := &loader{db: r.db, codec: r.codec, sealing: st.Lock == nil && r.codec.box != nil}
	_, err := readSnapshot(r.ctx, r.codec, path, l.row)
	if err = errors.Join(err, l.commit()); err != nil {
		return err
	}
	r.state, r.known = st, max(r.known, st.Count)
	return r.db.Update(func(tx *bolt.Tx) (err error) {
		if err := makeBuckets(tx, r.codec); err != nil {
			return err
		}
		if l.sealing && r.state.totalled() {
			if r.state.Total, err = count(tx); err != nil {
				return err
			}
		}
		return migrateTo(tx, r.codec, &r.state)
	})
}

// put folds entries into the new file, and takes over what the state says beside them.
func (r *rebuilder) put(entries [][]byte, after state) error {
	for part := range slices.Chunk(entries, applySize) {
		var b *batchWriter
		err := r.db.Update(func(tx *bolt.Tx) error {
			b = newBatch(tx, r.codec, r.state, r.o.Now)
			b.entries = nil // the index is made when all is there
			for _, e := range part {
				if err := b.replay(e); err != nil {
					return err
				}
			}
			b.state.Count = max(b.state.Count, after.Count)
			b.state.Unfinished = after.Unfinished
			return b.flush()
		})
		if err != nil {
			return err
		}
		r.state = b.state
	}
	return nil
}

// bridge fills a hole in the logs, up to a number, from single entries. What is in none of them is lost.
func (r *rebuilder) bridge(to uint64) error {
	missing := to - r.state.Count
	found := r.pool.following(r.state, missing)
	st := r.state
	st.Count = to
	if err := r.put(found, st); err != nil {
		return err
	}
	r.lost += int(missing) - len(found)
	r.state.Count = to
	return nil
}

// rest takes what the damaged file holds beyond all logs: commits whose frames were the damaged ones. What the log says was
// not saved stays so.
func (r *rebuilder) rest() error {
	r.known = max(r.known, r.logs.top, r.state.Count)
	if r.logs.clean && r.logs.tail.to == r.state.Count {
		return nil
	}
	for {
		found := r.pool.following(r.state, applySize)
		if len(found) == 0 {
			break
		}
		st := r.state
		st.Count += uint64(len(found))
		if r.logs.aborted >= st.Count {
			break
		}
		if err := r.put(found, st); err != nil {
			return err
		}
	}
	// Others' changes, and those behind a gap: each proves itself, and the order of folding does not matter.
	left, gaps := r.pool.left(r.last)
	st := r.state
	st.Count += uint64(len(left) + gaps)
	if len(left) == 0 {
		return nil
	}
	r.lost += gaps
	return r.put(left, st)
}

// last is the last number of a device's that the new file holds.
func (r *rebuilder) last(d model.Device) (seq uint64) {
	// A file that was just made can be read; if not, nothing is taken for known.
	_ = r.db.View(func(tx *bolt.Tx) error {
		prefix := journalKey(d, 0)[:8]
		k, _ := lastWith(tx.Bucket([]byte(bucketJournal)).Cursor(), prefix)
		if bytes.HasPrefix(k, prefix) {
			seq = binary.BigEndian.Uint64(k[8:])
		}
		return nil
	})
	return seq
}

// settle counts what is missing, and judges whether there may have been anything later.
func (r *rebuilder) settle(from sources) {
	if r.known > r.state.Count {
		r.lost += int(r.known - r.state.Count)
		r.state.Count = r.known
	}
	j := from.judged
	told := j != nil && j.ours && j.Metas.Sound == 2 && !j.Metas.Stale && j.state.Count <= r.state.Count
	r.proved = !from.second && (told || r.logs.clean && r.logs.holes == 0 && r.logs.tail.to <= r.state.Count)
}

// notice says how it went.
func (r *rebuilder) notices(aside string) []model.Notice {
	at := time.UnixMilli(int64(r.state.Time >> 16)).UTC()
	switch {
	case r.lost > 0:
		return []model.Notice{{Kind: model.NoticeLost, Count: r.lost, File: aside, At: at}}
	case !r.proved:
		return []model.Notice{{Kind: model.NoticeUnproved, File: aside, At: at}}
	}
	return []model.Notice{{Kind: model.NoticeRebuilt, File: aside, At: at}}
}

// replace puts the rebuilt file in the place of the damaged one, which is kept under another name.
func replaceDamaged(d Disk, path, tmp, why string) (kept string, err error) {
	if kept, err = aside(path, why); err != nil {
		return "", err
	}
	if err := d.Rename(path, kept); err != nil {
		return "", err
	}
	if err := d.Rename(tmp, path); err != nil {
		return kept, err
	}
	return kept, d.SyncDir(filepath.Dir(path))
}

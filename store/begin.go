package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// catchUpMost is how many changes the log takes from the journal where it lacks them; beyond that a snapshot is due.
const catchUpMost = 1000

// begin compares the opened database with its rescue log, takes over what stands in the log alone, and makes the log ready.
func (s *Store) begin() error {
	s.noteClock()
	s.noteShared()
	g, ok := tailOnly(rescueFolder(s.path), s.state.Count)
	if !ok {
		var err error
		if g, err = gather(s.codec, rescueFolder(s.path), s.state.File, s.state.Count); err != nil {
			return err
		}
	}
	if s.readOnly {
		s.note(model.Notice{Kind: model.NoticeReadOnly})
		if n := behind(g); n > 0 && !g.strange {
			s.note(model.Notice{Kind: model.NoticeBehind, Count: n})
		}
		return nil
	}
	if g.strange {
		if err := s.putAside(); err != nil {
			return err
		}
		g = &gathered{}
	}
	err := s.goOn(g)
	if errors.Is(err, model.ErrNoSpace) && s.freeReserve() {
		err = s.goOn(g)
	}
	if errors.Is(err, model.ErrNoSpace) {
		// A full disk can be read all the same.
		s.readOnly = true
		s.note(model.Notice{Kind: model.NoticeReadOnly})
		if n := behind(g); n > 0 {
			s.note(model.Notice{Kind: model.NoticeBehind, Count: n})
		}
		return nil
	}
	return err
}

// goOn takes over what the log has and makes it ready.
func (s *Store) goOn(g *gathered) error {
	if err := s.takeOver(g); err != nil {
		return err
	}
	if err := s.doubt(g); err != nil {
		return err
	}
	if err := s.passMark(); err != nil {
		return err
	}
	if err := s.prepareLog(g); err != nil {
		return err
	}
	if err := s.finish(); err != nil {
		return err
	}
	after := s.dropCarried
	if s.state.Sweep {
		after = s.sweep
	}
	if err := after(); err != nil {
		return err
	}
	if s.state.Purge {
		s.note(model.Notice{Kind: model.NoticePurge})
	}
	return s.mendCopies()
}

// mendCopies takes a snapshot at once where the copies have a hole, if that takes no time.
func (s *Store) mendCopies() error {
	if !s.due || s.size.Load() > smallFile {
		return nil
	}
	err := s.takeSnapshot(context.Background())
	if err == nil {
		err = s.turnLog()
	}
	if err = classify(err); errors.Is(err, model.ErrNoSpace) {
		// The disk is full. What is there can be read, and what is written is said not to be saved.
		s.note(model.Notice{Kind: model.NoticeNoSpace})
		return nil
	}
	return err
}

// behind is how many changes the log has that the database does not.
func behind(g *gathered) (n int) {
	for _, f := range g.frames {
		n += len(f.Entries)
	}
	return n
}

// noteClock compares the clock with the last change. The order of changes is kept whatever it says.
func (s *Store) noteClock() {
	last := time.UnixMilli(int64(s.state.Time >> 16)).UTC()
	if s.state.Time > 0 && s.now().Add(time.Minute).Before(last) {
		s.note(model.Notice{Kind: model.NoticeClockBack, At: last})
	}
}

// putAside keeps rescue files that belong to another database under another name.
func (s *Store) putAside() error {
	folder := rescueFolder(s.path)
	kept, err := aside(folder, "other")
	if err == nil {
		err = s.disk.Rename(folder, kept)
	}
	if err != nil {
		return classify(err)
	}
	s.due = true
	s.note(model.Notice{Kind: model.NoticeStrange, File: kept})
	return nil
}

// takeOver folds into the database what was logged and not committed when the program ended. Some of it may have been said not
// to be saved, if the disk failed under both: so it is told.
func (s *Store) takeOver(g *gathered) error {
	if g.aborted > 0 && s.state.Count >= g.aborted {
		s.note(model.Notice{Kind: model.NoticeReturned, Count: int(s.state.Count - g.tail.to)})
	}
	if g.holes > 0 {
		s.due = true
		s.note(model.Notice{Kind: model.NoticeLogDamaged})
	}
	if g.missing {
		s.due = true
		s.note(model.Notice{Kind: model.NoticeLogDamaged})
	}
	if g.number > 0 && !g.clean && (g.torn || g.tail.kind == frameChanges || g.tail.kind == frameAbort) {
		s.note(model.Notice{Kind: model.NoticeUnclosed, At: time.UnixMilli(int64(s.state.Time >> 16)).UTC()})
	}
	n, gap := 0, 0
	for _, f := range g.frames {
		if f.to <= s.state.Count {
			continue
		}
		if f.from > s.state.Count {
			gap += int(f.from - s.state.Count)
		}
		if err := s.takeFrame(f); err != nil {
			return err
		}
		n += len(f.Entries)
	}
	if gap > 0 {
		s.due = true
		s.note(model.Notice{Kind: model.NoticeLost, Count: gap})
	}
	if n > 0 {
		s.note(model.Notice{Kind: model.NoticeReplayed, Count: n})
	}
	return nil
}

// doubt judges a file of whose two first pages one was not whole. As a rule a power cut tore it, in a commit that nobody was told
// of: then the log has that commit, or has not been ended either. Damage to both would look the same, and the last commit
// would be gone: so that is said, and what follows is counted under another name.
func (s *Store) doubt(g *gathered) error {
	if !s.fell {
		return nil
	}
	if s.fell = false; g.clean || len(g.frames) > 0 {
		s.note(model.Notice{Kind: model.NoticeInterrupted})
		return nil
	}
	s.note(model.Notice{Kind: model.NoticeDoubtful, At: time.UnixMilli(int64(s.state.Time >> 16)).UTC()})
	return s.renew()
}

// renew draws the device's name anew in the open database.
func (s *Store) renew() error {
	err := s.guard(func() error {
		err := s.db.Update(func(tx *bolt.Tx) error {
			return renew(tx, s.codec, s.state, Options{Now: s.now, Rand: s.rand})
		})
		if err != nil {
			return err
		}
		return s.db.View(func(tx *bolt.Tx) (err error) {
			s.state, err = s.codec.state(tx)
			return err
		})
	})
	s.grown()
	return classify(err)
}

func (s *Store) takeFrame(f commitFrame) error {
	var b *batchWriter
	err := s.guard(func() error {
		return s.db.Update(func(tx *bolt.Tx) error {
			b = newBatch(tx, s.codec, s.state, s.now)
			b.entries = &s.entries
			for _, e := range f.Entries {
				if err := b.replay(e); err != nil {
					return err
				}
			}
			b.state.Count = max(b.state.Count, f.to)
			b.state.Unfinished = f.State.Unfinished
			return b.flush()
		})
	})
	if err != nil {
		return fmt.Errorf("take over from the rescue log: %w", classify(err))
	}
	s.state = b.state
	s.grown()
	return nil
}

// prepareLog finds out where the log goes on: in its newest file, when that ends as it should, or in a new one. Nothing is
// written before there is something to write.
func (s *Store) prepareLog(g *gathered) error {
	l := s.log
	l.number, l.last, l.count = g.number, g.tail.sum, s.state.Count
	l.size.Store(g.size)
	switch {
	case g.first == nil:
		s.baseLog()
	case g.top < s.state.Count && s.state.Count-g.top <= min(catchUpMost, s.state.Seq):
		l.count = g.top
	case g.top < s.state.Count && len(g.frames) == 0 && g.tail.to != s.state.Count:
		s.due = true
	}
	if g.resumable() && g.holes == 0 && g.tail.kind != frameNext && (l.count == g.tail.to) {
		f, err := s.disk.OpenFile(g.last.path, os.O_WRONLY|os.O_APPEND, 0o600)
		if err != nil {
			return classify(err)
		}
		l.out, l.ended = f, g.tail.kind == frameClosed
	}
	if l.count == s.state.Count {
		return nil
	}
	// What the log lacks is put in now: until then it stands in the database alone.
	if err := s.readyLog(); err != nil && !errors.Is(err, model.ErrNoSpace) {
		return err
	}
	return nil
}

// baseLog decides from where a first log counts: from the beginning, when the journal is short enough to be put in, or from
// a snapshot that holds as much as the database.
func (s *Store) baseLog() {
	if _, snaps, err := list(rescueFolder(s.path)); err == nil && len(snaps) > 0 && snaps[len(snaps)-1].Count == s.state.Count {
		return
	}
	if s.state.Count <= catchUpMost && s.state.Count == s.state.Seq {
		s.log.count = 0
		return
	}
	s.due = true
}

// catchUp begins a file of the log where none is open, and puts in what it lacks.
func (s *Store) catchUp() error {
	l := s.log
	if l.out == nil {
		st := s.state
		if st.Count = l.count; st.Count == 0 {
			st = state{Schema: schema, Device: s.state.Device, Created: s.state.Created, File: s.state.File}
		}
		if err := l.begin(st); err != nil {
			return err
		}
	}
	missing := s.state.Count - l.count
	if missing == 0 {
		return nil
	}
	if missing > s.state.Seq {
		// Changes of several devices: a snapshot holds them, single frames do not.
		l.count, s.due = s.state.Count, true
		return nil
	}
	entries, err := s.lastEntries(missing)
	if err != nil {
		return err
	}
	return l.changes(l.count, s.state, entries)
}

// lastEntries are the last n entries of this device's journal.
func (s *Store) lastEntries(n uint64) (out [][]byte, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		for seq := s.state.Seq - n + 1; seq <= s.state.Seq; seq++ {
			key := journalKey(s.state.Device, seq)
			body, err := s.codec.unwrap(bucketJournal, key, tx.Bucket([]byte(bucketJournal)).Get(key))
			if err != nil {
				return err
			}
			out = append(out, append([]byte(nil), body...))
		}
		return nil
	})
	return out, err
}

func (s *Store) snapshotPath(count uint64) string {
	return filepath.Join(rescueFolder(s.path), snapshotName(s.now(), count))
}

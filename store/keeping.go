package store

import (
	"context"
	"errors"
	"fmt"
	"os"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// smallFile is a database of which a snapshot is taken at once when one is needed; for a larger one, whoever works with it
// does not wait.
const smallFile = 32 << 20

// Standing is how the copies beside the file stand.
func (s *Store) Standing() (Standing, error) {
	_, snaps, err := list(rescueFolder(s.path))
	if err != nil {
		return Standing{}, classify(err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	out := Standing{Changes: s.state.Count, File: s.size.Load(), Needed: s.due}
	if len(snaps) > 0 {
		last := snaps[len(snaps)-1]
		out.Changes, out.Last = s.state.Count-min(last.Count, s.state.Count), last.Taken
	}
	out.Log = s.log.size.Load()
	return out, nil
}

// KeepSafe is what the program does every few minutes: it takes a snapshot when one is due, keeps room for a full disk, and once
// a week reads all copies (see scrub.go). Second is a folder elsewhere, such as a stick, that gets copies of the newest snapshot and
// of the rescue log (see second.go); empty for none. What keeps it from being written becomes a notice and no error.
func (s *Store) KeepSafe(ctx context.Context, second string) error {
	if s.readOnly {
		return nil
	}
	if err := s.keepReserve(); err != nil && !errors.Is(classify(err), model.ErrNoSpace) {
		return classify(err)
	}
	if err := s.scrub(ctx, second); err != nil {
		return err
	}
	st, err := s.Standing()
	if err != nil {
		return err
	}
	if SnapshotDue(s.now(), st) {
		if err := s.Snapshot(ctx); err != nil {
			return err
		}
	}
	return s.CopyTo(ctx, second)
}

// Snapshot takes a snapshot, proves it, begins a new log, and lets go of what is older than is kept. Those at the door go on
// meanwhile. Where nothing has changed since the newest, that one is proved instead.
func (s *Store) Snapshot(ctx context.Context) error {
	switch {
	case s.readOnly:
		return model.ErrReadOnly
	case s.failed.Load():
		return fmt.Errorf("snapshot: %w", model.ErrStorage)
	}
	err := s.takeSnapshot(ctx)
	if errors.Is(err, model.ErrNoSpace) && s.freeReserve() {
		err = s.takeSnapshot(ctx)
	}
	if err != nil {
		return fmt.Errorf("snapshot: %w", err)
	}
	if err := s.provePrevious(ctx); err != nil {
		return err
	}
	done := make(chan error, 1)
	select {
	case s.jobs <- func() { done <- s.turnLog() }:
	case <-s.written:
		return model.ErrClosed
	}
	select {
	case err := <-done:
		return classify(err)
	case <-s.written:
		return model.ErrClosed
	}
}

func (s *Store) takeSnapshot(ctx context.Context) error {
	folder := rescueFolder(s.path)
	_, snaps, err := list(folder)
	if err != nil {
		return classify(err)
	}
	return s.view(func(tx *bolt.Tx) error {
		st, err := s.codec.state(tx)
		if err != nil {
			return err
		}
		if n := len(snaps); n > 0 && snaps[n-1].Count == st.Count {
			if _, err := readSnapshot(ctx, s.codec, snaps[n-1].Path, nil); err == nil {
				return nil
			}
		}
		path := s.snapshotPath(st.Count)
		if _, err := os.Stat(path); err == nil {
			// The one of this very second is damaged. It stays, under another name.
			if _, err := s.setAside(path, "damaged"); err != nil {
				return err
			}
		}
		return writeSnapshot(ctx, s.disk, s.codec, tx, path)
	})
}

// provePrevious reads the snapshot before the newest: while all is well, so that both are good when one is needed. One that
// is not whole is put aside, and the one before it has to stand for it.
func (s *Store) provePrevious(ctx context.Context) error {
	for {
		_, snaps, err := list(rescueFolder(s.path))
		if err != nil || len(snaps) < keptAlways {
			return classify(err)
		}
		previous := snaps[len(snaps)-keptAlways].Path
		if _, err := readSnapshot(ctx, s.codec, previous, nil); err == nil || !errors.Is(err, model.ErrDamaged) {
			return err
		}
		kept, err := s.setAside(previous, "damaged")
		if err != nil {
			return err
		}
		s.note(model.Notice{Kind: model.NoticeSnapshotBad, Count: 1, File: kept})
	}
}

// setAside keeps a file or folder under another name, and gives that.
func (s *Store) setAside(path, why string) (kept string, err error) {
	if kept, err = aside(path, why); err == nil {
		err = s.disk.Rename(path, kept)
	}
	return kept, classify(err)
}

// turnLog ends the newest log, so that the next commit begins one, and takes away what two snapshots make needless. It runs
// on the writer's goroutine.
func (s *Store) turnLog() error {
	if s.broken != nil {
		return s.broken
	}
	if s.log.out != nil {
		if err := s.log.mark(frameNext, s.log.count, s.log.count); err != nil {
			s.logFailed(err)
			return err
		}
		s.log.drop()
	}
	if err := s.catchUp(); err != nil {
		return err
	}
	s.log.size.Store(0)
	s.mu.Lock()
	s.due = false
	s.mu.Unlock()
	return s.prune(rescueFolder(s.path))
}

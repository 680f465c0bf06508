package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

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

// KeepSafe is what the program does every few minutes: it takes a snapshot when one is due, and keeps room for a full disk.
// Second is a folder elsewhere, such as a stick, that gets a copy; empty for none. When it is not there, that becomes a notice
// and no error.
func (s *Store) KeepSafe(ctx context.Context, second string) error {
	if s.readOnly {
		return nil
	}
	if err := s.keepReserve(); err != nil && !errors.Is(classify(err), model.ErrNoSpace) {
		return classify(err)
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
	if second != "" {
		return s.copyTo(ctx, second)
	}
	return nil
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
			kept, err := aside(path, "damaged")
			if err == nil {
				err = s.disk.Rename(path, kept)
			}
			if err != nil {
				return err
			}
		}
		return writeSnapshot(ctx, s.disk, s.codec, tx, path)
	})
}

// provePrevious reads the snapshot before the newest: while all is well, so that both are good when one is needed. One that
// is not whole is put aside, and is not counted among the two.
func (s *Store) provePrevious(ctx context.Context) error {
	_, snaps, err := list(rescueFolder(s.path))
	if err != nil || len(snaps) < 2 {
		return classify(err)
	}
	previous := snaps[len(snaps)-2].Path
	if _, err := readSnapshot(ctx, s.codec, previous, nil); err == nil || !errors.Is(err, model.ErrDamaged) {
		return err
	}
	kept, err := aside(previous, "damaged")
	if err == nil {
		err = s.disk.Rename(previous, kept)
	}
	s.note(model.Notice{Kind: model.NoticeSnapshotBad, Count: 1, File: kept})
	return classify(err)
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
	return s.prune()
}

// prune removes snapshots that are not kept, and the logs that end before the older of the two newest.
func (s *Store) prune() error {
	folder := rescueFolder(s.path)
	logs, snaps, err := list(folder)
	if err != nil {
		return err
	}
	for i, kept := range SnapshotsKept(snaps) {
		if !kept {
			if err := s.disk.Remove(snaps[i].Path); err != nil {
				return err
			}
		}
	}
	if len(snaps) < keptAlways {
		return nil
	}
	needed := snaps[len(snaps)-keptAlways].Count
	for i := 0; i+1 < len(logs); i++ {
		if begin, ok := s.beginOf(logs[i+1].path); !ok || begin > needed {
			break
		}
		if err := s.disk.Remove(logs[i].path); err != nil {
			return err
		}
	}
	return nil
}

// beginOf is the number at which a log begins.
func (s *Store) beginOf(path string) (uint64, bool) {
	f, err := os.Open(path)
	if err != nil {
		return 0, false
	}
	// Reading is all that was done with it.
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return 0, false
	}
	head, _, err := readFrame(f, 0, info.Size())
	return head.from, err == nil && head.kind == frameHead
}

// CopiesIn lists the copies of this database in a second folder, as [Store.KeepSafe] puts them there. It may be called after Close, too.
func (s *Store) CopiesIn(second string) ([]SnapshotFile, error) {
	_, snaps, err := list(s.copyFolder(second))
	return snaps, classify(err)
}

// copyFolder is where copies of this database stand in a second folder.
func (s *Store) copyFolder(second string) string { return filepath.Join(second, "hadir-"+s.fileName()) }

// copyTo copies the newest snapshot into a second folder, unless it is there, and proves the copy.
func (s *Store) copyTo(ctx context.Context, second string) error {
	if info, err := os.Stat(second); err != nil || !info.IsDir() {
		s.note(model.Notice{Kind: model.NoticeNoSecond, File: second})
		return nil
	}
	_, snaps, err := list(rescueFolder(s.path))
	if err != nil || len(snaps) == 0 {
		return classify(err)
	}
	newest := snaps[len(snaps)-1]
	folder := s.copyFolder(second)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return classify(err)
	}
	to := filepath.Join(folder, filepath.Base(newest.Path))
	if info, err := os.Stat(to); err == nil && info.Size() == newest.Size {
		return nil
	}
	if err := copyFile(s.disk, newest.Path, to); err != nil {
		return classify(err)
	}
	if _, err := readSnapshot(ctx, s.codec, to, nil); err != nil {
		return fmt.Errorf("copy in %s: %w", folder, err)
	}
	_, there, err := list(folder)
	if err != nil {
		return classify(err)
	}
	for i, kept := range SnapshotsKept(there) {
		if !kept {
			if err := s.disk.Remove(there[i].Path); err != nil {
				return classify(err)
			}
		}
	}
	return nil
}

// fileName names the database in a folder that several may share; it tells nothing.
func (s *Store) fileName() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state.File.String()[:8]
}

// copyFile copies aside, syncs, and moves into place.
func copyFile(d Disk, from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	// Reading is all that was done with it.
	defer in.Close()
	out, err := d.OpenFile(to+".new", os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err == nil {
		err = out.Sync()
	}
	if err = errors.Join(err, out.Close()); err == nil {
		err = d.Rename(to+".new", to)
	}
	if err != nil {
		return err
	}
	if err := d.SyncDir(filepath.Dir(to)); err != nil && !errors.Is(err, fs.ErrInvalid) {
		return err
	}
	return nil
}

package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"
)

// Swept is what was removed beside a database that was written anew.
type Swept struct {
	Logs, Snapshots int
	Kept            []string // files that earlier starts had kept aside
}

// wipeSuffix ends the name of what is only there to be written over and removed.
const wipeSuffix = ".wipe"

// sweep removes what stood beside a database before it was written anew, once a snapshot of the new one has proved itself and
// a log has begun. It is done again from the start when it was interrupted.
func (s *Store) sweep() error {
	if err := s.takeDrafts(); err != nil {
		return classify(err)
	}
	folder := rescueFolder(s.path)
	logs, snaps, err := list(folder)
	if err != nil {
		return classify(err)
	}
	path := s.snapshotPath(s.state.Count)
	err = s.view(func(tx *bolt.Tx) error { return writeSnapshot(context.Background(), s.disk, s.codec, tx, path) })
	if err != nil {
		return err
	}
	s.log.drop()
	s.log.count = s.state.Count
	if err := s.readyLog(); err != nil {
		return err
	}
	for _, l := range logs {
		if err := wipe(s.disk, l.path); err != nil {
			return classify(err)
		}
	}
	for _, old := range snaps {
		if old.Path == path {
			continue
		}
		if err := wipe(s.disk, old.Path); err != nil {
			return classify(err)
		}
	}
	s.swept = Swept{Logs: len(logs), Snapshots: len(snaps)}
	if err := s.sweepKept(); err != nil {
		return classify(err)
	}
	// The next time the second folder is there, what stands in it has to go too.
	if err := s.stamp(filepath.Join(folder, sweptName)); err != nil {
		return classify(err)
	}
	// What is gone stays gone: a file that came back after a power cut would be damaged, or hold what it held.
	if err := errors.Join(s.disk.SyncDir(folder), s.disk.SyncDir(filepath.Dir(s.path))); err != nil {
		return classify(err)
	}
	st := s.state
	st.Sweep = false
	if err := s.guard(func() error { return s.db.Update(func(tx *bolt.Tx) error { return s.codec.putState(tx, st) }) }); err != nil {
		return classify(err)
	}
	s.state = st
	s.log.size.Store(0)
	s.due = false
	return nil
}

// sweepKept removes what was kept under other names: damaged files, databases from before a restore, and what was to be wiped
// when the power failed.
func (s *Store) sweepKept() error {
	for _, pattern := range []string{
		s.path + ".*-[0-9]*", filepath.Join(rescueFolder(s.path), "*.*-[0-9]*"),
		s.path + "*" + wipeSuffix, filepath.Join(s.draftFolder(), "*"+wipeSuffix),
	} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			return err
		}
		for _, path := range found {
			if err := wipeAll(s.disk, path); err != nil {
				return err
			}
			if filepath.Ext(path) != wipeSuffix {
				s.swept.Kept = append(s.swept.Kept, path)
			}
		}
	}
	return nil
}

// wipeAll wipes a file, or a folder with all that is in it.
func wipeAll(d Disk, path string) error {
	info, err := os.Lstat(path)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return wipe(d, path)
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := wipeAll(d, filepath.Join(path, e.Name())); err != nil {
			return err
		}
	}
	return d.Remove(path)
}

// forWiping gives a file that is about to be replaced a second name, under which it can be written over. Where the file system
// knows no links it cannot, and what stood in the file stays on the disk until it is used for something else.
func forWiping(path string) {
	_ = os.Remove(path + wipeSuffix)
	_ = os.Link(path, path+wipeSuffix)
}

// wipe writes over a file and removes it. A flash disk may keep the old blocks all the same: what has to stay unreadable has to
// be sealed from the beginning.
func wipe(d Disk, path string) error {
	info, err := os.Lstat(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if info.Mode().IsRegular() {
		// It goes in any case.
		_ = writeOver(d, path, info.Size())
	}
	return d.Remove(path)
}

func writeOver(d Disk, path string, size int64) error {
	f, err := d.OpenFile(path, os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	zeros := make([]byte, 1<<20)
	for size > 0 && err == nil {
		n := min(size, int64(len(zeros)))
		_, err = f.Write(zeros[:n])
		size -= n
	}
	return errors.Join(err, f.Sync(), f.Close())
}

package store

import "os"

// prune removes from a folder of copies the snapshots that are not kept, and the logs that end before the older of the two newest.
func (s *Store) prune(folder string) error {
	logs, snaps, err := list(folder)
	if err != nil {
		return err
	}
	for i, kept := range SnapshotsKept(snaps, s.room(folder)) {
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

// room is what there is for snapshots in a folder. A disk of a test that says it itself is believed.
func (s *Store) room(folder string) Room {
	r := Room{File: s.size.Load()}
	ask := diskRoom
	if d, ok := s.disk.(interface {
		Room(folder string) (free, size int64, err error)
	}); ok {
		ask = d.Room
	}
	var err error
	if r.Free, r.Disk, err = ask(folder); err != nil {
		// Where the system does not say, the first rule alone holds.
		r.Free, r.Disk = 0, 0
	}
	return r
}

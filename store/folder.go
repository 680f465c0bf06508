package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Beside the database stands the folder of what it can be made again from:
//
//	hadir.db.rescue/
//	    00000001.log           rescue log: every commit since the segment was begun, each synced with the commit itself
//	    20231121-013000-62.snap  snapshot: every value as it was after 62 changes
//	    reserve                room to free when the disk is full
//	    proved                 when all of them were last read (see scrub.go)
//	    swept                  when all others were removed (see sweep.go)
//
// Names of files tell when and how much, never what.
const (
	logSuffix      = ".log"
	snapshotSuffix = ".snap"
	snapshotTime   = "20060102-150405"
	reserveName    = "reserve"
)

func rescueFolder(path string) string { return path + ".rescue" }

// segmentFile is a log of the folder.
type segmentFile struct {
	path   string
	number int
	size   int64
}

// SnapshotFile is a snapshot, as its name tells.
type SnapshotFile struct {
	Path  string
	Taken time.Time // in UTC
	Count uint64    // changes that it holds
	Size  int64
}

func segmentName(n int) string { return fmt.Sprintf("%08d%s", n, logSuffix) }

func snapshotName(taken time.Time, count uint64) string {
	return fmt.Sprintf("%s-%d%s", taken.UTC().Format(snapshotTime), count, snapshotSuffix)
}

// list reads the names in a rescue folder: logs by number, snapshots by how much they hold. A folder that is not there is
// empty; what has another name is somebody else's.
func list(folder string) (logs []segmentFile, snaps []SnapshotFile, err error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		path := filepath.Join(folder, e.Name())
		if s, ok := parseSnapshotName(e.Name()); ok {
			s.Path, s.Size = path, info.Size()
			snaps = append(snaps, s)
		}
		if base, ok := strings.CutSuffix(e.Name(), logSuffix); ok {
			if n, err := strconv.Atoi(base); err == nil && n > 0 {
				logs = append(logs, segmentFile{path, n, info.Size()})
			}
		}
	}
	slices.SortFunc(logs, func(a, b segmentFile) int { return a.number - b.number })
	slices.SortFunc(snaps, func(a, b SnapshotFile) int {
		if a.Count != b.Count {
			return int(int64(a.Count) - int64(b.Count))
		}
		return a.Taken.Compare(b.Taken)
	})
	return logs, snaps, nil
}

func parseSnapshotName(name string) (s SnapshotFile, ok bool) {
	base, ok := strings.CutSuffix(name, snapshotSuffix)
	if !ok || len(base) < len(snapshotTime)+2 || base[len(snapshotTime)] != '-' {
		return s, false
	}
	taken, err := time.Parse(snapshotTime, base[:len(snapshotTime)])
	n, e := strconv.ParseUint(base[len(snapshotTime)+1:], 10, 62)
	return SnapshotFile{Taken: taken, Count: n}, err == nil && e == nil
}

// aside is a name beside a file that is not taken, for keeping it under: hadir.db.damaged-1.
func aside(path, why string) (string, error) {
	for n := 1; n < 10_000; n++ {
		name := fmt.Sprintf("%s.%s-%d", path, why, n)
		if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
			return name, nil
		}
	}
	return "", fmt.Errorf("%s: too many are kept aside", filepath.Base(path))
}

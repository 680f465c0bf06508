package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"hadir/model"
)

// A second folder, such as a stick, holds what the rescue folder does, a few minutes older, in a folder of its own that tells
// whose it is and nothing else: several laptops may share one stick.
//
//	STICK/hadir-1f2e3d4c/
//	    00000007.log               the rescue log, as far as it had come
//	    20231121-013000-62.snap    the newest snapshots
//	    copied                     when it was brought up to date, RFC 3339
//
// The log only ever grows, so a round writes what is new of it. [Rescue] and [Restore] make a database of such a folder alone.
const (
	secondPrefix = "hadir-"
	copiedName   = "copied"
	sweptName    = "swept" // when everything beside the database was removed, here and in the second folder: see sweep.go
	compareEnd   = 1 << 20 // bytes before the end of a copy that have to be those of the log
)

func (s *Store) secondFolder(second string) string {
	return filepath.Join(second, secondPrefix+s.fileName())
}

// CopiesIn lists the snapshots of this database in a second folder. It may be called after Close, too.
func (s *Store) CopiesIn(second string) ([]SnapshotFile, error) {
	_, snaps, err := list(s.secondFolder(second))
	return snaps, classify(err)
}

// CopyTo brings the copies in a second folder up to date, and proves what it writes there. A folder that is not there, or cannot
// be written, becomes a notice: the error is ctx's own. An empty one is none.
func (s *Store) CopyTo(ctx context.Context, second string) error {
	if second == "" || s.readOnly {
		return nil
	}
	if info, err := os.Stat(second); err != nil || !info.IsDir() {
		s.secondIs(second, fs.ErrNotExist)
		s.note(model.Notice{Kind: model.NoticeNoSecond, File: second})
		return nil
	}
	err := s.copyAll(ctx, s.secondFolder(second))
	if ctx.Err() != nil {
		return ctx.Err()
	}
	s.secondIs(second, err)
	if err != nil {
		s.note(model.Notice{Kind: model.NoticeSecondFailed, File: second})
	}
	return nil
}

// secondIs keeps what came of the last round for whoever asks.
func (s *Store) secondIs(second string, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.second = model.SecondCopies{Folder: second, Err: err}
}

// Copies is how the copies stand, those in a second folder too; empty for none. It reads names and no more.
func (s *Store) Copies(_ context.Context, second string) (out model.Copies, err error) {
	folder := rescueFolder(s.path)
	_, snaps, err := list(folder)
	if err != nil {
		return out, classify(err)
	}
	for _, x := range snaps {
		out.Bytes += x.Size
		out.Last = x.Taken
	}
	out.Snapshots, out.Proved = len(snaps), stamped(filepath.Join(folder, provedName))
	if second == "" {
		return out, nil
	}
	s.mu.Lock()
	if s.second.Folder == second {
		out.Second.Err = s.second.Err
	}
	s.mu.Unlock()
	info, err := os.Stat(second)
	out.Second.Folder, out.Second.There = second, err == nil && info.IsDir()
	out.Second.At = stamped(filepath.Join(s.secondFolder(second), copiedName))
	return out, nil
}

func (s *Store) copyAll(ctx context.Context, folder string) error {
	logs, snaps, err := list(rescueFolder(s.path))
	if err != nil {
		return classify(err)
	}
	spared, err := s.makeSecond(ctx, folder, logs)
	if err != nil {
		return err
	}
	if n := len(snaps); n > 0 {
		if err := s.copySnapshot(ctx, snaps[n-1], folder); err != nil {
			return err
		}
	}
	for _, l := range logs {
		if slices.Contains(spared, l.number) {
			continue
		}
		// One that was pruned meanwhile is needed no more.
		if err := s.copyLog(l, folder); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("copy in %s: %w", folder, classify(err))
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	if err := s.prune(folder); err != nil {
		return classify(err)
	}
	return classify(s.stamp(filepath.Join(folder, copiedName)))
}

// makeSecond makes the folder and compares what is in it with the logs here. Copies that go on otherwise, both being whole, are of a
// life before this one: of a database that was rescued or whose rescue folder was lost. They are kept under another name. A copy
// that is damaged is too; one whose log is damaged here is left as it is, and spared.
func (s *Store) makeSecond(ctx context.Context, folder string, logs []segmentFile) (spared []int, err error) {
	if err := s.sweepSecond(folder); err != nil {
		return nil, classify(err)
	}
	there, _, err := list(folder)
	if err != nil {
		return nil, classify(err)
	}
	for _, c := range there {
		switch i := slices.IndexFunc(logs, func(l segmentFile) bool { return l.number == c.number }); {
		case i >= 0 && prefixOf(c, logs[i]), i < 0 && len(logs) > 0 && c.number < logs[len(logs)-1].number:
		case i >= 0 && !whole(ctx, c):
			if _, err := s.setAside(c.path, "damaged"); err != nil {
				return nil, err
			}
			s.note(model.Notice{Kind: model.NoticeSecondBad, Count: 1, File: filepath.Dir(folder)})
		case i >= 0 && !whole(ctx, logs[i]):
			spared = append(spared, c.number)
		default:
			if _, err := s.setAside(folder, "other"); err != nil {
				return nil, err
			}
			return nil, classify(os.MkdirAll(folder, 0o700))
		}
	}
	return spared, classify(os.MkdirAll(folder, 0o700))
}

// sweepSecond removes all copies that were made before the database was written anew, sealed or without somebody who was erased: what
// was removed beside it must not live on elsewhere.
func (s *Store) sweepSecond(folder string) error {
	mine := filepath.Join(rescueFolder(s.path), sweptName)
	if t := stamped(mine); t.IsZero() || t.Equal(stamped(filepath.Join(folder, sweptName))) {
		return nil
	}
	found, err := filepath.Glob(folder + ".*-[0-9]*")
	if err != nil {
		return err
	}
	for _, path := range append(found, folder) {
		if err := wipeAll(s.disk, path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	return copyFile(s.disk, mine, filepath.Join(folder, sweptName))
}

// fileName names the database in a folder that several may share; it tells nothing.
func (s *Store) fileName() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state.File.String()[:8]
}

package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"time"

	"hadir/model"
)

// Copies are of no use if it turns out that they are bad when they are needed. So once a week, while all is well, every snapshot
// and log that is kept is read and proved, those in the second folder too. One that is bad is put aside and said, and a new
// snapshot, which holds everything, is taken in its place. When that was done last stands in a file of the folder.
const (
	provedName = "proved"
	scrubEvery = 7 * 24 * time.Hour
)

// scrub reads the copies when that is due.
func (s *Store) scrub(ctx context.Context, second string) error {
	folder := rescueFolder(s.path)
	if s.scrubDue(folder) {
		if err := s.scrubHere(ctx, folder); err != nil {
			return err
		}
	}
	if second == "" {
		return nil
	}
	copies := s.secondFolder(second)
	if _, err := os.Stat(copies); err != nil || !s.scrubDue(copies) {
		return nil
	}
	// What is wrong with a stick keeps nobody from working; the round of copying that follows tells of it.
	bad, err := s.prove(ctx, copies, 0)
	for _, path := range bad {
		if err == nil {
			_, err = s.setAside(path, "damaged")
		}
	}
	if len(bad) > 0 {
		s.note(model.Notice{Kind: model.NoticeSecondBad, Count: len(bad), File: second})
	}
	if err == nil {
		_ = s.stamp(filepath.Join(copies, provedName))
	}
	return ctx.Err()
}

// scrubDue compares with the last time. A clock that jumped back does not put it off for ever.
func (s *Store) scrubDue(folder string) bool {
	since := s.now().Sub(stamped(filepath.Join(folder, provedName)))
	return since >= scrubEvery || since < -time.Hour
}

func (s *Store) scrubHere(ctx context.Context, folder string) error {
	s.mu.Lock()
	count := s.state.Count
	s.mu.Unlock()
	bad, err := s.prove(ctx, folder, count)
	if err != nil {
		return err
	}
	if len(bad) > 0 {
		if err := s.replaceBad(ctx, bad); err != nil {
			return err
		}
	}
	if err := s.stamp(filepath.Join(folder, provedName)); err != nil && !errors.Is(classify(err), model.ErrNoSpace) {
		return classify(err)
	}
	return nil
}

// replaceBad puts bad snapshots aside, takes a new one, and then puts the bad logs aside, none of which is written any more: a
// log stays where it is until something holds all that it does.
func (s *Store) replaceBad(ctx context.Context, bad []string) error {
	snaps := 0
	for _, path := range bad {
		if filepath.Ext(path) != snapshotSuffix {
			continue
		}
		if _, err := s.setAside(path, "damaged"); err != nil {
			return err
		}
		snaps++
	}
	if snaps > 0 {
		s.note(model.Notice{Kind: model.NoticeSnapshotBad, Count: snaps})
	}
	if err := s.Snapshot(ctx); err != nil {
		return err
	}
	for _, path := range bad {
		// Pruning may have been before us.
		if _, err := os.Lstat(path); err != nil || filepath.Ext(path) != logSuffix {
			continue
		}
		if _, err := s.setAside(path, "damaged"); err != nil {
			return err
		}
	}
	if snaps < len(bad) {
		s.note(model.Notice{Kind: model.NoticeLogDamaged})
	}
	return nil
}

// prove reads all copies in a folder, which should hold count changes, and gives the paths of those that are bad.
func (s *Store) prove(ctx context.Context, folder string, count uint64) (bad []string, err error) {
	logs, snaps, err := list(folder)
	if err != nil {
		return nil, classify(err)
	}
	newest := uint64(0) // held by a snapshot that is good
	for _, x := range snaps {
		switch _, err := readSnapshot(ctx, s.codec, x.Path, nil); {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case err != nil:
			bad = append(bad, x.Path)
		default:
			newest = x.Count
		}
	}
	end, ender := uint64(0), "" // where the logs have come, and the one that comes so far
	lacks := func(to uint64) bool { return ender != "" && to > end && to > newest && !slices.Contains(bad, ender) }
	for _, l := range logs {
		first, last, ok := proveLog(ctx, l)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		// What lies between two logs and in no snapshot was in the end of the first one.
		if last.kind != 0 && lacks(first.from) {
			bad = append(bad, ender)
		}
		if !ok {
			bad = append(bad, l.path)
		}
		if last.kind != 0 {
			end, ender = last.to, l.path
		}
	}
	if lacks(count) {
		bad = append(bad, ender)
	}
	return bad, nil
}

// proveLog reads a log as far as it was written when it was listed. Something torn at its end is no damage: it is what a power cut
// leaves, even of its first moment, or what is being written now.
func proveLog(ctx context.Context, l segmentFile) (first, last frame, ok bool) {
	f, err := os.Open(l.path)
	if errors.Is(err, os.ErrNotExist) {
		return first, last, true
	}
	if err != nil {
		return first, last, false
	}
	// Reading is all that is done with it.
	defer f.Close()
	s, err := scan(f, l.size, func(f frame) error {
		if first.kind == 0 {
			first = f
		}
		return ctx.Err()
	})
	return first, s.last, err == nil && s.holes == 0 && (first.kind == frameHead || first.kind == 0)
}

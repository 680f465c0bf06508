package store

import (
	"context"
	"os"
	"path/filepath"
	"strings"
)

// carriedSuffix ends the name of a draft as the database that is about to take this one's place has it. Which of the two counts is
// decided by the same rename that decides which database does: a draft is never without one that can be read.
const carriedSuffix = ".next"

// carryDrafts writes every draft once more, as another codec has it.
func (s *Store) carryDrafts(ctx context.Context, to codec) error {
	drafts, err := s.Drafts(ctx)
	if err != nil {
		return err
	}
	for _, d := range drafts {
		frame, err := to.draftFrame(d)
		if err != nil {
			return err
		}
		if err := replaceFile(s.disk, s.draftPath(d.ID)+carriedSuffix, frame); err != nil {
			return err
		}
	}
	return nil
}

// takeDrafts puts the drafts that were carried in the places of the old ones, which are left for wiping.
func (s *Store) takeDrafts() error {
	carried, err := s.carried()
	if err != nil || len(carried) == 0 {
		return err
	}
	for _, next := range carried {
		path := strings.TrimSuffix(next, carriedSuffix)
		forWiping(path)
		if err := s.disk.Rename(next, path); err != nil {
			return err
		}
	}
	return s.disk.SyncDir(s.draftFolder())
}

// dropCarried removes what was carried for a database that did not come.
func (s *Store) dropCarried() error {
	carried, err := s.carried()
	if err != nil {
		return err
	}
	for _, next := range carried {
		// One that stays is in nobody's way: the next writing anew begins with its own.
		_ = os.Remove(next)
	}
	return nil
}

func (s *Store) carried() ([]string, error) {
	return filepath.Glob(filepath.Join(s.draftFolder(), "*"+carriedSuffix))
}

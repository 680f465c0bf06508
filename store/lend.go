package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"hadir/model"
)

// lend makes the database again in the system's folder for what passes, where its own place has no room for that or can only be read:
// what the copies hold can be looked at, and nothing is written. Where the system lets an open file be removed, it has no name
// from then on, and is gone however the program ends.
func (s *Store) lend(ctx context.Context, o Options, from sources, why error) error {
	for _, base := range []string{os.Getenv("XDG_RUNTIME_DIR"), os.TempDir()} {
		if base == "" {
			continue
		}
		dir, err := os.MkdirTemp(base, "hadir-")
		if err != nil {
			continue
		}
		path := filepath.Join(dir, "hadir.db")
		r, err := rebuild(ctx, s.codec, o, from, path)
		if err == nil && !s.hasRescue() && (r.lost > 0 || !r.proved) {
			err = why
		}
		if err != nil {
			// It is empty, or half of something.
			_ = os.RemoveAll(dir)
			if errors.Is(classify(err), model.ErrNoSpace) {
				continue
			}
			return why
		}
		s.lent, s.readOnly = path, true
		s.note(model.Notice{Kind: model.NoticeLent})
		if r.lost > 0 || !r.proved {
			for _, n := range r.notices("") {
				s.note(n)
			}
		}
		return nil
	}
	return why
}

// giveBack removes what was lent. While it is open, Windows keeps it: then the end of the program does it.
func (s *Store) giveBack() {
	if s.lent != "" {
		_ = os.RemoveAll(filepath.Dir(s.lent))
	}
}

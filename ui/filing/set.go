package filing

import (
	"context"

	"hadir/model"
	"hadir/ui/lang"
	"hadir/ui/paper"
)

// Store is what papers are made from and noted in.
type Store interface {
	Reader
	Apply(ctx context.Context, changes []model.Change) error
}

// Print makes papers of an event and writes them into a folder: the event's own where folder is empty. The rows of an attendance list
// are frozen on disk before its file is written, for from then on it may be signed. act begins an act; what was written before
// an error is noted and given.
func Print(ctx context.Context, s Store, l *lang.Lang, f File, j Job, act func() model.Act, tell Progress) (Set, error) {
	made, err := f.All(ctx, l, j.Kinds)
	if err != nil {
		return Set{}, err
	}
	today := f.Today.String()
	for _, m := range made {
		changes, err := f.Freeze(ctx, s, act(), m, today)
		if err == nil && len(changes) > 0 {
			err = s.Apply(ctx, changes)
		}
		if err != nil {
			return Set{}, err
		}
	}
	set, err := f.Write(ctx, made, j.Formats, j.Folder, tell)
	set.Print.Date = today
	set.Problems = append(f.Unread, set.Problems...)
	if changes := set.Filed(act(), f.Event.ID); len(changes) > 0 {
		// Papers that lie in the folder are noted, though somebody has given up waiting.
		if e := s.Apply(context.WithoutCancel(ctx), changes); err == nil {
			err = e
		}
	}
	return set, err
}

// Job says which papers are made, in which forms, and where.
type Job struct {
	Kinds   []paper.Kind
	Formats []Format
	Folder  string
}

package filing

import (
	"context"
	"errors"
	"slices"

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
//
// A storage that can only be read is no reason to print nothing. Nothing is noted then, and an attendance list whose rows would have to be
// frozen is a draft that says so; both are among the problems.
func Print(ctx context.Context, s Store, l *lang.Lang, f File, j Job, act func() model.Act, tell Progress) (Set, error) {
	made, err := f.All(ctx, l, j.Kinds)
	if err != nil {
		return Set{}, err
	}
	today := f.Today.String()
	var unkept []error
	for i, m := range made {
		changes, err := f.Freeze(ctx, s, act(), m, today)
		if err == nil && len(changes) > 0 {
			err = s.Apply(ctx, changes)
		}
		if errors.Is(err, model.ErrReadOnly) {
			unkept = append(unkept, ErrUnfrozen)
			made[i], err = f.unfrozen(l, m.Kind)
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
		e := s.Apply(context.WithoutCancel(ctx), changes)
		switch {
		case errors.Is(e, model.ErrReadOnly):
			unkept = append(unkept, ErrUnkept)
		case err == nil:
			err = e
		}
	}
	set.Problems = slices.Concat(unkept, set.Problems)
	return set, err
}

// Job says which papers are made, in which forms, and where.
type Job struct {
	Kinds   []paper.Kind
	Formats []Format
	Folder  string
}

// What a storage that can only be read leaves undone.
var (
	ErrUnfrozen = errors.New("the rows of the attendance list are not frozen")
	ErrUnkept   = errors.New("the print is not noted")
)

// unfrozen makes papers whose rows could not be kept: whoever signed one of these could be on another row of the next.
func (f File) unfrozen(l *lang.Lang, k paper.Kind) (Made, error) {
	f.Unfrozen = true
	return f.Make(l, k)
}

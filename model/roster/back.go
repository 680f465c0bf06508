package roster

import (
	"slices"

	"hadir/model"
)

// Attendance is what taking an import back has to know of one session of the event. A *hall.Hall is one.
type Attendance interface {
	// Guest is the guest as the list has him now; nil when it has none with that ID.
	Guest(id model.ID) *model.Guest
	// Seat is what happened to the guest at the session.
	Seat(guest model.ID) model.Seat
}

// Used are the guests whom an import brought and who are more than a row of a list by now: somebody has recorded whether they
// came to the session, corrected them, or printed them. They stay when the import is taken back. done are the import's changes
// to guests.
func Used(done []model.Change, at Attendance) map[model.ID]bool {
	used := make(map[model.ID]bool)
	for _, c := range done {
		g := at.Guest(c.Key.ID)
		if g == nil || g.Removed || !brings(c) {
			continue
		}
		if at.Seat(g.ID).State != model.StateExpected || isFirst(c) && *g != asImported(c) {
			used[g.ID] = true
		}
	}
	return used
}

// brings reports whether a change put a guest on the list, for the first time or again.
func brings(c model.Change) bool {
	return isFirst(c) || slices.ContainsFunc(c.Sets, func(s model.Set) bool { return s.Field == model.Removed && s.Value == "" })
}

// isFirst reports whether a change wrote a guest whom nobody had written before.
func isFirst(c model.Change) bool {
	return !slices.ContainsFunc(c.Sets, func(s model.Set) bool { return s.Op != model.OpWrite || len(s.Bases()) > 0 }) &&
		slices.ContainsFunc(c.Sets, func(s model.Set) bool { return s.Field == model.GuestOrder })
}

// asImported is a guest as the import left him.
func asImported(c model.Change) model.Guest {
	r := model.Record{Key: c.Key}
	r.Fold(c)
	return model.GuestOf(r)
}

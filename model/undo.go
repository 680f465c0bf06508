package model

import "slices"

// History is what an undo has to know of the past: the change with a stamp, and a record as it is now.
type History interface {
	// ChangeAt is the change of that event with that stamp.
	ChangeAt(event ID, s Stamp) (Change, bool, error)
	// Record is the record under k; a record that nobody has written is empty, not an error.
	Record(k Key) (Record, error)
}

// Undo is the changes that take back what one act did, in the name of act, which then says that it undoes it: afterwards things are as if it had not been
// done. done are the changes of that act, oldest first. Errors are those of h.
//
// What the act added, withdrew or undid in a set no longer counts. A register gets back what its writer saw, with what was
// in conflict then, unless somebody else wrote meanwhile, who then prevails. A record that the act made is marked removed.
//
// A register is left alone where somebody has written it since, knowing what the act wrote, or where the history does not
// have what its writer saw; kept is how many there are. An act of which nothing is left to take back gives one change that
// writes nothing: it is marked as undone, or it would stand in the way of those before it for ever.
func Undo(act Act, done []Change, h History) (changes []Change, kept int, err error) {
	if len(done) == 0 {
		return nil, 0, nil
	}
	act.Undoes = done[0].Act
	for _, changed := range byRecord(done) {
		k := changed[0].Key
		now, err := h.Record(k)
		if err != nil {
			return nil, 0, err
		}
		back, err := deed{now: now, changes: changed, history: h}.takeBack()
		if err != nil {
			return nil, 0, err
		}
		// A change holds one write of a register. Texts that come back as conflicts therefore have changes of their own, and
		// earlier ones: the latest is what is shown.
		for _, s := range back.before {
			changes = append(changes, act.Change(k, s))
		}
		if len(back.sets) > 0 {
			changes = append(changes, act.Change(k, back.sets...))
		}
		kept += back.kept
	}
	if len(changes) == 0 {
		changes = append(changes, act.Change(done[0].Key))
	}
	return changes, kept, nil
}

// byRecord groups changes by their records: the record touched last comes first, and of its changes the last.
func byRecord(done []Change) [][]Change {
	var groups [][]Change
	place := make(map[Key]int)
	for _, c := range slices.Backward(done) {
		i, ok := place[c.Key]
		if !ok {
			i = len(groups)
			place[c.Key], groups = i, append(groups, nil)
		}
		groups[i] = append(groups[i], c)
	}
	return groups
}

package model

import "slices"

// unwrite is the sets that take back what a deed wrote to a register, the one that is then shown last; none where it is left
// alone.
func (d deed) unwrite(p part) ([]Set, error) {
	heads := d.now.look(p.field).heads()
	mine, others, err := d.split(p, heads)
	if err != nil || len(mine) == 0 {
		return nil, err
	}
	bases := stampsOf(mine)
	seen, known, err := d.uncovered(p, others)
	if err != nil || !known {
		return nil, err
	}
	// A text that is not shown, and that hides none, is a conflict less: nothing needs to be written.
	if len(seen) == 0 && mine[0].Stamp != heads[0].Stamp {
		return []Set{Set{Field: p.field, Op: OpUndo}.on(bases)}, nil
	}
	// Whatever is written now is later than what others wrote meanwhile: if theirs is to be shown, it has to be said again.
	if len(others) > 0 && (len(seen) == 0 || others[0].Stamp.Compare(seen[len(seen)-1].Stamp) > 0) {
		seen = append(seen, others[0])
	}
	if len(seen) == 0 {
		return []Set{Set{Field: p.field}.on(bases)}, nil
	}
	sets := make([]Set, len(seen))
	for i, v := range seen {
		sets[i] = Set{Field: p.field, Value: v.Value, Seen: &Seen{Restores: &v.Stamp, Bases: bases}}
	}
	return sets, nil
}

// split parts the heads of a register, latest first, into the deed's own and those of others.
func (d deed) split(p part, heads []Version) (mine, others []Version, err error) {
	for _, v := range heads {
		own, err := d.owns(p, v)
		switch {
		case err != nil:
			return nil, nil, err
		case own:
			mine = append(mine, v)
		default:
			others = append(others, v)
		}
	}
	return mine, others, nil
}

// owns reports whether v is a write of the deed, or an undo, or an undo of an undo, that put its text back.
func (d deed) owns(p part, v Version) (bool, error) {
	for !contains(p.wrote, v.Stamp) {
		// Only a hostile file restores what is later than itself: following that might never end.
		if v.Restores.IsZero() || v.Restores.Compare(v.Stamp) >= 0 {
			return false, nil
		}
		s, _, err := d.writeAt(p.field, v.Restores)
		if err != nil {
			return false, err
		}
		v = Version{Stamp: v.Restores, Restores: s.Restores()}
	}
	return true, nil
}

// uncovered is the writes, earliest first, that would be heads beside others if the deed had not covered them. They are not
// known where the history does not have one of them.
func (d deed) uncovered(p part, others []Version) (seen []Version, known bool, err error) {
	heads := stampsOf(others)
	for _, base := range slices.Backward(p.bases) {
		if covered, err := d.covers(p.field, heads, base); err != nil {
			return nil, false, err
		} else if covered {
			continue
		}
		c, ok, err := d.history.ChangeAt(d.now.Key.Event, base)
		if err != nil || !ok {
			return nil, false, err
		}
		// Only a damaged or hostile file names a base that belongs elsewhere: its text is none of this register's.
		if s, ok := d.writeIn(c, p.field); ok {
			seen = append(seen, Version{Stamp: base, Value: s.Value})
			heads = append(heads, base)
		}
	}
	slices.Reverse(seen)
	return seen, true, nil
}

// covers reports whether one of the heads is the write with that stamp, or was written in knowledge of it, or of one that
// was. What the history does not have leads nowhere: a text too many is better than one too few.
func (d deed) covers(field string, heads []Stamp, stamp Stamp) (bool, error) {
	todo := union(nil, heads, Stamp.Compare)
	for len(todo) > 0 {
		latest := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if c := latest.Compare(stamp); c <= 0 {
			return c == 0, nil
		}
		s, _, err := d.writeAt(field, latest)
		if err != nil {
			return false, err
		}
		for _, base := range s.Bases() {
			// Going back only, the search comes to an end in a hostile file, too.
			if base.Compare(latest) < 0 {
				todo = union(todo, []Stamp{base}, Stamp.Compare)
			}
		}
	}
	return false, nil
}

// writeAt is the write of a register of the deed's record with that stamp, if the history has it.
func (d deed) writeAt(field string, at Stamp) (Set, bool, error) {
	c, ok, err := d.history.ChangeAt(d.now.Key.Event, at)
	if err != nil || !ok {
		return Set{}, false, err
	}
	s, ok := d.writeIn(c, field)
	return s, ok, nil
}

func (d deed) writeIn(c Change, field string) (Set, bool) {
	if c.Key != d.now.Key {
		return Set{}, false
	}
	for _, s := range c.Sets {
		if s.Field == field && s.Op == OpWrite {
			return s, true
		}
	}
	return Set{}, false
}

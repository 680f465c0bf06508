package model

import (
	"slices"
	"strings"
)

// deed is what one act did to one record. It is taken back as a whole: an act may write a register twice, and what it wrote
// first must not come back.
type deed struct {
	now     Record   // the record as it is
	changes []Change // the act's changes to it, latest first
	history History
}

// part is what a deed did to one field.
type part struct {
	field string
	moved []Stamp // its changes that added, withdrew or undid, ascending
	wrote []Stamp // its changes that wrote the register, ascending
	bases []Stamp // what the writer saw of others' writes, ascending
}

// back is the sets that take a deed back, and how many registers were left alone.
type back struct {
	before []Set // each for a change of its own, in this order, before sets
	sets   []Set // for one change
	kept   int
}

func (d deed) takeBack() (b back, err error) {
	made, err := d.made()
	if err != nil {
		return b, err
	}
	if made {
		if s, ok := d.now.Write(Removed, "1"); ok {
			b.sets = []Set{s}
		}
		return b, nil
	}
	for _, p := range d.parts() {
		if len(p.moved) > 0 {
			b.sets = append(b.sets, Set{Field: p.field, Op: OpUndo}.on(p.moved))
		}
		if len(p.wrote) == 0 {
			continue
		}
		sets, err := d.unwrite(p)
		if err != nil {
			return b, err
		}
		if len(sets) == 0 {
			b.kept++
			continue
		}
		shown := len(sets) - 1
		b.before, b.sets = append(b.before, sets[:shown]...), append(b.sets, sets[shown])
	}
	return b, nil
}

// parts is what the deed did, field by field in the order of their names.
func (d deed) parts() []part {
	var parts []part
	for _, c := range d.changes {
		for _, s := range c.Sets {
			i, ok := slices.BinarySearchFunc(parts, s.Field, func(p part, n string) int { return strings.Compare(p.field, n) })
			if !ok {
				parts = slices.Insert(parts, i, part{field: s.Field})
			}
			parts[i].note(c.Stamp(), s)
		}
	}
	for i, p := range parts {
		parts[i].bases = slices.DeleteFunc(p.bases, func(s Stamp) bool { return contains(p.wrote, s) })
	}
	return parts
}

func (p *part) note(by Stamp, s Set) {
	if s.Op != OpWrite {
		p.moved = union(p.moved, []Stamp{by}, Stamp.Compare)
		return
	}
	p.wrote = union(p.wrote, []Stamp{by}, Stamp.Compare)
	p.bases = union(p.bases, s.Bases(), Stamp.Compare)
}

// made reports whether the deed made the record, of a kind that can be removed: nothing that counts is older, and nobody else
// made it too, as when two laptops import one list. A seat, a setting and what the directory says of somebody are never
// removed: they go back to what they were.
func (d deed) made() (bool, error) {
	switch d.now.Key.Kind {
	case KindSeat, KindSetting, KindPerson, KindInstitution:
		return false, nil
	}
	first := d.changes[len(d.changes)-1]
	if !creates(first) {
		return false, nil
	}
	for _, f := range d.now.Fields {
		if oldest, ok := f.oldest(); ok && oldest.Compare(first.Stamp()) < 0 {
			return false, nil
		}
	}
	for _, p := range d.parts() {
		if others, err := d.madeByOthers(p); others || err != nil {
			return false, err
		}
	}
	return true, nil
}

// creates reports whether c can have made a record: it says what it is, and builds on nothing.
func creates(c Change) bool {
	says := false
	for _, s := range c.Sets {
		switch {
		case s.Field == Removed, len(s.Bases()) > 0:
			return false
		case s.Op == OpWrite:
			says = true
		}
	}
	return says
}

// madeByOthers reports whether a register that the deed wrote has a head for which somebody else knew of nothing either.
func (d deed) madeByOthers(p part) (bool, error) {
	if len(p.wrote) == 0 {
		return false, nil
	}
	_, others, err := d.split(p, d.now.look(p.field).heads())
	if err != nil {
		return false, err
	}
	for _, v := range others {
		s, ok, err := d.writeAt(p.field, v.Stamp)
		if err != nil {
			return false, err
		}
		// What the history does not have may be anything: then the record stays.
		if !ok || len(s.Bases()) == 0 {
			return true, nil
		}
	}
	return false, nil
}

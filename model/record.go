package model

import (
	"slices"
	"sort"
	"strings"
)

// Record is the fold of all changes to one key.
type Record struct {
	Key    Key     `cbor:"1,keyasint"`
	Fields []Field `cbor:"2,keyasint"` // by name, ascending
}

// Fold takes a change into the record. A change of another record is none of its business and changes nothing.
func (r *Record) Fold(c Change) {
	if c.Key != r.Key {
		return
	}
	if r.Fields == nil {
		r.Fields = make([]Field, 0, len(c.Sets))
	}
	var firsts []Version // of registers that nobody has written: an import writes eight at a time, a hundred thousand times
	for _, s := range c.Sets {
		f := r.field(s.Field)
		switch s.Op {
		case OpWrite:
			v := Version{Stamp: c.Stamp(), Value: s.Value, Restores: s.Restores()}
			if len(f.Writes) == 0 {
				if firsts == nil {
					firsts = make([]Version, 0, len(c.Sets))
				}
				firsts = append(firsts, v)
				f.Writes = firsts[len(firsts)-1 : len(firsts) : len(firsts)]
			} else {
				f.write(v)
			}
			f.cover(s.Bases())
		case OpAdd:
			f.add(Element{
				Stamp: c.Stamp(), Value: s.Value,
				Origin: Origin{Wall: c.Wall, Officer: c.Officer, Desk: c.Desk},
			})
		case OpWithdraw:
			f.Withdrawn = union(f.Withdrawn, claims(c.Stamp(), s.Bases()), Claim.compare)
		case OpUndo:
			f.Undone = union(f.Undone, claims(c.Stamp(), s.Bases()), Claim.compare)
		}
	}
}

// Merge takes in another fold of the same record.
func (r *Record) Merge(o Record) {
	if o.Key != r.Key {
		return
	}
	for _, of := range o.Fields {
		f := r.field(of.Name)
		for _, v := range of.Writes {
			f.write(v)
		}
		f.cover(of.Covered)
		for _, e := range of.Elements {
			f.add(e)
		}
		f.Withdrawn = union(f.Withdrawn, of.Withdrawn, Claim.compare)
		f.Undone = union(f.Undone, of.Undone, Claim.compare)
	}
}

// Clone is a copy that shares nothing with r.
func (r Record) Clone() Record {
	c := Record{Key: r.Key, Fields: slices.Clone(r.Fields)}
	for i, f := range c.Fields {
		c.Fields[i] = Field{
			Name: f.Name, Writes: slices.Clone(f.Writes), Covered: slices.Clone(f.Covered),
			Elements: slices.Clone(f.Elements), Withdrawn: slices.Clone(f.Withdrawn), Undone: slices.Clone(f.Undone),
		}
	}
	return c
}

// Get is the value that the register shows; empty where nobody wrote.
func (r Record) Get(field string) string {
	if f := r.look(field); f != nil && len(f.Writes) > 0 {
		return f.Writes[0].Value
	}
	return ""
}

// Elements are the elements of the set that stand, earliest first: those that are neither undone nor withdrawn by a change
// that stands. They may be the record's own: who wants to alter them clones them.
func (r Record) Elements(field string) []Element {
	return r.look(field).standing()
}

// Heads are the stamps of all that a writer of the register sees, latest first: what is shown and what conflicts with it.
func (r Record) Heads(field string) []Stamp {
	return stampsOf(r.look(field).heads())
}

// Conflicts are the fields with heads whose values differ: somebody has to settle them. Their Writes are the heads, of which
// the first is shown.
func (r Record) Conflicts() []Field {
	var out []Field
	for _, f := range r.Fields {
		f.Writes = f.heads()
		if slices.ContainsFunc(f.Writes, func(v Version) bool { return v.Value != f.Writes[0].Value }) {
			out = append(out, f)
		}
	}
	return out
}

// Write is the set that gives the register a value, in knowledge of all that r holds; ok is false when it would change
// nothing.
func (r Record) Write(field, value string) (s Set, ok bool) {
	heads := r.look(field).heads()
	if len(heads) == 0 && value == "" || len(heads) == 1 && heads[0].Value == value {
		return Set{}, false
	}
	return Set{Field: field, Value: value}.on(stampsOf(heads)), true
}

// Edit is the sets that give registers these values, field by field in the order of their names; unchanged ones are left out.
func (r Record) Edit(values map[string]string) []Set {
	var sets []Set
	for field, value := range values {
		if s, ok := r.Write(field, value); ok {
			sets = append(sets, s)
		}
	}
	slices.SortFunc(sets, func(a, b Set) int { return strings.Compare(a.Field, b.Field) })
	return sets
}

// IsNew reports whether nobody has written anything to the record.
func (r Record) IsNew() bool { return len(r.Fields) == 0 }

// look is the field of that name, as it stands in the record; nil where nobody has done anything to it.
func (r Record) look(name string) *Field {
	if i, ok := r.place(name); ok {
		return &r.Fields[i]
	}
	return nil
}

// field is look, with the field made where there is none.
func (r *Record) field(name string) *Field {
	i, ok := r.place(name)
	if !ok {
		r.Fields = slices.Insert(r.Fields, i, Field{Name: name})
	}
	return &r.Fields[i]
}

// place is where the field stands, or would. It compares in place: a Field is large, and this is what a door does most.
func (r Record) place(name string) (int, bool) {
	return sort.Find(len(r.Fields), func(i int) int { return strings.Compare(name, r.Fields[i].Name) })
}

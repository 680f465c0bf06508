package model

import (
	"slices"

	"hadir/model/ident"
)

// Level says how much of what a record said of people has been taken out of it for good.
type Level uint8

// The levels. A higher one takes out what a lower one does.
const (
	Whole     Level = 0
	NoNumbers Level = 1 // NIKs and phone numbers are gone
	NoNames   Level = 2 // names of guests, of who came in their place and of who asked, too
)

// Purged is a set of an event's record, or of a record that belongs to no event: its elements are the levels to which personal
// data was taken out. It only grows: what was taken out is nowhere, and undoing the act would bring nothing back.
const Purged = "purged"

// Erased stands where the name of a person was. An empty name would be a seat that waits for one.
const Erased = "(dihapus)"

// purgedWords are the levels as elements of [Purged] hold them.
const (
	purgedNumbers = "numbers"
	purgedNames   = "names"
)

// AddPurged is the set that purges a record, and with an event's all that belongs to the event.
func AddPurged(l Level) Set {
	if l == NoNames {
		return Add(Purged, purgedNames)
	}
	return Add(Purged, purgedNumbers)
}

// LevelOf is the level that a record was purged to, whatever was undone since.
func LevelOf(r Record) (l Level) {
	if f := r.look(Purged); f != nil {
		for _, e := range f.Elements {
			l = max(l, levelOf(e.Value))
		}
	}
	return l
}

// PurgedBy is the level that a change purges its record to; [Whole] for one that does not.
func PurgedBy(c Change) (l Level) {
	for _, s := range c.Sets {
		if s.Field == Purged && s.Op == OpAdd {
			l = max(l, levelOf(s.Value))
		}
	}
	return l
}

func levelOf(word string) Level {
	switch word {
	case purgedNumbers:
		return NoNumbers
	case purgedNames:
		return NoNames
	}
	return Whole
}

// PurgedWith is the key of the record whose [Purged] says to which level records under k are purged: the event's, or the record
// itself where it belongs to none.
func PurgedWith(k Key) Key {
	if k.Event.IsZero() {
		return k
	}
	return EventKey(k.Event)
}

// Gone counts what is taken out of a record.
type Gone struct {
	Numbers int // NIKs and phone numbers
	Names   int
}

// Any reports whether anything is.
func (g Gone) Any() bool { return g.Numbers+g.Names > 0 }

func (g *Gone) add(o Gone) { g.Numbers, g.Names = g.Numbers+o.Numbers, g.Names+o.Names }

// MayBePersonal reports whether there may be anything in a change for [Redact] to take out. It looks at no text: a check-in is
// told apart in no time.
func MayBePersonal(c Change) bool {
	return slices.ContainsFunc(c.Sets, func(s Set) bool { return s.Value != "" && trait(c.Key.Kind, s.Field) != plain })
}

// Redact is a change without what a purge to that level takes out: values are emptied, marked or cut, and nothing else changes,
// so that it still stands in its place, covers what it covered and undoes what it undid. It depends on nothing but the change:
// folding redacted changes gives the redacted record, in whatever order they come.
func Redact(c Change, l Level) Change {
	sets := c.Sets
	for i, s := range c.Sets {
		value, _ := redact(c.Key.Kind, s.Field, s.Value, l)
		if l >= NoNames && c.Key.Kind == KindAction && ownerIsPerson(c, s) {
			value = Erased
		}
		if value == s.Value {
			continue
		}
		if &sets[0] == &c.Sets[0] {
			sets = slices.Clone(c.Sets)
		}
		sets[i].Value = value
	}
	c.Sets = sets
	return c
}

// ownerIsPerson reports whether a set of a change of an action writes an owner who may be a person. An institution and free words
// come with the record and point to nobody; an official's role is an office. What an edit writes alone is not known, and goes.
func ownerIsPerson(c Change, s Set) bool {
	if s.Field != ActionOwner || s.Op != OpWrite || s.Value == "" {
		return false
	}
	for _, of := range c.Sets {
		if of.Field == ActionOwnerKey && of.Op == OpWrite {
			k, err := ParseKey(of.Value)
			return err != nil || k.Kind == KindGuest || k.Kind == KindPerson
		}
	}
	return len(s.Bases()) > 0
}

// RedactRecord is a record without what a purge to that level takes out of its changes, and how much that was. The owner of an
// action is the exception: whether it names a person only the changes tell, so at [NoNames] actions have to be folded anew.
func RedactRecord(r Record, l Level) (Record, Gone) {
	var gone Gone
	out := r.Clone()
	for i, f := range out.Fields {
		for j := range f.Writes {
			gone.add(redactIn(&f.Writes[j].Value, r.Key.Kind, f.Name, l))
		}
		for j := range f.Elements {
			gone.add(redactIn(&f.Elements[j].Value, r.Key.Kind, f.Name, l))
		}
		out.Fields[i] = f
	}
	return out, gone
}

func redactIn(value *string, k Kind, field string, l Level) (gone Gone) {
	*value, gone = redact(k, field, *value, l)
	return gone
}

// NumbersIn are the NIKs and phone numbers that a record holds, as [ident.Numbers] gives them.
func NumbersIn(r Record) (out []string) {
	for _, f := range r.Fields {
		if trait(r.Key.Kind, f.Name) == plain {
			continue
		}
		for _, v := range f.Writes {
			out = append(out, ident.Numbers(v.Value)...)
		}
		for _, e := range f.Elements {
			out = append(out, ident.Numbers(e.Value)...)
		}
	}
	return out
}

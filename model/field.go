package model

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Field holds what changes made of one field of a record: a register (Writes, Covered), or a set (Elements, Withdrawn); of
// either, Undone is what was taken back.
//
// Of a register only the latest write and those that no write covers are kept; of the covered ones only the stamps, so that
// a covered write that arrives late is known for what it is. A set keeps all its elements, also those withdrawn: who undoes
// a withdrawal brings back the very element, with its time and desk.
type Field struct {
	Name      string    `cbor:"1,keyasint"`
	Writes    []Version `cbor:"2,keyasint,omitempty"` // latest first: the first is shown, others are conflicts unless undone
	Covered   []Stamp   `cbor:"3,keyasint,omitempty"` // ascending
	Elements  []Element `cbor:"4,keyasint,omitempty"` // all, earliest first
	Withdrawn []Claim   `cbor:"5,keyasint,omitempty"` // ascending
	Undone    []Claim   `cbor:"6,keyasint,omitempty"` // ascending
}

// Version is one write of a register. Restores is the write whose text an undo put back with it; zero where nobody undid
// anything, and where there had been no text.
type Version struct {
	_        struct{} `cbor:",toarray"`
	Stamp    Stamp
	Value    string
	Restores Stamp
}

// Element is one element of a set: what, and when, by whom and where it was added.
type Element struct {
	_      struct{} `cbor:",toarray"`
	Stamp  Stamp
	Origin Origin
	Value  string
}

// When is the wall clock as it stood when the element was added, in UTC.
func (e Element) When() time.Time { return time.UnixMilli(e.Origin.Wall).UTC() }

// Claim is what one change says of another in one field: that its element is withdrawn, or that its part is undone. It
// counts as long as the change that says it is not undone itself.
type Claim struct {
	_    struct{} `cbor:",toarray"`
	By   Stamp
	What Stamp
}

func (c Claim) compare(o Claim) int { return cmp.Or(c.By.Compare(o.By), c.What.Compare(o.What)) }

func claims(by Stamp, what []Stamp) []Claim {
	out := make([]Claim, len(what))
	for i, w := range what {
		out[i] = Claim{By: by, What: w}
	}
	return out
}

// undone is the changes whose part in the field does not stand: an undo that stands names them. Latest first, an undo is
// judged before what it undoes. One that names something later than itself, which only a hostile file has, counts for
// nothing: otherwise two could undo each other, and there were no answer.
func (f *Field) undone() map[Stamp]bool {
	if len(f.Undone) == 0 {
		return nil
	}
	undone := make(map[Stamp]bool, len(f.Undone))
	for _, c := range slices.Backward(f.Undone) {
		if !undone[c.By] && c.What.Compare(c.By) < 0 {
			undone[c.What] = true
		}
	}
	return undone
}

// standing is the elements that are neither undone nor withdrawn by a change that stands. Nearly every seat has one arrival
// and no claim, and a door opens with 100,000 of them: then nothing is looked up and nothing is copied. A field that nobody
// has touched is nil, here and in heads.
func (f *Field) standing() []Element {
	if f == nil {
		return nil
	}
	if len(f.Withdrawn)+len(f.Undone) == 0 {
		return f.Elements
	}
	undone := f.undone()
	withdrawn := make(map[Stamp]bool, len(f.Withdrawn))
	for _, c := range f.Withdrawn {
		if !undone[c.By] {
			withdrawn[c.What] = true
		}
	}
	var out []Element
	for _, e := range f.Elements {
		if !undone[e.Stamp] && !withdrawn[e.Stamp] {
			out = append(out, e)
		}
	}
	return out
}

// heads is the write that is shown, and those in conflict with it that were not undone. The first is never left out: what
// it took the place of is not kept, so an undo of what is shown writes the old text anew instead.
func (f *Field) heads() []Version {
	if f == nil {
		return nil
	}
	if len(f.Writes) < 2 || len(f.Undone) == 0 {
		return f.Writes
	}
	undone := f.undone()
	heads := f.Writes[:1:1]
	for _, v := range f.Writes[1:] {
		// A text may have been undone at one desk while another put it back as a conflict.
		again := !v.Restores.IsZero() && undone[v.Restores]
		if !undone[v.Stamp] && !again {
			heads = append(heads, v)
		}
	}
	return heads
}

// oldest is the stamp of the earliest thing done to the field that still counts; ok is false where nothing does.
func (f *Field) oldest() (oldest Stamp, ok bool) {
	var all []Stamp
	if heads := f.heads(); len(heads) > 0 {
		all = append(all, heads[len(heads)-1].Stamp)
	}
	if len(f.Covered) > 0 {
		all = append(all, f.Covered[0])
	}
	if elements := f.standing(); len(elements) > 0 {
		all = append(all, elements[0].Stamp)
	}
	if len(all) == 0 {
		return Stamp{}, false
	}
	return slices.MinFunc(all, Stamp.Compare), true
}

// write takes in a write; [Field.cover] has to follow, since it may have been covered before it came.
func (f *Field) write(v Version) {
	i, ok := slices.BinarySearchFunc(f.Writes, v, func(a, b Version) int { return b.Stamp.Compare(a.Stamp) })
	switch {
	case !ok:
		f.Writes = slices.Insert(f.Writes, i, v)
	case compareVersions(f.Writes[i], v) < 0:
		f.Writes[i] = v
	}
}

// cover takes in what a write covers, then drops what is covered, except the latest: the latest is what is shown, even where
// a wrong clock made somebody cover it before it was written.
func (f *Field) cover(bases []Stamp) {
	f.Covered = union(f.Covered, bases, Stamp.Compare)
	if len(f.Writes) > 1 && len(f.Covered) > 0 {
		kept := slices.DeleteFunc(f.Writes[1:], func(v Version) bool { return contains(f.Covered, v.Stamp) })
		f.Writes = f.Writes[:1+len(kept)]
	}
}

func (f *Field) add(e Element) {
	i, ok := slices.BinarySearchFunc(f.Elements, e, func(a, b Element) int { return a.Stamp.Compare(b.Stamp) })
	switch {
	case !ok:
		f.Elements = slices.Insert(f.Elements, i, e)
	case compareElements(f.Elements[i], e) < 0:
		f.Elements[i] = e
	}
}

// compareVersions orders two writes of one stamp, which only a fork can make, so that every laptop keeps the same.
func compareVersions(a, b Version) int {
	return cmp.Or(strings.Compare(a.Value, b.Value), a.Restores.Compare(b.Restores))
}

// compareElements is the same for two elements of one stamp.
func compareElements(a, b Element) int {
	return cmp.Or(
		strings.Compare(a.Value, b.Value), cmp.Compare(a.Origin.Wall, b.Origin.Wall),
		strings.Compare(a.Origin.Officer, b.Origin.Officer), strings.Compare(a.Origin.Desk, b.Origin.Desk),
	)
}

func stampsOf(versions []Version) []Stamp {
	stamps := make([]Stamp, len(versions))
	for i, v := range versions {
		stamps[i] = v.Stamp
	}
	return stamps
}

// union adds to a, which is ascending, what b has and a has not.
func union[T any](a, b []T, compare func(T, T) int) []T {
	for _, x := range b {
		if i, ok := slices.BinarySearchFunc(a, x, compare); !ok {
			a = slices.Insert(a, i, x)
		}
	}
	return a
}

func contains(ascending []Stamp, s Stamp) bool {
	_, ok := slices.BinarySearchFunc(ascending, s, Stamp.Compare)
	return ok
}

package index

import (
	"encoding/binary"
	"maps"
	"slices"
	"strings"
	"time"

	"hadir/model"
)

// Entry is a record on its way into the index: what is to be found of it, and which document it takes the place of.
type Entry struct {
	Key    model.Key
	Seq    uint64 // tells two entries of one record apart
	Old    uint32 // the document that was this record before; 0: none
	Gone   bool   // the record is not to be found any more
	Day    uint16 // the record's own day, see [DayOf]; 0: none
	Length uint16 // words, see [Builder]
	Terms  []Posting
}

// Posting is one term of a document.
type Posting struct {
	Term  string
	Count uint32   // how often, each time by its weight
	At    []uint32 // where, ascending; empty for terms of which nobody asks
}

// DayOf is an ISO 8601 day as days since 1970; 0 for what is none, or outside of what two bytes say.
func DayOf(iso string) uint16 {
	if len(iso) < len(time.DateOnly) {
		return 0
	}
	t, err := time.Parse(time.DateOnly, iso[:len(time.DateOnly)])
	if err != nil || t.Year() < 1970 || t.Year() > 2148 {
		return 0
	}
	return uint16(t.Unix() / (24 * 60 * 60))
}

// Builder collects the terms of one document. The zero Builder is ready.
type Builder struct {
	terms  map[string]*Posting
	length int
}

// Add adds a term once, with its weight and, unless it is negative, its place.
func (b *Builder) Add(term string, weight, at int) {
	if b.terms == nil {
		b.terms = make(map[string]*Posting)
	}
	p := b.terms[term]
	if p == nil {
		p = &Posting{Term: term}
		b.terms[term] = p
	}
	p.Count += uint32(weight)
	if at >= 0 {
		p.At = append(p.At, uint32(at))
	}
}

// Once adds a term that is either there or not.
func (b *Builder) Once(term string) {
	if b.terms[term] == nil {
		b.Add(term, 1, -1)
	}
}

// Words counts words towards the length of the document.
func (b *Builder) Words(n int) { b.length += n }

// Entry is what was collected, and leaves the builder empty. Places must have been added in their order.
func (b *Builder) Entry(e Entry) Entry {
	e.Length = uint16(min(b.length, 1<<16-1))
	e.Terms = make([]Posting, 0, len(b.terms))
	for _, t := range slices.Sorted(maps.Keys(b.terms)) {
		e.Terms = append(e.Terms, *b.terms[t])
	}
	clear(b.terms)
	b.length = 0
	return e
}

// find is a term of the entry.
func (e *Entry) find(term string) (Posting, bool) {
	i, ok := slices.BinarySearchFunc(e.Terms, term, func(p Posting, t string) int { return strings.Compare(p.Term, t) })
	if !ok {
		return Posting{}, false
	}
	return e.Terms[i], true
}

// PendingKey is where a record's entry stands.
func PendingKey(k model.Key) []byte {
	b := append(make([]byte, 0, 33), byte(k.Kind))
	b = append(b, k.Event[:]...)
	return append(b, k.ID[:]...)
}

// Append writes an entry as a value:
//
//	seq, old (uvarint), gone (1), kind (1), event, id (16), day, length, count (uvarint), then for each term: front-coded
//	text, count<<1 | has places, places each as the distance<<1 | last
func (e *Entry) Append(b []byte) []byte {
	b = binary.AppendUvarint(b, e.Seq)
	b = binary.AppendUvarint(b, uint64(e.Old))
	gone := byte(0)
	if e.Gone {
		gone = 1
	}
	b = append(b, gone, byte(e.Key.Kind))
	b = append(append(b, e.Key.Event[:]...), e.Key.ID[:]...)
	b = binary.AppendUvarint(b, uint64(e.Day))
	b = binary.AppendUvarint(b, uint64(e.Length))
	b = binary.AppendUvarint(b, uint64(len(e.Terms)))
	before := ""
	for _, p := range e.Terms {
		b = front(b, before, p.Term)
		before = p.Term
		n := uint64(p.Count) << 1
		if len(p.At) > 0 {
			n |= 1
		}
		b = appendPlaces(binary.AppendUvarint(b, n), p.At)
	}
	return b
}

// ParseEntry reads a value that [Entry.Append] wrote. Nothing of it stays in use.
func ParseEntry(body []byte) (*Entry, error) {
	r := reader{b: body}
	e := &Entry{Seq: r.uvarint(), Old: uint32(r.small(1 << 32)), Gone: r.byte() != 0}
	e.Key = model.Key{Kind: model.Kind(r.byte()), Event: r.id(), ID: r.id()}
	e.Day, e.Length = uint16(r.small(1<<16)), uint16(r.small(1<<16))
	n := r.small(uint64(len(r.b)) + 1)
	e.Terms = make([]Posting, 0, n)
	var term []byte
	for range n {
		term = r.back(term)
		p := Posting{Term: string(term)}
		count := r.small(1 << 32)
		p.Count = uint32(count >> 1)
		if count&1 != 0 {
			p.At = r.places(nil)
		}
		if len(e.Terms) > 0 && e.Terms[len(e.Terms)-1].Term >= p.Term {
			r.fail()
		}
		e.Terms = append(e.Terms, p)
	}
	if r.bad || len(r.b) > 0 {
		return nil, damaged("entry")
	}
	return e, nil
}

// appendPlaces writes ascending places: each the distance from the one before, shifted to make room for a bit that says
// whether it is the last.
func appendPlaces(b []byte, at []uint32) []byte {
	before := uint32(0)
	for i, p := range at {
		n := uint64(p-before) << 1
		if i == len(at)-1 {
			n |= 1
		}
		b = binary.AppendUvarint(b, n)
		before = p
	}
	return b
}

// places reads what appendPlaces wrote, and appends it.
func (r *reader) places(dst []uint32) []uint32 {
	before := uint32(0)
	for !r.bad {
		n := r.uvarint()
		before += uint32(n >> 1)
		dst = append(dst, before)
		if n&1 != 0 {
			break
		}
	}
	return dst
}

// each calls f with the terms that begin with a prefix.
func (e *Entry) each(prefix string, f func(Posting)) {
	i, _ := slices.BinarySearchFunc(e.Terms, prefix, func(p Posting, t string) int { return strings.Compare(p.Term, t) })
	for ; i < len(e.Terms) && strings.HasPrefix(e.Terms[i].Term, prefix); i++ {
		f(e.Terms[i])
	}
}

// YearOf is the year of a day.
func YearOf(day uint16) int { return time.Unix(int64(day)*24*60*60, 0).UTC().Year() }

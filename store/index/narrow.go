package index

import (
	"slices"

	"hadir/model"
)

// narrow finds which documents of a source may be found at all. It leaves allowed nil where all may.
func (s *Snapshot) narrow(i int, q *Query, events [][]bool, without []*want) {
	x := &s.sources[i]
	s.allowed = nil
	if s.hidden != nil && x.entries == nil {
		s.allow(x)
		s.drop(x, func(d uint32) bool { doc := x.from + d; return s.hidden[doc/64]&(1<<(doc%64)) != 0 })
	}
	if s.State.Docs != s.State.Next-1 && x.entries == nil {
		s.allow(x)
		s.drop(x, func(d uint32) bool { return x.kind[d] == 0 })
	}
	if s.gone {
		s.allow(x)
		s.drop(x, func(d uint32) bool { return !s.info[x.event[d]].Live })
	}
	for j := range q.Filters {
		s.allow(x)
		s.filter(x, &q.Filters[j], events[j])
	}
	for _, w := range without {
		if w.df[i] > 0 {
			s.allow(x)
			s.spread(x, w.lists[i])
			for j, set := range s.seen {
				s.allowed[j] &^= set
			}
		}
	}
}

// allow makes sure that there is a set to take documents out of.
func (s *Snapshot) allow(x *source) {
	if s.allowed != nil {
		return
	}
	s.room = cleared(s.room, x.n/64+1)
	s.allowed = s.room
	for j := range s.allowed {
		s.allowed[j] = ^uint64(0)
	}
	s.allowed[x.n/64] = 1<<(x.n%64) - 1
}

func (s *Snapshot) drop(x *source, gone func(d uint32) bool) {
	for d := range uint32(x.n) {
		if gone(d) {
			s.allowed[d/64] &^= 1 << (d % 64)
		}
	}
}

// filter narrows by one filter. What it lets through is collected first, since any of its ways will do.
func (s *Snapshot) filter(x *source, f *Filter, events []bool) {
	s.mask = cleared(s.mask, x.n/64+1)
	for _, terms := range f.Marks {
		s.marked(x, terms)
		for j, set := range s.side {
			s.mask[j] |= set
		}
	}
	if len(f.Marks) == 0 || len(f.Kinds)+len(f.Events) > 0 || !f.Event.IsZero() || f.From|f.To != 0 {
		own, known := s.Columns.At[f.Event]
		if i, ok := s.at[f.Event]; ok && !known {
			own, known = i, true
		}
		for d := range uint32(x.n) {
			if s.passes(x, f, d, events, own, known) {
				s.mask[d/64] |= 1 << (d % 64)
			}
		}
	}
	for j, set := range s.mask {
		if f.Not {
			set = ^set
		}
		s.allowed[j] &= set
	}
}

// passes reports whether a document passes a filter by what its columns say.
func (s *Snapshot) passes(x *source, f *Filter, d uint32, events []bool, own uint32, known bool) bool {
	switch {
	case len(f.Kinds) > 0 && slices.Contains(f.Kinds, x.kind[d]):
		return true
	case events != nil && events[x.event[d]]:
		return true
	case !f.Event.IsZero() && known && x.event[d] == own:
		return true
	case f.From|f.To != 0:
		day := s.dayOf(x, d)
		return day >= f.From && day > 0 && (f.To == 0 || day <= f.To)
	}
	return false
}

// marked leaves in side the documents that have all of some terms.
func (s *Snapshot) marked(x *source, terms []string) {
	s.side = cleared(s.side, x.n/64+1)
	var found []list
	for i, t := range terms {
		s.seen = cleared(s.seen, x.n/64+1)
		found = x.find(found[:0], t)
		for _, l := range found {
			s.mark(x, l)
		}
		for j, set := range s.seen {
			if i == 0 {
				s.side[j] = set
			} else {
				s.side[j] &= set
			}
		}
	}
}

// mark adds the documents of a list to seen.
func (s *Snapshot) mark(x *source, l list) {
	if d := s.apart(x, l); d != nil {
		for j, set := range d.bits {
			s.seen[j] |= set
		}
		return
	}
	w := &s.walk
	w.open(s.r, l)
	for w.next() {
		if !w.load() || w.first < x.from || w.last-x.from >= uint32(x.n) {
			continue
		}
		for _, doc := range w.docs[:w.n] {
			d := doc - x.from
			s.seen[d/64] |= 1 << (d % 64)
		}
	}
	s.hurt += w.hurt
}

// eventsOf are, for each filter that asks for events, the events that have its terms.
func (s *Snapshot) eventsOf(filters []Filter) [][]bool {
	out := make([][]bool, len(filters))
	for j := range filters {
		f := &filters[j]
		if len(f.Events) == 0 {
			continue
		}
		out[j] = make([]bool, len(s.events))
		for i := range s.sources {
			x := &s.sources[i]
			for _, terms := range f.Events {
				s.marked(x, terms)
				s.allowed = nil
				s.each(s.side, func(d uint32) {
					doc := x.from + d
					old := x.entries == nil && s.hidden != nil && s.hidden[doc/64]&(1<<(doc%64)) != 0
					if x.kind[d] == model.KindEvent && !old {
						out[j][x.event[d]] = true
					}
				})
			}
		}
	}
	return out
}

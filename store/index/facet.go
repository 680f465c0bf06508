package index

import (
	"math/bits"
	"slices"
	"strings"

	"hadir/model"
)

// facetColumn is, for each document of a segment, which of the terms that begin alike it has: mostly one. It never changes.
type facetColumn struct {
	terms []string
	first []uint32    // by document: the number of a term, from 1; 0: none
	rest  [][2]uint32 // document and term of those that have more
}

func (f *facetColumn) size() int {
	n := 4*len(f.first) + 8*len(f.rest)
	for _, t := range f.terms {
		n += 16 + len(t)
	}
	return n
}

// column is the column of the terms that begin so; nil where some of it cannot be read.
func (s *Snapshot) column(x *source, prefix string) *facetColumn {
	k := apartKey{seg: x.dict.seg, terms: prefix}
	if e := s.cache.get(k); e != nil {
		return e.facet
	}
	f := &facetColumn{first: make([]uint32, x.n)}
	hurt := s.hurt
	x.dict.each(prefix, func(term []byte, l list) bool {
		f.terms = append(f.terms, string(term))
		s.columnList(x, f, l)
		return !s.stopped()
	})
	if s.hurt > hurt || s.stopped() {
		return f
	}
	s.cache.keep(k, &kept{facet: f, size: f.size()})
	return f
}

func (s *Snapshot) columnList(x *source, f *facetColumn, l list) {
	w := &s.walk
	w.open(s.r, l)
	for w.next() {
		if !w.load() || w.first < x.from || w.last-x.from >= uint32(x.n) {
			continue
		}
		for _, doc := range w.docs[:w.n] {
			d := doc - x.from
			if f.first[d] == 0 {
				f.first[d] = uint32(len(f.terms))
			} else {
				f.rest = append(f.rest, [2]uint32{d, uint32(len(f.terms))})
			}
		}
	}
	s.hurt += w.hurt
}

// counts are facets as they are counted, source by source.
type counts struct {
	kinds  [256]int
	days   map[uint16]int
	events []int         // by their place among the snapshot's
	terms  [][]begunTerm // by the beginnings asked for, in the order of the terms
	times  []int         // room: by term of one column
}

func newCounts(beginnings, events int) *counts {
	return &counts{days: make(map[uint16]int), events: make([]int, events), terms: make([][]begunTerm, beginnings)}
}

// facets counts by what a set of documents of a source has.
func (x *search) facets(s *source, set []uint64) {
	c := x.counted
	for j, w := range set {
		for ; w != 0; w &= w - 1 {
			d := uint32(j*64 + bits.TrailingZeros64(w))
			c.kinds[s.kind[d]]++
			if e := s.event[d]; e != 0 {
				c.events[e]++
			} else if day := s.day[d]; day > 0 {
				c.days[day]++
			}
		}
	}
	for k, prefix := range x.q.Facets {
		if x.stopped() {
			return
		}
		var found []begunTerm
		if s.entries == nil {
			found = c.count(x.column(s, prefix), set)
		} else {
			for d, e := range s.entries {
				if set[d/64]&(1<<(d%64)) != 0 {
					e.each(prefix, func(p Posting) { found = append(found, begunTerm{p.Term, 1}) })
				}
			}
			found = summed(found)
		}
		c.terms[k] = both(c.terms[k], found)
	}
}

// count is how many of a set have each term of a column, in the order of the terms.
func (c *counts) count(f *facetColumn, set []uint64) (out []begunTerm) {
	c.times = cleared(c.times, len(f.terms)+1)
	for j, w := range set {
		for ; w != 0; w &= w - 1 {
			c.times[f.first[j*64+bits.TrailingZeros64(w)]]++
		}
	}
	for _, r := range f.rest {
		if set[r[0]/64]&(1<<(r[0]%64)) != 0 {
			c.times[r[1]]++
		}
	}
	for i, n := range c.times[1:] {
		if n > 0 {
			out = append(out, begunTerm{f.terms[i], n})
		}
	}
	return out
}

// both adds up two counts that are in order.
func both(a, b []begunTerm) []begunTerm {
	if len(a) == 0 || len(b) == 0 {
		return append(a, b...)
	}
	out := make([]begunTerm, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch strings.Compare(a[0].term, b[0].term) {
		case -1:
			out, a = append(out, a[0]), a[1:]
		case 1:
			out, b = append(out, b[0]), b[1:]
		default:
			out = append(out, begunTerm{a[0].term, a[0].df + b[0].df})
			a, b = a[1:], b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// into puts the most frequent values into a result. Documents of an event are of its day.
func (c *counts) into(out *Result, beginnings []string, s *Snapshot) {
	out.Kinds, out.Days, out.Terms = make(map[model.Kind]int), c.days, make(map[string]int)
	for k, n := range c.kinds {
		if n > 0 {
			out.Kinds[model.Kind(k)] = n
		}
	}
	for e, n := range c.events {
		if day := s.info[e].Day; day > 0 && n > 0 {
			out.Days[day] += n
		}
	}
	out.Events = make(map[model.ID]int)
	for _, e := range mostFrequent(len(c.events), func(e int) int { return c.events[e] }) {
		out.Events[s.events[e]] = c.events[e]
	}
	for _, terms := range c.terms[:len(beginnings)] {
		for _, i := range mostFrequent(len(terms), func(i int) int { return terms[i].df }) {
			out.Terms[terms[i].term] = terms[i].df
		}
	}
}

// mostFrequent are those of n with the highest counts, of equal ones the first; nothing that was not counted is among them.
func mostFrequent(n int, count func(i int) int) (best []int) {
	for i := range n {
		c := count(i)
		if c == 0 || len(best) == FacetValues && c <= count(best[len(best)-1]) {
			continue
		}
		at, _ := slices.BinarySearchFunc(best, c, func(b, c int) int {
			if count(b) >= c {
				return -1
			}
			return 1
		})
		best = slices.Insert(best, at, i)
		best = best[:min(len(best), FacetValues)]
	}
	return best
}

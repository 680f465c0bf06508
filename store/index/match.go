package index

import (
	"math/bits"
)

// weighted is a list and what its term counts.
type weighted struct {
	list
	weight float64
	dense  *dense // the same taken apart, if it is; of several lists there is nothing else
}

// want is a group, looked up.
type want struct {
	scale float64      // the group's weight times the rarity of its most frequent term
	need  bool         // whether it counts towards having everything
	lists [][]weighted // by source
	df    []int        // by source
}

// lookUp finds the lists of a group in every source.
func (s *Snapshot) lookUp(g Group, need bool) want {
	w := want{need: need, lists: make([][]weighted, len(s.sources)), df: make([]int, len(s.sources))}
	most := 0.0
	for _, a := range g.Alts {
		most = max(most, a.Weight*float64(s.lookUpTerm(&w, a)))
	}
	if g.Prefix != "" {
		begun, frequent := s.begun(g)
		most = max(most, g.Begun*float64(frequent))
		s.lookUpBegun(&w, begun, g.Begun)
	}
	w.scale = g.Weight * rarity(float64(s.live), most)
	return w
}

// lookUpTerm adds the lists of a term, and gives in how many documents it is.
func (s *Snapshot) lookUpTerm(w *want, a Alt) (df int) {
	var room [4]list
	for i := range s.sources {
		df += s.lookUpIn(w, i, a, room[:0])
	}
	return df
}

func (s *Snapshot) lookUpIn(w *want, i int, a Alt, room []list) (df int) {
	for _, l := range s.sources[i].find(room, a.Term) {
		w.lists[i] = append(w.lists[i], weighted{l, a.Weight, s.taken(&s.sources[i], l)})
		w.df[i] += l.df
		df += l.df
	}
	return df
}

// lookUpBegun adds the lists of terms that only begin as they should, where they are long as one list.
func (s *Snapshot) lookUpBegun(w *want, terms []Alt, weight float64) {
	for i := range s.sources {
		if d := s.merged(&s.sources[i], terms); d != nil {
			w.lists[i] = append(w.lists[i], weighted{list{df: d.df}, weight, d})
			w.df[i] += d.df
			continue
		}
		for _, a := range terms {
			s.lookUpIn(w, i, a, nil)
		}
	}
}

// scratch is room that searches use again. The documents in it are numbered within their source.
type scratch struct {
	norms   norms
	walk    walker
	best    []float64 // by document, valid where seen says so
	seen    []uint64
	allowed []uint64 // what filters leave; nil: everything
	room    []uint64 // for allowed
	side    []uint64
	mask    []uint64
	docs    []uint32 // the documents that are still in the race
	sums    []float64
	hits    []uint8 // how many of the groups that are needed they have
	parts   []float64
	anyOf   []uint64
	total   []float64
	many    []uint8
	starts  []uint32
	places  []uint32
	times   []uint32
	often   []uint32
	kept    freshDays
}

func cleared[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	s = s[:n]
	clear(s)
	return s
}

// spread puts what each document of a source is worth by a group into best.
func (s *Snapshot) spread(x *source, lists []weighted) {
	s.seen = cleared(s.seen, x.n/64+1)
	if cap(s.best) < x.n {
		s.best = make([]float64, x.n+x.n/4)
	}
	s.best = s.best[:cap(s.best)]
	w := &s.walk
	for _, l := range lists {
		if s.stopped() {
			return
		}
		if d := s.entire(x, l); d != nil {
			s.spreadDense(x, d, l.weight)
			continue
		}
		w.open(s.r, l.list)
		for w.next() {
			if !w.load() || w.first < x.from || w.last-x.from >= uint32(x.n) {
				continue
			}
			for i, doc := range w.docs[:w.n] {
				s.credit(doc-x.from, l.weight*s.norms.part(w.counts[i], x.length[doc-x.from]))
			}
		}
		s.hurt += w.hurt
	}
}

// credit takes in what a document is worth by one list.
func (s *Snapshot) credit(d uint32, v float64) {
	bit := uint64(1) << (d % 64)
	if s.seen[d/64]&bit == 0 {
		s.seen[d/64] |= bit
		s.best[d] = v
	} else if v > s.best[d] {
		s.best[d] = v
	}
}

// spreadDense is spread for one list, and only for documents that are allowed.
func (s *Snapshot) spreadDense(x *source, d *dense, weight float64) {
	for j, w := range d.bits {
		p := d.ranks[j]
		for ; w != 0; w &= w - 1 {
			bit := w & -w
			if s.allowed == nil || s.allowed[j]&bit != 0 {
				doc := uint32(j*64 + bits.TrailingZeros64(bit))
				s.credit(doc, weight*s.norms.part(d.at(p), x.length[doc]))
			}
			p++
		}
	}
}

// entire is a list taken apart, done now if it is worth it; it is going to be read from beginning to end.
func (s *Snapshot) entire(x *source, l weighted) *dense {
	if l.dense != nil {
		return l.dense
	}
	return s.apart(x, l.list)
}

// begin makes the documents of some groups those in the race.
func (s *Snapshot) begin(i int, groups ...*want) {
	x := &s.sources[i]
	s.docs, s.sums, s.hits = s.docs[:0], s.sums[:0], s.hits[:0]
	if len(groups) == 1 {
		g := groups[0]
		hit := uint8(0)
		if g.need {
			hit = 1
		}
		s.spread(x, g.lists[i])
		s.each(s.seen, func(d uint32) {
			s.docs, s.sums, s.hits = append(s.docs, d), append(s.sums, g.scale*s.best[d]), append(s.hits, hit)
		})
		return
	}
	s.union(i, groups)
}

// union is begin for several groups, of which a document has any.
func (s *Snapshot) union(i int, groups []*want) {
	x := &s.sources[i]
	s.anyOf, s.total, s.many = cleared(s.anyOf, x.n/64+1), cleared(s.total, x.n), cleared(s.many, x.n)
	for _, g := range groups {
		if g.df[i] == 0 {
			continue
		}
		s.spread(x, g.lists[i])
		for j, bits := range s.seen {
			s.anyOf[j] |= bits
		}
		s.each(s.seen, func(d uint32) {
			s.total[d] += g.scale * s.best[d]
			if g.need {
				s.many[d]++
			}
		})
	}
	s.each(s.anyOf, func(d uint32) {
		s.docs, s.sums, s.hits = append(s.docs, d), append(s.sums, s.total[d]), append(s.hits, s.many[d])
	})
}

// each calls f with the documents of a set that are allowed, in their order.
func (s *Snapshot) each(set []uint64, f func(d uint32)) {
	for j, bitsOf := range set {
		if s.allowed != nil {
			bitsOf &= s.allowed[j]
		}
		for ; bitsOf != 0; bitsOf &= bitsOf - 1 {
			f(uint32(j*64 + bits.TrailingZeros64(bitsOf)))
		}
	}
}

// keep adds parts to the sums, and drops the documents that are not kept.
func (s *Snapshot) keep(g *want, all bool) {
	n := 0
	for i, p := range s.parts {
		if p == 0 && all {
			continue
		}
		s.docs[n], s.sums[n], s.hits[n] = s.docs[i], s.sums[i]+g.scale*p, s.hits[i]
		if p > 0 && g.need {
			s.hits[n]++
		}
		n++
	}
	s.docs, s.sums, s.hits = s.docs[:n], s.sums[:n], s.hits[:n]
}

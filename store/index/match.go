package index

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// The most terms that a prefix stands for, by how many letters it has: the most frequent ones. One letter begins a tenth of all words.
func expansions(prefix string) int { return [...]int{8, 8, 32, 128}[min(3, len(prefix))] }

// weighted is a list and what its term counts.
type weighted struct {
	list
	weight float64
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
	alts := g.Alts
	if g.Prefix != "" {
		alts = s.expand(g)
	}
	most := 0.0
	var found []list
	for _, a := range alts {
		df := 0
		for i := range s.sources {
			found = s.sources[i].find(found[:0], a.Term)
			for _, l := range found {
				w.lists[i] = append(w.lists[i], weighted{l, a.Weight})
				w.df[i] += l.df
				df += l.df
			}
		}
		most = max(most, a.Weight*float64(df))
	}
	w.scale = g.Weight * rarity(float64(s.live), most)
	return w
}

// expand adds the terms that begin with a group's prefix to its own.
func (s *Snapshot) expand(g Group) []Alt {
	df := make(map[string]int)
	s.Each(g.Prefix, func(term []byte, n int) { df[string(term)] += n })
	if g.Names != "" {
		s.Each(g.Names, func(term []byte, n int) { df[string(term)] += n })
	}
	for _, a := range g.Alts {
		delete(df, a.Term)
	}
	terms := sortedKeys(df)
	slices.SortStableFunc(terms, func(a, b string) int { return cmp.Compare(df[b], df[a]) })
	alts := slices.Clone(g.Alts)
	for _, t := range terms[:min(len(terms), expansions(g.Prefix))] {
		alts = append(alts, Alt{t, g.Begun})
	}
	return alts
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
	kept    freshDays
}

// freshDays is how fresh the events of some columns are on a day.
type freshDays struct {
	columns *Columns
	today   uint16
	fresh   []float64
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
		w.open(s.r, l.list)
		for w.next() {
			if !w.load() || w.first < x.from || w.last-x.from >= uint32(x.n) {
				continue
			}
			for i, doc := range w.docs[:w.n] {
				d := doc - x.from
				v := l.weight * s.norms.part(w.counts[i], x.length[d])
				bit := uint64(1) << (d % 64)
				if s.seen[d/64]&bit == 0 {
					s.seen[d/64] |= bit
					s.best[d] = v
				} else if v > s.best[d] {
					s.best[d] = v
				}
			}
		}
		s.hurt += w.hurt
	}
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

// probe finds what each document in the race is worth by a group: parts, 0 where it has nothing of it. Lists are only read
// where there may be one of these.
func (s *Snapshot) probe(x *source, lists []weighted) {
	s.parts = cleared(s.parts, len(s.docs))
	w := &s.walk
	for _, l := range lists {
		w.open(s.r, l.list)
		s.probeList(x, w, l.weight)
		s.hurt += w.hurt
	}
}

func (s *Snapshot) probeList(x *source, w *walker, weight float64) {
	if len(s.docs) == 0 || !w.seek(s.docs[0]+x.from) {
		return
	}
	for i := 0; i < len(s.docs); {
		doc := s.docs[i] + x.from
		if w.last < doc {
			if !w.seek(doc) {
				return
			}
			continue
		}
		if w.first > doc {
			n, _ := slices.BinarySearch(s.docs[i:], w.first-x.from)
			i += n
			continue
		}
		if !w.load() {
			if !w.next() {
				return
			}
			continue
		}
		n, _ := slices.BinarySearch(s.docs[i:], w.last-x.from+1)
		s.meet(x, w, weight, i, i+n)
		i += n
	}
}

// sparse is how many times more documents than postings there have to be, so that each posting is looked up among them.
const sparse = 8

// meet takes in the postings of a block among the documents in the race from i up to end.
func (s *Snapshot) meet(x *source, w *walker, weight float64, i, end int) {
	if end-i > sparse*w.n {
		for k, doc := range w.docs[:w.n] {
			if doc < x.from {
				continue
			}
			n, ok := slices.BinarySearch(s.docs[i:end], doc-x.from)
			if i += n; ok {
				s.parts[i] = math.Max(s.parts[i], weight*s.norms.part(w.counts[k], x.length[s.docs[i]]))
			}
		}
		return
	}
	for k := 0; i < end; i++ {
		doc := s.docs[i] + x.from
		for w.docs[k] < doc {
			k++
		}
		if w.docs[k] == doc {
			s.parts[i] = math.Max(s.parts[i], weight*s.norms.part(w.counts[k], x.length[s.docs[i]]))
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

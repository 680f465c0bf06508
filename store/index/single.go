package index

import (
	"math/bits"
)

// single reports whether there is one group and nothing that has to see each document: then most blocks need not be ranked.
func (x *search) single() bool { return len(x.groups) == 1 && len(x.q.Phrases)+len(x.q.Never) == 0 }

// one searches a source for one group. It counts the documents of all blocks, and ranks those of the blocks in which one may be
// among the best. A document can be in several lists, and counts by the best of them.
func (x *search) one(i int, g *want) {
	s := &x.sources[i]
	x.seen = cleared(x.seen, s.n/64+1)
	for _, l := range g.lists[i] {
		if x.stopped() {
			return
		}
		if d := x.entire(s, l); d != nil {
			x.oneDense(i, s, d, g.scale*l.weight)
			continue
		}
		w := &x.walk
		w.open(x.r, l.list)
		for w.next() {
			ranks := x.top.wants(true, g.scale*l.weight*x.most(w.bounds))
			if !w.load() || w.first < s.from || w.last-s.from >= uint32(s.n) {
				continue
			}
			for _, doc := range w.docs[:w.n] {
				d := doc - s.from
				x.seen[d/64] |= 1 << (d % 64)
			}
			if ranks {
				for k, doc := range w.docs[:w.n] {
					x.rank(i, s, doc-s.from, w.counts[k], g.scale*l.weight)
				}
			}
		}
		x.hurt += w.hurt
	}
	n := x.among(s, x.seen)
	x.out.Total += n
	x.out.Whole += n
}

// oneDense is one for a list that is taken apart.
func (x *search) oneDense(i int, s *source, d *dense, scale float64) {
	for j, set := range d.bits {
		x.seen[j] |= set
	}
	for b, first := range d.firsts {
		best := scale * x.most(d.of(b))
		if x.top.wants(true, best) && x.top.wants(true, best*x.freshest(s, first, d.last(b))) {
			d.each(b, func(doc, count uint32) { x.rank(i, s, doc, count, scale) })
		}
	}
}

// among leaves of a set the documents that are allowed, counts them, and counts facets by them.
func (x *search) among(s *source, set []uint64) (n int) {
	for j := range set {
		if x.allowed != nil {
			set[j] &= x.allowed[j]
		}
		n += bits.OnesCount64(set[j])
	}
	if x.counted != nil {
		x.facets(s, set)
	}
	return n
}

// most is what the best document of a block can be worth.
func (x *search) most(bounds []bound) (best float64) {
	if len(bounds) == 0 {
		return 1 + saturation
	}
	for _, b := range bounds {
		best = max(best, x.norms.part(b.count, b.length))
	}
	return best
}

// rank takes in a document of one list.
func (x *search) rank(i int, s *source, d, count uint32, scale float64) {
	if x.allowed != nil && x.allowed[d/64]&(1<<(d%64)) == 0 {
		return
	}
	score := scale * x.norms.part(count, s.length[d])
	if !x.top.wants(true, score) {
		return
	}
	score *= x.freshOf(s, d)
	if x.top.wants(true, score) {
		x.top.put(ranked{source: i, doc: d, order: s.from + d, groups: uint8(min(1, x.need)), whole: true, score: score})
	}
}

package index

import (
	"math/bits"
)

// single reports whether there is one group and nothing that has to see each document: then most blocks need not be ranked.
func (x *search) single() bool {
	return len(x.groups) == 1 && len(x.q.Phrases)+len(x.q.Never) == 0 && x.q.Facets == nil
}

// one searches a source for one group. It counts the documents of all blocks, and ranks those of the blocks in which one may be
// among the best. A document can be in several lists, and counts by the best of them.
func (x *search) one(i int, g *want) {
	s := &x.sources[i]
	lists := g.lists[i]
	x.seen = cleared(x.seen, s.n/64+1)
	for _, l := range lists {
		w := &x.walk
		w.open(x.r, l.list)
		for w.next() {
			best := g.scale * l.weight * x.most(w)
			ranks := x.top.wants(true, best)
			if !w.load() || w.first < s.from || w.last-s.from >= uint32(s.n) {
				continue
			}
			for _, doc := range w.docs[:w.n] {
				d := doc - s.from
				x.seen[d/64] |= 1 << (d % 64)
			}
			if ranks {
				x.rank(i, s, w, g.scale*l.weight)
			}
		}
		x.hurt += w.hurt
	}
	n := 0
	for j, set := range x.seen {
		if x.allowed != nil {
			set &= x.allowed[j]
		}
		n += bits.OnesCount64(set)
	}
	x.out.Total += n
	x.out.Whole += n
}

// most is what the best document of a block can be worth.
func (x *search) most(w *walker) (best float64) {
	if len(w.bounds) == 0 {
		return 1 + saturation
	}
	for _, b := range w.bounds {
		best = max(best, x.norms.part(b.count, b.length))
	}
	return best
}

// rank takes in the documents of one block.
func (x *search) rank(i int, s *source, w *walker, scale float64) {
	for k, doc := range w.docs[:w.n] {
		d := doc - s.from
		if x.allowed != nil && x.allowed[d/64]&(1<<(d%64)) == 0 {
			continue
		}
		score := scale * x.norms.part(w.counts[k], s.length[d])
		if !x.top.wants(true, score) {
			continue
		}
		if e := s.event[d]; e != 0 {
			score *= x.fresh[e]
		} else {
			score *= freshness(s.day[d], x.q.Today)
		}
		if x.top.wants(true, score) {
			x.top.put(ranked{source: i, doc: d, order: doc, groups: uint8(min(1, x.need)), whole: true, score: score})
		}
	}
}

// put is add for a document that may be there already.
func (t *top) put(r ranked) {
	for i := range t.found {
		if t.found[i].order != r.order {
			continue
		}
		if r.score > t.found[i].score {
			t.found[i] = r
			t.sink(i)
		}
		return
	}
	t.add(r)
}

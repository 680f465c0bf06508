package index

import (
	"math"
	"slices"
)

// probe finds what each document in the race is worth by a group: parts, 0 where it has nothing of it. Lists are only read
// where there may be one of these.
func (s *Snapshot) probe(x *source, lists []weighted) {
	s.parts = cleared(s.parts, len(s.docs))
	w := &s.walk
	for _, l := range lists {
		d := l.dense
		if d == nil && len(s.docs)*fewer >= l.df {
			d = s.apart(x, l.list)
		}
		if s.stopped() {
			return
		}
		if d != nil {
			s.probeDense(x, d, l.weight)
			continue
		}
		w.open(s.r, l.list)
		s.probeList(x, w, l.weight)
		s.hurt += w.hurt
	}
}

// fewer is how many times more postings than documents in the race there have to be, so that a list is not taken apart for them.
const fewer = 8

func (s *Snapshot) probeDense(x *source, d *dense, weight float64) {
	for i, doc := range s.docs {
		if n := d.times(doc); n > 0 {
			s.parts[i] = math.Max(s.parts[i], weight*s.norms.part(n, x.length[doc]))
		}
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

package index

import (
	"slices"
)

// phraseLists are the lists of a phrase's terms in one source; false when one of them is nowhere in it.
func (s *Snapshot) phraseLists(x *source, terms []string) ([][]list, bool) {
	out := make([][]list, len(terms))
	for i, t := range terms {
		out[i] = x.find(nil, t)
		if len(out[i]) == 0 {
			return nil, false
		}
	}
	return out, true
}

// beginPhrase makes the documents that have the phrase's rarest term those in the race.
func (s *Snapshot) beginPhrase(x *source, lists [][]list) {
	s.docs, s.sums, s.hits = s.docs[:0], s.sums[:0], s.hits[:0]
	s.seen = cleared(s.seen, x.n/64+1)
	for _, l := range lists[rarest(lists)] {
		s.mark(x, l)
	}
	s.each(s.seen, func(d uint32) { s.docs, s.sums, s.hits = append(s.docs, d), append(s.sums, 0), append(s.hits, 0) })
}

func rarest(lists [][]list) (best int) {
	least := 1 << 62
	for i, ls := range lists {
		n := 0
		for _, l := range ls {
			n += l.df
		}
		if n < least {
			least, best = n, i
		}
	}
	return best
}

// probePhrase finds how often each document in the race has the phrase, and puts what that is worth into parts.
func (s *Snapshot) probePhrase(x *source, lists [][]list) {
	s.parts = cleared(s.parts, len(s.docs))
	if x.entries != nil {
		s.probeWaiting(x, lists)
		return
	}
	walks := make([]walker, len(lists))
	for i := range walks {
		walks[i].open(s.r, lists[i][0])
		if !walks[i].seek(0) {
			s.hurt += walks[i].hurt
			return
		}
	}
	for i, d := range s.docs {
		n, more := s.occurs(walks, x.from+d)
		if n > 0 {
			s.parts[i] = s.norms.part(uint32(n), x.length[d])
		}
		if !more {
			break
		}
	}
	for i := range walks {
		s.hurt += walks[i].hurt
	}
}

// occurs counts the phrase in one document; more is false when a list has ended.
func (s *Snapshot) occurs(walks []walker, doc uint32) (n int, more bool) {
	for i := range walks {
		w := &walks[i]
		for w.last < doc {
			if !w.seek(doc) {
				return 0, false
			}
		}
		if w.first > doc || !w.load() {
			return 0, true
		}
		k, ok := slices.BinarySearch(w.docs[:w.n], doc)
		if !ok {
			return 0, true
		}
		s.follow(i, w.places(k, s.places[:0]))
		if len(s.starts) == 0 {
			return 0, true
		}
	}
	return len(s.starts), true
}

// follow leaves of starts those after which the i-th term stands in its place.
func (s *Snapshot) follow(i int, places []uint32) {
	s.places = places
	if i == 0 {
		s.starts = append(s.starts[:0], places...)
		return
	}
	n, k := 0, 0
	for _, start := range s.starts {
		want := start + uint32(i)
		for k < len(places) && places[k] < want {
			k++
		}
		if k < len(places) && places[k] == want {
			s.starts[n] = start
			n++
		}
	}
	s.starts = s.starts[:n]
}

// probeWaiting is probePhrase among the entries that wait: each is a list of its own.
func (s *Snapshot) probeWaiting(x *source, lists [][]list) {
	for i, d := range s.docs {
		n := 0
		for k, ls := range lists {
			j := slices.IndexFunc(ls, func(l list) bool { return l.doc == x.from+d })
			if j < 0 {
				n = 0
				break
			}
			s.follow(k, append(s.places[:0], ls[j].entry.At...))
			n = len(s.starts)
		}
		if n > 0 {
			s.parts[i] = s.norms.part(uint32(n), x.length[d])
		}
	}
}

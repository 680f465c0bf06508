package index

import (
	"slices"
	"strings"
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
	first := rarest(lists)
	for _, l := range lists[first] {
		s.mark(x, l)
	}
	for i, ls := range lists {
		if x.entries != nil || i == first {
			continue
		}
		if d := s.apart(x, ls[0]); d != nil {
			for j, set := range d.bits {
				s.seen[j] &= set
			}
		}
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

// phrases leaves allowed only what can have the phrases that are asked for, before anything is scored; false when nothing can.
func (x *search) phrases(i int) bool {
	s := &x.sources[i]
	for _, p := range x.q.Phrases {
		lists, ok := x.phraseLists(s, p)
		if !ok {
			return false
		}
		if s.entries != nil {
			continue
		}
		x.allow(s)
		if d := x.phrase(s, p, lists); d != nil {
			for j, set := range d.bits {
				x.allowed[j] &= set
			}
			continue
		}
		for _, ls := range lists {
			x.side = cleared(x.side, s.n/64+1)
			x.gather(s, []weighted{{list: ls[0]}}, x.side)
			for j, set := range x.side {
				x.allowed[j] &= set
			}
		}
	}
	return true
}

// phrase is a phrase of frequent words as if it were a word; nil for one of which a word is rare, since that is soon looked up.
func (s *Snapshot) phrase(x *source, terms []string, lists [][]list) *dense {
	k := apartKey{seg: x.dict.seg, terms: "\x00" + strings.Join(terms, "\x00")}
	if e := s.cache.get(k); e != nil {
		return e.list
	}
	if !s.long(x, lists[rarest(lists)][0]) {
		return nil
	}
	before, hurt := s.allowed, s.hurt
	s.allowed = nil
	s.beginPhrase(x, lists)
	s.allowed = before
	s.countPhrase(x, lists)
	if s.hurt > hurt || s.stopped() {
		return nil
	}
	d := &dense{bits: make([]uint64, x.n/64+1), df: len(s.docs), most: len(s.docs)}
	for i, doc := range s.docs {
		if s.often[i] > 0 {
			d.add(doc, s.often[i])
		}
	}
	d.rank()
	s.cache.keep(k, &kept{list: d, size: d.size()})
	return d
}

// probePhrase finds how often each document in the race has the phrase, and puts what that is worth into parts.
func (s *Snapshot) probePhrase(x *source, terms []string, lists [][]list) {
	s.parts = cleared(s.parts, len(s.docs))
	if x.entries == nil {
		if e := s.cache.get(apartKey{seg: x.dict.seg, terms: "\x00" + strings.Join(terms, "\x00")}); e != nil {
			s.probeDense(x, e.list, 1)
			return
		}
	}
	s.countPhrase(x, lists)
	for i, n := range s.often {
		if n > 0 {
			s.parts[i] = s.norms.part(n, x.length[s.docs[i]])
		}
	}
}

// countPhrase finds how often each document in the race has the phrase.
func (s *Snapshot) countPhrase(x *source, lists [][]list) {
	s.often = cleared(s.often, len(s.docs))
	if x.entries != nil {
		s.probeWaiting(x, lists)
		return
	}
	walks, dense := make([]walker, len(lists)), make([]*dense, len(lists))
	for i := range walks {
		l := lists[i][0]
		walks[i].open(s.r, l)
		if len(s.docs)*fewer >= l.df {
			dense[i] = s.apart(x, l)
		} else {
			dense[i] = s.taken(x, l)
		}
		if dense[i] == nil && !walks[i].seek(0) {
			s.hurt += walks[i].hurt
			return
		}
	}
	for i, d := range s.docs {
		if i%1024 == 0 && s.stopped() || !s.hasAll(dense, d) {
			continue
		}
		n, more := s.occurs(walks, dense, x.from+d, d)
		s.often[i] = uint32(n)
		if !more {
			break
		}
	}
	for i := range walks {
		s.hurt += walks[i].hurt
	}
}

// hasAll reports whether a document has the terms whose lists are taken apart.
func (s *Snapshot) hasAll(dense []*dense, d uint32) bool {
	for _, l := range dense {
		if l != nil && l.bits[d/64]&(1<<(d%64)) == 0 {
			return false
		}
	}
	return true
}

// occurs counts the phrase in one document, whose number in the source is d; more is false when a list has ended.
func (s *Snapshot) occurs(walks []walker, dense []*dense, doc, d uint32) (n int, more bool) {
	for i := range walks {
		w := &walks[i]
		if l := dense[i]; l != nil {
			// Which posting it is, is known: of the block only the places are read.
			p, _ := l.place(d)
			if !w.goTo(l.firsts[p/blockSize] + doc - d) {
				return 0, true
			}
			s.follow(i, w.places(int(p%blockSize), s.places[:0]))
			if len(s.starts) == 0 {
				return 0, true
			}
			continue
		}
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

// probeWaiting is countPhrase among the entries that wait: each is a list of its own.
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
		s.often[i] = uint32(n)
	}
}

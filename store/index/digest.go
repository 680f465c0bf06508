package index

import "hash/fnv"

// Digest is a sum over the terms of one document that does not depend on their order.
func (p Posting) digest(places []byte) uint64 {
	h := fnv.New64a()
	h.Write([]byte(p.Term))
	h.Write([]byte{0, byte(p.Count), byte(p.Count >> 8), byte(p.Count >> 16), byte(p.Count >> 24)})
	h.Write(places)
	return h.Sum64()
}

// Digest is the sum of an entry's terms.
func (e *Entry) Digest() (sum uint64) {
	for _, p := range e.Terms {
		sum += p.digest(appendPlaces(nil, p.At))
	}
	return sum
}

// Digests are the sums that the segments hold of each document, by its number, and how many values of them could not be read.
func (s *Snapshot) Digests() (sums []uint64, hurt int) {
	sums = make([]uint64, len(s.Columns.Kind))
	for i := range s.sources {
		x := &s.sources[i]
		if x.entries != nil {
			continue
		}
		x.dict.each("", func(term []byte, l list) bool {
			s.digestList(sums, string(term), l)
			return true
		})
	}
	return sums, s.hurt
}

func (s *Snapshot) digestList(sums []uint64, term string, l list) {
	w := &s.walk
	w.open(s.r, l)
	for w.next() {
		if !w.load() {
			continue
		}
		rest := w.positions
		for i := range w.n {
			var places []byte
			if len(rest) > 0 {
				var ok bool
				if places, rest, ok = skipPlaces(rest); !ok {
					w.hurt++
					break
				}
			}
			if doc := w.docs[i]; int(doc) < len(sums) {
				sums[doc] += Posting{Term: term, Count: w.counts[i]}.digest(places)
			}
		}
	}
	s.hurt += w.hurt
}

// Waiting are the entries that wait.
func (s *Snapshot) Waiting() []*Entry {
	entries, _ := s.cache.pending(s.r)
	return entries
}

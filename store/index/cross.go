package index

// cross leaves allowed only what has every group whose lists are taken apart, before anything is scored: of two common words
// most documents have only one.
func (x *search) cross(i int, order []*want) {
	s := &x.sources[i]
	if len(order) < 2 || !order[0].need {
		return
	}
	for _, g := range order[1:] {
		if !g.need || order[0].df[i]*fewer < g.df[i] {
			continue
		}
		x.allow(s)
		x.side = cleared(x.side, s.n/64+1)
		x.gather(s, g.lists[i], x.side)
		for j := range x.side {
			x.allowed[j] &= x.side[j]
		}
	}
}

// gather adds the documents of some lists to a set.
func (s *Snapshot) gather(x *source, lists []weighted, set []uint64) {
	for _, l := range lists {
		if s.stopped() {
			return
		}
		if d := s.entire(x, l); d != nil {
			for j, w := range d.bits {
				set[j] |= w
			}
			continue
		}
		w := &s.walk
		w.open(s.r, l.list)
		for w.next() {
			if !w.load() || w.first < x.from || w.last-x.from >= uint32(x.n) {
				continue
			}
			for _, doc := range w.docs[:w.n] {
				d := doc - x.from
				set[d/64] |= 1 << (d % 64)
			}
		}
		s.hurt += w.hurt
	}
}

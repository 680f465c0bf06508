package index

// any searches a source for what has some of the groups, where one is enough and nothing has to see each document; false where
// it is not so, and nothing was done. The documents of short lists are ranked one by one. Of those that have long ones alone only the
// blocks are ranked in which one may be among the best: a word that everything has adds little to a rare one that was not found.
func (x *search) any(i int) bool {
	s := &x.sources[i]
	if x.least() > 1 || len(x.q.Phrases)+len(x.q.Never) > 0 || s.entries != nil {
		return false
	}
	x.narrow(i, x.q, x.events, x.without)
	long := x.longLists(s, i)
	count := 0
	for _, l := range long {
		if l.group.need {
			count = max(count, l.needed)
		}
	}
	if count == 0 || count >= x.need {
		return false
	}
	x.short(i, s)
	x.fromLong(i, s, long, count)
	return true
}

// longList is a list of a group that is taken apart.
type longListOf struct {
	*dense
	group  *want
	weight float64
	needed int // groups with such lists that are needed, up to this one
}

// longLists are those of all groups, taken apart now where they are not yet.
func (x *search) longLists(s *source, i int) (out []longListOf) {
	needed := 0
	for _, g := range x.groups {
		has := false
		for k, l := range g.lists[i] {
			d := x.entire(s, l)
			if d == nil {
				continue
			}
			g.lists[i][k].dense = d
			if !has && g.need {
				needed++
			}
			has = true
			out = append(out, longListOf{d, g, l.weight, needed})
		}
	}
	return out
}

// short ranks the documents that are in any list that is not taken apart, and leaves them in anyOf.
func (x *search) short(i int, s *source) {
	x.anyOf = cleared(x.anyOf, s.n/64+1)
	for _, g := range x.groups {
		for _, l := range g.lists[i] {
			if l.dense == nil {
				x.gather(s, []weighted{l}, x.anyOf)
			}
		}
	}
	x.docs, x.sums, x.hits = x.docs[:0], x.sums[:0], x.hits[:0]
	x.each(x.anyOf, func(d uint32) { x.docs, x.sums, x.hits = append(x.docs, d), append(x.sums, 0), append(x.hits, 0) })
	for _, g := range x.inOrder(i) {
		x.probe(s, g.lists[i])
		x.keep(g, false)
	}
	for j, h := range x.hits {
		if h > 0 {
			x.rankPartly(i, s, x.docs[j], x.sums[j], int(h))
		}
	}
}

// rankPartly takes in a document that has so many of the groups.
func (x *search) rankPartly(i int, s *source, d uint32, sum float64, hits int) {
	score, whole := sum*x.freshOf(s, d), hits >= x.need
	if whole {
		x.out.Whole++
	} else {
		score *= float64(hits) / float64(x.need)
	}
	if x.top.wants(whole, score) {
		x.top.add(ranked{source: i, doc: d, order: s.from + d, groups: uint8(hits), whole: whole, score: score})
	}
}

// fromLong ranks what has nothing but long lists, and counts everything. Only groups that are needed make a document one that is
// found; count is how many of these have long lists, so that none of these documents has all.
func (x *search) fromLong(i int, s *source, long []longListOf, count int) {
	x.side = cleared(x.side, s.n/64+1) // ranked already
	copy(x.side, x.anyOf)
	x.seen = cleared(x.seen, s.n/64+1) // found
	for j, d := range x.docs {
		if x.hits[j] > 0 {
			x.seen[d/64] |= 1 << (d % 64)
		}
	}
	share := float64(count) / float64(x.need)
	for k, l := range long {
		if !l.group.need {
			continue
		}
		for j, set := range l.bits {
			// What short lists have is counted by what is known of it.
			x.seen[j] |= set &^ x.anyOf[j]
		}
		rest := others(long, k)
		for b, first := range l.firsts {
			best := (l.group.scale*l.weight*x.most(l.of(b)) + rest) * share
			if !x.top.wants(false, best) || !x.top.wants(false, best*x.freshest(s, first, l.last(b))) {
				continue
			}
			l.each(b, func(d, _ uint32) {
				bit := uint64(1) << (d % 64)
				if x.side[d/64]&bit == 0 && (x.allowed == nil || x.allowed[d/64]&bit != 0) {
					x.side[d/64] |= bit
					sum, hits := x.worth(s, long, d)
					x.rankPartly(i, s, d, sum, hits)
				}
			})
		}
		if x.stopped() {
			return
		}
	}
	x.out.Total += x.among(s, x.seen)
}

// others is the most that all groups but that of the k-th list can add to a document.
func others(long []longListOf, k int) (sum float64) {
	var last *want
	for _, l := range long {
		if l.group == long[k].group || l.group == last {
			continue
		}
		last = l.group
		best := 0.0
		for _, o := range long {
			if o.group == l.group {
				best = max(best, o.weight)
			}
		}
		sum += l.group.scale * best * (1 + saturation)
	}
	return sum
}

// worth is what a document that is in no short list is worth, and how many groups that are needed it has.
func (x *search) worth(s *source, long []longListOf, d uint32) (sum float64, hits int) {
	for k := 0; k < len(long); {
		g, best := long[k].group, 0.0
		for ; k < len(long) && long[k].group == g; k++ {
			if n := long[k].times(d); n > 0 {
				best = max(best, long[k].weight*x.norms.part(n, s.length[d]))
			}
		}
		sum += g.scale * best
		if best > 0 && g.need {
			hits++
		}
	}
	return sum, hits
}

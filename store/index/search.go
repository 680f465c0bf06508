package index

import (
	"cmp"
	"errors"
	"math"
	"slices"
)

// search is one search under way.
type search struct {
	*Snapshot
	q       *Query
	groups  []*want
	need    int // how many of these count towards having everything
	events  [][]bool
	without []*want
	top     top
	out     Result
	fresh   []float64 // by event
	partial bool
	counted *counts // of facets; nil: not asked for
}

// Search finds the documents that answer a query, best first. Those that have every group come first; where there are fewer
// than the limit, those that have as many as [Query.Least] asks for follow, the better the more they have.
func (s *Snapshot) Search(q Query) (Result, error) {
	s.done = q.Done
	x := search{Snapshot: s, q: &q, events: s.eventsOf(q.Filters)}
	x.top.limit = q.Limit
	x.prepare()
	x.reset()
	for i := range s.sources {
		x.whole(i)
	}
	if x.out.Total < q.Limit && x.need > 1 {
		x.partial = true
		x.top.found = x.top.found[:0]
		x.reset()
		for i := range s.sources {
			if !x.any(i) {
				x.some(i)
			}
		}
	}
	if s.stopped() {
		return Result{}, ErrStopped
	}
	return x.finish()
}

// ErrStopped is the error of a search that was not wanted any more, see [Query.Done].
var ErrStopped = errors.New("search stopped")

// stopped reports whether nobody waits for the search any more: what it finds from then on means nothing.
func (s *Snapshot) stopped() bool {
	select {
	case <-s.done:
		return true
	default:
		return false
	}
}

func (x *search) reset() {
	x.out = Result{}
	x.counted = nil
	if x.q.Facets != nil {
		x.counted = newCounts(len(x.q.Facets), len(x.Snapshot.events))
	}
}

// prepare looks the groups up and works out how fresh each event is.
func (x *search) prepare() {
	sure := slices.ContainsFunc(x.q.Groups, func(g Group) bool { return g.Weight >= 1 })
	for _, g := range x.q.Groups {
		w := x.lookUp(g, g.Weight >= 1 || !sure)
		if w.need {
			x.need++
		}
		x.groups = append(x.groups, &w)
	}
	for _, g := range x.q.Without {
		w := x.lookUp(g, false)
		x.without = append(x.without, &w)
	}
	x.fresh = x.freshEvents(x.q.Today)
}

// whole searches a source for what has everything.
func (x *search) whole(i int) {
	begun := false
	for _, g := range x.groups {
		if g.need && g.df[i] == 0 {
			return
		}
	}
	x.narrow(i, x.q, x.events, x.without)
	if !x.phrases(i) {
		return
	}
	if x.single() {
		x.one(i, x.groups[0])
		return
	}
	order := x.inOrder(i)
	x.cross(i, order)
	for _, g := range order {
		switch {
		case !begun && g.need:
			x.begin(i, g)
			begun = true
		case g.df[i] > 0:
			x.probe(&x.sources[i], g.lists[i])
			x.keep(g, g.need)
		}
		if begun && len(x.docs) == 0 {
			return
		}
	}
	x.end(i, begun)
}

// inOrder are the groups that are needed, the one with the fewest documents in the source first, then the others.
func (x *search) inOrder(i int) []*want {
	out := slices.Clone(x.groups)
	slices.SortStableFunc(out, func(a, b *want) int {
		if a.need != b.need {
			if a.need {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.df[i], b.df[i])
	})
	return out
}

// some searches a source for what has some of the groups. Who has enough of them has one of the rarest: only those begin.
func (x *search) some(i int) {
	least := x.least()
	order := x.inOrder(i)
	first := min(len(order), x.need-least+1)
	x.narrow(i, x.q, x.events, x.without)
	if !x.phrases(i) {
		return
	}
	x.begin(i, order[:first]...)
	for _, g := range order[first:] {
		if g.df[i] > 0 {
			x.probe(&x.sources[i], g.lists[i])
			x.keep(g, false)
		}
	}
	n := 0
	for j, h := range x.hits {
		if int(h) >= least {
			x.docs[n], x.sums[n], x.hits[n] = x.docs[j], x.sums[j], h
			n++
		}
	}
	x.docs, x.sums, x.hits = x.docs[:n], x.sums[:n], x.hits[:n]
	x.end(i, true)
}

// least is how many groups a document has at the least.
func (x *search) least() int {
	share := x.q.Least
	if share == 0 {
		share = 0.25
	}
	return min(x.need, max(1, int(math.Ceil(share*float64(x.need)))))
}

// end looks for the phrases, and takes in what is left.
func (x *search) end(i int, begun bool) {
	s := &x.sources[i]
	for _, p := range x.q.Phrases {
		lists, ok := x.phraseLists(s, p)
		if !ok {
			return
		}
		if !begun {
			x.beginPhrase(s, lists)
			begun = true
		}
		x.probePhrase(s, p, lists)
		w := want{scale: x.phraseScale(p)}
		x.keep(&w, true)
	}
	if !begun {
		x.everything(i)
	}
	for _, p := range x.q.Never {
		if lists, ok := x.phraseLists(s, p); ok {
			x.probePhrase(s, p, lists)
			for j := range x.parts {
				x.parts[j] = 1 - min(1, x.parts[j]*1e9)
			}
			x.keep(&want{}, true)
		}
	}
	x.take(i)
}

// phraseScale is what a phrase is worth: its terms together.
func (x *search) phraseScale(terms []string) (sum float64) {
	for _, t := range terms {
		sum += rarity(float64(x.live), float64(x.Frequency(t)))
	}
	return sum
}

// everything lets all documents that are allowed into the race: who asks for a kind alone gets all of them, the latest first.
func (x *search) everything(i int) {
	s := &x.sources[i]
	x.docs, x.sums, x.hits = x.docs[:0], x.sums[:0], x.hits[:0]
	if len(x.q.Filters) == 0 && len(x.q.Without) == 0 && len(x.q.Never) == 0 {
		return
	}
	x.allow(s)
	x.each(x.allowed, func(d uint32) {
		x.docs, x.sums, x.hits = append(x.docs, d), append(x.sums, 1), append(x.hits, 0)
	})
}

// take counts what is left in a source and keeps the best.
func (x *search) take(i int) {
	s := &x.sources[i]
	x.out.Total += len(x.docs)
	for j, d := range x.docs {
		score, whole := x.sums[j]*x.freshOf(s, d), true
		if x.partial && int(x.hits[j]) < x.need {
			whole = false
			score *= float64(x.hits[j]) / float64(x.need)
		} else {
			x.out.Whole++
		}
		if x.top.wants(whole, score) {
			x.top.add(ranked{source: i, doc: d, order: s.from + d, groups: x.hits[j], whole: whole, score: score})
		}
	}
	if x.counted != nil {
		x.anyOf = cleared(x.anyOf, s.n/64+1)
		for _, d := range x.docs {
			x.anyOf[d/64] |= 1 << (d % 64)
		}
		x.facets(s, x.anyOf)
	}
}

func (x *search) finish() (Result, error) {
	slices.SortFunc(x.top.found, func(a, b ranked) int {
		if a.better(b) {
			return -1
		}
		return 1
	})
	for _, r := range x.top.found {
		k, err := x.key(&x.sources[r.source], r.doc)
		if err != nil {
			x.hurt++
			continue
		}
		x.out.Top = append(x.out.Top, Found{Key: k, Score: r.score, Groups: int(r.groups) + len(x.q.Phrases)})
	}
	x.out.Hurt = x.Unread()
	if x.counted != nil {
		x.counted.into(&x.out, x.q.Facets, x.Snapshot)
	}
	return x.out, nil
}

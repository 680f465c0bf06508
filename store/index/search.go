package index

import (
	"cmp"
	"math"
	"slices"

	"hadir/model"
)

// top keeps the best of what was found: a heap with the worst of them on top.
type top struct {
	limit int
	found []ranked
}

type ranked struct {
	source int
	doc    uint32 // within its source
	order  uint32 // its number in the index: of two that are as good, the later one comes first
	groups uint8
	whole  bool
	score  float64
}

func (a ranked) better(b ranked) bool {
	switch {
	case a.whole != b.whole:
		return a.whole
	case a.score != b.score:
		return a.score > b.score
	}
	return a.order > b.order
}

func (t *top) add(r ranked) {
	if len(t.found) < t.limit {
		t.found = append(t.found, r)
		for i := len(t.found) - 1; i > 0; {
			up := (i - 1) / 2
			if !t.found[up].better(t.found[i]) {
				break
			}
			t.found[up], t.found[i] = t.found[i], t.found[up]
			i = up
		}
		return
	}
	if t.limit == 0 || !r.better(t.found[0]) {
		return
	}
	t.found[0] = r
	t.sink(0)
}

// sink puts one that has become better in its place.
func (t *top) sink(i int) {
	for {
		worst := i
		for _, c := range [...]int{2*i + 1, 2*i + 2} {
			if c < len(t.found) && t.found[worst].better(t.found[c]) {
				worst = c
			}
		}
		if worst == i {
			return
		}
		t.found[worst], t.found[i] = t.found[i], t.found[worst]
		i = worst
	}
}

// wants reports whether something that good may be among the best; of what is as good, the later documents come first.
func (t *top) wants(whole bool, score float64) bool {
	if len(t.found) < t.limit {
		return true
	}
	if t.limit == 0 {
		return false
	}
	worst := t.found[0]
	return whole != worst.whole && whole || whole == worst.whole && score >= worst.score
}

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
}

// Search finds the documents that answer a query, best first. Those that have every group come first; where there are fewer
// than the limit, those that have as many as [Query.Least] asks for follow, the better the more they have.
func (s *Snapshot) Search(q Query) (Result, error) {
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
			x.some(i)
		}
	}
	return x.finish()
}

func (x *search) reset() {
	x.out = Result{Kinds: make(map[model.Kind]int)}
	if x.q.Facets != nil {
		x.out.Days, x.out.Events = make(map[uint16]int), make(map[model.ID]int)
		x.out.Terms = make(map[string]int)
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

// freshEvents is how fresh each event is. Searches of one day share it, as long as the documents are the same and nothing waits.
func (s *Snapshot) freshEvents(today uint16) []float64 {
	k := &s.scratch.kept
	if s.at == nil && k.columns == s.Columns && k.today == today {
		return k.fresh
	}
	fresh := make([]float64, len(s.info))
	for i, e := range s.info {
		fresh[i] = freshness(e.Day, today)
	}
	if s.at == nil {
		k.columns, k.today, k.fresh = s.Columns, today, fresh
	}
	return fresh
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
	if x.single() {
		x.one(i, x.groups[0])
		return
	}
	for _, g := range x.inOrder(i) {
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
		x.probePhrase(s, lists)
		w := want{scale: x.phraseScale(p)}
		x.keep(&w, true)
	}
	if !begun {
		x.everything(i)
	}
	for _, p := range x.q.Never {
		if lists, ok := x.phraseLists(s, p); ok {
			x.probePhrase(s, lists)
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
		e := s.event[d]
		fresh := x.fresh[e]
		if e == 0 {
			fresh = freshness(s.day[d], x.q.Today)
		}
		score, whole := x.sums[j]*fresh, true
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
	if x.q.Facets != nil {
		x.facets(i)
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
	return x.out, nil
}

// facets counts by what the documents that were found in a source have.
func (x *search) facets(i int) {
	s := &x.sources[i]
	x.anyOf = cleared(x.anyOf, s.n/64+1)
	for _, d := range x.docs {
		x.anyOf[d/64] |= 1 << (d % 64)
		x.out.Kinds[s.kind[d]]++
		if day := x.dayOf(s, d); day > 0 {
			x.out.Days[day]++
		}
		if e := s.event[d]; e != 0 {
			x.out.Events[x.Snapshot.events[e]]++
		}
	}
	for _, prefix := range x.q.Facets {
		if s.entries != nil {
			for d, e := range s.entries {
				if x.anyOf[d/64]&(1<<(d%64)) != 0 {
					e.each(prefix, func(p Posting) { x.out.Terms[p.Term]++ })
				}
			}
			continue
		}
		s.dict.each(prefix, func(term []byte, l list) bool {
			if n := x.common(s, l); n > 0 {
				x.out.Terms[string(term)] += n
			}
			return true
		})
	}
}

// common is how many documents of a list are among those that were found.
func (x *search) common(s *source, l list) (n int) {
	w := &x.walk
	w.open(x.r, l)
	for w.next() {
		if !w.load() || w.first < s.from || w.last-s.from >= uint32(s.n) {
			continue
		}
		for _, doc := range w.docs[:w.n] {
			d := doc - s.from
			n += int(x.anyOf[d/64] >> (d % 64) & 1)
		}
	}
	x.hurt += w.hurt
	return n
}

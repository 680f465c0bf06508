package index

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"hadir/model"
)

// shelf is an index under test beside what it should hold.
type shelf struct {
	*memory
	t       *testing.T
	rng     *rand.Rand
	zipf    *rand.Zipf
	cache   Cache
	records map[model.Key]*Entry
	keys    []model.Key
	seq     uint64
}

func newShelf(t *testing.T, seed uint64) *shelf {
	rng := rand.New(rand.NewPCG(seed, 7))
	s := &shelf{memory: newMemory(), t: t, rng: rng, zipf: rand.NewZipf(rng, 1.2, 3, 2000), records: make(map[model.Key]*Entry)}
	st := NewState(1)
	if err := st.Write(s); err != nil {
		t.Fatal(err)
	}
	for i := range 20 {
		id := model.ID{1, byte(i)}
		s.put(model.Key{Kind: model.KindEvent, Event: id, ID: id})
	}
	return s
}

func word(n uint64) string { return fmt.Sprintf("%c%03d", 'a'+n%26, n) }

// put writes a record with new words; it waits in the index.
func (s *shelf) put(k model.Key) {
	var b Builder
	at := 0
	for range 1 + s.rng.IntN(30) {
		w := word(s.zipf.Uint64())
		b.Add(w, 1+s.rng.IntN(2), at)
		b.Add("+"+w[:2], 1, -1)
		at++
	}
	b.Words(at)
	b.Once("!T" + word(uint64(s.rng.IntN(5))))
	if s.records[k] == nil {
		s.keys = append(s.keys, k)
	}
	s.write(b.Entry(Entry{Key: k, Day: uint16(15000 + s.rng.IntN(4000))}))
}

func (s *shelf) write(e Entry) {
	s.t.Helper()
	old, err := Find(s, e.Key)
	if err != nil {
		s.t.Fatal(err)
	}
	s.seq++
	e.Seq, e.Old = s.seq, old
	if err := s.Put(Pending, PendingKey(e.Key), e.Append(nil)); err != nil {
		s.t.Fatal(err)
	}
	s.records[e.Key] = &e
	if e.Gone {
		delete(s.records, e.Key)
		s.keys = slices.DeleteFunc(s.keys, func(k model.Key) bool { return k == e.Key })
	}
}

func (s *shelf) change(f func(*State)) {
	s.t.Helper()
	st, _, err := ReadState(s)
	if err != nil {
		s.t.Fatal(err)
	}
	f(&st)
	// As a file would have it.
	again, err := ParseState(st.Append(nil))
	if err != nil {
		s.t.Fatal(err)
	}
	if err := again.Write(s); err != nil {
		s.t.Fatal(err)
	}
}

func (s *shelf) flush() {
	s.t.Helper()
	entries, _ := s.cache.pending(s)
	s.change(func(st *State) {
		if err := Flush(s, st, entries); err != nil {
			s.t.Fatal(err)
		}
	})
	for _, e := range entries {
		_ = s.Delete(Pending, PendingKey(e.Key))
	}
}

func (s *shelf) merge(slices int, all bool) {
	s.t.Helper()
	for range slices {
		s.change(func(st *State) {
			if st.Plan() || all && st.MergeAll() {
				if err := Merge(s, st, s.cache.Columns(s, *st), 3000); err != nil {
					s.t.Fatal(err)
				}
			}
		})
	}
}

func (s *shelf) open() *Snapshot {
	s.t.Helper()
	x, ok, err := Open(s, &s.cache)
	if err != nil || !ok {
		s.t.Fatal(ok, err)
	}
	return x
}

// brute is what a search should give, worked out from the records alone; only how frequent a term is, is asked of the index, which
// counts the dead until they are merged away.
func (s *shelf) brute(x *Snapshot, q Query) (out []Found, whole int) {
	n := float64(len(s.records))
	words := 0.0
	for _, e := range s.records {
		words += float64(e.Length)
	}
	average := max(1, words/max(1, n))
	part := func(e *Entry, count float64) float64 {
		return count * 2.2 / (count + 1.2*(0.5+0.5*float64(e.Length)/average))
	}
	alts := make([][]Alt, len(q.Groups))
	scale := make([]float64, len(q.Groups))
	for i, g := range q.Groups {
		alts[i] = g.Alts
		if g.Prefix != "" {
			alts[i] = x.expand(g)
		}
		most := 0.0
		for _, a := range alts[i] {
			most = max(most, a.Weight*float64(x.Frequency(a.Term)))
		}
		scale[i] = g.Weight * rarity(n, most)
	}
	need := len(q.Groups)
	least := min(need, max(1, (need+3)/4))
	for k, e := range s.records {
		event := s.records[model.Key{Kind: model.KindEvent, Event: k.Event, ID: k.Event}]
		if event == nil || !s.passes(e, q) {
			continue
		}
		f := Found{Key: k}
		for i := range q.Groups {
			best := 0.0
			for _, a := range alts[i] {
				if p, ok := e.find(a.Term); ok {
					best = max(best, a.Weight*part(e, float64(p.Count)))
				}
			}
			if best > 0 {
				f.Groups++
				f.Score += scale[i] * best
			}
		}
		if f.Groups < least {
			continue
		}
		phrased := true
		for _, p := range q.Phrases {
			count := phraseIn(e, p)
			phrased = phrased && count > 0
			sum := 0.0
			for _, t := range p {
				sum += rarity(n, float64(x.Frequency(t)))
			}
			f.Score += sum * part(e, float64(count))
		}
		for _, p := range q.Never {
			phrased = phrased && phraseIn(e, p) == 0
		}
		if !phrased {
			continue
		}
		if f.Groups == need {
			whole++
		}
		f.Score *= freshness(event.Day, q.Today)
		out = append(out, f)
	}
	if whole >= q.Limit || need <= 1 {
		out = slices.DeleteFunc(out, func(f Found) bool { return f.Groups < need })
	}
	for i := range out {
		if out[i].Groups < need {
			out[i].Score *= float64(out[i].Groups) / float64(need)
		}
	}
	slices.SortFunc(out, func(a, b Found) int {
		if (a.Groups == need) != (b.Groups == need) {
			return cmp.Compare(b.Groups, a.Groups)
		}
		return cmp.Compare(b.Score, a.Score)
	})
	return out, whole
}

func (s *shelf) passes(e *Entry, q Query) bool {
	for _, g := range q.Without {
		for _, a := range g.Alts {
			if _, has := e.find(a.Term); has {
				return false
			}
		}
	}
	for _, f := range q.Filters {
		ok := slices.Contains(f.Kinds, e.Key.Kind) || !f.Event.IsZero() && f.Event == e.Key.Event
		for _, terms := range f.Marks {
			all := true
			for _, t := range terms {
				_, has := e.find(t)
				all = all && has
			}
			ok = ok || all
		}
		if f.From > 0 {
			day := s.records[model.Key{Kind: model.KindEvent, Event: e.Key.Event, ID: e.Key.Event}].Day
			ok = ok || day >= f.From
		}
		if ok == f.Not {
			return false
		}
	}
	return true
}

func phraseIn(e *Entry, terms []string) (n int) {
	first, ok := e.find(terms[0])
	if !ok {
		return 0
	}
	for _, at := range first.At {
		all := true
		for i, t := range terms {
			p, _ := e.find(t)
			all = all && slices.Contains(p.At, at+uint32(i))
		}
		if all {
			n++
		}
	}
	return n
}

// someQuery draws a query of the kind that is asked: words frequent and rare, unfinished ones, phrases, narrowed.
func (s *shelf) someQuery() Query {
	q := Query{Today: 19000, Limit: 20}
	for range 1 + s.rng.IntN(4) {
		w := word(s.zipf.Uint64())
		g := Group{Weight: 1, Begun: 0.5, Alts: []Alt{{w, 1}}}
		if s.rng.IntN(2) == 0 {
			g.Alts = append(g.Alts, Alt{"+" + w[:2], 0.7})
		}
		q.Groups = append(q.Groups, g)
	}
	if s.rng.IntN(3) == 0 {
		g := &q.Groups[len(q.Groups)-1]
		g.Prefix = g.Alts[0].Term[:1+s.rng.IntN(3)]
	}
	if s.rng.IntN(4) == 0 && len(s.keys) > 0 {
		// A phrase that is there.
		e := s.records[s.keys[s.rng.IntN(len(s.keys))]]
		if p := phraseOf(e); p != nil {
			q.Phrases = append(q.Phrases, p)
			if s.rng.IntN(2) == 0 {
				q.Groups = nil
			}
		}
	}
	switch s.rng.IntN(8) {
	case 0:
		q.Without = append(q.Without, Group{Alts: []Alt{{word(s.zipf.Uint64()), 1}}})
	case 1:
		q.Filters = append(q.Filters, Filter{Marks: [][]string{{"!T" + word(1)}, {"!T" + word(2)}}})
	case 2:
		q.Filters = append(q.Filters, Filter{Kinds: []model.Kind{model.KindQuestion}, Not: s.rng.IntN(2) == 0})
	case 3:
		q.Filters = append(q.Filters, Filter{Event: model.ID{1, byte(s.rng.IntN(20))}})
	case 4:
		q.Filters = append(q.Filters, Filter{From: 17000})
	}
	if s.rng.IntN(3) == 0 {
		q.Facets = []string{"!T"}
	}
	return q
}

// phraseOf is two words that follow one another in a document.
func phraseOf(e *Entry) []string {
	for _, p := range e.Terms {
		for _, o := range e.Terms {
			if len(p.At) > 0 && slices.Contains(o.At, p.At[0]+1) {
				return []string{p.Term, o.Term}
			}
		}
	}
	return nil
}

func (s *shelf) compare(q Query) {
	s.t.Helper()
	x := s.open()
	defer x.Close()
	got, err := x.Search(q)
	if err != nil {
		s.t.Fatal(err)
	}
	want, whole := s.brute(x, q)
	if got.Total != len(want) || got.Whole != whole || got.Hurt != 0 || len(got.Top) != min(q.Limit, len(want)) {
		s.t.Fatalf("found %d, %d whole, %d hurt, %d shown; it should be %d and %d\n%+v",
			got.Total, got.Whole, got.Hurt, len(got.Top), len(want), whole, q)
	}
	scores := make(map[model.Key]float64)
	tags := make(map[string]int)
	for _, f := range want {
		scores[f.Key] = f.Score
		s.records[f.Key].each("!T", func(p Posting) { tags[p.Term]++ })
	}
	if q.Facets != nil && !maps.Equal(tags, got.Terms) {
		s.t.Fatalf("facets %v, it should be %v\n%+v", got.Terms, tags, q)
	}
	for i, f := range got.Top {
		// Of those that are as good any may come first, and sums differ by their order.
		if math.Abs(f.Score-want[i].Score) > 1e-9 || math.Abs(scores[f.Key]-f.Score) > 1e-9 {
			s.t.Fatalf("hit %d is %+v, it should be %+v\n%+v", i, f, want[i], q)
		}
	}
}

// TestSearchAgainstBruteForce does what a year does to an archive: records are written, edited and taken away, in between the
// index is tidied a little, and at each point the best twenty are those that reading everything gives.
func TestSearchAgainstBruteForce(t *testing.T) {
	for seed := range uint64(4) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			s := newShelf(t, seed)
			// Lists as long as those of a large archive are taken apart: here, short ones.
			s.cache.long = int(seed%2) * 12
			for i := range 2400 {
				switch {
				case len(s.keys) > 30 && s.rng.IntN(5) == 0:
					k := s.keys[s.rng.IntN(len(s.keys))]
					if s.rng.IntN(3) == 0 {
						s.write(Entry{Key: k, Gone: true})
					} else {
						s.put(k)
					}
				default:
					kind := []model.Kind{model.KindQuestion, model.KindAction}[s.rng.IntN(2)]
					event := model.ID{1, byte(s.rng.IntN(20))}
					s.put(model.Key{Kind: kind, Event: event, ID: model.ID{byte(i), byte(i >> 8), 3, 4, byte(s.rng.IntN(256))}})
				}
				if s.rng.IntN(60) == 0 {
					s.flush()
				}
				if s.rng.IntN(20) == 0 {
					s.merge(1, false)
				}
				if i%80 == 79 {
					q := s.someQuery()
					s.compare(q)
					s.compare(q) // from what was kept
				}
			}
			s.flush()
			s.merge(800, true)
			st, _, _ := ReadState(s)
			if len(st.Segments) != 1 || st.Merging.Count > 0 || len(st.Merging.Drop) > 0 {
				t.Errorf("after all merges: %+v", st)
			}
			for range 120 {
				s.compare(s.someQuery())
			}
			s.exactFrequencies()
		})
	}
}

// exactFrequencies holds that a merge of everything leaves nothing of the dead.
func (s *shelf) exactFrequencies() {
	s.t.Helper()
	want := make(map[string]int)
	for _, e := range s.records {
		for _, p := range e.Terms {
			want[p.Term]++
		}
	}
	x := s.open()
	defer x.Close()
	got := make(map[string]int)
	x.Each("", func(term []byte, df int) { got[string(term)] += df })
	for t, n := range want {
		if got[t] != n || x.Frequency(t) != n {
			s.t.Fatalf("%q is in %d documents, it should be %d", t, got[t], n)
		}
	}
	if len(got) != len(want) {
		s.t.Fatalf("%d terms, it should be %d", len(got), len(want))
	}
}

func TestFacetsCountWhatWasFound(t *testing.T) {
	s := newShelf(t, 9)
	for i := range 700 {
		s.put(model.Key{Kind: model.KindQuestion, Event: model.ID{1, byte(i % 20)}, ID: model.ID{2, byte(i), byte(i >> 8)}})
		if i == 300 || i == 500 {
			s.flush()
		}
	}
	q := Query{Groups: []Group{{Weight: 1, Alts: []Alt{{"+a0", 1}}}}, Limit: 5, Facets: []string{"!T"}}
	x := s.open()
	defer x.Close()
	got, err := x.Search(q)
	if err != nil {
		t.Fatal(err)
	}
	tags, events := make(map[string]int), 0
	for _, e := range s.records {
		if _, ok := e.find("+a0"); !ok {
			continue
		}
		events++
		for _, p := range e.Terms {
			if strings.HasPrefix(p.Term, "!T") {
				tags[p.Term]++
			}
		}
	}
	sum := 0
	for _, n := range got.Events {
		sum += n
	}
	if fmt.Sprint(got.Terms) != fmt.Sprint(tags) || sum != events || got.Total != events {
		t.Errorf("facets %v, %d of %d; it should be %v", got.Terms, sum, got.Total, tags)
	}
}

// TestDeadPostingsAreLeftBehind lets half of the documents die, and holds that their segment is written again, once.
func TestDeadPostingsAreLeftBehind(t *testing.T) {
	s := newShelf(t, 5)
	for i := range 1500 {
		s.put(model.Key{Kind: model.KindQuestion, Event: model.ID{1, byte(i % 20)}, ID: model.ID{2, byte(i), byte(i >> 8)}})
	}
	s.flush()
	for _, k := range slices.Clone(s.keys)[100:800] {
		s.write(Entry{Key: k, Gone: true})
	}
	s.flush()
	plan := func() (planned bool) {
		s.change(func(st *State) { planned = st.PlanDead(s.cache.Columns(s, *st)) })
		return planned
	}
	if !plan() {
		t.Fatal("seven hundred died, and nothing is to be done")
	}
	s.compare(s.someQuery())
	s.merge(500, false)
	s.exactFrequencies()
	if plan() {
		t.Error("what was written again is to be written once more")
	}
	st, _, _ := ReadState(s)
	if len(st.Segments) != 1 || st.Segments[0].Dead != 700 || st.Merging.Count > 0 {
		t.Errorf("afterwards %+v", st)
	}
	for range 20 {
		s.compare(s.someQuery())
	}
}

package store

import (
	"cmp"
	"context"
	"errors"
	"slices"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/model/term"
	"hadir/store/index"
)

// searchLimit is how many hits a search gives where nobody says how many.
const searchLimit = 20

// Search finds the records that answer a query, best first; see [term.Query] for which these are. Where too few have every
// word, those that have most of them follow. What cannot be read of the index is left out and counted, and the index is then
// made anew while nobody writes.
func (s *Store) Search(ctx context.Context, q term.Query, o model.SearchOptions) (out model.Found, err error) {
	if o.Limit <= 0 {
		o.Limit = searchLimit
	}
	if err := ctx.Err(); err != nil {
		return out, err
	}
	err = s.search(func(tx *bolt.Tx, x *index.Snapshot) error {
		want := s.question(q, o)
		want.Done = ctx.Done()
		out.Meant = correct(x, q, &want)
		found, err := x.Search(want)
		if err != nil {
			return err
		}
		out.Total, out.Whole = found.Total, found.Whole
		if o.Facets {
			out.Facets = facetsOf(found)
		}
		return s.hits(tx, found, q, o, &out)
	}, &out.Unread)
	return out, ended(ctx, err)
}

// ended is the error of a search; one that was stopped ends as its context does.
func ended(ctx context.Context, err error) error {
	if errors.Is(err, index.ErrStopped) {
		return context.Cause(ctx)
	}
	return err
}

// search runs f with the index in one transaction, and counts what could not be read.
func (s *Store) search(f func(*bolt.Tx, *index.Snapshot) error, unread *int) error {
	return s.view(func(tx *bolt.Tx) error {
		x, ok, err := index.Open(shelf{tx, s.codec}, &s.cache)
		if err != nil || !ok {
			// There is none: a file that was never written since it has one, or damage at the root.
			*unread = 1
			if err != nil {
				s.askAnew()
			}
			return nil
		}
		defer x.Close()
		if err := f(tx, x); err != nil {
			return err
		}
		*unread = x.Unread()
		if *unread > 0 {
			s.askAnew()
		}
		if !x.State.Built.Done {
			*unread++
		}
		return nil
	})
}

// hits reads the records that were found.
func (s *Store) hits(tx *bolt.Tx, found index.Result, q term.Query, o model.SearchOptions, out *model.Found) error {
	a := s.words.take()
	defer s.words.give(a)
	find := newFinder(&q, &a.words)
	for i, f := range found.Top[min(o.Skip, len(found.Top)):] {
		if i >= o.Limit {
			break
		}
		h, ok, err := s.hitOf(tx, f.Key, find)
		if err != nil {
			return err
		}
		if ok {
			h.Score, h.Words = f.Score, f.Groups
			out.Hits = append(out.Hits, h)
		}
	}
	return nil
}

// Similar are earlier questions, of whatever event, that are most like a text, best first, at the most limit of them; the
// question except is not among them.
func (s *Store) Similar(ctx context.Context, text string, except model.ID, limit int) (out []model.Earlier, err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	unread := 0
	err = s.search(func(tx *bolt.Tx, x *index.Snapshot) error {
		want := s.likeness(x, text, limit+1)
		want.Done = ctx.Done()
		found, err := x.Search(want)
		if err != nil {
			return err
		}
		for _, f := range found.Top {
			if f.Key.ID == except || len(out) == limit {
				continue
			}
			e, ok, err := s.earlier(tx, f.Key)
			if err != nil {
				return err
			}
			if ok {
				e.Score = f.Score
				out = append(out, e)
			}
		}
		return nil
	}, &unread)
	return out, ended(ctx, err)
}

// earlier reads a question with its event; false when either is gone.
func (s *Store) earlier(tx *bolt.Tx, k model.Key) (out model.Earlier, ok bool, err error) {
	r, err := s.codec.read(tx, k)
	if err != nil {
		return out, false, err
	}
	er, err := s.codec.read(tx, model.EventKey(k.Event))
	out = model.Earlier{Question: model.QuestionOf(r), Event: model.EventOf(er)}
	return out, err == nil && !r.IsNew() && !out.Question.Removed && !out.Event.Removed, err
}

// How much of a text is looked for to find what is like it: its rarest words say what it is about.
const (
	likeRead  = 200  // words that are looked at
	likeWords = 12   // words that are looked for
	likeShare = 0.34 // of which so many have to be there
)

// likeness is the query for questions that are like a text. No word of it has to be there.
func (s *Store) likeness(x *index.Snapshot, text string, limit int) index.Query {
	m := s.words.take()
	defer s.words.give(m)
	a := &m.words
	q := index.Query{
		Limit: limit, Today: s.today(), Least: likeShare, Filters: []index.Filter{{Kinds: []model.Kind{model.KindQuestion}}},
	}
	type word struct {
		group index.Group
		df    int
	}
	var words []word
	seen := make(map[term.Term]bool)
	at := -1
	for _, t := range a.Append(nil, text[:min(len(text), 1<<14)]) {
		switch {
		case t.Stop || t.Term.Class() == term.Raw && seen[t.Term]:
			at = -1
		case t.Term.Class() == term.Raw && len(words) < likeRead:
			seen[t.Term] = true
			at = t.Pos
			words = append(words, word{index.Group{Weight: 1, Alts: []index.Alt{{Term: string(t.Term), Weight: 1}}}, 0})
		case t.Pos == at:
			g := &words[len(words)-1].group
			g.Alts = append(g.Alts, index.Alt{Term: string(t.Term), Weight: 0.8})
		}
	}
	kept := words[:0]
	for _, w := range words {
		for _, alt := range w.group.Alts {
			w.df = max(w.df, x.Frequency(alt.Term))
		}
		if w.df > 0 {
			kept = append(kept, w)
		}
	}
	slices.SortStableFunc(kept, func(a, b word) int { return cmp.Compare(a.df, b.df) })
	for _, w := range kept[:min(len(kept), likeWords)] {
		q.Groups = append(q.Groups, w.group)
	}
	return q
}

// today is the office's day as the index counts days.
func (s *Store) today() uint16 { return index.DayOf(s.now().Format("2006-01-02")) }

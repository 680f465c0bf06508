package store

import (
	"context"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/model/term"
)

// searchLimit is how many hits a search gives where nobody says how many.
const searchLimit = 20

// Search finds the records that answer a query, best first; see [term.Query] for which these are. Where too few have every
// word, those that have most of them follow.
func (s *Store) Search(ctx context.Context, q term.Query, o model.SearchOptions) (out model.Found, err error) {
	if o.Limit <= 0 {
		o.Limit = searchLimit
	}
	err = s.view(func(tx *bolt.Tx) error {
		a := new(term.Analyzer)
		found, err := s.scan(ctx, tx, a, q, o)
		if err != nil {
			return err
		}
		out.Total, out.Whole = len(found), wholeOf(found, len(q.Groups))
		for _, f := range found[min(o.Skip, len(found)):min(o.Skip+o.Limit, len(found))] {
			h, ok, err := s.hitOf(tx, f.key, q, a)
			if err != nil {
				return err
			}
			if ok {
				h.Score, h.Words = f.score, f.groups
				out.Hits = append(out.Hits, h)
			}
		}
		return nil
	})
	return out, err
}

// Similar are earlier questions, of whatever event, that are most like a text, best first, at the most limit of them; the
// question except is not among them.
func (s *Store) Similar(ctx context.Context, text string, except model.ID, limit int) (out []model.Earlier, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		a := new(term.Analyzer)
		found, err := s.scan(ctx, tx, a, likeness(a, text), model.SearchOptions{Kinds: []model.Kind{model.KindQuestion}})
		if err != nil {
			return err
		}
		for _, f := range found {
			if f.key.ID == except {
				continue
			}
			if len(out) == limit {
				break
			}
			e, ok, err := s.earlier(tx, f.key)
			if err != nil {
				return err
			}
			if ok {
				e.Score = f.score
				out = append(out, e)
			}
		}
		return nil
	})
	return out, err
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

// likeness is the query for what is like a text: its words and stems, none of which has to be there.
func likeness(a *term.Analyzer, text string) (q term.Query) {
	at := -1
	for _, t := range a.Append(nil, text) {
		if t.Stop {
			continue
		}
		if t.Pos != at {
			q.Groups = append(q.Groups, term.Group{Text: string(t.Term), Weight: 1})
			at = t.Pos
		}
		g := &q.Groups[len(q.Groups)-1]
		g.Alts = append(g.Alts, term.Alt{Term: t.Term, Weight: 1})
	}
	return q
}

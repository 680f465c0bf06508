package store

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/model/term"
)

// scored is a record that a search found.
type scored struct {
	key    model.Key
	groups int
	score  float64
}

func wholeOf(found []scored, groups int) (n int) {
	for _, f := range found {
		if f.groups >= groups {
			n++
		}
	}
	return n
}

// scan searches by reading every record.
func (s *Store) scan(ctx context.Context, tx *bolt.Tx, a *term.Analyzer, q term.Query, o model.SearchOptions) ([]scored, error) {
	type read struct {
		key model.Key
		has map[term.Term]int
		n   int
	}
	var docs []read
	total := 0
	for _, kind := range []model.Kind{model.KindQuestion, model.KindAction, model.KindAgenda, model.KindEvent} {
		if len(o.Kinds) > 0 && !slices.Contains(o.Kinds, kind) {
			continue
		}
		var prefix []byte
		if !o.Event.IsZero() {
			prefix = o.Event[:]
		}
		err := s.codec.eachRecord(tx, kind, prefix, func(r model.Record) error {
			d, ok := documentOf(r)
			if !ok {
				return ctx.Err()
			}
			x := read{key: d.key, has: make(map[term.Term]int)}
			for _, p := range d.texts {
				for t, n := range tokensOf(a, p.text) {
					x.has[t] += n * p.weight
					x.n += n
				}
			}
			total += x.n
			docs = append(docs, x)
			return ctx.Err()
		})
		if err != nil {
			return nil, err
		}
	}
	df := make(map[term.Term]int)
	for _, d := range docs {
		for t := range d.has {
			df[t]++
		}
	}
	average := float64(total) / max(1, float64(len(docs)))
	var out []scored
	for _, d := range docs {
		f := scored{key: d.key}
		for _, g := range q.Groups {
			best := 0.0
			try := func(t term.Term, w float64) {
				if tf := float64(d.has[t]); tf > 0 {
					idf := math.Log(1 + (float64(len(docs))-float64(df[t])+0.5)/(float64(df[t])+0.5))
					best = max(best, w*idf*tf*2.2/(tf+1.2*(0.4+0.6*float64(d.n)/average)))
				}
			}
			for _, alt := range g.Alts {
				try(alt.Term, alt.Weight)
			}
			if g.Prefix != "" {
				for t := range d.has {
					if t.Class() == term.Raw && strings.HasPrefix(string(t), g.Prefix) {
						try(t, term.PrefixWeight)
					}
				}
			}
			if best > 0 {
				f.groups++
				f.score += g.Weight * best
			}
		}
		if f.groups*2 >= len(q.Groups) && f.groups > 0 {
			out = append(out, f)
		}
	}
	slices.SortFunc(out, func(x, y scored) int {
		return cmp.Or(cmp.Compare(y.groups, x.groups), cmp.Compare(y.score, x.score), compareIDs(x.key.ID, y.key.ID))
	})
	return out, nil
}

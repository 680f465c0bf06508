package index

import (
	"cmp"
	"slices"
	"strings"
)

// The most terms that a prefix stands for, by how many letters it has: the most frequent ones. One letter begins a tenth of all words.
func expansions(prefix string) int { return [...]int{8, 8, 32, 128}[min(3, len(prefix))] }

// begunTerm is a term that begins with a prefix, and in how many documents it is.
type begunTerm struct {
	term string
	df   int
}

// typedPrefix is all terms of the segments that begin with what somebody types. With the next letter they are among these: the
// dictionary is walked through once for a word. The second place is for names, see [Group].
type typedPrefix [2]struct {
	segments []uint32
	prefix   string
	terms    []begunTerm // in order
}

// begun are the terms that begin as a group does, the most frequent first and no more than are looked for, each with the group's
// weight for these, and in how many documents the most frequent one is.
func (s *Snapshot) begun(g Group) (alts []Alt, most int) {
	all := s.beginning(0, g.Prefix)
	if g.Names != "" {
		all = append(slices.Clone(all), s.beginning(1, g.Names)...)
	}
	all = slices.DeleteFunc(slices.Clone(all), func(t begunTerm) bool {
		return slices.ContainsFunc(g.Alts, func(a Alt) bool { return a.Term == t.term })
	})
	slices.SortFunc(all, func(a, b begunTerm) int { return cmp.Or(cmp.Compare(b.df, a.df), strings.Compare(a.term, b.term)) })
	for _, t := range all[:min(len(all), expansions(g.Prefix))] {
		alts = append(alts, Alt{t.term, g.Begun})
		most = max(most, t.df)
	}
	return alts, most
}

// expand adds the terms that begin with a group's prefix to its own.
func (s *Snapshot) expand(g Group) []Alt {
	begun, _ := s.begun(g)
	return append(slices.Clone(g.Alts), begun...)
}

// beginning are all terms that begin with a prefix, in order.
func (s *Snapshot) beginning(sort int, prefix string) []begunTerm {
	terms := s.filed(sort, prefix)
	var waiting []begunTerm
	for i := range s.sources {
		for _, e := range s.sources[i].entries {
			e.each(prefix, func(p Posting) { waiting = append(waiting, begunTerm{p.Term, 1}) })
		}
	}
	if len(waiting) == 0 {
		return terms
	}
	return summed(append(slices.Clone(terms), waiting...))
}

// filed are those of the segments.
func (s *Snapshot) filed(sort int, prefix string) []begunTerm {
	segments := make([]uint32, len(s.State.Segments))
	for i, x := range s.State.Segments {
		segments[i] = x.No
	}
	s.cache.mu.Lock()
	have := s.cache.typed[sort]
	s.cache.mu.Unlock()
	if have.prefix != "" && strings.HasPrefix(prefix, have.prefix) && slices.Equal(have.segments, segments) {
		from, _ := slices.BinarySearchFunc(have.terms, prefix, func(t begunTerm, p string) int { return strings.Compare(t.term, p) })
		to := from
		for to < len(have.terms) && strings.HasPrefix(have.terms[to].term, prefix) {
			to++
		}
		return have.terms[from:to]
	}
	var terms []begunTerm
	parts, hurt := 0, s.hurt
	for i := range s.sources {
		if x := &s.sources[i]; x.entries == nil {
			before := len(terms)
			x.dict.each(prefix, func(term []byte, l list) bool {
				terms = append(terms, begunTerm{string(term), l.df})
				return true
			})
			if len(terms) > before {
				parts++
			}
		}
	}
	if parts > 1 {
		terms = summed(terms)
	}
	if s.hurt == hurt {
		have.segments, have.prefix, have.terms = segments, prefix, terms
		s.cache.mu.Lock()
		s.cache.typed[sort] = have
		s.cache.mu.Unlock()
	}
	return terms
}

// summed puts terms in order and adds up those that come more than once.
func summed(terms []begunTerm) []begunTerm {
	slices.SortFunc(terms, func(a, b begunTerm) int { return strings.Compare(a.term, b.term) })
	out := terms[:0]
	for _, t := range terms {
		if n := len(out); n > 0 && out[n-1].term == t.term {
			out[n-1].df += t.df
			continue
		}
		out = append(out, t)
	}
	return out
}

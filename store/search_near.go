package store

import (
	"cmp"
	"slices"
	"strings"

	"hadir/model"
	"hadir/model/term"
	"hadir/store/index"
)

// How many words a letter away may stand in the place of one that nothing has, and what they count.
const (
	meantMost   = 4
	meantWeight = 0.6
)

// correct looks for words a letter away in the place of those that nothing has.
func correct(x *index.Snapshot, q term.Query, want *index.Query) (out []model.Meant) {
	for i, g := range q.Groups {
		if len(g.Text) < term.ShortestNear || known(x, want.Groups[i]) {
			continue
		}
		if near := nearest(x, g.Text); len(near) > 0 {
			for _, t := range near {
				want.Groups[i].Alts = append(want.Groups[i].Alts, index.Alt{Term: t, Weight: meantWeight})
			}
			out = append(out, model.Meant{Typed: g.Text, Taken: near})
		}
	}
	return out
}

// known reports whether anything has a group.
func known(x *index.Snapshot, g index.Group) bool {
	for _, a := range g.Alts {
		if x.Frequency(a.Term) > 0 {
			return true
		}
	}
	found := false
	if g.Prefix != "" {
		x.Each(g.Prefix, func([]byte, int) { found = true })
	}
	return found
}

// nearest are the most frequent words that are a letter away from one.
func nearest(x *index.Snapshot, word string) []string {
	df := make(map[string]int)
	for _, begin := range nearBeginnings(word) {
		x.Each(begin, func(t []byte, n int) {
			// A letter more or less.
			if len(t)-len(word) <= 2 && len(word)-len(t) <= 2 && term.Near(word, string(t)) {
				df[string(t)] += n
			}
		})
	}
	words := make([]string, 0, len(df))
	for w := range df {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(cmp.Compare(df[b], df[a]), strings.Compare(a, b)) })
	return words[:min(len(words), meantMost)]
}

// nearBeginnings are how words begin that are a letter away from one of at least three letters: as it does, unless the slip is in its
// first letter, and then the next letters are its own. None begins as another does. So a large dictionary is not walked through as
// a whole. A slip in a first letter that is none of a to z is not looked for.
func nearBeginnings(word string) (out []string) {
	out = append(out, word[:1], word[1:3], word[1:2]+word[:1])
	if word[0] >= 0x80 {
		return []string{word[:2]}
	}
	for c := 'a'; c <= 'z'; c++ {
		out = append(out, string(c)+word[:2], string(c)+word[1:3])
	}
	slices.Sort(out)
	kept := out[:0]
	for _, b := range out {
		// In order, what it may begin with comes before it.
		if len(kept) == 0 || !strings.HasPrefix(b, kept[len(kept)-1]) {
			kept = append(kept, b)
		}
	}
	return kept
}

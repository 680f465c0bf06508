package term

import (
	"slices"
	"strings"

	"hadir/model/stem"
)

// groups makes groups of plain text: one of each word that counts, and one of each thing that several words are; then those
// words weigh less by themselves. unfinished holds the ends of the words that are still being typed.
func (a *Analyzer) groups(text string, unfinished []int) []Group {
	a.tokens = a.Append(a.tokens[:0], text)
	groups := a.collect(unfinished, false)
	if len(groups) == 0 { // only stop words: then they count
		groups = a.collect(unfinished, true)
	}
	return groups
}

// collect makes groups of the tokens at hand.
func (a *Analyzer) collect(unfinished []int, stops bool) []Group {
	var groups []Group
	within := 0 // the end of the thing that the words at hand are part of
	for i, t := range a.tokens {
		class := t.Term.Class()
		if class == Stem || t.Stop && !stops {
			continue
		}
		g := Group{Text: t.Term.Text(), Weight: 1}
		switch {
		case class == Short:
			g.Alts = a.shortAlts(nil, t.Term, 1)
			if end := t.End; end > a.words[t.Pos].end {
				within = max(within, end)
				lighten(groups, a.tokens[:i], t.Start)
			}
		case stops && t.Stop:
			g.Alts = []Alt{{t.Term, 1}}
		default:
			g.Alts = a.alts(string(t.Term))
		}
		if class == Raw && t.End <= within {
			g.Weight = partWeight
		}
		for _, end := range unfinished {
			if class == Raw && end == t.End {
				g.Prefix = string(t.Term)
			}
		}
		groups = addGroup(groups, g)
	}
	return groups
}

// lighten makes the group of the word weigh less that a thing begins with: it came before the thing was known.
func lighten(groups []Group, before []Token, start int) {
	for j := len(before) - 1; j >= 0; j-- {
		if t := before[j]; t.Start == start && t.Term.Class() == Raw {
			for k := range groups {
				if groups[k].Text == string(t.Term) && groups[k].Alts[0].Term == t.Term {
					groups[k].Weight = partWeight
				}
			}
			return
		}
	}
}

// addGroup adds a group, unless there is one of the same: saying a word twice does not make it more.
func addGroup(groups []Group, g Group) []Group {
	for i := range groups {
		if groups[i].Alts[0].Term == g.Alts[0].Term {
			groups[i].Weight = max(groups[i].Weight, g.Weight)
			if g.Prefix != "" {
				groups[i].Prefix = g.Prefix
			}
			return groups
		}
	}
	return append(groups, g)
}

// alts gives the terms that stand for a word, the surest first.
func (a *Analyzer) alts(word string) []Alt {
	alts := a.formsOf(nil, word)
	if a.short[word] {
		alts = add(alts, Term(string(shortMark)+word), shortWeight)
	}
	s := a.stem(word)
	for _, k := range a.kinOf(word, s) {
		alts = a.kinAlts(alts, k)
	}
	if twin := stem.Twin(s); twin != "" && s != word {
		alts = add(add(alts, Term(string(stemMark)+twin), twinWeight), Term(twin), twinWeight)
	} else if twin != "" {
		alts = add(alts, Term(string(stemMark)+twin), twinWeight)
	}
	return alts
}

// formsOf appends a word as it stands, and all that has its stem.
func (a *Analyzer) formsOf(alts []Alt, word string) []Alt {
	alts = add(alts, Term(word), 1)
	if usual, ok := a.usual[word]; ok {
		alts = add(alts, Term(usual), spellWeight)
	}
	s := a.stem(word)
	for _, clitic := range [...]string{"nya", "lah", "kah"} {
		if bare, ok := strings.CutSuffix(word, clitic); ok && a.stem(bare) == s {
			alts = add(alts, Term(bare), spellWeight) // perusahaannya is a perusahaan before it is a usaha
		}
	}
	return add(add(alts, Term(s), stemWeight), Term(string(stemMark)+s), stemWeight)
}

// shortAlts appends the terms that stand for an abbreviation, or for a figure in its one writing.
func (a *Analyzer) shortAlts(alts []Alt, t Term, weight float64) []Alt {
	alts = add(alts, t, weight)
	if word := t.Text(); a.short[word] {
		alts = add(alts, Term(word), weight*shortWeight)
		alts = add(alts, Term(string(stemMark)+word), weight*stemWeight)
		for _, k := range a.kinOf(word, word) {
			alts = a.kinAlts(alts, k)
		}
	}
	return alts
}

// kinOf gives the kin of a word and of its stem.
func (a *Analyzer) kinOf(word, stemmed string) []kinship {
	if word == stemmed {
		return a.near[word]
	}
	return slices.Concat(a.near[word], a.near[stemmed])
}

// kinAlts appends a kin's word, stem and abbreviation.
func (a *Analyzer) kinAlts(alts []Alt, k kinship) []Alt {
	weight := nearWeight
	if k.same {
		weight = sameWeight
	}
	alts = add(add(alts, Term(k.word), weight), Term(string(stemMark)+k.word), weight)
	if a.short[k.word] {
		alts = add(alts, Term(string(shortMark)+k.word), weight)
	}
	return alts
}

// add appends a term that is not there yet.
func add(alts []Alt, t Term, weight float64) []Alt {
	for i := range alts {
		if alts[i].Term == t {
			alts[i].Weight = max(alts[i].Weight, weight)
			return alts
		}
	}
	if len(alts) >= MostAlts {
		return alts
	}
	return append(alts, Alt{t, weight})
}

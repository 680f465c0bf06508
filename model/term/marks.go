package term

// Span is a range of bytes of a text.
type Span struct{ Start, End int }

// Marks gives the parts of a text that a query matched, in order, none touching another: whole words, by themselves, their
// stem, an abbreviation or a beginning, and phrases as one.
func (a *Analyzer) Marks(text string, q *Query) []Span {
	var spans []Span
	for _, h := range a.hits(text, q) {
		spans = join(spans, h.Span)
	}
	return spans
}

// hit is a part of a text that one of a query's groups or phrases matched.
type hit struct {
	Span
	what   int // the group's number, or that of the phrase behind the groups
	weight float64
}

// hits finds what a query matches in a text, by position.
func (a *Analyzer) hits(text string, q *Query) []hit {
	a.tokens = a.Append(a.tokens[:0], text)
	wanted := make(map[Term]hit)
	for i, g := range q.Groups {
		for _, alt := range g.Alts {
			if w := g.Weight * alt.Weight; !g.Quoted && w > wanted[alt.Term].weight {
				wanted[alt.Term] = hit{what: i, weight: w}
			}
		}
	}
	var hits []hit
	for i, t := range a.tokens {
		h := wanted[t.Term]
		if t.Term.Class() == Raw {
			h = begun(h, t.Term, q)
			for j, p := range q.Phrases {
				if end := a.follows(i, p); end > 0 {
					hits = append(hits, hit{Span{t.Start, end}, len(q.Groups) + j, float64(len(p))})
				}
			}
		}
		if h.weight > 0 {
			h.Span = Span{t.Start, t.End}
			hits = append(hits, h)
		}
	}
	return hits
}

// begun gives the hit of a raw word that begins as an unfinished word does, if that is better.
func begun(h hit, t Term, q *Query) hit {
	for i, g := range q.Groups {
		if n := len(g.Prefix); n > 0 && len(t) >= n && string(t[:n]) == g.Prefix && g.Weight*PrefixWeight > h.weight {
			h = hit{what: i, weight: g.Weight * PrefixWeight}
		}
	}
	return h
}

// follows gives where a phrase ends that begins with token i, 0 if it does not stand there.
func (a *Analyzer) follows(i int, p Phrase) (end int) {
	pos := a.tokens[i].Pos
	for _, want := range p {
		for i < len(a.tokens) && a.tokens[i].Pos < pos {
			i++
		}
		if i == len(a.tokens) || a.tokens[i].Term != want {
			return 0
		}
		end = a.tokens[i].End
		pos++
	}
	return end
}

// join appends a span that starts no earlier than those before, or lets the last one grow over it.
func join(spans []Span, s Span) []Span {
	if n := len(spans); n > 0 && s.Start <= spans[n-1].End {
		spans[n-1].End = max(spans[n-1].End, s.End)
		return spans
	}
	return append(spans, s)
}

package term

import "hadir/model/stem"

// Analyzer makes tokens of texts and queries. It remembers the words that it met, so the first texts cost more than the
// next. It is not safe for concurrent use: keep one for each goroutine. The zero Analyzer is ready.
type Analyzer struct {
	scanner
	*vocabulary
	known    map[string]*entry
	interned map[string]Term
	entries  []*entry // of the words of the text at hand
	scratch  []byte
	tokens   []Token
}

// entry is what is known of a folded word, whatever the text.
type entry struct {
	raw   Term
	stem  Term   // empty if the word is its own stem
	stop  bool   // too common to rank by
	month int    // 1 to 12 if the word is a month, else 0
	forms []form // what may be written out from here on
}

// mostKnown is how many words an Analyzer remembers, in some 5 MB; then it begins anew, which the common words soon make good.
const mostKnown = 1 << 15

// Append appends the tokens of a text to dst, by position, and returns it. At a position the raw word comes first. Nothing in
// the tokens refers to the text or to the Analyzer's buffers.
func (a *Analyzer) Append(dst []Token, text string) []Token {
	a.read(text)
	for i := range a.words {
		w, e := &a.words[i], a.entries[i]
		dst = append(dst, Token{Term: e.raw, Start: w.start, End: w.end, Pos: i, Stop: e.stop})
		if e.stem != "" && !e.stop {
			dst = append(dst, Token{Term: e.stem, Start: w.start, End: w.end, Pos: i})
		}
		if e.forms != nil {
			dst = a.appendShorts(dst, i, e.forms)
		}
		if digit(e.raw[0]) {
			dst = a.appendFigures(dst, text, i)
		}
	}
	return dst
}

// read scans a text, looks its words up, and makes one word of those that are one said twice.
func (a *Analyzer) read(text string) {
	if a.vocabulary == nil {
		a.vocabulary = newVocabulary()
	}
	a.scan(text)
	a.entries = a.entries[:0]
	n := 0 // words kept
	for _, w := range a.words {
		e := a.look(a.folded[w.from:w.to])
		if w.tied && !w.cut && n > 0 {
			if both, ok := a.doubled(a.words[n-1], w, a.entries[n-1], e); ok {
				a.words[n-1].end, a.words[n-1].to = w.end, w.to
				a.entries[n-1] = both
				continue
			}
		}
		a.words[n] = w
		a.entries = append(a.entries, e)
		n++
	}
	a.words = a.words[:n]
}

// doubled gives the entry of two tied words that are one, such as "desa-desa" and "undang-undang".
func (a *Analyzer) doubled(first, second word, one, other *entry) (both *entry, ok bool) {
	a.scratch = append(append(append(a.scratch[:0], a.folded[first.from:first.to]...), '-'), a.folded[second.from:second.to]...)
	if e, ok := a.known[string(a.scratch)]; ok {
		return e, e.raw != ""
	}
	e := new(entry)
	if one.raw == other.raw && !digit(one.raw[0]) || stem.Doubled(string(one.raw), string(other.raw)) {
		e = a.learn(string(a.scratch))
	} else {
		a.known[string(a.scratch)] = e
	}
	return e, e.raw != ""
}

// look gives what is known of a folded word.
func (a *Analyzer) look(folded []byte) *entry {
	if e, ok := a.known[string(folded)]; ok {
		return e
	}
	return a.learn(string(folded))
}

// learn finds out about a word, and remembers it.
func (a *Analyzer) learn(word string) *entry {
	if a.known == nil || len(a.known) >= mostKnown {
		a.known, a.interned = make(map[string]*entry), make(map[string]Term)
	}
	e := &entry{raw: Term(word), stop: stopWord(word), forms: a.forms[word], month: monthOf(word)}
	if s := a.stem(word); s != word {
		e.stem = Term(string(stemMark) + s)
		if e.forms == nil && a.usual[word] != "" {
			e.forms, e.month = a.forms[s], monthOf(s)
		}
	}
	a.known[word] = e
	return e
}

// appendShorts appends the abbreviations of what is written out from word i on, each at most once.
func (a *Analyzer) appendShorts(dst []Token, i int, forms []form) []Token {
	from := len(dst)
forms:
	for _, f := range forms {
		if i+len(f.rest) >= len(a.words) {
			continue
		}
		for j, w := range f.rest {
			if e := a.entries[i+1+j]; string(e.raw) != w && e.stem.Text() != w {
				continue forms
			}
		}
		end := a.words[i+len(f.rest)].end
		for k := range dst[from:] {
			if t := &dst[from+k]; t.Term == f.short {
				t.End = max(t.End, end)
				continue forms
			}
		}
		dst = append(dst, Token{Term: f.short, Start: a.words[i].start, End: end, Pos: i})
	}
	return dst
}

// intern gives the term of the scratch's bytes.
func (a *Analyzer) intern() Term {
	if t, ok := a.interned[string(a.scratch)]; ok {
		return t
	}
	if len(a.interned) >= mostKnown {
		clear(a.interned)
	}
	t := Term(a.scratch)
	a.interned[string(t)] = t
	return t
}

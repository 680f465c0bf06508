package term

import (
	"hadir/model/stem"
)

// Analyzer makes tokens of texts and queries. It remembers the words that it met, so the first texts cost more than
// the next; it is not safe for concurrent use. The zero Analyzer is ready.
type Analyzer struct {
	scanner
	known   map[string]entry
	entries []entry // of the words of the text at hand
	tokens  []Token
}

// entry is what is known of a folded word, whatever the text.
type entry struct {
	raw   Term
	stem  Term   // empty if the word is its own stem
	stop  bool   // too common to rank by
	heads string // the written-out forms that begin with this word: see writtenOut
}

// mostKnown is how many words an Analyzer remembers; then it begins anew. An archive of ten years has some 50,000.
const mostKnown = 1 << 17

// Append appends the tokens of a text to dst, in the order of their positions, and returns it. The terms are strings of their own.
func (a *Analyzer) Append(dst []Token, text string) []Token {
	a.read(text)
	pos := 0
	for i := 0; i < len(a.words); i++ {
		w, e := a.words[i], a.entries[i]
		if e.raw == "" {
			continue // the second half of a reduplication
		}
		dst = append(dst, Token{Term: e.raw, Start: w.start, End: w.end, Pos: pos, Stop: e.stop})
		if e.stem != "" && !e.stop {
			dst = append(dst, Token{Term: e.stem, Start: w.start, End: w.end, Pos: pos})
		}
		dst = a.appendShort(dst, i, pos)
		pos++
	}
	return dst
}

// read scans a text and looks its words up.
func (a *Analyzer) read(text string) {
	a.scan(text)
	a.entries = a.entries[:0]
	for i := range a.words {
		a.entries = append(a.entries, a.look(a.text(i)))
	}
}

// look gives what is known of a folded word.
func (a *Analyzer) look(folded []byte) entry {
	if e, ok := a.known[string(folded)]; ok {
		return e
	}
	if a.known == nil || len(a.known) >= mostKnown {
		a.known = make(map[string]entry)
	}
	word := string(folded)
	e := entry{raw: Term(word), stop: stopWord(word)}
	if s := stemOf(word); s != word {
		e.stem = Term(string(stemMark) + s)
	}
	a.known[word] = e
	return e
}

// stemOf gives a folded word's stem in the usual spelling.
func stemOf(word string) string { return stem.Indonesian(word) }

func stopWord(string) bool { return false }

func (a *Analyzer) appendShort(dst []Token, i, pos int) []Token { return dst }

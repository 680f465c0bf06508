package term

import (
	"strings"

	"hadir/model/stem"
)

// vocabulary is what the tables of this package say, made ready for look-up. An [Analyzer] makes its own, once.
type vocabulary struct {
	usual map[string]string // the usual spelling of a word that is written otherwise
	forms map[string][]form // what is written out, by its first word
	short map[string]bool   // the abbreviations
	near  map[string][]kinship
}

// form is the rest of something written out, and its abbreviation.
type form struct {
	rest  []string
	short Term
}

// kinship is a word that can stand for another.
type kinship struct {
	word string
	same bool
}

// newVocabulary reads the tables.
func newVocabulary() *vocabulary {
	v := &vocabulary{
		usual: make(map[string]string), forms: make(map[string][]form), short: make(map[string]bool), near: make(map[string][]kinship),
	}
	for usual, others := range entries(spellings) {
		for other := range strings.FieldsSeq(others) {
			v.usual[other] = usual
		}
	}
	for short, written := range entries(shorts) {
		v.short[short] = true
		for long := range strings.SplitSeq(written, ",") {
			words := strings.Fields(long)
			v.forms[words[0]] = append(v.forms[words[0]], form{words[1:], Term(string(shortMark) + short)})
		}
	}
	for line := range strings.Lines(kin) {
		words := strings.Fields(line)
		if len(words) < 3 || words[0] == "#" {
			continue
		}
		for i, word := range words[1:] {
			for j, other := range words[1:] {
				if i != j {
					v.near[word] = append(v.near[word], kinship{other, words[0] == "="})
				}
			}
		}
	}
	return v
}

// entries gives the lines of a table, taken apart at their colon.
func entries(table string) func(yield func(string, string) bool) {
	return func(yield func(string, string) bool) {
		for line := range strings.Lines(table) {
			head, rest, ok := strings.Cut(strings.TrimSpace(line), ": ")
			if ok && !strings.HasPrefix(line, "#") && !yield(head, rest) {
				return
			}
		}
	}
}

// stem gives a folded word's stem in its usual spelling. A word is spelled before it is stemmed, and its stem again: "ijin" and
// "perijinan" are both izin.
func (v *vocabulary) stem(word string) string {
	if w, ok := v.usual[word]; ok {
		word = w
	}
	s := stem.Of(word)
	if w, ok := v.usual[s]; ok {
		return w
	}
	return s
}

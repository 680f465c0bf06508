package promise

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hadir/model/date"
)

// shortSentence is how many words a sentence has at the most that promises by naming a deadline alone.
const shortSentence = 8

// word is a word of a text, in lower case.
type word struct {
	date.Span
	text string
}

// sentence is a part of a text that says one thing.
type sentence struct {
	date.Span
	words []word
	asks  bool // it is a question
}

// at is the text of word i, "" where there is none.
func (s sentence) at(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return s.words[i].text
}

// phrase reports whether these words stand from word i on.
func (s sentence) phrase(i int, words ...string) bool {
	for k, w := range words {
		if s.at(i+k) != w {
			return false
		}
	}
	return true
}

// sentences cuts a text at marks that end one, and at line ends.
func sentences(text string) (all []sentence) {
	var s sentence
	begun := false
	close := func(end int, asks bool) {
		if begun {
			s.asks = asks
			all = append(all, s)
		}
		s, begun = sentence{}, false
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case letter(r):
			w := readWord(text, i)
			if !begun {
				s.Start, begun = i, true
			}
			s.words = append(s.words, w)
			s.End = w.End
			i = w.End
			continue
		case r == '\n' || r == '!' || r == '?' || r == ';':
			close(i, r == '?')
		case r == '.' && ends(text, i, s):
			close(i, false)
		}
		i += size
	}
	close(len(text), false)
	return all
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// readWord reads the word that begins at i: letters and figures, with apostrophes, hyphens and figures' dots inside.
func readWord(text string, i int) word {
	start, end := i, i
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if letter(r) || unicode.Is(unicode.Mn, r) {
			i += size
			end = i
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i+size:])
		if r != '\'' && r != '’' && r != '-' || !letter(next) {
			break
		}
		i += size
	}
	lower := strings.ReplaceAll(strings.ToLower(text[start:end]), "’", "'")
	return word{date.Span{Start: start, End: end}, lower}
}

// ends reports whether the dot at i ends a sentence: not one within a number, or behind a word that is always shortened.
func ends(text string, i int, s sentence) bool {
	rest := text[i+1:]
	if rest == "" {
		return true
	}
	if r, _ := utf8.DecodeRuneInString(rest); !unicode.IsSpace(r) && r != '"' && r != ')' {
		return false
	}
	if len(s.words) == 0 || s.End != i {
		return true
	}
	switch s.words[len(s.words)-1].text {
	case "bpk", "bp", "sdr", "sdri", "yth", "jl", "no", "tgl", "hal", "h", "hj", "dr", "drs", "ir", "kel", "kec", "kab", "ds",
		"moh", "muh", "d", "mr", "mrs", "ms", "art", "ps":
		return false
	}
	return true
}

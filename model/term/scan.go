package term

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hadir/model/name"
)

// longestWord is how many bytes of a folded word are kept: what is longer is no word, and a dictionary's keys have a limit.
const longestWord = 64

// word is one word of a text: its bytes there, and its folded letters within the scanner's buffer.
type word struct {
	start, end int
	from, to   int
	tied       bool // a hyphen ties it to the word before: "desa-desa"
	cut        bool // a figure's part whose first part stands before: "18/2017"
}

// scanner takes a text apart into words. Its buffers are used again.
type scanner struct {
	words  []word
	folded []byte
}

// scan finds the words of a text: runs of letters and digits, with accents and apostrophes inside. Figures are taken apart at
// their points and strokes, but for the points between thousands: 150.000 is one figure.
func (s *scanner) scan(text string) {
	s.words, s.folded = s.words[:0], s.folded[:0]
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case alnum(c):
			i = s.take(text, i)
		case c < utf8.RuneSelf:
			i++
		default:
			r, n := utf8.DecodeRuneInString(text[i:])
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				i = s.takeAny(text, i)
			} else {
				i += n
			}
		}
	}
}

// take reads a word that begins with an ASCII letter or digit, and returns where it ends.
func (s *scanner) take(text string, i int) int {
	from, start := len(s.folded), i
	for ; i < len(text); i++ {
		c := text[i]
		switch {
		case c >= 'A' && c <= 'Z':
			s.folded = append(s.folded, c|0x20)
		case alnum(c):
			s.folded = append(s.folded, c)
			if digit(c) && i == start+2 && string(s.folded[from:i-start+from]) == "rp" {
				s.folded = s.folded[:from+2] // Rp150.000: the word ends here, a figure follows
				s.add(text, start, i, from)
				return i
			}
		case (c == '\'' || c == '`') && i+1 < len(text) && letter(text[i+1]):
		case c == '.' && thousand(text, start, i):
		case c >= utf8.RuneSelf && inside(text[i:]):
			s.folded = s.folded[:from]
			return s.takeAny(text, start)
		default:
			s.add(text, start, i, from)
			return i
		}
	}
	s.add(text, start, i, from)
	return i
}

// takeAny reads a word with letters beyond ASCII.
func (s *scanner) takeAny(text string, start int) int {
	i := start
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !wordRune(r) {
			break
		}
		i += n
	}
	from := len(s.folded)
	for part := range strings.FieldsSeq(name.FoldText(text[start:i])) {
		s.folded = append(s.folded, part...)
	}
	s.add(text, start, i, from)
	return i
}

// add keeps a word if any letter of it was left by folding. A figure of one or two digits loses its leading zero: the 08 of
// a date is 8.
func (s *scanner) add(text string, start, end, from int) {
	if len(s.folded) == from {
		return
	}
	to := from + wholeRunes(s.folded[from:], longestWord)
	if to == from+2 && s.folded[from] == '0' && digit(s.folded[from+1]) {
		from++
	}
	w := word{start: start, end: end, from: from, to: to}
	if n := len(s.words); n > 0 && s.words[n-1].end+1 == start {
		switch text[start-1] {
		case '-':
			w.tied = true
			w.cut = digit(text[start-2]) && digit(text[start])
		case '/':
			w.cut = digit(text[start-2]) && digit(text[start])
		}
	}
	s.words = append(s.words, w)
}

// thousand says whether the point at i stands between the thousands of a figure that began at start.
func thousand(text string, start, i int) bool {
	if i+3 >= len(text) || i+4 < len(text) && digit(text[i+4]) {
		return false
	}
	for j := start; j < i; j++ {
		if !digit(text[j]) && text[j] != '.' {
			return false
		}
	}
	first := strings.IndexByte(text[start:i+1], '.')
	return first <= 3 && digit(text[i+1]) && digit(text[i+2]) && digit(text[i+3])
}

// inside says whether a text goes on with what belongs to a word.
func inside(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return wordRune(r)
}

// wordRune says whether a character can stand inside a word; the apostrophes of all kinds and the invisible are folded away.
func wordRune(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return alnum(byte(r))
	case r == '’' || r == '‘' || r == 'ʼ' || r == 'ʻ' || r == '′':
		return true
	case r == utf8.RuneError:
		return false
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.In(r, unicode.Mn, unicode.Cf)
}

// wholeRunes gives how many bytes of whole characters fit into a limit.
func wholeRunes(b []byte, limit int) int {
	if len(b) <= limit {
		return len(b)
	}
	for limit > 0 && !utf8.RuneStart(b[limit]) {
		limit--
	}
	return limit
}

func digit(c byte) bool  { return c >= '0' && c <= '9' }
func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
func alnum(c byte) bool  { return letter(c) || digit(c) }

package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// FoldText folds any text for comparison: lower case, no diacritics, no apostrophes of any kind, words of
// letters and digits with one space between. It knows nothing of names; institutions and villages fold so.
func FoldText(s string) string {
	if isASCII(s) {
		return foldASCII(s)
	}
	// Apostrophes go first: compatibility decomposition would turn some of them into a space and an accent.
	s = norm.NFKD.String(strings.Map(dropApostrophe, s))
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		if dropApostrophe(r) < 0 || unicode.In(r, unicode.Mn, unicode.Cf) {
			continue // an accent, or something invisible, does not end a word
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteString(plainLetter(unicode.ToLower(r)))
	}
	return b.String()
}

// foldASCII is FoldText for what nearly all lists are made of.
func foldASCII(s string) string {
	var buffer [96]byte // longer than most, so that only the answer is allocated
	b := buffer[:0]
	gap := false
	for i := range len(s) {
		c := s[i]
		switch {
		case isASCIILetter(c):
			c |= 0x20
		case c >= '0' && c <= '9':
		case c == '\'' || c == '`':
			continue
		default:
			gap = len(b) > 0
			continue
		}
		if gap {
			b = append(b, ' ')
			gap = false
		}
		b = append(b, c)
	}
	if string(b) == s {
		return s // folded already
	}
	return string(b)
}

// Fold folds a name for comparison as FoldText does, without titles and forms of address, and with the
// short forms of Muhammad and Abdul written out: "Moh. Arifin, S.Pd." is "muhammad arifin".
func Fold(s string) string { return foldBare(Parse(s).Bare) }

// foldBare folds a name whose titles are off.
func foldBare(bare string) string {
	folded := FoldText(bare)
	if !shortened(folded) {
		return folded
	}
	words := strings.Fields(folded)
	for i, w := range words {
		words[i] = inFull(w, i == 0 && len(words) > 1)
	}
	return strings.Join(words, " ")
}

// shortened says whether inFull might change any word of a folded text. Most names need not be looked at word by word.
func shortened(folded string) bool {
	return strings.HasPrefix(folded, "m") || strings.Contains(folded, " m") || strings.Contains(folded, "abd")
}

// inFull writes out a word that is a form of Muhammad or Abdul. A lone M. is Muhammad only at the start of a name: at the end
// it is the initial of something else.
func inFull(word string, starts bool) string {
	switch {
	case isMuhammad(word) || word == "m" && starts:
		return muhammad
	case word == "abd":
		return "abdul"
	}
	return word
}

const muhammad = "muhammad"

// muhammads are the spellings met on lists; a lone M. is not among them.
const muhammads = " muhammad muhamad muhammat muhamat mohammad mohamad mohammat mohamat mochammad mochamad mochammat mochamat" +
	" muchammad muchamad mohammed mohamed muhammed muhamed moh moch mohd muh much muhd mhd "

func isMuhammad(word string) bool {
	return strings.HasPrefix(word, "m") && strings.Contains(muhammads, " "+word+" ")
}

// beginsMuhammad says whether a word of three letters or more can be the start of one of the spellings.
func beginsMuhammad(word string) bool {
	return len(word) >= 3 && strings.Contains(muhammads, " "+word)
}

// dropApostrophe removes what people type for the apostrophe in Ma'ruf, the letters of Arabic
// transliteration among them.
func dropApostrophe(r rune) rune {
	switch r {
	case '\'', '`', '´', '‘', '’', '‛', '′', '＇', 'ʹ', 'ʻ', 'ʼ', 'ʽ', 'ʾ', 'ʿ', 'ˈ', '՚', 'ꞌ', '\u0313':
		return -1
	}
	return r
}

// plainLetter writes the letters that have no decomposition; all others stay.
func plainLetter(r rune) string {
	switch r {
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'ı':
		return "i"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	}
	return string(r)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

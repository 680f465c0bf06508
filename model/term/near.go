package term

import (
	"iter"
	"slices"
	"unicode/utf8"
)

// ShortestNear is the fewest letters of a word that one wrong letter is forgiven.
const ShortestNear = 4

// Near says whether two words differ by exactly one edit: a letter wrong, missing, extra, or two neighbours exchanged. Words of
// fewer than ShortestNear letters, and figures, are near to nothing: another number is another thing. The first letter of most
// slips is right, but it need not be.
func Near(a, b string) bool {
	if len(a) < ShortestNear || len(b) < ShortestNear || len(a)-len(b) > utf8.UTFMax || len(b)-len(a) > utf8.UTFMax || digit(a[0]) || a == b {
		return false
	}
	var first, second [longestWord]rune
	x, y := runes(first[:0], a), runes(second[:0], b)
	if len(x) < ShortestNear || len(y) < ShortestNear {
		return false
	}
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	switch {
	case len(x)+len(y) == 1, len(x) == 1 && len(y) == 1:
		return true
	}
	return len(x) == 2 && len(y) == 2 && x[0] == y[1] && x[1] == y[0]
}

// Nearest gives the words of a dictionary that are near to what was typed, at most so many, those that share its first letters
// longest first. A store that keeps its dictionary sorted does best to offer first what begins with the same two letters.
func Nearest(typed string, dictionary iter.Seq[string], most int) []string {
	var near []string
	for word := range dictionary {
		if Near(typed, word) {
			near = append(near, word)
		}
	}
	slices.SortStableFunc(near, func(a, b string) int { return shared(typed, b) - shared(typed, a) })
	return near[:min(len(near), max(most, 0))]
}

// shared counts the bytes that two words have in common at their start.
func shared(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func runes(dst []rune, s string) []rune {
	for _, r := range s {
		dst = append(dst, r)
	}
	return dst
}

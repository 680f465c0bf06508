package stem

import "strings"

// Indonesian gives the stem of a folded word: "pemberangkatan" is "berangkat". A word that is doubled, with or without affixes,
// has the stem of its first half: "buku-bukunya" is "buku"; any other word with a hyphen stays as it is.
func Indonesian(word string) string {
	for {
		next := once(word)
		if next == word {
			return word
		}
		word = next // the rules may have uncovered a root, or another affix
	}
}

// once goes through the affixes one time.
func once(word string) string {
	if first, second, ok := strings.Cut(word, "-"); ok {
		switch {
		case !Doubled(first, second):
			return word
		case root(second) && !root(first):
			return second // bolak-balik
		}
		return first
	}
	if len(word) <= shortest || len(word) > longest || root(word) {
		return word
	}
	if r := known(word); r != "" {
		return r
	}
	return byRule(word)
}

const (
	shortest = 3  // bytes of a stem
	longest  = 40 // bytes of a word: "mempertanggungjawabkannya" has 25
)

// Doubled says whether two words that a hyphen ties are one word said twice: "desa-desa", "buku-bukunya", "tolong-menolong",
// "sayur-mayur". "Undang-undang" is not: a law is nothing that is said twice.
func Doubled(first, second string) bool {
	if len(first) < shortest || len(second) < shortest || len(first)+len(second) > 2*longest || first == "undang" {
		return false
	}
	return first == second || Indonesian(first) == Indonesian(second) || rhymes(first, second)
}

// rhymes says whether a word echoes another of the same length, in its end ("sayur-mayur") or in its consonants
// ("bolak-balik", "warna-warni").
func rhymes(a, b string) bool {
	if len(a) != len(b) || len(a) < 4 {
		return false
	}
	if a[1:] == b[1:] {
		return true
	}
	for i := range len(a) {
		if vowel(a[i]) != vowel(b[i]) || !vowel(a[i]) && a[i] != b[i] {
			return false
		}
	}
	return true
}

// Twin gives the other stem that an unknown word may have, where meN- or peN- swallowed a letter: "upas" and "kupas" are one
// another's twin, since "mengupas" may come of either. It is empty for a known root, and where there is none.
func Twin(stem string) string {
	if len(stem) < shortest || root(stem) {
		return ""
	}
	if vowel(stem[0]) {
		return "k" + stem
	}
	if !vowel(stem[1]) {
		return ""
	}
	switch stem[0] {
	case 'k':
		return stem[1:]
	case 'p':
		return "m" + stem[1:]
	case 'm':
		return "p" + stem[1:]
	case 't':
		return "n" + stem[1:]
	case 'n':
		return "t" + stem[1:]
	}
	return ""
}

func vowel(c byte) bool { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' }

// syllables counts vowels, as Tala does: each is about a syllable.
func syllables(word string) int {
	n := 0
	for i := range len(word) {
		if vowel(word[i]) {
			n++
		}
	}
	return n
}

package stem

import "strings"

// known finds the longest known root that a word can be made of, "" if there is none. Of two that are equally long the first
// that was tried wins: the one with a suffix off ("berikan" is beri, no ikan), and with its own first letter ("memohon" is
// mohon, no pohon).
func known(word string) string {
	best := ""
	for _, particle := range [...]string{"lah", "kah", "tah", "pun", ""} {
		said, ok := strings.CutSuffix(word, particle)
		if !ok {
			continue
		}
		for _, owner := range [...]string{"nya", "ku", "mu", ""} {
			owned, ok := strings.CutSuffix(said, owner)
			if !ok {
				continue
			}
			for _, suffix := range [...]string{"kan", "an", "i", "in", ""} {
				if s, ok := strings.CutSuffix(owned, suffix); ok && len(s) >= shortest {
					best = longerRoot(best, s, mostPrefixes)
				}
			}
		}
	}
	return best
}

// mostPrefixes is how many prefixes a word may have: mem-per-ber-, ke-ber-, di-per-.
const mostPrefixes = 3

// longerRoot gives a root longer than best that is left of a word when up to so many prefixes are off, else best.
func longerRoot(best, word string, prefixes int) string {
	if len(word) <= len(best) && prefixes < mostPrefixes {
		return best // what is left gets no longer, but for a letter that was swallowed, and then by less than its prefix
	}
	if len(word) > len(best) && root(word) {
		return word
	}
	if prefixes == 0 {
		return best
	}
	for _, p := range [...]string{"di", "ke", "se", "ber", "be", "bel", "ter", "per", "pel"} {
		if rest, ok := strings.CutPrefix(word, p); ok && len(rest) >= shortest {
			if p == "be" && !strings.HasPrefix(rest[1:], "er") || len(p) == 3 && p[2] == 'l' && rest != "ajar" {
				continue // bekerja, belajar: nowhere else
			}
			best = longerRoot(best, rest, prefixes-1)
		}
	}
	for _, nasal := range [...]string{"me", "pe", "n"} {
		if rest, ok := strings.CutPrefix(word, nasal); ok {
			if nasal == "n" {
				rest = word // ngurus, nyari, nolak: as people talk
			}
			best = longerNasal(best, rest, prefixes-1, nasal)
		}
	}
	return best
}

// longerNasal is longerRoot for what follows me- or pe-, in all the shapes that the nasal takes before a first letter.
func longerNasal(best, rest string, prefixes int, prefix string) string {
	if prefix != "n" && len(rest) >= shortest {
		best = longerRoot(best, rest, prefixes) // melihat, pekerja, memohon
	}
	for _, shape := range [...]struct{ nasal, swallowed string }{
		{"nge", ""}, {"ng", ""}, {"ng", "k"}, {"ny", "s"}, {"ny", "c"}, {"n", ""}, {"n", "t"}, {"m", ""}, {"m", "p"},
	} {
		s, ok := strings.CutPrefix(rest, shape.nasal)
		switch {
		case !ok || len(s)+len(shape.swallowed) < shortest:
			continue
		case shape.swallowed == "c" && prefix != "n": // nyari is cari, but menyari nothing
			continue
		case prefix == "n" && !vowel(s[0]), shape.swallowed != "" && !vowel(s[0]) && s[0] != 'r':
			continue
		case shape.swallowed == "" && vowel(s[0]) && shape.nasal != "ng":
			continue // mem-, men- before a vowel have swallowed a letter
		}
		best = longerRoot(best, shape.swallowed+s, prefixes)
	}
	return best
}

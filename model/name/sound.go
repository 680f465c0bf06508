package name

import (
	"slices"
	"strings"
)

// Key is what two spellings of one name share: the folded words by sound, sorted. "Tjahjono" and
// "Cahyono" have one key, and so have "Sri Lestari" and "Lestari Sri". Equal keys are no proof of one person.
func Key(s string) string {
	key, _ := Sounds(Fold(s))
	return key
}

// Joined is the name by sound as one word in the order of speech: "Nur Hidayah" and "Nurhidayah" have one.
func Joined(s string) string {
	_, together := Sounds(Fold(s))
	return together
}

// Sounds gives Key and Joined of a name that Fold has folded, for those who have folded it already.
func Sounds(folded string) (key, together string) {
	sounds, together := soundsOf(folded)
	return strings.Join(sounds, " "), together
}

// soundsOf gives the words by sound, sorted, and all of them joined in the order of speech. Of the joined ones the sound is
// taken again, because two letters that meet where words join ("Rahmat Hidayat") are one sound in the joined spelling.
func soundsOf(folded string) (sounds []string, together string) {
	sounds = strings.Fields(folded)
	for i, w := range sounds {
		sounds[i] = sound(w)
	}
	together = sound(strings.Join(sounds, ""))
	slices.Sort(sounds)
	return sounds, together
}

// sound writes a folded word by its sound: the spelling of 1947 (oe, tj, dj, sj, and j for y) in today's,
// Arabic and European letters (kh, sy, dh, th, ph, v, q, z) in plain ones, doubled letters once.
func sound(word string) string {
	var buffer [48]byte
	out := buffer[:0]
	old := isOldSpelling(word)
	for i := 0; i < len(word); {
		c, width := soundAt(word[i:], old)
		i += width
		if n := len(out); n > 0 && out[n-1] == c && c >= 'a' && c <= 'z' {
			continue
		}
		out = append(out, c)
	}
	if string(out) == word {
		return word // most words are spelt as they sound: no new string
	}
	return string(out)
}

// isOldSpelling says whether a word shows a mark of the old spelling. Without one its j is today's j:
// Wijaya is not Wiyaya, but Soerjadi is Suryadi.
func isOldSpelling(word string) bool {
	for i := 1; i < len(word); i++ {
		switch word[i-1 : i+1] {
		case "oe", "tj", "dj", "sj":
			return true
		}
	}
	return false
}

// soundAt gives the sound at the start of s and how many letters spell it.
func soundAt(s string, old bool) (sound byte, width int) {
	if len(s) > 1 {
		switch s[:2] {
		case "oe":
			return 'u', 2
		case "tj":
			return 'c', 2
		case "dj":
			return 'j', 2
		case "sj", "sy":
			return 's', 2
		case "ch", "kh":
			return 'h', 2
		case "dh":
			return 'd', 2
		case "th":
			return 't', 2
		case "ph":
			return 'f', 2
		case "ie":
			return 'i', 2
		}
	}
	switch c := s[0]; {
	case c == 'y', c == 'j' && old:
		return 'i', 1
	case c == 'v':
		return 'f', 1
	case c == 'q':
		return 'k', 1
	case c == 'z':
		return 's', 1
	default:
		return c, 1
	}
}

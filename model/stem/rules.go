package stem

import "strings"

// byRule takes one layer of affixes off a word of which nothing is known, as long as two syllables stay.
func byRule(word string) string {
	if s, ok := peel(word, "nya"); ok {
		return s
	}
	rest, prefix := prefixed(word)
	if prefix == "" {
		if s, ok := peel(word, "kan"); ok {
			return s
		}
		if s, ok := peel(word, "an"); ok {
			return unKe(s)
		}
		return word
	}
	for _, suffix := range [...]string{"kan", "an", "i"} {
		if suffix == "i" && (prefix == "pe" || prefix == "ber") {
			continue
		}
		if s, ok := peel(rest, suffix); ok {
			return s
		}
	}
	return rest
}

// peel takes a suffix off if two syllables stay.
func peel(word, suffix string) (string, bool) {
	s, ok := strings.CutSuffix(word, suffix)
	if !ok || syllables(s) < 2 || len(s) < 4 {
		return word, false
	}
	return s, true
}

// unKe takes off the ke- that goes with an -an.
func unKe(word string) string {
	if s, ok := strings.CutPrefix(word, "ke"); ok && syllables(s) >= 2 && len(s) >= 4 {
		return s
	}
	return word
}

// prefixed takes off one prefix and names its kind: "me", "pe", "ber" (with ter- and per-), "di"; "" if there is none.
func prefixed(word string) (rest, prefix string) {
	if len(word) < 6 {
		return word, ""
	}
	switch kind := word[:2]; {
	case kind == "me" || kind == "pe":
		rest, prefix = denasal(word[2:], kind), kind
	case kind == "di" && !vowel(word[2]) && vowel(word[3]):
		rest, prefix = word[2:], "di"
	}
	if rest == "" {
		switch word[:3] {
		case "ber", "ter", "per":
			rest, prefix = word[3:], "ber"
		}
	}
	if rest == "" || syllables(rest) < 2 || len(rest) < 4 {
		return word, ""
	}
	return rest, prefix
}

// denasal gives what me- or pe- stands before, with the letter that the nasal swallowed; "" if the word can have no such prefix.
func denasal(s, prefix string) string {
	before := func(nasal, letters string) bool {
		return strings.HasPrefix(s, nasal) && len(s) > len(nasal) && strings.IndexByte(letters, s[len(nasal)]) >= 0
	}
	const vowels = "aeiou"
	switch {
	case before("ny", vowels):
		return "s" + s[2:]
	case before("ng", vowels+"ghkx"):
		return s[2:]
	case before("n", vowels):
		return "t" + s[1:]
	case before("n", "cdjzst"):
		return s[1:]
	case before("m", vowels):
		return "p" + s[1:]
	case before("m", "bfvp"):
		return s[1:]
	case prefix == "me" && before("", "lrwy"):
		return s
	}
	return ""
}

package name

import "strings"

// closeness says how far what was typed is from a word, allowing one edit: a letter wrong, missing, extra,
// or two neighbours exchanged. Letters are bytes: an edit in a letter beyond ASCII counts as two.
type closeness int

const (
	apart      closeness = iota
	nearPrefix           // one edit from the start of the word: still being typed
	nearWhole            // one edit from the whole word
)

// measure compares typed text with a word. Where both agree at first, the edit can always be placed at the first
// difference, so four trials there decide.
func measure(typed, word string) closeness {
	i := 0
	for i < len(typed) && i < len(word) && typed[i] == word[i] {
		i++
	}
	a, b := typed[i:], word[i:]
	if a == "" { // no edit at all, or the word's last letter is missing
		if len(b) <= 1 {
			return nearWhole
		}
		return nearPrefix
	}
	best := begins(b, a[1:]) // extra
	if b != "" {
		best = max(best, begins(b[1:], a[1:]), begins(b[1:], a)) // wrong, missing
	}
	if len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] {
		best = max(best, begins(b[2:], a[2:]))
	}
	return best
}

func begins(word, typed string) closeness {
	switch {
	case word == typed:
		return nearWhole
	case strings.HasPrefix(word, typed):
		return nearPrefix
	}
	return apart
}

// alike says whether two words of a name are the same or one edit apart. Short words must be the same:
// Ali and Ari, Sri and Tri are different names.
func alike(a, b string) bool {
	if a == b {
		return true
	}
	return len(a) >= shortestNear && len(b) >= shortestNear && measure(a, b) == nearWhole
}

// shortestNear is the fewest letters that a word needs before one edit may be forgiven.
const shortestNear = 4

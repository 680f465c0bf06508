package model

import (
	"slices"
	"strings"
	"time"
	"unicode"
)

const (
	// LeastSecret is how many letters a passphrase has at the least, spaces aside.
	LeastSecret = 8
	// RecoveryWords is how many recovery words a sealed database has.
	RecoveryWords = 18
	// leastDistinct is how many different letters there are among them.
	leastDistinct = 5
)

// WeakSecret reports whether a passphrase is one that anybody would try: too short, the same few letters again, digits alone
// (dates, telephone numbers, NIK, NIP), or a word that every office thinks of. One with the scanner's "~" in it is refused
// too: it could not be told from a scanned card.
func WeakSecret(s string) bool {
	if strings.Contains(s, "~") {
		return true
	}
	var letters, folded []rune
	for _, r := range strings.ToLower(s) {
		if unicode.IsSpace(r) {
			continue
		}
		if letters = append(letters, r); unicode.IsLetter(r) {
			folded = append(folded, r)
		}
	}
	distinct := slices.Clone(letters)
	slices.Sort(distinct)
	return len(letters) < LeastSecret || len(slices.Compact(distinct)) < leastDistinct || len(folded) == 0 ||
		slices.Contains(obvious(), string(folded))
}

// obvious are the words that are tried first, with whatever digits and marks around them.
func obvious() []string {
	return []string{
		"admin", "administrator", "bismillah", "hadir", "imigrasi", "indonesia", "kantorimigrasi", "katasandi", "password",
		"qwerty", "qwertyuiop", "rahasia", "sandi",
	}
}

// The wrong answers that cost nothing but the reckoning. Each after them doubles the waiting, up to the longest.
const (
	freeTries   = 3
	firstWait   = 2 * time.Second
	longestWait = 5 * time.Minute
)

// WaitAfter is how long no further answer is looked at, counted from the last of so many wrong ones.
func WaitAfter(wrong int) time.Duration {
	if wrong < freeTries {
		return 0
	}
	return min(longestWait, firstWait<<min(wrong-freeTries, 20))
}

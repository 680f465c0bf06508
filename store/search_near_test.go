package store

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hadir/model/term"
)

// TestNearBeginnings holds that every word a letter away begins as is looked for, once.
func TestNearBeginnings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-d]{4,7}`).Draw(t, "word")
		at := rapid.IntRange(0, len(word)-1).Draw(t, "at")
		letter := rapid.StringMatching(`[a-dz]`).Draw(t, "letter")
		slips := []string{word[:at] + word[at+1:], word[:at] + letter + word[at+1:], word[:at] + letter + word[at:]}
		if at > 0 {
			slips = append(slips, word[:at-1]+word[at:at+1]+word[at-1:at]+word[at+1:])
		}
		for _, slip := range slips {
			if !term.Near(word, slip) {
				continue
			}
			n := 0
			for _, b := range nearBeginnings(word) {
				if strings.HasPrefix(slip, b) {
					n++
				}
			}
			if n != 1 {
				t.Fatalf("%q, a slip of %q, begins as %d of %q", slip, word, n, slices.Collect(slices.Values(nearBeginnings(word))))
			}
		}
	})
}

package name

import (
	"testing"

	"pgregory.net/rapid"
)

// TestMeasure compares the four trials with a full table of edits over every prefix.
func TestMeasure(t *testing.T) {
	letters := rapid.StringMatching(`[abc]{0,7}`)
	rapid.Check(t, func(t *rapid.T) {
		typed, word := letters.Draw(t, "typed"), letters.Draw(t, "word")
		if typed == "" {
			return // nothing typed is no question
		}
		want := apart
		for n := range len(word) + 1 {
			if edits(typed, word[:n]) <= 1 {
				want = nearPrefix
			}
		}
		if edits(typed, word) <= 1 {
			want = nearWhole
		}
		if got := measure(typed, word); got != want {
			t.Fatalf("measure(%q, %q) = %d, want %d", typed, word, got, want)
		}
	})
}

// edits counts edits, an exchange of neighbours as one, by the usual table.
func edits(a, b string) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		d[i][0] = i
	}
	for j := range len(b) + 1 {
		d[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}

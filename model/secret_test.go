package model

import (
	"testing"
	"time"
)

func TestWeakSecret(t *testing.T) {
	for s, weak := range map[string]bool{
		"":                      true,
		"pendek":                true,
		"a b c d e f g":         true, // spaces do not count
		"aaaaaaaaaaaa":          true,
		"kuda kuda":             true,
		"081000001234":          true,
		"9917010101900000":      true,
		"Imigrasi 2023!":        true,
		"P@ssword":              false, // the list is of what needs no thought, not of all that was ever leaked
		"password123":           true,
		"kuda laut biru":        false,
		"Warung Bu Sri 7 pagi":  false,
		"kuda~laut biru":        true,
		"yang lain sama sekali": false,
		"日本語のかな文字":              false,
	} {
		if got := WeakSecret(s); got != weak {
			t.Errorf("%q: %v", s, got)
		}
	}
}

func TestWaitAfter(t *testing.T) {
	for wrong, want := range map[int]time.Duration{
		0: 0, 2: 0, 3: 2 * time.Second, 4: 4 * time.Second, 9: 128 * time.Second, 11: 5 * time.Minute, 1 << 20: 5 * time.Minute,
	} {
		if got := WaitAfter(wrong); got != want {
			t.Errorf("after %d: %v, want %v", wrong, got, want)
		}
	}
}

package stem

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"
)

//go:embed testdata/pairs.txt
var pairs string

// TestPairs holds what must meet and what must not. The name of the test inside says how many pairs there are.
func TestPairs(t *testing.T) {
	lines, count := 0, 0
	var failed []string
	for line := range strings.Lines(pairs) {
		words := strings.Fields(line)
		if len(words) == 0 || strings.HasPrefix(words[0], "#") {
			continue
		}
		lines++
		apart := words[0] == "!"
		if apart {
			words = words[1:]
		}
		for _, w := range words[1:] {
			count++
			if a, b := Of(words[0]), Of(w); (a == b) == apart {
				failed = append(failed, fmt.Sprintf("%s > %s, %s > %s: meet %v", words[0], a, w, b, a == b))
			}
		}
	}
	t.Run(fmt.Sprintf("%d pairs in %d lines", count, lines), func(t *testing.T) {
		for _, f := range failed {
			t.Error(f)
		}
		if count < 400 {
			t.Errorf("only %d pairs", count)
		}
	})
}

// TestTwin holds that an unknown stem and its twin meet whichever of them was swallowed.
func TestTwin(t *testing.T) {
	for stem, want := range map[string]string{
		"gusur": "", "upil": "kupil", "kupil": "upil", "palang": "", "puyu": "muyu", "tiwul": "niwul", "nawu": "tawu", "kirim": "", "": "", "kr": "", "aa": "",
	} {
		if got := Twin(stem); got != want {
			t.Errorf("Twin(%q) = %q, want %q", stem, got, want)
		}
	}
}

// FuzzStem holds what every word keeps: a stem is never empty, is its own stem, is not longer than the word by more than the
// letter given back, and depends on nothing but the word.
func FuzzStem(f *testing.F) {
	for _, w := range strings.Fields(pairs) {
		f.Add(w)
	}
	f.Add("")
	f.Add("-")
	f.Add("mem\xffan")
	f.Add(strings.Repeat("memper", 50))
	f.Fuzz(func(t *testing.T, word string) {
		for name, stem := range map[string]func(string) string{"Indonesian": Indonesian, "English": English} {
			s := stem(word)
			if s == "" && word != "" {
				t.Fatalf("%s(%q) is empty", name, word)
			}
			if again := stem(s); again != s {
				t.Errorf("%s(%q) = %q, and of that %q", name, word, s, again)
			}
			if len(s) > len(word) {
				t.Errorf("%s(%q) = %q is longer", name, word, s)
			}
		}
		if tw := Twin(Indonesian(word)); tw != "" && tw == word && root(word) {
			t.Errorf("a root %q has a twin", word)
		}
	})
}

func BenchmarkIndonesian(b *testing.B) {
	words := strings.Fields("permohonan paspor ditunda keberangkatan tidak menyalahgunakan Semarang pertanggungjawabannya digeprek")
	for b.Loop() {
		for _, w := range words {
			Indonesian(w)
		}
	}
}

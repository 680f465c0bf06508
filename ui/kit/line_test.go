package kit

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// typing draws text with all that makes letters hard to tell: accents, wide letters, joined emoji, flags, spaces.
func typing() *rapid.Generator[string] {
	return rapid.StringOfN(rapid.RuneFrom([]rune("ab .,éàñ表語\u0301\u0302👩\u200d👧🇮🇩ग्क𝄞ẞ")), 0, 60, -1)
}

// boundaries lists the offsets between the letters of s, by the library alone.
func boundaries(s string) map[int]bool {
	all := map[int]bool{0: true}
	for at := 0; at < len(s); {
		first, _ := ansi.FirstGraphemeCluster(s[at:], ansi.GraphemeWidth)
		at += len(first)
		all[at] = true
	}
	return all
}

// TestLineCaretNeverSplitsALetter edits at random.
func TestLineCaretNeverSplitsALetter(t *testing.T) {
	keys := []string{
		"left", "right", "ctrl+left", "ctrl+right", "home", "end", "backspace", "delete",
		"ctrl+w", "ctrl+delete", "ctrl+u", "ctrl+k", "f1",
	}
	rapid.Check(t, func(t *rapid.T) {
		var l line
		for range rapid.IntRange(1, 20).Draw(t, "steps") {
			if rapid.Bool().Draw(t, "type") {
				l.insert(typing().Draw(t, "text"))
			} else {
				l.press(rapid.SampledFrom(keys).Draw(t, "key"))
			}
			if !boundaries(l.text)[l.at] {
				t.Fatalf("the caret stands within a letter: %q at %d", l.text, l.at)
			}
		}
	})
}

// TestLineWalk goes through a text both ways and meets the same places.
func TestLineWalk(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var l line
		l.insert(typing().Draw(t, "text"))
		all := boundaries(l.text)
		back := map[int]bool{l.at: true}
		for l.press("left") {
			back[l.at] = true
		}
		forth := map[int]bool{l.at: true}
		for l.press("right") {
			forth[l.at] = true
		}
		if len(back) != len(all) || len(forth) != len(all) {
			t.Fatalf("%q has %d places, %d going back, %d going forth", l.text, len(all), len(back), len(forth))
		}
	})
}

func TestLineKeys(t *testing.T) {
	for _, test := range []struct{ before, keys, after string }{
		{"Desa Pulo|", "ctrl+left", "Desa |Pulo"},
		{"Desa |Pulo", "ctrl+left", "|Desa Pulo"},
		{"|Desa Pulo", "ctrl+right", "Desa| Pulo"},
		{"Desa| Pulo", "ctrl+right", "Desa Pulo|"},
		{"Desa Pulo|", "ctrl+w", "Desa |"},
		{"Desa Pulo|", "ctrl+backspace ctrl+backspace", "|"},
		{"|Desa Pulo", "ctrl+delete", "| Pulo"},
		{"De|sa", "ctrl+u", "|sa"},
		{"De|sa", "ctrl+k", "De|"},
		{"e\u0301|", "backspace", "|"},
		{"|e\u0301x", "delete", "|x"},
		{"👩\u200d👧|", "left", "|👩\u200d👧"},
		{"|x", "left", "|x"},
		{"x|", "right delete", "x|"},
		{"|", "backspace delete ctrl+w ctrl+k", "|"},
	} {
		at := strings.Index(test.before, "|")
		l := line{strings.Replace(test.before, "|", "", 1), at}
		for _, key := range strings.Fields(test.keys) {
			l.press(key)
		}
		if got := l.text[:l.at] + "|" + l.text[l.at:]; got != test.after {
			t.Errorf("%q, %s: %q, want %q", test.before, test.keys, got, test.after)
		}
	}
}

// TestLineAccentJoinsItsLetter types an accent by itself, as some keyboards do.
func TestLineAccentJoinsItsLetter(t *testing.T) {
	var l line
	for _, typed := range []string{"e", "\u0301", "x"} {
		l.insert(typed)
	}
	if l.text != "e\u0301x" {
		t.Errorf("got %q", l.text)
	}
	for range 50 {
		l.insert("\u0301")
	}
	if n := strings.Count(l.text, "\u0301"); n > 1+4 {
		t.Errorf("%d accents heaped up", n)
	}
}

// TestLineFarBack walks back through a long text without a single ASCII letter, beyond where anchor looks.
func TestLineFarBack(t *testing.T) {
	l := line{}
	l.insert(strings.Repeat("表é", 2000))
	for range 100 {
		l.press("left")
	}
	if got := letters(l.text[l.at:]); got != 100 {
		t.Errorf("100 keys went back %d letters", got)
	}
}

func TestBreaks(t *testing.T) {
	for _, test := range []struct {
		text string
		w    int
		want string
	}{
		{"", 5, ""},
		{"satu dua tiga", 80, "satu dua tiga"},
		{"satu dua tiga", 8, "satu dua |tiga"},
		{"satu dua tiga", 7, "satu |dua |tiga"},
		{"satu", 2, "sa|tu"},
		{"a satuduatiga", 4, "a |satu|duat|iga"},
		{"ab     cd", 3, "ab     |cd"},
		{"表語表", 4, "表語|表"},
		{"表語", 1, "表|語"},
		{"e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301"},
	} {
		starts := breaks(test.text, test.w)
		var parts []string
		for i := range starts {
			parts = append(parts, drawn(test.text, starts, i))
		}
		if got := strings.Join(parts, "|"); got != test.want {
			t.Errorf("breaks(%q, %d): %q, want %q", test.text, test.w, got, test.want)
		}
	}
}

// TestBreaksFit wraps at random: no line is wider than asked but for spaces that hang over, nothing is lost, and no line
// could have taken the word that follows it.
func TestBreaksFit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var l line
		l.insert(typing().Draw(t, "text"))
		w := rapid.IntRange(2, 30).Draw(t, "width")
		starts := breaks(l.text, w)
		joined := ""
		for i := range starts {
			part := drawn(l.text, starts, i)
			joined += part
			if i+1 < len(starts) && part == "" {
				t.Fatalf("an empty line in %q at %d", l.text, w)
			}
			if got := Width(strings.TrimRight(part, " ")); got > w {
				t.Fatalf("%q is %d cells wide, asked for %d", part, got, w)
			}
			if i+1 < len(starts) {
				word, _, _ := strings.Cut(drawn(l.text, starts, i+1), " ")
				if strings.HasSuffix(part, " ") && Width(part+word) <= w {
					t.Fatalf("%q would have fitted behind %q", word, part)
				}
			}
		}
		if joined != l.text {
			t.Fatalf("%q became %q", l.text, joined)
		}
	})
}

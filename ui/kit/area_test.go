package kit

import (
	"strings"
	"testing"

	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"
)

func TestAreaTypes(t *testing.T) {
	a := NewArea(plain())
	enter(a, "satu")
	press(a, "enter")
	enter(a, "dua")
	press(a, "up", "end")
	enter(a, "!")
	if a.Value() != "satu!\ndua" {
		t.Errorf("got %q", a.Value())
	}
	press(a, "delete")
	if a.Value() != "satu!dua" {
		t.Errorf("delete at a line's end left %q", a.Value())
	}
	press(a, "enter", "backspace", "ctrl+home", "delete", "ctrl+end", "ctrl+w")
	if a.Value() != "" {
		t.Errorf("got %q", a.Value())
	}
}

// TestAreaLineEnds takes every kind of line end for one, also when a console sends a paste as keys.
func TestAreaLineEnds(t *testing.T) {
	a := NewArea(plain())
	a.Update(tea.PasteMsg{Content: "a\r\nb\rc\nd"})
	press(a, "enter", "ctrl+j", "e", "ctrl+j", "f", "enter", "enter", "g")
	if a.Value() != "a\nb\nc\nd\ne\nf\n\ng" {
		t.Errorf("got %q", a.Value())
	}
}

func TestAreaMovesByDrawnLines(t *testing.T) {
	a := NewArea(plain())
	a.SetValue("satu dua tiga\n\nempat")
	reads(t, a.View(10, 5), "satu dua", "tiga", "", "empat", "")
	at := func(x, y int) {
		t.Helper()
		a.View(10, 5)
		if gx, gy, _ := a.Cursor(); gx != x || gy != y {
			t.Errorf("cursor at %d,%d, want %d,%d", gx, gy, x, y)
		}
	}
	at(5, 3)
	press(a, "up")
	at(0, 2)
	press(a, "up")
	at(4, 1)
	press(a, "up")
	at(5, 0)
	press(a, "end")
	at(8, 0)
	press(a, "down")
	at(4, 1)
	press(a, "home", "left")
	at(8, 0)
	press(a, "pgdown")
	at(5, 3)
}

func TestAreaScrollsToTheCaret(t *testing.T) {
	a := NewArea(plain())
	a.SetValue("1\n2\n3\n4\n5\n6")
	reads(t, a.View(10, 3), "4", "5", "6")
	press(a, "up", "up", "up")
	reads(t, a.View(10, 3), "3", "4", "5")
	press(a, "ctrl+home")
	reads(t, a.View(10, 2), "1", "2")
	a.Update(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	reads(t, a.View(10, 2), "3", "4")
	a.Update(tea.MouseClickMsg{X: 9, Y: 0})
	press(a, "x")
	reads(t, a.View(10, 2), "3x", "4")
	a.SetValue("1")
	reads(t, a.View(10, 2), "1", "")
}

// TestAreaAgainstText types at random in an area and in a plain string with a caret, which know nothing of one another.
func TestAreaAgainstText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, want, at := NewArea(plain()), "", 0
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			switch key := rapid.SampledFrom([]string{"text", "enter", "left", "right", "backspace", "delete", "view", "up", "down"}).Draw(t, "key"); key {
			case "text":
				s := rapid.StringMatching(`[a-z]{1,9}( [a-z]{1,9}(\n[a-z]{1,3})?)?`).Draw(t, "text")
				a.Update(tea.PasteMsg{Content: s})
				want, at = want[:at]+s+want[at:], at+len(s)
			case "view":
				w, h := rapid.IntRange(1, 20).Draw(t, "w"), rapid.IntRange(1, 8).Draw(t, "h")
				if err := measure(a.View(w, h), w, h); err != nil {
					t.Fatal(err)
				}
			case "up", "down":
				press(a, key)
				at = offsetOf(a)
			default:
				press(a, key)
				want, at = editText(want, at, key)
			}
			if a.Value() != want || offsetOf(a) != at {
				t.Fatalf("area %q at %d, text %q at %d", a.Value(), offsetOf(a), want, at)
			}
		}
	})
}

// offsetOf is the caret as an offset of the whole text.
func offsetOf(a *Area) int {
	at := a.at
	for _, row := range a.rows[:a.row] {
		at += len(row) + 1
	}
	return at
}

func editText(s string, at int, key string) (string, int) {
	switch {
	case key == "enter":
		return s[:at] + "\n" + s[at:], at + 1
	case key == "left" && at > 0:
		return s, at - 1
	case key == "right" && at < len(s):
		return s, at + 1
	case key == "backspace" && at > 0:
		return s[:at-1] + s[at:], at - 1
	case key == "delete" && at < len(s):
		return s[:at] + s[at+1:], at
	}
	return s, at
}

func TestAreaDirty(t *testing.T) {
	a := NewArea(plain())
	a.SetValue("satu\r\ndua")
	if a.Dirty() || a.Value() != "satu\ndua" {
		t.Errorf("after SetValue: %q, dirty %v", a.Value(), a.Dirty())
	}
	press(a, "x")
	if !a.Dirty() {
		t.Error("typing left the field clean")
	}
	press(a, "backspace")
	if a.Dirty() {
		t.Error("typing taken back left the field dirty")
	}
}

// paper is about forty pages, 120,000 letters: as paragraphs of one line each, as lines, and as one endless line.
func paper(kind string) string {
	switch kind {
	case "lines":
		return strings.Repeat(strings.Repeat("kata ", 15)+"\n", 1600)
	case "paragraphs":
		return strings.Repeat(strings.Repeat("perlindungan ", 60)+"\n", 154)
	case "one wide line":
		return strings.Repeat("表語 ", 40_000)
	}
	return strings.Repeat("kata ", 24_000)
}

// BenchmarkAreaKey measures a key and its frame in the middle of a long paper; BenchmarkStockAreaKey is its peer.
func BenchmarkAreaKey(b *testing.B) {
	for _, kind := range []string{"lines", "paragraphs", "one line", "one wide line"} {
		b.Run(kind, func(b *testing.B) {
			a := NewArea(plain())
			a.Update(tea.PasteMsg{Content: paper(kind)})
			a.View(98, 20)
			for range 40 {
				press(a, "up")
			}
			b.ResetTimer()
			for b.Loop() {
				press(a, "a")
				a.View(98, 20)
			}
		})
	}
}

func BenchmarkStockAreaKey(b *testing.B) {
	for _, kind := range []string{"lines", "paragraphs", "one line", "one wide line"} {
		b.Run(kind, func(b *testing.B) {
			m := textarea.New()
			m.MaxHeight = 0
			m.SetWidth(96)
			m.SetHeight(20)
			m.Focus()
			m, _ = m.Update(tea.PasteMsg{Content: paper(kind)})
			b.ResetTimer()
			for b.Loop() {
				m, _ = m.Update(key("a"))
				m.View()
			}
		})
	}
}

// TestAreaKeyTouchesWhatIsSeen counts work instead of time: a key in a paper of 1,600 lines wraps the rows in sight.
func TestAreaKeyTouchesWhatIsSeen(t *testing.T) {
	a := NewArea(plain())
	a.Update(tea.PasteMsg{Content: paper("lines")})
	a.View(98, 20)
	press(a, "a")
	a.View(98, 20)
	wrapped := 0
	for _, starts := range a.wraps {
		if len(starts) > 0 {
			wrapped++
		}
	}
	if wrapped > 2*20 {
		t.Errorf("%d of %d rows were wrapped for a window of 20", wrapped, len(a.rows))
	}
}

// BenchmarkAreaPaste measures the paste itself and its first frame.
func BenchmarkAreaPaste(b *testing.B) {
	text := paper("lines")
	for b.Loop() {
		a := NewArea(plain())
		a.Update(tea.PasteMsg{Content: text})
		a.View(98, 20)
	}
}

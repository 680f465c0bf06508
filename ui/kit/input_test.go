package kit

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"hadir/ui/lang"
	"hadir/ui/theme"
)

func TestInputTypes(t *testing.T) {
	in := NewInput(plain())
	enter(in, "Suyatno B")
	press(in, "left", "left", "backspace", "a")
	if in.Value() != "Suyatna B" {
		t.Errorf("got %q", in.Value())
	}
	if !in.Dirty() {
		t.Error("typing left the field clean")
	}
	in.SetValue("Suyatno")
	if in.Dirty() || in.Value() != "Suyatno" {
		t.Errorf("after SetValue: %q, dirty %v", in.Value(), in.Dirty())
	}
	press(in, "ctrl+s", "f1", "ctrl+v", "enter", "tab")
	if in.Dirty() {
		t.Errorf("keys that type nothing left %q", in.Value())
	}
}

func TestInputPaste(t *testing.T) {
	for _, test := range []struct{ pasted, want string }{
		{"satu\r\ndua\rtiga\n\n\nempat", "satu dua tiga empat"},
		{"\x1b[31mmerah\x1b[0m", "merah"},
		{"a\x00b\u202ec", "abc"},
		{"表語", "表語"},
	} {
		in := NewInput(plain())
		in.Update(tea.PasteMsg{Content: test.pasted})
		if in.Value() != test.want {
			t.Errorf("pasting %q left %q, want %q", test.pasted, in.Value(), test.want)
		}
	}
}

func TestInputCleanAndLimit(t *testing.T) {
	in := NewInput(plain())
	in.Limit = 4
	in.Clean = func(s string) string { return strings.ReplaceAll(s, "-", "") }
	enter(in, "0-8")
	in.Update(tea.PasteMsg{Content: "1-0-000"})
	if in.Value() != "0810" {
		t.Errorf("got %q", in.Value())
	}
}

// TestInputCursor follows the real cursor through wide letters and over both edges of a narrow field.
func TestInputCursor(t *testing.T) {
	in := NewInput(plain())
	at := func(want int) {
		t.Helper()
		if err := measure(in.View(6, 1), 6, 1); err != nil {
			t.Fatal(err)
		}
		if x, y, ok := in.Cursor(); x != want || y != 0 || !ok {
			t.Errorf("%q: cursor at %d,%d,%v, want %d", in.View(6, 1), x, y, ok, want)
		}
	}
	at(0)
	enter(in, "表a")
	at(3)
	enter(in, "bcdef")
	at(5)
	reads(t, in.View(6, 1), "bcdef")
	press(in, "home")
	at(0)
	reads(t, in.View(6, 1), "表abc")
	press(in, "end", "backspace", "backspace")
	// Half of the wide letter would fit; nothing of it is shown.
	at(4)
	reads(t, in.View(6, 1), "abcd")
}

func TestInputClick(t *testing.T) {
	in := NewInput(plain())
	in.SetValue("表ab")
	in.View(20, 1)
	for x, want := range map[int]int{0: 0, 1: 0, 2: 2, 3: 3, 9: 4} {
		in.Update(tea.MouseClickMsg{X: x})
		in.View(20, 1)
		if got, _, _ := in.Cursor(); got != want {
			t.Errorf("a click on cell %d put the caret on %d, want %d", x, got, want)
		}
	}
}

func TestInputSecret(t *testing.T) {
	in := NewInput(plain())
	in.Secret = true
	enter(in, "rahé表")
	reads(t, in.View(20, 1), "*****")
	press(in, "left", "left")
	reads(t, in.View(20, 1), "*****")
	if x, _, _ := in.Cursor(); x != 3 {
		t.Errorf("cursor at %d, want 3", x)
	}
	in.Update(tea.MouseClickMsg{X: 1})
	press(in, "x")
	if in.Value() != "rxahé表" {
		t.Errorf("got %q", in.Value())
	}
}

func TestInputPlaceholder(t *testing.T) {
	look := Look{theme.New(theme.Options{}), lang.New(lang.Indonesian)}
	in := NewInput(look)
	in.Placeholder = "kit.palette-hint"
	reads(t, in.View(40, 1), "Ketik nama perintah")
	look.Set(lang.English)
	reads(t, in.View(40, 1), "Type the name of a command")
	press(in, "a")
	reads(t, in.View(40, 1), "a")
}

// FuzzInput types and pastes anything: no panic, one line, the caret in sight.
func FuzzInput(f *testing.F) {
	for _, s := range hostile {
		f.Add(s, 12)
	}
	f.Fuzz(func(t *testing.T, s string, w int) {
		w = max(1, w%200)
		in := NewInput(plain())
		in.Update(tea.PasteMsg{Content: s})
		for _, r := range s[:min(len(s), 40)] {
			in.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
			press(in, "left")
		}
		if err := measure(in.View(w, 1), w, 1); err != nil {
			t.Fatal(err)
		}
		if x, _, _ := in.Cursor(); x < 0 || x >= w {
			t.Fatalf("cursor at %d of %d", x, w)
		}
		if strings.ContainsAny(in.Value(), "\n\r\x1b") {
			t.Fatalf("the value is not one clean line: %q", in.Value())
		}
	})
}

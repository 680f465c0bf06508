package kit

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"hadir/ui/lang"
)

// done is the message of a binding that was run.
type done string

func does(what string) func() tea.Cmd {
	return func() tea.Cmd { return func() tea.Msg { return done(what) } }
}

// door has the bindings of a small screen.
func door() Bindings {
	return Bindings{
		{Keys: []string{"enter"}, Label: "kit.save", Do: does("save")},
		{Keys: []string{"ctrl+r", "f2"}, Label: "kit.resume", Do: does("resume")},
		{Keys: []string{"ctrl+z"}, Label: "kit.discard", Do: does("discard"), Disabled: func() (lang.Phrase, bool) { return lang.Of("kit.find-none"), true }},
		{Keys: []string{"1", "2"}, As: "1-6", Label: "kit.no", Hidden: true},
		{Keys: []string{"f1"}, Label: "kit.yes", Do: does("help")},
	}
}

func TestBindingsPress(t *testing.T) {
	for name, want := range map[string]tea.Msg{
		"enter": done("save"), "f2": done("resume"), "ctrl+r": done("resume"),
		"ctrl+z": Refused{lang.Of("kit.find-none")},
	} {
		cmd, bound := door().Press(key(name))
		if !bound || cmd == nil {
			t.Errorf("%s is not bound", name)
			continue
		}
		if got := cmd(); !samePhrase(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	for _, name := range []string{"1", "x", "ctrl+s"} {
		if _, bound := door().Press(key(name)); bound {
			t.Errorf("%s is bound", name)
		}
	}
}

// samePhrase compares messages; those with phrases by the phrase's key.
func samePhrase(got, want tea.Msg) bool {
	g, ok := got.(Refused)
	w, also := want.(Refused)
	if ok && also {
		return g.Why.Key == w.Why.Key
	}
	return !ok && !also && got == want
}

func TestKeyName(t *testing.T) {
	look := plain()
	for name, want := range map[string]string{
		"ctrl+r": "Ctrl+R", "enter": "Enter", "f1": "F1", "f12": "F12", "pgdown": "PgDn", "shift+tab": "Shift+Tab", "up": "Panah atas",
		"n": "n", "/": "/", "?": "?", "+": "+", "ctrl+shift+p": "Ctrl+Shift+P", "space": "Spasi", "f": "f", "alt+f4": "Alt+F4",
	} {
		if got := look.KeyName(name); got != want {
			t.Errorf("%s is written %q, want %q", name, got, want)
		}
	}
}

func TestFooter(t *testing.T) {
	look := plain()
	for w, want := range map[int]string{
		80: "Enter Simpan  Ctrl+R Lanjutkan  F1 Ya",
		36: "Enter Simpan  F1 Ya",
		20: "Enter Simpan  F1 Ya",
		19: "F1 Ya",
		4:  "F1",
		0:  "",
	} {
		if got := strings.TrimSpace(strings.Join(shown(Footer(look, door(), w)), "")); got != want {
			t.Errorf("in %d cells %q, want %q", w, got, want)
		}
	}
	if Footer(look, nil, 80) != "" {
		t.Error("no bindings have a footer")
	}
}

func TestHelpTellsEverything(t *testing.T) {
	help := NewHelp(plain(), Keys{Title: "kit.save", About: []string{"Tentang"}, Bindings: door()}, Keys{Title: "kit.of"})
	reads(t, help.View(90, 10),
		"Simpan", "Tentang", "  Enter       Simpan", "  Ctrl+R, F2  Lanjutkan",
		"  Ctrl+Z      Buang (belum dapat dipakai: Tidak ditemukan.)", "  1-6         Tidak", "  F1          Ya", "", "{done} dari {total}", "")
}

func TestPage(t *testing.T) {
	p := NewPage(plain(), []string{"1", "2", "3", "4", "5"})
	reads(t, p.View(40, 3), "1", "2", "3 baris lagi. PgDn: lanjut")
	press(p, "pgdown")
	reads(t, p.View(40, 3), "3", "4", "5")
	press(p, "down", "end", "up")
	reads(t, p.View(40, 3), "2", "3", "2 baris lagi. PgDn: lanjut")
	press(p, "home")
	reads(t, p.View(40, 9), "1", "2", "3", "4", "5", "", "", "", "")
}

func TestPalette(t *testing.T) {
	p := NewPalette(plain(), door())
	reads(t, p.View(40, 6), "> Ketik nama perintah", "> Simpan                          Enter",
		"  Lanjutkan                  Ctrl+R, F2", "  Buang                          Ctrl+Z", "  Ya                                 F1", "")
	enter(p, "ljt")
	reads(t, p.View(40, 3), "> ljt", "> Lanjutkan                  Ctrl+R, F2", "")
	if x, y, _ := p.Cursor(); x != 5 || y != 0 {
		t.Errorf("cursor at %d,%d", x, y)
	}
	cmd := press(p, "enter")
	if p.Open() || cmd == nil || cmd() != tea.Msg(done("resume")) {
		t.Error("Enter did not do what was selected")
	}
	p = NewPalette(plain(), door())
	enter(p, "qqq")
	if press(p, "enter") != nil || !p.Open() {
		t.Error("Enter did something where nothing matched")
	}
	if press(p, "esc"); p.Open() {
		t.Error("Esc left the palette open")
	}
	p = NewPalette(plain(), door())
	if cmd := press(p, "down", "down", "enter"); cmd == nil || !samePhrase(cmd(), Refused{lang.Of("kit.find-none")}) {
		t.Error("a disabled command gave no reason")
	}
}

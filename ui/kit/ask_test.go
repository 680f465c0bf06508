package kit

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"hadir/ui/lang"
	"hadir/ui/theme"
)

func TestChoice(t *testing.T) {
	c := NewChoice(plain(), Option{Value: "hadir", Name: "Hadir"}, Option{Value: "diwakili", Name: "Diwakili"}, Option{Value: "izin", Name: "Izin"}, Option{Value: "hari", Name: "Hari lain"})
	reads(t, c.View(80, 1), "( ) Hadir  ( ) Diwakili  ( ) Izin  ( ) Hari lain")
	if c.Value() != "" {
		t.Errorf("chosen before anybody chose: %q", c.Value())
	}
	for _, step := range []struct{ key, want string }{
		{"right", "hadir"}, {"left", "hari"}, {"space", "hadir"}, {"d", "diwakili"}, {"h", "hari"}, {"H", "hadir"}, {"x", "hadir"}, {"f1", "hadir"},
	} {
		press(c, step.key)
		if c.Value() != step.want {
			t.Errorf("%s chose %q, want %q", step.key, c.Value(), step.want)
		}
	}
	c.SetValue("izin")
	reads(t, c.View(80, 1), "( ) Hadir  ( ) Diwakili  (*) Izin  ( ) Hari lain")
	reads(t, c.View(30, 1), "< Izin >  3 dari 4")
	c.View(80, 1)
	c.Update(tea.MouseClickMsg{X: 13})
	if c.Value() != "diwakili" || !c.Dirty() {
		t.Errorf("a click chose %q, dirty %v", c.Value(), c.Dirty())
	}
	c.SetValue("nobody")
	reads(t, c.View(30, 1), "Belum dipilih (4 pilihan)")
}

func TestConfirm(t *testing.T) {
	ask := func() *Confirm {
		return NewConfirm(plain(), lang.Of("kit.leave"), Answer{Label: "kit.resume"}, Answer{Label: "kit.discard", Do: does("discard")})
	}
	c := ask()
	reads(t, c.View(40, 4), "Ada isian yang belum disimpan.", "Lanjutkan, simpan, atau buang?", "(*) Lanjutkan  ( ) Buang", "")
	reads(t, c.View(40, 1), "(*) Lanjutkan  ( ) Buang")
	for _, keys := range [][]string{{"enter"}, {"esc"}, {"right", "esc"}, {"right", "right", "enter"}} {
		c := ask()
		if cmd := press(c, keys...); cmd != nil || c.Open() {
			t.Errorf("%v is not the safe answer: open %v", keys, c.Open())
		}
	}
	for _, keys := range [][]string{{"right", "enter"}, {"tab", "enter"}, {"b", "enter"}} {
		c := ask()
		if cmd := press(c, keys...); cmd == nil || cmd() != tea.Msg(done("discard")) || c.Open() {
			t.Errorf("%v did not discard", keys)
		}
	}
	c.View(40, 4)
	if c.Update(tea.MouseClickMsg{X: 17, Y: 2}); !c.Open() {
		t.Error("a click gave an answer")
	}
	if cmd := press(c, "enter"); cmd == nil {
		t.Error("a click did not choose")
	}
}

func TestResumeSaysWhen(t *testing.T) {
	c := NewResume(plain(), "10.41", does("resume"), does("discard"))
	reads(t, c.View(100, 2), "Ada isian yang belum disimpan, terakhir diketik pukul 10.41. Lanjutkan atau buang?", "(*) Lanjutkan  ( ) Buang")
	if cmd := press(c, "esc"); cmd == nil || cmd() != tea.Msg(done("resume")) {
		t.Error("Esc did not keep the typing")
	}
}

func TestPick(t *testing.T) {
	var chosen string
	pick := func() *Pick[guest] {
		return NewPick(plain(), lang.Of("kit.leave"), guestList(guests(3)), func(g guest) tea.Cmd { chosen = g.name; return nil })
	}
	p := pick()
	reads(t, p.View(80, 4), "Ada isian yang belum disimpan. Lanjutkan, simpan, atau buang?", "> Peserta 0", "  Peserta 1", "  Peserta 2")
	p.Update(tea.MouseClickMsg{Y: 2})
	press(p, "down", "enter")
	if chosen != "Peserta 2" || p.Open() {
		t.Errorf("chose %q, open %v", chosen, p.Open())
	}
	p, chosen = pick(), ""
	if press(p, "esc"); chosen != "" || p.Open() {
		t.Errorf("Esc chose %q, open %v", chosen, p.Open())
	}
}

func TestToast(t *testing.T) {
	look := Look{theme.New(theme.Options{NoColor: true}), lang.New(lang.Indonesian)}
	toast := NewToast(look)
	reads(t, toast.View(40, 1), "")
	toast.Show(Good, lang.Of("kit.saved"))
	reads(t, toast.View(40, 1), "Tersimpan.")
	toast.Show(Bad, lang.Of("kit.mend", "n", 2))
	reads(t, toast.View(30, 2), "! Belum tersimpan. 2 isian", "  perlu diperbaiki.")
	look.Set(lang.English)
	reads(t, toast.View(60, 1), "! Not saved yet. 2 entries need correcting.")
	if toast.Kind() != Bad || toast.Text() != "Not saved yet. 2 entries need correcting." {
		t.Errorf("%v %q", toast.Kind(), toast.Text())
	}
}

// TestKindsDifferWithoutColour holds the marks apart that stand beside the colours.
func TestKindsDifferWithoutColour(t *testing.T) {
	look := plain()
	seen := map[string]Kind{}
	for _, kind := range []Kind{Good, Warn, Bad} {
		line := strings.Join(shown(look.sentence(kind, "x", 20, 1)), "")
		if other, ok := seen[line]; ok {
			t.Errorf("kinds %v and %v both show %q", kind, other, line)
		}
		seen[line] = kind
	}
}

func TestProgress(t *testing.T) {
	p := NewProgress(plain(), lang.Of("kit.saving"))
	reads(t, p.View(40, 2), "Sedang disimpan.", "0")
	p.Set(12_000, 48_000)
	reads(t, p.View(33, 2), "Sedang disimpan.", "[##.........] 12.000 dari 48.000")
	reads(t, p.View(20, 1), "12.000 dari 48.000")
	p.Set(99, 48)
	if got := p.View(60, 1); strings.Contains(got, ".]") {
		t.Errorf("more than all is not a full bar: %q", got)
	}
}

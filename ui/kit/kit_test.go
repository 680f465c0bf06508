package kit

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"hadir/ui/lang"
	"hadir/ui/theme"
)

// plain is the look of a terminal without colours: what tests read is what stands there.
func plain() Look {
	return Look{theme.New(theme.Options{NoColor: true}), lang.New(lang.Indonesian)}
}

// updater is what keys are pressed on.
type updater interface{ Update(tea.Msg) tea.Cmd }

// widget is the whole of a widget.
type widget interface {
	updater
	View(w, h int) string
	Cursor() (x, y int, ok bool)
}

// key makes the message of a key by its name, of a letter by itself.
func key(name string) tea.KeyPressMsg {
	special := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete,
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
		"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd, "f1": tea.KeyF1,
	}
	k := tea.KeyPressMsg{}
	for {
		mod, rest, ok := strings.Cut(name, "+")
		if !ok || rest == "" {
			break
		}
		k.Mod |= map[string]tea.KeyMod{"ctrl": tea.ModCtrl, "alt": tea.ModAlt, "shift": tea.ModShift}[mod]
		name = rest
	}
	switch code, ok := special[name]; {
	case ok:
		k.Code = code
	case name == "space":
		k.Code, k.Text = tea.KeySpace, " "
	default:
		k.Code = []rune(name)[0]
		if k.Mod == 0 {
			k.Text = name
		}
	}
	return k
}

// press presses keys, one after the other, and gives the last command that is not nil.
func press(u updater, names ...string) (last tea.Cmd) {
	for _, name := range names {
		if cmd := u.Update(key(name)); cmd != nil {
			last = cmd
		}
	}
	return last
}

// enter types a text letter by letter.
func enter(u updater, text string) {
	for len(text) > 0 {
		size, _ := cluster(text)
		if letter := text[:size]; letter == " " {
			press(u, "space")
		} else {
			press(u, letter)
		}
		text = text[size:]
	}
}

// shown gives the lines of a view as they are read, without styles and trailing spaces.
func shown(view string) []string {
	lines := strings.Split(ansi.Strip(view), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return lines
}

// reads fails unless the view shows exactly these lines.
func reads(t *testing.T, view string, want ...string) {
	t.Helper()
	if got := strings.Join(shown(view), "\n"); got != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
}

// begins fails unless the view begins with these lines.
func begins(t *testing.T, view string, want ...string) {
	t.Helper()
	reads(t, strings.Join(strings.Split(view, "\n")[:len(want)], "\n"), want...)
}

// measure fails unless a view has exactly h lines, none wider than w-1, and nothing in it can move a terminal's cursor.
func measure(view string, w, h int) error {
	if h <= 0 {
		if view != "" {
			return fmt.Errorf("%dx%d: %q instead of nothing", w, h, view)
		}
		return nil
	}
	lines := strings.Split(view, "\n")
	if len(lines) != h {
		return fmt.Errorf("%dx%d: %d lines", w, h, len(lines))
	}
	for i, line := range lines {
		if got := ansi.StringWidth(line); got > max(0, w-1) {
			return fmt.Errorf("%dx%d: line %d is %d cells wide: %q", w, h, i, got, line)
		}
	}
	for rest := view; rest != ""; {
		i := strings.IndexFunc(rest, func(r rune) bool { return r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 })
		if i < 0 {
			break
		}
		rest = rest[i:]
		end := strings.IndexFunc(rest, func(r rune) bool { return r == 'm' })
		if !strings.HasPrefix(rest, "\x1b[") || end < 0 || strings.Trim(rest[2:end], "0123456789;:") != "" {
			return fmt.Errorf("%dx%d: a control that is no style: %q", w, h, rest[:min(len(rest), 12)])
		}
		rest = rest[end+1:]
	}
	return nil
}

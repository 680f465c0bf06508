package uitest

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// named are the keys that have a name instead of a letter.
func named(key string) (rune, bool) {
	names := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete,
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
		"home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "space": tea.KeySpace,
		"f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6,
		"f7": tea.KeyF7, "f8": tea.KeyF8, "f9": tea.KeyF9, "f10": tea.KeyF10, "f12": tea.KeyF12,
	}
	code, ok := names[key]
	return code, ok
}

// presses are the key messages of one argument of Keys: a key's name, with ctrl+, alt+ or shift+ before it, or else letters.
func presses(key string) []tea.KeyPressMsg {
	var mod tea.KeyMod
	rest := key
	for {
		before, after, ok := strings.Cut(rest, "+")
		m, known := modifier(before)
		if !ok || !known || after == "" {
			break
		}
		mod, rest = mod|m, after
	}
	if code, ok := named(rest); ok {
		k := tea.KeyPressMsg{Code: code, Mod: mod}
		if rest == "space" && mod == 0 {
			k.Text = " "
		}
		return []tea.KeyPressMsg{k}
	}
	if mod != 0 && utf8.RuneCountInString(rest) == 1 {
		r, _ := utf8.DecodeRuneInString(rest)
		return []tea.KeyPressMsg{{Code: r, Mod: mod}}
	}
	var all []tea.KeyPressMsg
	for _, r := range key {
		all = append(all, tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return all
}

func modifier(s string) (tea.KeyMod, bool) {
	switch s {
	case "ctrl":
		return tea.ModCtrl, true
	case "alt":
		return tea.ModAlt, true
	case "shift":
		return tea.ModShift, true
	}
	return 0, false
}

// Keys presses keys, each when the program has done all that followed from the one before. An argument is a key's name
// ("enter", "ctrl+r", "shift+tab", "f3"), or letters to be typed one by one ("suy").
func (d *Desk) Keys(keys ...string) {
	d.Helper()
	for _, key := range keys {
		for _, k := range presses(key) {
			d.perform(d.update(k))
			d.settle()
		}
	}
}

// Hurry presses keys faster than the disk writes and the screen is drawn: they all arrive before any command has run.
func (d *Desk) Hurry(keys ...string) {
	d.Helper()
	for _, key := range keys {
		for _, k := range presses(key) {
			d.held = append(d.held, d.update(k))
		}
	}
	for i, cmd := range d.held {
		if cmd == nil {
			d.held[i] = func() tea.Msg { return nil }
		}
	}
	d.settle()
}

// Type types text, letter by letter, also where it is a key's name.
func (d *Desk) Type(text string) {
	d.Helper()
	for _, r := range text {
		d.Send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

// Paste pastes text.
func (d *Desk) Paste(text string) {
	d.Helper()
	d.Send(tea.PasteMsg{Content: text})
}

// Click clicks on a cell, counted from the top left of the window.
func (d *Desk) Click(x, y int) {
	d.Helper()
	d.Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
}

// Resize gives the window another size.
func (d *Desk) Resize(w, h int) {
	d.Helper()
	d.w, d.h = w, h
	d.Send(tea.WindowSizeMsg{Width: w, Height: h})
}

// Send gives the program a message.
func (d *Desk) Send(msg tea.Msg) {
	d.Helper()
	d.perform(d.update(msg))
	d.settle()
}

package kit

import (
	"slices"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"hadir/ui/lang"
)

// Binding is one thing that keys can do. It stands beside the screen that does it, and the footer, the help page and the
// palette are all made from it: what is told is what happens.
type Binding struct {
	Keys     []string                   // as tea writes them: "enter", "ctrl+r", "f1"; the first is the one that is told
	As       string                     // told in place of the first key, where one row stands for several: "1-6"
	Label    lang.Key                   // what it does, in a word or two
	Do       func() tea.Cmd             // nil: told only, some widget does it
	Disabled func() (lang.Phrase, bool) // why it cannot be done now, and whether that is so; nil: always possible
	Hidden   bool                       // works, and stands in help and palette, but not in the footer
}

// Refused is the message of a key whose binding is disabled: the reason is said instead of nothing happening.
type Refused struct{ Why lang.Phrase }

// Bindings are the keys of one screen, in the order in which they are told.
type Bindings []Binding

// Press does what the key is bound to; false when it is bound to nothing.
func (bs Bindings) Press(msg tea.KeyPressMsg) (cmd tea.Cmd, bound bool) {
	for _, b := range bs {
		if b.Do != nil && slices.Contains(b.Keys, msg.String()) {
			return b.run(), true
		}
	}
	return nil, false
}

// run does it, or says why not.
func (b Binding) run() tea.Cmd {
	if why, off := b.off(); off {
		return func() tea.Msg { return Refused{why} }
	}
	return b.Do()
}

func (b Binding) off() (why lang.Phrase, off bool) {
	if b.Disabled == nil {
		return lang.Phrase{}, false
	}
	return b.Disabled()
}

// keys writes the keys of a binding for reading.
func (l Look) keys(b Binding) string {
	if b.As != "" {
		return b.As
	}
	names := make([]string, len(b.Keys))
	for i, key := range b.Keys {
		names[i] = l.KeyName(key)
	}
	return strings.Join(names, ", ")
}

// KeyName writes a key as it stands on the keyboard: "Ctrl+R", "Enter", "F1"; never "^R", which nobody presses.
func (l Look) KeyName(key string) string {
	if utf8.RuneCountInString(key) == 1 {
		return key
	}
	parts := strings.Split(key, "+")
	for i, part := range parts {
		switch {
		case utf8.RuneCountInString(part) == 1 || part[:min(1, len(part))] == "f" && strings.Trim(part[1:], "0123456789") == "":
			parts[i] = strings.ToUpper(part)
		case part != "":
			parts[i] = l.Say(lang.Key("key." + part))
		}
	}
	return strings.Join(parts, "+")
}

// Footer tells the keys in one line of at most w-1 cells: those that can be pressed now, as many as fit. The last one, by
// custom the help, is kept before any other.
func Footer(look Look, bs Bindings, w int) string {
	var told []Binding
	for _, b := range bs {
		if _, off := b.off(); !b.Hidden && !off {
			told = append(told, b)
		}
	}
	if len(told) == 0 {
		return ""
	}
	last, room := look.told(told[len(told)-1]), w-1
	room -= Width(last)
	var line strings.Builder
	for _, b := range told[:len(told)-1] {
		item := look.told(b) + spaces(tableGap)
		if room -= Width(item); room < 0 {
			break
		}
		line.WriteString(item)
	}
	return truncate(line.String()+last, w-1, "")
}

// told is one binding in the footer.
func (l Look) told(b Binding) string {
	key := b.As
	if key == "" && len(b.Keys) > 0 {
		key = l.KeyName(b.Keys[0])
	}
	return l.Accent.Render(key) + " " + l.Say(b.Label)
}

package kit

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"hadir/model/text"
	"hadir/ui/lang"
)

// Input is one line to type in. It holds no focus: whoever hands it keys also asks it for the cursor.
//
// Nothing is bound to Ctrl+V: over SSH the program's clipboard is the wrong machine's. What the terminal pastes arrives as
// text, loses its escape codes, and becomes one line.
type Input struct {
	Placeholder lang.Key            // said in the empty field; "" for none
	Clean       func(string) string // what else is done to text before it goes in, such as keeping digits; nil: nothing
	Limit       int                 // most code points; 0: no limit
	Secret      bool                // shows an asterisk for each letter

	look   Look
	line   line
	origin string // what SetValue put in
	from   int    // the first byte of the drawn text in sight
	x      int    // the caret's cell at the last View
}

// NewInput makes an empty field.
func NewInput(look Look) *Input { return &Input{look: look} }

// Value is what stands in the field.
func (in *Input) Value() string { return in.line.text }

// SetValue puts a line in the field, cleaned, with the caret behind it; the field is then not dirty.
func (in *Input) SetValue(s string) {
	in.line, in.from = line{}, 0
	in.line.insert(pasted(s))
	in.origin = in.line.text
}

// Dirty reports whether the field differs from what SetValue put in.
func (in *Input) Dirty() bool { return in.line.text != in.origin }

// Insert puts text in at the caret, as if pasted: what a scanner's filter gives back, or a chosen word.
func (in *Input) Insert(s string) { in.put(pasted(s)) }

// pasted makes one line of any text: escape codes and controls go, a line end or a run of them is one space.
func pasted(s string) string {
	if ascii(s) {
		return s
	}
	clean, _ := text.Block(s)
	return strings.Join(strings.FieldsFunc(clean, func(r rune) bool { return r == '\n' }), " ")
}

func (in *Input) put(s string) {
	if in.Clean != nil {
		s = in.Clean(s)
	}
	if in.Limit > 0 {
		room := max(0, in.Limit-utf8.RuneCountInString(in.line.text))
		if utf8.RuneCountInString(s) > room {
			s = string([]rune(s)[:room])
		}
	}
	in.line.insert(s)
}

// Update types, edits and pastes; a click puts the caret where it fell.
func (in *Input) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if msg.Text != "" {
			in.put(msg.Text)
		} else {
			in.line.press(msg.String())
		}
	case tea.PasteMsg:
		in.Insert(msg.Content)
	case tea.MouseClickMsg:
		shown, _ := in.shown()
		in.seek(shown, in.from+reach(shown[min(in.from, len(shown)):], msg.X))
	}
	return nil
}

// shown is the text as drawn and the caret within it.
func (in *Input) shown() (s string, at int) {
	if !in.Secret {
		return in.line.text, in.line.at
	}
	return strings.Repeat("*", letters(in.line.text)), letters(in.line.text[:in.line.at])
}

// seek puts the caret at an offset of the drawn text.
func (in *Input) seek(shown string, at int) {
	if !in.Secret {
		in.line.at = at
		return
	}
	in.line.at = 0
	for range min(at, len(shown)) {
		in.line.at = in.line.next()
	}
}

// View draws the field: its text around the caret, or the placeholder.
func (in *Input) View(w, h int) string {
	if in.line.text == "" {
		in.x = 0
		return Fit(in.look.Muted.Render(in.look.Cut(in.look.placeholder(in.Placeholder), w-1)), w, h)
	}
	shown, at := in.shown()
	room := max(0, w-1)
	in.scroll(shown, at, room)
	in.x = Width(shown[in.from:at])
	rest := shown[in.from:]
	return Fit(rest[:reach(rest, room)], w, h)
}

// scroll moves the part in sight so that the caret is in it, and so that it is not emptier than it has to be.
func (in *Input) scroll(shown string, at, room int) {
	last := back(shown, len(shown), room)
	in.from = max(back(shown, at, room), min(in.from, at, last))
}

// Cursor is the caret of the last View.
func (in *Input) Cursor() (x, y int, ok bool) { return in.x, 0, true }

// placeholder says the words of an empty field.
func (l Look) placeholder(key lang.Key) string {
	if key == "" {
		return ""
	}
	return l.Say(key)
}

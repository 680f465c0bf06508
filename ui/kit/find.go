package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/ui/lang"
)

// findHigh is how many suggestions are shown at once.
const findHigh = 6

// Suggestions is the message with which suggestions arrive later. Those for another text than what stands in the field by
// then are dropped.
type Suggestions struct {
	Field   string // the ID of the form's field
	Query   string
	Options []Option
}

// Find is a field that looks for a record while its name is typed: the asker of a question, an institution. What is kept
// is the record's value, or, where that is allowed, the typed words alone.
type Find struct {
	Free  bool // typed words may stand without a record
	First bool // the first suggestion is marked at once, so that Enter takes it also where words may stand; Tab leaves the words

	look    Look
	input   *Input
	suggest func(query string) ([]Option, tea.Cmd)
	options []Option
	at      int    // the marked suggestion; -1: none
	open    bool   // the suggestions are shown
	value   string // the chosen record's value
}

// NewFind makes an empty field. suggest gives what it can at once, and a command for what takes longer, which answers with
// Suggestions; either may be nil.
func NewFind(look Look, suggest func(query string) ([]Option, tea.Cmd)) *Find {
	return &Find{look: look, input: NewInput(look), suggest: suggest, at: -1}
}

// Value is the chosen record's value; "" while none is chosen.
func (f *Find) Value() string { return f.value }

// Text is what stands in the field.
func (f *Find) Text() string { return f.input.Value() }

// SetValue puts a chosen record in the field, by its value and the words that are shown.
func (f *Find) SetValue(value, shown string) {
	f.input.SetValue(shown)
	f.value, f.open = value, false
}

// Take shows suggestions that arrived later, unless the text has changed since they were asked for.
func (f *Find) Take(s Suggestions) {
	if f.open && s.Query == f.Text() {
		f.offer(s.Options)
	}
}

func (f *Find) offer(options []Option) {
	f.options, f.at = options, -1
	if (!f.Free || f.First) && len(options) > 0 {
		f.at = 0
	}
}

// ask asks for suggestions for what stands in the field.
func (f *Find) ask() tea.Cmd {
	f.open = true
	options, later := f.suggest(f.Text())
	f.offer(options)
	return later
}

// takes reports whether the field needs a key that its form would otherwise use itself.
func (f *Find) takes(key string) bool {
	switch key {
	case "down":
		return true
	case "up", "esc":
		return f.open
	case "enter":
		return f.open && f.at >= 0
	}
	return false
}

// Update types, moves through the suggestions, chooses one by Enter or click, and hides them by Esc.
func (f *Find) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if f.takes(msg.String()) {
			return f.press(msg.String())
		}
	case tea.MouseClickMsg:
		if i := f.first() + msg.Y - 1; f.open && msg.Y > 0 && i < len(f.options) {
			f.choose(i)
		}
		if msg.Y > 0 {
			return nil
		}
	}
	before := f.Text()
	cmd := f.input.Update(msg)
	if f.Text() == before {
		return cmd
	}
	// Other words no longer name the chosen record.
	f.value = ""
	return f.ask()
}

func (f *Find) press(key string) tea.Cmd {
	switch key {
	case "down":
		if !f.open {
			return f.ask()
		}
		f.at = min(f.at+1, len(f.options)-1)
	case "up":
		// With free words, above the first suggestion are the words as typed.
		lowest := 0
		if f.Free {
			lowest = -1
		}
		f.at = min(max(f.at-1, lowest), len(f.options)-1)
	case "enter":
		f.choose(f.at)
	case "esc":
		f.open = false
	}
	return nil
}

func (f *Find) choose(i int) {
	f.SetValue(f.options[i].Value, f.look.words(f.options[i]))
}

// leave is called when the focus goes elsewhere. A name that was typed out in full, and that only one record has, is that
// record; anything less is never guessed.
func (f *Find) leave() {
	found := -1
	for i, o := range f.options {
		if f.open && f.value == "" && strings.EqualFold(f.look.words(o), f.Text()) {
			if found >= 0 {
				found = -1
				break
			}
			found = i
		}
	}
	if found >= 0 {
		f.choose(found)
	}
	f.open = false
}

// wrong says what is missing in the field when it is left.
func (f *Find) wrong() lang.Phrase {
	if f.Text() != "" && f.value == "" && !f.Free {
		return lang.Of("kit.choose-one")
	}
	return lang.Phrase{}
}

// high is how many lines the field takes.
func (f *Find) high() int {
	if !f.open {
		return 1
	}
	return 1 + min(findHigh, max(1, len(f.options)))
}

// first is the first suggestion in sight.
func (f *Find) first() int { return window(0, max(0, f.at), 1, len(f.options), findHigh) }

// View draws the field and, while they are open, the suggestions below it.
func (f *Find) View(w, h int) string {
	lines := []string{f.input.View(w, 1)}
	if f.open && len(f.options) == 0 {
		lines = append(lines, f.look.Muted.Render(f.look.Cut(f.look.Say("kit.find-none"), w-1)))
	}
	for i := f.first(); f.open && i < min(len(f.options), f.first()+findHigh); i++ {
		o := f.options[i]
		words := f.look.words(o)
		if o.Note != "" {
			words += spaces(tableGap) + o.Note
		}
		words = f.look.Cut(words, w-3)
		lines = append(lines, f.look.marked(words, w-1, i == f.at))
	}
	return Fit(strings.Join(lines, "\n"), w, h)
}

// Cursor is in the text.
func (f *Find) Cursor() (x, y int, ok bool) { return f.input.Cursor() }

package kit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"hadir/ui/lang"
)

// Option is one thing to choose: what is kept, and the words that are shown.
type Option struct {
	Value string
	Label lang.Key // the words; "" when they are data, not a sentence:
	Name  string   // a person's or a place's name, shown as it stands
	Note  string   // of a suggestion: said beside the words, and no part of them
}

// words is what an option shows.
func (l Look) words(o Option) string {
	if o.Label == "" {
		return o.Name
	}
	return l.Say(o.Label)
}

// Choice is one of a few options on one line: Left and Right move, a letter goes to the next option that begins with it.
// All options are shown when they fit; otherwise the chosen one, and which of how many it is.
type Choice struct {
	look    Look
	options []Option
	at      int // -1: none yet
	origin  int // what SetValue set
	places  []place
	x       int // the chosen mark's cell at the last View
}

// place is where an option was drawn, for clicks.
type place struct{ from, to, option int }

// NewChoice makes a choice in which nothing is chosen yet.
func NewChoice(look Look, options ...Option) *Choice {
	return &Choice{look: look, options: options, at: -1, origin: -1}
}

// Value is the chosen option's value; "" when none is.
func (c *Choice) Value() string {
	if c.at < 0 {
		return ""
	}
	return c.options[c.at].Value
}

// SetValue chooses the option with this value, none when there is no such option; the choice is then not dirty.
func (c *Choice) SetValue(value string) {
	c.at = -1
	for i, o := range c.options {
		if o.Value == value {
			c.at = i
		}
	}
	c.origin = c.at
}

// Dirty reports whether another option is chosen than SetValue set.
func (c *Choice) Dirty() bool { return c.at != c.origin }

// Update chooses by arrows, space, letter or click.
func (c *Choice) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		c.press(msg.String())
	case tea.MouseClickMsg:
		for _, p := range c.places {
			if msg.X >= p.from && msg.X < p.to {
				c.at = p.option
			}
		}
	}
	return nil
}

func (c *Choice) press(key string) {
	n := len(c.options)
	switch {
	case n == 0:
	case key == "left":
		c.at = (max(c.at, 0) + n - 1) % n
	case key == "right" || key == "space":
		c.at = (c.at + 1) % n
	default:
		c.letter(key)
	}
}

// letter goes to the next option that begins with the typed letter, round the end.
func (c *Choice) letter(key string) {
	if utf8.RuneCountInString(key) != 1 {
		return
	}
	typed, _ := utf8.DecodeRuneInString(key)
	for i := range c.options {
		next := (c.at + 1 + i) % len(c.options)
		first, _ := utf8.DecodeRuneInString(c.look.words(c.options[next]))
		if unicode.ToLower(first) == unicode.ToLower(typed) {
			c.at = next
			return
		}
	}
}

// View draws the options, or as much as fits.
func (c *Choice) View(w, h int) string {
	var line strings.Builder
	c.places, c.x = c.places[:0], 0
	at := 0
	for i, o := range c.options {
		item := c.item(i, o, w)
		if i > 0 {
			line.WriteString(spaces(tableGap))
			at += tableGap
		}
		if i == c.at {
			c.x = at
			line.WriteString(c.look.Selected.Render(item))
		} else {
			line.WriteString(item)
		}
		c.places = append(c.places, place{at, at + Width(item), i})
		at += Width(item)
	}
	if at > w-1 {
		return Fit(c.one(w-1), w, h)
	}
	return Fit(line.String(), w, h)
}

func (c *Choice) item(i int, o Option, w int) string {
	mark := c.look.Box.Open
	if i == c.at {
		mark = c.look.Box.Chosen
	}
	return mark + " " + c.look.Cut(c.look.words(o), w)
}

// one draws the chosen option alone, and where among the others it stands.
func (c *Choice) one(w int) string {
	c.places, c.x = c.places[:0], 0
	where := c.look.Say("kit.which", "n", c.at+1, "total", len(c.options))
	if c.at < 0 {
		return c.look.Muted.Render(c.look.Cut(c.look.Say("kit.choose", "total", len(c.options)), w))
	}
	words := c.look.Cut(c.look.words(c.options[c.at]), w-Width(where)-6)
	return c.look.Cut("< "+words+" >  "+where, w)
}

// Cursor is on the chosen option's mark.
func (c *Choice) Cursor() (x, y int, ok bool) { return c.x, 0, true }

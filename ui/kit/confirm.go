package kit

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"hadir/ui/lang"
)

// Answer is one way to answer a question.
type Answer struct {
	Label lang.Key
	Do    func() tea.Cmd // nil: nothing is done
}

// Confirm asks before something is done that cannot be taken back by the next key.
type Confirm struct {
	look     Look
	question lang.Phrase
	answers  []Answer
	choice   *Choice
	closed   bool
	y        int // the answers' line at the last View
}

// NewConfirm asks a question. The first answer is the safe one: there the cursor starts, and Esc gives it.
func NewConfirm(look Look, question lang.Phrase, safe Answer, others ...Answer) *Confirm {
	c := &Confirm{look: look, question: question, answers: append([]Answer{safe}, others...)}
	var options []Option
	for i, a := range c.answers {
		options = append(options, Option{Value: strconv.Itoa(i), Label: a.Label})
	}
	c.choice = NewChoice(look, options...)
	c.choice.SetValue("0")
	return c
}

// NewResume asks what to do with typing that was found unsaved; at is when it was last typed, as people write times.
func NewResume(look Look, at string, resume, discard func() tea.Cmd) *Confirm {
	return NewConfirm(look, lang.Of("kit.draft-found", "time", at),
		Answer{Label: "kit.resume", Do: resume}, Answer{Label: "kit.discard", Do: discard})
}

// Open reports whether the question still waits for an answer.
func (c *Confirm) Open() bool { return !c.closed }

// Update moves between the answers; Enter gives the chosen one, Esc the safe one. A click chooses, and gives nothing.
func (c *Confirm) Update(msg tea.Msg) tea.Cmd {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		switch key.String() {
		case "enter":
			i, _ := strconv.Atoi(c.choice.Value())
			return c.give(i)
		case "esc":
			return c.give(0)
		case "tab", "down":
			c.choice.press("right")
			return nil
		case "shift+tab", "up":
			c.choice.press("left")
			return nil
		}
	}
	if click, ok := msg.(tea.MouseClickMsg); ok && click.Y != c.y {
		return nil
	}
	return c.choice.Update(msg)
}

func (c *Confirm) give(i int) tea.Cmd {
	c.closed = true
	if c.answers[i].Do == nil {
		return nil
	}
	return c.answers[i].Do()
}

// View draws the question above the answers. On a low window the answers are what stays.
func (c *Confirm) View(w, h int) string {
	question := c.look.sentence(Plain, c.look.Tell(c.question), w-1, h-1)
	c.y = height(question)
	return Frame(w, h, question, "", c.choice.View)
}

// Cursor is on the chosen answer.
func (c *Confirm) Cursor() (x, y int, ok bool) {
	x, _, ok = c.choice.Cursor()
	return x, c.y, ok
}

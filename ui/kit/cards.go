package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/ui/lang"
)

// Cards shows records that take some lines each, all the same number, and a cursor on one of them. Unlike a List's row the
// selected card keeps its styles: whoever draws it says which of its lines stand out.
type Cards[T any] struct {
	Empty lang.Phrase // said when there are none
	Size  int         // lines of a card, at least 1

	look  Look
	draw  func(item T, w int, selected bool) []string
	items []T

	at, top int // the cursor's card; the first line in sight
	high    int // lines at the last View
}

// NewCards makes empty cards of size lines. draw gives the lines of one in at most w cells; it is called for cards in sight only.
func NewCards[T any](look Look, size int, draw func(item T, w int, selected bool) []string) *Cards[T] {
	return &Cards[T]{look: look, Size: max(1, size), draw: draw, high: 1}
}

// Show puts other cards in the place of those there were; the cursor stays at its number.
func (c *Cards[T]) Show(items []T) {
	c.items = items
	c.Select(c.at)
}

// Items are the cards as they were shown.
func (c *Cards[T]) Items() []T { return c.items }

// Selected is the card under the cursor; false when there is none.
func (c *Cards[T]) Selected() (item T, ok bool) {
	if c.at >= len(c.items) {
		return item, false
	}
	return c.items[c.at], true
}

// Index is the cursor's card, from 0.
func (c *Cards[T]) Index() int { return c.at }

// Select moves the cursor to card i, or to the nearest there is.
func (c *Cards[T]) Select(i int) { c.at = max(0, min(i, len(c.items)-1)) }

// Update moves the cursor by keys and wheel; a click selects, and does nothing more.
func (c *Cards[T]) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		c.press(msg.String())
	case tea.MouseWheelMsg:
		c.Select(c.at + wheel(msg)/wheelStep)
	case tea.MouseClickMsg:
		if card := (c.top + msg.Y) / c.Size; msg.Y >= 0 && msg.Y < c.high && card < len(c.items) {
			c.Select(card)
		}
	}
	return nil
}

func (c *Cards[T]) press(key string) {
	page := max(1, c.high/c.Size-1)
	switch key {
	case "up":
		c.Select(c.at - 1)
	case "down":
		c.Select(c.at + 1)
	case "pgup":
		c.Select(c.at - page)
	case "pgdown":
		c.Select(c.at + page)
	case "home":
		c.Select(0)
	case "end":
		c.Select(len(c.items) - 1)
	}
}

// View draws the lines in sight. Where a whole card has no room, its first lines have.
func (c *Cards[T]) View(w, h int) string {
	c.high = max(1, h)
	if len(c.items) == 0 {
		return Fit(c.look.sentence(Plain, c.look.Tell(c.Empty), w-1, h), w, h)
	}
	c.top = window(c.top, c.at*c.Size, min(c.Size, c.high), len(c.items)*c.Size, c.high)
	var lines []string
	for i := c.top / c.Size; i < len(c.items) && len(lines) < c.high+c.Size; i++ {
		card := c.draw(c.items[i], w-1, i == c.at)
		for j := range c.Size {
			if j < len(card) {
				lines = append(lines, card[j])
			} else {
				lines = append(lines, "")
			}
		}
	}
	return Fit(strings.Join(lines[c.top%c.Size:], "\n"), w, h)
}

// Cursor is at the first line of the selected card.
func (c *Cards[T]) Cursor() (x, y int, ok bool) {
	return 0, max(0, c.at*c.Size-c.top), len(c.items) > 0
}

package kit

import (
	tea "charm.land/bubbletea/v2"

	"hadir/ui/lang"
)

// Pick asks for one record of a list: which of two people of one name, which sheet of a workbook.
type Pick[T any] struct {
	*List[T]
	look     Look
	question lang.Phrase
	chosen   func(item T) tea.Cmd
	closed   bool
	above    int // lines of the question at the last View
}

// NewPick asks the question above the list; Enter gives the selected record to chosen, Esc chooses nothing.
func NewPick[T any](look Look, question lang.Phrase, list *List[T], chosen func(item T) tea.Cmd) *Pick[T] {
	return &Pick[T]{List: list, look: look, question: question, chosen: chosen}
}

// Open reports whether the question still waits for an answer.
func (p *Pick[T]) Open() bool { return !p.closed }

// Update moves the cursor, chooses or gives up.
func (p *Pick[T]) Update(msg tea.Msg) tea.Cmd {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		switch key.String() {
		case "esc":
			p.closed = true
			return nil
		case "enter":
			item, ok := p.Selected()
			if !ok {
				return nil
			}
			p.closed = true
			return p.chosen(item)
		}
	}
	return p.List.Update(Shift(msg, 0, p.above))
}

// View draws the question above the rows.
func (p *Pick[T]) View(w, h int) string {
	question := p.look.sentence(Plain, p.look.Tell(p.question), w-1, h-1)
	p.above = height(question)
	return Frame(w, h, question, "", p.List.View)
}

// Cursor is on the selected row.
func (p *Pick[T]) Cursor() (x, y int, ok bool) {
	x, y, ok = p.List.Cursor()
	return x, y + p.above, ok
}

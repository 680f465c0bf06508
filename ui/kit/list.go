package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"hadir/ui/lang"
)

// wheelStep is how many rows one notch of the wheel moves.
const wheelStep = 3

// Source is where a list's rows come from. It is asked only for rows in sight, so it may be a slice, a filter's hits or a
// window on something larger; it answers from memory.
type Source[T any] interface {
	Len() int
	At(i int) T
}

// Finder is a Source that can say where a record stands now. Without it a reload may look through every row.
type Finder interface {
	Find(id string) (i int, ok bool)
}

// Slice is the Source of a slice.
type Slice[T any] []T

// Len is the number of rows.
func (s Slice[T]) Len() int { return len(s) }

// At is row i.
func (s Slice[T]) At(i int) T { return s[i] }

// List shows records, one a row, and a cursor on one of them. The cursor belongs to the record, not to the row: after a
// reload or another order it stands on the same record, and when that is gone, on the one that took its place.
type List[T any] struct {
	Empty lang.Phrase       // said when there are no rows
	Bare  func(item T) bool // rows that have no mark before them, such as headings; nil: none

	look Look
	id   func(item T) string
	draw func(item T, w int) string
	rows Source[T]

	at   int    // the cursor's row
	kept string // the ID of the record there
	top  int    // the first row in sight
	high int    // rows in sight at the last View
}

// NewList makes an empty list. id names a record for good; draw gives its row in at most w cells, and is called for rows in
// sight only. Table.Row is such a draw.
func NewList[T any](look Look, id func(item T) string, draw func(item T, w int) string) *List[T] {
	return &List[T]{look: look, id: id, draw: draw, rows: Slice[T](nil), high: 1}
}

// Show puts these rows in the list, the cursor staying with its record. Call it again when the rows have changed in place.
func (l *List[T]) Show(rows Source[T]) {
	l.rows = rows
	if l.kept == "" || !l.SelectID(l.kept) {
		l.Select(l.at)
	}
}

// Selected is the record under the cursor; false when the list is empty.
func (l *List[T]) Selected() (item T, ok bool) {
	if l.at >= l.rows.Len() {
		return item, false
	}
	return l.rows.At(l.at), true
}

// Index is the cursor's row, from 0.
func (l *List[T]) Index() int { return l.at }

// Len is the number of rows.
func (l *List[T]) Len() int { return l.rows.Len() }

// Select moves the cursor to row i, or to the nearest there is.
func (l *List[T]) Select(i int) {
	l.at, l.kept = max(0, min(i, l.rows.Len()-1)), ""
	if item, ok := l.Selected(); ok {
		l.kept = l.id(item)
	}
}

// SelectID moves the cursor to the record with this ID; false leaves it where it was.
func (l *List[T]) SelectID(id string) bool {
	i, ok := l.find(id)
	if ok {
		l.at, l.kept = i, id
	}
	return ok
}

// find looks first where the record was, which is where it nearly always still is.
func (l *List[T]) find(id string) (int, bool) {
	n := l.rows.Len()
	if l.at < n && l.id(l.rows.At(l.at)) == id {
		return l.at, true
	}
	if f, ok := l.rows.(Finder); ok {
		return f.Find(id)
	}
	for i := range n {
		if l.id(l.rows.At(i)) == id {
			return i, true
		}
	}
	return 0, false
}

// Update moves the cursor by keys and wheel; a click selects, and does nothing more.
func (l *List[T]) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		l.press(msg.String())
	case tea.MouseWheelMsg:
		l.Select(l.at + wheel(msg))
	case tea.MouseClickMsg:
		if row := l.top + msg.Y; msg.Y >= 0 && msg.Y < l.high && row < l.rows.Len() {
			l.Select(row)
		}
	}
	return nil
}

// wheel is how far a notch of the wheel moves, down positive.
func wheel(msg tea.MouseWheelMsg) int {
	switch msg.Button {
	case tea.MouseWheelUp:
		return -wheelStep
	case tea.MouseWheelDown:
		return wheelStep
	}
	return 0
}

func (l *List[T]) press(key string) {
	// A page leaves one row of the old one in sight, so that the eye keeps its place.
	page := max(1, l.high-1)
	switch key {
	case "up":
		l.Select(l.at - 1)
	case "down":
		l.Select(l.at + 1)
	case "pgup":
		l.Select(l.at - page)
	case "pgdown":
		l.Select(l.at + page)
	case "home":
		l.Select(0)
	case "end":
		l.Select(l.rows.Len() - 1)
	}
}

// View draws the rows in sight.
func (l *List[T]) View(w, h int) string {
	n := l.rows.Len()
	l.high = max(1, h)
	l.top = window(l.top, l.at, 1, n, l.high)
	if n == 0 {
		return Fit(l.look.sentence(Plain, l.look.Tell(l.Empty), w-1, h), w, h)
	}
	var b strings.Builder
	for i := l.top; i < min(n, l.top+l.high); i++ {
		if i > l.top {
			b.WriteByte('\n')
		}
		item := l.rows.At(i)
		if l.Bare != nil && i != l.at && l.Bare(item) {
			b.WriteString(l.draw(item, w-1))
			continue
		}
		b.WriteString(l.look.marked(l.draw(item, w-3), w-1, i == l.at))
	}
	return Fit(b.String(), w, h)
}

// Cursor is on the mark of the selected row.
func (l *List[T]) Cursor() (x, y int, ok bool) {
	return 0, l.at - l.top, l.rows.Len() > 0
}

// marked puts the mark before a row of w cells in all. The selected row gives up its own styles: a style that ends inside
// it would end the selection's too.
func (l Look) marked(row string, w int, selected bool) string {
	if !selected {
		return l.NoMark + row
	}
	row = ansi.Strip(row)
	return l.Selected.Render(truncate(l.Mark+row+spaces(w-len(l.Mark)-Width(row)), w, ""))
}

// window gives the first of high lines in sight so that the size lines from at are among them, moving as little as it
// can, and leaving no empty lines below while there are lines above.
func window(top, at, size, n, high int) int {
	top = min(top, at)
	if at+size > top+high {
		top = min(at, at+size-high)
	}
	return max(0, min(top, n-high))
}

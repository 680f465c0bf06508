package kit

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model/text"
	"hadir/ui/lang"
)

// Area is a field of many lines, for a question, an answer, a whole pasted paper. Like Input it holds no focus.
//
// A key in a text of forty pages costs what is on the screen and the one line being typed in: nothing else is wrapped,
// measured or drawn. (The stock text area wraps, pads and styles the whole text at each frame: above 100 ms.)
type Area struct {
	Placeholder lang.Key // said in the empty field; "" for none

	look   Look
	rows   []string // the lines as typed, at least one
	wraps  [][]int  // where each row's drawn lines begin; empty: not worked out since the last edit
	row    int      // the caret: its row,
	at     int      // and the byte offset there
	goal   int      // the cell that Up and Down aim for; -1: wherever the caret stands
	broke  bool     // the last key was Enter: a line feed after it is the same line end
	edited bool     // since SetValue
	origin string   // what SetValue put in
	top    spot     // the first drawn line in sight
	w, h   int      // cells and lines of the last View
	x, y   int      // the caret there
}

// spot is a drawn line: the row, and which of its drawn lines.
type spot struct{ row, sub int }

// NewArea makes an empty field.
func NewArea(look Look) *Area {
	a := &Area{look: look, w: 80, h: 1}
	a.SetValue("")
	return a
}

// Value is the text, its lines ended by "\n" alone.
func (a *Area) Value() string { return strings.Join(a.rows, "\n") }

// SetValue puts in a text, cleaned, with the caret behind it; the field is then not dirty.
func (a *Area) SetValue(s string) {
	a.rows, a.wraps = []string{""}, make([][]int, 1)
	a.row, a.at, a.goal, a.top = 0, 0, -1, spot{}
	a.Insert(s)
	a.origin, a.edited = a.Value(), false
}

// Dirty reports whether the text differs from what SetValue put in.
func (a *Area) Dirty() bool { return a.edited && a.Value() != a.origin }

// Insert puts text in at the caret, as if pasted: any line ends, no escape codes.
func (a *Area) Insert(s string) {
	clean, _ := text.Block(s)
	parts := strings.Split(clean, "\n")
	if len(parts) == 1 {
		a.edit(func(l *line) { l.insert(clean) })
		return
	}
	last := len(parts) - 1
	at := len(parts[last])
	parts[0] = a.rows[a.row][:a.at] + parts[0]
	parts[last] += a.rows[a.row][a.at:]
	a.replace(a.row, a.row+1, parts...)
	a.row, a.at = a.row+last, at
}

// edit changes the caret's row.
func (a *Area) edit(do func(l *line)) {
	l := line{a.rows[a.row], a.at}
	do(&l)
	if l.text != a.rows[a.row] {
		a.rows[a.row], a.wraps[a.row], a.edited = l.text, a.wraps[a.row][:0], true
	}
	a.at = l.at
}

// replace puts rows in the place of others.
func (a *Area) replace(from, to int, rows ...string) {
	a.rows = slices.Replace(a.rows, from, to, rows...)
	a.wraps = slices.Replace(a.wraps, from, to, make([][]int, len(rows))...)
	a.edited = true
}

// Update types, edits and pastes; a click puts the caret where it fell, the wheel moves it by lines.
func (a *Area) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		a.press(msg)
	case tea.PasteMsg:
		a.Insert(msg.Content)
		a.goal = -1
	case tea.MouseWheelMsg:
		a.move(wheel(msg))
	case tea.MouseClickMsg:
		at := a.step(a.top, max(0, msg.Y))
		a.row, a.goal = at.row, -1
		a.at = a.offset(at, msg.X)
	}
	return nil
}

func (a *Area) press(msg tea.KeyPressMsg) {
	key := msg.String()
	// A console without bracketed paste sends CRLF as two keys.
	broke := a.broke
	a.broke = key == "enter"
	if key == "ctrl+j" && broke {
		return
	}
	if !a.vertical(key) {
		a.goal = -1
		a.horizontal(msg.Text, key)
	}
}

// vertical moves by drawn lines, as far as the text goes.
func (a *Area) vertical(key string) bool {
	switch key {
	case "up":
		a.move(-1)
	case "down":
		a.move(1)
	case "pgup":
		a.move(-max(1, a.h-1))
	case "pgdown":
		a.move(max(1, a.h-1))
	default:
		return false
	}
	return true
}

// horizontal types and edits; what a single line cannot do at its ends is done with the line beside it.
func (a *Area) horizontal(typed, key string) {
	row, end := a.rows[a.row], len(a.rows)-1
	switch {
	case typed != "":
		a.edit(func(l *line) { l.insert(typed) })
	case key == "enter" || key == "ctrl+j":
		a.replace(a.row, a.row+1, row[:a.at], row[a.at:])
		a.row, a.at = a.row+1, 0
	case key == "ctrl+home":
		a.row, a.at = 0, 0
	case key == "ctrl+end":
		a.row, a.at = end, len(a.rows[end])
	case key == "home" || key == "end":
		a.edge(key == "end")
	case a.at == 0 && a.row > 0 && (key == "left" || key == "ctrl+left"):
		a.row, a.at = a.row-1, len(a.rows[a.row-1])
	case a.at == len(row) && a.row < end && (key == "right" || key == "ctrl+right"):
		a.row, a.at = a.row+1, 0
	case a.at == 0 && a.row > 0 && (key == "backspace" || key == "ctrl+h"):
		a.row, a.at = a.row-1, len(a.rows[a.row-1])
		a.join()
	case a.at == len(row) && a.row < end && key == "delete":
		a.join()
	default:
		a.edit(func(l *line) { l.press(key) })
	}
}

// join appends the next row to the caret's.
func (a *Area) join() { a.replace(a.row, a.row+2, a.rows[a.row]+a.rows[a.row+1]) }

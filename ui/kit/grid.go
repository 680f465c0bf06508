package kit

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/ui/lang"
)

// GridColumn is one column of a grid.
type GridColumn struct {
	Title lang.Key
	Size  Size
	Clean func(string) string            // what else is done to typed text; nil: nothing
	Check func(value string) lang.Phrase // what is wrong with a cell that is not empty; nil: anything goes
}

// Grid is a sheet to type in, row by row, as a handwritten list is copied: Tab goes to the next cell, Enter to the first
// cell of the next row, arrows to the neighbours. Below the last row that holds anything there is always an empty one.
// Cells copied in a spreadsheet can be pasted: they fill the cells to the right and below.
type Grid struct {
	look    Look
	columns []GridColumn
	cells   [][]string // every row as wide as columns, the last one empty
	base    [][]string // what SetRows put in
	row     int
	col     int
	input   *Input // the cell under the cursor; its text is stored at each key

	top    int   // the first row in sight
	w      int   // cells of the last View,
	head   int   // lines of titles there,
	high   int   // and rows in sight
	from   int   // the first column in sight
	widths []int // of the columns in sight
}

// NewGrid makes a grid with one empty row.
func NewGrid(look Look, columns ...GridColumn) *Grid {
	g := &Grid{look: look, columns: columns, high: 1}
	g.SetRows(nil)
	return g
}

// SetRows puts in rows; what is too short is filled up, what is too long is cut. The grid is then not changed.
func (g *Grid) SetRows(rows [][]string) {
	g.cells = nil
	for _, row := range rows {
		cells := make([]string, len(g.columns))
		for i := range min(len(row), len(cells)) {
			cells[i] = pasted(row[i])
		}
		g.cells = append(g.cells, cells)
	}
	g.grow()
	g.base = g.Rows()
	g.enter(0, 0)
}

// Rows gives copies of the rows that hold anything.
func (g *Grid) Rows() [][]string {
	var rows [][]string
	for _, row := range g.cells {
		if !blank(row) {
			rows = append(rows, slices.Clone(row))
		}
	}
	return rows
}

// Changed reports whether the rows differ from what SetRows put in.
func (g *Grid) Changed() bool {
	return !slices.EqualFunc(g.base, g.Rows(), slices.Equal[[]string])
}

func blank(row []string) bool {
	return !slices.ContainsFunc(row, func(cell string) bool { return strings.TrimSpace(cell) != "" })
}

// grow keeps an empty row at the end.
func (g *Grid) grow() {
	if n := len(g.cells); n == 0 || !blank(g.cells[n-1]) {
		g.cells = append(g.cells, make([]string, len(g.columns)))
	}
}

// enter goes to a cell, the nearest there is.
func (g *Grid) enter(row, col int) {
	g.row = max(0, min(row, len(g.cells)-1))
	g.col = max(0, min(col, len(g.columns)-1))
	g.input = NewInput(g.look)
	g.input.Clean = g.columns[g.col].Clean
	g.input.SetValue(g.cells[g.row][g.col])
}

// Update types in the cell, moves between cells, and spreads what was copied in a spreadsheet. A click goes to a cell.
func (g *Grid) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if g.move(msg.String()) {
			return nil
		}
	case tea.PasteMsg:
		if strings.ContainsAny(msg.Content, "\t\n\r") {
			g.spread(msg.Content)
			return nil
		}
	case tea.MouseWheelMsg:
		g.enter(g.row+wheel(msg), g.col)
		return nil
	case tea.MouseClickMsg:
		g.click(msg)
		return nil
	}
	g.input.Update(msg)
	g.cells[g.row][g.col] = g.input.Value()
	g.grow()
	return nil
}

// move goes to another cell; false leaves the key to the text in this one.
func (g *Grid) move(key string) bool {
	page := max(1, g.high-1)
	switch key {
	case "tab":
		g.next(1)
	case "shift+tab":
		g.next(-1)
	case "enter":
		g.enter(g.row+1, 0)
	case "up":
		g.enter(g.row-1, g.col)
	case "down":
		g.enter(g.row+1, g.col)
	case "pgup":
		g.enter(g.row-page, g.col)
	case "pgdown":
		g.enter(g.row+page, g.col)
	case "left", "right":
		return g.sideways(key)
	default:
		return false
	}
	return true
}

// next goes n cells on in reading order.
func (g *Grid) next(n int) {
	at := max(0, g.row*len(g.columns)+g.col+n)
	g.enter(at/len(g.columns), at%len(g.columns))
}

// sideways goes to the neighbour when the caret already stands at that end of the text.
func (g *Grid) sideways(key string) bool {
	at := g.input.line.at
	switch {
	case key == "left" && at == 0 && g.col > 0:
		g.enter(g.row, g.col-1)
	case key == "right" && at == len(g.input.line.text) && g.col+1 < len(g.columns):
		g.enter(g.row, g.col+1)
		g.input.line.at = 0
	default:
		return false
	}
	return true
}

// spread fills the cells from the cursor on with lines of cells. Cells beyond the last column are kept, in it.
func (g *Grid) spread(content string) {
	content = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(content)
	for i, text := range strings.Split(strings.TrimRight(content, "\n"), "\n") {
		if g.row+i == len(g.cells) {
			g.cells = append(g.cells, make([]string, len(g.columns)))
		}
		row := g.cells[g.row+i]
		for j, cell := range strings.SplitN(text, "\t", len(g.columns)-g.col) {
			in := Input{Clean: g.columns[g.col+j].Clean}
			in.Insert(cell)
			row[g.col+j] = in.Value()
		}
	}
	g.grow()
	g.enter(g.row, g.col)
}

// click goes to the cell under the pointer.
func (g *Grid) click(msg tea.MouseClickMsg) {
	row := g.top + msg.Y - g.head
	if msg.Y < g.head || msg.Y >= g.head+g.high || row >= len(g.cells) {
		return
	}
	x := gridMargin
	for i, w := range g.widths {
		if w > 0 && msg.X >= x && msg.X < x+w+tableGap {
			g.enter(row, g.from+i)
			g.input.Update(Shift(msg, x, msg.Y))
			return
		}
		x += w + tableGap
	}
}

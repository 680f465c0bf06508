package kit

import (
	"strconv"
	"strings"

	"hadir/ui/lang"
)

// gridMargin is the cells before the first column: the mark, a row's number, and a gap.
const gridMargin = 8

// View draws the titles, the rows around the cursor, and on the last line what is wrong with the cell there.
func (g *Grid) View(w, h int) string {
	g.fit(w - 1 - gridMargin)
	// The titles and what is wrong give way before the row that is typed in does.
	g.w, g.head, g.high = w, min(1, max(0, h-2)), max(1, h-2)
	g.top = window(g.top, g.row, 1, len(g.cells), g.high)
	if g.head == 0 {
		return Fit(g.draw(g.row), w, h)
	}
	lines := []string{g.titles()}
	for i := g.top; i < min(len(g.cells), g.top+g.high); i++ {
		lines = append(lines, g.draw(i))
	}
	for len(lines) < h-1 {
		lines = append(lines, "")
	}
	wrong := g.wrong(g.cells[g.row][g.col], g.col)
	return Fit(strings.Join(append(lines, g.look.sentence(Bad, g.look.Tell(wrong), w-1, 1)), "\n"), w, h)
}

// fit chooses which columns are in sight: as many as there is room for, the cursor's among them.
func (g *Grid) fit(room int) {
	for g.from = min(g.from, g.col); ; g.from++ {
		sizes := make([]Size, 0, len(g.columns))
		for _, c := range g.columns[g.from:] {
			sizes = append(sizes, c.Size)
		}
		g.widths = Columns(sizes, room, tableGap)
		if g.from == g.col || g.widths[g.col-g.from] > 0 {
			return
		}
	}
}

func (g *Grid) titles() string {
	line := spaces(gridMargin)
	for i, w := range g.widths {
		if w > 0 {
			line += g.look.Cell(g.look.Say(g.columns[g.from+i].Title), w) + spaces(tableGap)
		}
	}
	return g.look.Title.Render(line)
}

// draw gives one row: a mark where the cursor is, its number, a sign when something in it is wrong, its cells.
func (g *Grid) draw(row int) string {
	mark, bad := g.look.NoMark, spaces(len(g.look.BadMark))
	if row == g.row {
		mark = g.look.Mark
	}
	for i, cell := range g.cells[row] {
		if !g.wrong(cell, i).None() {
			bad = g.look.Bad.Render(g.look.BadMark)
		}
	}
	number := strconv.Itoa(row + 1)
	line := mark + g.look.Muted.Render(spaces(gridMargin-4-len(number))+number) + " " + bad
	line = truncate(line, gridMargin, "") + spaces(gridMargin-Width(line))
	for i, w := range g.widths {
		if w == 0 {
			continue
		}
		cell := g.look.Cell(g.cells[row][g.from+i], w)
		if row == g.row && g.from+i == g.col {
			cell = g.input.View(w+1, 1)
			cell = g.look.Selected.Render(cell + spaces(w-Width(cell)))
		}
		line += cell + spaces(tableGap)
	}
	return line
}

// wrong says what is wrong with a cell.
func (g *Grid) wrong(cell string, col int) lang.Phrase {
	if check := g.columns[col].Check; check != nil && strings.TrimSpace(cell) != "" {
		return check(cell)
	}
	return lang.Phrase{}
}

// Cursor is in the cell that is typed in.
func (g *Grid) Cursor() (x, y int, ok bool) {
	x, _, ok = g.input.Cursor()
	for _, w := range g.widths[:min(len(g.widths), g.col-g.from)] {
		x += w + tableGap
	}
	if g.head > 0 {
		y = g.row - g.top + g.head
	}
	return max(0, min(x+gridMargin, g.w-1)), y, ok
}

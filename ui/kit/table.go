package kit

import (
	"strings"

	"charm.land/lipgloss/v2"

	"hadir/ui/lang"
)

// tableGap is the cells between two columns.
const tableGap = 2

// Column is one column of a table of T.
type Column[T any] struct {
	Title lang.Key
	Size  Size
	Right bool                         // numbers stand at the right
	Text  func(item T) string          // the cell's words; any text, it is made safe here
	Style func(item T) *lipgloss.Style // nil, or a nil result: plain
}

// Table draws records as rows of cells. It holds no records and no selection: give its Row to a List.
type Table[T any] struct {
	look    Look
	columns []Column[T]
	sizes   []Size
	widths  []int // for drawnAt; worked out once for each new width, not for each row
	drawnAt int
}

// NewTable makes a table of these columns.
func NewTable[T any](look Look, columns ...Column[T]) *Table[T] {
	t := &Table[T]{look: look, columns: columns, drawnAt: -1}
	for _, c := range columns {
		t.sizes = append(t.sizes, c.Size)
	}
	return t
}

// Head draws the titles of the columns in w cells.
func (t *Table[T]) Head(w int) string {
	return t.look.Title.Render(t.row(w, func(c Column[T], w int) string { return t.look.cell(t.look.Say(c.Title), w, c.Right) }))
}

// Row draws one record in w cells, cut to its columns.
func (t *Table[T]) Row(item T, w int) string {
	return t.row(w, func(c Column[T], w int) string {
		cell := t.look.cell(c.Text(item), w, c.Right)
		if c.Style != nil {
			if style := c.Style(item); style != nil {
				return style.Render(cell)
			}
		}
		return cell
	})
}

// row joins the cells of the columns that fit in w.
func (t *Table[T]) row(w int, cell func(Column[T], int) string) string {
	if w != t.drawnAt {
		t.widths, t.drawnAt = Columns(t.sizes, w, tableGap), w
	}
	var b strings.Builder
	for i, c := range t.columns {
		if t.widths[i] == 0 {
			continue
		}
		if i > 0 {
			b.WriteString(spaces(tableGap))
		}
		b.WriteString(cell(c, t.widths[i]))
	}
	return b.String()
}

// cell is Cell, with the words at the right when asked.
func (l Look) cell(s string, w int, right bool) string {
	if !right {
		return l.Cell(s, w)
	}
	s = l.Cut(s, w)
	return spaces(w-Width(s)) + s
}

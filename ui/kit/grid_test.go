package kit

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"hadir/ui/lang"
)

func sheet() *Grid {
	return NewGrid(plain(), GridColumn{Title: "kit.save", Size: Size{Min: 8}}, GridColumn{Title: "kit.no", Size: Size{Fixed: 8}},
		GridColumn{Title: "kit.yes", Size: Size{Fixed: 6}, Check: func(s string) lang.Phrase {
			if strings.Trim(s, "0123456789") != "" {
				return lang.Of("kit.choose-one")
			}
			return lang.Phrase{}
		}})
}

func holds(t *testing.T, g *Grid, want ...string) {
	t.Helper()
	var got []string
	for _, row := range g.Rows() {
		got = append(got, strings.Join(row, "|"))
	}
	if !slices.Equal(got, want) {
		t.Errorf("rows %q, want %q", got, want)
	}
}

func TestGridRowByRow(t *testing.T) {
	g := sheet()
	enter(g, "Suyatno")
	press(g, "tab")
	enter(g, "Lurah")
	press(g, "enter")
	enter(g, "Titik")
	press(g, "tab", "tab")
	enter(g, "7")
	press(g, "tab")
	enter(g, "Slamet")
	holds(t, g, "Suyatno|Lurah|", "Titik||7", "Slamet||")
	if !g.Changed() {
		t.Error("a filled grid is not changed")
	}
	reads(t, g.View(50, 7), "        Simpan                   Tidak     Ya",
		"     1  Suyatno                  Lurah", "     2  Titik                              7", ">    3  Slamet", "     4", "", "")
	if x, y, _ := g.Cursor(); x != 14 || y != 3 {
		t.Errorf("cursor at %d,%d", x, y)
	}
}

func TestGridMoves(t *testing.T) {
	g := sheet()
	g.SetRows([][]string{{"a", "b", "1"}, {"c", "d", "2", "too long"}})
	at := func(row, col int) {
		t.Helper()
		if g.row != row || g.col != col {
			t.Errorf("in cell %d,%d, want %d,%d", g.row, g.col, row, col)
		}
	}
	for _, step := range []struct {
		key      string
		row, col int
	}{
		{"shift+tab", 0, 0},
		{"up", 0, 0},
		{"left", 0, 0},
		{"left", 0, 0},
		{"right", 0, 0},
		{"right", 0, 1},
		{"left", 0, 0},
		{"tab", 0, 1},
		{"down", 1, 1},
		{"tab", 1, 2},
		{"tab", 2, 0},
		{"shift+tab", 1, 2},
		{"enter", 2, 0},
		{"enter", 2, 0},
		{"pgup", 1, 0},
	} {
		press(g, step.key)
		at(step.row, step.col)
	}
	press(g, "down", "down")
	at(2, 0)
	g.View(50, 8)
	g.Update(tea.MouseClickMsg{X: 36, Y: 1})
	at(0, 1)
	press(g, "x")
	holds(t, g, "a|bx|1", "c|d|2")
}

func TestGridPaste(t *testing.T) {
	g := sheet()
	press(g, "tab")
	g.Update(tea.PasteMsg{Content: "Lurah\t1\tlebih\r\nCamat\t2\r\n\r\nKades\x1b[31m\t3\n"})
	holds(t, g, "|Lurah|1    lebih", "|Camat|2", "|Kades|3")
	if len(g.cells) != 5 || !blank(g.cells[4]) {
		t.Errorf("%d rows, the last one %q", len(g.cells), g.cells[len(g.cells)-1])
	}
	g.Update(tea.PasteMsg{Content: " desa"})
	holds(t, g, "|Lurah desa|1    lebih", "|Camat|2", "|Kades|3")
}

func TestGridSaysWhatIsWrong(t *testing.T) {
	g := sheet()
	g.SetRows([][]string{{"a", "b", "x"}})
	press(g, "tab", "tab")
	lines := shown(g.View(60, 5))
	if !strings.HasPrefix(lines[1], ">    1 !") || lines[4] != "! Pilih salah satu dari daftar." {
		t.Errorf("got %q", lines)
	}
	if g.Changed() {
		t.Error("changed by SetRows")
	}
}

// TestGridShowsTheCell narrows the window until only one column fits: it is the one that is typed in.
func TestGridShowsTheCell(t *testing.T) {
	g := sheet()
	press(g, "tab", "tab")
	enter(g, "123")
	for _, w := range []int{60, 30, 20, 17} {
		if view := strings.Join(shown(g.View(w, 4)), "\n"); !strings.Contains(view, "123") {
			t.Errorf("%d cells wide:\n%s", w, view)
		}
	}
}

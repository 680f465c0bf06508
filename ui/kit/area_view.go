package kit

import (
	"slices"
	"strings"
)

// starts gives where the drawn lines of a row begin, worked out only when the row is looked at.
func (a *Area) starts(row int) []int {
	if len(a.wraps[row]) == 0 {
		a.wraps[row] = breaks(a.rows[row], max(1, a.w-1), a.wraps[row]...)
	}
	return a.wraps[row]
}

// caret is the drawn line that the caret stands on. At a break it stands at the start of the later line.
func (a *Area) caret() spot {
	i, found := slices.BinarySearch(a.starts(a.row), a.at)
	if !found {
		i--
	}
	return spot{a.row, i}
}

// step goes n drawn lines down, or up, as far as there are any.
func (a *Area) step(s spot, n int) spot {
	for ; n > 0; n-- {
		switch {
		case s.sub+1 < len(a.starts(s.row)):
			s.sub++
		case s.row+1 < len(a.rows):
			s = spot{s.row + 1, 0}
		default:
			return s
		}
	}
	for ; n < 0; n++ {
		switch {
		case s.sub > 0:
			s.sub--
		case s.row > 0:
			s = spot{s.row - 1, len(a.starts(s.row-1)) - 1}
		default:
			return s
		}
	}
	return s
}

// move takes the caret n drawn lines down, or up, to the cell it came from when it set out.
func (a *Area) move(n int) {
	from := a.caret()
	if a.goal < 0 {
		a.goal = Width(a.rows[a.row][a.starts(a.row)[from.sub]:a.at])
	}
	to := a.step(from, n)
	a.row = to.row
	a.at = a.offset(to, a.goal)
}

// offset is the byte of a row that stands at cell x of one of its drawn lines.
func (a *Area) offset(s spot, x int) int {
	starts := a.starts(s.row)
	shown := drawn(a.rows[s.row], starts, s.sub)
	at := starts[s.sub] + reach(shown, x)
	if s.sub+1 < len(starts) && at == starts[s.sub+1] {
		// Behind the last letter would be drawn as the start of the next line.
		at = line{a.rows[s.row], at}.prev()
	}
	return at
}

// edge takes the caret to the start or the end of its drawn line.
func (a *Area) edge(end bool) {
	s := a.caret()
	a.at = a.starts(s.row)[s.sub]
	if end {
		a.at = a.offset(s, a.w)
	}
}

// View draws the lines around the caret, or the placeholder.
func (a *Area) View(w, h int) string {
	if w != a.w {
		// Wrapped for another width: none of it holds.
		a.wraps, a.w, a.top = make([][]int, len(a.rows)), w, spot{row: a.top.row}
	}
	a.h = max(1, h)
	at := a.scroll()
	if len(a.rows) == 1 && a.rows[0] == "" {
		return Fit(a.look.Muted.Render(strings.Join(a.look.Wrap(a.look.placeholder(a.Placeholder), w-1), "\n")), w, h)
	}
	a.x = min(Width(a.rows[a.row][a.starts(a.row)[at.sub]:a.at]), max(0, w-1))
	var b strings.Builder
	s := a.top
	for i := range a.h {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(drawn(a.rows[s.row], a.starts(s.row), s.sub))
		next := a.step(s, 1)
		if next == s {
			break
		}
		s = next
	}
	return Fit(b.String(), w, h)
}

// scroll brings the caret into sight, moving as little as it can, and gives the caret's drawn line.
func (a *Area) scroll() spot {
	at := a.caret()
	// The text may have shrunk under the first line in sight.
	a.top.row = min(a.top.row, len(a.rows)-1)
	a.top.sub = min(a.top.sub, len(a.starts(a.top.row))-1)
	if at.before(a.top) {
		a.top = at
	}
	lowest := a.step(a.top, a.h-1)
	if lowest.before(at) {
		a.top = a.step(at, 1-a.h)
	} else if end := (spot{len(a.rows) - 1, len(a.starts(len(a.rows)-1)) - 1}); lowest == end {
		// No empty lines below while there are lines above.
		a.top = a.step(end, 1-a.h)
	}
	a.x, a.y = 0, a.between(a.top, at)
	return at
}

// between counts the drawn lines from one spot down to another that is in sight.
func (a *Area) between(from, to spot) int {
	n := 0
	for from.before(to) {
		from = a.step(from, 1)
		n++
	}
	return n
}

func (s spot) before(other spot) bool {
	return s.row < other.row || s.row == other.row && s.sub < other.sub
}

// Cursor is the caret of the last View.
func (a *Area) Cursor() (x, y int, ok bool) { return a.x, a.y, true }

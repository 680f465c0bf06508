package kit

// Size says how wide one column wants to be, in cells: a Fixed width, or at least Min and then its share of what is left.
type Size struct {
	Fixed int // 0: the column stretches
	Min   int // smallest width at which a stretching column is still worth showing
	Share int // weight among the stretching columns; 0 counts as 1
}

// least is the width below which the column is left out.
func (s Size) least() int { return max(1, s.Fixed, s.Min) }

// Columns divides total cells among the columns, gap cells apart. On a window too narrow for all, columns are left out
// from the right, width 0, until the rest fits; the first always stays, cut if need be. The widths and gaps of the
// columns that stay never exceed total.
func Columns(sizes []Size, total, gap int) []int {
	widths := make([]int, len(sizes))
	kept, left := len(sizes), 0
	for ; kept > 1; kept-- {
		if left = total - spread(sizes[:kept], gap); left >= 0 {
			break
		}
	}
	if kept == 1 {
		left = max(0, total-sizes[0].least())
		widths[0] = max(0, min(total, sizes[0].least()))
	}
	shares := 0
	for i, s := range sizes[:kept] {
		if kept > 1 {
			widths[i] = s.least()
		}
		if s.Fixed == 0 {
			shares += max(1, s.Share)
		}
	}
	// Each column takes its part of what is left by then, so that rounding loses no cell.
	for i, s := range sizes[:kept] {
		if s.Fixed == 0 {
			part := left * max(1, s.Share) / shares
			widths[i] += part
			left, shares = left-part, shares-max(1, s.Share)
		}
	}
	return widths
}

// spread is what the columns take at their least.
func spread(sizes []Size, gap int) int {
	sum := gap * (len(sizes) - 1)
	for _, s := range sizes {
		sum += s.least()
	}
	return sum
}

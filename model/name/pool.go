package name

import (
	"iter"
	"math/bits"
)

// pool lends bitmaps for the length of one query, so that a key pressed allocates none.
type pool struct {
	lanes          int
	maps, borrowed []bitmap
	used, lent     int
}

// start takes everything back and sees to the size.
func (p *pool) start(lanes int) {
	if lanes != p.lanes {
		*p = pool{lanes: lanes}
	}
	p.used, p.lent = 0, 0
}

// take gives an empty bitmap until the next start.
func (p *pool) take() bitmap {
	if p.used == len(p.maps) {
		p.maps = append(p.maps, make(bitmap, p.lanes))
	}
	b := p.maps[p.used]
	p.used++
	clear(b)
	return b
}

// borrow gives an empty bitmap until giveBack, last borrowed first returned.
func (p *pool) borrow() bitmap {
	if p.lent == len(p.borrowed) {
		p.borrowed = append(p.borrowed, make(bitmap, p.lanes))
	}
	b := p.borrowed[p.lent]
	p.lent++
	clear(b)
	return b
}

func (p *pool) giveBack() { p.lent-- }

// both gives the rows that stand in two bitmaps.
func both(a, b bitmap) iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		for lane := range a {
			for rest := a[lane] & b[lane]; rest != 0; rest &= rest - 1 {
				if !yield(uint32(lane<<6 | bits.TrailingZeros64(rest))) {
					return
				}
			}
		}
	}
}

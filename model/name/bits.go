package name

import (
	"math/bits"
	"slices"
)

// bitmap has one bit a guest. All bitmaps of an index have the same number of lanes of 64.
type bitmap []uint64

func (b bitmap) set(i uint32)   { b[i>>6] |= 1 << (i & 63) }
func (b bitmap) clear(i uint32) { b[i>>6] &^= 1 << (i & 63) }

// add puts every bit of another bitmap in, which may have fewer lanes.
func (b bitmap) add(other bitmap) {
	b = b[:len(other)] // one check of bounds instead of one a lane
	for i, lane := range other {
		b[i] |= lane
	}
}

// count gives the number of bits set.
func (b bitmap) count() int {
	n := 0
	for _, lane := range b {
		n += bits.OnesCount64(lane)
	}
	return n
}

// posting is the guests that one word stands in: a rising list, or, when that would be longer, a bitmap.
// "Desa" and "Kepala" stand in half of all rows; as lists they would cost every query for a "d" a pass over them.
type posting struct {
	list  []uint32
	dense bitmap
}

// denseShare is the share of guests (one in 32) from which on a bitmap is the smaller form.
const denseShare = 32

// length gives a number by which the cost of reading the posting can be judged.
func (p *posting) length() int { return len(p.list) + len(p.dense) }

// into sets the bit of every guest in the posting.
func (p *posting) into(b bitmap) {
	b.add(p.dense)
	for _, i := range p.list {
		b.set(i)
	}
}

// insert adds one guest of an index with so many lanes.
func (p *posting) insert(i uint32, lanes int) {
	if p.dense == nil {
		if at, found := slices.BinarySearch(p.list, i); !found {
			p.list = slices.Insert(p.list, at, i)
		}
		// Twice the share before turning: short indexes would otherwise turn on every word.
		if len(p.list) <= 2*lanes*64/denseShare+64 {
			return
		}
		p.dense = make(bitmap, lanes)
		p.into(p.dense)
		p.list = nil
		return
	}
	// A bitmap made when the list was shorter grows when a guest beyond its end needs it.
	if need := int(i>>6) + 1; need > len(p.dense) {
		p.dense = append(p.dense, make(bitmap, need-len(p.dense))...)
	}
	p.dense.set(i)
}

// remove takes one guest out.
func (p *posting) remove(i uint32) {
	if p.dense != nil {
		if int(i>>6) < len(p.dense) {
			p.dense.clear(i)
		}
		return
	}
	if at, found := slices.BinarySearch(p.list, i); found {
		p.list = slices.Delete(p.list, at, at+1)
	}
}

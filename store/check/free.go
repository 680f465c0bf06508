package check

import "encoding/binary"

// manyFree is the count of a list so long that its first number is how long.
const manyFree = 0xFFFF

// free reads the list of free pages: numbers in order, each of a page that nobody has reached.
func (h *hand) free(at uint64) {
	p := h.alone(at)
	if p == nil {
		return
	}
	if p.flags() != freePage {
		h.bad(BadFree)
		return
	}
	list, n := p[pageHeader:], uint64(p.count())
	if n == manyFree {
		if len(list) < 8 {
			h.bad(BadFree)
			return
		}
		n, list = binary.NativeEndian.Uint64(list), list[8:]
	}
	if n > uint64(len(list))/8 {
		h.bad(BadFree)
		return
	}
	last := uint64(1)
	for i := range n {
		id := binary.NativeEndian.Uint64(list[8*i:])
		if id <= last || id >= h.w.pages || !h.w.reach(id) {
			h.bad(BadFree)
			return
		}
		last = id
	}
}

// orphans counts the pages that are neither in use nor free. They are room that is lost and no damage.
func (w *walker) orphans() {
	for n := range w.pages {
		if w.seen[n/64].Load()&(1<<(n%64)) == 0 {
			w.out.Bad[Orphan]++
		}
	}
}

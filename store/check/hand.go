package check

import "bytes"

// hand is one of those who read a file side by side: what it reads with, and what it has found.
type hand struct {
	w        *walker
	value    func(bucket string, key, value []byte) bool // nil: nobody looks at them
	window   []byte                                      // pages that stand side by side in the file
	large    []byte                                      // a page with an overflow that reaches beyond the window
	elements []element                                   // of the page in hand, used again and again

	below   []place   // the pages below those that were read
	buckets []*bucket // that were found in the tree of buckets
	pages   uint64    // that were read and not told yet
	values  int
	wrong   map[Kind]int
	damaged map[string]int // values that are not what was written, by bucket
}

// hand gives the i-th, which is made when it is first needed.
func (w *walker) hand(i int) *hand {
	for len(w.hands) <= i {
		h := &hand{w: w, wrong: make(map[Kind]int), damaged: make(map[string]int)}
		if w.o.Value != nil {
			h.value = w.o.Value()
		}
		w.hands = append(w.hands, h)
	}
	return w.hands[i]
}

func (h *hand) bad(k Kind) { h.wrong[k]++ }

// giveTo adds what was found to a result.
func (h *hand) giveTo(out *Result) {
	out.Values += h.values
	for k, n := range h.wrong {
		out.Bad[k] += n
	}
	for b, n := range h.damaged {
		out.Buckets[b] += n
	}
}

// load gives the page at a place with its overflow, which is valid until the next one. It is marked, so that none is read twice.
// What of it was read already stands in the window, which begins at a page.
func (h *hand) load(n uint64, window []byte, first uint64) page {
	w := h.w
	at := (n - first) * w.size
	p := page(window[at : at+w.size])
	more := p.overflow()
	if p.number() != n || more >= w.pages-n {
		h.bad(BadPage)
		return nil
	}
	for i := range more + 1 {
		if !w.reach(n + i) {
			h.bad(Twice)
			return nil
		}
	}
	h.pages += more + 1
	size := (more + 1) * w.size
	if at+size <= uint64(len(window)) {
		return page(window[at : at+size])
	}
	if h.large = grown(h.large, size); !h.read(h.large, n) {
		return nil
	}
	return page(h.large)
}

// read fills b from a page on.
func (h *hand) read(b []byte, from uint64) bool {
	if _, err := h.w.r.ReadAt(b, int64(from*h.w.size)); err != nil {
		h.bad(Unread)
		return false
	}
	return true
}

// alone reads a page that nothing is known of.
func (h *hand) alone(n uint64) page {
	if n < 2 || n >= h.w.pages {
		h.bad(BadPage)
		return nil
	}
	if h.window = grown(h.window, h.w.size); !h.read(h.window, n) {
		return nil
	}
	return h.load(n, h.window, n)
}

// grown is b with that many bytes, made again where it is too small for them.
func grown(b []byte, size uint64) []byte {
	if uint64(cap(b)) < size {
		return make([]byte, size)
	}
	return b[:size]
}

// judge looks at the page of a place, and notes what is below it. All keys have to be at least low and before high, where those
// are given.
func (h *hand) judge(at place, p page, top, quick bool) {
	var ok bool
	h.elements, ok = p.elements(h.elements[:0])
	all := h.elements
	if !ok || len(all) == 0 && (p.flags() == branchPage || !top) {
		h.bad(BadPage)
		return
	}
	if len(all) > 0 && (at.low != nil && bytes.Compare(all[0].key, at.low) < 0 ||
		at.high != nil && bytes.Compare(all[len(all)-1].key, at.high) >= 0) {
		h.bad(BadOrder)
		return
	}
	if p.flags() == branchPage {
		h.branch(at, p, quick)
		return
	}
	for _, e := range all {
		h.leaf(at.in, e)
	}
}

// branch notes the pages below one. Their bounds are its keys, which have to last until those are read.
func (h *hand) branch(at place, p page, quick bool) {
	h.elements, _ = page(bytes.Clone(p)).elements(h.elements[:0])
	for i, e := range h.elements {
		last := i == len(h.elements)-1
		if quick && !last {
			continue
		}
		below := place{page: e.child, in: at.in, low: e.key, high: at.high}
		if !last {
			below.high = h.elements[i+1].key
		}
		h.below = append(h.below, below)
	}
}

// leaf looks at one element: a bucket in the tree of buckets, and a value anywhere else.
func (h *hand) leaf(in *bucket, e element) {
	switch {
	case e.bucket != (in == nil):
		// Buckets stand in their tree alone, and nothing else does.
		h.bad(Strange)
	case in == nil:
		h.buckets = append(h.buckets, &bucket{string(e.key), bytes.Clone(e.value)})
	default:
		h.values++
		if h.value != nil && !h.value(in.name, e.key, e.value) {
			h.bad(BadValue)
			h.damaged[in.name]++
		}
	}
}

// small looks at a bucket that has no page of its own.
func (h *hand) small(b *bucket) {
	p := page(b.value[16:])
	if len(p) < pageHeader || p.flags() != leafPage {
		h.bad(NoBucket)
		return
	}
	elements, ok := p.elements(nil)
	if !ok {
		h.bad(BadPage)
	}
	for _, e := range elements {
		h.leaf(b, e)
	}
}

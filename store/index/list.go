package index

// list says where the postings of one term in one source are.
type list struct {
	df     int
	inline []byte // the first document, then the only block; nil: the list has blocks of its own
	seg    uint32
	no     uint32
	doc    uint32   // of an entry that waits: its document
	entry  *Posting // and its posting; then df is 1
}

// lists are the postings of one term in one source; an entry that waits is a list of its own, so there may be many.
type walker struct {
	block
	r        Reader
	list     list
	cur      Cursor
	done     bool
	hurt     int // blocks that could not be read
	part     []byte
	key      [12]byte
	rest     []byte // the places from the posting at placed on
	placed   int
	placedIn uint32 // of the block that begins with this document
	unready  bool   // the block's head was read and its postings were not
}

// open begins a walk through a list, before its first block.
func (w *walker) open(r Reader, l list) {
	w.r, w.list, w.cur, w.done, w.hurt, w.placedIn, w.unready = r, l, nil, false, 0, 0, false
}

// next goes to the next block; false at the end.
func (w *walker) next() bool {
	switch {
	case w.done:
		return false
	case w.list.entry != nil:
		w.done = true
		w.single()
		return true
	case w.list.inline != nil:
		w.done = true
		return w.whole()
	case w.cur == nil:
		w.cur = w.r.Cursor(Posts)
		return w.take(w.cur.Seek(w.at(0)))
	}
	return w.take(w.cur.Next())
}

// seek goes to the first block that can hold doc or a later one, from where it stands or beyond; false when there is none.
func (w *walker) seek(doc uint32) bool {
	if w.cur == nil || w.done {
		return w.next()
	}
	// Mostly it is the next one.
	if !w.next() {
		return false
	}
	if w.last >= doc {
		return true
	}
	k, v, err := w.cur.Seek(w.at(doc))
	if err == nil && k != nil && w.ours(k) && at32(k, 8) == doc {
		return w.take(k, v, nil)
	}
	return w.take(w.cur.Prev())
}

// goTo goes to the block that begins with a document, which is one after where it stands; false when it cannot be read.
func (w *walker) goTo(first uint32) bool {
	if w.cur != nil && !w.done && w.first == first {
		return true
	}
	if w.cur == nil {
		w.cur = w.r.Cursor(Posts)
	}
	k, v, err := w.cur.Seek(w.at(first))
	if err != nil || k == nil || !w.ours(k) || at32(k, 8) != first {
		w.hurt++
		return false
	}
	part, ok := w.head(first, v)
	if w.part, w.unready = part, true; !ok {
		w.hurt++
	}
	return ok
}

func (w *walker) at(doc uint32) []byte {
	copy(w.key[:], key32(w.list.seg, w.list.no, doc))
	return w.key[:]
}

func (w *walker) ours(k []byte) bool {
	return len(k) == 12 && at32(k, 0) == w.list.seg && at32(k, 4) == w.list.no
}

// take reads the block under a key, and passes over those that are damaged.
func (w *walker) take(k, v []byte, err error) bool {
	for ; k != nil && w.ours(k); k, v, err = w.cur.Next() {
		if err == nil {
			if part, ok := w.head(at32(k, 8), v); ok {
				w.part, w.unready = part, true
				return true
			}
		}
		w.hurt++
	}
	w.done = true
	return false
}

// load reads the postings of the block; false when they are damaged.
func (w *walker) load() bool {
	if !w.unready {
		return true
	}
	w.unready = false
	if !w.unpack(w.part) {
		w.hurt++
		return false
	}
	return true
}

func (w *walker) whole() bool {
	r := reader{b: w.list.inline}
	first := uint32(r.small(1 << 32))
	if r.bad || !w.read(first, r.b) {
		w.hurt++
		return false
	}
	w.unready = false
	return true
}

func (w *walker) single() {
	w.n, w.first, w.last, w.bounds = 1, w.list.doc, w.list.doc, w.bounds[:0]
	w.docs[0], w.counts[0] = w.list.doc, w.list.entry.Count
	w.positions, w.unready = nil, false
}

// places are where the term stands in the posting at i, appended to dst. It goes on from the posting of the last call where
// that is before i in the same block.
func (w *walker) places(i int, dst []uint32) []uint32 {
	if w.list.entry != nil {
		return append(dst, w.list.entry.At...)
	}
	if w.placed > i || w.placedIn != w.first {
		w.placed, w.placedIn, w.rest = 0, w.first, w.positions
	}
	for ; w.placed < i; w.placed++ {
		_, rest, ok := skipPlaces(w.rest)
		if !ok {
			return dst
		}
		w.rest = rest
	}
	r := reader{b: w.rest}
	return r.places(dst)
}

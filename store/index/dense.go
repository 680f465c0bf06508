package index

import "math/bits"

// dense is a long list of one segment, taken apart: searches ask for the same common words again and again, and this is read
// several times faster than blocks. Documents are numbered within the segment. It never changes.
type dense struct {
	bits   []uint64          // the documents
	ranks  []uint32          // how many postings come before each of these words
	counts []uint8           // by posting; manyTimes: it stands in more
	more   map[uint32]uint32 // by posting
	firsts []uint32          // the first document of each block of blockSize postings
	bounds []bound           // of all blocks, in their order
	ends   []uint32          // by block, where its bounds end
	df     int               // postings of what it was made of
	most   int               // of the most frequent term in it
}

// manyTimes is a count that one byte does not hold.
const manyTimes = 255

// longList is how many postings a list has at the least to be worth taking apart, in a segment of n documents: a shorter one takes
// less to read than its bits take room.
func (c *Cache) longList(n int) int {
	if c.long > 0 {
		return c.long
	}
	return max(1024, n/64)
}

// size is about how many bytes it takes.
func (d *dense) size() int {
	return 8*len(d.bits) + 4*len(d.ranks) + len(d.counts) + 4*len(d.firsts) + 4*len(d.ends) + 8*len(d.bounds) + 32*len(d.more) + 200
}

// add appends a posting; documents come in their order.
func (d *dense) add(doc, count uint32) {
	if len(d.counts)%blockSize == 0 {
		d.firsts = append(d.firsts, doc)
	}
	d.bits[doc/64] |= 1 << (doc % 64)
	if count >= manyTimes {
		if d.more == nil {
			d.more = make(map[uint32]uint32)
		}
		d.more[uint32(len(d.counts))] = count
		count = manyTimes
	}
	d.counts = append(d.counts, uint8(count))
}

// bound ends a block.
func (d *dense) bound(bs []bound) {
	d.bounds = append(d.bounds, bs...)
	d.ends = append(d.ends, uint32(len(d.bounds)))
}

// rank counts what comes before each word, once all postings are there.
func (d *dense) rank() {
	d.ranks = make([]uint32, len(d.bits))
	n := uint32(0)
	for j, w := range d.bits {
		d.ranks[j] = n
		n += uint32(bits.OnesCount64(w))
	}
}

// times is how often the document has the term; 0 where it has it not.
func (d *dense) times(doc uint32) uint32 {
	w, bit := d.bits[doc/64], uint64(1)<<(doc%64)
	if w&bit == 0 {
		return 0
	}
	return d.at(d.ranks[doc/64] + uint32(bits.OnesCount64(w&(bit-1))))
}

// at is the count of a posting.
func (d *dense) at(posting uint32) uint32 {
	if n := d.counts[posting]; n != manyTimes {
		return uint32(n)
	}
	return d.more[posting]
}

// place is the number of the document's posting, and whether it has one.
func (d *dense) place(doc uint32) (posting uint32, ok bool) {
	w, bit := d.bits[doc/64], uint64(1)<<(doc%64)
	return d.ranks[doc/64] + uint32(bits.OnesCount64(w&(bit-1))), w&bit != 0
}

// of are the bounds of a block.
func (d *dense) of(block int) []bound {
	from := uint32(0)
	if block > 0 {
		from = d.ends[block-1]
	}
	return d.bounds[from:d.ends[block]]
}

// last is the last document that a block can have.
func (d *dense) last(block int) uint32 {
	if block+1 < len(d.firsts) {
		return d.firsts[block+1] - 1
	}
	return uint32(len(d.bits)*64 - 1)
}

// each calls f with the documents of a block.
func (d *dense) each(block int, f func(doc, count uint32)) {
	first, p := d.firsts[block], uint32(block*blockSize)
	end := min(p+blockSize, uint32(len(d.counts)))
	j := first / 64
	for w := d.bits[j] &^ (1<<(first%64) - 1); p < end; w = d.bits[j] {
		for ; w != 0 && p < end; w &= w - 1 {
			f(j*64+uint32(bits.TrailingZeros64(w)), d.at(p))
			p++
		}
		j++
		if int(j) >= len(d.bits) {
			return
		}
	}
}

// takeApart reads a whole list of a segment; nil where some of it cannot be read.
func (s *Snapshot) takeApart(x *source, l list) *dense {
	d := &dense{
		bits: make([]uint64, x.n/64+1), counts: make([]uint8, 0, l.df), firsts: make([]uint32, 0, l.df/blockSize+1), df: l.df, most: l.df,
		ends: make([]uint32, 0, l.df/blockSize+1),
	}
	w := &s.walk
	w.open(s.r, l)
	for w.next() {
		if !w.load() || w.first < x.from || w.last-x.from >= uint32(x.n) || len(d.counts)%blockSize != 0 {
			return nil
		}
		for i, doc := range w.docs[:w.n] {
			d.add(doc-x.from, w.counts[i])
		}
		d.bound(w.bounds)
	}
	if w.hurt > 0 || len(d.counts) != l.df {
		return nil
	}
	d.rank()
	return d
}

// together makes one list of several whose terms count the same: of each document the most frequent of its terms is all that
// matters then. Nil where some of it cannot be read.
func (s *Snapshot) together(x *source, lists []list) *dense {
	d := &dense{bits: make([]uint64, x.n/64+1)}
	times := cleared(s.times, x.n)
	s.times = times
	w := &s.walk
	for _, l := range lists {
		d.df += l.df
		d.most = max(d.most, l.df)
		w.open(s.r, l)
		for w.next() {
			if !w.load() || w.first < x.from || w.last-x.from >= uint32(x.n) {
				return nil
			}
			for i, doc := range w.docs[:w.n] {
				times[doc-x.from] = max(times[doc-x.from], w.counts[i])
			}
		}
		if w.hurt > 0 {
			return nil
		}
	}
	var block [blockSize]posting
	var few [8]bound
	n := 0
	for doc, count := range times {
		if count == 0 {
			continue
		}
		d.add(uint32(doc), count)
		block[n] = posting{count: count, length: x.length[doc]}
		if n++; n == blockSize {
			d.bound(boundsOf(few[:0], block[:n]))
			n = 0
		}
	}
	if n > 0 {
		d.bound(boundsOf(few[:0], block[:n]))
	}
	d.rank()
	return d
}

package index

import (
	"encoding/binary"
	"slices"
)

// blockSize is how many postings one block holds at the most.
const blockSize = 128

// A block of postings:
//
//	count-1 (1), bounds (uvarint), for each bound: how often the term is in a document, words of that document (uvarint),
//	last document - first (uvarint), length of the first part (uvarint),
//	first part: for each posting distance<<1 | count is 1, the count unless it is,
//	second part, unless the term has no places: for each posting its places
//
// The first document stands in the key, or before the block where it stands with its term. Bounds are of those documents than
// which no other has the term more often among fewer words: none of the block scores more than the best of these.
type block struct {
	n         int
	first     uint32
	last      uint32
	bounds    []bound // those of the block; until the next is read
	docs      [blockSize]uint32
	counts    [blockSize]uint32
	positions []byte
}

// bound is a document that may be the best of its block.
type bound struct {
	count  uint32
	length uint16
}

// boundsOf are the documents that no other beats at both, the most frequent first.
func boundsOf(dst []bound, ps []posting) []bound {
	dst = dst[:0]
	for _, p := range ps {
		b := bound{p.count, p.length}
		if slices.ContainsFunc(dst, func(o bound) bool { return o.count >= b.count && o.length <= b.length }) {
			continue
		}
		dst = slices.DeleteFunc(dst, func(o bound) bool { return o.count <= b.count && o.length >= b.length })
		dst = append(dst, b)
	}
	return dst
}

// posting is one posting on its way into a block; its places are written already.
type posting struct {
	doc    uint32
	count  uint32
	length uint16 // of the document
	places []byte
}

// appendBlock writes at most blockSize postings, in the order of their documents.
func appendBlock(b []byte, ps []posting) []byte {
	var few [8]bound
	var first [blockSize * 2 * binary.MaxVarintLen32]byte
	part := first[:0]
	before := ps[0].doc
	for _, p := range ps {
		n := uint64(p.doc-before) << 1
		before = p.doc
		if p.count == 1 {
			part = binary.AppendUvarint(part, n|1)
			continue
		}
		part = binary.AppendUvarint(part, n)
		part = binary.AppendUvarint(part, uint64(p.count))
	}
	b = append(b, byte(len(ps)-1))
	bounds := boundsOf(few[:0], ps)
	b = binary.AppendUvarint(b, uint64(len(bounds)))
	for _, x := range bounds {
		b = binary.AppendUvarint(b, uint64(x.count))
		b = binary.AppendUvarint(b, uint64(x.length))
	}
	b = binary.AppendUvarint(b, uint64(before-ps[0].doc))
	b = binary.AppendUvarint(b, uint64(len(part)))
	b = append(b, part...)
	for _, p := range ps {
		b = append(b, p.places...)
	}
	return b
}

// head reads what a block says of itself and leaves its postings in rest.
func (x *block) head(first uint32, body []byte) (part []byte, ok bool) {
	r := reader{b: body}
	x.n = int(r.byte()) + 1
	x.bounds = x.bounds[:0]
	for range r.small(blockSize + 1) {
		x.bounds = append(x.bounds, bound{uint32(r.small(1 << 32)), uint16(r.small(1 << 16))})
	}
	x.first = first
	last := uint64(first) + r.uvarint()
	part = r.text()
	x.positions = r.b
	x.last = uint32(last)
	return part, !r.bad && x.n <= blockSize && last < 1<<32
}

// read takes a whole block apart.
func (x *block) read(first uint32, body []byte) bool {
	part, ok := x.head(first, body)
	return ok && x.unpack(part)
}

// unpack reads the postings. It is where searching spends its time.
func (x *block) unpack(part []byte) bool {
	doc, i := x.first, 0
	for k := 0; k < x.n; k++ {
		if i >= len(part) {
			return false
		}
		n := uint32(part[i])
		i++
		if n >= 0x80 {
			v, size := binary.Uvarint(part[i-1:])
			if size <= 0 || v >= 1<<33 {
				return false
			}
			i += size - 1
			if uint64(doc)+v>>1 > uint64(x.last) {
				return false
			}
			doc += uint32(v >> 1)
			n = uint32(v & 1)
		} else {
			doc += n >> 1
			n &= 1
		}
		x.docs[k] = doc
		if n != 0 {
			x.counts[k] = 1
			continue
		}
		v, size := binary.Uvarint(part[i:])
		if size <= 0 || v >= 1<<32 {
			return false
		}
		i += size
		x.counts[k] = uint32(v)
	}
	return i == len(part) && doc == x.last
}

// skipPlaces gives the bytes of one posting's places and what follows. The last place has the lowest bit of its first byte set.
func skipPlaces(b []byte) (one, rest []byte, ok bool) {
	for i := 0; i < len(b); {
		last := b[i]&1 != 0
		for i < len(b) && b[i] >= 0x80 {
			i++
		}
		i++
		if last && i <= len(b) {
			return b[:i], b[i:], true
		}
	}
	return nil, nil, false
}

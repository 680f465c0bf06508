package index

import (
	"encoding/binary"
)

// blockSize is how many postings one block holds at the most.
const blockSize = 128

// A block of postings:
//
//	count-1 (1), greatest count of a document (uvarint), fewest words of a document (uvarint), last document - first (uvarint),
//	length of the first part (uvarint), first part: for each posting distance<<1 | count is 1, the count unless it is,
//	second part, unless the term has no places: for each posting its places
//
// The first document stands in the key, or before the block where it stands with its term. The greatest count and the fewest
// words bound what any document of the block can score.
type block struct {
	n         int
	first     uint32
	last      uint32
	most      uint32 // the greatest count of any document
	shortest  uint16 // the fewest words of any
	docs      [blockSize]uint32
	counts    [blockSize]uint32
	positions []byte
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
	most, shortest := uint32(0), uint16(1<<16-1)
	var first [blockSize * 2 * binary.MaxVarintLen32]byte
	part := first[:0]
	before := ps[0].doc
	for _, p := range ps {
		most, shortest = max(most, p.count), min(shortest, p.length)
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
	b = binary.AppendUvarint(b, uint64(most))
	b = binary.AppendUvarint(b, uint64(shortest))
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
	x.most, x.shortest = uint32(r.small(1<<32)), uint16(r.small(1<<16))
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

// skipPlaces gives the bytes of one posting's places and what follows.
func skipPlaces(b []byte) (one, rest []byte, ok bool) {
	for i := 0; i < len(b); {
		n, size := binary.Uvarint(b[i:])
		if size <= 0 {
			return nil, nil, false
		}
		i += size
		if n&1 != 0 {
			return b[:i], b[i:], true
		}
	}
	return nil, nil, false
}

package check

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// A page begins with its number (8 bytes), flags (2), count (2) and overflow (4: how many pages more it takes). Then stand
// count elements of 16 bytes, and behind them their keys and values in the same order without a gap:
//
//	branch: position, length of the key (4 each), page (8)
//	leaf:   flags (4; 1: the value is a bucket), position, length of the key, length of the value (4 each)
//
// Positions count from the element itself.
const (
	pageHeader  = 16
	elementSize = 16
	branchPage  = 0x01
	leafPage    = 0x02
	freePage    = 0x10
	bucketLeaf  = 0x01
	mostKey     = 32 << 10
)

// page is one page with its overflow, as bytes.
type page []byte

func (p page) number() uint64   { return binary.NativeEndian.Uint64(p) }
func (p page) flags() uint16    { return binary.NativeEndian.Uint16(p[8:]) }
func (p page) count() int       { return int(binary.NativeEndian.Uint16(p[10:])) }
func (p page) overflow() uint64 { return uint64(binary.NativeEndian.Uint32(p[12:])) }

// element is one entry of a branch or a leaf.
type element struct {
	key    []byte
	value  []byte // of a leaf
	child  uint64 // of a branch
	bucket bool   // the value is a bucket
}

// elements takes a page apart, into room that may be given; ok is false when anything lies where bbolt would not have put it.
func (p page) elements(room []element) (out []element, ok bool) {
	leaf := p.flags() == leafPage
	at := pageHeader + p.count()*elementSize
	if (!leaf && p.flags() != branchPage) || at > len(p) {
		return nil, false
	}
	out = slices.Grow(room[:0], p.count())[:p.count()]
	for i := range out {
		if at, ok = p.element(&out[i], i, at, leaf); !ok || i > 0 && bytes.Compare(out[i-1].key, out[i].key) >= 0 {
			return nil, false
		}
	}
	return out, true
}

// element reads the i-th entry, whose key has to stand at a place; next is where the next one's has to.
func (p page) element(e *element, i, at int, leaf bool) (next int, ok bool) {
	head := pageHeader + i*elementSize
	h := p[head : head+elementSize]
	order := binary.NativeEndian
	var pos, keySize, valueSize uint64
	if leaf {
		flags := order.Uint32(h)
		pos, keySize, valueSize = uint64(order.Uint32(h[4:])), uint64(order.Uint32(h[8:])), uint64(order.Uint32(h[12:]))
		if e.bucket = flags == bucketLeaf; flags > bucketLeaf {
			return 0, false
		}
	} else {
		pos, keySize, e.child = uint64(order.Uint32(h)), uint64(order.Uint32(h[4:])), order.Uint64(h[8:])
	}
	end := uint64(at) + keySize + valueSize
	if uint64(head)+pos != uint64(at) || keySize == 0 || keySize > mostKey || end > uint64(len(p)) {
		return 0, false
	}
	e.key = p[at : at+int(keySize)]
	e.value = p[at+int(keySize) : end]
	return int(end), true
}

func uint32At(b []byte, at int) uint32 { return binary.NativeEndian.Uint32(b[at:]) }

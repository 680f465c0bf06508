package check

import (
	"encoding/binary"
	"hash/fnv"
	"io"
	"os"
)

// A bbolt file begins with two pages of the same form, which commits write in turn. Behind the page's header of 16 bytes stand,
// in the machine's own byte order:
//
//	magic, version, page size, flags (4 each); root, its sequence, freelist, pages in use, transaction, checksum (8 each)
//
// The checksum is FNV-1a of what stands before it.
const (
	boltMagic    = 0xED0CDAED
	boltVersion  = 2
	metaSize     = 64
	metaSum      = 56
	smallestPage = 512
	largestPage  = 64 << 10
	mostPages    = 1 << 40
)

// Meta is what one of the two pages says.
type Meta struct {
	PageSize    int
	Root        uint64 // the page where the tree of buckets begins
	Freelist    uint64 // the page where the list of free pages begins
	Pages       uint64 // as many pages belong to the file
	Transaction uint64
}

// Metas are the two first pages of a file, of which the one with the later transaction counts.
type Metas struct {
	Newest Meta
	Sound  int // how many of the two are whole: 0, 1 or 2
	Stale  bool
}

// ReadMetas reads both. With none sound the file is no bbolt file, or one that has lost both.
func ReadMetas(r io.ReaderAt) (m Metas) {
	first, ok := readMeta(r, 0)
	if ok {
		m.Newest, m.Sound = first, 1
	}
	// The first page may be torn by a power cut; the second then stands where the usual page sizes put it.
	sizes := []int{first.PageSize}
	if !ok {
		sizes = []int{4096, os.Getpagesize(), 16 << 10, 64 << 10, 8192}
	}
	for _, size := range sizes {
		second, sound := readMeta(r, int64(size))
		if !sound || second.PageSize != size {
			continue
		}
		if m.Sound == 1 {
			low, high := min(first.Transaction, second.Transaction), max(first.Transaction, second.Transaction)
			// Commits write the two in turn: anything but neighbours is a page from another time.
			m.Stale = high != low+1
		}
		if m.Sound == 0 || second.Transaction > m.Newest.Transaction {
			m.Newest = second
		}
		m.Sound++
		return m
	}
	return m
}

// readMeta reads one of the two; ok is false when it is none, or torn.
func readMeta(r io.ReaderAt, at int64) (m Meta, ok bool) {
	var b [metaSize]byte
	if _, err := r.ReadAt(b[:], at+pageHeader); err != nil {
		return m, false
	}
	order := binary.NativeEndian
	m = Meta{
		PageSize: int(order.Uint32(b[8:])), Root: order.Uint64(b[16:]), Freelist: order.Uint64(b[32:]),
		Pages: order.Uint64(b[40:]), Transaction: order.Uint64(b[48:]),
	}
	sum := fnv.New64a()
	sum.Write(b[:metaSum])
	sound := order.Uint32(b[:]) == boltMagic && order.Uint32(b[4:]) == boltVersion &&
		m.PageSize >= smallestPage && m.PageSize <= largestPage && m.PageSize&(m.PageSize-1) == 0 && m.Pages < mostPages
	return m, sound && sum.Sum64() == order.Uint64(b[metaSum:])
}

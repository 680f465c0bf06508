package store

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"io"
	"os"

	"hadir/model"
)

// A bbolt file begins with two pages of the same form, which commits write in turn. Behind the page's header of 16 bytes stand,
// in the machine's own byte order:
//
//	magic, version, page size, flags (4 each); root, its sequence, freelist, pages in use, transaction, checksum (8 each)
//
// The checksum is FNV-1a of what stands before it.
const (
	boltMagic    = 0xED0CDAED
	metaAt       = 16
	metaSize     = 64
	metaSum      = 56
	smallestPage = 512
	largestPage  = 64 << 10
)

// boltMeta is what one of the two pages says.
type boltMeta struct {
	pageSize    uint32
	pages       uint64 // as many pages belong to the file
	transaction uint64
}

// looksLikeDatabase reads what bbolt would read first, and compares it with the length of the file: bbolt maps a file
// without asking, and one that was cut short takes the process with it when a lost page is touched. A file that is none of
// ours is [ErrNotDatabase], one that was cut short is [model.ErrDamaged].
func looksLikeDatabase(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return classify(err)
	}
	// Reading is all that was done with it.
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return classify(err)
	}
	first, ok := readMeta(f, 0)
	newest := first
	// The first page may be torn by a power cut; the second then stands where the usual page sizes put it.
	sizes := []uint32{first.pageSize}
	if !ok {
		sizes = []uint32{4096, uint32(os.Getpagesize()), 16 << 10}
	}
	for _, size := range sizes {
		if second, sound := readMeta(f, int64(size)); sound && second.pageSize == size {
			if !ok || second.transaction > newest.transaction {
				newest = second
			}
			ok = true
		}
	}
	switch {
	case !ok:
		return ErrNotDatabase
	case uint64(info.Size()) < newest.pages*uint64(newest.pageSize):
		return fmt.Errorf("the file was cut short: %w", model.ErrDamaged)
	}
	return nil
}

// readMeta reads one of the two pages; ok is false when it is none, or torn.
func readMeta(f io.ReaderAt, at int64) (m boltMeta, ok bool) {
	var b [metaSize]byte
	if _, err := f.ReadAt(b[:], at+metaAt); err != nil || binary.NativeEndian.Uint32(b[:]) != boltMagic {
		return m, false
	}
	m = boltMeta{
		pageSize: binary.NativeEndian.Uint32(b[8:]), pages: binary.NativeEndian.Uint64(b[40:]),
		transaction: binary.NativeEndian.Uint64(b[48:]),
	}
	sum := fnv.New64a()
	sum.Write(b[:metaSum])
	sound := m.pageSize >= smallestPage && m.pageSize <= largestPage && m.pages < 1<<40
	return m, sound && sum.Sum64() == binary.NativeEndian.Uint64(b[metaSum:])
}

package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
)

const pageSize = 4096

// anyByte flips one bit of one byte, anywhere in what the file has in use.
func anyByte(c *run) error {
	f, err := c.spent(40)
	if err != nil {
		return err
	}
	n := len(f.files[dayName].b)
	return c.flips(f, func(int) (int, byte, bool) { return c.rand.IntN(n), 1 << c.rand.IntN(8), true })
}

// headerByte changes a byte of a page's header or table of elements.
func headerByte(c *run) error {
	f, err := c.spent(40)
	if err != nil {
		return err
	}
	b := f.files[dayName].b
	return c.flips(f, func(int) (int, byte, bool) { return headerAt(b, c.rand), byte(1 + c.rand.IntN(255)), true })
}

func headerAt(b []byte, r *rand.Rand) int {
	page := r.IntN(len(b)/pageSize) * pageSize
	elements := int(binary.NativeEndian.Uint16(b[page+10:]))
	return page + r.IntN(min(16+16*elements, pageSize))
}

// metaByte changes each of the first 80 bytes of both meta pages to each other value.
func metaByte(c *run) error {
	f, err := c.spent(20)
	if err != nil {
		return err
	}
	return c.flips(f, func(i int) (int, byte, bool) {
		if c.n < 2*80*255 {
			// A small run takes some of them.
			i = c.rand.IntN(2 * 80 * 255)
		}
		at := i / 255
		return at/80*pageSize + at%80, byte(1 + i%255), at < 160
	})
}

// zeroPage makes a page nothing but zeros.
func zeroPage(c *run) error {
	f, err := c.spent(40)
	if err != nil {
		return err
	}
	if err := c.untouched(f); err != nil {
		return err
	}
	whole := f.files[dayName]
	for range c.n {
		b := bytes.Clone(whole.b)
		page := c.rand.IntN(len(b)/pageSize) * pageSize
		clear(b[page : page+pageSize])
		if err := c.damaged(f, map[string]image{dayName: {b, whole.n}}, true, fmt.Sprintf("page %d", page/pageSize)); err != nil {
			return err
		}
	}
	return nil
}

// cutLength cuts the file at lengths from nothing to whole.
func cutLength(c *run) error {
	f, err := c.spent(40)
	if err != nil {
		return err
	}
	if err := c.untouched(f); err != nil {
		return err
	}
	whole := f.files[dayName]
	for i := range c.n {
		n := len(whole.b) * i / c.n
		if err := c.damaged(f, map[string]image{dayName: {whole.b[:n], int64(n)}}, true, fmt.Sprintf("%d bytes", n)); err != nil {
			return err
		}
	}
	return nil
}

package main

import (
	"bytes"
	"fmt"
	"path/filepath"
)

// oneFile damages or removes one file of the folder: nothing may be lost.
func oneFile(c *run) error { return c.someFiles(1, true) }

// twoFiles damages or removes two: what is lost is told, and nothing is destroyed.
func twoFiles(c *run) error {
	if err := c.silence(); err != nil {
		return err
	}
	return c.someFiles(2, false)
}

func (c *run) someFiles(k int, lossless bool) error {
	var f *folder
	for i := range c.n {
		if i%100 == 0 {
			var err error
			if f, err = c.spent(30 + c.rand.IntN(20)); err != nil {
				return err
			}
			if err := c.untouched(f); err != nil {
				return err
			}
		}
		changed := map[string]image{}
		what := ""
		for _, j := range c.rand.Perm(len(f.names))[:k] {
			name := f.names[j]
			i, how := c.harm(f.files[name])
			changed[name] = i
			what += fmt.Sprintf("%s %s; ", filepath.Base(name), how)
		}
		if err := c.damaged(f, changed, lossless, what); err != nil {
			return err
		}
	}
	return nil
}

// harm damages a file in one of the ways that files are damaged.
func (c *run) harm(i image) (image, string) {
	b := bytes.Clone(i.b)
	if len(b) == 0 {
		return image{n: -1}, "missing"
	}
	at := c.rand.IntN(len(b))
	switch c.rand.IntN(6) {
	case 0:
		return image{n: -1}, "missing"
	case 1:
		return image{b[:at], int64(at)}, fmt.Sprintf("cut at %d of %d", at, len(b))
	case 2:
		b[at] ^= 1 << c.rand.IntN(8)
		return image{b, i.n}, fmt.Sprintf("byte %d of %d", at, len(b))
	case 3:
		at = at / pageSize * pageSize
		clear(b[at:min(at+pageSize, len(b))])
		return image{b, i.n}, fmt.Sprintf("page at %d of %d zeroed", at, len(b))
	case 4:
		for j := at; j < min(at+200, len(b)); j++ {
			b[j] = byte(c.rand.Uint32())
		}
		return image{b, i.n}, fmt.Sprintf("garbage at %d of %d", at, len(b))
	}
	return image{}, "empty"
}

// silence is the negative control: a whole folder that is gone leaves a new, empty database without a word, and has to be
// counted as lost without one.
func (c *run) silence() error {
	f, err := c.spent(20)
	if err != nil {
		return err
	}
	gone := map[string]image{}
	for _, name := range f.names {
		gone[name] = image{n: -1}
	}
	control := &run{dir: c.dir, rand: c.rand, counts: map[string]int{}}
	if err := control.damaged(f, gone, false, "everything"); err != nil {
		return err
	}
	if c.counts["control caught"] = control.counts["BAD"]; control.counts["BAD"] != 1 {
		c.broken("the control, a folder that is gone, was not caught")
	}
	return nil
}

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// folder is a database's folder, in memory, after a day that ended in order.
type folder struct {
	dir   string
	files map[string]image // by path within it
	names []string
	o     *oracle
}

// spent is a folder after a day's work.
func (c *run) spent(steps int) (*folder, error) {
	dir, err := c.folder("day")
	if err != nil {
		return nil, err
	}
	f := &folder{dir: dir, files: map[string]image{}}
	if f.o, err = spend(dir, c.rand.Uint64(), steps, nil, nil); err != nil {
		return nil, err
	}
	err = filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || strings.HasSuffix(path, ".lock") {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, _ := strings.CutPrefix(path, dir+string(filepath.Separator))
		n := int64(len(b))
		f.files[rel] = image{bytes.TrimRight(b, "\x00"), n}
		f.names = append(f.names, rel)
		return nil
	})
	slices.Sort(f.names)
	return f, err
}

// write makes the folder as it was, with some files in another form; one whose image has a negative length is missing.
func (f *folder) write(dir string, changed map[string]image) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	for name, i := range f.files {
		if other, ok := changed[name]; ok {
			i = other
		}
		if i.n < 0 {
			continue
		}
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return err
		}
		if err := writeSparse(path, i); err != nil {
			return err
		}
	}
	return nil
}

// kept reports whether a changed file's bytes still stand somewhere in the folder.
func kept(dir string, i image) bool {
	if i.n < 0 {
		return true
	}
	found := errors.New("found")
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err != nil || info.Size() != i.n {
			return err
		}
		b, err := os.ReadFile(path)
		if err == nil && bytes.Equal(bytes.TrimRight(b, "\x00"), bytes.TrimRight(i.b, "\x00")) {
			return found
		}
		return err
	})
	return errors.Is(err, found)
}

// damaged tries one changed folder: one is how many files may be changed with nothing lost.
func (c *run) damaged(f *folder, changed map[string]image, lossless bool, what string) error {
	dir := filepath.Join(c.dir, "case")
	if err := f.write(dir, changed); err != nil {
		return err
	}
	c.count("cases")
	var s *seen
	err := within(context.Background(), func() (err error) {
		s, err = look(dir, true)
		return err
	})
	c.judgeDamage(f, s, err, lossless, what)
	if lossless {
		return nil
	}
	if s == nil || !slices.ContainsFunc(s.notices, func(n model.Notice) bool { return n.File != "" }) {
		// It was good enough to go on with.
		return nil
	}
	for name, i := range changed {
		// A log that is damaged stays where it is; a database is kept under another name.
		if !kept(dir, i) && strings.HasSuffix(name, ".db") {
			c.broken("%s: %s as it was is nowhere any more", what, name)
		}
	}
	return nil
}

func (c *run) judgeDamage(f *folder, s *seen, err error, lossless bool, what string) {
	if err != nil {
		if errors.Is(err, model.ErrDamaged) && !lossless {
			c.count("refused with words")
			return
		}
		c.broken("%s: %v", what, err)
		return
	}
	lost := f.o.missing(s)
	switch {
	case lost > 0 && lossless:
		c.broken("%s: %d of %d lost; %v", what, lost, len(f.o.acked), s.notices)
	case lost > 0 && !s.told(model.NoticeLost, model.NoticeUnproved, model.NoticeDoubtful):
		c.broken("%s: %d lost without a word; %v", what, lost, s.notices)
	case lost > 0:
		c.count("lost and said so")
	case !s.checked.Sound() && len(s.notices) == 0:
		c.count("found by the full check alone")
	case len(s.notices) > 0:
		c.count("mended and said so")
	default:
		c.count("harmless")
	}
}

// bytesAt are the pages of a database that are used, from a table of what to change.
func (c *run) flips(f *folder, at func(i int) (offset int, bit byte, ok bool)) error {
	whole := f.files[dayName]
	if err := c.untouched(f); err != nil {
		return err
	}
	silent := 0
	for i := range c.n {
		offset, bit, ok := at(i)
		if !ok {
			break
		}
		b := bytes.Clone(whole.b)
		if offset >= len(b) {
			b = append(b, make([]byte, offset-len(b)+1)...)
		}
		b[offset] ^= bit
		if i < 200 && boltSees(c, b, whole.n) {
			silent++
		}
		if err := c.damaged(f, map[string]image{dayName: {b, whole.n}}, true, fmt.Sprintf("byte %d ^ %#x", offset, bit)); err != nil {
			return err
		}
	}
	c.counts["control: opened by bbolt alone, of the first 200"] = silent
	return nil
}

// untouched is the positive control: a folder to which nothing was done opens without a word. And the negative one: where something is
// asked for that was never written, it is counted as lost.
func (c *run) untouched(f *folder) error {
	dir := filepath.Join(c.dir, "case")
	if err := f.write(dir, nil); err != nil {
		return err
	}
	s, err := look(dir, true)
	if err != nil || len(s.notices) > 0 || !s.checked.Sound() || f.o.missing(s) > 0 {
		c.broken("the control, a folder as it was: %v, %+v", err, s)
	}
	control := &run{dir: c.dir, rand: c.rand, counts: map[string]int{}}
	more := &folder{f.dir, f.files, f.names, &oracle{acked: append(slices.Clone(f.o.acked), model.ID{0xFF})}}
	control.judgeDamage(more, s, err, true, "asked for what was never written")
	if control.counts["BAD"] != 1 {
		c.broken("the control, which asks for what was never written, was not caught")
	}
	c.counts["control caught, of what was never written"] += control.counts["BAD"]
	return nil
}

// boltSees reports whether bbolt alone opens a file. Of some damage it panics, and keeps the lock: each file is a new one.
func boltSees(c *run, b []byte, n int64) (opened bool) {
	defer func() {
		if recover() != nil {
			opened = false
		}
	}()
	path := filepath.Join(c.dir, "bare.db")
	if err := errors.Join(os.RemoveAll(path), writeSparse(path, image{b, n})); err != nil {
		return false
	}
	db, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		return false
	}
	return db.Close() == nil
}

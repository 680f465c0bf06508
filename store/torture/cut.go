package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"

	"hadir/model"
	"hadir/store"
)

// cuts cuts the power at every boundary of a record, in several ways each, and opens what is left.
func cuts(c *run) error {
	if err := uncut(c); err != nil {
		return err
	}
	err := lazyControl(c, func(d *disk) (*oracle, string, error) { return recorded(c, 1, d) })
	if err != nil {
		return err
	}
	if err := earlyControl(c); err != nil {
		return err
	}
	for c.counts["states"] < c.n {
		if err := cutDay(c, c.rand.Uint64()); err != nil {
			return err
		}
	}
	return nil
}

// cutDay records a day and its start, and cuts it.
func cutDay(c *run, seed uint64) error {
	d := newDisk()
	o, dir, err := recorded(c, seed, d)
	if err != nil {
		return err
	}
	return eachCut(c, d, dir, o, func(s *state, acked int, what string) error {
		c.count("states")
		return judgeCut(c, s, dir, &oracle{acked: o.acked[:acked]}, what)
	})
}

// recorded spends a day on a recording disk.
func recorded(c *run, seed uint64, d *disk) (*oracle, string, error) {
	dir, err := c.folder("day")
	if err != nil {
		return nil, "", err
	}
	o, err := spend(dir, seed, 30, d, func(_ model.ID, err error) {
		if err == nil {
			d.ack()
		}
	})
	if err == nil && len(o.denied)+len(o.unsure) > 0 {
		err = errors.New("a day without faults was not acknowledged as a whole")
	}
	return o, dir, err
}

// eachCut goes through a record and cuts at each boundary, once with nothing kept that was not synced, once with all, and
// in drawn ways between.
func eachCut(c *run, d *disk, dir string, o *oracle, try func(s *state, acked int, what string) error) error {
	s, acked := newState(), 0
	for i, op := range d.ops {
		if op.kind == opAck {
			acked++
		}
		s.apply(op)
		for _, how := range []string{"dropped", "kept", "drawn", "torn", "garbled"} {
			if c.counts["states"] >= c.n {
				return nil
			}
			if err := try(s.cut(how, c.rand), acked, fmt.Sprintf("record %d of %d, %s", i+1, len(d.ops), how)); err != nil {
				return err
			}
		}
	}
	return nil
}

// judgeCut opens a state: everything acknowledged has to be there, and all of it sound.
func judgeCut(c *run, s *state, from string, o *oracle, what string) error {
	dir, err := c.folder("cut")
	if err != nil {
		return err
	}
	if err := s.write(from, dir); err != nil {
		return err
	}
	seen, err := look(dir, true)
	switch {
	case err != nil:
		c.broken("%s: %v", what, err)
	case o.missing(seen) > 0:
		c.broken("%s: %d of %d lost; %v", what, o.missing(seen), len(o.acked), seen.notices)
	case !seen.checked.Sound():
		c.broken("%s: %+v; %v", what, seen.checked.Findings, seen.notices)
	}
	return nil
}

// lazyControl has a disk that says that it has synced and has not: cuts of such a day have to lose something then.
func lazyControl(c *run, spent func(d *disk) (*oracle, string, error)) error {
	d := newDisk()
	d.lazy = true
	o, dir, err := spent(d)
	if err != nil {
		return err
	}
	caught, tried := 0, 0
	control := &run{n: 200, dir: c.dir, rand: c.rand, counts: map[string]int{}}
	err = eachCut(control, d, dir, o, func(s *state, acked int, what string) error {
		control.count("states")
		tried++
		before := control.counts["BAD"]
		err := judgeCut(control, s, dir, &oracle{acked: o.acked[:acked]}, what)
		caught += control.counts["BAD"] - before
		return err
	})
	c.counts["control caught"], c.counts["control tried"] = caught, tried
	if caught == 0 {
		c.broken("the control, a disk that does not sync, was not caught")
	}
	return err
}

// sector is what a disk writes as a whole.
const sector = 512

// state is files as they stand on the disk, and what was done to them that is not synced.
type state struct {
	files map[string]*content
	dirs  []op // creations, renames and removals that no folder's sync has made last
	names map[string]*content
}

type content struct {
	durable image
	pending []op
}

func newState() *state { return &state{files: map[string]*content{}, names: map[string]*content{}} }

// apply takes one record. Files is what a program sees, names what the disk has.
func (s *state) apply(o op) {
	switch o.kind {
	case opCreate:
		s.files[o.path] = &content{}
		s.dirs = append(s.dirs, o)
		s.dirs[len(s.dirs)-1].data = nil
	case opWrite, opLength:
		if f := s.files[o.path]; f != nil {
			f.pending = append(f.pending, o)
		}
	case opSync:
		if f := s.files[o.path]; f != nil {
			for _, w := range f.pending {
				f.durable = put(f.durable, w)
			}
			f.pending = nil
		}
	case opRename:
		s.files[o.to] = s.files[o.path]
		delete(s.files, o.path)
		s.dirs = append(s.dirs, o)
	case opRemove:
		delete(s.files, o.path)
		s.dirs = append(s.dirs, o)
	case opSyncDir:
		s.names = map[string]*content{}
		for path, f := range s.files {
			s.names[path] = f
		}
		s.dirs = nil
	}
}

// image is what stands in a file: bytes, and as many zeros behind them as its length says.
type image struct {
	b []byte
	n int64
}

// put makes one write in an image, which it does not change.
func put(i image, o op) image {
	if o.kind == opLength {
		return image{i.b[:min(int64(len(i.b)), o.at)], o.at}
	}
	out := make([]byte, max(len(i.b), int(o.at)+len(o.data)))
	copy(out, i.b)
	copy(out[o.at:], o.data)
	return image{out, max(i.n, int64(len(out)))}
}

// cut is the state after a power cut.
func (s *state) cut(how string, r *rand.Rand) *state {
	out := newState()
	for path, f := range s.after(how, r) {
		out.files[path] = &content{durable: f.cut(how, r)}
	}
	return out
}

// after is the names of files that a cut leaves: a file system keeps the order in which a folder was changed.
func (s *state) after(how string, r *rand.Rand) map[string]*content {
	switch {
	case how == "kept" || len(s.dirs) == 0:
		return s.files
	case how == "dropped":
		return s.names
	}
	n := r.IntN(len(s.dirs) + 1)
	if n == len(s.dirs) {
		return s.files
	}
	out := map[string]*content{}
	for path, f := range s.names {
		out[path] = f
	}
	for _, o := range s.dirs[:n] {
		switch o.kind {
		case opCreate:
			if f := s.files[o.path]; f != nil {
				out[o.path] = f
			}
		case opRename:
			if f := out[o.path]; f != nil {
				out[o.to] = f
			}
			delete(out, o.path)
		case opRemove:
			delete(out, o.path)
		}
	}
	return out
}

// cut is what is left of one file.
func (f *content) cut(how string, r *rand.Rand) image {
	b := f.durable
	for i, o := range f.pending {
		last := i == len(f.pending)-1
		switch {
		case how == "dropped", how == "drawn" && r.IntN(2) == 0:
			continue
		case o.kind == opWrite && len(o.data) > 0 && how == "torn" && (last || r.IntN(3) == 0):
			o = torn(o, r)
		case o.kind == opWrite && len(o.data) > 0 && how == "garbled" && last:
			o.data = append([]byte(nil), o.data...)
			for j := r.IntN(len(o.data)); j < len(o.data); j++ {
				o.data[j] = byte(r.Uint32())
			}
		}
		b = put(b, o)
	}
	return b
}

// torn is a write of which only some sectors came to the disk. Sectors lie at multiples of their size in the file.
func torn(o op, r *rand.Rand) op {
	if r.IntN(2) == 0 {
		keep := int(sector - o.at%sector)
		keep += sector * r.IntN(len(o.data)/sector+1)
		o.data = o.data[:min(keep, len(o.data))]
		return o
	}
	first := int(sector - o.at%sector)
	if first >= len(o.data) {
		return op{kind: opWrite, path: o.path, at: o.at}
	}
	o.at, o.data = o.at+int64(first), o.data[first:]
	return o
}

// write makes the files in another folder.
func (s *state) write(from, dir string) error {
	for path, f := range s.files {
		rel, ok := strings.CutPrefix(path, from)
		if !ok {
			return fmt.Errorf("%s is not in %s", path, from)
		}
		to := filepath.Join(dir, rel)
		if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
			return err
		}
		if err := writeSparse(to, f.durable); err != nil {
			return err
		}
	}
	return nil
}

// writeSparse writes a file whose end is zeros without writing them.
func writeSparse(path string, i image) error {
	if err := os.WriteFile(path, i.b, 0o600); err != nil {
		return err
	}
	return os.Truncate(path, i.n)
}

var _ store.Disk = (*disk)(nil)

// patience is how long a start may take before it counts as one that hangs.
const patience = 20 * time.Second

// within runs something that must not hang.
func within(ctx context.Context, f func() error) error {
	done := make(chan error, 1)
	go func() { done <- f() }()
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return errors.New("hangs")
	}
}

package store

import (
	"encoding/binary"
	"fmt"
	"os"

	"hadir/model"
)

// scanWhole is how large the logs may be that are read whole at an orderly start, in bytes; of larger ones the end is looked at.
const scanWhole = 4 << 20

// commitFrame is one commit as the log has it.
type commitFrame struct {
	from, to uint64
	logChanges
}

// gathered is what the logs of a folder say beyond a point.
type gathered struct {
	frames  []commitFrame // in order; those that were not saved after all are left out
	top     uint64        // the highest number that any frame vouches for
	holes   int           // damage within the logs
	torn    bool          // the newest log ends in something torn
	clean   bool          // the newest log ends with the word that the program closed it
	missing bool          // a log says that another follows, and there is none
	aborted uint64        // the highest number that was taken back and not given again; zero: none
	strange bool          // the logs are another database's
	last    segmentFile
	tail    frame // the last frame of the last log
	number  int   // of the last log
	size    int64
	head    *uint64 // where the log that was read last begins
	first   *uint64 // where the first one begins
}

// resumable reports whether the newest log can be gone on with.
func (g *gathered) resumable() bool { return g.number > 0 && !g.torn && g.tail.kind != 0 && !g.strange }

// gather reads all logs of a folder and keeps what goes beyond a number of changes. Damage in a log that ends before the newest
// snapshot is passed over: that has it all. Nothing is changed.
func gather(c codec, folder string, file model.ID, beyond uint64) (*gathered, error) {
	logs, snaps, err := list(folder)
	if err != nil {
		return nil, fmt.Errorf("rescue folder: %w", classify(err))
	}
	g := &gathered{}
	covered := uint64(0)
	if len(snaps) > 0 {
		covered = min(snaps[len(snaps)-1].Count, beyond)
	}
	for i, l := range logs {
		before := g.holes
		if i > 0 && l.number != logs[i-1].number+1 {
			before++
		}
		g.missing, g.clean, g.torn, g.head, g.holes = false, false, false, nil, 0
		if err := g.read(c, l, file, beyond); err != nil {
			return nil, err
		}
		if g.head == nil || *g.head > covered {
			g.holes += before
		}
		g.last, g.number, g.size = l, l.number, g.size+l.size
	}
	return g, nil
}

func (g *gathered) read(c codec, l segmentFile, file model.ID, beyond uint64) error {
	f, err := os.Open(l.path)
	if err != nil {
		g.holes++
		return nil
	}
	// Reading is all that was done with it.
	defer f.Close()
	g.tail = frame{}
	s, err := scan(f, l.size, func(f frame) error { return g.take(c, f, file, beyond) })
	if err != nil {
		return err
	}
	g.holes += s.holes
	if g.tail = s.last; s.end == 0 {
		// Not even its beginning is whole: a power cut in its first moment, or damage.
		g.torn = true
	}
	g.torn = g.torn || s.torn
	g.clean = s.last.kind == frameClosed && !s.torn
	g.missing = s.last.kind == frameNext
	return nil
}

// take judges one frame. A body that does not decode, although its digest is right, was written by a version that this one
// does not know.
func (g *gathered) take(c codec, f frame, file model.ID, beyond uint64) error {
	switch f.kind {
	case frameHead:
		var h logHead
		if err := c.dec.Unmarshal(f.body, &h); err != nil {
			return fmt.Errorf("rescue log: %w: %v", model.ErrDamaged, err)
		}
		if h.State.Schema > schema {
			return ErrNewer
		}
		g.strange = g.strange || !file.IsZero() && h.File != file
		g.dropBeyond(f.to)
		g.top, g.head = max(g.top, f.to), &f.to
		if g.first == nil {
			g.first = &f.to
		}
	case frameChanges:
		g.top = max(g.top, f.to)
		if g.aborted > 0 && f.to >= g.aborted {
			g.aborted = 0
		}
		if f.to <= beyond {
			return nil
		}
		cf := commitFrame{from: f.from, to: f.to}
		body, err := c.opened(f)
		if err != nil {
			// Sealed under a key that is not the database's: nothing can be taken from it.
			g.holes++
			return nil
		}
		if err := c.dec.Unmarshal(body, &cf.logChanges); err != nil {
			return fmt.Errorf("rescue log: %w: %v", model.ErrDamaged, err)
		}
		if cf.State, err = c.inner(cf.State); err != nil {
			return err
		}
		g.frames = append(g.frames, cf)
	case frameAbort:
		g.dropBeyond(f.to)
		g.aborted = max(g.aborted, f.from)
	}
	return nil
}

// dropBeyond forgets what was not saved.
func (g *gathered) dropBeyond(count uint64) {
	for len(g.frames) > 0 && g.frames[len(g.frames)-1].to > count {
		g.frames = g.frames[:len(g.frames)-1]
	}
	g.top = min(g.top, count)
}

// orderly reports whether the last thing that was written beside a database of count changes says that it was closed: the newest
// log ends with that word, or no log was begun since a snapshot of it. It reads one frame, whatever the size of the logs.
func orderly(folder string, count uint64) bool {
	logs, snaps, err := list(folder)
	switch {
	case err != nil:
		return false
	case len(logs) == 0:
		return len(snaps) > 0 && snaps[len(snaps)-1].Count == count
	}
	tail, ok := lastFrame(logs[len(logs)-1])
	return ok && closes(tail, count)
}

// closes reports whether a frame says that a database of count changes was closed.
func closes(tail frame, count uint64) bool { return tail.kind == frameClosed && tail.to == count }

// lastFrame is the frame at the very end of a log, if that is one without a body: those that say how things ended have none.
func lastFrame(l segmentFile) (tail frame, ok bool) {
	if l.size < 2*frameHeader {
		return tail, false
	}
	f, err := os.Open(l.path)
	if err != nil {
		return tail, false
	}
	// Reading is all that was done with it.
	defer f.Close()
	tail, _, err = readFrame(f, l.size-frameHeader, l.size)
	return tail, err == nil
}

// tailOnly reads no more than the last frame of the newest log, which is enough after an orderly end; ok is false when that is
// not what it was, or the logs are so small that they may as well be read.
func tailOnly(folder string, count uint64) (g *gathered, ok bool) {
	logs, _, err := list(folder)
	if err != nil || len(logs) == 0 {
		return nil, false
	}
	g = &gathered{}
	for _, l := range logs {
		g.size += l.size
	}
	l := logs[len(logs)-1]
	if g.size <= scanWhole {
		return nil, false
	}
	tail, ok := lastFrame(l)
	if !ok || !closes(tail, count) {
		return nil, false
	}
	g.clean, g.tail, g.last, g.number, g.top, g.first = true, tail, l, l.number, count, &count
	return g, true
}

// entryChain is the end of the chain as a journal's entry has it.
func entryChain(body []byte) (d digest, ok bool) {
	n, size := binary.Uvarint(body)
	if size <= 0 || n > uint64(len(body)) || uint64(len(body)-size) < n+2*uint64(len(d)) {
		return d, false
	}
	return digest(body[size+int(n)+len(d) : size+int(n)+2*len(d)]), true
}

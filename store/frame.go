package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io"
)

// The rescue log and the snapshots are files of frames, each chained to the one before it:
//
//	magic (4), kind (1), how the body stands there (1; 1 plain, 2 sealed), zero (2), length of the body (4),
//	from (8), to (8), digest of the frame before (16), digest of this frame (16), body
//
// Numbers are big-endian. From and to count changes: the database held from changes before the frame and to after it. The
// digest covers all but itself. What a commit holds is sealed in a sealed database, and bound to its kind, from and to; digests are
// of what stands in the file, so that a chain proves itself to who cannot read it.
const (
	frameMagic  = "HDRF"
	frameHeader = 60
	frameSum    = 44
	frameLimit  = 1 << 28 // bytes of a body; a longer one is no frame of ours
)

type frameKind byte

const (
	frameHead    frameKind = 1 // begins a file: which database, and its state
	frameChanges frameKind = 2 // one commit
	frameAbort   frameKind = 3 // the changes beyond to were not saved after all
	frameClosed  frameKind = 4 // the program closed the database here
	frameNext    frameKind = 5 // another log goes on from here
	frameRows    frameKind = 6 // values of a snapshot
	frameEnd     frameKind = 7 // ends a snapshot: how many values, and their sum
)

// frame is one, read or to be written.
type frame struct {
	kind     frameKind
	from, to uint64
	before   digest
	sum      digest
	sealed   bool // how the body stands here
	body     []byte
}

// appendFrame writes a frame and gives its digest.
func appendFrame(b []byte, f frame) ([]byte, digest) {
	at := len(b)
	b = append(b, frameMagic...)
	how := byte(plainValue)
	if f.sealed {
		how = sealedValue
	}
	b = append(b, byte(f.kind), how, 0, 0)
	b = binary.BigEndian.AppendUint32(b, uint32(len(f.body)))
	b = binary.BigEndian.AppendUint64(b, f.from)
	b = binary.BigEndian.AppendUint64(b, f.to)
	b = append(b, f.before[:]...)
	sum := frameDigest(b[at:], f.body)
	b = append(b, sum[:]...)
	return append(b, f.body...), sum
}

// closed seals a frame's body in a sealed database.
func (c codec) closed(f frame) frame {
	if c.box != nil {
		f.body, f.sealed = c.box.Seal(nil, f.place(), f.body), true
	}
	return f
}

// opened is a frame's body as it was before it was sealed.
func (c codec) opened(f frame) ([]byte, error) {
	switch {
	case !f.sealed:
		return f.body, nil
	case c.box == nil:
		return nil, ErrSealed
	}
	return c.box.Open(f.place(), f.body)
}

// place is what a sealed body is bound to.
func (f frame) place() []byte {
	b := append([]byte("frame\x00"), byte(f.kind))
	b = binary.BigEndian.AppendUint64(b, f.from)
	return binary.BigEndian.AppendUint64(b, f.to)
}

func frameDigest(header, body []byte) digest {
	h := sha256.New()
	h.Write(header[:frameSum])
	h.Write(body)
	return digest(h.Sum(nil)[:len(digest{})])
}

// errNoFrame says that what stands there is no whole frame.
var errNoFrame = errors.New("no frame")

// readFrame reads the frame at a place of a file of that size, and where the next one begins.
func readFrame(r io.ReaderAt, at, size int64) (f frame, next int64, err error) {
	var h [frameHeader]byte
	if size-at < frameHeader {
		return f, at, errNoFrame
	}
	if _, err := r.ReadAt(h[:], at); err != nil {
		return f, at, err
	}
	n := int64(binary.BigEndian.Uint32(h[8:]))
	if string(h[:4]) != frameMagic || h[5] != plainValue && h[5] != sealedValue || n > frameLimit || n > size-at-frameHeader {
		return f, at, errNoFrame
	}
	f = frame{
		kind: frameKind(h[4]), sealed: h[5] == sealedValue, from: binary.BigEndian.Uint64(h[12:]), to: binary.BigEndian.Uint64(h[20:]),
		before: digest(h[28:44]), sum: digest(h[frameSum:frameHeader]), body: make([]byte, n),
	}
	if _, err := r.ReadAt(f.body, at+frameHeader); err != nil {
		return f, at, err
	}
	if frameDigest(h[:], f.body) != f.sum {
		return f, at, errNoFrame
	}
	return f, at + frameHeader + n, nil
}

// scanned is what a file of frames was like.
type scanned struct {
	last  frame
	end   int64 // where the last whole frame ends
	holes int   // places where something is not a frame although frames follow, or where the chain is broken
	torn  bool  // what stands behind the last frame is none: a write that the power ended, or damage
}

// scan calls each with every whole frame of a file. Damage in the middle is not taken for the end: it looks for frames behind.
func scan(r io.ReaderAt, size int64, each func(frame) error) (s scanned, err error) {
	for at := int64(0); at < size; {
		f, next, err := readFrame(r, at, size)
		if err != nil {
			next = nextFrame(r, at+1, size)
			if next < 0 {
				s.torn = true
				return s, nil
			}
			s.holes++
			at = next
			continue
		}
		if s.end > 0 && f.before != s.last.sum && s.end == at {
			s.holes++
		}
		s.last, s.end, at = f, next, next
		if err := each(f); err != nil {
			return s, err
		}
	}
	return s, nil
}

// nextFrame looks for a whole frame from a place on; -1 when there is none.
func nextFrame(r io.ReaderAt, at, size int64) int64 {
	const block = 1 << 16
	buf := make([]byte, block+len(frameMagic)-1)
	for at < size {
		n, err := r.ReadAt(buf[:min(int64(len(buf)), size-at)], at)
		if n == 0 || err != nil && err != io.EOF {
			return -1
		}
		for i := 0; ; i++ {
			j := bytes.Index(buf[i:n], []byte(frameMagic))
			if j < 0 {
				break
			}
			i += j
			if _, _, err := readFrame(r, at+int64(i), size); err == nil {
				return at + int64(i)
			}
		}
		at += block
	}
	return -1
}

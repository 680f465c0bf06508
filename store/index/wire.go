package index

import (
	"encoding/binary"
	"fmt"

	"hadir/model"
)

// damaged is the error of a value that has the wrong form.
func damaged(what string) error { return fmt.Errorf("index %s: %w", what, model.ErrDamaged) }

// reader takes a value apart. After the first thing that is not there everything is zero, and bad says so.
type reader struct {
	b   []byte
	bad bool
}

func (r *reader) uvarint() uint64 {
	// Most numbers are small.
	if len(r.b) > 0 && r.b[0] < 0x80 {
		n := uint64(r.b[0])
		r.b = r.b[1:]
		return n
	}
	n, size := binary.Uvarint(r.b)
	if size <= 0 {
		r.fail()
		return 0
	}
	r.b = r.b[size:]
	return n
}

// small is a number that has to stay below a limit.
func (r *reader) small(limit uint64) int {
	n := r.uvarint()
	if n >= limit {
		r.fail()
		return 0
	}
	return int(n)
}

func (r *reader) byte() byte {
	if len(r.b) == 0 {
		r.fail()
		return 0
	}
	c := r.b[0]
	r.b = r.b[1:]
	return c
}

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.b) {
		r.fail()
		return nil
	}
	b := r.b[:n:n]
	r.b = r.b[n:]
	return b
}

// text is a length and as many bytes; they are not copied.
func (r *reader) text() []byte { return r.bytes(r.small(uint64(len(r.b)) + 1)) }

func (r *reader) id() (id model.ID) {
	copy(id[:], r.bytes(len(id)))
	return id
}

func (r *reader) fail() { r.b, r.bad = nil, true }

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// longestTerm is how many bytes a term has at the most: what is longer is damage.
const longestTerm = 1 << 10

// front writes a term after the one before it: how much of it is the same, then the rest.
func front(b []byte, before, term string) []byte {
	n := 0
	for n < len(before) && n < len(term) && before[n] == term[n] {
		n++
	}
	return appendText(binary.AppendUvarint(b, uint64(n)), term[n:])
}

// back reads what front wrote, in the buffer that holds the term before it.
func (r *reader) back(before []byte) []byte {
	n := r.small(uint64(len(before)) + 1)
	rest := r.text()
	if n+len(rest) > longestTerm {
		r.fail()
		return before[:0]
	}
	return append(before[:n], rest...)
}

func key32(parts ...uint32) []byte {
	b := make([]byte, 0, 4*len(parts))
	for _, p := range parts {
		b = binary.BigEndian.AppendUint32(b, p)
	}
	return b
}

func at32(key []byte, i int) uint32 { return binary.BigEndian.Uint32(key[i:]) }

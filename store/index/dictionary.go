package index

import (
	"encoding/binary"
	"sort"
	"strings"
)

// A block of a segment's dictionary holds terms in order, each front-coded, then how many documents have it (uvarint), and
// either the number of its list << 1, or the length of its postings << 1 | 1 and the postings themselves: most terms are rare.
const (
	termsSize  = 1000 // bytes at which a block of terms is closed
	inlineMost = 256  // bytes of postings that stand with their term
)

// termReader walks through the terms of a block.
type termReader struct {
	reader
	seg  uint32
	term []byte // until the next call
	list list
}

func (t *termReader) next() bool {
	if len(t.b) == 0 {
		return false
	}
	t.term = t.back(t.term)
	t.list = list{df: t.small(1 << 32), seg: t.seg}
	n := t.uvarint()
	if n&1 != 0 {
		t.list.inline = t.bytes(int(min(n>>1, 1<<20)))
	} else {
		t.list.no = uint32(n >> 1)
	}
	return !t.bad
}

// dictionary is the terms of one segment.
type dictionary struct {
	r     Reader
	seg   uint32
	heads []string // the first terms of its blocks
	hurt  *int     // what could not be read
}

// block gives a block of terms, to be walked through.
func (d dictionary) block(i int) termReader {
	body, err := d.r.Get(Terms, key32(d.seg, uint32(i)))
	if err != nil || body == nil {
		*d.hurt++
	}
	return termReader{reader: reader{b: body}, seg: d.seg}
}

// find is the list of a term.
func (d dictionary) find(term string) (list, bool) {
	i := sort.Search(len(d.heads), func(i int) bool { return d.heads[i] > term }) - 1
	if i < 0 {
		return list{}, false
	}
	b := d.block(i)
	for b.next() {
		if string(b.term) >= term {
			return b.list, string(b.term) == term
		}
	}
	if b.bad {
		*d.hurt++
	}
	return list{}, false
}

// each calls f with the terms that begin with a prefix, in order, until it returns false. The term is only good during the call.
func (d dictionary) each(prefix string, f func(term []byte, l list) bool) {
	i := max(0, sort.Search(len(d.heads), func(i int) bool { return d.heads[i] > prefix })-1)
	for ; i < len(d.heads); i++ {
		if d.heads[i] > prefix && !strings.HasPrefix(d.heads[i], prefix) {
			return
		}
		b := d.block(i)
		for b.next() {
			switch {
			case len(b.term) >= len(prefix) && string(b.term[:len(prefix)]) == prefix:
				if !f(b.term, b.list) {
					return
				}
			case string(b.term) > prefix:
				return
			}
		}
		if b.bad {
			*d.hurt++
		}
	}
}

// appendHeads writes the first terms of a dictionary's blocks, front-coded.
func appendHeads(b []byte, heads []string) []byte {
	b = binary.AppendUvarint(b, uint64(len(heads)))
	before := ""
	for _, h := range heads {
		b = front(b, before, h)
		before = h
	}
	return b
}

func parseHeads(body []byte) ([]string, error) {
	r := reader{b: body}
	n := r.small(uint64(len(body)) + 1)
	heads := make([]string, 0, n)
	var term []byte
	for range n {
		term = r.back(term)
		heads = append(heads, string(term))
	}
	if r.bad || len(r.b) > 0 {
		return nil, damaged("heads")
	}
	return heads, nil
}

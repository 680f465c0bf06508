package index

import (
	"encoding/binary"
	"fmt"
)

// segmentWriter writes a segment: terms in order, each with its postings in order.
type segmentWriter struct {
	w       Writer
	seg     uint32
	blocks  uint32 // of terms, that are written
	lists   uint32 // that are written
	heads   []string
	terms   []byte // the block of terms that is being filled
	last    string // its last term
	written int    // bytes
	buffer  []byte
}

// add writes one term.
func (s *segmentWriter) add(term string, ps []posting) error {
	if len(ps) == 0 {
		return nil
	}
	if len(s.terms) == 0 {
		s.heads, s.last = append(s.heads, term), ""
	}
	s.terms = front(s.terms, s.last, term)
	s.last = term
	s.terms = binary.AppendUvarint(s.terms, uint64(len(ps)))
	if len(ps) <= blockSize {
		b := binary.AppendUvarint(s.buffer[:0], uint64(ps[0].doc))
		s.buffer = appendBlock(b, ps)
	}
	if len(ps) <= blockSize && len(s.buffer) <= inlineMost {
		s.terms = binary.AppendUvarint(s.terms, uint64(len(s.buffer))<<1|1)
		s.terms = append(s.terms, s.buffer...)
	} else {
		s.terms = binary.AppendUvarint(s.terms, uint64(s.lists)<<1)
		if err := s.list(ps); err != nil {
			return err
		}
	}
	if len(s.terms) >= termsSize {
		return s.flush()
	}
	return nil
}

// list writes postings into blocks of their own.
func (s *segmentWriter) list(ps []posting) error {
	for len(ps) > 0 {
		n := min(blockSize, len(ps))
		s.buffer = appendBlock(s.buffer[:0], ps[:n])
		if err := s.w.Put(Posts, key32(s.seg, s.lists, ps[0].doc), s.buffer); err != nil {
			return err
		}
		s.written += len(s.buffer)
		ps = ps[n:]
	}
	s.lists++
	return nil
}

// flush closes the block of terms.
func (s *segmentWriter) flush() error {
	if len(s.terms) == 0 {
		return nil
	}
	if err := s.w.Put(Terms, key32(s.seg, s.blocks), s.terms); err != nil {
		return err
	}
	s.written += len(s.terms)
	s.terms = s.terms[:0]
	s.blocks++
	return nil
}

// finish writes the first terms of all blocks, of which earlier transactions may have written some.
func (s *segmentWriter) finish() error {
	if err := s.flush(); err != nil {
		return err
	}
	heads := make([]string, 0, s.blocks)
	for i := range s.blocks {
		body, err := s.w.Get(Terms, key32(s.seg, i))
		if err != nil {
			return err
		}
		t := termReader{reader: reader{b: body}}
		if !t.next() {
			return fmt.Errorf("segment %d: %w", s.seg, damaged("terms"))
		}
		heads = append(heads, string(t.term))
	}
	return s.w.Put(Heads, key32(s.seg), appendHeads(nil, heads))
}

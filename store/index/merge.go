package index

import (
	"bytes"
	"math/bits"
)

const (
	smallest = 256 // documents of a segment of the lowest level
	fan      = 8   // segments of one level that become one of the next, and how much larger that is
)

// level is how large a segment is: 0 up to 8 times the smallest, then by eights.
func (s Segment) level() int { return (bits.Len32(max(1, (s.To-s.From)/smallest)) - 1) / 3 }

// Plan begins a merge when there are enough segments of one size, and reports whether one is under way. Only neighbours are
// merged, since the documents of a segment are one range: segments of a level are merged together with the smaller ones that
// came after the first of them.
func (st *State) Plan() bool {
	if st.Merging.Count > 0 || len(st.Merging.Drop) > 0 {
		return true
	}
	for level, at := 0, len(st.Segments); at > 0; level++ {
		same := 0
		for at > 0 && st.Segments[at-1].level() <= level {
			at--
		}
		for _, s := range st.Segments[at:] {
			if s.level() == level {
				same++
			}
		}
		if same >= fan {
			st.begin(at)
			return true
		}
	}
	return false
}

// begin makes the segments from at on into one.
func (st *State) begin(at int) {
	st.Merging = Merging{At: uint32(at), Count: uint32(len(st.Segments) - at), No: st.Segment}
	st.Segment++
}

// MergeAll begins a merge of all segments into one; false where there is nothing to merge.
func (st *State) MergeAll() bool {
	if st.Merging.Count > 0 || len(st.Merging.Drop) > 0 {
		return true
	}
	if len(st.Segments) < 2 {
		return false
	}
	st.begin(0)
	return true
}

// The dead of a segment that are worth writing it again: so many, and such a share of those that lived when it was written.
const (
	deadLeast = 256
	deadShare = 4
)

// Dead is how many documents died since the segments that had them were written.
func (st *State) Dead() (n int) {
	n = int(st.Next) - 1 - int(st.Docs)
	for _, s := range st.Segments {
		n -= int(s.Dead)
	}
	return n
}

// PlanDead begins to write a segment again of which too many documents have died: their postings are read by every search. False
// where there is none, or a merge is under way.
func (st *State) PlanDead(c *Columns) bool {
	if st.Merging.Count > 0 || len(st.Merging.Drop) > 0 || st.Dead() < deadLeast {
		return false
	}
	for i, s := range st.Segments {
		dead, size := s.dead(c), s.To-s.From
		if fresh := dead - min(dead, s.Dead); fresh >= deadLeast && fresh*deadShare > size-s.Dead && dead < size {
			st.begin(i)
			st.Merging.Count = 1
			return true
		}
	}
	return false
}

// dead counts the documents of a segment that live no more.
func (s Segment) dead(c *Columns) (n uint32) {
	for _, k := range c.Kind[s.From:min(int(s.To), len(c.Kind))] {
		if k == 0 {
			n++
		}
	}
	return n
}

// Merge does a part of the merge under way, of about so many bytes, in the transaction of w. Postings of dead documents are left out.
// The length of each document is needed for the bounds of blocks.
func Merge(w Writer, st *State, c *Columns, size int) error {
	m := &st.Merging
	if m.Count == 0 {
		return st.drop(w, size)
	}
	from := st.Segments[m.At : m.At+m.Count]
	out := segmentWriter{w: w, seg: m.No, blocks: m.Blocks, lists: m.Lists}
	in := make([]*mergeInput, 0, len(from))
	for _, s := range from {
		x := &mergeInput{w: w, seg: s}
		if err := x.begin(m.Term); err != nil {
			return err
		}
		in = append(in, x)
	}
	var ps []posting
	var walk walker
	for out.written < size {
		term := least(in)
		if term == nil {
			return st.merged(w, &out, c)
		}
		m.Term = string(term)
		ps = ps[:0]
		for _, x := range in {
			if x.done || !bytes.Equal(x.t.term, term) {
				continue
			}
			walk.open(w, x.t.list)
			var err error
			if ps, err = gather(ps, &walk, c); err != nil {
				return err
			}
		}
		if err := out.add(m.Term, ps); err != nil {
			return err
		}
		for _, x := range in {
			if !x.done && string(x.t.term) == m.Term {
				if err := x.next(); err != nil {
					return err
				}
			}
		}
	}
	if err := out.flush(); err != nil {
		return err
	}
	m.Blocks, m.Lists = out.blocks, out.lists
	return nil
}

// merged ends a merge: the new segment takes the place of those that it was made of.
func (st *State) merged(w Writer, out *segmentWriter, c *Columns) error {
	if err := out.finish(); err != nil {
		return err
	}
	m := &st.Merging
	old := st.Segments[m.At : m.At+m.Count]
	s := Segment{No: m.No, From: old[0].From, To: old[len(old)-1].To, Blocks: out.blocks}
	s.Dead = s.dead(c)
	var drop []uint32
	for _, o := range old {
		drop = append(drop, o.No)
	}
	rest := append([]Segment{s}, st.Segments[m.At+m.Count:]...)
	st.Segments = append(append([]Segment(nil), st.Segments[:m.At]...), rest...)
	st.Merging = Merging{Drop: drop}
	return nil
}

// drop deletes what is left of merged segments, so many bytes at the most.
func (st *State) drop(w Writer, size int) error {
	for size > 0 && len(st.Merging.Drop) > 0 {
		no := st.Merging.Drop[0]
		left := false
		for _, b := range []Bucket{Terms, Heads, Posts} {
			var keys [][]byte
			cur := w.Cursor(b)
			// What is damaged is dropped like the rest.
			k, v, _ := cur.Seek(key32(no))
			for ; ofSegment(k, no) && size > 0; k, v, _ = cur.Next() {
				keys = append(keys, bytes.Clone(k))
				size -= len(v) + len(k)
			}
			left = left || ofSegment(k, no)
			for _, k := range keys {
				if err := w.Delete(b, k); err != nil {
					return err
				}
			}
		}
		if left {
			return nil
		}
		st.Merging.Drop = st.Merging.Drop[1:]
	}
	return nil
}

func ofSegment(key []byte, no uint32) bool { return len(key) >= 4 && at32(key, 0) == no }

// mergeInput walks through the terms of a segment.
type mergeInput struct {
	w     Writer
	seg   Segment
	block uint32
	t     termReader
	done  bool
}

// begin goes to the first term after the last one that was merged.
func (x *mergeInput) begin(after string) error {
	body, err := x.w.Get(Heads, key32(x.seg.No))
	if err != nil {
		return err
	}
	heads, err := parseHeads(body)
	if err != nil {
		return err
	}
	for int(x.block)+1 < len(heads) && heads[x.block+1] <= after {
		x.block++
	}
	if err := x.open(); err != nil {
		return err
	}
	for err = x.next(); err == nil && !x.done && after != "" && string(x.t.term) <= after; err = x.next() {
	}
	return err
}

func (x *mergeInput) open() error {
	body, err := x.w.Get(Terms, key32(x.seg.No, x.block))
	if err == nil && body == nil {
		err = damaged("terms")
	}
	x.t = termReader{reader: reader{b: body}, seg: x.seg.No}
	return err
}

func (x *mergeInput) next() error {
	if x.t.next() {
		return nil
	}
	if x.t.bad {
		return damaged("terms")
	}
	if x.block++; x.block >= x.seg.Blocks {
		x.done = true
		return nil
	}
	if err := x.open(); err != nil {
		return err
	}
	return x.next()
}

// least is the first of the terms at which the inputs stand; nil at the end of all.
func least(in []*mergeInput) (term []byte) {
	for _, x := range in {
		if !x.done && (term == nil || bytes.Compare(x.t.term, term) < 0) {
			term = x.t.term
		}
	}
	return term
}

// gather appends the postings of a list whose documents live.
func gather(ps []posting, w *walker, c *Columns) ([]posting, error) {
	for w.next() {
		if !w.load() {
			break
		}
		rest := w.positions
		for i := range w.n {
			var at []byte
			if len(rest) > 0 {
				var ok bool
				if at, rest, ok = skipPlaces(rest); !ok {
					return ps, damaged("places")
				}
			}
			if doc := w.docs[i]; c.alive(doc) {
				ps = append(ps, posting{doc, w.counts[i], c.Length[doc], at})
			}
		}
	}
	if w.hurt > 0 {
		return ps, damaged("postings")
	}
	return ps, nil
}

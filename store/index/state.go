package index

import (
	"encoding/binary"
)

// State is what the index knows of itself.
type State struct {
	Language uint32 // of which making of terms it is: another one makes it anew
	Changed  uint64 // counts the changes of the documents
	Docs     uint32 // how many live
	Words    uint64 // how long they are together
	Next     uint32 // the number of the next document
	Segment  uint32 // the number of the next segment
	Segments []Segment
	Merging  Merging
	Built    Built
}

// Segment is the postings of the documents from From up to To.
type Segment struct {
	No       uint32
	From, To uint32
	Blocks   uint32 // of its dictionary
	Dead     uint32 // how many of the documents had died when it was written: it has no postings of these
}

// Merging is a merge under way: the segments from At on, so many, become one. The zero Merging is none.
type Merging struct {
	At, Count uint32
	No        uint32 // of the segment that they become
	Term      string // the last that is written; empty: none is
	Blocks    uint32 // of terms that are written
	Lists     uint32
	Drop      []uint32 // segments that were merged, and of which something is still there
}

// Built says how far the index has been made from the records. The zero Built has not begun.
type Built struct {
	Done bool
	Step uint32 // which kind of record
	Key  []byte // the last record that was read
}

// NewState is the state of an empty index that has nothing to be made from.
func NewState(language uint32) State {
	return State{Language: language, Next: 1, Segment: 1, Built: Built{Done: true}}
}

func stateKey() []byte { return []byte("state") }

// ReadState reads the state; ok is false where there is no index.
func ReadState(r Reader) (st State, ok bool, err error) {
	body, err := r.Get(States, stateKey())
	if err != nil || body == nil {
		return st, false, err
	}
	st, err = ParseState(body)
	return st, err == nil, err
}

// Write puts the state back.
func (st *State) Write(w Writer) error { return w.Put(States, stateKey(), st.Append(nil)) }

// Append writes the state as a value.
func (st *State) Append(b []byte) []byte {
	put := func(n uint64) { b = binary.AppendUvarint(b, n) }
	put(uint64(st.Language))
	put(st.Changed)
	put(uint64(st.Docs))
	put(st.Words)
	put(uint64(st.Next))
	put(uint64(st.Segment))
	put(uint64(len(st.Segments)))
	for _, s := range st.Segments {
		put(uint64(s.No))
		put(uint64(s.From))
		put(uint64(s.To))
		put(uint64(s.Blocks))
	}
	m := st.Merging
	put(uint64(m.At))
	put(uint64(m.Count))
	put(uint64(m.No))
	b = appendText(b, m.Term)
	put(uint64(m.Blocks))
	put(uint64(m.Lists))
	put(uint64(len(m.Drop)))
	for _, no := range m.Drop {
		put(uint64(no))
	}
	done := uint64(0)
	if st.Built.Done {
		done = 1
	}
	put(done)
	put(uint64(st.Built.Step))
	b = appendText(b, string(st.Built.Key))
	for _, s := range st.Segments {
		put(uint64(s.Dead))
	}
	return b
}

// ParseState reads what [State.Append] wrote.
func ParseState(body []byte) (st State, err error) {
	r := reader{b: body}
	n32 := func() uint32 { return uint32(r.small(1 << 32)) }
	st.Language, st.Changed, st.Docs, st.Words = n32(), r.uvarint(), n32(), r.uvarint()
	st.Next, st.Segment = n32(), n32()
	for range r.small(uint64(len(r.b)) + 1) {
		s := Segment{No: n32(), From: n32(), To: n32(), Blocks: n32()}
		if s.From > s.To || s.To > st.Next || s.No >= st.Segment {
			r.fail()
		}
		st.Segments = append(st.Segments, s)
	}
	m := &st.Merging
	m.At, m.Count, m.No = n32(), n32(), n32()
	m.Term, m.Blocks, m.Lists = string(r.text()), n32(), n32()
	for range r.small(uint64(len(r.b)) + 1) {
		m.Drop = append(m.Drop, n32())
	}
	st.Built = Built{Done: r.uvarint() != 0, Step: n32()}
	if key := r.text(); len(key) > 0 {
		st.Built.Key = append([]byte(nil), key...)
	}
	for i := range st.Segments {
		if len(r.b) == 0 {
			break // written before this was known
		}
		st.Segments[i].Dead = n32()
	}
	if uint64(m.At)+uint64(m.Count) > uint64(len(st.Segments)) {
		r.fail()
	}
	if r.bad || len(r.b) > 0 || st.Next == 0 {
		return State{}, damaged("state")
	}
	return st, nil
}

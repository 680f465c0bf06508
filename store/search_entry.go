package store

import (
	"sync"

	"hadir/model"
	"hadir/model/term"
	"hadir/store/index"
)

// language is the number of the way in which terms are made of records. An index that was made in another way is made anew.
const language = 1

// Terms that are no words of a text begin with a mark, a letter for the field and, in lower case, a word of its value; in
// upper case the value itself, to be counted.
const (
	markSign  = "!"
	valueMost = 100 // bytes of a value that is counted
	partGap   = 16  // places between two texts of a record: no phrase reaches from one into the other
)

// markLetter is the letter of a field; 0 for one that is no mark.
func markLetter(f term.Field) byte {
	switch f {
	case term.Event:
		return 'e'
	case term.Village:
		return 'v'
	case term.Institution:
		return 'i'
	case term.Speaker:
		return 'n'
	case term.Asker:
		return 'a'
	case term.Tag:
		return 't'
	case term.Status:
		return 's'
	}
	return 0
}

func markWord(f term.Field, word string) string { return markSign + string(markLetter(f)) + word }

// markValue is the term of a whole value.
func markValue(f term.Field, value string) string {
	return markPrefix(f) + value[:min(len(value), valueMost)]
}

// markPrefix is how the terms of all whole values of a field begin.
func markPrefix(f term.Field) string { return markSign + string(markLetter(f)-'a'+'A') }

// entries makes terms of records. It remembers the words that it met; a new one is slow.
type entries struct {
	words  term.Analyzer
	build  index.Builder
	tokens []term.Token
}

// of is a record as the index takes it in.
func (x *entries) of(r model.Record, seq uint64) index.Entry {
	d, ok := documentOf(r)
	if !ok {
		return index.Entry{Key: r.Key, Seq: seq, Gone: true}
	}
	return x.entry(d, seq)
}

func (x *entries) entry(d document, seq uint64) index.Entry {
	base := 0
	for _, t := range d.texts {
		x.tokens = x.words.Append(x.tokens[:0], t.text)
		next := base
		for _, k := range x.tokens {
			if k.Term.Class() != term.Raw {
				x.build.Add(string(k.Term), t.weight, -1)
				continue
			}
			x.build.Add(string(k.Term), t.weight, base+k.Pos)
			next = base + k.Pos + partGap
			if !k.Stop {
				x.build.Words(1)
			}
		}
		base = next
	}
	for _, m := range d.marks {
		x.tokens = x.words.Append(x.tokens[:0], m.value)
		for _, k := range x.tokens {
			if k.Term.Class() == term.Raw {
				x.build.Once(markWord(m.field, string(k.Term)))
			}
		}
		if m.field == term.Tag || m.field == term.Institution {
			x.build.Once(markValue(m.field, m.value))
		}
	}
	for _, n := range d.names {
		x.build.Once(nameSign + n)
	}
	if d.status != "" {
		x.build.Once(markValue(term.Status, d.status))
	}
	return x.build.Entry(index.Entry{Key: d.key, Seq: seq, Day: index.DayOf(d.day)})
}

// makers are those that nobody uses at the moment. The zero makers is ready.
type makers struct {
	mu   sync.Mutex
	idle []*entries
}

func (m *makers) take() *entries {
	m.mu.Lock()
	defer m.mu.Unlock()
	if n := len(m.idle); n > 0 {
		x := m.idle[n-1]
		m.idle = m.idle[:n-1]
		return x
	}
	return new(entries)
}

func (m *makers) give(x *entries) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.idle) < 2 {
		m.idle = append(m.idle, x)
	}
}

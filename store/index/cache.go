package index

import (
	"sync"
)

// Cache keeps between searches what stays the same from one to the next. The zero Cache is ready, and may be used by several
// at once.
type Cache struct {
	mu      sync.Mutex
	columns *Columns
	heads   map[uint32][]string // by segment; these never change
	entries map[string]*Entry
	spare   []*scratch
	apart   apart
	long    int // how many postings a list has that is taken apart; 0: as many as pay
	typed   typedPrefix
}

// Columns are those of a state, from the same transaction.
func (c *Cache) Columns(r Reader, st State) *Columns {
	c.mu.Lock()
	have := c.columns
	c.mu.Unlock()
	if have != nil && have.Changed == st.Changed && len(have.Kind) == int(st.Next) {
		return have
	}
	have = readColumns(r, st)
	c.mu.Lock()
	defer c.mu.Unlock()
	// One who reads an older state does not take the newer one's place.
	if c.columns == nil || c.columns.Changed < have.Changed {
		c.columns = have
	}
	return have
}

// Forget drops everything: the index was begun anew.
func (c *Cache) Forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.columns, c.heads, c.entries, c.apart, c.typed = nil, nil, nil, apart{}, typedPrefix{}
}

// dictionaries are the first terms of the dictionaries of some segments; those of other segments are forgotten.
func (c *Cache) dictionaries(r Reader, segments []Segment) (map[uint32][]string, int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	out, hurt, fresh := make(map[uint32][]string, len(segments)), 0, false
	for _, s := range segments {
		heads, ok := c.heads[s.No]
		if !ok {
			fresh = true
			body, err := r.Get(Heads, key32(s.No))
			if err == nil {
				heads, err = parseHeads(body)
			}
			if err != nil {
				hurt++
				continue
			}
		}
		out[s.No] = heads
	}
	if len(out) != len(c.heads) || fresh {
		c.apart.purge(out)
	}
	c.heads = out
	return out, hurt
}

// pending are the entries that wait, in the order of their keys.
func (c *Cache) pending(r Reader) (entries []*Entry, hurt int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	var kept map[string]*Entry
	cur := r.Cursor(Pending)
	for k, v, err := cur.Seek(nil); k != nil; k, v, err = cur.Next() {
		if err != nil {
			hurt++
			continue
		}
		head := reader{b: v}
		e := c.entries[string(k)]
		if seq := head.uvarint(); e == nil || e.Seq != seq {
			if e, err = ParseEntry(v); err != nil {
				hurt++
				continue
			}
		}
		if kept == nil {
			kept = make(map[string]*Entry, len(c.entries)+1)
		}
		kept[string(k)] = e
		entries = append(entries, e)
	}
	c.entries = kept
	return entries, hurt
}

func (c *Cache) borrow() *scratch {
	c.mu.Lock()
	defer c.mu.Unlock()
	if n := len(c.spare); n > 0 {
		s := c.spare[n-1]
		c.spare = c.spare[:n-1]
		return s
	}
	return &scratch{}
}

func (c *Cache) giveBack(s *scratch) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.spare) < 2 {
		c.spare = append(c.spare, s)
	}
}

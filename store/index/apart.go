package index

import "strings"

// apartMost is how many bytes of lists are kept taken apart.
const apartMost = 20 << 20

// apartKey names what was taken apart: a list of a segment, or the lists of some of its terms together.
type apartKey struct {
	seg, no uint32
	terms   string // each followed by a zero; then no is 0
}

// apart is what is kept taken apart; the segments that it is of never change.
type apart struct {
	kept  map[apartKey]*kept
	size  int
	clock uint64
}

type kept struct {
	list  *dense
	facet *facetColumn
	size  int
	used  uint64
}

// get is what is kept under a key; nil for nothing.
func (c *Cache) get(k apartKey) *kept {
	c.mu.Lock()
	defer c.mu.Unlock()
	e := c.apart.kept[k]
	if e != nil {
		c.apart.clock++
		e.used = c.apart.clock
	}
	return e
}

// keep takes something in, and lets go of what was not used for longest where that is too much.
func (c *Cache) keep(k apartKey, e *kept) {
	c.mu.Lock()
	defer c.mu.Unlock()
	a := &c.apart
	if a.kept == nil {
		a.kept = make(map[apartKey]*kept)
	}
	if old := a.kept[k]; old != nil {
		a.size -= old.size
	}
	a.clock++
	e.used = a.clock
	e.size += len(k.terms)
	a.kept[k] = e
	a.size += e.size
	for a.size > apartMost && len(a.kept) > 1 {
		a.evict()
	}
}

func (a *apart) evict() {
	var oldest apartKey
	least := a.clock + 1
	for k, e := range a.kept {
		if e.used < least {
			oldest, least = k, e.used
		}
	}
	a.size -= a.kept[oldest].size
	delete(a.kept, oldest)
}

// purge lets go of what segments had that are there no more.
func (a *apart) purge(there map[uint32][]string) {
	for k, e := range a.kept {
		if _, ok := there[k.seg]; !ok {
			a.size -= e.size
			delete(a.kept, k)
		}
	}
}

// long reports whether a list of a source is worth taking apart.
func (s *Snapshot) long(x *source, l list) bool {
	return l.entry == nil && l.inline == nil && l.df >= s.cache.longList(x.n)
}

// taken is a list taken apart if it is kept so; nil otherwise.
func (s *Snapshot) taken(x *source, l list) *dense {
	if s.long(x, l) {
		if e := s.cache.get(apartKey{seg: l.seg, no: l.no}); e != nil {
			return e.list
		}
	}
	return nil
}

// apart takes a long list apart, unless that is done; nil for a short one, and where it cannot be read.
func (s *Snapshot) apart(x *source, l list) *dense {
	if !s.long(x, l) {
		return nil
	}
	k := apartKey{seg: l.seg, no: l.no}
	if e := s.cache.get(k); e != nil {
		return e.list
	}
	d := s.takeApart(x, l)
	if d != nil {
		s.cache.keep(k, &kept{list: d, size: d.size()})
	}
	return d
}

// merged is the lists of terms that count the same as one; nil where they are too short for that. Whatever is kept of it need
// not be looked up in the dictionary.
func (s *Snapshot) merged(x *source, terms []Alt) *dense {
	if x.entries != nil || len(terms) < 2 {
		return nil
	}
	var b strings.Builder
	for _, t := range terms {
		b.WriteString(t.Term)
		b.WriteByte(0)
	}
	k := apartKey{seg: x.dict.seg, terms: b.String()}
	if e := s.cache.get(k); e != nil {
		return e.list
	}
	var lists []list
	df, hurt := 0, s.hurt
	for _, t := range terms {
		lists = x.find(lists, t.Term)
	}
	for _, l := range lists {
		df += l.df
	}
	if df < s.cache.longList(x.n) {
		return nil
	}
	d := s.together(x, lists)
	if d != nil && s.hurt == hurt {
		s.cache.keep(k, &kept{list: d, size: d.size()})
	}
	return d
}

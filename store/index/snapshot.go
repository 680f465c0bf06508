package index

import (
	"hadir/model"
)

// Snapshot is the index as one transaction sees it. It is good as long as that lasts, for one goroutine.
type Snapshot struct {
	r       Reader
	cache   *Cache
	State   State
	Columns *Columns
	sources []source
	events  []model.ID
	at      map[model.ID]uint32 // of events that only wait; others are in the columns
	info    []EventInfo
	gone    bool     // some event is not to be found
	hidden  []uint64 // documents whose record waits to be indexed anew; nil: none
	live    uint32   // how many documents live, those that wait among them
	words   uint64
	hurt    int
	newDays bool            // events wait, of which some may be of another day than the segments know
	done    <-chan struct{} // closed when nobody waits for the search any more
	*scratch
}

// source is a range of documents that is searched by itself: a segment, or the entries that wait. Its documents are numbered
// from 0; From is the first one's number in the index.
type source struct {
	from    uint32
	n       int
	dict    dictionary
	entries []*Entry // of those that wait; else nil
	kind    []model.Kind
	length  []uint16
	day     []uint16
	event   []uint32
}

// Open gives the index as r has it; ok is false where there is none. It must be closed.
func Open(r Reader, cache *Cache) (s *Snapshot, ok bool, err error) {
	st, ok, err := ReadState(r)
	if err != nil || !ok {
		return nil, false, err
	}
	s = &Snapshot{r: r, cache: cache, State: st, Columns: cache.Columns(r, st), live: st.Docs, words: st.Words}
	s.scratch = cache.borrow()
	c := s.Columns
	s.events, s.info, s.gone = c.Events, c.Info, c.Gone > 0
	heads, hurt := cache.dictionaries(r, st.Segments)
	s.hurt += hurt
	for _, x := range st.Segments {
		to := min(int(x.To), len(c.Kind))
		s.sources = append(s.sources, source{
			from: x.From, n: to - int(x.From), dict: dictionary{r: r, seg: x.No, heads: heads[x.No], hurt: &s.hurt},
			kind: c.Kind[x.From:to], length: c.Length[x.From:to], day: c.Day[x.From:to], event: c.Event[x.From:to],
		})
	}
	entries, hurt := cache.pending(r)
	s.hurt += hurt
	if len(entries) > 0 {
		s.wait(entries)
	}
	s.norms.fill(s.words, s.live)
	return s, true, nil
}

// Close gives back what the snapshot has borrowed.
func (s *Snapshot) Close() {
	s.cache.giveBack(s.scratch)
	s.scratch = nil
}

// Unread is how many documents cannot be searched because the table is damaged, and how many other values could not be read.
func (s *Snapshot) Unread() int { return s.Columns.Unread + s.hurt }

// wait makes a source of the entries that wait, and hides the documents whose place they take.
func (s *Snapshot) wait(entries []*Entry) {
	x := source{from: s.State.Next}
	s.info = append([]EventInfo(nil), s.info...)
	s.events = s.events[:len(s.events):len(s.events)]
	s.at = make(map[model.ID]uint32)
	for _, e := range entries {
		if e.Old != 0 && s.Columns.alive(e.Old) {
			s.hide(e.Old)
		}
		s.newDay(e)
		if e.Key.Kind == model.KindEvent {
			s.info[s.ordinal(e.Key.Event)] = EventInfo{Live: !e.Gone, Day: e.Day}
			s.gone = s.gone || e.Gone
		}
		if e.Gone {
			continue
		}
		x.entries = append(x.entries, e)
		x.kind, x.length = append(x.kind, e.Key.Kind), append(x.length, e.Length)
		x.day, x.event = append(x.day, e.Day), append(x.event, s.ordinal(e.Key.Event))
		s.live++
		s.words += uint64(e.Length)
	}
	for _, i := range s.info {
		s.gone = s.gone || !i.Live
	}
	if x.n = len(x.entries); x.n > 0 {
		s.sources = append(s.sources, x)
	}
}

func (s *Snapshot) hide(doc uint32) {
	if s.hidden == nil {
		s.hidden = make([]uint64, len(s.Columns.Kind)/64+1)
	}
	s.hidden[doc/64] |= 1 << (doc % 64)
	s.live--
	s.words -= uint64(s.Columns.Length[doc])
}

// ordinal is where an event stands in events.
func (s *Snapshot) ordinal(event model.ID) uint32 {
	if i, ok := s.Columns.At[event]; ok {
		return i
	}
	i, ok := s.at[event]
	if !ok {
		i = uint32(len(s.events))
		s.at[event] = i
		s.events = append(s.events, event)
		s.info = append(s.info, EventInfo{})
	}
	return i
}

// dayOf is the day by which a document is old: its event's, or its own where it belongs to none.
func (s *Snapshot) dayOf(x *source, d uint32) uint16 {
	if e := x.event[d]; e != 0 {
		return s.info[e].Day
	}
	return x.day[d]
}

// key is the record that a document of a source is.
func (s *Snapshot) key(x *source, d uint32) (model.Key, error) {
	if x.entries != nil {
		return x.entries[d].Key, nil
	}
	doc, err := DocAt(s.r, x.from+d)
	return doc.Key(), err
}

// find appends the lists of a term.
func (x *source) find(dst []list, term string) []list {
	if x.entries == nil {
		if l, ok := x.dict.find(term); ok {
			dst = append(dst, l)
		}
		return dst
	}
	for i, e := range x.entries {
		if p, ok := e.find(term); ok {
			dst = append(dst, list{df: 1, doc: x.from + uint32(i), entry: &p})
		}
	}
	return dst
}

// Frequency is in how many documents a term is; those that died since the last merge count.
func (s *Snapshot) Frequency(term string) (df int) {
	for i := range s.sources {
		for _, l := range s.sources[i].find(nil, term) {
			df += l.df
		}
	}
	return df
}

// Each calls f with every term that begins with a prefix, and in how many documents of one part of the index it is: a term
// comes once for each part. The term is only good during the call.
func (s *Snapshot) Each(prefix string, f func(term []byte, df int)) {
	for i := range s.sources {
		x := &s.sources[i]
		if x.entries == nil {
			x.dict.each(prefix, func(term []byte, l list) bool {
				f(term, l.df)
				return true
			})
			continue
		}
		for _, e := range x.entries {
			e.each(prefix, func(p Posting) { f([]byte(p.Term), 1) })
		}
	}
}

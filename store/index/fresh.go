package index

import "hadir/model"

// freshDays is how fresh the events of some columns are on a day, and how fresh the freshest of each chunk of documents is.
type freshDays struct {
	columns *Columns
	today   uint16
	events  []float64
	chunks  []float64
}

// chunkSize is how many documents share one figure of how fresh they can be.
const chunkSize = 64

// freshEvents is how fresh each event is. Searches of one day share it as long as the documents are the same; what events are said
// to be that wait, is worked out each time.
func (s *Snapshot) freshEvents(today uint16) []float64 {
	c, k := s.Columns, &s.scratch.kept
	if k.columns != c || k.today != today {
		*k = freshDays{columns: c, today: today, events: make([]float64, len(c.Info)), chunks: make([]float64, len(c.Kind)/chunkSize+1)}
		for i, e := range c.Info {
			k.events[i] = freshness(e.Day, today)
		}
		for d, e := range c.Event {
			fresh := k.events[e]
			if e == 0 {
				fresh = freshness(c.Day[d], today)
			}
			k.chunks[d/chunkSize] = max(k.chunks[d/chunkSize], fresh)
		}
	}
	if s.at == nil {
		return k.events
	}
	fresh := make([]float64, len(s.info))
	copy(fresh, k.events)
	for i, e := range s.info {
		if i >= len(c.Info) || e != c.Info[i] {
			fresh[i] = freshness(e.Day, today)
		}
	}
	return fresh
}

// freshest is how fresh the documents from first to last of a source can be.
func (s *Snapshot) freshest(x *source, first, last uint32) (most float64) {
	k := &s.scratch.kept
	if s.newDays || x.entries != nil {
		return 1
	}
	from, to := int(x.from+first)/chunkSize, int(x.from+last)/chunkSize
	for i := from; i <= to && i < len(k.chunks); i++ {
		most = max(most, k.chunks[i])
	}
	return most
}

// freshOf is how fresh a document of a source is.
func (x *search) freshOf(s *source, d uint32) float64 {
	if e := s.event[d]; e != 0 {
		return x.fresh[e]
	}
	return freshness(s.day[d], x.q.Today)
}

// newDay notes that an event waits, whose day may be another one.
func (s *Snapshot) newDay(e *Entry) {
	s.newDays = s.newDays || e.Key.Kind == model.KindEvent
}

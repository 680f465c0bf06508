package index

import (
	"hadir/model"
)

// Columns are what searching asks of every document, by its number.
type Columns struct {
	Changed uint64 // the state's, of which these are
	Kind    []model.Kind
	Length  []uint16
	Day     []uint16 // its own
	Event   []uint32 // where its event stands in Events; 0 for what belongs to none
	Events  []model.ID
	At      map[model.ID]uint32
	Info    []EventInfo // of Events
	Gone    int         // events whose own document is not there
	Unread  int         // documents whose part of the table is damaged
}

// EventInfo is what documents take over from the event that they belong to.
type EventInfo struct {
	Live bool
	Day  uint16
}

func (c *Columns) alive(doc uint32) bool { return int(doc) < len(c.Kind) && c.Kind[doc] != 0 }

// readColumns reads the whole table: some milliseconds for 300,000 documents.
func readColumns(r Reader, st State) *Columns {
	n := int(st.Next)
	c := &Columns{
		Changed: st.Changed, Kind: make([]model.Kind, n), Length: make([]uint16, n), Day: make([]uint16, n),
		Event: make([]uint32, n), Events: []model.ID{{}}, At: map[model.ID]uint32{{}: 0}, Info: []EventInfo{{Live: true}},
	}
	docs := make([]Doc, 0, docsSize)
	cur := r.Cursor(Docs)
	for k, v, err := cur.Seek(nil); k != nil; k, v, err = cur.Next() {
		if err == nil {
			docs, err = parseDocs(docs[:0], v)
		}
		if err != nil || len(k) != 4 {
			c.Unread += docsSize
			continue
		}
		for i, d := range docs {
			if doc := int(at32(k, 0))*docsSize + i; doc < n && !d.Dead {
				c.put(doc, d)
			}
		}
	}
	for _, i := range c.Info {
		if !i.Live {
			c.Gone++
		}
	}
	return c
}

func (c *Columns) put(doc int, d Doc) {
	e, ok := c.At[d.Event]
	if !ok {
		e = uint32(len(c.Events))
		c.At[d.Event] = e
		c.Events = append(c.Events, d.Event)
		c.Info = append(c.Info, EventInfo{})
	}
	c.Kind[doc], c.Length[doc], c.Day[doc], c.Event[doc] = d.Kind, d.Length, d.Day, e
	if d.Kind == model.KindEvent {
		c.Info[e] = EventInfo{Live: true, Day: d.Day}
	}
}

package index

import (
	"encoding/binary"
	"slices"

	"hadir/model"
)

// docsSize is how many documents one value of the table holds.
const docsSize = 128

// Doc is one document of the table. One that is dead keeps nothing but that.
type Doc struct {
	Dead   bool
	Kind   model.Kind
	Event  model.ID
	ID     model.ID
	Day    uint16
	Length uint16
}

// Key is the record that the document is.
func (d Doc) Key() model.Key { return model.Key{Kind: d.Kind, Event: d.Event, ID: d.ID} }

// appendDocs writes documents of the table:
//
//	count, events (uvarint), event (16) each, then for each document: kind (1), 0 for a dead one, and nothing more of it;
//	else event (uvarint), day, length (uvarint), id (16)
func appendDocs(b []byte, docs []Doc) []byte {
	var events []model.ID
	for _, d := range docs {
		if !d.Dead && !slices.Contains(events, d.Event) {
			events = append(events, d.Event)
		}
	}
	b = binary.AppendUvarint(b, uint64(len(docs)))
	b = binary.AppendUvarint(b, uint64(len(events)))
	for _, id := range events {
		b = append(b, id[:]...)
	}
	for _, d := range docs {
		if d.Dead {
			b = append(b, 0)
			continue
		}
		b = append(b, byte(d.Kind))
		b = binary.AppendUvarint(b, uint64(slices.Index(events, d.Event)))
		b = binary.AppendUvarint(b, uint64(d.Day))
		b = binary.AppendUvarint(b, uint64(d.Length))
		b = append(b, d.ID[:]...)
	}
	return b
}

// parseDocs reads what appendDocs wrote, and appends it.
func parseDocs(dst []Doc, body []byte) ([]Doc, error) {
	r := reader{b: body}
	n := r.small(docsSize + 1)
	events := make([]model.ID, r.small(docsSize+1))
	for i := range events {
		events[i] = r.id()
	}
	for range n {
		kind := r.byte()
		if kind == 0 {
			dst = append(dst, Doc{Dead: true})
			continue
		}
		d := Doc{Kind: model.Kind(kind)}
		if i := r.small(docsSize); i < len(events) {
			d.Event = events[i]
		} else {
			r.fail()
		}
		d.Day, d.Length = uint16(r.small(1<<16)), uint16(r.small(1<<16))
		d.ID = r.id()
		dst = append(dst, d)
	}
	if r.bad || len(r.b) > 0 {
		return nil, damaged("documents")
	}
	return dst, nil
}

func readDocs(r Reader, no uint32) ([]Doc, error) {
	body, err := r.Get(Docs, key32(no))
	if err != nil || body == nil {
		return nil, err
	}
	return parseDocs(make([]Doc, 0, docsSize), body)
}

// DocAt is one document of the table. It is called for each of those that are shown, and keeps no other.
func DocAt(r Reader, doc uint32) (d Doc, err error) {
	body, err := r.Get(Docs, key32(doc/docsSize))
	if err != nil {
		return d, err
	}
	x := reader{b: body}
	n := x.small(docsSize + 1)
	events := x.bytes(16 * x.small(docsSize+1))
	at := int(doc % docsSize)
	if at >= n {
		return d, damaged("documents")
	}
	for range at {
		if x.byte() != 0 {
			x.uvarint()
			x.uvarint()
			x.uvarint()
			x.bytes(16)
		}
	}
	if d.Kind = model.Kind(x.byte()); d.Kind == 0 && !x.bad {
		return Doc{Dead: true}, nil
	}
	if i := x.small(uint64(len(events))/16 + 1); 16*i < len(events) {
		copy(d.Event[:], events[16*i:])
	} else {
		x.fail()
	}
	d.Day, d.Length = uint16(x.small(1<<16)), uint16(x.small(1<<16))
	d.ID = x.id()
	if x.bad {
		return Doc{}, damaged("documents")
	}
	return d, nil
}

// placesKey is where the numbers of an event's documents stand. Those that belong to no event are spread by their IDs.
func placesKey(k model.Key) []byte {
	b := append(make([]byte, 0, 18), k.Event[:]...)
	if k.Event.IsZero() {
		b = append(b, k.ID[0], k.ID[1]&0xf0)
	}
	return b
}

// place is one document of an event: its kind, the beginning of its ID, its number.
type place struct {
	kind model.Kind
	id   uint32
	doc  uint32
}

func placeOf(k model.Key, doc uint32) place {
	return place{k.Kind, binary.BigEndian.Uint32(k.ID[4:]), doc}
}

func appendPlacesOf(b []byte, ps []place) []byte {
	for _, p := range ps {
		b = append(b, byte(p.kind))
		b = binary.BigEndian.AppendUint32(b, p.id)
		b = binary.AppendUvarint(b, uint64(p.doc))
	}
	return b
}

func parsePlacesOf(body []byte) ([]place, error) {
	r := reader{b: body}
	var out []place
	for len(r.b) > 0 {
		p := place{kind: model.Kind(r.byte())}
		if id := r.bytes(4); id != nil {
			p.id = binary.BigEndian.Uint32(id)
		}
		p.doc = uint32(r.small(1 << 32))
		out = append(out, p)
	}
	if r.bad {
		return nil, damaged("places")
	}
	return out, nil
}

// Find is the number of the document that a record is; 0 where it is none.
func Find(r Reader, k model.Key) (uint32, error) {
	body, err := r.Get(Places, placesKey(k))
	if err != nil || body == nil {
		return 0, err
	}
	places, err := parsePlacesOf(body)
	if err != nil {
		return 0, err
	}
	for _, p := range places {
		if want := placeOf(k, p.doc); p == want {
			// Two records may begin alike: the table knows.
			if d, err := DocAt(r, p.doc); err != nil || !d.Dead && d.Key() == k {
				return p.doc, err
			}
		}
	}
	return 0, nil
}

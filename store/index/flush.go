package index

import (
	"cmp"
	"slices"

	"hadir/model"
)

// Flush makes documents of entries, in their order, and a segment of their terms, in the transaction of w. An entry takes the
// place of the document that was its record before. What it writes grows with the entries and not with the index.
func Flush(w Writer, st *State, entries []*Entry) error {
	f := flusher{w: w, st: st, tables: make(map[uint32][]Doc), places: make(map[string][]place)}
	from := st.Next
	lists := make(map[string][]posting)
	for _, e := range entries {
		if err := f.kill(e); err != nil {
			return err
		}
		if e.Gone {
			continue
		}
		doc, err := f.add(e)
		if err != nil {
			return err
		}
		for _, p := range e.Terms {
			lists[p.Term] = append(lists[p.Term], posting{doc, p.Count, e.Length, appendPlaces(nil, p.At)})
		}
	}
	st.Changed++
	if err := f.finish(); err != nil || len(lists) == 0 {
		return err
	}
	s := segmentWriter{w: w, seg: st.Segment}
	st.Segment++
	terms := make([]string, 0, len(lists))
	for t := range lists {
		terms = append(terms, t)
	}
	slices.Sort(terms)
	for _, t := range terms {
		if err := s.add(t, lists[t]); err != nil {
			return err
		}
	}
	if err := s.finish(); err != nil {
		return err
	}
	st.Segments = append(st.Segments, Segment{No: s.seg, From: from, To: st.Next, Blocks: s.blocks})
	return nil
}

// flusher changes the table of documents, and writes each value of it once.
type flusher struct {
	w      Writer
	st     *State
	tables map[uint32][]Doc
	places map[string][]place
}

func (f *flusher) table(no uint32) ([]Doc, error) {
	if docs, ok := f.tables[no]; ok {
		return docs, nil
	}
	docs, err := readDocs(f.w, no)
	if err == nil {
		f.tables[no] = docs
	}
	return docs, err
}

func (f *flusher) placesOf(k model.Key) (string, []place, error) {
	key := string(placesKey(k))
	if ps, ok := f.places[key]; ok {
		return key, ps, nil
	}
	body, err := f.w.Get(Places, []byte(key))
	if err != nil {
		return key, nil, err
	}
	ps, err := parsePlacesOf(body)
	if err == nil {
		f.places[key] = ps
	}
	return key, ps, err
}

// kill takes the document of an entry's record away, if there is one.
func (f *flusher) kill(e *Entry) error {
	if e.Old == 0 {
		return nil
	}
	docs, err := f.table(e.Old / docsSize)
	if err != nil {
		return err
	}
	i := int(e.Old % docsSize)
	if i >= len(docs) || docs[i].Dead || docs[i].Key() != e.Key {
		return nil
	}
	f.st.Docs--
	f.st.Words -= uint64(docs[i].Length)
	docs[i] = Doc{Dead: true}
	key, ps, err := f.placesOf(e.Key)
	if err != nil {
		return err
	}
	f.places[key] = slices.DeleteFunc(ps, func(p place) bool { return p.doc == e.Old })
	return nil
}

// add gives an entry's record its number.
func (f *flusher) add(e *Entry) (doc uint32, err error) {
	doc = f.st.Next
	docs, err := f.table(doc / docsSize)
	if err != nil {
		return 0, err
	}
	for len(docs) < int(doc%docsSize) {
		docs = append(docs, Doc{Dead: true}) // number 0 is nobody's
	}
	f.tables[doc/docsSize] = append(docs, Doc{
		Kind: e.Key.Kind, Event: e.Key.Event, ID: e.Key.ID, Day: e.Day, Length: e.Length,
	})
	key, ps, err := f.placesOf(e.Key)
	if err != nil {
		return 0, err
	}
	f.places[key] = append(ps, placeOf(e.Key, doc))
	f.st.Next++
	f.st.Docs++
	f.st.Words += uint64(e.Length)
	return doc, nil
}

func (f *flusher) finish() error {
	for _, no := range sortedKeys(f.tables) {
		if len(f.tables[no]) == 0 {
			continue
		}
		if err := f.w.Put(Docs, key32(no), appendDocs(nil, f.tables[no])); err != nil {
			return err
		}
	}
	for _, key := range sortedKeys(f.places) {
		ps := f.places[key]
		if len(ps) == 0 {
			if err := f.w.Delete(Places, []byte(key)); err != nil {
				return err
			}
			continue
		}
		if err := f.w.Put(Places, []byte(key), appendPlacesOf(nil, ps)); err != nil {
			return err
		}
	}
	return nil
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

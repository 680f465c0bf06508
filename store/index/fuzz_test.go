package index

import (
	"bytes"
	"testing"

	"hadir/model"
)

// FuzzValues gives every reader of stored bytes whatever comes: each refuses it or reads it, and what was read is written and
// read again the same.
func FuzzValues(f *testing.F) {
	var b Builder
	b.Add("paspor", 2, 0)
	b.Add("+paspor", 1, -1)
	b.Add("paspor", 1, 9)
	b.Words(2)
	e := b.Entry(Entry{Key: model.Key{Kind: model.KindQuestion, Event: model.ID{1}, ID: model.ID{2}}, Seq: 7, Day: 19000})
	f.Add(e.Append(nil))
	st := NewState(1)
	st.Next, st.Segment = 9, 3
	st.Segments = []Segment{{No: 1, From: 1, To: 5, Blocks: 1}, {No: 2, From: 5, To: 9, Blocks: 1}}
	st.begin(0)
	f.Add(st.Append(nil))
	f.Add(appendDocs(nil, []Doc{{Dead: true}, {Kind: model.KindEvent, Event: model.ID{1}, ID: model.ID{1}, Day: 3, Length: 4}}))
	f.Add(appendHeads(nil, []string{"#pmi", "paspor", "pati"}))
	f.Add(appendPlacesOf(nil, []place{{model.KindQuestion, 1, 2}}))
	f.Add(appendBlock(nil, []posting{{3, 1, 5, appendPlaces(nil, []uint32{1, 4})}, {9, 2, 8, appendPlaces(nil, []uint32{0, 3})}}))
	f.Fuzz(func(t *testing.T, body []byte) {
		if e, err := ParseEntry(body); err == nil {
			again, err := ParseEntry(e.Append(nil))
			if err != nil || !bytes.Equal(again.Append(nil), e.Append(nil)) {
				t.Errorf("entry %+v became %+v, %v", e, again, err)
			}
			e.find("paspor")
			e.Digest()
		}
		if st, err := ParseState(body); err == nil {
			again, err := ParseState(st.Append(nil))
			if err != nil || !bytes.Equal(again.Append(nil), st.Append(nil)) {
				t.Errorf("state %+v became %+v, %v", st, again, err)
			}
		}
		if docs, err := parseDocs(nil, body); err == nil {
			again, err := parseDocs(nil, appendDocs(nil, docs))
			if err != nil || len(again) != len(docs) {
				t.Errorf("documents %+v became %+v, %v", docs, again, err)
			}
		}
		_, _ = parseHeads(body)
		_, _ = parsePlacesOf(body)
		m := newMemory()
		for b := States; b <= Posts; b++ {
			_ = m.Put(b, key32(0), body)
			_ = m.Put(b, key32(1, 0, 1), body)
		}
		_, _ = DocAt(m, 5)
		walkAll(m, list{df: 1, inline: append([]byte{1}, body...)})
		walkAll(m, list{df: 1, seg: 1})
		hurt := 0
		d := dictionary{r: m, seg: 0, heads: []string{""}, hurt: &hurt}
		d.each("", func([]byte, list) bool { return true })
		d.find("paspor")
	})
}

func walkAll(m *memory, l list) {
	var w walker
	w.open(m, l)
	for w.next() {
		if w.load() {
			for i := range w.n {
				w.places(i, nil)
			}
		}
	}
}

// FuzzIndex searches an index in which one value is anything.
func FuzzIndex(f *testing.F) {
	f.Add(uint8(2), uint8(0), []byte{1, 2, 3})
	f.Fuzz(func(t *testing.T, bucket, which uint8, body []byte) {
		m := newMemory()
		st := NewState(1)
		var entries []*Entry
		for i := range 300 {
			var b Builder
			for j, w := range []string{"paspor", "desa", "izin"} {
				b.Add(w, 1, j)
			}
			b.Words(3)
			id := model.ID{1, byte(i), byte(i >> 8)}
			e := b.Entry(Entry{Key: model.Key{Kind: model.KindEvent, Event: id, ID: id}})
			entries = append(entries, &e)
		}
		if err := Flush(m, &st, entries); err != nil {
			t.Fatal(err)
		}
		_ = st.Write(m)
		tray := m.tray(Bucket(bucket % 7))
		if len(tray.keys) > 0 {
			tray.values[tray.keys[int(which)%len(tray.keys)]] = body
		}
		x, ok, err := Open(m, new(Cache))
		if err != nil || !ok {
			return
		}
		defer x.Close()
		_, _ = x.Search(Query{
			Groups: []Group{{Weight: 1, Alts: []Alt{{"paspor", 1}}, Prefix: "pas"}}, Phrases: [][]string{{"desa", "izin"}}, Limit: 5,
			Facets: []string{"d"},
		})
		x.Digests()
	})
}

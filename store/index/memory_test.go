package index

import (
	"bytes"
	"slices"
)

// memory is a shelf in memory.
type memory struct {
	buckets map[Bucket]*tray
}

type tray struct {
	keys   []string
	values map[string][]byte
}

func newMemory() *memory { return &memory{buckets: make(map[Bucket]*tray)} }

func (m *memory) tray(b Bucket) *tray {
	t := m.buckets[b]
	if t == nil {
		t = &tray{values: make(map[string][]byte)}
		m.buckets[b] = t
	}
	return t
}

func (m *memory) Get(b Bucket, key []byte) ([]byte, error) { return m.tray(b).values[string(key)], nil }

func (m *memory) Put(b Bucket, key, value []byte) error {
	t := m.tray(b)
	if i, ok := slices.BinarySearch(t.keys, string(key)); !ok {
		t.keys = slices.Insert(t.keys, i, string(key))
	}
	t.values[string(key)] = bytes.Clone(value)
	return nil
}

func (m *memory) Delete(b Bucket, key []byte) error {
	t := m.tray(b)
	if i, ok := slices.BinarySearch(t.keys, string(key)); ok {
		t.keys = slices.Delete(t.keys, i, i+1)
		delete(t.values, string(key))
	}
	return nil
}

type walk struct {
	t *tray
	i int
}

func (m *memory) Cursor(b Bucket) Cursor { return &walk{t: m.tray(b)} }

func (w *walk) here() ([]byte, []byte, error) {
	if w.i < 0 || w.i >= len(w.t.keys) {
		return nil, nil, nil
	}
	return []byte(w.t.keys[w.i]), w.t.values[w.t.keys[w.i]], nil
}

func (w *walk) Seek(key []byte) ([]byte, []byte, error) {
	w.i, _ = slices.BinarySearch(w.t.keys, string(key))
	return w.here()
}

func (w *walk) Next() ([]byte, []byte, error) { w.i++; return w.here() }
func (w *walk) Prev() ([]byte, []byte, error) { w.i--; return w.here() }

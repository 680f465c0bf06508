package index

import "testing"

// TestWhatIsKeptApartStaysSmall keeps more than there is room for, and holds that what was used last is there still.
func TestWhatIsKeptApartStaysSmall(t *testing.T) {
	var c Cache
	first := apartKey{seg: 1}
	for i := range uint32(100) {
		c.keep(apartKey{seg: 1, no: i}, &kept{list: &dense{}, size: apartMost / 20})
		if c.get(first) == nil {
			t.Fatalf("what is used again and again is gone after %d", i)
		}
	}
	if c.apart.size > apartMost || len(c.apart.kept) < 10 || c.get(apartKey{seg: 1, no: 1}) != nil {
		t.Errorf("%d bytes in %d lists are kept", c.apart.size, len(c.apart.kept))
	}
	c.apart.purge(nil)
	if c.apart.size != 0 || len(c.apart.kept) != 0 {
		t.Errorf("of segments that are gone %d bytes are kept", c.apart.size)
	}
}

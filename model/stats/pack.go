package stats

import (
	"encoding/binary"
	"strings"
)

// PackParts puts parts into bytes: for each the length of its name, the name, and its figures, numbers as uvarints. Ten years of
// events have a million of them, and general decoding would take as long as reading all guests.
func PackParts(parts []Part) []byte {
	var b []byte
	for _, p := range parts {
		b = binary.AppendUvarint(b, uint64(len(p.Name)))
		b = append(b, p.Name...)
		for _, n := range p.Sum.figures() {
			b = binary.AppendUvarint(b, uint64(*n))
		}
	}
	return b
}

// UnpackParts takes parts out of what PackParts made; false when it made something else. Names are parts of the string.
func UnpackParts(packed string) (parts []Part, ok bool) {
	r := strings.NewReader(packed)
	parts = make([]Part, 0, len(packed)/24)
	for r.Len() > 0 {
		n, err := binary.ReadUvarint(r)
		if err != nil || n > uint64(r.Len()) {
			return nil, false
		}
		at := len(packed) - r.Len()
		p := Part{Name: packed[at : at+int(n)]}
		// Within what is left, as was just seen.
		_, _ = r.Seek(int64(at)+int64(n), 0)
		for _, f := range p.Sum.figures() {
			v, err := binary.ReadUvarint(r)
			if err != nil || v > 1<<31 {
				return nil, false
			}
			*f = int(v)
		}
		parts = append(parts, p)
	}
	return parts, true
}

// figures are the figures of a sum in the order in which they are packed.
func (s *Sum) figures() [7]*int {
	return [...]*int{&s.Invited, &s.Came, &s.Questions, &s.Answered, &s.Promised, &s.Kept, &s.Dropped}
}

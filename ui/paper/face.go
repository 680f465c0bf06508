package paper

import (
	"encoding/binary"
	"errors"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"
)

// missing is what is printed for a character that the font lacks: a box, which everybody sees, where PDF would print nothing.
const missing = '\u25a1'

// face knows how wide each character of a font is, and which it has. It reads the tables of a TrueType file, since a PDF writer asked
// for a character that is not there prints a blank and says nothing.
type face struct {
	file    []byte
	advance [1 << 16]uint16 // in thousandths of the size, plus one; 0: the font lacks it
}

// faces are the two hands that papers are set in: Liberation Sans, whose letters are as wide as Arial's, so that a page breaks alike in
// Word and in PDF.
type faces struct{ regular, bold *face }

func newFaces() (faces, error) {
	regular, err := newFace(liberationsansregular.TTF)
	if err != nil {
		return faces{}, err
	}
	bold, err := newFace(liberationsansbold.TTF)
	return faces{regular, bold}, err
}

func (f faces) of(bold bool) *face {
	if bold {
		return f.bold
	}
	return f.regular
}

var errFont = errors.New("the font's file cannot be read")

func newFace(file []byte) (*face, error) {
	head, hhea, hmtx, cmap := table(file, "head"), table(file, "hhea"), table(file, "hmtx"), table(file, "cmap")
	if len(head) < 20 || len(hhea) < 36 {
		return nil, errFont
	}
	units, metrics := int(u16(head, 18)), int(u16(hhea, 34))
	if units == 0 || metrics == 0 || len(hmtx) < 4*metrics {
		return nil, errFont
	}
	f := &face{file: file}
	found := glyphs(cmap, func(r rune, glyph int) {
		f.advance[r] = uint16(int(u16(hmtx, 4*min(glyph, metrics-1)))*1000/units) + 1
	})
	if !found {
		return nil, errFont
	}
	return f, nil
}

func u16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }

// table finds one table of a TrueType file.
func table(file []byte, tag string) []byte {
	if len(file) < 12 {
		return nil
	}
	for i := range int(u16(file, 4)) {
		at := 12 + 16*i
		if at+16 > len(file) {
			return nil
		}
		if string(file[at:at+4]) == tag {
			from, size := binary.BigEndian.Uint32(file[at+8:]), binary.BigEndian.Uint32(file[at+12:])
			if uint64(from)+uint64(size) > uint64(len(file)) {
				return nil
			}
			return file[from : from+size]
		}
	}
	return nil
}

// glyphs tells of each character that the font has, from its table for Windows and Unicode (format 4).
func glyphs(cmap []byte, each func(r rune, glyph int)) bool {
	if len(cmap) < 4 {
		return false
	}
	for i := range int(u16(cmap, 2)) {
		if at := 4 + 8*i; at+8 <= len(cmap) && u16(cmap, at) == 3 && u16(cmap, at+2) == 1 {
			if from := int(binary.BigEndian.Uint32(cmap[at+4:])); from+14 <= len(cmap) && u16(cmap, from) == 4 {
				return segments(cmap[from:], each)
			}
		}
	}
	return false
}

// segments reads a table of format 4: ranges of characters, each with a shift or a list of glyphs.
func segments(b []byte, each func(r rune, glyph int)) bool {
	n := int(u16(b, 6)) / 2
	if len(b) < 16+8*n {
		return false
	}
	ends, starts, deltas, offsets := 14, 16+2*n, 16+4*n, 16+6*n
	for i := range n {
		first, last, offset := int(u16(b, starts+2*i)), int(u16(b, ends+2*i)), int(u16(b, offsets+2*i))
		for c := first; c <= last && c < 0xffff; c++ {
			g := uint16(c)
			if offset != 0 {
				at := offsets + 2*i + offset + 2*(c-first)
				if at+2 > len(b) {
					return false
				}
				if g = u16(b, at); g == 0 {
					continue
				}
			}
			if g += u16(b, deltas+2*i); g != 0 {
				each(rune(c), int(g))
			}
		}
	}
	return true
}

// has reports whether the font can print r so that it is read as it is meant. Scripts that run from right to left it could only
// print backwards.
func (f *face) has(r rune) bool {
	if r < 0 || r >= 1<<16 || f.advance[r] == 0 {
		return false
	}
	if r < 0x590 {
		return true
	}
	p, _ := bidi.LookupRune(r)
	return p.Class() != bidi.R && p.Class() != bidi.AL
}

// width is how wide s is at a size in points, in millimetres.
func (f *face) width(s string, size float64) float64 {
	sum := 0
	for _, r := range s {
		if r < 1<<16 && f.advance[r] > 0 {
			sum += int(f.advance[r]) - 1
		}
	}
	return float64(sum) * size / 1000 * mmPerPoint
}

const mmPerPoint = 25.4 / 72

// printable is s as the font can print it. A character that it lacks is printed as the plain ones that it stands for (a full-width letter,
// a ligature), otherwise as one box; each such character is told to lost. Marks on a box are left out.
func (f *face) printable(s string, lost func(rune)) string {
	whole := true
	for _, r := range s {
		if whole = (r == '\n' || f.has(r)) && !joins(r); !whole {
			break
		}
	}
	if whole {
		return s
	}
	var out []rune
	for _, r := range s {
		switch plain := []rune(norm.NFKD.String(string(r))); {
		case joins(r):
		case r == '\n' || f.has(r):
			out = append(out, r)
		case f.hasAll(plain):
			out = append(out, plain...)
		default:
			lost(r)
			if len(out) == 0 || out[len(out)-1] != missing || norm.NFC.PropertiesString(string(r)).CCC() == 0 {
				out = append(out, missing)
			}
		}
	}
	return string(out)
}

// joins reports whether r only says how its neighbours are drawn.
func joins(r rune) bool { return r == 0x200c || r == 0x200d || r >= 0xfe00 && r <= 0xfe0f }

func (f *face) hasAll(rs []rune) bool {
	for _, r := range rs {
		if !f.has(r) {
			return false
		}
	}
	return true
}

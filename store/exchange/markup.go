package exchange

import (
	"bytes"
	"errors"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"hadir/model/sheet"
)

// markup reads the XML of a workbook's parts, tag by tag, from one fixed buffer. It knows what these parts use and no more:
// namespaces are dropped, names of closing tags are not compared, entities other than XML's own stay as they are, and a
// document type, which could define more of them, is refused. It is some ten times as fast as encoding/xml.
type markup struct {
	src  io.Reader
	buf  []byte
	r, w int // the bytes not yet read
	ends error

	depth int
	// text is what stood before the current tag, as raw bytes, while keep is set; cut says that more stood there than
	// maxRawCell.
	keep bool
	text []byte
	cut  bool
}

// tag is one tag. Its bytes are good until the next one is read.
type tag struct {
	name  []byte // without namespace
	attrs []byte
	open  bool // <a>
	close bool // </a>; both for <a/>
}

// is reports whether the tag has this name.
func (t tag) is(name string) bool { return string(t.name) == name }

// markupBytes is the usual buffer, and so the longest tag.
const markupBytes = 128 << 10

// newMarkup starts reading a part, in UTF-8 or in UTF-16 with a mark, the two that the format allows. buf is used until
// reading ends.
func newMarkup(src io.Reader, buf []byte) *markup {
	m := &markup{src: src, buf: buf}
	for m.w < 2 && m.ends == nil {
		m.fill()
	}
	head := m.buf[:m.w]
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		whole := io.MultiReader(bytes.NewReader(bytes.Clone(head)), src)
		if m.ends != nil {
			whole = bytes.NewReader(bytes.Clone(head))
		}
		utf16 := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()
		return &markup{src: transform.NewReader(whole, utf16), buf: m.buf}
	}
	return m
}

// broken is the error of XML that can't be read.
func broken(detail string) error {
	return &sheet.FileError{Fault: sheet.FaultBrokenSheet, Detail: detail}
}

// next moves to the next tag. At the end of the part it returns io.EOF.
func (m *markup) next() (tag, error) {
	m.text, m.cut = m.text[:0], false
	for {
		if err := m.untilTag(); err != nil {
			return tag{}, err
		}
		inside, err := m.tagBytes()
		if err != nil {
			return tag{}, err
		}
		// <?xml ...?>, comments and CDATA are not tags; the last is text.
		if len(inside) > 0 && (inside[0] == '?' || inside[0] == '!') {
			if err := m.special(inside); err != nil {
				return tag{}, err
			}
			continue
		}
		return m.tag(inside)
	}
}

// untilTag moves to the next "<", keeping the text on the way where that is wanted.
func (m *markup) untilTag() error {
	for {
		i := bytes.IndexByte(m.buf[m.r:m.w], '<')
		if i >= 0 {
			m.take(m.buf[m.r : m.r+i])
			m.r += i
			return nil
		}
		m.take(m.buf[m.r:m.w])
		m.r = m.w
		if m.ends != nil {
			return m.ends
		}
		m.fill()
	}
}

// take keeps text up to the limit of a cell.
func (m *markup) take(text []byte) {
	if !m.keep || len(text) == 0 {
		return
	}
	if room := maxRawCell - len(m.text); len(text) > room {
		text, m.cut = text[:room], true
	}
	m.text = append(m.text, text...)
}

// fill reads more, moving what is unread to the front of the buffer. It makes room or sets ends.
func (m *markup) fill() {
	if m.r > 0 {
		m.w = copy(m.buf, m.buf[m.r:m.w])
		m.r = 0
	}
	if m.w == len(m.buf) {
		m.ends = broken("tag")
		return
	}
	// Readers may give nothing a few times; one that never gives anything is broken.
	for range 100 {
		n, err := m.src.Read(m.buf[m.w:])
		m.w += n
		if m.ends = err; n > 0 || err != nil {
			return
		}
	}
	m.ends = io.ErrNoProgress
}

// tagBytes gives what stands between "<" and the ">" that ends the tag, and moves behind it.
func (m *markup) tagBytes() ([]byte, error) {
	for {
		window := m.buf[m.r+1 : m.w]
		if n := tagEnd(window); n >= 0 {
			m.r += n + 2
			return window[:n], nil
		}
		if err := m.more(); err != nil {
			return nil, err
		}
	}
}

// more reads on in the middle of a tag, where the part may not end.
func (m *markup) more() error {
	if m.ends == nil {
		m.fill()
		if m.ends == nil || errors.Is(m.ends, io.EOF) {
			return nil
		}
	}
	if errors.Is(m.ends, io.EOF) {
		return broken("cut off")
	}
	return m.ends
}

// tagEnd finds the ">" that ends a tag, or -1. One inside an attribute's quotes is rare, and so is looked for only where the
// quotes before the first ">" are not in pairs.
func tagEnd(b []byte) int {
	n := bytes.IndexByte(b, '>')
	if n < 0 || b[0] == '!' || b[0] == '?' {
		return n
	}
	if bytes.IndexByte(b[:n], '\'') < 0 && bytes.Count(b[:n], []byte{'"'})%2 == 0 {
		return n
	}
	var quote byte
	for i, c := range b {
		switch {
		case quote == 0 && c == '>':
			return i
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case c == quote:
			quote = 0
		}
	}
	return -1
}

// tag takes a tag's inside apart and keeps count of the depth.
func (m *markup) tag(inside []byte) (tag, error) {
	t := tag{open: true}
	switch {
	case len(inside) > 0 && inside[0] == '/':
		t.open, t.close, inside = false, true, inside[1:]
		m.depth--
	case len(inside) > 0 && inside[len(inside)-1] == '/':
		t.close, inside = true, inside[:len(inside)-1]
	default:
		m.depth++
	}
	if m.depth < 0 || m.depth > maxDepth {
		return tag{}, broken("depth")
	}
	// Names are a letter or two: a loop is faster than a search.
	start, end := 0, 0
	for ; end < len(inside) && inside[end] > ' '; end++ {
		if inside[end] == ':' {
			start = end + 1
		}
	}
	t.name, t.attrs = inside[start:end], inside[end:]
	return t, nil
}

// special passes over what begins with "<?" or "<!", of which tagBytes gave the part up to the first ">".
func (m *markup) special(inside []byte) error {
	switch {
	case inside[0] == '?':
		return m.passOver(inside, "?", false)
	case bytes.HasPrefix(inside, []byte("!--")):
		return m.passOver(inside[3:], "--", false)
	case bytes.HasPrefix(inside, []byte("![CDATA[")):
		return m.passOver(inside[8:], "]]", true)
	}
	return broken("dtd")
}

// passOver reads on until a ">" with the given end before it. CDATA is kept as text, its special characters spelled as
// entities, because the text will be unescaped as a whole.
func (m *markup) passOver(inside []byte, end string, cdata bool) error {
	for {
		last := bytes.HasSuffix(inside, []byte(end))
		if cdata && m.keep {
			text := inside
			if last {
				text = inside[:len(inside)-len(end)]
			}
			m.take(bytes.ReplaceAll(text, []byte("&"), []byte("&amp;")))
			if !last {
				m.take([]byte(">"))
			}
		}
		if last {
			return nil
		}
		var err error
		if inside, err = m.stretch(); err != nil {
			return err
		}
	}
}

// stretch gives the bytes up to the next ">", and moves behind it.
func (m *markup) stretch() ([]byte, error) {
	for {
		if n := bytes.IndexByte(m.buf[m.r:m.w], '>'); n >= 0 {
			piece := m.buf[m.r : m.r+n]
			m.r += n + 1
			return piece, nil
		}
		if err := m.more(); err != nil {
			return nil, err
		}
	}
}

// skip reads to the end of the element that t opened.
func (m *markup) skip(t tag) error {
	if t.close {
		return nil
	}
	for outside := m.depth - 1; m.depth > outside; {
		if _, err := m.next(); err != nil {
			return err
		}
	}
	return nil
}

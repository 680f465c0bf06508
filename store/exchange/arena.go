package exchange

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// arena makes strings out of bytes, many to an allocation. A builder's bytes never change once written, so parts of it are
// strings of their own.
type arena struct{ b strings.Builder }

// arenaBytes is how much is allocated at once.
const arenaBytes = 64 << 10

// keep copies bytes into a string.
func (a *arena) keep(p []byte) string {
	if len(p) == 0 {
		return ""
	}
	if a.b.Cap()-a.b.Len() < len(p) {
		a.b = strings.Builder{}
		a.b.Grow(max(arenaBytes, len(p)))
	}
	start := a.b.Len()
	a.b.Write(p)
	return a.b.String()[start:]
}

// flaws are what happened to a text on its way into a cell.
type flaws struct{ cut, bad bool }

// cellText makes a cell's text of raw XML text: entities resolved, valid, not too long. It overwrites raw.
func (a *arena) cellText(raw []byte) (string, flaws) {
	var f flaws
	p := unescape(raw)
	if !utf8.Valid(p) {
		p, f.bad = bytes.ToValidUTF8(p, []byte("\ufffd")), true
	}
	s := a.keep(p)
	if bytes.Contains(p, []byte("_x")) {
		s = excelEscapes(s)
	}
	s, f.cut = cutCell(s)
	return s, f
}

package exchange

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// unescape resolves XML's entities and line endings. Entities that XML does not have by itself stay as they are: without a
// document type nobody has defined them. The result may be the given bytes, overwritten.
func unescape(b []byte) []byte {
	if bytes.IndexByte(b, '&') < 0 && bytes.IndexByte(b, '\r') < 0 {
		return b
	}
	// An entity is never shorter than what it stands for, so the result fits where the text was.
	out := b[:0]
	for i := 0; i < len(b); {
		switch c := b[i]; {
		case c == '&':
			r, n := entity(b[i:])
			if n == 0 {
				out = append(out, c)
				i++
				continue
			}
			out = utf8.AppendRune(out, r)
			i += n
		case c == '\r':
			if i+1 >= len(b) || b[i+1] != '\n' {
				out = append(out, '\n')
			}
			i++
		default:
			out = append(out, c)
			i++
		}
	}
	return out
}

// entity reads the entity at the start of b and gives its character and its length, or a length of 0.
func entity(b []byte) (rune, int) {
	// The longest, &#x10FFFF; with some leading zeros.
	end := bytes.IndexByte(b[:min(len(b), 16)], ';')
	if end < 0 {
		return 0, 0
	}
	switch name := string(b[1:end]); {
	case name == "amp":
		return '&', end + 1
	case name == "lt":
		return '<', end + 1
	case name == "gt":
		return '>', end + 1
	case name == "quot":
		return '"', end + 1
	case name == "apos":
		return '\'', end + 1
	case len(name) > 1 && name[0] == '#':
		return numbered(name[1:], end+1)
	}
	return 0, 0
}

// numbered reads a character reference, decimal or hexadecimal.
func numbered(digits string, length int) (rune, int) {
	base := 10
	if digits[0] == 'x' || digits[0] == 'X' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil {
		return 0, 0
	}
	// A number that is no character stands for a damaged one. U+FFFD takes three bytes, "&#0;" already four.
	if n == 0 || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) {
		return utf8.RuneError, length
	}
	return rune(n), length
}

// excelEscapes resolves the "_x000D_" by which Excel writes characters that XML may not hold.
func excelEscapes(s string) string {
	const length = len("_x0000_")
	var out []byte
	last := 0
	for i := 0; i+length <= len(s); i++ {
		if s[i] != '_' || s[i+1] != 'x' || s[i+length-1] != '_' {
			continue
		}
		n, err := strconv.ParseUint(s[i+2:i+length-1], 16, 16)
		if err != nil || !utf8.ValidRune(rune(n)) {
			continue
		}
		out = append(append(out, s[last:i]...), string(rune(n))...)
		last = i + length
		i = last - 1
	}
	if last == 0 {
		return s
	}
	return string(append(out, s[last:]...))
}

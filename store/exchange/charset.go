package exchange

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"hadir/model/sheet"
)

// decode gives the text as valid UTF-8, without its mark. Bytes that are no characters become U+FFFD; what is not text at all
// is FaultBinary.
func decode(raw string) (string, sheet.Encoding, error) {
	switch {
	case strings.HasPrefix(raw, "\xef\xbb\xbf"):
		return strings.ToValidUTF8(raw[3:], "\ufffd"), sheet.UTF8, textual(raw)
	case strings.HasPrefix(raw, "\xff\xfe"):
		return decodeWide(raw[2:], sheet.UTF16LE)
	case strings.HasPrefix(raw, "\xfe\xff"):
		return decodeWide(raw[2:], sheet.UTF16BE)
	}
	if enc := wideWithoutMark(raw); enc != "" {
		return decodeWide(raw, enc)
	}
	if err := textual(raw); err != nil {
		return "", "", err
	}
	if utf8.ValidString(raw) {
		return raw, sheet.UTF8, nil
	}
	return decodeNarrow(raw)
}

// decodeWide reads UTF-16; half characters become U+FFFD.
func decodeWide(raw string, enc sheet.Encoding) (string, sheet.Encoding, error) {
	order := unicode.LittleEndian
	if enc == sheet.UTF16BE {
		order = unicode.BigEndian
	}
	text, err := translate(unicode.UTF16(order, unicode.IgnoreBOM), raw)
	if err != nil {
		return "", "", err
	}
	return text, enc, textual(text)
}

// wideWithoutMark recognises UTF-16 without a mark: in a list in Latin letters every other byte is zero.
func wideWithoutMark(raw string) sheet.Encoding {
	head := raw[:min(headBytes, len(raw))&^1]
	var even, odd int
	for i := 0; i < len(head); i += 2 {
		if head[i] == 0 {
			even++
		}
		if head[i+1] == 0 {
			odd++
		}
	}
	pairs := len(head) / 2
	switch {
	case pairs >= 2 && odd*10 >= pairs*7 && even*50 <= pairs:
		return sheet.UTF16LE
	case pairs >= 2 && even*10 >= pairs*7 && odd*50 <= pairs:
		return sheet.UTF16BE
	}
	return ""
}

// decodeNarrow reads text that is not clean UTF-8. Where whole characters of several bytes outnumber the broken ones it is
// UTF-8 with damage; otherwise it is Windows-1252, in which every byte is a character.
func decodeNarrow(raw string) (string, sheet.Encoding, error) {
	var whole, broken int
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(raw[i:])
		if r == utf8.RuneError && size == 1 {
			broken++
		} else {
			whole++
		}
		i += size
	}
	if whole > broken {
		return strings.ToValidUTF8(raw, "\ufffd"), sheet.UTF8, nil
	}
	// Latin letters are mostly ASCII; a file that is a third or more of high bytes is in no encoding of these lists.
	if (broken+whole)*3 > len(raw) && len(raw) > 32 {
		return "", "", &sheet.FileError{Fault: sheet.FaultBinary, Detail: "data"}
	}
	text, err := translate(charmap.Windows1252, raw)
	return text, sheet.Windows1252, err
}

// translate runs a decoder of x/text, which replaces what it can't read and has no other errors.
func translate(enc encoding.Encoding, raw string) (string, error) {
	text, err := enc.NewDecoder().String(raw)
	if err != nil {
		return "", &sheet.FileError{Fault: sheet.FaultBinary, Detail: "data", Err: err}
	}
	return text, nil
}

// textual refuses what has the zero bytes and control characters of data. Single ones are let pass, in a short list too:
// hostile or broken cells are text, and are shown harmlessly later.
func textual(s string) error {
	if zeros := strings.Count(s, "\x00"); zeros > 2 && zeros*1000 > len(s) {
		return &sheet.FileError{Fault: sheet.FaultBinary, Detail: "data"}
	}
	head := s[:min(headBytes, len(s))]
	control := 0
	for i := range len(head) {
		if c := head[i]; c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			control++
		}
	}
	if control*10 > len(head) {
		return &sheet.FileError{Fault: sheet.FaultBinary, Detail: "data"}
	}
	return nil
}

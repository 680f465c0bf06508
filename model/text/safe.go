package text

import "unicode/utf8"

// Safe returns s as it may be written to a terminal, on one row: the last gate for whatever was not cleaned when it came in,
// such as file names, errors and titles. Controls become visible signs (ESC is ␛, so that "␛[31m" can be seen for what it
// is), line breaks and tabs become spaces, reordering and invisible characters go. Unlike Line it keeps spacing and length.
//
// Clean text, and so any result of Line and any row of Block, comes back unchanged; without joined characters in it that
// costs no allocation.
func Safe(s string) string {
	if harmless(s) {
		return s
	}
	s, _ = scrubber{emoji: true, shown: true}.scrub(s)
	return s
}

// harmless reports whether scrubbing would leave s alone. It may answer no for text with joiners, whose meaning it does
// not weigh.
func harmless(s string) bool {
	marks := MarkLimit // none may come first
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c < ' ' || c == 0x7f {
				return false
			}
			marks = 0
			if c == ' ' {
				marks = MarkLimit
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch classOf(r) {
		case plain:
			marks = 0
		case mark:
			marks++
		default:
			return false
		}
		if marks > MarkLimit || r == utf8.RuneError && n == 1 {
			return false
		}
		i += n
	}
	return true
}

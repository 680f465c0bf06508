package main

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// marksMost is how many combining marks may stand on one letter.
const marksMost = 4

// foreign is what in a text for the screen is none of Hadir's: anything but printed characters, line breaks and, where styled is on,
// colours. Empty: nothing is.
func foreign(s string, styled bool) string {
	marks := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < 0x7F || c == '\n' {
			i, marks = i+1, 0
			continue
		}
		if c == 0x1B && styled {
			n := colour(s[i:])
			if n == 0 {
				return fmt.Sprintf("a sequence %.12q", s[i:])
			}
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			return fmt.Sprintf("a byte %#x that is no text", c)
		case unicode.IsControl(r) || hides(r):
			return fmt.Sprintf("%U", r)
		case unicode.In(r, unicode.Mn, unicode.Me):
			if marks++; marks > marksMost {
				return "a heap of marks"
			}
		default:
			marks = 0
		}
		i += n
	}
	return ""
}

// colour is the length of the sequence for colours and the like that s begins with; zero when it is another.
func colour(s string) int {
	if len(s) < 3 || s[1] != '[' {
		return 0
	}
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case c != ';' && c != ':' && (c < '0' || c > '9'):
			return 0
		}
	}
	return 0
}

// hides reports whether a character turns the order of others, or is not seen and makes two names equal.
func hides(r rune) bool {
	switch {
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0x200E, r == 0x200F, r == 0x061C, // order
		r == 0x2028, r == 0x2029, // lines
		r == 0x200B, r == 0x2060, r == 0xFEFF, r == 0x00AD, r == 0x180E, r == 0x3164, r == 0x115F, r == 0x1160, r == 0xFFA0, // nothing
		r >= 0xFFF9 && r <= 0xFFFB, r >= 0xE0000 && r <= 0xE007F:
		return true
	}
	return false
}

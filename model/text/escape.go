package text

import "strings"

const esc = 0x1b

// sequence returns the length in bytes of the complete terminal sequence at the start of s, which begins with ESC or a C1
// character; 0 if there is none.
//
// What is not complete is not swallowed: an OSC that never ends, or a U+009D left behind by a wrong encoding (it is the tail
// of a curly quote), would otherwise take the rest of an officer's note with it. Then only the control goes and its
// harmless remains stay readable. For the same reason a sequence that begins with a C1 character has to look like one.
func sequence(s string) int {
	switch {
	case strings.HasPrefix(s, "\u009b"):
		return digitsThen(s, csi)
	case strings.HasPrefix(s, "\u009d"):
		return digitsThen(s, payload)
	case len(s) < 2 || s[0] != esc:
		return 0
	}
	switch c := s[1]; {
	case c == '[':
		return csi(s)
	case strings.IndexByte("]PX^_", c) >= 0:
		return payload(s)
	case c >= ' ' && c <= '/':
		return escIntermediate(s)
	case strings.IndexByte(`6789=>cDEFHMNOVWZ\lmno|}~`, c) >= 0:
		return 2
	}
	return 0
}

// digitsThen measures a sequence only if its two-byte introducer is followed by a digit or private marker.
func digitsThen(s string, measure func(string) int) int {
	if len(s) > 2 && s[2] >= '0' && s[2] <= '?' {
		return measure(s)
	}
	return 0
}

// csi measures parameters, intermediates and the final byte after a two-byte introducer (ECMA-48, 5.4).
func csi(s string) int {
	i := span(s, 2, '0', '?')
	i = span(s, i, ' ', '/')
	if i < len(s) && s[i] >= '@' && s[i] <= '~' {
		return i + 1
	}
	return 0
}

// escIntermediate measures ESC, intermediates, final, such as the choice of a character set.
func escIntermediate(s string) int {
	i := span(s, 1, ' ', '/')
	if i < len(s) && s[i] >= '0' && s[i] <= '~' {
		return i + 1
	}
	return 0
}

// payload measures an OSC, DCS, SOS, PM or APC string up to and with its terminator: BEL, ESC \ or U+009C. Any other control
// character inside means that it is none; so each byte is looked at once or twice, however many introducers a text has.
func payload(s string) int {
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\a':
			return i + 1
		case c == esc:
			if strings.HasPrefix(s[i:], "\x1b\\") {
				return i + 2
			}
			return 0
		case c < ' ' || c == 0x7f:
			return 0
		case c == 0xC2 && i+1 < len(s) && s[i+1] < 0xA0:
			if s[i+1] == 0x9C {
				return i + 2
			}
			return 0
		}
	}
	return 0
}

// span returns the first index from i on where s is not between lo and hi.
func span(s string, i int, lo, hi byte) int {
	for i < len(s) && s[i] >= lo && s[i] <= hi {
		i++
	}
	return i
}

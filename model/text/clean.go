package text

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// How much is kept, in code points. A line is one cell or field, a block is one note; what is longer ends in an ellipsis.
const (
	LineLimit  = 1_000
	BlockLimit = 200_000
)

// Notes is the set of things that cleaning took away or changed, so that an import can say so beside the row. Changes that
// nobody can see (surplus spaces, Unicode composition) are not noted.
type Notes uint16

// What cleaning can find.
const (
	Escape    Notes = 1 << iota // a terminal escape sequence, or a stray ESC
	Control                     // another control character, C0 or C1
	LineBreak                   // a line break or tab inside a line: now a space
	Bidi                        // a character that reorders what is read
	Hidden                      // a zero-width, tag or filler character
	Marks                       // combining marks without a letter, or more than MarkLimit on one
	Invalid                     // not UTF-8, or no character at all: now U+FFFD
	Shortened                   // longer than the limit: cut
)

// Has reports whether any of the given notes is set.
func (n Notes) Has(any Notes) bool { return n&any != 0 }

// Line returns s as one clean line for a name, a cell or a field: no control or reordering characters, nothing invisible,
// single spaces and none at the ends, composed (NFC), at most LineLimit code points. It is idempotent. ZWJ and ZWNJ stay
// between letters of the scripts that are misspelt without them.
func Line(s string) (string, Notes) {
	if neat(s, LineLimit, ' ') {
		return s, 0
	}
	s, notes := wash(s, scrubber{})
	s, cut := Cut(strings.Join(strings.Fields(s), " "), LineLimit)
	if cut {
		notes |= Shortened
	}
	return s, notes
}

// Block returns s as a clean note of several lines, ended by LF alone. It differs from Line in what it keeps: line breaks,
// runs of spaces inside a line (a tab becomes four), and emoji with their joiners. It is idempotent.
func Block(s string) (string, Notes) {
	if neat(s, BlockLimit, '\n') {
		return s, 0
	}
	s, notes := wash(s, scrubber{lines: true, emoji: true})
	s, cut := Cut(trimLines(s), BlockLimit)
	if cut {
		notes |= Shortened
	}
	return s, notes
}

// wash scrubs and composes. Composition comes after scrubbing, because what is removed may have stood between a letter
// and its accent, and a second scrubbing after composition, because a few characters come apart into more marks than they
// had. Neither order alone is idempotent.
func wash(s string, w scrubber) (string, Notes) {
	s, notes := w.scrub(s)
	if norm.NFC.IsNormalString(s) {
		return s, notes
	}
	s, more := w.scrub(norm.NFC.String(s))
	return s, notes | more
}

// neat reports whether s is plain ASCII that cleaning would return as it is: by far the commonest case, and then nothing is
// allocated. Two spacers in a row, or one at either end, are left to the long way; a spacer is ' ' or, in a block, LF.
func neat(s string, limit int, spacer byte) bool {
	if len(s) > limit {
		return false
	}
	spaced := true
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ' || c == spacer:
			if spaced {
				return false
			}
			spaced = true
		case c > ' ' && c < 0x7f:
			spaced = false
		default:
			return false
		}
	}
	return !spaced || s == ""
}

// trimLines drops spaces at the end of each line and blank lines at either end. Indentation stays: it carries lists.
func trimLines(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// Cut shortens s to at most limit code points, the last of them an ellipsis, and reports whether it had to. It never cuts
// between a letter and its marks or inside a joined emoji.
func Cut(s string, limit int) (string, bool) {
	if len(s) <= limit {
		return s, false
	}
	end, n, joined := 0, 0, false
	for i, r := range s {
		if n == limit {
			if limit <= 0 {
				return "", true
			}
			return strings.TrimRight(s[:end], " \n") + "…", true
		}
		// Only here may the ellipsis follow: before a character that stands on its own.
		if c := classOf(r); c == joiner {
			joined = true
		} else {
			if !joined && c != mark && c != selector {
				end = i
			}
			joined = false
		}
		n++
	}
	return s, false
}

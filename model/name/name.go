// Package name knows people's names as Indonesian attendance lists write them: titles before and after,
// three spellings of Muhammad, the spelling of before 1972, two words written as one. It takes a name
// apart (Parse), folds it for comparison (Fold, Key, Joined), says whether two records look like one
// person (Compare, Roll), and finds guests at the door while somebody types (Terms, Index).
//
// It owns no records and decides nothing: a likeness is a hint for a person to settle, never a merge.
// It reads no file and no clock, and it returns codes, never sentences; words for the screen are made
// by those who show them.
package name

import (
	"strings"
	"unicode/utf8"
)

// Name is a person's name with its titles kept apart. Bare is never empty unless the text was blank.
type Name struct {
	Before string // titles before the name in their usual writing: "Drs. H."
	Bare   string // the name itself, letters and case as typed, spaces collapsed
	After  string // titles after it, separated by comma and space: "S.H., M.Si."
}

// String writes the name as official papers do: "Drs. H. Suyatno, S.H., M.Si.".
func (n Name) String() string {
	s := n.Bare
	if n.Before != "" {
		s = n.Before + " " + s
	}
	if n.After != "" {
		s += ", " + n.After
	}
	return s
}

// Parse takes a name as typed apart. Only what is known to be a title leaves the name, so nothing that
// somebody wrote is lost, except forms of address (Bapak, Ibu, Sdr.), which are not data. A text of
// titles alone stays a name: "H." is somebody.
func Parse(s string) Name {
	s = spaced(s)
	head, tail, more := strings.Cut(s, ",")
	before, bare := peelBefore(head)
	next := ""
	for bare == "" && more {
		// Titles with a comma of their own: "Drs., Suyatno". The name is what comes next.
		next, tail, more = strings.Cut(tail, ",")
		head += " " + next
		before, bare = peelBefore(head)
	}
	bare, after := peelAfter(bare)
	for more {
		next, tail, more = strings.Cut(tail, ",")
		part := strings.TrimSpace(next)
		if part == "" {
			continue
		}
		if titles, ok := afterTitles(part); ok {
			after = append(after, titles...)
		} else if title, ok := movedBefore(part); ok {
			before = append(before, title)
		} else {
			bare += ", " + part
		}
	}
	if !hasLetter(bare) {
		return Name{Bare: s}
	}
	return Name{Before: strings.Join(before, " "), Bare: bare, After: strings.Join(after, ", ")}
}

// spaced puts one space between words, and none around them. Most names are so already.
func spaced(s string) string {
	before := byte(' ')
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c >= utf8.RuneSelf || c == ' ' && before == ' ' {
			return strings.Join(strings.Fields(s), " ")
		}
		before = c
	}
	return strings.TrimSuffix(s, " ")
}

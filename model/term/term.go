package term

// Class says how a term came from a text.
type Class uint8

// The classes, from the surest to the least.
const (
	Raw   Class = iota // the word as it stands, folded
	Short              // the abbreviation or the one writing of several words
	Stem               // the stem of a word, in the usual spelling
)

// Term is a term's key in a dictionary: a raw word as it is, any other behind the mark of its class. A raw word begins with
// a letter or digit, so the marks keep the classes apart, and the words that share a beginning stand together.
type Term string

// The marks. They sort before all letters and digits.
const (
	shortMark = '#'
	stemMark  = '+'
)

// Class gives the term's class.
func (t Term) Class() Class {
	if t == "" {
		return Raw
	}
	switch t[0] {
	case shortMark:
		return Short
	case stemMark:
		return Stem
	}
	return Raw
}

// Text gives the term without the mark of its class.
func (t Term) Text() string {
	if t.Class() == Raw {
		return string(t)
	}
	return string(t[1:])
}

// Token is one term of a text. Several can share a position: a word and its stem, or a word and the abbreviation that begins
// with it.
type Token struct {
	Term       Term
	Start, End int  // the bytes of the text that it stands for
	Pos        int  // the word's number in the text, from 0; a Short stands at its first word
	Stop       bool // too common to rank by; it counts only within a phrase
}

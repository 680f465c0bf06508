package text

import "unicode"

// class is what cleaning does with a character.
type class uint8

const (
	plain    class = iota
	space          // U+0020
	blank          // any other space: becomes U+0020
	tab            // becomes one space in a line, four in a block
	newline        // CR, LF, VT, FF, NEL, LS, PS: CRLF counts as one
	control        // C0, DEL, C1
	bidi           // reorders what is read
	hidden         // takes no room and says nothing
	joiner         // ZWJ, ZWNJ: kept where they mean something
	selector       // VS15, VS16: text or picture
	mark           // combining
	nonchar        // never a character
)

// classOf sorts r. Western text is answered by the first comparisons; only what lies beyond U+0300 costs a table.
func classOf(r rune) class {
	switch {
	case r == ' ':
		return space
	case r < 0xA0:
		return classOfLow(r)
	case r == 0xA0:
		return blank
	case r == 0xAD:
		return hidden
	case r < 0x300:
		return plain
	case r >= 0x2000 && r < 0x2070:
		return classOfPunctuation(r)
	}
	return classOfHigh(r)
}

// classOfLow sorts ASCII and the C1 block.
func classOfLow(r rune) class {
	switch {
	case r == '\t':
		return tab
	case r >= '\n' && r <= '\r' || r == 0x85:
		return newline
	case r < ' ' || r >= 0x7f:
		return control
	}
	return plain
}

// classOfPunctuation sorts U+2000 to U+206F, where Unicode keeps most of what cannot be seen.
func classOfPunctuation(r rune) class {
	switch {
	case r <= 0x200A || r == 0x202F || r == 0x205F:
		return blank
	case r == 0x200B:
		return hidden
	case r == 0x200C || r == 0x200D:
		return joiner
	case r == 0x200E || r == 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069:
		return bidi
	case r == 0x2028 || r == 0x2029:
		return newline
	case r >= 0x2060:
		return hidden
	}
	return plain
}

// classOfHigh sorts the rest. The hidden ones are Unicode's Default_Ignorable_Code_Point, from which the standard library
// keeps only a part, and the interlinear annotation marks.
func classOfHigh(r rune) class {
	switch {
	case r == 0x061C:
		return bidi
	case r == 0xFE0E || r == 0xFE0F:
		return selector
	case r == 0x1680 || r == 0x3000 || r == 0x2800: // the Braille blank is a picture of nothing
		return blank
	case r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF:
		return nonchar
	case ignorable(r):
		return hidden
	case unicode.Is(unicode.M, r):
		return mark
	}
	return plain
}

// ignorable reports whether r belongs to the characters that fonts are asked to show as nothing.
func ignorable(r rune) bool {
	switch {
	case r == 0x034F, r == 0x115F, r == 0x1160, r == 0x17B4, r == 0x17B5, r == 0x3164, r == 0xFEFF, r == 0xFFA0:
		return true
	case r >= 0x180B && r <= 0x180F, r >= 0xFE00 && r <= 0xFE0D, r >= 0xFFF0 && r <= 0xFFFB:
		return true
	case r >= 0x1BCA0 && r <= 0x1BCA3, r >= 0x1D173 && r <= 0x1D17A, r >= 0xE0000 && r <= 0xE0FFF:
		return true
	}
	return false
}

// shaped reports whether r is a letter of a script that is misspelt without joiners: the Arabic family and the Brahmic ones,
// Balinese, Javanese and Sundanese among them.
func shaped(r rune) bool {
	return r >= 0x600 && unicode.IsLetter(r) && unicode.In(r,
		unicode.Arabic, unicode.Syriac, unicode.Nko, unicode.Mongolian, unicode.Adlam, unicode.Hanifi_Rohingya,
		unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil, unicode.Telugu,
		unicode.Kannada, unicode.Malayalam, unicode.Sinhala, unicode.Khmer, unicode.Myanmar, unicode.Balinese,
		unicode.Javanese, unicode.Sundanese, unicode.Buginese, unicode.Batak)
}

// picture reports whether r can be part of a joined emoji.
func picture(r rune) bool {
	return r == 0x2194 || r >= 0x1F3FB && r <= 0x1F3FF || r > 0xFF && unicode.Is(unicode.So, r)
}

package date

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is what a token is.
type kind uint8

const (
	word   kind = iota // letters; an apostrophe inside is dropped: jum'at
	figure             // ASCII digits
	sign               // any one other character; dashes are all "-", apostrophes all "'"
)

// token is one word, number or sign of a text.
type token struct {
	kind       kind
	text       string // lower case
	value      int    // of a figure of at most nine digits
	digits     int    // how many a figure has
	start, end int    // byte offsets
	tight      bool   // nothing stands between this and the token before
	capital    bool   // a word that begins with a capital letter
}

// lex takes a text apart. Spaces only part tokens.
func lex(s string) []token {
	var out []token
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(r) {
			i += n
			continue
		}
		t := token{start: i, tight: len(out) > 0 && out[len(out)-1].end == i}
		switch {
		case r >= '0' && r <= '9':
			t.figure(s)
		case unicode.IsLetter(r):
			t.capital = unicode.IsUpper(r)
			t.word(s)
		default:
			t.kind, t.text, t.end = sign, plainSign(r), i+n
		}
		out = append(out, t)
		i = t.end
	}
	return out
}

// figure reads the number at t.start.
func (t *token) figure(s string) {
	t.kind, t.end = figure, t.start
	for t.end < len(s) && s[t.end] >= '0' && s[t.end] <= '9' {
		if t.digits < 9 {
			t.value = t.value*10 + int(s[t.end]-'0')
		}
		t.digits++
		t.end++
	}
	t.text = s[t.start:t.end]
}

// word reads the word at t.start.
func (t *token) word(s string) {
	t.kind, t.end = word, len(s)
	for i := t.start; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && (plainSign(r) != "'" || !unicode.IsLetter(next)) {
			t.end = i
			break
		}
		i += n
	}
	t.text = strings.ToLower(s[t.start:t.end])
	if strings.ContainsAny(t.text, "'’‘`ʼ") {
		t.text = strings.NewReplacer("'", "", "’", "", "‘", "", "`", "", "ʼ", "").Replace(t.text)
	}
}

// plainSign folds the typographic forms of dashes and apostrophes.
func plainSign(r rune) string {
	switch r {
	case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212':
		return "-"
	case '’', '‘', '`', 'ʼ':
		return "'"
	}
	return string(r)
}

package name

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// peelBefore takes titles and forms of address off the start, with or without dots and spaces:
// "Prof.Dr.H. Suyatno", "H.SUYATNO", "Bapak Drs Suyatno".
func peelBefore(s string) (titles []string, rest string) {
	rest = strings.TrimSpace(s)
	ranked := false
	for {
		word, next, ok := piece(rest)
		if !ok || len(word) > longestTitle {
			return titles, rest
		}
		key := strings.ToLower(word)
		found, ok := lookup(front, key)
		if !ok && key != "k" && (next == "" || next[0] == ' ') {
			return titles, rest // as nearly all names begin: a word that is no title, nor part of one
		}
		if found == ofAddress {
			rest = strings.TrimLeft(next, " /")
			continue
		}
		if corps, ok := strings.CutPrefix(found, ofCorps); ok && ranked {
			titles, rest, ranked = append(titles, corps), strings.TrimSpace(next), false
			continue
		}
		title, next, ok := titleAt(key, word, next)
		if !ok {
			return titles, rest
		}
		titles, rest, ranked = append(titles, title), strings.TrimSpace(next), strings.HasPrefix(found, ofRank)
	}
}

// titleAt finds the longest title that starts with a piece. Titles of several letters (K.H., R.A.) must be
// written together, or "R. A. Rahman" would lose his A; only "K. H." may be apart, since K. alone is no title.
func titleAt(key, word, next string) (title, rest string, ok bool) {
	second, afterSecond, more := piece(next)
	glued := more && next[0] != ' '
	if more && (glued || key == "k") {
		two := key + "." + strings.ToLower(second)
		if third, afterThird, ok := piece(afterSecond); ok && glued && afterSecond[0] != ' ' {
			if title, ok := titleBefore(two + "." + strings.ToLower(third)); ok {
				return title, afterThird, true
			}
		}
		if title, ok := titleBefore(two); ok {
			return title, afterSecond, true
		}
	}
	title, ok = titleBefore(key)
	if key == "dr" && word[0] == 'd' {
		title = "dr." // a physician; the doctorate has a capital
	}
	return title, next, ok
}

// piece cuts the first run of letters, with its dot. It is none if the run is part of a longer word
// ("Ma'ruf", "Al-Amin"), of which a title never is.
func piece(s string) (word, rest string, ok bool) {
	s = strings.TrimLeft(s, " ")
	end := strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf || !isASCIILetter(byte(r)) })
	if end < 0 {
		end = len(s)
	}
	word, rest = s[:end], s[end:]
	switch {
	case word == "":
		return "", s, false
	case rest == "" || rest[0] == ' ' || rest[0] == '/':
		return word, rest, true
	case rest[0] == '.':
		return word, rest[1:], true
	}
	return "", s, false
}

// peelAfter takes titles off the end of a name without a comma, where no doubt is left: "Suyatno SH MSi".
func peelAfter(s string) (rest string, titles []string) {
	for {
		cut := strings.LastIndexByte(s, ' ')
		if cut < 0 || !hasLetter(s[:cut]) {
			return s, titles
		}
		last := s[cut+1:]
		if len(last) > longestTitle && !strings.Contains(last, ".") {
			return s, titles
		}
		found, ok := split(pieces(last))
		if !ok || !plain(last) {
			return s, titles
		}
		s, titles = strings.TrimRight(s[:cut], " "), append(found, titles...)
	}
}

// plain says whether a last word that can be a title can be nothing else. With inner dots it is one; a word
// without must be written as titles are (SH, MSi), for Se and Ma end names too.
func plain(word string) bool {
	word = strings.TrimSuffix(word, ".")
	if strings.Contains(word, ".") {
		return true
	}
	key := strings.ToLower(word)
	if known(needComma, key) {
		return false
	}
	title, _ := lookup(titlesAfter, key)
	return word == strings.ToUpper(word) || word == strings.ReplaceAll(title, ".", "") ||
		word == key && !strings.ContainsAny(key, "aeiou")
}

// afterTitles reads what follows a comma as titles: "S.H", "S. H.", "SH MSi". Unknown ones count if they
// have the shape of a degree ("S.Xyz."), and are kept as typed.
func afterTitles(part string) ([]string, bool) {
	ps := pieces(strings.ReplaceAll(part, " ", "."))
	if titles, ok := split(ps); ok {
		return titles, true
	}
	if len(ps) < 2 || len(ps) > 4 || strings.Contains(part, " ") || !known(" a= b= d= m= s= sp= ", strings.ToLower(ps[0])) {
		return nil, false
	}
	for _, p := range ps {
		if len(p) > 6 || !unicode.IsUpper(rune(p[0])) || !onlyLetters(p) {
			return nil, false
		}
	}
	return []string{strings.Join(ps, ".") + "."}, true
}

// split reads pieces as a row of known titles, the longest first: S, H, M, Si are S.H. and M.Si.
func split(ps []string) ([]string, bool) {
	if len(ps) == 0 {
		return nil, false
	}
	for n := min(4, len(ps)); n > 0; n-- {
		title, ok := lookup(titlesAfter, strings.ToLower(strings.Join(ps[:n], "")))
		if !ok {
			continue
		}
		if n == len(ps) {
			return []string{title}, true
		}
		if rest, ok := split(ps[n:]); ok {
			return append([]string{title}, rest...), true
		}
	}
	return nil, false
}

// movedBefore reads what follows a comma as a title that belongs before the name: "Suyatno, Drs.".
func movedBefore(part string) (string, bool) {
	key := strings.ToLower(strings.TrimSuffix(part, "."))
	return lookup(movable, key)
}

// pieces cuts a text at its dots and leaves out what is empty.
func pieces(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == '.' })
}

func hasLetter(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

func onlyLetters(s string) bool {
	for i := range len(s) {
		if !isASCIILetter(s[i]) {
			return false
		}
	}
	return true
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

package name

import (
	"bytes"
	"strconv"
	"strings"
)

// Entry is what the door searches of one guest, as typed. Every field may be empty.
type Entry struct {
	Name        string
	Post        string
	Institution string
	Place       string // village and kecamatan, in any writing
	Phone       string // E.164 or as typed
	Row         int    // the number on the printed sheet; 0 when there is none
	Extra       string // whatever else should find the guest
}

// Terms folds an entry into the one string that an Index reads, so that it is folded when it is saved and
// never when a door is opened. Its fields stand apart by tabs, empty ones at the end are left out:
//
//	name words, other words (each once), national phone digits, row number
//
// Sounds are not stored: they follow from the words, and an Index takes them once for each different word.
// An entry of nothing gives "", which an Index takes as a row that nothing finds.
func Terms(e Entry) string {
	var buffer [192]byte // longer than most, so that only the answer is allocated
	b := append(buffer[:0], Fold(e.Name)...)
	b = appendOther(append(b, '\t'), e)
	b = append(b, '\t')
	if phone := national(digits(e.Phone)); len(phone) >= tailDigits {
		b = append(b, phone...)
	}
	b = append(b, '\t')
	if e.Row > 0 {
		b = strconv.AppendInt(b, int64(e.Row), 10)
	}
	return string(bytes.TrimRight(b, "\t"))
}

// appendOther appends the words of institution, place and post, each once.
func appendOther(b []byte, e Entry) []byte {
	start := len(b)
	for _, text := range [...]string{e.Institution, e.Place, e.Post, e.Extra} {
		folded := FoldText(text)
		for w, rest := nextWord(folded); w != ""; w, rest = nextWord(rest) {
			if w = spelled(w); hasWord(b[start:], w) {
				continue
			}
			if len(b) > start {
				b = append(b, ' ')
			}
			b = append(b, w...)
		}
	}
	return b
}

// hasWord says whether a word stands among words with one space between.
func hasWord(words []byte, word string) bool {
	for from := 0; from < len(words); {
		to := from
		for to < len(words) && words[to] != ' ' {
			to++
		}
		if string(words[from:to]) == word {
			return true
		}
		from = to + 1
	}
	return false
}

// spelled writes out what lists abbreviate of villages and districts.
func spelled(word string) string {
	switch word {
	case "ds":
		return "desa"
	case "kel":
		return "kelurahan"
	case "kec":
		return "kecamatan"
	case "kab":
		return "kabupaten"
	}
	return word
}

// guest is one row's terms taken apart again.
type guest struct {
	name, other, phone string
	number             int // 0 when there is none
}

// takeApart reads what Terms wrote. It takes any text, since what is stored may have been damaged.
func takeApart(terms string) guest {
	var g guest
	g.name, terms = upTo(terms, '\t')
	g.other, terms = upTo(terms, '\t')
	g.phone, terms = upTo(terms, '\t')
	if terms == "" {
		return g
	}
	if n, err := strconv.Atoi(terms); err == nil && n > 0 && n <= maxNumber {
		g.number = n
	}
	return g
}

// nextWord cuts a folded text at its first space. It skips empty words, of which damaged terms may be full.
func nextWord(s string) (word, rest string) {
	for s != "" && s[0] == ' ' {
		s = s[1:]
	}
	return upTo(s, ' ')
}

// upTo cuts a text at the first of one byte. Opening a door does this some two million times.
func upTo(s string, c byte) (before, after string) {
	if i := strings.IndexByte(s, c); i >= 0 {
		return s[:i], s[i+1:]
	}
	return s, ""
}

// maxNumber is the largest row number that can be searched: six digits.
const maxNumber = 999_999

// tailDigits is how many digits people read out of a phone number's end.
const tailDigits = 4

// tail gives a phone's last digits as a number, or -1 when there are too few.
func tail(phone string) int {
	if len(phone) < tailDigits {
		return -1
	}
	n := 0
	for _, c := range []byte(phone[len(phone)-tailDigits:]) {
		if c < '0' || c > '9' {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// national drops the country's 62 or the trunk 0 from digits, so that all writings of a number end alike.
func national(digits string) string {
	digits = strings.TrimPrefix(digits, "00")
	if rest, ok := strings.CutPrefix(digits, "62"); ok && len(rest) >= 8 {
		digits = rest
	}
	return strings.TrimPrefix(digits, "0")
}

// digits keeps the ASCII digits of a text.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

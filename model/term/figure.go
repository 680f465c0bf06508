package term

import (
	"strconv"
	"strings"
)

// appendFigures appends what the figure of word i begins, in the one writing that all others of it share: a rule's number
// and year ("18/2017", "Nomor 18 Tahun 2017") and a day ("28 Agustus 2023", "28/8/2023", "2023-08-28").
func (a *Analyzer) appendFigures(dst []Token, text string, i int) []Token {
	if i+1 >= len(a.words) {
		return dst
	}
	first := a.number(i)
	end := i + 2
	a.scratch = append(a.scratch[:0], shortMark)
	switch next := a.entries[i+1]; {
	case a.day(i) != 0:
		end = i + 3
		a.scratch = strconv.AppendInt(a.scratch, int64(a.day(i)), 10)
	case a.words[i+1].cut && text[a.words[i].end] == '/' && isYear(a.number(i+1)) && !a.cutAt(i) && !a.cutAt(i+2):
		a.scratch = append(strconv.AppendInt(a.scratch, int64(first), 10), '/')
		a.scratch = strconv.AppendInt(a.scratch, int64(a.number(i+1)), 10)
	case (next.raw == "tahun" || next.stem.Text() == "tahun") && isYear(a.number(i+2)) && first > 0 && first < 1900:
		end = i + 3
		a.scratch = append(strconv.AppendInt(a.scratch, int64(first), 10), '/')
		a.scratch = strconv.AppendInt(a.scratch, int64(a.number(i+2)), 10)
	default:
		return dst
	}
	return append(dst, Token{Term: a.intern(), Start: a.words[i].start, End: a.words[end-1].end, Pos: i})
}

// day reads three words from i on as a day, 20230828; 0 if they are none.
func (a *Analyzer) day(i int) int {
	if i+2 >= len(a.words) || a.cutAt(i) {
		return 0
	}
	d, m, y := a.number(i), a.number(i+1), a.number(i+2)
	switch month := a.entries[i+1].month; {
	case month > 0:
		m = month
	case !a.cutAt(i+1) || !a.cutAt(i+2) || a.cutAt(i+3):
		return 0
	case isYear(d):
		d, y = y, d
	}
	if d < 1 || d > 31 || m < 1 || m > 12 || !isYear(y) {
		return 0
	}
	return y*10000 + m*100 + d
}

// cutAt says whether word i is the part of a figure whose first part stands before.
func (a *Analyzer) cutAt(i int) bool { return i < len(a.words) && a.words[i].cut }

// number gives the figure of word i; 0 if it is none, or of more than six digits.
func (a *Analyzer) number(i int) int {
	if i >= len(a.words) {
		return 0
	}
	n := 0
	raw := a.entries[i].raw
	if len(raw) > 6 {
		return 0
	}
	for j := range len(raw) {
		if !digit(raw[j]) {
			return 0
		}
		n = n*10 + int(raw[j]-'0')
	}
	return n
}

func isYear(n int) bool { return n >= 1900 && n < 2200 }

// monthOf gives the number of a month that is written in full, 0 if the word is none.
func monthOf(word string) int {
	const months = " januari februari maret april mei juni juli agustus september oktober november desember "
	i := strings.Index(months, " "+word+" ")
	if i < 0 || word == "" {
		return 0
	}
	return strings.Count(months[:i+1], " ")
}

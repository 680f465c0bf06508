package sheet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// heading is what a header's text says about its column.
type heading struct {
	field      Field   // also fieldIgnored and fieldTitle
	rank       uint8   // of the word that decided
	confidence float64 // 0 to 1: how many of the words were understood, less for slips
}

// maxHeaderRunes and maxHeaderWords are beyond what heads a column.
const (
	maxHeaderRunes = 80
	maxHeaderWords = 10
)

// read understands one header.
func (l *lexicon) read(s string) heading {
	if utf8.RuneCountInString(s) > maxHeaderRunes {
		return heading{}
	}
	words := l.headerWords(s)
	if len(words) == 0 || len(words) > maxHeaderWords {
		return heading{}
	}
	var h heading
	var understood, counted float64
	for _, w := range words {
		sn, sure, known := l.lookup(w)
		if known && sn.rank == rankFiller {
			continue
		}
		counted++
		switch {
		case sure:
			understood++
		case known:
			understood += 0.85
		default:
			continue
		}
		// Of equals the first: "jabatan / instansi" begins with what stands first in the cells.
		if sn.rank > h.rank {
			h.field, h.rank = sn.field, sn.rank
		}
	}
	if counted > 0 {
		h.confidence = understood / counted
	}
	return l.numbered(words, h)
}

// numbered takes "no undangan" and "nomor peserta" for numbers: a number of people is none of their names.
func (l *lexicon) numbered(words []string, h heading) heading {
	first := l.words[words[0]]
	if h.field == FieldName && h.rank <= 3 && first.field == FieldNo {
		h.field, h.rank = FieldNo, first.rank
	}
	return h
}

// headerScore says how much a row looks like a header: about the number of different fields it names, or zero if it is none.
func (l *lexicon) headerScore(texts []string) float64 {
	var seen [fieldCount]bool
	var score float64
	cells, fields, named := 0, 0, false
	for _, s := range texts {
		if Blank(s) {
			continue
		}
		cells++
		if digits(s) >= 6 {
			return 0 // phone numbers stand in rows, not in headers
		}
		h := l.read(s)
		switch {
		// Half understood is "Desa Pulo" and "Kecamatan Rembang": what stands in a row.
		case h.confidence <= 0.5 || h.rank <= rankHolder || h.field == fieldTitle:
		case h.field == fieldIgnored:
			score += 0.3
		case !seen[h.field]:
			seen[h.field] = true
			fields++
			score += h.confidence
			named = named || h.field == FieldName && h.rank == rankName && h.confidence == 1
		}
	}
	// One known word in a wide row is chance, unless it is "nama"; alone in its row it may head a list of names.
	if fields == 1 && (cells > 1 && !named || !seen[FieldName]) || fields == 0 {
		return 0
	}
	return score
}

// continues reports whether a row can be the lower half of a header: every cell is a header's word.
func (l *lexicon) continues(row Row) bool {
	some := false
	for _, c := range row.Cells {
		if Blank(c.Text) {
			continue
		}
		for _, w := range l.headerWords(c.Text) {
			s, _, known := l.lookup(w)
			if !known || s.rank == rankHolder || s.field == fieldTitle {
				return false
			}
			some = true
		}
	}
	return some
}

// digits counts the digits of a text.
func digits(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// span is where a header stands: rows[first] to rows[last].
type span struct{ first, last int }

// maxHeaderRows is how many rows one header may take: groups above, names below, units below them.
const maxHeaderRows = 3

// findHeader looks for the header among the first rows. Without one, ok is false.
func (l *lexicon) findHeader(rows []Row) (best span, ok bool) {
	bestScore := 0.0
	for i := range min(len(rows), SampleRows) {
		at := span{i, i}
		score := l.headerScore(headerTexts(rows, at))
		// Rows below join as long as they are header through and through, and take nothing away.
		for n := i + 1; score > 0 && n < len(rows) && n-i < maxHeaderRows; n++ {
			if rows[n].Line != rows[n-1].Line+1 || numberingRow(rows[n]) || !l.continues(rows[n]) {
				break
			}
			joined := l.headerScore(headerTexts(rows, span{i, n}))
			if joined < score || repeats(rows[i], rows[n]) {
				break
			}
			at.last, score = n, joined
		}
		if score > bestScore && l.alone(rows, at) {
			best, bestScore, ok = at, score, true
		}
	}
	return best, ok
}

// alone holds a header of one cell to tables of about one column.
func (l *lexicon) alone(rows []Row, at span) bool {
	if rows[at.first].Filled() > 1 || at.last > at.first {
		return true
	}
	wide := 0
	rest := rows[at.last+1 : min(len(rows), at.last+1+SampleRows)]
	for _, r := range rest {
		if r.Filled() > 1 {
			wide++
		}
	}
	return wide*2 <= len(rest)
}

// headerTexts joins the cells of a header column by column, top to bottom.
func headerTexts(rows []Row, at span) []string {
	var texts []string
	for i := at.first; i <= at.last; i++ {
		for column, c := range rows[i].Cells {
			for len(texts) <= column {
				texts = append(texts, "")
			}
			texts[column] = strings.TrimSpace(texts[column] + " " + oneLine(beginning(c.Text)))
		}
	}
	return texts
}

// beginning is the part of a text that can matter in a header; cells may be very long.
func beginning(s string) string {
	const most = 4 * (maxHeaderRunes + 1)
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "")
}

// oneLine shows a header on one line, single spaces between its words.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// repeats reports whether a row says the same as another, cell by cell.
func repeats(a, b Row) bool {
	same, some := 0, 0
	for column, c := range b.Cells {
		if Blank(c.Text) {
			continue
		}
		some++
		if sameText(c.Text, a.Cell(column).Text) {
			same++
		}
	}
	return some > 0 && same*3 >= some*2 && same >= min(2, a.Filled())
}

// sameText compares texts but for case and the blanks between words. Nearly all texts that are compared with a header begin
// otherwise, so the first letters are looked at before words are cut.
func sameText(a, b string) bool {
	a, b = strings.TrimSpace(a), strings.TrimSpace(b)
	if a == "" || b == "" {
		return a == b
	}
	if a[0]|0x20 != b[0]|0x20 && a[0] < utf8.RuneSelf && b[0] < utf8.RuneSelf {
		return false
	}
	return strings.EqualFold(oneLine(a), oneLine(b))
}

// SampleRows is how many rows with content are looked at to find a header or to compare sheets.
const SampleRows = 60

// Promise says how much a sheet's first rows look like a list of people.
func Promise(rows []Row) float64 {
	if len(rows) == 0 {
		return 0
	}
	l := newLexicon()
	at, ok := l.findHeader(rows)
	if !ok {
		return 0.01 // better than an empty sheet
	}
	score := l.headerScore(headerTexts(rows, at))
	if at.last+1 == len(rows) {
		score /= 2 // a form without a row in it
	}
	return score
}

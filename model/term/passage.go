package term

import (
	"strings"
	"unicode/utf8"
)

// Passage is the part of a text that shows best why it was found.
type Passage struct {
	Text          string // on one line: breaks and tabs have become spaces, byte for byte
	Start         int    // where Text begins in the whole text
	Marks         []Span // within Text
	Before, After bool   // the text goes on before, after it; whoever shows it adds an ellipsis
}

// Passage gives the window of at most width characters that shows most of what the query matched, cut between words (a word
// that is longer than the width is cut itself). Where nothing matched it is the text's beginning.
func (a *Analyzer) Passage(text string, q *Query, width int) Passage {
	width = max(width, 1)
	hits := a.hits(text, q)
	from, to := trim(text, 0, len(text))
	before, after := false, false
	if !fits(text[from:to], width) {
		whole := Span{from, to}
		core := bestCore(text, hits, width)
		from, to = a.widen(text, core, whole, width)
		before, after = from > whole.Start, to < whole.End
	}
	p := Passage{Text: oneLine(text[from:to]), Start: from, Before: before, After: after}
	for _, h := range hits {
		if s := (Span{max(h.Start, from) - from, min(h.End, to) - from}); s.Start < s.End {
			p.Marks = join(p.Marks, s)
		}
	}
	return p
}

// bestCore gives the stretch from one hit to another that is worth most within a width: each group counts once in full, and
// a little for each time more. Of equals the first wins, which is the shorter for its worth.
func bestCore(text string, hits []hit, width int) Span {
	best, core := 0.0, Span{}
	for i := range hits[:min(len(hits), mostCores)] {
		worth, seen := 0.0, make(map[int]float64)
		end, size := hits[i].Start, 0
		for _, h := range hits[i:] {
			if h.End > end {
				size += utf8.RuneCountInString(text[end:h.End])
				end = h.End
			}
			if size > width {
				break
			}
			gain := h.weight - seen[h.what]
			if gain <= 0 {
				gain = h.weight / 20
			} else {
				seen[h.what] = h.weight
			}
			if worth += gain; worth > best+1e-9 {
				best, core = worth, Span{hits[i].Start, end}
			}
		}
	}
	if best == 0 && len(hits) > 0 { // a matched phrase that is wider than the window
		core = Span{hits[0].Start, hits[0].Start}
	}
	return core
}

// mostCores bounds the work on a text that is nothing but hits.
const mostCores = 200

// widen grows a core to the width, a third of what is left before it and the rest behind, and back again to whole words.
func (a *Analyzer) widen(text string, core, whole Span, width int) (from, to int) {
	if core.Start == core.End && core.Start > 0 {
		return core.Start, forth(text, core.Start, width, whole.End) // what matched is wider than the window
	}
	from, to = max(core.Start, whole.Start), max(core.End, whole.Start)
	left := width - utf8.RuneCountInString(text[from:to])
	from = back(text, from, left/3, whole.Start)
	left = width - utf8.RuneCountInString(text[from:to])
	to = forth(text, to, left, whole.End)
	if to == whole.End { // room is left behind the end: use it before the start
		left = width - utf8.RuneCountInString(text[from:to])
		from = back(text, from, left, whole.Start)
	}
	return a.wholeWords(text, core, whole, from, to)
}

// wholeWords moves the ends of a window inwards to whole words, but never into the core, nor to nothing.
func (a *Analyzer) wholeWords(text string, core, whole Span, from, to int) (int, int) {
	f, t := from, to
	if from > whole.Start {
		for i := range a.words {
			if w := &a.words[i]; w.start >= from {
				f = min(w.start, core.Start) // the first word that is whole
				break
			}
		}
	}
	for i := range a.words {
		if w := &a.words[i]; w.start < to && to < w.end && w.start >= core.End {
			t = w.start
		}
	}
	if f, t = trim(text, f, max(f, t)); f < t {
		return f, t
	}
	return from, to
}

// trim moves the ends of a range inwards over spaces.
func trim(text string, from, to int) (int, int) {
	t := strings.TrimLeft(text[from:to], " \t\r\n")
	from = to - len(t)
	return from, from + len(strings.TrimRight(t, " \t\r\n"))
}

// fits says whether a text has at most so many characters.
func fits(text string, width int) bool {
	return len(text) <= width || utf8.RuneCountInString(text) <= width
}

// back goes back n characters, not before a limit.
func back(text string, at, n, limit int) int {
	for ; n > 0 && at > limit; n-- {
		_, size := utf8.DecodeLastRuneInString(text[limit:at])
		at -= size
	}
	return at
}

// forth goes on n characters, not behind a limit.
func forth(text string, at, n, limit int) int {
	for ; n > 0 && at < limit; n-- {
		_, size := utf8.DecodeRuneInString(text[at:limit])
		at += size
	}
	return at
}

// oneLine makes one line of a text, of the same bytes but for breaks and tabs.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\r\t") {
		return s
	}
	b := []byte(s)
	for i, c := range b {
		if c == '\n' || c == '\r' || c == '\t' {
			b[i] = ' '
		}
	}
	return string(b)
}

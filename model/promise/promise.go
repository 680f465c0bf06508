package promise

import (
	"strings"

	"hadir/model/date"
)

// Promise is one promise in a text.
type Promise struct {
	Words    date.Span // the words that promise: "akan kami sampaikan"
	Sentence date.Span // the whole sentence, without the mark at its end
	Due      date.Date // the day that it names, seen from the day of the promise; zero: none
	When     date.Span // the words that name that day; zero where Due is
}

// Find gives the promises of a text that was said on a day, in their order, at most one a sentence. A sentence that says nothing
// but a day belongs to the promise before it: "Akan kami kirim. Paling lambat Jumat."
func Find(text string, day date.Date) (found []Promise) {
	last := -2 // the sentence of the last promise
	for i, s := range sentences(text) {
		due, when, dated := s.due(text, day)
		switch words, ok := s.promises(dated); {
		case ok:
			found, last = append(found, Promise{Words: words, Sentence: s.Span, Due: due, When: when}), i
		case !dated || !s.onlyDay(when):
		case last == i-1 && found[len(found)-1].Due.IsZero():
			found[len(found)-1].Due, found[len(found)-1].When = due, when
		default:
			found = append(found, Promise{Words: when, Sentence: s.Span, Due: due, When: when})
		}
	}
	return found
}

// due is the day that a sentence names.
func (s sentence) due(text string, day date.Date) (date.Date, date.Span, bool) {
	if day.IsZero() {
		return date.Date{}, date.Span{}, false
	}
	d, at, ok := date.Find(text[s.Start:s.End], day)
	if !ok {
		return date.Date{}, date.Span{}, false
	}
	return d, date.Span{Start: s.Start + at.Start, End: s.Start + at.End}, true
}

// promises finds the words of a sentence that promise.
func (s sentence) promises(dated bool) (date.Span, bool) {
	if s.asks || s.conditional() {
		return date.Span{}, false
	}
	for i := range s.words {
		from, to, ok := s.indonesian(i, dated)
		if !ok {
			from, to, ok = s.english(i)
		}
		if ok && !s.habit() {
			return date.Span{Start: s.words[from].Start, End: s.words[to].End}, true
		}
	}
	return s.deadline(dated)
}

// deadline takes "Daftarnya paling lambat Jumat" for a promise: short, a near day, and no duty of others.
func (s sentence) deadline(dated bool) (date.Span, bool) {
	if !dated || len(s.words) > shortSentence || s.obliges() || s.habit() {
		return date.Span{}, false
	}
	for i, w := range s.words {
		late := w.text == "paling" && (s.at(i+1) == "lambat" || s.at(i+1) == "lama") || strings.HasPrefix(w.text, "selambat")
		if late && i > 0 {
			return date.Span{Start: w.Start, End: s.words[len(s.words)-1].End}, true
		}
	}
	return date.Span{}, false
}

// onlyDay reports whether a sentence says nothing but a day, politeness aside: "Minggu depan, Pak."
func (s sentence) onlyDay(when date.Span) bool {
	if s.asks || when == (date.Span{}) {
		return false
	}
	for _, w := range s.words {
		inside := w.Start >= when.Start && w.End <= when.End
		if !inside && !polite(w.text) {
			return false
		}
	}
	return true
}

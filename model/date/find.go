package date

// Span is where in a text something stands, as byte offsets: text[Start:End].
type Span struct{ Start, End int }

// Find returns the first day from today on that a sentence mentions as a time for something to be done: "akan kami kirim
// minggu depan", "paling lambat 30 November", "we will send it next Monday".
//
// It is careful rather than complete, since its answer is only offered: what can also be something else (17/8 may be a law,
// Senin a habit, 3 hari the length of a course) counts only behind words such as "paling lambat", "sebelum", "by". Days that are
// past, do not exist or bear the wrong weekday are passed over.
func Find(text string, today Date) (Date, Span, bool) {
	p := parser{toks: lex(text), today: today, lean: coming, prose: true}
	for i := 0; i < len(p.toks); {
		r := p.at(i)
		switch {
		case r.next == 0, !r.sure && !p.due(i):
			i++
		case p.skip(i-1, "sejak", "since", "setelah", "after", "per") == i:
			i = r.next
		case r.err != nil || r.date.Before(today) || p.glued(i, r.next):
			i = r.next
		default:
			return r.date, Span{p.toks[i].start, p.toks[r.next-1].end}, true
		}
	}
	return Date{}, Span{}, false
}

// due reports whether the words before token i announce a day.
func (p *parser) due(i int) bool {
	for i--; i >= 0; i-- {
		switch p.text(i) {
		case "lambat", "lambatnya", "sebelum", "tenggat", "deadline", "due", "by", "before", "than", "pada", "on":
			return true
		case "sampai", "hingga", "until":
			// Senin sampai Jumat are office hours.
			_, _, weekday := weekdayOf(p.text(i - 1))
			return !weekday
		case "d":
			// s.d. 30/11
			return p.is(i-2, "s .")
		case "tanggal", "tgl", "hari", "dengan", "waktu", "maksimal", "the", ":", ".":
		default:
			return false
		}
	}
	return false
}

// glued reports whether figures at either end of a reading run on into something longer: a letter's number, a range.
func (p *parser) glued(i, next int) bool {
	first, last := p.toks[i], p.toks[next-1]
	if first.kind == figure && first.tight && !p.is(i-1, "(") && !p.is(i-1, "\"") && !p.is(i-1, ",") && !p.is(i-1, ":") {
		return true
	}
	if last.kind != figure || next >= len(p.toks) || !p.toks[next].tight {
		return false
	}
	after := p.toks[next]
	runsOn := next+1 < len(p.toks) && p.toks[next+1].tight && p.toks[next+1].kind != sign
	return after.kind == word || runsOn
}

package date

import "strings"

// lean says which year is meant when a day and month are named without one.
type lean uint8

const (
	nearest lean = iota // the day that is nearest to today, either way
	coming              // the next such day, today included
	past                // the last such day, today included
)

// Parse reads a date as people type it, in Indonesian or English:
//
//	21/11/2023  21-11-23  21.11.2023  2023-11-21  21 nov  17/8  Selasa, 21 November 2023  nov 21  21st november 2023  tgl 25
//	hari ini  besok  lusa  kemarin  Senin  Senin depan  Jumat minggu depan  next monday
//	minggu depan  bulan depan  akhir bulan  awal Desember  +3  3 hari lagi  dua minggu lagi  5 hari kerja  in 3 days
//
// Two-digit years are of this century. A day and month without a year are the nearest such day: the coming one, unless the
// last one is nearer. A weekday alone is the next one after today; with "depan" or "next" it is that of next week (weeks
// begin on Monday), with "lalu" or "last" the latest before today. The week ends, for "akhir minggu", on Friday.
//
// Errors are *Error. With WrongWeekday the date is returned, too, since either word may be the right one. The day given as today
// must be known.
func Parse(s string, today Date) (Date, error) { return parse(s, today, nearest) }

// ParseDue is Parse for what is still to be done: a day and month without a year are never before today.
func ParseDue(s string, today Date) (Date, error) { return parse(s, today, coming) }

// parse reads a text that is a date and nothing else.
func parse(s string, today Date, l lean) (Date, error) {
	p := parser{toks: lex(strings.TrimRight(s, ". ")), today: today, lean: l}
	if len(p.toks) == 0 {
		return Date{}, &Error{Kind: Empty, Text: s}
	}
	start := 0
	if p.is(0, "pada") || p.is(0, "on") {
		start = 1
	}
	r := p.at(start)
	if r.next != len(p.toks) {
		return Date{}, &Error{Kind: Unreadable, Text: s}
	}
	return r.date, about(r.err, s)
}

// parser reads dates from tokens. Each rule tries to read one from a given token on.
type parser struct {
	toks  []token
	today Date
	lean  lean
	prose bool // the text is a sentence, not a date that somebody was asked for
}

// reading is what a rule made of the tokens; the zero reading is nothing.
type reading struct {
	date Date
	err  error
	next int  // the first token after it
	sure bool // it can be nothing but a date, in any sentence
}

// at tries the rules from the most particular to the least, and returns the first reading.
func (p *parser) at(i int) reading {
	for _, rule := range [...]func(int) reading{p.weekday, p.absolute, p.dayAlone, p.named, p.edge, p.shift, p.duration} {
		if r := rule(i); r.next > 0 {
			return p.bounded(r)
		}
	}
	return reading{}
}

// bounded turns what lies outside the calendar into an error: "+99999".
func (p *parser) bounded(r reading) reading {
	if r.err == nil && (r.date.Year < MinYear || r.date.Year > MaxYear) {
		r.err, r.date = &Error{Kind: YearRange, Date: r.date}, Date{}
	}
	return r
}

// is reports whether the words of a phrase stand at token i.
func (p *parser) is(i int, phrase string) bool { return p.phrase(i, phrase) > 0 }

// phrase returns the token after a phrase that stands at token i, else 0.
func (p *parser) phrase(i int, phrase string) int {
	for w := range strings.FieldsSeq(phrase) {
		if p.text(i) != w {
			return 0
		}
		i++
	}
	return i
}

// skip returns the token after the first of the phrases that stands at token i, else i itself.
func (p *parser) skip(i int, phrases ...string) int {
	for _, s := range phrases {
		if next := p.phrase(i, s); next > 0 {
			return next
		}
	}
	return i
}

// text returns the text of token i, "" after the end.
func (p *parser) text(i int) string {
	if i < 0 || i >= len(p.toks) {
		return ""
	}
	return p.toks[i].text
}

// figure returns the number at token i if it has at most so many digits.
func (p *parser) figure(i, digits int) (token, bool) {
	if i < 0 || i >= len(p.toks) || p.toks[i].kind != figure || p.toks[i].digits > digits {
		return token{}, false
	}
	return p.toks[i], true
}

// resolve finds the year of a day and month as the parser leans. 29 February is looked for in the three years around today,
// and in the coming case no further: eight years on would be nobody's meaning.
func (p *parser) resolve(month, day int) (Date, error) {
	var best Date
	_, failed := dayOf(p.today.Year, month, day)
	// Latest first: of two that are equally near, the one to come.
	for _, year := range [...]int{p.today.Year + 1, p.today.Year, p.today.Year - 1} {
		d, err := dayOf(year, month, day)
		if err != nil || p.lean != nearest && !p.allows(d) {
			continue
		}
		if best.IsZero() || distance(d, p.today) < distance(best, p.today) {
			best = d
		}
	}
	if best.IsZero() {
		return best, failed
	}
	return best, nil
}

// allows reports whether a day lies where an unsaid year or month may put it; nearest leans forward, where it must choose.
func (p *parser) allows(d Date) bool {
	if p.lean == past {
		return !d.After(p.today)
	}
	return !d.Before(p.today)
}

// distance returns the days between a and b.
func distance(a, b Date) int { return max(a.Sub(b), b.Sub(a)) }

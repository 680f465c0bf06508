package date

import "time"

// dayOf is New for numbers as they were typed.
func dayOf(year, month, day int) (Date, error) { return New(year, time.Month(month), day) }

// absolute reads a date that names its day and month, by numbers or by the month's name.
func (p *parser) absolute(i int) reading {
	j := p.skip(i, "tanggal", "tgl .", "tgl")
	for _, rule := range [...]func(int) reading{p.numeric, p.dayMonth, p.monthDay} {
		if r := rule(j); r.next > 0 {
			r.sure = r.sure || j > i
			return r
		}
	}
	return reading{}
}

// numeric reads 21/11/2023, 2023-11-21 and 17/8. The day comes first unless the year does; the American order is not read.
func (p *parser) numeric(i int) reading {
	a, ok := p.figure(i, 4)
	if !ok {
		return reading{}
	}
	sep, step := p.separator(i + 1)
	b, ok := p.figure(i+1+step, 2)
	if sep == "" || !ok {
		return reading{}
	}
	last := i + 1 + step
	if again, _ := p.separator(last + 1); again == sep {
		if c, ok := p.figure(last+1+step, 4); ok {
			return p.threeFigures(a, b, c, sep, last+2+step)
		}
	}
	if a.digits > 2 || sep == " " || monthOf(p.text(last+1)) != 0 || p.prose && sep != "/" {
		return reading{}
	}
	d, err := p.resolve(b.value, a.value)
	return reading{date: d, err: err, next: last + 1}
}

// threeFigures decides which of three figures is the year. In a sentence a short year must follow slashes, or it may be a
// version or a paragraph.
func (p *parser) threeFigures(a, b, c token, sep string, next int) reading {
	if a.digits == 4 && c.digits <= 2 {
		a, c = c, a
	}
	if a.digits > 2 || c.digits != 4 && c.digits != 2 || c.digits == 2 && (sep == " " || p.prose && sep != "/") {
		return reading{}
	}
	d, err := dayOf(p.fullYear(c), b.value, a.value)
	return reading{date: d, err: err, next: next, sure: true}
}

// separator returns what stands between the figures of a date from token i on, and how many tokens that is: one of / - . or,
// outside sentences, a space.
func (p *parser) separator(i int) (string, int) {
	switch s := p.text(i); s {
	case "/", "-", ".":
		if p.prose && (!p.toks[i].tight || i+1 < len(p.toks) && !p.toks[i+1].tight) {
			return "", 0
		}
		return s, 1
	}
	if _, ok := p.figure(i, 4); ok && !p.prose && !p.toks[i].tight {
		return " ", 0
	}
	return "", 0
}

// fullYear puts two-digit years into this century.
func (p *parser) fullYear(t token) int {
	if t.digits == 2 {
		return p.today.Year/100*100 + t.value
	}
	return t.value
}

// dayMonth reads 21 November 2023, 21 nov, 21-Nov-23, 21st of november.
func (p *parser) dayMonth(i int) reading {
	day, ok := p.figure(i, 2)
	if !ok {
		return reading{}
	}
	i, _ = p.ordinal(i + 1)
	i = p.skip(i, "of", "bulan", "-", "/")
	month := monthOf(p.text(i))
	if month == 0 {
		return reading{}
	}
	r := p.withYear(p.abbreviated(i), int(month), day.value)
	r.sure = true
	return r
}

// monthDay reads nov 21 and november 21st, 2023. In a sentence it is sure only with an ordinal or a year: "bulan November 21
// desa", "you may 5 times".
func (p *parser) monthDay(i int) reading {
	month := monthOf(p.text(i))
	if month == 0 || p.prose && !p.toks[i].capital {
		return reading{}
	}
	i = p.abbreviated(i)
	day, ok := p.figure(i, 2)
	if !ok {
		return reading{}
	}
	i, counted := p.ordinal(i + 1)
	r := p.withYear(i, int(month), day.value)
	r.sure = counted || r.next > i
	return r
}

// abbreviated returns the token after the month's name at i, and after the full stop that an abbreviation may have.
func (p *parser) abbreviated(i int) int {
	if len(p.text(i)) <= 4 && p.text(i+1) == "." && p.toks[i+1].tight && i+2 < len(p.toks) && p.toks[i+2].kind == figure {
		return i + 2
	}
	return i + 1
}

// withYear reads the year that may follow at token i, and makes the date. In a sentence two digits are no year and neither
// is a number outside the calendar: "30 November 1500 paspor".
func (p *parser) withYear(i, month, day int) reading {
	j := p.skip(i, ",", "-", "/", "tahun")
	short := p.skip(j, "'")
	y, ok := p.figure(short, 4)
	switch {
	case !ok, y.digits == 3, y.digits == 1, short > j && y.digits != 2:
		ok = false
	case p.prose:
		ok = y.digits == 4 && y.value >= MinYear && y.value <= MaxYear || y.digits == 2 && short > j
	}
	if ok {
		d, err := dayOf(p.fullYear(y), month, day)
		return reading{date: d, err: err, next: short + 1}
	}
	d, err := p.resolve(month, day)
	return reading{date: d, err: err, next: i}
}

// ordinal returns the token after an English ending that sticks to a number: 21st.
func (p *parser) ordinal(i int) (int, bool) {
	switch p.text(i) {
	case "st", "nd", "rd", "th":
		if p.toks[i].tight {
			return i + 1, true
		}
	}
	return i, false
}

// named reads the neighbours of today. "Hari ini" in a sentence is more often when something happens than when it is due.
func (p *parser) named(i int) reading {
	for _, n := range [...]struct {
		phrase string
		days   int
	}{
		{"hari ini", 0},
		{"today", 0},
		{"besok lusa", 2},
		{"besok", 1},
		{"esok", 1},
		{"tomorrow", 1},
		{"lusa", 2},
		{"the day after tomorrow", 2},
		{"day after tomorrow", 2},
		{"tulat", 3},
		{"kemarin lusa", -2},
		{"kemarin dulu", -2},
		{"kemarin", -1},
		{"yesterday", -1},
	} {
		if next := p.phrase(i, n.phrase); next > 0 {
			return reading{date: p.today.AddDays(n.days), next: next, sure: n.days != 0}
		}
	}
	return reading{}
}

// dayAlone reads "tanggal 25", "the 25th": the next such day, today included, or the last where only the past can be meant.
func (p *parser) dayAlone(i int) reading {
	j := p.skip(i, "tanggal", "tgl .", "tgl", "the")
	day, ok := p.figure(j, 2)
	if !ok {
		return reading{}
	}
	next, counted := p.ordinal(j + 1)
	named := j > i && p.text(i) != "the"
	if !named && !counted {
		return reading{}
	}
	r := reading{next: next, sure: named}
	first := Date{p.today.Year, p.today.Month, 1}
	// Of any three months in a row, two have whatever day a month can have.
	for n := range 3 {
		if p.lean == past {
			n = -n
		}
		month := first.AddMonths(n)
		r.date, r.err = dayOf(month.Year, int(month.Month), day.value)
		if r.err == nil && p.allows(r.date) {
			return r
		}
	}
	r.date, r.err = Date{}, &Error{Kind: NoSuchDay, Date: Date{p.today.Year, p.today.Month, day.value}}
	return r
}

package date

import "time"

// weekday reads a day of the week: alone, with a week that it lies in, or before a date that it must agree with.
func (p *parser) weekday(i int) reading {
	before, j := p.qualifierBefore(i)
	named := p.skip(j, "hari")
	w, full, ok := weekdayOf(p.text(named))
	if !ok || p.text(named) == "minggu" && named == j && p.meansWeek(named+1) {
		return reading{}
	}
	after := named + 1
	if before == unqualified {
		if r := p.weekdayAnd(w, after); r.next > 0 {
			return r
		}
	}
	q, next := before, after
	if before == unqualified {
		q, next = p.qualifier(after)
	}
	// "sun", "min" and "sel" are words of their own in a sentence.
	if p.prose && !full {
		return reading{}
	}
	return reading{date: p.inWeek(w, q), next: next, sure: before != unqualified || next > after}
}

// weekdayAnd reads the date that follows a day of the week, and compares the two.
func (p *parser) weekdayAnd(w time.Weekday, i int) reading {
	i = p.skip(i, ", the", ",", "the")
	r := p.absolute(i)
	if r.next == 0 {
		r = p.dayAlone(i)
	}
	if r.next == 0 {
		return r
	}
	if r.err == nil && r.date.Weekday() != w {
		r.err = &Error{Kind: WrongWeekday, Date: r.date, Said: w}
	}
	r.sure = true
	return r
}

// meansWeek tells "minggu depan", a week, from "Minggu", the Sunday. A date after it makes it a Sunday.
func (p *parser) meansWeek(i int) bool {
	q, _ := p.qualifier(i)
	return q == following || q == preceding || p.prose && p.absolute(p.skip(i, ",")).next == 0
}

// qualifier places a day or unit against the present one.
type qualifier uint8

const (
	unqualified   qualifier = iota
	present                 // ini, this
	following               // depan, next
	preceding               // lalu, last
	followingWeek           // (Senin) minggu depan
	precedingWeek           // (Senin) minggu lalu
)

// qualifier reads what follows a noun.
func (p *parser) qualifier(i int) (qualifier, int) {
	for _, c := range [...]struct {
		phrase string
		q      qualifier
	}{
		{"ini", present},
		{"minggu ini", present},
		{"pekan ini", present},
		{"this week", present},
		{"besok", unqualified},
		{"depan", following},
		{"mendatang", following},
		{"berikutnya", following},
		{"yang akan datang", following},
		{"akan datang", following},
		{"minggu depan", followingWeek},
		{"pekan depan", followingWeek},
		{"next week", followingWeek},
		{"lalu", preceding},
		{"yang lalu", preceding},
		{"kemarin", preceding},
		{"silam", preceding},
		{"minggu lalu", precedingWeek},
		{"pekan lalu", precedingWeek},
		{"last week", precedingWeek},
	} {
		if next := p.phrase(i, c.phrase); next > 0 {
			return c.q, next
		}
	}
	return unqualified, i
}

// qualifierBefore reads what English puts before a noun.
func (p *parser) qualifierBefore(i int) (qualifier, int) {
	switch p.text(i) {
	case "next", "coming":
		return following, i + 1
	case "last":
		return preceding, i + 1
	case "this":
		return present, i + 1
	}
	return unqualified, i
}

// inWeek returns the day of the week that is meant. Weeks begin on Monday.
func (p *parser) inWeek(w time.Weekday, q qualifier) Date {
	sinceMonday := func(w time.Weekday) int { return (int(w) + 6) % 7 }
	d := p.today.AddDays(sinceMonday(w) - sinceMonday(p.today.Weekday()))
	switch {
	case q == following, q == followingWeek:
		return d.AddDays(7)
	case q == precedingWeek, q == preceding && !d.Before(p.today):
		return d.AddDays(-7)
	case q == unqualified && !d.After(p.today):
		return d.AddDays(7)
	}
	return d
}

// qualifiedUnit reads a unit longer than a day, and what stands before or behind it to say which one: "next month", "bulan
// depan"; noUnit where there is none.
func (p *parser) qualifiedUnit(i int) (unit, qualifier, int) {
	q, i := p.qualifierBefore(i)
	u := unitOf(p.text(i))
	if u == days {
		u = noUnit
	}
	i++
	if u != noUnit && q == unqualified {
		q, i = p.qualifier(i)
	}
	return u, q, i
}

// shift reads "minggu depan", "next month": today, moved by one unit.
func (p *parser) shift(i int) reading {
	u, q, next := p.qualifiedUnit(i)
	if u == noUnit {
		return reading{}
	}
	switch q {
	case following:
		return reading{date: u.after(p.today, 1), next: next, sure: true}
	case preceding:
		return reading{date: u.after(p.today, -1), next: next, sure: true}
	}
	return reading{}
}

// edge reads the beginning, middle and end of a week, month or year: "akhir bulan", "awal Desember", "mid-november".
func (p *parser) edge(i int) reading {
	part, j := 0, i
	for k, words := range [...][]string{
		{"awal", "beginning of", "start of", "early"},
		{"pertengahan", "tengah", "middle of", "mid"},
		{"akhir", "end of", "late"},
	} {
		if next := p.skip(i, words...); next > i {
			part, j = k+1, next
		}
	}
	if part == 0 {
		return reading{}
	}
	j = p.skip(j, "the", "-", "bulan")
	if month := monthOf(p.text(j)); month != 0 {
		return p.edgeOfMonth(part, month, p.abbreviated(j))
	}
	if p.text(j-1) == "bulan" {
		j--
	}
	u, q, next := p.qualifiedUnit(j)
	if u == noUnit {
		return reading{}
	}
	return reading{date: p.edgeOf(part, u, q), next: next, sure: true}
}

// edgeOfMonth reads the year that may follow a month's name.
func (p *parser) edgeOfMonth(part int, month time.Month, i int) reading {
	r := p.withYear(i, int(month), 1)
	if r.err == nil && r.next == i {
		// Without a year it is the edge, not the first, that is nearest or still to come.
		day := [...]int{0, 1, 15, lastDay(p.today.Year, month)}[part]
		r.date, r.err = p.resolve(int(month), day)
	}
	if r.err == nil {
		r.date = edgeDay(part, months, r.date)
	}
	r.sure = true
	return r
}

// edgeOf returns the edge of the unit that is meant; unqualified, the next one that is not over.
func (p *parser) edgeOf(part int, u unit, q qualifier) Date {
	switch q {
	case following:
		return edgeDay(part, u, u.after(p.today, 1))
	case preceding:
		return edgeDay(part, u, u.after(p.today, -1))
	}
	d := edgeDay(part, u, p.today)
	if q == unqualified && d.Before(p.today) {
		d = edgeDay(part, u, u.after(p.today, 1))
	}
	return d
}

// edgeDay returns the first, middle or last day of the unit around d. A week's are those of the office: Monday, Wednesday,
// Friday.
func edgeDay(part int, u unit, d Date) Date {
	switch u {
	case weeks:
		monday := d.AddDays(-(int(d.Weekday()) + 6) % 7)
		return monday.AddDays([...]int{0, 0, 2, 4}[part])
	case years:
		return [...]Date{{}, {d.Year, time.January, 1}, {d.Year, time.July, 1}, {d.Year, time.December, 31}}[part]
	}
	d.Day = [...]int{0, 1, 15, lastDay(d.Year, d.Month)}[part]
	return d
}

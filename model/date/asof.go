package date

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// AsOf is the day, month or year that facts were true in: "data per Agustus 2023". Without a day it is a month, without a month
// a year; the zero AsOf is unknown.
type AsOf struct {
	Year  int
	Month time.Month
	Day   int
}

// ParseAsOf reads "2023", "Agustus 2023", "08/2023", "2023-08" and all that Parse does. A day and month, or a month, without a
// year is the last one. What is still to come is returned with an *Error of kind Future.
func ParseAsOf(s string, today Date) (AsOf, error) {
	a, err := parseAsOf(s, today)
	if err == nil && a.First().After(today) {
		err = &Error{Kind: Future, Text: s, Date: a.First()}
	}
	return a, err
}

// parseAsOf tries a whole date last, so that 2023 is a year before it is anything else.
func parseAsOf(s string, today Date) (AsOf, error) {
	p := parser{toks: lex(strings.TrimRight(s, ". ")), today: today, lean: past}
	if i := p.skip(0, "data per", "per", "tahun", "bulan"); i > 0 {
		p.toks = p.toks[i:]
	}
	year, month, ok := p.coarse()
	if !ok {
		if len(p.toks) > 0 {
			s = s[p.toks[0].start:]
		}
		d, err := parse(s, today, past)
		return AsOf(d), err
	}
	if _, err := dayOf(year, month, 1); err != nil && month != 0 {
		return AsOf{}, about(err, s)
	}
	if year < MinYear || year > MaxYear {
		return AsOf{}, &Error{Kind: YearRange, Text: s}
	}
	return AsOf{Year: year, Month: time.Month(month)}, nil
}

// coarse reads a text that is a year, or a month with or without one; month is 0 for a year and may not exist.
func (p *parser) coarse() (year, month int, ok bool) {
	first, numeric := p.figure(0, 4)
	named := monthOf(p.text(0))
	switch n := len(p.toks); {
	case n == 1 && numeric && first.digits == 4:
		return first.value, 0, true
	case n == 1 && named != 0:
		d, err := p.resolve(int(named), 1)
		return d.Year, int(named), err == nil
	case n >= 2 && named != 0:
		last := p.skip(1, ",", ".", "-", "/", "tahun")
		y, ok := p.figure(last, 4)
		return y.value, int(named), ok && y.digits == 4 && last == n-1
	case n == 3 && numeric && strings.Contains("/-.", p.text(1)):
		second, ok := p.figure(2, 4)
		if first.digits == 4 {
			first, second = second, first
		}
		month = first.value
		if month == 0 {
			month = -1 // 00/2023 is a month that does not exist, not a year
		}
		return second.value, month, ok && first.digits <= 2 && second.digits == 4
	}
	return 0, 0, false
}

// IsZero reports whether it is unknown.
func (a AsOf) IsZero() bool { return a == AsOf{} }

// First returns the first day of the time meant.
func (a AsOf) First() Date {
	if a.IsZero() {
		return Date{}
	}
	return Date{a.Year, max(a.Month, 1), max(a.Day, 1)}
}

// Last returns the last day of the time meant, from which the facts' age counts.
func (a AsOf) Last() Date {
	switch {
	case a.IsZero() || a.Day > 0:
		return Date(a)
	case a.Month == 0:
		return Date{a.Year, time.December, 31}
	}
	return Date{a.Year, a.Month, lastDay(a.Year, a.Month)}
}

// String returns 2023, 2023-08 or 2023-08-28, or "" if unknown.
func (a AsOf) String() string {
	switch {
	case a.IsZero():
		return ""
	case a.Month == 0:
		return fmt.Sprintf("%04d", a.Year)
	case a.Day == 0:
		return fmt.Sprintf("%04d-%02d", a.Year, a.Month)
	}
	return Date(a).String()
}

// Plain returns "2023", "Agustus 2023" or "28 Agustus 2023".
func (a AsOf) Plain(l Lang) string {
	switch {
	case a.IsZero():
		return ""
	case a.Month == 0:
		return strconv.Itoa(a.Year)
	case a.Day == 0:
		return MonthName(a.Month, l) + " " + strconv.Itoa(a.Year)
	}
	return Date(a).Plain(l)
}

// MarshalText returns what String does.
func (a AsOf) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads what MarshalText wrote, and nothing else.
func (a *AsOf) UnmarshalText(b []byte) error {
	s := string(b)
	var d Date
	// Missing parts are filled to read one strict form, and left out again.
	switch len(s) {
	case 0:
		*a = AsOf{}
		return nil
	case 4:
		s += "-01-01"
	case 7:
		s += "-01"
	}
	if err := d.UnmarshalText([]byte(s)); err != nil {
		return about(err, string(b))
	}
	*a = AsOf(d)
	switch len(b) {
	case 4:
		a.Month, a.Day = 0, 0
	case 7:
		a.Day = 0
	}
	return nil
}

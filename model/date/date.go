package date

import (
	"cmp"
	"fmt"
	"time"
)

// Years that a date may lie in. Outside, a slip of the finger is likelier than a plan.
const (
	MinYear = 1900
	MaxYear = 2199
)

// Date is a day of the calendar, in no time zone. The zero Date is an unknown day; it is before every other.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// Of returns the day that t has in its own location. The zero time gives the zero Date.
func Of(t time.Time) Date {
	if t.IsZero() {
		return Date{}
	}
	y, m, d := t.Date()
	return Date{y, m, d}
}

// New returns a day that exists. Otherwise the *Error's kind is NoSuchMonth, NoSuchDay, LeapDay or YearRange, and its Date
// is what was asked for.
func New(year int, month time.Month, day int) (Date, error) {
	d := Date{year, month, day}
	switch {
	case month < 1 || month > 12:
		return Date{}, &Error{Kind: NoSuchMonth, Date: d}
	case year < MinYear || year > MaxYear:
		return Date{}, &Error{Kind: YearRange, Date: d}
	case month == time.February && day == 29 && lastDay(year, month) == 28:
		return Date{}, &Error{Kind: LeapDay, Date: d}
	case day < 1 || day > lastDay(year, month):
		return Date{}, &Error{Kind: NoSuchDay, Date: d}
	}
	return d, nil
}

// IsZero reports whether the day is unknown.
func (d Date) IsZero() bool { return d == Date{} }

// String returns 2023-11-21, or "" for an unknown day.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// MarshalText returns what String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote, and nothing else; errors are those of New, or of kind Unreadable.
func (d *Date) UnmarshalText(b []byte) error {
	s := string(b)
	if s == "" {
		*d = Date{}
		return nil
	}
	t := lex(s)
	if len(s) != 10 || len(t) != 5 || t[1].text != "-" || t[3].text != "-" ||
		t[0].digits != 4 || t[2].digits != 2 || t[4].digits != 2 {
		return &Error{Kind: Unreadable, Text: s}
	}
	parsed, err := New(t[0].value, time.Month(t[2].value), t[4].value)
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// Compare returns -1, 0 or 1 as d is before, the same as, or after o.
func (d Date) Compare(o Date) int {
	return cmp.Or(cmp.Compare(d.Year, o.Year), cmp.Compare(d.Month, o.Month), cmp.Compare(d.Day, o.Day))
}

// Before reports whether d is earlier than o.
func (d Date) Before(o Date) bool { return d.Compare(o) < 0 }

// After reports whether d is later than o.
func (d Date) After(o Date) bool { return d.Compare(o) > 0 }

// AddDays returns the day n days later, or earlier if n is negative. An unknown day stays unknown.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return d
	}
	return Of(d.midnight().AddDate(0, 0, n))
}

// AddMonths returns the same day of the month n months later, or the last day of a month that is too short.
func (d Date) AddMonths(n int) Date {
	if d.IsZero() {
		return d
	}
	first := time.Date(d.Year, d.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	y, m, _ := first.Date()
	return Date{y, m, min(d.Day, lastDay(y, m))}
}

// AddWorkdays returns the day n working days later, Monday to Friday. Holidays are not known, so the answer is the earliest
// that the promise can mean.
func (d Date) AddWorkdays(n int) Date {
	if n == 0 || d.IsZero() {
		return d
	}
	step := 1
	if n < 0 {
		step = -1
	}
	// Counting starts from the last working day behind, as if the weekend had not been.
	for d.weekend() {
		d = d.AddDays(-step)
	}
	d = d.AddDays(n / 5 * 7)
	for range n % 5 * step {
		for d = d.AddDays(step); d.weekend(); {
			d = d.AddDays(step)
		}
	}
	return d
}

// weekend reports whether offices are closed on the day as on every such day.
func (d Date) weekend() bool { return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday }

// Sub returns the days from o to d: positive if d is later. It is 0 if either is unknown.
func (d Date) Sub(o Date) int {
	if d.IsZero() || o.IsZero() {
		return 0
	}
	return int(d.midnight().Sub(o.midnight()) / (24 * time.Hour))
}

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return d.midnight().Weekday() }

// At returns the moment of a clock time on this day, in UTC if the zone is unset and at midnight if the clock is. The
// moment of an unknown day is the zero time.
func (d Date) At(c Clock, z Zone) time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(d.Year, d.Month, d.Day, 0, c.Minutes(), 0, 0, z.Location())
}

// midnight returns the start of the day in UTC, where every day has 24 hours.
func (d Date) midnight() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// lastDay returns how many days a month has.
func lastDay(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

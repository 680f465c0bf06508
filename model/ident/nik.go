package ident

import (
	"errors"
	"slices"
	"strings"
	"time"
)

// Why a text is no NIK.
var (
	ErrNIKLength = errors.New("NIK: not 16 digits")
	ErrNIKBirth  = errors.New("NIK: no such birth date")
)

// Sex is the sex that a NIK states.
type Sex byte

// Sexes, by the letters that the papers use.
const (
	Male   Sex = 'L'
	Female Sex = 'P'
)

// Warning is a doubt about a NIK. None is a reason to turn anybody away: regencies split, clerks err, and a NIK is kept
// for life even when the birth date in it is found to be wrong.
type Warning uint8

// Doubts. The last three come from [NIK.Against] only, which knows more than the digits.
const (
	UnknownProvince Warning = iota + 1 // not one of the 38
	UnknownRegency                     // neither regency 01-69 nor city 71-79
	SerialZero                         // serials begin at 0001: a sample
	BirthDiffers                       // another birth date was said
	SexDiffers                         // another sex was said
	Minor                              // under 17, so without an identity card yet
)

// NIK is a number that could be one.
type NIK struct {
	Digits string // 16 of them
	Sex    Sex
	// Born is the likeliest birth date, at midnight UTC; Candidates are all that the two-digit year allows, latest first.
	Born       time.Time
	Candidates []time.Time
	Warnings   []Warning
}

// ParseNIK reads 16 digits, with or without spaces, dots and dashes. The birth date's two-digit year is taken so that the
// age on the given day is 17 to 100, else as the latest possible; a date is an error only if no century has it. It returns
// ErrNIKLength or ErrNIKBirth.
func ParseNIK(s string, today time.Time) (NIK, error) {
	d, ok := digits(s)
	if !ok || len(d) != 16 {
		return NIK{}, ErrNIKLength
	}
	n := NIK{Digits: d, Sex: Male, Warnings: doubts(d)}
	day := pair(d[6:])
	// Women's days of birth are written 40 higher.
	if day > 40 {
		n.Sex, day = Female, day-40
	}
	n.Candidates = births(day, time.Month(pair(d[8:])), pair(d[10:]), today)
	if len(n.Candidates) == 0 {
		return NIK{}, ErrNIKBirth
	}
	n.Born = n.Candidates[0]
	if i := slices.IndexFunc(n.Candidates, func(b time.Time) bool { return adult(b, today) }); i >= 0 {
		n.Born = n.Candidates[i]
	}
	return n, nil
}

// Against returns what in a NIK disagrees with what somebody said: a zero date or sex was not said. A birth date that is any
// of the candidates agrees. Minor is returned if the date said, or without one the likeliest, is less than 17 years before
// the given day.
func (n NIK) Against(born time.Time, sex Sex, today time.Time) []Warning {
	var w []Warning
	said := !born.IsZero()
	if said && !slices.ContainsFunc(n.Candidates, func(b time.Time) bool { return sameDay(b, born) }) {
		w = append(w, BirthDiffers)
	}
	if sex != 0 && sex != n.Sex {
		w = append(w, SexDiffers)
	}
	if !said {
		born = n.Born
	}
	if midnight(born).AddDate(17, 0, 0).After(midnight(today)) {
		w = append(w, Minor)
	}
	return w
}

// doubts looks at the codes. A regency is not judged under an unknown province: one doubt says it.
func doubts(d string) []Warning {
	var w []Warning
	if !province(pair(d)) {
		w = append(w, UnknownProvince)
	} else if c := pair(d[2:]); c < 1 || c == 70 || c > 79 {
		w = append(w, UnknownRegency)
	}
	if d[12:] == "0000" {
		w = append(w, SerialZero)
	}
	return w
}

// province reports whether code is one of the 38 provinces of 2025.
func province(code int) bool {
	switch {
	case code >= 11 && code <= 19, code == 21, code >= 31 && code <= 36, code >= 51 && code <= 53:
		return true
	case code >= 61 && code <= 65, code >= 71 && code <= 76, code == 81, code == 82, code >= 91 && code <= 96:
		return true
	}
	return false
}

// births returns the days of this and the last century that a DDMMYY can mean, none after today, latest first.
func births(day int, month time.Month, yy int, today time.Time) []time.Time {
	var out []time.Time
	century := today.Year() / 100 * 100
	for _, year := range []int{century + yy, century - 100 + yy} {
		t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
		// A day that doesn't exist would roll over into the next month.
		if t.Day() == day && t.Month() == month && !t.After(midnight(today)) {
			out = append(out, t)
		}
	}
	return out
}

// adult reports whether somebody born then is at least 17 and not past the hundredth birthday.
func adult(born, today time.Time) bool {
	today = midnight(today)
	return !born.AddDate(17, 0, 0).After(today) && !born.AddDate(100, 0, 0).Before(today)
}

// midnight returns the calendar day of t in UTC, whatever zone t is told in.
func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func sameDay(a, b time.Time) bool { return midnight(a).Equal(midnight(b)) }

// MaskNIK hides all but the first four digits, which tell the regency, and the last two. The mark is '•', or '*' where only
// ASCII can be shown. What is no NIK is hidden whole.
func MaskNIK(nik string, mark rune) string {
	d, ok := digits(nik)
	if !ok || len(d) != 16 {
		return strings.Repeat(string(mark), len([]rune(nik)))
	}
	return d[:4] + strings.Repeat(string(mark), 10) + d[14:]
}

// digits drops what people put between digits, and the apostrophe that keeps a spreadsheet from computing; false if
// anything else is there.
func digits(s string) (string, bool) {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r >= '0' && r <= '9':
			b.WriteByte(byte(r))
		case r == '\'' && i == 0:
		case !strings.ContainsRune(" .-\u00a0\u2010\u2011\u2012\u2013\t", r):
			return "", false
		}
	}
	return b.String(), true
}

// pair reads the first two digits of s.
func pair(s string) int { return int(s[0]-'0')*10 + int(s[1]-'0') }

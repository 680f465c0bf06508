package exchange

import (
	"bytes"
	"math"
	"strconv"
	"strings"
	"time"
)

// numberText writes a workbook's number without exponent. Excel stores 3.3171052029300001E+15 for a NIK and
// 0.10000000000000001 for 0.1; the shortest digits that mean the same number are what was typed. What is no number is
// declined.
func numberText(raw []byte) (string, bool) {
	f, err := strconv.ParseFloat(string(bytes.TrimSpace(raw)), 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		return "", false
	}
	// Beyond these sizes plain digits would be zeros that nobody typed.
	if abs := math.Abs(f); abs != 0 && (abs < 1e-9 || abs >= 1e21) {
		return strconv.FormatFloat(f, 'E', -1, 64), true
	}
	return strconv.FormatFloat(f, 'f', -1, 64), true
}

// plainInteger reports whether a number is as good as it stands.
func plainInteger(raw []byte) bool {
	for _, c := range raw {
		if c < '0' || c > '9' {
			return false
		}
	}
	return len(raw) > 0 && len(raw) <= 17
}

// timing is what a number format shows of a date.
type timing uint8

const (
	showsDate timing = 1 << iota
	showsClock
)

// builtInTiming gives the formats that every workbook has by number; 27 to 58 are dates in Asian installations.
func builtInTiming(id int) timing {
	switch {
	case id >= 14 && id <= 17, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 58:
		return showsDate
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id == 45, id == 47:
		return showsClock
	case id == 22:
		return showsDate | showsClock
	}
	return 0
}

// codeTiming reads a format code such as "dd/mm/yyyy" or `[$-421]dd mmmm yyyy;@`.
func codeTiming(code string) timing {
	letters := formatLetters(code)
	var t timing
	if strings.ContainsAny(letters, "yd") {
		t |= showsDate
	}
	if strings.ContainsAny(letters, "hs") {
		t |= showsClock
	}
	// A month alone, as in "mmmm"; with hours or seconds an m is minutes.
	if t == 0 && strings.Contains(letters, "mmm") {
		t = showsDate
	}
	return t
}

// formatLetters gives the lower-case letters of a format code's first section that are instructions: not what is quoted,
// escaped or in brackets. Elapsed hours, "[h]:mm", are no time of day and yield none.
func formatLetters(code string) string {
	var out strings.Builder
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '"':
			i += max(0, strings.IndexByte(code[i+1:], '"')+1)
		case '\\', '_', '*':
			i++
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return out.String()
			}
			if inside := strings.ToLower(code[i+1 : i+end]); strings.Trim(inside, "hms") == "" && inside != "" {
				return ""
			}
			i += end
		case ';':
			return out.String()
		default:
			out.WriteByte(c | 0x20)
		}
	}
	return out.String()
}

// calendar turns serial days into dates.
type calendar struct{ from1904 bool }

// leapSerial is the day that Excel's calendar has and the world's has not: 29 February 1900.
const leapSerial = 60

// lastSerial is 31 December 9999.
const lastSerial = 2958465

// text writes a serial day as ISO 8601: "2023-11-21", "2023-11-21T09:00:00" or "09:00:00", by what the format shows. Numbers
// that are no date are declined. An impossible date is written as Excel shows it.
func (c calendar) text(raw []byte, t timing) (text string, impossible, ok bool) {
	f, err := strconv.ParseFloat(string(bytes.TrimSpace(raw)), 64)
	if err != nil || f < 0 || !(f < lastSerial+1) {
		return "", false, false
	}
	days := int(f)
	seconds := int(math.Round((f - float64(days)) * 86400))
	if t == showsClock && days == 0 {
		return clock(seconds % 86400), false, true
	}
	// Rounding may reach midnight, which is the next day.
	days, seconds = days+seconds/86400, seconds%86400
	date := c.date(days)
	if date == "" {
		return "", false, false
	}
	if t&showsClock != 0 {
		date += "T" + clock(seconds)
	}
	return date, !c.from1904 && days == leapSerial, true
}

// date writes a whole day, or nothing for the day 0 of January 1900.
func (c calendar) date(days int) string {
	const iso = "2006-01-02"
	switch {
	case c.from1904:
		return time.Date(1904, 1, 1+days, 0, 0, 0, 0, time.UTC).Format(iso)
	case days == 0:
		return ""
	case days == leapSerial:
		return "1900-02-29"
	case days < leapSerial:
		return time.Date(1899, 12, 31+days, 0, 0, 0, 0, time.UTC).Format(iso)
	}
	return time.Date(1899, 12, 30+days, 0, 0, 0, 0, time.UTC).Format(iso)
}

// clock writes seconds since midnight.
func clock(seconds int) string {
	return time.Date(2000, 1, 1, 0, 0, seconds, 0, time.UTC).Format("15:04:05")
}

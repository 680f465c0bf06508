package date

import "time"

// monthOf knows the months in both languages, with the spellings and abbreviations in use; 0 for any other word.
func monthOf(w string) time.Month {
	switch w {
	case "januari", "january", "jan":
		return time.January
	case "februari", "february", "feb", "pebruari", "peb":
		return time.February
	case "maret", "march", "mar", "mrt":
		return time.March
	case "april", "apr":
		return time.April
	case "mei", "may":
		return time.May
	case "juni", "june", "jun":
		return time.June
	case "juli", "july", "jul":
		return time.July
	case "agustus", "august", "agu", "agt", "ags", "agst", "aug":
		return time.August
	case "september", "sept", "sep":
		return time.September
	case "oktober", "october", "okt", "oct":
		return time.October
	case "november", "nov", "nopember", "nop":
		return time.November
	case "desember", "december", "des", "dec":
		return time.December
	}
	return 0
}

// weekdayOf knows the days of the week in both languages; full tells a whole word from an abbreviation.
func weekdayOf(w string) (day time.Weekday, full, ok bool) {
	switch w {
	case "minggu", "ahad", "sunday", "min", "sun":
		day = time.Sunday
	case "senin", "monday", "sen", "mon":
		day = time.Monday
	case "selasa", "tuesday", "sel", "tue", "tues":
		day = time.Tuesday
	case "rabu", "wednesday", "rab", "wed":
		day = time.Wednesday
	case "kamis", "thursday", "kam", "thu", "thur", "thurs":
		day = time.Thursday
	case "jumat", "friday", "jum", "fri":
		day = time.Friday
	case "sabtu", "saturday", "sab", "sat":
		day = time.Saturday
	default:
		return 0, false, false
	}
	return day, len(w) > 3 && w != "tues" && w != "thur" && w != "thurs", true
}

// unit is a length of time that dates are counted in.
type unit uint8

const (
	noUnit unit = iota
	days
	workdays
	weeks
	months
	years
)

// unitOf knows the units in both languages; workdays are two words and known by the parser.
func unitOf(w string) unit {
	switch w {
	case "hari", "hr", "day", "days":
		return days
	case "minggu", "mgg", "pekan", "week", "weeks":
		return weeks
	case "bulan", "bln", "month", "months":
		return months
	case "tahun", "thn", "year", "years":
		return years
	}
	return noUnit
}

// oneOf knows the units that carry their "one": seminggu.
func oneOf(w string) unit {
	switch w {
	case "sehari":
		return days
	case "seminggu", "sepekan":
		return weeks
	case "sebulan":
		return months
	case "setahun":
		return years
	}
	return noUnit
}

// after returns the day n units after d.
func (u unit) after(d Date, n int) Date {
	switch u {
	case workdays:
		return d.AddWorkdays(n)
	case weeks:
		return d.AddDays(7 * n)
	case months:
		return d.AddMonths(n)
	case years:
		return d.AddMonths(12 * n)
	}
	return d.AddDays(n)
}

// countOf knows the number words that promises use; 0 for any other word. Indonesian tens and teens are two words and put
// together by the parser.
func countOf(w string) int {
	switch w {
	case "satu", "one", "a", "an":
		return 1
	case "dua", "two":
		return 2
	case "tiga", "three":
		return 3
	case "empat", "four":
		return 4
	case "lima", "five":
		return 5
	case "enam", "six":
		return 6
	case "tujuh", "seven":
		return 7
	case "delapan", "eight":
		return 8
	case "sembilan", "nine":
		return 9
	case "sepuluh", "ten":
		return 10
	case "sebelas", "eleven":
		return 11
	case "twelve":
		return 12
	case "fourteen":
		return 14
	case "thirty":
		return 30
	case "sixty":
		return 60
	case "ninety":
		return 90
	}
	return 0
}

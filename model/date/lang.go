package date

import "time"

// Lang is a language to print in, by its code. Anything but EN prints Indonesian.
type Lang string

// The languages.
const (
	ID Lang = "id"
	EN Lang = "en"
)

// MonthName returns "November", "Agustus"; "" for no month.
func MonthName(m time.Month, l Lang) string {
	names := [...]string{
		"", "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
	}
	switch {
	case m < 1 || m > 12:
		return ""
	case l == EN:
		return m.String()
	}
	return names[m]
}

// MonthShort returns the first three letters of the month's name, which are unmistakable in both languages.
func MonthShort(m time.Month, l Lang) string {
	name := MonthName(m, l)
	return name[:min(3, len(name))]
}

// WeekdayName returns "Selasa", "Jumat"; Sunday is Minggu.
func WeekdayName(w time.Weekday, l Lang) string {
	names := [...]string{"Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"}
	switch {
	case w < 0 || w > 6:
		return ""
	case l == EN:
		return w.String()
	}
	return names[w]
}

// WeekdayShort returns the first three letters of the day's name.
func WeekdayShort(w time.Weekday, l Lang) string {
	name := WeekdayName(w, l)
	return name[:min(3, len(name))]
}

// Roman returns the month as letter numbers carry it: XI; "" for no month.
func Roman(m time.Month) string {
	numerals := [...]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"}
	if m < 1 || m > 12 {
		return ""
	}
	return numerals[m]
}

package date

import (
	"fmt"
	"strconv"

	"hadir/model/number"
)

// Long returns "Selasa, 21 November 2023". Like all the forms it is "" for an unknown day.
func (d Date) Long(l Lang) string {
	if d.IsZero() {
		return ""
	}
	return WeekdayName(d.Weekday(), l) + ", " + d.Plain(l)
}

// Plain returns "21 November 2023".
func (d Date) Plain(l Lang) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d %s %d", d.Day, MonthName(d.Month, l), d.Year)
}

// Short returns "21 Nov 2023".
func (d Date) Short(l Lang) string {
	if d.IsZero() {
		return ""
	}
	return d.DayMonth(l) + " " + strconv.Itoa(d.Year)
}

// DayMonth returns "21 Nov".
func (d Date) DayMonth(l Lang) string {
	if d.IsZero() {
		return ""
	}
	return strconv.Itoa(d.Day) + " " + MonthShort(d.Month, l)
}

// Spelled returns the opening of a berita acara, which is Indonesian whatever the screen is in: "Pada hari ini Selasa tanggal
// dua puluh satu bulan November tahun dua ribu dua puluh tiga".
func (d Date) Spelled() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("Pada hari ini %s tanggal %s bulan %s tahun %s", WeekdayName(d.Weekday(), ID),
		number.Terbilang(int64(d.Day)), MonthName(d.Month, ID), number.Terbilang(int64(d.Year)))
}

// Hours returns "08.30-12.00 WIB", or "09.00 WIB s.d. selesai" if the end is unset, without the zone if that is unset, and ""
// without a beginning.
func Hours(from, to Clock, z Zone, l Lang) string {
	if from.IsZero() {
		return ""
	}
	s := from.String()
	if !to.IsZero() {
		s += "-" + to.String()
	}
	if z != ZoneUnset {
		s += " " + z.String()
	}
	switch {
	case !to.IsZero():
		return s
	case l == EN:
		return s + " until finished"
	}
	return s + " s.d. selesai"
}

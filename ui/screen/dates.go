package screen

import (
	"errors"
	"strings"

	"hadir/model/date"
	"hadir/model/name"
	"hadir/ui/lang"
)

// dateEcho reads a date as it is typed and says it in full, or what is wrong with it.
func dateEcho(env *Env) func(typed string) (string, lang.Phrase) {
	return func(typed string) (string, lang.Phrase) {
		d, err := date.Parse(typed, env.Today())
		if err != nil {
			return "", DateFault(err, env.dates())
		}
		words := d.Long(env.dates())
		if d.Before(env.Today()) {
			words += " (" + env.Say("event.date-past") + ")"
		}
		return words, lang.Phrase{}
	}
}

// clockEcho reads a time of day as it is typed.
func clockEcho(typed string) (string, lang.Phrase) {
	c, z, err := date.ParseClock(typed)
	if err != nil {
		return "", lang.Of("event.clock-wrong")
	}
	echo := strings.TrimSpace(c.String() + " " + z.String())
	if echo == typed {
		return "", lang.Phrase{}
	}
	return echo, lang.Phrase{}
}

// endEcho is clockEcho for the end of an event, which may be open: "selesai".
func endEcho(env *Env) func(typed string) (string, lang.Phrase) {
	return func(typed string) (string, lang.Phrase) {
		if openEnd(typed) {
			return env.Say("event.open-end"), lang.Phrase{}
		}
		return clockEcho(typed)
	}
}

// openEnd reports whether an end is given as "until it is finished".
func openEnd(typed string) bool {
	switch name.FoldText(typed) {
	case "selesai", "s d selesai", "sd selesai", "sampai selesai", "until finished", "finish", "end":
		return true
	}
	return false
}

// DateFault says what is wrong with a typed date: err is what [date.Parse] returned, l the language of days and months.
func DateFault(err error, l date.Lang) lang.Phrase {
	var e *date.Error
	if !errors.As(err, &e) {
		return lang.Of("event.date-unreadable")
	}
	switch e.Kind {
	case date.NoSuchDay:
		month := date.MonthName(e.Date.Month, l)
		return lang.Of("event.date-no-day", "month", month, "day", e.Date.Day)
	case date.LeapDay:
		return lang.Of("event.date-leap", "year", e.Date.Year)
	case date.NoSuchMonth:
		return lang.Of("event.date-no-month")
	case date.YearRange:
		return lang.Of("event.date-year", "from", date.MinYear, "to", date.MaxYear)
	case date.WrongWeekday:
		return lang.Of("event.date-weekday", "date", e.Date.Plain(l),
			"is", date.WeekdayName(e.Date.Weekday(), l), "said", date.WeekdayName(e.Said, l))
	}
	return lang.Of("event.date-unreadable")
}

// isoDate is a typed date as records keep it; empty where none was typed. The field has been checked before.
func isoDate(env *Env, typed string) string {
	d, err := date.Parse(typed, env.Today())
	if err != nil {
		return ""
	}
	return d.String()
}

// isoClock is a typed time as records keep it, and the zone if one was typed with it.
func isoClock(typed string) (clock, zone string) {
	c, z, err := date.ParseClock(typed)
	if err != nil {
		return "", ""
	}
	return c.String(), z.String()
}

// plainDate is a date of a record as a form shows it, to be typed over.
func plainDate(env *Env, iso string) string {
	var d date.Date
	if d.UnmarshalText([]byte(iso)) != nil {
		return iso
	}
	return d.Plain(env.dates())
}

// longDate is a date of a record with its day of the week; empty where there is none.
func longDate(env *Env, iso string) string {
	var d date.Date
	if d.UnmarshalText([]byte(iso)) != nil {
		return iso
	}
	return d.Long(env.dates())
}

// hours is when a session takes place: 09.00-12.00 WIB.
func hours(env *Env, start, end string, z date.Zone) string {
	var from, to date.Clock
	if from.UnmarshalText([]byte(start)) != nil || to.UnmarshalText([]byte(end)) != nil {
		return strings.TrimSpace(start + " " + end)
	}
	return date.Hours(from, to, z, env.dates())
}

package date

import (
	"fmt"
	"time"
)

// Clock is a time of day to the minute. The zero Clock is unset, so that a record without a time never claims midnight;
// it is kept as the minutes since midnight plus one. Set clocks compare with < and >.
type Clock int16

// NewClock returns a time from 00.00 to 24.00, the end of the day; the *Error's kind is NoSuchTime.
func NewClock(hour, minute int) (Clock, error) {
	if hour < 0 || minute < 0 || minute > 59 || hour > 24 || hour == 24 && minute > 0 {
		return 0, &Error{Kind: NoSuchTime}
	}
	return Clock(hour*60 + minute + 1), nil
}

// ClockOf returns the time of day that t has in its own location, seconds dropped. The zero time gives an unset Clock.
func ClockOf(t time.Time) Clock {
	if t.IsZero() {
		return 0
	}
	return Clock(t.Hour()*60 + t.Minute() + 1)
}

// ParseClock reads "09.00", "9:00", "0900", "9", with "pukul", "jam" or "at" before it and a zone after it: "09.00 WIB". The zone
// is unset if none was written. The *Error's kind is Empty, Unreadable or NoSuchTime.
func ParseClock(s string) (Clock, Zone, error) {
	t := lex(s)
	if len(t) == 0 {
		return 0, 0, &Error{Kind: Empty, Text: s}
	}
	if w := t[0].text; w == "pukul" || w == "jam" || w == "pkl" || w == "at" {
		t = t[1:]
		if len(t) > 0 && t[0].text == "." {
			t = t[1:]
		}
	}
	var zone Zone
	if len(t) > 0 && t[len(t)-1].kind == word {
		var ok bool
		if zone, ok = ParseZone(t[len(t)-1].text); !ok {
			return 0, 0, &Error{Kind: Unreadable, Text: s}
		}
		t = t[:len(t)-1]
	}
	hour, minute, ok := clockDigits(t)
	if !ok {
		return 0, 0, &Error{Kind: Unreadable, Text: s}
	}
	c, err := NewClock(hour, minute)
	if err != nil {
		return 0, 0, &Error{Kind: NoSuchTime, Text: s}
	}
	return c, zone, nil
}

// clockDigits takes hours and minutes apart.
func clockDigits(t []token) (hour, minute int, ok bool) {
	switch {
	case len(t) == 0 || t[0].kind != figure:
		return 0, 0, false
	case len(t) == 1 && t[0].digits <= 2:
		return t[0].value, 0, true
	case len(t) == 1 && t[0].digits <= 4:
		return t[0].value / 100, t[0].value % 100, true
	case len(t) != 3 || t[0].digits > 2 || t[2].kind != figure || t[2].digits != 2:
		return 0, 0, false
	}
	sign := t[1].text
	return t[0].value, t[2].value, sign == "." || sign == ":" || sign == ","
}

// Minutes returns the minutes since midnight, 0 to 1440; 0 also if unset.
func (c Clock) Minutes() int { return max(0, int(c)-1) }

// IsZero reports whether the clock is unset.
func (c Clock) IsZero() bool { return c == 0 }

// String returns 09.00, or "" if unset.
func (c Clock) String() string {
	if c.IsZero() {
		return ""
	}
	return fmt.Sprintf("%02d.%02d", c.Minutes()/60, c.Minutes()%60)
}

// MarshalText returns what String does.
func (c Clock) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads what ParseClock does, without a zone, and "" as unset.
func (c *Clock) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*c = 0
		return nil
	}
	parsed, zone, err := ParseClock(string(b))
	if err != nil {
		return err
	}
	if zone != ZoneUnset {
		return &Error{Kind: Unreadable, Text: string(b)}
	}
	*c = parsed
	return nil
}

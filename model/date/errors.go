package date

import (
	"errors"
	"fmt"
	"time"
)

// Kind says why a text is no date or time.
type Kind uint8

// Why.
const (
	Unreadable   Kind = iota + 1 // no way to understand it
	Empty                        // nothing was typed
	NoSuchDay                    // 31 April
	LeapDay                      // 29 February of a year that has 28 days in it
	NoSuchMonth                  // 21/13/2023
	YearRange                    // before MinYear or after MaxYear
	WrongWeekday                 // the day named is another day of the week
	Future                       // a date that facts are said to be of, but which is still to come
	NoSuchTime                   // 25.00
)

// String returns the kind for logs and tests.
func (k Kind) String() string {
	names := [...]string{
		"", "unreadable", "empty", "no such day", "no 29 February in that year", "no such month", "year out of range",
		"wrong weekday", "still to come", "no such time",
	}
	if int(k) < len(names) {
		return names[k]
	}
	return fmt.Sprintf("kind %d", k)
}

// Error says what is wrong with a date or time. It carries what the sentence for people needs.
type Error struct {
	Kind Kind
	Text string       // as typed
	Date Date         // the day that was named, whether it exists or not
	Said time.Weekday // for WrongWeekday: the day of the week that Date was said to be
}

// Error is for logs.
func (e *Error) Error() string {
	if e.Date.IsZero() {
		return fmt.Sprintf("date %q: %v", e.Text, e.Kind)
	}
	return fmt.Sprintf("date %q: %v: %v", e.Text, e.Kind, e.Date)
}

// about gives an *Error the text that it is about.
func about(err error, text string) error {
	var e *Error
	if errors.As(err, &e) {
		e.Text = text
	}
	return err
}

// Is reports whether target is an *Error of the same kind, so that errors.Is(err, &Error{Kind: LeapDay}) asks for one.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Kind == e.Kind
}

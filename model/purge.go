package model

import "hadir/model/date"

// RetentionUsually is for how many years names on lists are kept where the office has not said otherwise: a list is the proof of
// what was spent on an event.
const RetentionUsually = 5

// Purging is what a purge is to take out, or has taken out.
type Purging struct {
	Events   []ID
	Level    Level
	Guests   int  // of whom something goes
	Numbers  int  // NIKs and phone numbers, in registers and in words
	Names    int  // of guests, of who came in their place and of who asked
	Changes  int  // of the journal that lose a part
	Drafts   int  // typed and not saved, which go as a whole
	Searches int  // that were kept and hold one of the numbers
	Due      bool // something that was purged before still stands in the file, and goes with it
	Copies   int  // beside the file, that were removed as a whole; 0 before it is done
}

// None reports whether there is nothing to be taken out.
func (p Purging) None() bool { return p.Numbers+p.Names+p.Changes+p.Drafts == 0 && !p.Due }

// NamesUntil is the last day on which names of an event's list have to be kept, ISO 8601: the event's own date for purging, or so
// many years after it was held. It is empty while nobody knows when that is: then they stay.
func NamesUntil(e Event, years int) string {
	if e.Purge != "" {
		return e.Purge
	}
	var held date.Date
	if held.UnmarshalText([]byte(e.Date)) != nil || held.IsZero() {
		return ""
	}
	return held.AddMonths(12 * years).String()
}

// NamesMayGo reports whether names of an event's list need not be kept any more on a day, ISO 8601.
func NamesMayGo(e Event, years int, today string) bool {
	until := NamesUntil(e, years)
	return until != "" && today > until
}

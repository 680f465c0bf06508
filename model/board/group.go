package board

import (
	"strconv"

	"hadir/model/date"
)

// Group is a part of the board, in the order in which they stand on it.
type Group int

// The groups.
const (
	Late    Group = iota // overdue, and still to be done
	Week                 // due between today and Sunday
	Later                // due after that
	Undated              // no date was named
	Done                 // finished, or given up
	Groups               // how many groups there are
)

// span is the days that tell the groups apart, as numbers that sort: 20231121.
type span struct{ today, sunday int }

func spanOf(today date.Date) span {
	// Weeks begin on Monday.
	sunday := today.AddDays((7 - int(today.Weekday())) % 7)
	return span{dayNumber(today.String()), dayNumber(sunday.String())}
}

// group is where a follow-up stands.
func (s span) group(open bool, due int) Group {
	switch {
	case !open:
		return Done
	case due == 0:
		return Undated
	case due < s.today:
		return Late
	case due <= s.sunday:
		return Week
	}
	return Later
}

// dayNumber is an ISO day as a number that sorts; 0 for what is none.
func dayNumber(iso string) int {
	if len(iso) != 10 || iso[4] != '-' || iso[7] != '-' {
		return 0
	}
	n, err := strconv.Atoi(iso[:4] + iso[5:7] + iso[8:])
	if err != nil || n < 0 {
		return 0
	}
	return n
}

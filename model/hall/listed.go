package hall

import (
	"strconv"

	"hadir/model"
)

// Listed is what a hall keeps of everybody on the list; the rest stays packed as the store has it. Most guests of a long list
// are never looked at on an evening, and a door that unpacked them first would open late.
type Listed struct {
	ID       model.ID
	Terms    string // what the door searches, see [Terms]
	Packed   string // the guest as the store packs guests
	Category string
	Sex      string
	Order    int // number on the list

	WalkIn, Removed bool
	Sheet, Row      bool // has a sheet, a row there: both, once printed
	District        bool // the kecamatan is known
}

// Set takes one register of the guest, as [model.Guest.Set] does.
func (l *Listed) Set(register, value string) {
	switch register {
	case model.GuestOrder:
		l.Order, _ = strconv.Atoi(value)
	case model.GuestCategory:
		l.Category = value
	case model.GuestSex:
		l.Sex = value
	case model.GuestDistrict:
		l.District = value != ""
	case model.GuestWalkIn:
		l.WalkIn = value != ""
	case model.Removed:
		l.Removed = value != ""
	case model.GuestSheet:
		l.Sheet = positive(value)
	case model.GuestRow:
		l.Row = positive(value)
	}
}

func positive(number string) bool {
	n, _ := strconv.Atoi(number)
	return n > 0
}

// Take takes all that it keeps from a guest who has been read in whole.
func (l *Listed) Take(g model.Guest) {
	l.Category, l.Sex, l.Order, l.WalkIn, l.Removed = g.Category, g.Sex, g.Order, g.WalkIn, g.Removed
	l.Sheet, l.Row, l.District = g.Sheet > 0, g.Row > 0, g.District != ""
}

// Shape is what rows of the list have to have room for.
type Shape struct {
	Last      int  // the largest number on the list
	Printed   bool // somebody stands on a printed sheet
	WalkIns   bool // somebody was not invited
	Districts bool // somebody's kecamatan is known
}

// Standing gives the rows of those who were not removed, in the order of the list, appended to rows, and what they need.
func (h *Hall) Standing(rows []int32) ([]int32, Shape) {
	var s Shape
	for row, at := range h.list {
		g := &h.guests[at]
		if g.Removed {
			continue
		}
		rows = append(rows, int32(row))
		s.Last = max(s.Last, g.Order)
		s.Printed = s.Printed || g.Sheet && g.Row
		s.WalkIns = s.WalkIns || g.WalkIn
		s.Districts = s.Districts || g.District
	}
	return rows, s
}

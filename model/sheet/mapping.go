package sheet

import (
	"strconv"
	"strings"
)

// Pin fixes a field to a column, as an officer says it.
type Pin struct {
	Field Field
	// Column is a header's text or a column's letter; "-" says that the table has no such column.
	Column string
}

// MapFault is the reason why a mapping was refused.
type MapFault uint8

// The faults of mappings.
const (
	MapForm          MapFault = iota + 1 // not of the form FIELD=COLUMN
	MapUnknownField                      // no such field
	MapUnknownColumn                     // no such header, and no letter of a column of this table
	MapTwice                             // a field pinned twice, or a column used for two of the pins
)

// String names the fault as a lower-case code.
func (f MapFault) String() string {
	names := [...]string{"unknown", "form", "unknown field", "unknown column", "twice"}
	if int(f) >= len(names) {
		return names[0]
	}
	return names[f]
}

// MapError is the error of ParseMap and Pin.
type MapError struct {
	Fault MapFault
	Arg   string // what was refused, as it was given
}

// Error names the argument and the fault.
func (e *MapError) Error() string { return "mapping " + strconv.Quote(e.Arg) + ": " + e.Fault.String() }

// ParseMap reads arguments such as "name=B", "phone=NO. HP/WA" and "note=-". Fields are given by their code or their
// Indonesian word; case does not matter. Every error is a *MapError.
func ParseMap(args ...string) ([]Pin, error) {
	var pins []Pin
	var seen [fieldCount]bool
	for _, arg := range args {
		field, column, ok := strings.Cut(arg, "=")
		column = strings.TrimSpace(column)
		if !ok || column == "" {
			return nil, &MapError{Fault: MapForm, Arg: arg}
		}
		f, known := ParseField(field)
		if !known {
			return nil, &MapError{Fault: MapUnknownField, Arg: arg}
		}
		if seen[f] {
			return nil, &MapError{Fault: MapTwice, Arg: arg}
		}
		seen[f] = true
		pins = append(pins, Pin{Field: f, Column: column})
	}
	return pins, nil
}

// Pin gives a copy of the layout in which the pinned fields have their columns. A field that was guessed for such a
// column loses it. width is the number of columns of the table, for tables wider than their header; see Width. Every error
// is a *MapError.
func (l Layout) Pin(width int, pins ...Pin) (Layout, error) {
	out := l.clone()
	byPin := map[int]bool{}
	for _, p := range pins {
		if p.Column == "-" {
			out.drop(p.Field)
			continue
		}
		column, ok := l.find(p.Column, width)
		switch {
		case !ok:
			return Layout{}, &MapError{Fault: MapUnknownColumn, Arg: p.Column}
		case byPin[column]:
			return Layout{}, &MapError{Fault: MapTwice, Arg: p.Column}
		}
		byPin[column] = true
		out.drop(out.FieldOf(column))
		out.Columns[p.Field], out.Confidence[p.Field] = column, 1
	}
	return out, nil
}

// drop leaves a field without a column.
func (l Layout) drop(f Field) {
	delete(l.Columns, f)
	delete(l.Confidence, f)
}

// find looks a column up by its header, and then by its letter: "HP" is both, and who says it means the header.
func (l Layout) find(name string, width int) (int, bool) {
	for column, h := range l.Headers {
		if h != "" && sameText(h, name) {
			return column, true
		}
	}
	column, rest := ColumnOf(name)
	return column, column >= 0 && rest == "" && column < max(width, len(l.Headers))
}

// Width is the number of columns of a table: that of its widest row.
func Width(rows []Row) int {
	width := 0
	for _, r := range rows {
		width = max(width, len(r.Cells))
	}
	return width
}

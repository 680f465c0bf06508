package sheet

import (
	"fmt"
	"testing"
)

// Screens look their sentences up by these codes: each value has its own, and none that is named is unknown.
func TestCodes(t *testing.T) {
	seen := map[string]bool{}
	add := func(group string, s fmt.Stringer) {
		key := group + ":" + s.String()
		if seen[key] || s.String() == "unknown" || s.String() == "" {
			t.Errorf("code %q", key)
		}
		seen[key] = true
	}
	for f := FaultMissing; f <= FaultNoSheet; f++ {
		add("fault", f)
	}
	for k := NoteOpenQuote; k <= NoteOverflow; k++ {
		add("note", k)
	}
	for k := KindData; k <= KindFooter; k++ {
		add("kind", k)
	}
	for f := MapForm; f <= MapTwice; f++ {
		add("map", f)
	}
	for f := FieldNo; f < fieldCount; f++ {
		add("field", f)
	}
	add("format", FormatText)
	add("format", FormatXLSX)
	for _, s := range []fmt.Stringer{FaultNoSheet + 1, NoteOverflow + 1, KindFooter + 1, MapTwice + 1} {
		if s.String() != "unknown" {
			t.Errorf("%T has a code beyond the last: %q", s, s)
		}
	}
}

func TestCellOfField(t *testing.T) {
	rows := lines("No|Nama|HP\n1|Eko")
	l := Guess(rows)
	if l.Cell(rows[1], FieldName).Text != "Eko" || l.Cell(rows[1], FieldPhone) != (Cell{}) || l.Cell(rows[1], FieldNIK) != (Cell{}) {
		t.Errorf("%+v", l)
	}
}

package program

import (
	"fmt"
	"strings"
)

// Fault is what is wrong with a file.
type Fault string

// The faults. What of an [Error] is filled in beside Where is said here.
const (
	FaultSyntax    Fault = "syntax"    // no JSON: Line, Column
	FaultFormat    Fault = "format"    // not an event file, or one of a newer Hadir: Value is what it says it is
	FaultUnknown   Fault = "unknown"   // Value is a field that the format does not have
	FaultType      Fault = "type"      // text where a number belongs, or the like; Value is what stands there
	FaultMissing   Fault = "missing"   // nothing where something is needed
	FaultValue     Fault = "value"     // Value is no date, time, zone, or none of the words that are allowed
	FaultReference Fault = "reference" // Value is a key that no other part of the file has
	FaultTwice     Fault = "twice"     // Value is a key that stands twice
	FaultTooMany   Fault = "too-many"  // more entries than MaxEntries
)

// Error says what is wrong with a file, and where.
type Error struct {
	Fault        Fault
	Where        string // such as "guests[3].name", counted from 1 as people count; empty: the file as a whole
	Value        string
	Line, Column int // from 1; 0: not known
}

// Error names the fault and the place, for logs; people are told by Fault.
func (e *Error) Error() string {
	parts := []string{"event file"}
	if e.Line > 0 {
		parts = append(parts, fmt.Sprintf("line %d, column %d", e.Line, e.Column))
	}
	if e.Where != "" {
		parts = append(parts, e.Where)
	}
	parts = append(parts, string(e.Fault))
	if e.Value != "" {
		parts = append(parts, fmt.Sprintf("%q", e.Value))
	}
	return strings.Join(parts, ": ")
}

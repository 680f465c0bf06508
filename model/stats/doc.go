// Package stats counts what an office did over time: events, who came, what was asked and answered, what was promised and kept, by
// month, place, institution or topic. It is given what each event adds ([Event]) and sums it up; it reads nothing itself.
package stats

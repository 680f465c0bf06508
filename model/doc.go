// Package model says what an event is: its records, the changes that make them, and the rules that turn changes into what
// a screen shows.
//
// Everything that anybody does becomes a [Change]. A [Record] is the fold of changes, and the fold is commutative,
// associative and idempotent, so that laptops that worked apart agree once they have seen the same changes, in whatever
// order. The typed views ([Event], [Guest], [Seat], ...) are read from records and never written back: who wants to change
// something builds changes.
//
// The package does no I/O, keeps no clock and draws no random numbers: the time, identities and storage come from outside.
package model

// Package board is all follow-ups in one list, as the board shows them: in groups by when they are due, filtered, counted, and
// kept in step with what every desk commits. It holds them packed, since there may be 100,000; it does no I/O and keeps no
// clock.
package board

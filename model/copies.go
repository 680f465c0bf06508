package model

import "time"

// Copies is how the copies of the data stand, for people.
type Copies struct {
	Snapshots int       // beside the database
	Bytes     int64     // that they take together
	Last      time.Time // when the newest was taken; zero: there is none
	Proved    time.Time // when all of them were last read; zero: never yet
	Second    SecondCopies
}

// SecondCopies is how the copies in the second folder stand.
type SecondCopies struct {
	Folder string
	There  bool
	At     time.Time // when they were brought up to date; zero: never
	Err    error     // why they could not be, the last time that this program tried; nil: they were, or it has not tried
}

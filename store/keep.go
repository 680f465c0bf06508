package store

import (
	"slices"
	"time"
)

// What is kept of snapshots: always the two newest, then the newest of each of so many days, weeks and months.
const (
	keptAlways = 2
	keptDays   = 7
	keptWeeks  = 4
	keptMonths = 6
)

// Standing is what the decision to take a snapshot is made from.
type Standing struct {
	Changes uint64    // since the newest snapshot, or since the beginning
	Log     int64     // bytes of the rescue log since then
	File    int64     // bytes of the database
	Last    time.Time // when the newest was taken; zero: there is none
	Needed  bool      // what is beside the file does not make it again as a whole
}

// smallLog is a log that is read in no time, in bytes: it is no reason for a snapshot.
const smallLog = 1 << 20

// SnapshotDue decides: only when something has changed, and then once a day, or when the log has grown beyond a quarter of the
// file, or when the copies have a hole.
func SnapshotDue(now time.Time, s Standing) bool {
	switch {
	case s.Needed:
		return true
	case s.Changes == 0:
		return false
	case s.Log > max(smallLog, s.File/4):
		return true
	}
	// A clock that jumped back does not put it off for ever.
	since := now.Sub(s.Last)
	return since >= 24*time.Hour || since < -time.Hour
}

// SnapshotsKept tells of each snapshot whether it is kept. They are in the order of what they hold, the newest last.
func SnapshotsKept(snaps []SnapshotFile) []bool {
	kept := make([]bool, len(snaps))
	var days, weeks, months []string
	first := func(seen *[]string, most int, label string) bool {
		if len(*seen) >= most || slices.Contains(*seen, label) {
			return false
		}
		*seen = append(*seen, label)
		return true
	}
	for i, s := range slices.Backward(snaps) {
		year, week := s.Taken.ISOWeek()
		day := first(&days, keptDays, s.Taken.Format("2006-01-02"))
		weekly := first(&weeks, keptWeeks, time.Date(year, 1, week, 0, 0, 0, 0, time.UTC).Format("2006-01-02"))
		monthly := first(&months, keptMonths, s.Taken.Format("2006-01"))
		kept[i] = len(snaps)-i <= keptAlways || day || weekly || monthly
	}
	return kept
}

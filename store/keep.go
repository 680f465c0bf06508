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

// copiesLeast is what snapshots may take together whatever the size of the database, in bytes.
const copiesLeast = 1 << 30

// Room is what there is for snapshots, in bytes.
type Room struct {
	File int64 // the database
	Free int64 // on the disk that they stand on
	Disk int64 // its size; zero: the system does not say
}

// SnapshotsKept tells of each snapshot whether it is kept. They are in the order of what they hold, the newest last.
//
// Two rules decide. By age: the two newest, and the newest of each of seven days, four weeks and six months. By size: those that
// age keeps may take 1 GB together or four times the database, whichever is more, and while less than a tenth of the disk is
// free they take no more than leaves that tenth; beyond that the oldest go sooner. The two newest never go: they are the ones
// that were proved when they were written, and again when the next one was.
func SnapshotsKept(snaps []SnapshotFile, room Room) []bool {
	kept := keptByAge(snaps)
	var sum int64
	free := room.Free
	for i, s := range snaps {
		if kept[i] {
			sum += s.Size
		} else {
			free += s.Size
		}
	}
	for i := 0; i < len(snaps)-keptAlways; i++ {
		if sum <= max(copiesLeast, 4*room.File) && free >= room.Disk/10 {
			break
		}
		if kept[i] {
			kept[i] = false
			sum, free = sum-snaps[i].Size, free+snaps[i].Size
		}
	}
	return kept
}

func keptByAge(snaps []SnapshotFile) []bool {
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

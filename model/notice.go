package model

import "time"

// NoticeKind says what a store met with when it was opened, or since.
type NoticeKind string

// What a store has to tell. None of it keeps anybody from working but NoticeLost, which has to be told to whoever recorded.
const (
	NoticeReplayed     NoticeKind = "replayed"      // Count changes stood in the rescue log alone and are in the database now
	NoticeRebuilt      NoticeKind = "rebuilt"       // the database was damaged or missing and was made again; nothing is lost
	NoticeUnproved     NoticeKind = "unproved"      // made again, but whether there was anything later cannot be known
	NoticeLost         NoticeKind = "lost"          // Count changes are in no good copy
	NoticeReturned     NoticeKind = "returned"      // Count changes that were said not to be saved turned out to be
	NoticeUnclosed     NoticeKind = "unclosed"      // the program did not end in order; the last change, At, may not have been confirmed on the screen
	NoticeDoubtful     NoticeKind = "doubtful"      // the page that the last commit wrote is damaged, and the log does not prove that there was none
	NoticeInterrupted  NoticeKind = "interrupted"   // the last write was not finished; what was confirmed is there
	NoticeLogDamaged   NoticeKind = "log-damaged"   // the rescue log is damaged; the database is whole
	NoticeLogFailed    NoticeKind = "log-failed"    // the rescue log cannot be written
	NoticeStrange      NoticeKind = "strange"       // the rescue files beside it were another database's and were put aside
	NoticeOlder        NoticeKind = "older"         // the database is an older copy: Count changes of this device once followed it
	NoticeLent         NoticeKind = "lent"          // the database is damaged and cannot be mended in its place: what is shown was made again for reading alone
	NoticeReadOnly     NoticeKind = "read-only"     // the file can only be read here
	NoticeBehind       NoticeKind = "behind"        // Count changes stand in the rescue log and cannot be taken over: it is read-only
	NoticeClockBack    NoticeKind = "clock-back"    // the clock stands before the last change; At is when that was
	NoticeNoSpace      NoticeKind = "no-space"      // the disk is full: the reserve was given up
	NoticeSnapshotBad  NoticeKind = "snapshot-bad"  // Count snapshots are damaged
	NoticeNoSecond     NoticeKind = "no-second"     // the second folder is not there
	NoticeSecondFailed NoticeKind = "second-failed" // the second folder is there and cannot be written
	NoticeSecondBad    NoticeKind = "second-bad"    // Count copies in the second folder are damaged; they are made anew
	NoticeDraftLost    NoticeKind = "draft-lost"    // nothing can be read of a draft; File is what is left of it
	NoticePurge        NoticeKind = "purge"         // something was purged, and what was there before still stands in the file
	NoticeShared       NoticeKind = "shared"        // the database stands on a server's disk or in a folder that is synchronised: File
	NoticeMigrated     NoticeKind = "migrated"      // the file was brought to this version's form; a copy was made before
)

// Notice is one thing that a store has to tell whoever opened it. File is where something was put aside, a path; the other
// fields are zero where the kind does not need them.
type Notice struct {
	Kind  NoticeKind
	Count int
	File  string
	At    time.Time
}

package model

import "time"

// FindingKind says what a check of the whole storage has found.
type FindingKind string

// What can be wrong with what is stored.
const (
	FoundStructure FindingKind = "structure" // Count places of the file are not what they should be
	FoundMeta      FindingKind = "meta"      // one of the file's two first pages is not whole; the other one counts
	FoundRoom      FindingKind = "room"      // Count pages are lost as room; no damage
	FoundValue     FindingKind = "value"     // Count values in Place are not what was written
	FoundTotal     FindingKind = "total"     // values are missing, or old ones stand in their place
	FoundChain     FindingKind = "chain"     // the journal of a device is broken in Count places
	FoundGap       FindingKind = "gap"       // Count numbers of the journal are missing
	FoundRecord    FindingKind = "record"    // Count records in Place differ from what the journal says
	FoundIndex     FindingKind = "index"     // Count entries of the index in Place differ from the records
	FoundLog       FindingKind = "log"       // the rescue log is damaged in Count places
	FoundLogShort  FindingKind = "log-short" // Count changes are in the database and not in the rescue log
	FoundSnapshot  FindingKind = "snapshot"  // Count snapshots are damaged
	FoundNoCopy    FindingKind = "no-copy"   // no snapshot and no whole log: nothing makes the database again
)

// Finding is one thing that a check has found.
type Finding struct {
	Kind  FindingKind
	Place string // the bucket, which is a part of the file and tells nothing about anybody
	Count int
}

// Checked is the outcome of a check of the whole storage.
type Checked struct {
	Findings  []Finding
	Values    int // read
	Changes   int // of the journal, folded
	Records   int // compared
	Snapshots int // proved
	Logs      int // files of the rescue log that were read
}

// Harmless reports whether a finding is none that anybody has to do something about.
func (f Finding) Harmless() bool { return f.Kind == FoundRoom || f.Kind == FoundMeta }

// Sound reports whether nothing was found that is wrong.
func (c Checked) Sound() bool {
	for _, f := range c.Findings {
		if !f.Harmless() {
			return false
		}
	}
	return true
}

// Loss is a change that is in no good copy, as far as anything that is left still tells of it.
type Loss struct {
	Seq   uint64 // its number at its device
	Kind  Kind
	At    time.Time // when it was written, in UTC
	Event ID
	Theme string // of the event; empty where that is lost as well, or the record belongs to none
	ID    ID     // of the record
	Name  string // of the guest or person; empty where it is lost as well, or the record is nobody's
}

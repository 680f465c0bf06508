// Package store keeps what an office wrote in one bbolt file. [Store.Apply] is the only way in; what it has accepted is on
// disk. Reads give model types and never bytes of the file.
//
// The file:
//
//	meta       state                           -> state              schema, device, how far it has counted, clock, chain,
//	                                                                 and what all values below add up to
//	journal    device | seq                    -> entry              every change, append-only, hash-chained by device
//	trail      event | time | device           -> seq, kind, id      the history of one event without reading the journal
//	setting    id                              -> record             the office's (id zero) and each desk's
//	event      id                              -> record
//	session    event | id                      -> record
//	guest      event | first id                -> chunk              up to 128 guests with what the door searches of each
//	seat       event | session | guest         -> record             only once touched
//	person     id                              -> record             what the directory itself says; most people have none
//	by-person  person | event | guest          -> (empty)
//	village, saved
//	           id                              -> record
//	role, agenda, question, action, evidence
//	           event | id                      -> record
//	board      event | action                  -> row                an action as the board shows it (package model/board)
//	named      event | kind | id | event | action -> (empty)         the actions that name a guest, a role or a person
//	by-institution institution | kind | event | id -> (empty)        questions and actions; of guests the event alone, id zero
//
//	tally      event | 0 or 1                  -> sums               what an event adds to the figures, by the last entry of its
//	                                                                 trail; made again when that is another
//
// Numbers are big-endian, IDs 16 bytes. Everything but meta and journal can be made again from the journal. Values carry a
// header (see value.go) with a checksum bound to bucket and key, and are sealed under a passphrase where [Seal] has made one (see
// sealed.go and package seal). Keys hold no personal data.
//
// Nothing is lost with one damaged file. Beside hadir.db stand hadir.db.rescue/ (see folder.go): a hash-chained log to which
// every commit is synced at the same time as to the database, and snapshots, proved when they are written and again later.
// [Open] takes the lock; reads the whole file with package check and compares it with the state's sum; makes it again from
// snapshot, log and single entries when it is not sound, keeping what was damaged under another name; and takes over what
// stands in the log alone. What it met with are [Store.Notices]. [Store.Verify] compares everything with everything; [Rescue],
// [Restore] and [Store.Backup] are for people; [Store.KeepSafe] is for the program, every few minutes: it also brings a second folder,
// such as a stick, up to date (see second.go). After a sync that failed
// nothing is written until the file is opened again; a file that goes away under an open store becomes an error and no end of
// the process (see guard.go).
//
// What an event's record was purged of ([Purge]) is in no value: changes that come later are cut as they are accepted, and the file
// is written anew without what was there before, value by value; pages that bbolt has freed would keep it. Copies go with it.
//
// The package does not know what a screen shows, and puts nothing in words for people: its errors name the thing and wrap
// the errors of package model that a screen can act on.
package store

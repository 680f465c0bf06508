package model

import "time"

// Kind says which sort of record a change is about.
type Kind uint8

// The kinds of records. Their numbers are in the files: new ones are appended.
const (
	KindSetting     Kind = 1 // the office's settings, or one device's
	KindEvent       Kind = 2
	KindSession     Kind = 3
	KindGuest       Kind = 4
	KindSeat        Kind = 5
	KindPerson      Kind = 6
	KindInstitution Kind = 7
	KindRole        Kind = 8
	KindAgenda      Kind = 9
	KindQuestion    Kind = 10
	KindAction      Kind = 11
	KindVillage     Kind = 12
	KindEvidence    Kind = 13
	KindSaved       Kind = 14
)

// String is the kind's word in exports and in the history.
func (k Kind) String() string {
	names := [...]string{
		"", "setting", "event", "session", "guest", "seat", "person", "institution", "role", "agenda",
		"question", "action", "village", "evidence", "saved",
	}
	if int(k) < len(names) {
		return names[k]
	}
	return "unknown"
}

// Key names one record. Event is the event that it belongs to (zero for the office's own records), Session the part of that
// event (zero for the one that every event has), ID the record; a seat has the ID of its guest.
type Key struct {
	_       struct{} `cbor:",toarray"`
	Kind    Kind
	Event   ID
	Session ID
	ID      ID
}

// Op is what a [Set] does to a field.
type Op uint8

const (
	// OpWrite writes a register: Value takes the place of the writes named by Bases.
	OpWrite Op = 0
	// OpAdd adds an element to a set. Its name is the stamp of the change, which therefore adds one to a field and no more.
	OpAdd Op = 1
	// OpWithdraw withdraws the elements whose stamps are in Bases.
	OpWithdraw Op = 2
	// OpUndo takes back the part that the changes whose stamps are in Bases had in this field: what they added, withdrew
	// and undid, and what they wrote as far as something else is shown.
	OpUndo Op = 3
)

// Set is one field's part of a change.
type Set struct {
	Field string `cbor:"1,keyasint"`
	Value string `cbor:"3,keyasint,omitempty"`
	*Seen        // nil: nothing
	Op    Op     `cbor:"2,keyasint,omitempty"`
}

// Seen is what a set builds on. It stands apart, since an import has a million sets and none of them builds on anything.
type Seen struct {
	Bases []Stamp `cbor:"4,keyasint,omitempty"` // all the heads that the writer saw, or what is withdrawn or undone
	// Restores is set where an undo writes a text back: the write whose text it is. A pointer, since the encoding leaves out
	// no array for being zero.
	Restores *Stamp `cbor:"5,keyasint,omitempty"`
}

// Bases are the heads that the writer of s saw, or what s withdraws or undoes.
func (s Set) Bases() []Stamp {
	if s.Seen == nil {
		return nil
	}
	return s.Seen.Bases
}

// Restores is the write whose text s puts back; zero where it puts back none.
func (s Set) Restores() Stamp {
	if s.Seen == nil || s.Seen.Restores == nil {
		return Stamp{}
	}
	return *s.Seen.Restores
}

// on is s with the heads that it builds on.
func (s Set) on(bases []Stamp) Set {
	if len(bases) > 0 {
		s.Seen = &Seen{Bases: bases}
	}
	return s
}

// Origin says when, by whom and at which desk an element was added.
type Origin struct {
	_       struct{} `cbor:",toarray"`
	Wall    int64    // milliseconds since 1970, UTC
	Officer string
	Desk    string
}

// Change is one thing done to one record: the only way in which anything is written.
type Change struct {
	Device  Device `cbor:"1,keyasint"`           // whose; zero until the store has accepted it
	Seq     uint64 `cbor:"2,keyasint"`           // which in that device's unbroken row 1, 2, 3, ...
	Time    uint64 `cbor:"3,keyasint"`           // hybrid logical time, for order
	Wall    int64  `cbor:"4,keyasint"`           // the wall clock as it stood, for people: milliseconds since 1970, UTC
	Officer string `cbor:"5,keyasint,omitempty"` // who
	Desk    string `cbor:"6,keyasint,omitempty"` // where
	Act     ID     `cbor:"7,keyasint"`           // groups what one key did: the unit of undo and of history
	Verb    Verb   `cbor:"8,keyasint"`
	Undoes  ID     `cbor:"9,keyasint"` // the act that this one takes back; zero for none
	Key     Key    `cbor:"10,keyasint"`
	Sets    []Set  `cbor:"11,keyasint"`
	Draft   ID     `cbor:"12,keyasint"` // the draft that this change saves; zero for none
}

// Stamp is the change's place in the order of all changes.
func (c Change) Stamp() Stamp { return Stamp{Time: c.Time, Device: c.Device} }

// When is the wall clock of the writer, in UTC.
func (c Change) When() time.Time { return time.UnixMilli(c.Wall).UTC() }

// Verb says in one word what an act was.
type Verb string

// The verbs. They are in the files and in the history's JSON.
const (
	VerbCreate    Verb = "create"
	VerbEdit      Verb = "edit"
	VerbCopy      Verb = "copy"
	VerbLoad      Verb = "load"
	VerbImport    Verb = "import"
	VerbInvite    Verb = "invite"
	VerbPresent   Verb = "present"
	VerbRepresent Verb = "represent"
	VerbExcuse    Verb = "excuse"
	VerbAbsent    Verb = "absent"
	VerbExpect    Verb = "expect"
	VerbWalkIn    Verb = "walk-in"
	VerbCorrect   Verb = "correct"
	VerbRemove    Verb = "remove"
	VerbJoin      Verb = "join"
	VerbPart      Verb = "part"
	VerbUndo      Verb = "undo"
	VerbAsk       Verb = "ask"      // a question was written down
	VerbAnswer    Verb = "answer"   // an answer was given or corrected
	VerbRefer     Verb = "refer"    // an earlier answer was pointed to
	VerbPromise   Verb = "promise"  // an action was made
	VerbProgress  Verb = "progress" // an action moved on, was postponed, finished or reopened
	VerbRun       Verb = "run"      // an agenda item is running now
	VerbFile      Verb = "file"     // a file was recorded as evidence
	VerbPrint     Verb = "print"    // papers were made; on paper they stay what they are
	VerbPay       Verb = "pay"      // an amount was typed, or somebody signed for it
	VerbPurge     Verb = "purge"    // personal data was taken out of the event, for good
)

// Act is what one key did: who, where, when and what. Its changes share its ID.
type Act struct {
	ID      ID
	Officer string
	Desk    string
	Wall    time.Time
	Verb    Verb
	Undoes  ID
	Draft   ID
}

// Change is a change of this act to the record k, not yet accepted by a store.
func (a Act) Change(k Key, sets ...Set) Change {
	return Change{
		Wall: a.Wall.UnixMilli(), Officer: a.Officer, Desk: a.Desk,
		Act: a.ID, Verb: a.Verb, Undoes: a.Undoes, Draft: a.Draft,
		Key: k, Sets: sets,
	}
}

// Edit is the change of this act that gives a record's registers these values; none where it has them.
func (a Act) Edit(r Record, values map[string]string) []Change {
	if sets := r.Edit(values); len(sets) > 0 {
		return []Change{a.Change(r.Key, sets...)}
	}
	return nil
}

// Write is a set that writes a register for the first time: nobody has been seen to write it before. What has been written
// before goes through [Record.Write].
func Write(field, value string) Set { return Set{Field: field, Value: value} }

// Add is a set that adds an element.
func Add(field, value string) Set { return Set{Field: field, Op: OpAdd, Value: value} }

// Withdraw is a set that withdraws elements.
func Withdraw(field string, stamps ...Stamp) Set {
	return Set{Field: field, Op: OpWithdraw}.on(stamps)
}

// Commit is what a store tells its watchers once changes are on disk: the changes, and the records as they now are. Where
// so much changed at once that a watcher does better to read anew, Bulk is set and Records is empty.
type Commit struct {
	Changes []Change
	Records []Record
	Bulk    bool
}

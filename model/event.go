package model

import (
	"encoding/json"
	"strconv"
)

// The registers of an event, and of a session as far as it has them.
const (
	EventTheme      = "theme"
	EventKind       = "kind"
	EventOrganiser  = "organiser"
	EventVenue      = "venue"
	EventDate       = "date"       // ISO 8601, local
	EventStart      = "start"      // 09.00, local
	EventEnd        = "end"        // 12.00, or empty: "s.d. selesai"
	EventZone       = "zone"       // WIB, WITA, WIT; empty: the office's
	EventExpected   = "expected"   // how many guests are expected
	EventBasis      = "basis"      // dasar
	EventInvitation = "invitation" // number of the letter of invitation
	EventAssignment = "assignment" // number of the letter of assignment
	EventResult     = "result"     // hasil yang diharapkan
	EventConclusion = "conclusion" // kesimpulan
	EventSuggestion = "suggestion" // saran
	EventGroups     = "groups"     // who is invited, in words
	EventStatus     = "status"
	EventPurge      = "purge"  // the date on which personal data is to go
	EventSalt       = "salt"   // base 32; the key of its guests' IDs
	EventSample     = "sample" // "1": sample data, stamped so wherever it is shown
	EventSource     = "source" // where an event was described before, such as an article
	EventCopyOf     = "copy-of"
	EventRunning    = "running" // ID of the agenda item that is running now
	EventImports    = "imports" // a set: the lists that were imported, each an [Import]
	EventPrints     = "prints"  // a set: the papers that were made, each a [Print]
	Removed         = "removed" // of every kind: "1" when the record has been taken away
)

// The registers of an event that only its papers need.
const (
	EventCity        = "dateline"           // where it was held, as the dateline of a press release names it
	EventContact     = "contact"            // narahubung: name and number
	EventLetterDate  = "letter-date"        // of the invitation: ISO 8601
	EventNature      = "letter-nature"      // sifat: Biasa, Segera, Penting
	EventAttachments = "letter-attachments" // lampiran
	EventAsk         = "letter-ask"         // what is asked of those invited
	EventCopies      = "letter-copies"      // tembusan, one a line
	EventDeed        = "deed-number"        // number of the berita acara; what else it has is in signed.go
	EventApproved    = "press-approved"     // sum of the press release as it was approved; another text is a draft again
	EventPayment     = "pay-purpose"        // what is paid, such as uang transpor
	EventAmount      = "pay-amount"         // rupiah for each who has no other amount; digits
)

// Status is where an event stands.
type Status string

// The statuses of an event; an empty one is StatusDraft.
const (
	StatusDraft     Status = "draft"
	StatusScheduled Status = "scheduled"
	StatusRunning   Status = "running"
	StatusDone      Status = "done"
	StatusPostponed Status = "postponed"
	StatusCancelled Status = "cancelled"
)

// Statuses are all statuses in the order in which an event passes through them.
func Statuses() []Status {
	return []Status{StatusDraft, StatusScheduled, StatusRunning, StatusDone, StatusPostponed, StatusCancelled}
}

// Event is one outreach event (kegiatan) as its record shows it. Dates are ISO 8601 and times HH.MM, both local to Zone;
// what nobody has filled in is empty.
type Event struct {
	ID                           ID
	Theme, Kind, Organiser       string
	Venue, Date, Start, End      string
	Zone                         string
	Expected                     int
	Basis, Invitation            string
	Assignment, Result           string
	Conclusion, Suggestion       string
	Groups, Source, Purge        string
	Status                       Status
	Salt                         []byte
	Sample, Removed, HasConflict bool
	CopyOf                       ID
	Running                      ID // the agenda item that is running now; zero: none
	Papers                       EventPapers
}

// EventPapers is what only the papers of an event need.
type EventPapers struct {
	City, Contact            string
	LetterDate               string
	Nature, Attachments, Ask string
	Copies                   string
	Approved, Payment        string
	Amount                   int64
}

// EventKey is the key of an event's own record.
func EventKey(id ID) Key { return Key{Kind: KindEvent, Event: id, ID: id} }

// EventOf reads an event from its record.
func EventOf(r Record) Event {
	e := Event{
		ID: r.Key.ID, Theme: r.Get(EventTheme), Kind: r.Get(EventKind), Organiser: r.Get(EventOrganiser),
		Venue: r.Get(EventVenue), Date: r.Get(EventDate), Start: r.Get(EventStart), End: r.Get(EventEnd),
		Zone: r.Get(EventZone), Basis: r.Get(EventBasis), Invitation: r.Get(EventInvitation),
		Assignment: r.Get(EventAssignment), Result: r.Get(EventResult), Conclusion: r.Get(EventConclusion),
		Suggestion: r.Get(EventSuggestion), Groups: r.Get(EventGroups), Source: r.Get(EventSource),
		Purge: r.Get(EventPurge), Status: Status(r.Get(EventStatus)), Salt: []byte(r.Get(EventSalt)),
		Sample: r.Get(EventSample) != "", Removed: r.Get(Removed) != "", HasConflict: len(r.Conflicts()) > 0,
	}
	e.Papers = EventPapers{
		City: r.Get(EventCity), Contact: r.Get(EventContact), LetterDate: r.Get(EventLetterDate), Nature: r.Get(EventNature),
		Attachments: r.Get(EventAttachments), Ask: r.Get(EventAsk), Copies: r.Get(EventCopies),
		Approved: r.Get(EventApproved), Payment: r.Get(EventPayment),
	}
	e.Papers.Amount, _ = strconv.ParseInt(r.Get(EventAmount), 10, 64)
	e.Expected, _ = strconv.Atoi(r.Get(EventExpected))
	e.CopyOf, _ = ParseID(r.Get(EventCopyOf))
	e.Running, _ = ParseID(r.Get(EventRunning))
	if e.Status == "" {
		e.Status = StatusDraft
	}
	return e
}

// The registers that only a session has, beside date, start and end.
const (
	SessionName  = "name"
	SessionOrder = "order"
)

// Session is one part or day of an event, with attendance of its own. The one that every event has from the start has the
// zero ID and the event's own date and times.
type Session struct {
	Event            ID
	ID               ID
	Name             string
	Date, Start, End string
	Order            int
	Removed          bool
}

// SessionKey is the key of a session's record.
func SessionKey(event, id ID) Key { return Key{Kind: KindSession, Event: event, ID: id} }

// SessionOf reads a session from its record.
func SessionOf(r Record) Session {
	s := Session{
		Event: r.Key.Event, ID: r.Key.ID, Name: r.Get(SessionName), Date: r.Get(EventDate),
		Start: r.Get(EventStart), End: r.Get(EventEnd), Removed: r.Get(Removed) != "",
	}
	s.Order, _ = strconv.Atoi(r.Get(SessionOrder))
	return s
}

// Summary is an event with what the list of events says about it.
type Summary struct {
	Event  Event
	Counts Counts
}

// Import is one element of an event's [EventImports]: a list that was imported, or the word that it was taken back. The import
// itself is the act; this is what its page says of it.
type Import struct {
	Act       ID     `json:"act"`
	File      string `json:"file"` // its name, without the folders
	Rows      int    `json:"rows"`
	Added     int    `json:"added"`
	Updated   int    `json:"updated"`
	TakenBack bool   `json:"taken_back,omitempty"`
	Gone      int    `json:"gone,omitempty"` // of a TakenBack one: how many guests left the list again
	Left      int    `json:"left,omitempty"` // and how many stayed, because of what has been done with them since
}

// Text is the import as an element's value.
func (i Import) Text() string {
	// Numbers and strings always marshal.
	b, _ := json.Marshal(i)
	return string(b)
}

// ImportOf reads an element of [EventImports]; false when it is none.
func ImportOf(e Element) (Import, bool) {
	var i Import
	err := json.Unmarshal([]byte(e.Value), &i)
	return i, err == nil && !i.Act.IsZero()
}

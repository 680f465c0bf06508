package program

import "hadir/model"

// Format is what the first field of a file says.
const Format = "hadir-event-1"

// File is an event as a file describes it. One that [Parse] returned is clean and whole: texts are fit to be stored, dates
// and times are real ones in the form in which records keep them, and every key that is named is there.
type File struct {
	Format   string    `json:"format"`
	Event    Event     `json:"event"`
	Sessions []Session `json:"sessions,omitempty"`
	People   []Person  `json:"people,omitempty"`
	Roles    []Role    `json:"roles,omitempty"`
	Agenda   []Item    `json:"agenda,omitempty"`
	Guests   []Guest   `json:"guests,omitempty"`
}

// Event is the event's own fields. Dates are ISO 8601, times HH.MM; zone is WIB, WITA or WIT.
type Event struct {
	Theme      string       `json:"theme"`
	Kind       string       `json:"kind,omitempty"`
	Organiser  string       `json:"organiser,omitempty"`
	Venue      string       `json:"venue,omitempty"`
	Date       string       `json:"date,omitempty"`
	Start      string       `json:"start,omitempty"`
	End        string       `json:"end,omitempty"`
	Zone       string       `json:"zone,omitempty"`
	Status     model.Status `json:"status,omitempty"`
	Expected   int          `json:"expected,omitempty"`
	Basis      string       `json:"basis,omitempty"`
	Invitation string       `json:"invitation,omitempty"`
	Assignment string       `json:"assignment,omitempty"`
	Groups     string       `json:"groups,omitempty"`
	Result     string       `json:"result,omitempty"`
	Conclusion string       `json:"conclusion,omitempty"`
	Suggestion string       `json:"suggestion,omitempty"`
	Source     string       `json:"source,omitempty"`
	Sample     bool         `json:"sample,omitempty"`
}

// Session is one more part or day of the event.
type Session struct {
	Name  string `json:"name"`
	Date  string `json:"date,omitempty"`
	Start string `json:"start,omitempty"`
	End   string `json:"end,omitempty"`
}

// Person is somebody who holds one or more roles.
type Person struct {
	Key         string `json:"key"`
	Name        string `json:"name"`
	Before      string `json:"before,omitempty"`
	After       string `json:"after,omitempty"`
	Institution string `json:"institution,omitempty"`
}

// Role is one thing that a person does at the event, with the post in the words of that role. Its own key is needed only
// where an agenda item names it.
type Role struct {
	Key    string     `json:"key,omitempty"`
	Person string     `json:"person"`
	Duty   model.Duty `json:"duty"`
	Post   string     `json:"post,omitempty"`
}

// Item is one item of the agenda.
type Item struct {
	Kind   model.ItemKind `json:"kind"`
	Title  string         `json:"title"`
	Start  string         `json:"start,omitempty"`
	End    string         `json:"end,omitempty"`
	Role   string         `json:"role,omitempty"`
	Points []string       `json:"points,omitempty"`
}

// Guest is one invited guest, in the words of an invited list.
type Guest struct {
	Name        string `json:"name"`
	Before      string `json:"before,omitempty"`
	After       string `json:"after,omitempty"`
	Post        string `json:"post,omitempty"`
	Institution string `json:"institution,omitempty"`
	Village     string `json:"village,omitempty"`
	District    string `json:"district,omitempty"`
	Phone       string `json:"phone,omitempty"`
	Category    string `json:"category,omitempty"`
	Sex         string `json:"sex,omitempty"`
	Note        string `json:"note,omitempty"`
}

package paper

import (
	"hadir/model"
	"hadir/model/date"
)

// Facts are what the papers of one event are made from: records as they were read, and what the caller wants of them. Nothing here is
// asked for again, so a paper tells one moment.
type Facts struct {
	Office    Office
	Event     model.Event
	Session   model.Session           // whose attendance it is; the zero one is the session that every event has
	Guests    []model.Guest           // the list, in its order
	Seats     map[model.ID]model.Seat // of Session, by guest; only those that were touched
	Roles     []model.Role
	Agenda    []model.AgendaItem
	Questions []model.Question
	Actions   []model.Action
	Evidence  []model.Evidence
	Photos    map[model.ID][]byte // the files of Evidence that were found
	NIP       map[model.ID]string // of those who sign, by Role.Person

	Date  date.Date // on which the papers are signed; zero: the event's day
	Today date.Date // by which it is told what is late; zero: nothing is
	Draft bool      // stamped KONSEP
	// Unfrozen says that the rows of the attendance list are kept nowhere: it is stamped as a draft, and has no code.
	Unfrozen bool
	Phone    bool // with phones
	NIK      bool // with NIK
	Each     bool // a letter of invitation for each guest, beside the one to all
	Public   bool // without the names of people who are neither officials of the event nor speakers

	Printed []int // the last row of each sheet of the attendance list as it was printed and signed; nil: never printed
	Blank   int   // rows for walk-ins that a new attendance list has at the least

	Letter  Letter
	Press   Press
	Owner   string // of the follow-up matrix: only what this one has to do; empty: everything
	Payment Payment
	Deed    Deed
}

// Letter is what a letter of invitation needs beside the event.
type Letter struct {
	Nature      string // sifat: Biasa, Segera, Penting
	Attachments string // lampiran: "1 lembar"; empty: the list of those invited
	Ask         string // such as "mohon menugaskan 1 (satu) orang"
	Contact     string // narahubung: name and number
	Copies      []string
	Date        date.Date // zero: a gap
}

// Press is what a press release needs beside the event.
type Press struct {
	City     string // of the dateline: where the event was held
	Contact  string
	Approved bool // no longer a draft
}

// Payment is what a list of payments needs: amounts are typed by the treasurer, never computed from a rate.
type Payment struct {
	Purpose string // such as "uang transpor"
	Amount  int64  // rupiah for each, where Each has no other; 0: a gap
	Each    map[model.ID]int64
	Grades  map[model.ID]string // golongan
}

// Deed is what a berita acara tells.
type Deed struct {
	Number    string
	About     string // the title's second line; empty: the event
	Parties   []Party
	Body      []string // paragraphs; none: that the event was held, or was not
	Copies    int      // dibuat dalam rangkap
	Witnesses []Party
}

// Party is one who signs a berita acara, for a side or as a witness. Whoever has no NIP is no civil servant, and none is asked of him.
type Party struct {
	Register                                    string // that would hold the name
	Name, NIP, Rank, Post, Institution, Address string
}

package model

// Institution is one village or agency (instansi) as the directory lists it. It has no record of its own: it is what lists,
// questions and follow-ups name, all usual spellings as one.
type Institution struct {
	ID     ID
	Name   string // as the latest list spells it
	Events int    // how many events' lists have somebody of it
	Open   int    // how many open follow-ups were promised to it
}

// Dealings are what an institution had to do with the office's events.
type Dealings struct {
	Name      string
	Visits    []Visit    // who stood on events' lists for it, the latest event first
	Questions []Question // that it asked, of the latest event first; never an anonymous one
	Actions   []Action   // that were promised to it, without notes: open ones first, the earliest due in front
}

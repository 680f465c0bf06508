package model

import "strconv"

// The registers of an event's berita acara beside its number ([EventDeed]).
const (
	EventDeedAbout  = "deed-about"  // of what it is, the title's second line; empty: of the event
	EventDeedBody   = "deed-body"   // what was agreed, handed over or happened: one paragraph a line
	EventDeedCopies = "deed-copies" // in how many copies it is made; empty: two
)

// Party is who signs an event's berita acara: for a side, or as one before whom it was signed.
type Party string

// The parties. A witness signs below them.
const (
	PartyFirst   Party = "first"   // pihak pertama
	PartySecond  Party = "second"  // pihak kedua
	PartyWitness Party = "witness" // saksi
	PartyOther   Party = "other"   // another witness
)

// Parties are all of them, in the order in which they stand in the paper.
func Parties() []Party { return []Party{PartyFirst, PartySecond, PartyWitness, PartyOther} }

// Witness reports whether the party only saw what the others signed.
func (p Party) Witness() bool { return p == PartyWitness || p == PartyOther }

// The registers of a party: they stand behind "deed-", its [Party] and a hyphen, such as "deed-first-name".
const (
	PartyName    = "name"
	PartyNIP     = "nip"
	PartyRank    = "rank" // pangkat/golongan
	PartyPost    = "post"
	PartyFrom    = "institution"
	PartyAddress = "address"
)

// PartyParts are what is written of a party, in the order of the form. Of a witness the paper needs less.
func PartyParts(p Party) []string {
	if p.Witness() {
		return []string{PartyName, PartyNIP, PartyPost, PartyFrom}
	}
	return []string{PartyName, PartyNIP, PartyRank, PartyPost, PartyFrom, PartyAddress}
}

// PartyRegister is the register of an event that holds a part of a party.
func PartyRegister(p Party, part string) string { return "deed-" + string(p) + "-" + part }

// Signed is what an event's record has for its berita acara.
type Signed struct {
	Number, About string
	Body          []string // paragraphs
	Copies        int      // 0: nobody said
	Parties       map[Party]SignedParty
}

// SignedParty is one who signs, as of that day. Of one whom nobody has written down everything is empty.
type SignedParty struct{ Name, NIP, Rank, Post, Institution, Address string }

// SignedOf reads what an event's record has for its berita acara.
func SignedOf(r Record) Signed {
	s := Signed{Number: r.Get(EventDeed), About: r.Get(EventDeedAbout), Body: Points(r.Get(EventDeedBody)), Parties: map[Party]SignedParty{}}
	s.Copies, _ = strconv.Atoi(r.Get(EventDeedCopies))
	for _, p := range Parties() {
		get := func(part string) string { return r.Get(PartyRegister(p, part)) }
		party := SignedParty{get(PartyName), get(PartyNIP), get(PartyRank), get(PartyPost), get(PartyFrom), get(PartyAddress)}
		if party != (SignedParty{}) {
			s.Parties[p] = party
		}
	}
	return s
}

// SignedRegisters are all registers that a berita acara has of its event. They are of that one day: no copy of the event has them.
func SignedRegisters() []string {
	all := []string{EventDeed, EventDeedAbout, EventDeedBody, EventDeedCopies}
	for _, p := range Parties() {
		for _, part := range PartyParts(p) {
			all = append(all, PartyRegister(p, part))
		}
	}
	return all
}

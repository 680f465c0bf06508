package roster

import (
	"hadir/model"
	"hadir/model/name"
)

// registers are the registers of a guest that a list can fill, in the order in which differences are shown.
func registers() [registerCount]string {
	return [...]string{
		model.GuestName, model.GuestBefore, model.GuestAfter, model.GuestPost, model.GuestInstitution, model.GuestVillage,
		model.GuestDistrict, model.GuestArea, model.GuestPhone, model.GuestPhoneRaw, model.GuestNIK, model.GuestCategory,
		model.GuestSex, model.GuestNote,
	}
}

// Places in registers that the rules name.
const (
	atName        = 0
	atPost        = 3
	atInstitution = 4
	atDistrict    = 6
	atArea        = 7
	atPhone       = 8
	atNIK         = 10
	atCategory    = 11
	atNote        = 13
	registerCount = 14
)

// values is where a guest keeps those registers.
func values(g *model.Guest) [registerCount]*string {
	return [...]*string{
		&g.Name, &g.Before, &g.After, &g.Post, &g.Institution, &g.Village, &g.District, &g.Area, &g.Phone, &g.PhoneRaw,
		&g.NIK, &g.Category, &g.Sex, &g.Note,
	}
}

// derived says which registers of a row were not read from a cell but worked out. They fill blanks and never ask: a person
// who chose otherwise knew better.
type derived uint16

func (d derived) has(register int) bool { return d&(1<<register) != 0 }

// Diff is one register in which a row and the guest that it names are not the same.
type Diff struct {
	Field string // the register, such as model.GuestPhone
	Have  string // what the guest has; empty: the row fills a blank
	Want  string // what the row says
	Take  bool   // whether the row's value will be written
}

// compare lists what a row would change of a guest as he stands. A cell that the list leaves empty says nothing. Letters'
// case, punctuation and spaces make no difference, except in numbers. A second row about the same guest (again) fills
// blanks, too, but its note is about the row ("dobel") and not about him.
func compare(have, want *model.Guest, d derived, again bool) []Diff {
	var diffs []Diff
	names := registers()
	has, wants := values(have), values(want)
	for i, w := range wants {
		h := has[i]
		if *w == "" || *w == *h || again && i == atNote {
			continue
		}
		if *h != "" && (d.has(i) || i != atPhone && i != atNIK && name.FoldText(*h) == name.FoldText(*w)) {
			continue
		}
		diffs = append(diffs, Diff{Field: names[i], Have: *h, Want: *w})
	}
	return diffs
}

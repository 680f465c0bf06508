package model

import "strconv"

// The registers of a role: who did what at an event, with the name and post as on that day.
const (
	RoleDuty        = "duty"
	RolePerson      = "person" // ID of the person, the same in all roles that one person holds
	RoleName        = "name"   // bare, without titles
	RoleBefore      = "before"
	RoleAfter       = "after"
	RolePost        = "post" // jabatan, in the words of this role
	RoleInstitution = "inst"
	RoleOrder       = "no" // among the event's roles: 1, 2, 3, ...
	RoleNIP         = "nip"
)

// Duty is what somebody does at an event.
type Duty string

// The duties.
const (
	DutyChair     Duty = "chair"     // ketua panitia
	DutyCommittee Duty = "committee" // panitia
	DutyOpener    Duty = "opener"    // membuka kegiatan
	DutySpeaker   Duty = "speaker"   // narasumber
	DutyModerator Duty = "moderator"
	DutyRecorder  Duty = "recorder" // notulis
	DutyHost      Duty = "host"     // pembawa acara
)

// Duties are all duties in the order in which papers name them.
func Duties() []Duty {
	return []Duty{DutyChair, DutyCommittee, DutyOpener, DutySpeaker, DutyModerator, DutyRecorder, DutyHost}
}

// Role ties a person to an event (peran). Somebody who chairs, opens and speaks holds three, and is one Person.
type Role struct {
	Event, ID           ID
	Duty                Duty
	Person              ID
	Name, Before, After string
	Post, Institution   string
	NIP                 string // of an official who signs; empty for others
	Order               int
	Removed             bool
}

// RoleKey is the key of a role's record.
func RoleKey(event, id ID) Key { return Key{Kind: KindRole, Event: event, ID: id} }

// RoleOf reads a role from its record.
func RoleOf(r Record) Role {
	x := Role{
		Event: r.Key.Event, ID: r.Key.ID, Duty: Duty(r.Get(RoleDuty)), Name: r.Get(RoleName),
		Before: r.Get(RoleBefore), After: r.Get(RoleAfter), Post: r.Get(RolePost),
		Institution: r.Get(RoleInstitution), NIP: r.Get(RoleNIP), Removed: r.Get(Removed) != "",
	}
	x.Person, _ = ParseID(r.Get(RolePerson))
	x.Order, _ = strconv.Atoi(r.Get(RoleOrder))
	return x
}

// Registers are the registers of the role that are not empty, as a first write of the record would set them.
func (x Role) Registers() []Set {
	return writeFilled([]Set{
		Write(RoleDuty, string(x.Duty)), Write(RolePerson, x.Person.String()), Write(RoleName, x.Name),
		Write(RoleBefore, x.Before), Write(RoleAfter, x.After), Write(RolePost, x.Post),
		Write(RoleInstitution, x.Institution), Write(RoleOrder, positive(x.Order)),
		Write(RoleNIP, x.NIP),
	})
}

// FullName is the name with its titles.
func (x Role) FullName() string { return fullName(x.Before, x.Name, x.After) }

// writeFilled leaves out the sets that would write nothing.
func writeFilled(sets []Set) []Set {
	filled := sets[:0]
	for _, s := range sets {
		if s.Value != "" {
			filled = append(filled, s)
		}
	}
	return filled
}

// positive writes a number that counts from 1; 0 is no number.
func positive(n int) string {
	if n <= 0 {
		return ""
	}
	return strconv.Itoa(n)
}

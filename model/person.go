package model

// The registers of a person and of an institution in the directory. What a guest list says of them is not here: it stays
// with the guest, as on that day.
const (
	PersonSameAs = "same-as" // ID of the person whom this one is another record of; empty: none
	PersonName   = "name"
	PersonBefore = "before"
	PersonAfter  = "after"
	PersonPost   = "post"
	PersonInst   = "inst"
	PersonPhone  = "phone"
)

// PersonID names a person alike on every laptop of the office: a hash, under the office's key, of folded name and
// institution. Two people who share both share it, too; the phone on their guests' records keeps them apart for the eye.
func PersonID(key []byte, name, institution string) ID {
	return HashID(key, "person", name, institution)
}

// InstitutionID names an institution by its folded name and area.
func InstitutionID(key []byte, name, area string) ID {
	return HashID(key, "institution", name, area)
}

// PersonKey is the key of a person's record.
func PersonKey(id ID) Key { return Key{Kind: KindPerson, ID: id} }

// Person is one entry of the directory: what the latest event's list says of somebody.
type Person struct {
	ID                  ID
	Name, Before, After string
	Post, Institution   string
	District, Phone     string
	Events              int // how many events' lists the person stands on
}

// PersonOf reads what the directory itself says of a person.
func PersonOf(r Record) Person {
	return Person{
		ID: r.Key.ID, Name: r.Get(PersonName), Before: r.Get(PersonBefore), After: r.Get(PersonAfter),
		Post: r.Get(PersonPost), Institution: r.Get(PersonInst), Phone: r.Get(PersonPhone),
	}
}

// FullName is the name with its titles.
func (p Person) FullName() string { return fullName(p.Before, p.Name, p.After) }

// Visit is a person at one event: the guest that the list held, and what happened at the event's sessions.
type Visit struct {
	Person ID
	Event  Event
	Guest  Guest
	Seat   Seat
}

// The registers of a village of the office's own list.
const (
	VillageCode     = "code"
	VillageName     = "name"
	VillageKind     = "kind" // desa, kelurahan, desa adat
	VillageDistrict = "district"
	VillageRegency  = "regency"
)

// Village is one village of the office's own list.
type Village struct {
	ID       ID
	Code     string // such as 33.17.10.2018
	Name     string // without "Desa" or "Kelurahan" before it
	Kind     string
	District string // kecamatan
	Regency  string
	Removed  bool
}

// VillageKey is the key of the village with that code: the same on every laptop.
func VillageKey(code string) Key {
	return Key{Kind: KindVillage, ID: HashID(nil, "village", code)}
}

// VillageOf reads a village from its record.
func VillageOf(r Record) Village {
	return Village{
		ID: r.Key.ID, Code: r.Get(VillageCode), Name: r.Get(VillageName), Kind: r.Get(VillageKind),
		District: r.Get(VillageDistrict), Regency: r.Get(VillageRegency), Removed: r.Get(Removed) != "",
	}
}

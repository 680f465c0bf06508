package model

import "strconv"

// The registers of the office's settings; some belong to one desk and stand under that device's ID.
const (
	OfficeName     = "office"
	OfficeZone     = "zone"
	OfficeKey      = "key" // base 32; the key of IDs that must meet across events
	OfficeNIK      = "nik" // "1": the office stores NIK
	OfficeCity     = "city"
	OfficeHead     = "head"   // the letterhead, one line a line
	OfficeLogo     = "logo"   // where the logo's file is
	OfficeNumbers  = "number" // how the office's letters are numbered, as a template for people
	OfficeSize     = "paper"  // A4 or F4; empty: A4
	OfficeRetains  = "retain" // for how many years names on lists are kept; empty: [RetentionUsually]
	DeskOfficer    = "officer"
	DeskName       = "desk"
	DeskLanguage   = "language" // id or en
	DeskLock       = "lock"     // minutes without a key until the screen is locked; 0: never; empty: [LockMinutes]
	DeskCopies     = "copies"   // the folder elsewhere that gets copies, a path; empty: none
	DeskWelcomed   = "welcomed" // "1": the welcome has been answered or passed over
	ExampleEventID = "example"  // the ID of the example event, once it has been loaded
)

// LockMinutes is after how many minutes without a key the screen of a sealed database is locked, where nobody has chosen.
const LockMinutes = 10

// Post is an office in the office: who signs for what.
type Post string

// Those who sign papers beside the committee's chair.
const (
	PostLeader    Post = "leader"    // the head of the office
	PostTreasurer Post = "treasurer" // bendahara pengeluaran
	PostSpender   Post = "spender"   // pejabat pembuat komitmen
)

// Posts are all of them, in the order of the form.
func Posts() []Post { return []Post{PostLeader, PostTreasurer, PostSpender} }

// The registers of one who signs: they stand behind his [Post] and a hyphen, such as "leader-name".
const (
	SignerActing = "acting" // a.n., Plt., Plh.
	SignerPost   = "post"   // jabatan
	SignerName   = "name"
	SignerNIP    = "nip"
)

// SignerRegister is the register of the office's settings that holds a part of one who signs.
func SignerRegister(p Post, part string) string { return string(p) + "-" + part }

// Signer is who signs for the office.
type Signer struct{ Acting, Post, Name, NIP string }

// Signer is who signs as that post.
func (s Settings) Signer(p Post) Signer {
	get := func(part string) string { return s.OfficeRecord.Get(SignerRegister(p, part)) }
	return Signer{get(SignerActing), get(SignerPost), get(SignerName), get(SignerNIP)}
}

// OfficeSettings is the key of the settings that the whole office shares.
func OfficeSettings() Key { return Key{Kind: KindSetting} }

// DeskSettings is the key of the settings of one device.
func DeskSettings(d Device) Key {
	var id ID
	for i := range 8 {
		id[i] = byte(d >> (56 - 8*i))
	}
	id[15] = 1 // so that no device, not even zero, has the office's key
	return Key{Kind: KindSetting, ID: id}
}

// Settings are the office's settings and this desk's, read together.
type Settings struct {
	Office, City, Zone    string
	Head, Logo            string
	Numbers, Size         string
	Key                   []byte
	NIK                   bool
	Retention             int // years
	Officer, Desk, Lang   string
	LockAfter             int // minutes without a key until the screen of a sealed database is locked; 0: never
	Copies                string
	Welcomed              bool
	OfficeRecord, OwnDesk Record
	Example               ID
	Device                Device
	ReadOnly              bool
}

// SettingsOf reads both records.
func SettingsOf(office, desk Record, d Device) Settings {
	s := Settings{
		Office: office.Get(OfficeName), City: office.Get(OfficeCity), Zone: office.Get(OfficeZone),
		Head: office.Get(OfficeHead), Logo: office.Get(OfficeLogo), Numbers: office.Get(OfficeNumbers), Size: office.Get(OfficeSize),
		Key: []byte(office.Get(OfficeKey)), NIK: office.Get(OfficeNIK) != "",
		Officer: desk.Get(DeskOfficer), Desk: desk.Get(DeskName), Lang: desk.Get(DeskLanguage),
		Retention: RetentionUsually, Copies: desk.Get(DeskCopies),
		Welcomed: desk.Get(DeskWelcomed) != "", OfficeRecord: office, OwnDesk: desk, Device: d,
	}
	s.Example, _ = ParseID(office.Get(ExampleEventID))
	s.LockAfter = LockMinutes
	if n, err := strconv.Atoi(desk.Get(DeskLock)); err == nil && n >= 0 {
		s.LockAfter = n
	}
	if n, err := strconv.Atoi(office.Get(OfficeRetains)); err == nil && n > 0 {
		s.Retention = n
	}
	if s.Zone == "" {
		s.Zone = "WIB"
	}
	return s
}

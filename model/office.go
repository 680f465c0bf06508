package model

// The registers of the office's settings; some belong to one desk and stand under that device's ID.
const (
	OfficeName     = "office"
	OfficeZone     = "zone"
	OfficeKey      = "key" // base 32; the key of IDs that must meet across events
	OfficeNIK      = "nik" // "1": the office stores NIK
	OfficeCity     = "city"
	DeskOfficer    = "officer"
	DeskName       = "desk"
	DeskLanguage   = "language" // id or en
	DeskWelcomed   = "welcomed" // "1": the welcome has been answered or passed over
	ExampleEventID = "example"  // the ID of the example event, once it has been loaded
)

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
	Key                   []byte
	NIK                   bool
	Officer, Desk, Lang   string
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
		Key: []byte(office.Get(OfficeKey)), NIK: office.Get(OfficeNIK) != "",
		Officer: desk.Get(DeskOfficer), Desk: desk.Get(DeskName), Lang: desk.Get(DeskLanguage),
		Welcomed: desk.Get(DeskWelcomed) != "", OfficeRecord: office, OwnDesk: desk, Device: d,
	}
	s.Example, _ = ParseID(office.Get(ExampleEventID))
	if s.Zone == "" {
		s.Zone = "WIB"
	}
	return s
}

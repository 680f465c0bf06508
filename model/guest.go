package model

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// The registers of a guest.
const (
	GuestName        = "name"     // bare, without titles; empty while a seat waits for a name
	GuestBefore      = "before"   // titles before the name
	GuestAfter       = "after"    // titles after it
	GuestPost        = "post"     // jabatan
	GuestInstitution = "inst"     // instansi, as on that day
	GuestVillage     = "village"  // desa or kelurahan, where the list has it apart from the institution
	GuestDistrict    = "district" // kecamatan
	GuestArea        = "area"     // code of the village, such as 33.17.10.2018
	GuestPhone       = "phone"    // E.164
	GuestPhoneRaw    = "raw"      // as typed, where it is no Indonesian mobile number
	GuestNIK         = "nik"      // only where the office has turned NIK on
	GuestCategory    = "cat"      // unsur
	GuestSex         = "sex"      // L or P; never guessed
	GuestNote        = "note"     // what the list says beside the name
	GuestOrder       = "no"       // place on the list: 1, 2, 3, ...
	GuestWalkIn      = "walkin"   // "1": tambahan, not invited
	GuestSheet       = "sheet"    // sheet and row once printed
	GuestRow         = "row"
	GuestWith        = "with"  // ID of the guest whom a companion came with
	GuestGrade       = "grade" // golongan, on the list of payments
	GuestPay         = "pay"   // rupiah that the treasurer typed for him; digits; empty: the event's amount
	GuestPaid        = "paid"  // "1": has signed for it (sudah menerima)
)

// Guest is one person on one event's list (peserta).
type Guest struct {
	ID                   ID
	Name, Before, After  string
	Post, Institution    string
	Village, District    string
	Area                 string
	Phone, PhoneRaw, NIK string
	Category, Sex, Note  string
	Order, Sheet, Row    int
	WalkIn, Removed      bool
	With                 ID
	Grade, Pay, Paid     string
}

// GuestKey is the key of a guest's record.
func GuestKey(event, id ID) Key { return Key{Kind: KindGuest, Event: event, ID: id} }

// GuestOf reads a guest from the record.
func GuestOf(r Record) Guest {
	g := Guest{ID: r.Key.ID}
	for _, f := range r.Fields {
		if len(f.Writes) > 0 {
			g.Set(f.Name, f.Writes[0].Value)
		}
	}
	return g
}

// Set gives the guest what one of its registers shows. A name that is no register of a guest changes nothing.
func (g *Guest) Set(register, value string) {
	switch register {
	case GuestOrder:
		g.Order, _ = strconv.Atoi(value)
	case GuestSheet:
		g.Sheet, _ = strconv.Atoi(value)
	case GuestRow:
		g.Row, _ = strconv.Atoi(value)
	case GuestWalkIn:
		g.WalkIn = value != ""
	case Removed:
		g.Removed = value != ""
	case GuestWith:
		g.With, _ = ParseID(value)
	default:
		if s := g.text(register); s != nil {
			*s = value
		}
	}
}

// text is where the guest keeps a register that is plain text; nil for the others.
func (g *Guest) text(register string) *string {
	switch register {
	case GuestName:
		return &g.Name
	case GuestBefore:
		return &g.Before
	case GuestAfter:
		return &g.After
	case GuestPost:
		return &g.Post
	case GuestInstitution:
		return &g.Institution
	case GuestVillage:
		return &g.Village
	case GuestDistrict:
		return &g.District
	case GuestArea:
		return &g.Area
	case GuestPhone:
		return &g.Phone
	case GuestPhoneRaw:
		return &g.PhoneRaw
	case GuestNIK:
		return &g.NIK
	case GuestCategory:
		return &g.Category
	case GuestSex:
		return &g.Sex
	case GuestNote:
		return &g.Note
	case GuestGrade:
		return &g.Grade
	case GuestPay:
		return &g.Pay
	case GuestPaid:
		return &g.Paid
	}
	return nil
}

// Registers are the registers of the guest that are not empty, as a first write of the record would set them.
func (g Guest) Registers() []Set {
	var sets []Set
	for _, register := range guestTexts() {
		sets = append(sets, Write(register, *g.text(register)))
	}
	sets = append(
		sets, Write(GuestOrder, positive(g.Order)), Write(GuestSheet, positive(g.Sheet)), Write(GuestRow, positive(g.Row)),
		Write(GuestWith, g.With.String()),
	)
	if g.WalkIn {
		sets = append(sets, Write(GuestWalkIn, "1"))
	}
	return writeFilled(sets)
}

func guestTexts() []string {
	return []string{
		GuestName, GuestBefore, GuestAfter, GuestPost, GuestInstitution, GuestVillage, GuestDistrict, GuestArea,
		GuestPhone, GuestPhoneRaw, GuestNIK, GuestCategory, GuestSex, GuestNote, GuestGrade, GuestPay, GuestPaid,
	}
}

// FullName is the name with its titles as official papers print it: Drs. H. Suyatno, S.H., M.Si.
func (g Guest) FullName() string { return fullName(g.Before, g.Name, g.After) }

// Known reports whether there is a name: none waits for one, and none was taken out by a purge.
func (g Guest) Known() bool { return g.Name != "" && g.Name != Erased }

func fullName(before, name, after string) string {
	if before != "" {
		name = before + " " + name
	}
	if after != "" {
		name += ", " + after
	}
	return name
}

// Number is the number by which people ask for the guest: the row that he signs on a printed sheet, before that the place on
// the list; 0 while he has neither. A printed row stands on several sheets once a list is longer than one.
func (g Guest) Number() int {
	if g.Sheet > 0 && g.Row > 0 {
		return g.Row
	}
	return g.Order
}

// From is where the guest comes from, in one line: institution, village where the institution does not name it, and
// kecamatan, since names of villages repeat.
func (g Guest) From() string {
	var parts []string
	if g.Institution != "" {
		parts = append(parts, g.Institution)
	}
	if g.Village != "" && !hasWords(g.Institution, g.Village) {
		parts = append(parts, g.Village)
	}
	if g.District != "" && !strings.EqualFold(strings.Join(parts, ""), "Kecamatan "+g.District) {
		parts = append(parts, "Kec. "+g.District)
	}
	return strings.Join(parts, ", ")
}

// hasWords reports whether text has the words of part, whole and in their order: "Desa Pulo" has "Pulo", "PT Pulogadung" has
// not.
func hasWords(text, part string) bool {
	all, want := words(text), words(part)
	for i := range len(all) - len(want) + 1 {
		if slices.Equal(all[i:i+len(want)], want) {
			return true
		}
	}
	return false
}

func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}

// GuestID names an imported guest alike on every laptop that imports the list: a hash, under the event's salt, of the
// folded name and institution and of which one it is among those who share both (1, 2, ...).
func GuestID(salt []byte, name, institution string, ordinal int) ID {
	return HashID(salt, "guest", name, institution, strconv.Itoa(ordinal))
}

// codeLength is how many letters and digits a code has before its check character: 40 bits, so that among 100,000 guests
// of an event two share one less than once in 200 events, and then both are offered.
const codeLength = 8

// Code is what a guest's card carries for a scanner: the beginning of the ID and a check character. It tells nothing about
// who it is.
func (g Guest) Code() string { return Code(g.ID) }

// Code is the code of a guest's ID, in capitals.
func Code(id ID) string {
	if id.IsZero() {
		return ""
	}
	s := id.String()[:codeLength]
	return strings.ToUpper(s + string(checkCharacter(s)))
}

// ParseCode reads a code, in either case and with whatever white space a scanner puts around it, and gives the beginning of
// the ID that it stands for. Where it is none, or the check character does not fit, ok is false and prefix empty.
func ParseCode(code string) (prefix string, ok bool) {
	code = strings.TrimSpace(code)
	// Counted before the case is folded: there are letters of several bytes whose small form is ours.
	if len(code) != codeLength+1 {
		return "", false
	}
	code = strings.ToLower(code)
	if strings.Trim(code, idAlphabet) != "" || checkCharacter(code[:codeLength]) != code[codeLength] {
		return "", false
	}
	return code[:codeLength], true
}

// checkCharacter is a Luhn check over 32 symbols: it finds every single wrong symbol and nearly every exchange of two
// neighbours.
func checkCharacter(s string) byte {
	sum, factor := 0, 2
	for i := len(s) - 1; i >= 0; i-- {
		n := factor * strings.IndexByte(idAlphabet, s[i])
		sum += n/32 + n%32
		factor = 3 - factor
	}
	return idAlphabet[(32-sum%32)%32]
}

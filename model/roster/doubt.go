package roster

import (
	"hadir/model"
	"hadir/model/name"
	"hadir/model/text"
)

// Reason says in one word what a person should look at, or may want to know. The words are those of the command line's
// JSON; sentences are made by whoever shows them.
type Reason string

// Reasons that concern one cell.
const (
	ReasonCleaned      Reason = "cleaned"       // something invisible or harmful was taken out; Cleaned says what
	ReasonLong         Reason = "long"          // cut; Value is what is left
	ReasonZero         Reason = "zero-restored" // a phone number has the 0 back that a spreadsheet ate
	ReasonPhones       Reason = "two-phones"    // the first mobile number was taken, all are kept as typed
	ReasonLandline     Reason = "landline"      // kept as typed, and so are the next three
	ReasonForeign      Reason = "foreign-phone"
	ReasonPhoneDamaged Reason = "phone-damaged" // 8,1E+10
	ReasonNotPhone     Reason = "not-a-phone"
	ReasonNIKDamaged   Reason = "nik-damaged" // by a spreadsheet; refused, and so is the next one
	ReasonNIKWrong     Reason = "nik-wrong"   // no 16 digits, or no such birth date
	ReasonNIKOdd       Reason = "nik-odd"     // kept; Value names the warnings
	ReasonSex          Reason = "sex-unclear" // left blank
	ReasonCategory     Reason = "category-unknown"
	ReasonDistrict     Reason = "district-found"  // filled in from the office's list of villages
	ReasonVillages     Reason = "village-unclear" // several villages of that name; Value lists their districts
	ReasonNoVillage    Reason = "village-unknown" // none of that name in a district whose villages are all known
)

// Reasons that concern a whole row.
const (
	ReasonNoName    Reason = "no-name"     // skipped
	ReasonOffice    Reason = "office"      // a post instead of a name: a seat whose name is to follow; Value says whose
	ReasonHeld      Reason = "office-held" // the same, and Other has that post already: nobody is added
	ReasonGroup     Reason = "group"       // everybody of one post; skipped
	ReasonOnlyName  Reason = "only-name"   // nothing else is known of this guest
	ReasonSimilar   Reason = "similar"     // resembles Other; added all the same
	ReasonNamesake  Reason = "namesake"    // has Other's name and institution, but phone or NIK speak against it; added
	ReasonAgain     Reason = "same-row"    // the list has this guest already, on OtherLine
	ReasonWalkIn    Reason = "walk-in"     // the guest is on the list as tambahan, and stays so
	ReasonRevived   Reason = "revived"     // the guest had been taken off the list
	ReasonSeat      Reason = "seat-named"  // a seat that waited for a name has one now
	ReasonDifferent Reason = "different"   // Field differs: Other has Have, the row says Value
)

// Settled reports whether there is nothing left to decide: it was put right, and is only said.
func (r Reason) Settled() bool {
	switch r {
	case ReasonZero, ReasonDistrict, ReasonSeat, ReasonRevived, ReasonWalkIn:
		return true
	}
	return false
}

// Doubt is one thing about a row that a person should look at.
type Doubt struct {
	Line      int
	Reason    Reason
	Field     Field      // the column; of ReasonDifferent the register; empty: the whole row
	Value     string     // what the cell says; a NIK is masked
	Have      string     // of ReasonDifferent: what the guest has
	Cleaned   text.Notes // of ReasonCleaned
	Other     model.ID   // the guest whom the row names or resembles
	OtherName string
	OtherLine int           // the line on which the list has that guest first; 0: he was there before
	Likeness  name.Likeness // of ReasonSimilar, ReasonNamesake and ReasonAgain: how Other, first, and the row compare
}

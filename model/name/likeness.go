package name

import (
	"slices"
	"strings"
)

// Known is what is known of a person when two records are held side by side. Every field may be empty, and
// what is empty says nothing.
type Known struct {
	Name        string // as typed, with titles
	Institution string
	Village     string // its area code where it is known, else its name; a code never equals a name
	Phone       string // E.164
	NIK         string // 16 digits
}

// Verdict is what a likeness comes to. Only a person merges; Ask means that it is worth asking one.
type Verdict uint8

// The verdicts.
const (
	No   Verdict = iota // two people, or nothing that says otherwise; a name alone is always No
	Ask                 // perhaps one person
	Same                // one NIK
)

// Reason is one thing in which two records agree or differ. The words for it belong to the screen.
type Reason uint8

// The reasons, in the order in which a Likeness lists them.
const (
	SameNIK Reason = iota
	NIKDiffers
	SamePhone
	PhoneDiffers
	SameName    // the same folded name
	SameSound   // the same name by old spelling, order of words, or words written together
	NearName    // one edit in a word or more
	NameDiffers // none of these
	TitleDiffers
	SameVillage
	VillageDiffers
	SameInstitution
	InstitutionDiffers
)

// Likeness is how two records compare. Of each pair of reasons (same, differs) none is given when a side
// says nothing.
type Likeness struct {
	Verdict Verdict
	Reasons []Reason
	// Titles that only the first or only the second record has ("H.", "S.Pd."), for saying in what they differ.
	OnlyFirst, OnlySecond []string
}

// Has says whether a reason is among those of a likeness.
func (l Likeness) Has(r Reason) bool { return slices.Contains(l.Reasons, r) }

// Compare holds two records side by side. One NIK is one person. One phone is worth asking, since couples share
// them; so is a like name from one village or institution. A name alone never is: there is a Sutrisno
// everywhere. Two different NIKs are two people, unless name and phone or place agree so well that one of the
// numbers may be mistyped.
func Compare(a, b Known) Likeness {
	return compare(faceOf(a), faceOf(b))
}

// face is a Known folded for comparison.
type face struct {
	before, after string
	folded        string
	sounds        []string // by word, sorted
	joined        string
	institution   place
	village       place
	phone, nik    string
}

func faceOf(k Known) face {
	n := Parse(k.Name)
	f := face{
		before: n.Before, after: n.After, folded: foldBare(n.Bare),
		institution: placeOf(k.Institution), village: placeOf(k.Village), phone: k.Phone,
	}
	f.sounds, f.joined = soundsOf(f.folded)
	// A NIK of another length or of zeros is a blank filled in, and would make one person of many.
	if len(k.NIK) == 16 && digits(k.NIK) == k.NIK && strings.Trim(k.NIK, "0") != "" {
		f.nik = k.NIK
	}
	return f
}

func compare(a, b face) Likeness {
	var l Likeness
	// Each pair of reasons is given in one breath with what it means for the verdict.
	said := func(known, same bool, yes, no Reason) bool {
		if !known {
			return false
		}
		if !same {
			yes = no
		}
		l.Reasons = append(l.Reasons, yes)
		return same
	}
	bothNIK := a.nik != "" && b.nik != ""
	sameNIK := said(bothNIK, a.nik == b.nik, SameNIK, NIKDiffers)
	samePhone := said(a.phone != "" && b.phone != "", a.phone == b.phone, SamePhone, PhoneDiffers)
	like := a.folded != "" && b.folded != ""
	if like {
		r := nameReason(a, b)
		l.Reasons = append(l.Reasons, r)
		like = r != NameDiffers
	}
	l.OnlyFirst, l.OnlySecond = titlesOnly(a, b), titlesOnly(b, a)
	said(len(l.OnlyFirst)+len(l.OnlySecond) > 0, true, TitleDiffers, TitleDiffers)
	// "Pemerintah Desa Pulo" as an institution is the village of Pulo.
	crossed := a.village.is(b.institution) || a.institution.is(b.village)
	village := said(a.village.known() && b.village.known() || crossed, a.village.is(b.village) || crossed, SameVillage, VillageDiffers)
	office := said(a.institution.known() && b.institution.known(), a.institution.is(b.institution), SameInstitution, InstitutionDiffers)
	switch {
	case sameNIK: // whatever the name says: people marry, and typists slip
		l.Verdict = Same
	// With both NIKs known and different, a shared phone alone is a couple and no question.
	case like && (samePhone || village || office), samePhone && !bothNIK:
		l.Verdict = Ask
	}
	return l
}

// nameReason says how two names are alike.
func nameReason(a, b face) Reason {
	switch {
	case a.folded == b.folded:
		return SameName
	case slices.Equal(a.sounds, b.sounds), a.joined == b.joined:
		return SameSound
	case len(a.sounds) == len(b.sounds) && paired(a.sounds, b.sounds, make([]bool, len(b.sounds))):
		return NearName
	}
	return NameDiffers
}

// paired says whether every word of one name can be given its own like word of the other. The order is free, for
// an edit at the start of a word moves it in the sorted list.
func paired(a, b []string, taken []bool) bool {
	if len(a) == 0 {
		return true
	}
	for i, w := range b {
		if taken[i] || !alike(a[0], w) {
			continue
		}
		taken[i] = true
		if paired(a[1:], b, taken) {
			return true
		}
		taken[i] = false
		if a[0] == w {
			return false // an equal word is never the wrong choice: what it frees is no better than what it takes
		}
	}
	return false
}

// titlesOnly gives the titles that the first has and the second has not.
func titlesOnly(a, b face) []string {
	if a.before == b.before && a.after == b.after {
		return nil
	}
	var only []string
	for _, t := range strings.Fields(a.before) {
		if !slices.Contains(strings.Fields(b.before), t) {
			only = append(only, t)
		}
	}
	for _, t := range strings.Split(a.after, ", ") {
		if t != "" && !slices.Contains(strings.Split(b.after, ", "), t) {
			only = append(only, t)
		}
	}
	return only
}

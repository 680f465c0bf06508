package screen

import (
	"slices"
	"strings"

	"hadir/model/name"
	"hadir/model/text"
	"hadir/ui/lang"
)

// Likeness says in what two records of people agree and in what they differ: "nomor HP sama, desa sama, nama berbeda pada H.".
func Likeness(l name.Likeness) lang.Phrase {
	var phrases []lang.Phrase
	for _, r := range l.Reasons {
		switch {
		case r == name.TitleDiffers:
			phrases = append(phrases, titlesDiffer(l))
		case r == name.SameName && l.Has(name.TitleDiffers):
			// The titles are then all in which the names differ, and that is said.
		default:
			phrases = append(phrases, lang.Of(alikeKey(r)))
		}
	}
	return listed(phrases)
}

func titlesDiffer(l name.Likeness) lang.Phrase {
	titles := text.Safe(strings.Join(slices.Concat(l.OnlyFirst, l.OnlySecond), ", "))
	if l.Has(name.SameName) {
		return lang.Of("roster.alike.name-differs-by", "titles", titles)
	}
	return lang.Of("roster.alike.title-differs", "titles", titles)
}

func alikeKey(r name.Reason) lang.Key {
	switch r {
	case name.SameNIK:
		return "roster.alike.same-nik"
	case name.NIKDiffers:
		return "roster.alike.nik-differs"
	case name.SamePhone:
		return "roster.alike.same-phone"
	case name.PhoneDiffers:
		return "roster.alike.phone-differs"
	case name.SameName:
		return "roster.alike.same-name"
	case name.SameSound:
		return "roster.alike.same-sound"
	case name.NearName:
		return "roster.alike.near-name"
	case name.SameVillage:
		return "roster.alike.same-village"
	case name.VillageDiffers:
		return "roster.alike.village-differs"
	case name.SameInstitution:
		return "roster.alike.same-institution"
	case name.InstitutionDiffers:
		return "roster.alike.institution-differs"
	}
	return "roster.alike.name-differs"
}

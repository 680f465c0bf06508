package roster

import (
	"strings"

	"hadir/model"
	"hadir/model/ident"
	"hadir/model/name"
)

// readPhone keeps a phone, and doubts what is no plain mobile number of ours.
func readPhone(e *entry) {
	typed := e.cell(FieldPhone, cellLimit)
	if typed == "" {
		return
	}
	p := ident.ParsePhone(typed)
	e.guest.Phone, e.guest.PhoneRaw = p.Kept()
	if why := phoneReason(p.Note); why != "" {
		e.doubt(why, FieldPhone, p.Raw)
	}
}

func phoneReason(n ident.PhoneNote) Reason {
	switch n {
	case ident.RestoredZero:
		return ReasonZero
	case ident.Several:
		return ReasonPhones
	case ident.Landline:
		return ReasonLandline
	case ident.Foreign:
		return ReasonForeign
	case ident.DamagedPhone:
		return ReasonPhoneDamaged
	case ident.NotAPhone:
		return ReasonNotPhone
	}
	return ""
}

// readSex takes a sex that the list states. It is never guessed, neither from a name nor from a NIK.
func readSex(e *entry) string {
	typed := e.cell(FieldSex, cellLimit)
	switch name.FoldText(typed) {
	case "":
		return ""
	case "l", "lk", "laki", "laki laki", "lelaki", "pria", "m", "male":
		return string(ident.Male)
	case "p", "pr", "perempuan", "wanita", "w", "f", "female":
		return string(ident.Female)
	}
	e.doubt(ReasonSex, FieldSex, typed)
	return ""
}

// readNIK keeps a whole NIK where the office stores them. One that a spreadsheet damaged is said either way, so that the
// office can mend its list; the rest of the row is none the worse for it.
func (r *reader) readNIK(e *entry) {
	if strings.TrimSpace(e.cells.At(FieldNIP).Text) != "" {
		r.nips++
	}
	typed := e.cell(FieldNIK, cellLimit)
	if !strings.ContainsAny(typed, "0123456789") {
		return
	}
	if _, damaged := ident.DamagedNIK(typed, e.cells.At(FieldNIK).Numeric); damaged {
		e.doubt(ReasonNIKDamaged, FieldNIK, ident.MaskNIK(typed, '*'))
		return
	}
	if !r.options.NIK {
		r.niks++
		return
	}
	nik, err := ident.ParseNIK(typed, r.options.Today)
	if err != nil {
		e.doubt(ReasonNIKWrong, FieldNIK, ident.MaskNIK(typed, '*'))
		return
	}
	e.guest.NIK = nik.Digits
	var said ident.Sex
	if e.guest.Sex != "" {
		said = ident.Sex(e.guest.Sex[0])
	}
	// Nobody said a birth date, so that the NIK's own cannot differ from it.
	warnings := append(nik.Warnings, nik.Against(nik.Born, said, r.options.Today)...)
	if len(warnings) > 0 {
		e.doubt(ReasonNIKOdd, FieldNIK, warningWords(warnings))
	}
}

// warningWords are the warnings about a NIK, one word each, with spaces between.
func warningWords(warnings []ident.Warning) string {
	words := make([]string, len(warnings))
	for i, w := range warnings {
		words[i] = warningWord(w)
	}
	return strings.Join(words, " ")
}

func warningWord(w ident.Warning) string {
	switch w {
	case ident.UnknownProvince:
		return "unknown-province"
	case ident.UnknownRegency:
		return "unknown-regency"
	case ident.SerialZero:
		return "sample"
	case ident.SexDiffers:
		return "sex-differs"
	case ident.Minor:
		return "minor"
	}
	return "birth-differs"
}

// readCategory takes the category that the list states; where it has no column for it, the one that post and institution
// state. A category that nobody knows is left blank rather than replaced by what the post might mean.
func (r *reader) readCategory(e *entry) {
	if typed := e.cell(FieldCategory, cellLimit); hasLetter(typed) {
		c := categoryNamed(typed)
		if c == "" {
			e.doubt(ReasonCategory, FieldCategory, typed)
		}
		e.guest.Category = string(c)
		return
	}
	key := e.guest.Post + "\x00" + e.guest.Institution
	c, seen := r.posts[key]
	if !seen {
		c = CategoryOf(e.guest.Post, e.guest.Institution)
		r.posts[key] = c
	}
	e.guest.Category = string(c)
	e.derived |= 1 << atCategory
}

// readVillage finds the row's village in the office's list.
func (r *reader) readVillage(e *entry) {
	if r.villages == nil {
		return
	}
	p := placeOf(&e.guest, r.folds.text(e.guest.Institution))
	switch found := r.villages.find(p); {
	case len(found) == 1:
		e.setVillage(&r.villages.villages[found[0]], p)
	case len(found) > 1:
		e.doubt(ReasonVillages, e.villageField(), r.villages.districtsOf(found))
	case r.villages.covers(p):
		e.doubt(ReasonNoVillage, e.villageField(), strings.TrimSpace(p.kind+" "+p.name))
	}
}

// setVillage gives the row its village's code, and its district where the row does not name one.
func (e *entry) setVillage(v *model.Village, p place) {
	e.guest.Area = v.Code
	e.derived |= 1 << atArea
	if p.district == "" && v.District != "" {
		e.guest.District = v.District
		e.derived |= 1 << atDistrict
		e.doubt(ReasonDistrict, FieldDistrict, v.District)
	}
}

func (e *entry) villageField() Field {
	if e.guest.Village != "" {
		return FieldVillage
	}
	return FieldInstitution
}

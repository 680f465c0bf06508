package sheet

import "strings"

// Field is what a column can mean to an event's list.
type Field uint8

// The fields, in the order of a usual list.
const (
	FieldNone         Field = iota
	FieldNo                 // running number
	FieldName               // the person's name, mostly with titles
	FieldTitlesBefore       // H., Drs.
	FieldTitlesAfter        // S.H., M.Si.
	FieldRank               // pangkat, golongan
	FieldPost               // jabatan
	FieldInstitution        // instansi; often a village in the same column
	FieldVillage            // desa, kelurahan, alamat
	FieldDistrict           // kecamatan
	FieldPhone
	FieldEmail
	FieldNIK
	FieldNIP      // also a policeman's or soldier's NRP
	FieldSex      // L or P
	FieldCategory // unsur
	FieldNote     // keterangan
	fieldCount

	// fieldIgnored is a column that lists have and Hadir does not take: signatures, ages, amounts.
	fieldIgnored
	// fieldTitle marks a word of the lines above a table, which heads no column.
	fieldTitle
)

// names gives each field's code and the Indonesian word that ParseMap takes as well.
func (f Field) names() (code, word string) {
	names := [...][2]string{
		{"", ""},
		{"no", "nomor"},
		{"name", "nama"},
		{"titles-before", "gelar-depan"},
		{"titles-after", "gelar-belakang"},
		{"rank", "pangkat"},
		{"post", "jabatan"},
		{"institution", "instansi"},
		{"village", "desa"},
		{"district", "kecamatan"},
		{"phone", "hp"},
		{"email", "surel"},
		{"nik", "ktp"},
		{"nip", "nrp"},
		{"sex", "kelamin"},
		{"category", "unsur"},
		{"note", "keterangan"},
	}
	if int(f) >= len(names) {
		return "", ""
	}
	return names[f][0], names[f][1]
}

// String gives the field's code, such as "phone"; it is what ParseMap reads.
func (f Field) String() string {
	code, _ := f.names()
	return code
}

// ParseField reads a field's code or its Indonesian word, without regard to case.
func ParseField(s string) (Field, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	for f := FieldNone + 1; f < fieldCount; f++ {
		if code, word := f.names(); s == code || s == word {
			return f, true
		}
	}
	return FieldNone, false
}

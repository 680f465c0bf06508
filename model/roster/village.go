package roster

import (
	"slices"
	"strconv"
	"strings"

	"hadir/model"
	"hadir/model/name"
	"hadir/model/text"
)

// What a column of a list of villages can mean.
const (
	fieldCode    Field = "code"
	fieldKind    Field = "kind"
	fieldRegency Field = "regency"
)

// headDepth is how many rows from the top a header is looked for.
const headDepth = 20

// Villages reads the office's own list of villages from a table with a header, its columns in any order: code and name, and
// kind, district and regency where it has them. Rows of districts and regencies give their names to the villages whose codes
// begin with theirs. Notes say what was left out and why: "no-header", "village-no-code", "village-no-name" and
// "village-repeated". Villages come in the order of the table, IDs and all.
func Villages(rows []Row) ([]model.Village, []Note) {
	v := villageReader{areas: make(map[string]string), seen: make(map[string]bool)}
	head := slices.IndexFunc(rows[:min(len(rows), headDepth)], v.header)
	if head < 0 {
		return nil, []Note{{Code: "no-header"}}
	}
	for _, row := range rows[head+1:] {
		v.row(row)
	}
	for i := range v.out {
		v.complete(&v.out[i])
	}
	return v.out, v.notes
}

// villageReader reads one table of villages.
type villageReader struct {
	columns map[Field]int
	areas   map[string]string // names of districts and regencies, by code
	seen    map[string]bool   // codes of villages
	out     []model.Village
	notes   []Note
}

// header takes a row for the header if it names the columns that no list can do without.
func (v *villageReader) header(row Row) bool {
	v.columns = make(map[Field]int)
	for i, c := range row.Cells {
		f := villageField(name.FoldText(c.Text))
		if _, taken := v.columns[f]; f != "" && !taken {
			v.columns[f] = i
		}
	}
	// "Desa" is the column of names where there is no other.
	if _, named := v.columns[FieldName]; !named {
		if at, ok := v.columns[FieldVillage]; ok {
			v.columns[FieldName] = at
		}
	}
	_, code := v.columns[fieldCode]
	_, named := v.columns[FieldName]
	return code && named
}

// villageField reads a folded heading.
func villageField(heading string) Field {
	switch heading {
	case "kode", "code", "kode wilayah", "kode desa", "kode kemendagri", "kode desa kelurahan", "village code", "area code":
		return fieldCode
	case "nama", "name", "nama desa", "nama desa kelurahan", "nama kelurahan", "nama wilayah", "village name":
		return FieldName
	case "desa", "desa kelurahan", "kelurahan", "village":
		return FieldVillage
	case "jenis", "kind", "type", "status":
		return fieldKind
	case "kecamatan", "kec", "district", "nama kecamatan", "subdistrict":
		return FieldDistrict
	case "kabupaten", "kab", "kota", "kabupaten kota", "kab kota", "regency", "nama kabupaten":
		return fieldRegency
	}
	return ""
}

func (v *villageReader) cell(row Row, f Field) string {
	at, ok := v.columns[f]
	if !ok || at >= len(row.Cells) {
		return ""
	}
	s, _ := text.Line(text.Unformula(row.Cells[at].Text))
	short, _ := text.Cut(s, cellLimit)
	return short
}

// row takes in one row: a village, or an area whose name villages need.
func (v *villageReader) row(row Row) {
	typed, named := v.cell(row, fieldCode), v.cell(row, FieldName)
	if typed == "" && named == "" {
		return
	}
	code, ok := areaCode(typed)
	switch groups := strings.Count(code, ".") + 1; {
	case !ok:
		v.note("village-no-code", row, named)
	case named == "":
		v.note("village-no-name", row, code)
	case groups < 4:
		v.areas[code] = named
	case v.seen[code]:
		v.note("village-repeated", row, code)
	default:
		v.seen[code] = true
		kind, bare := splitKind(named)
		if said := name.FoldText(v.cell(row, fieldKind)); said != "" {
			kind = said
		}
		v.out = append(v.out, model.Village{
			ID: model.VillageKey(code).ID, Code: code, Name: bare, Kind: kind,
			District: bareDistrict(v.cell(row, FieldDistrict)), Regency: v.cell(row, fieldRegency),
		})
	}
}

func (v *villageReader) note(code string, row Row, value string) {
	v.notes = append(v.notes, Note{Code: code, Line: row.Line, Value: value})
}

// complete gives a village what its code says and its row did not.
func (v *villageReader) complete(village *model.Village) {
	if village.Kind == "" {
		village.Kind = villageKind(village)
	}
	if village.District == "" {
		village.District = bareDistrict(v.areas[village.Code[:8]])
	}
	if village.Regency == "" {
		village.Regency = v.areas[village.Code[:5]]
	}
}

// splitKind parts "Kelurahan Magersari" into what it is and its name.
func splitKind(s string) (kind, bare string) {
	word, rest, found := strings.Cut(s, " ")
	if found {
		switch name.FoldText(word) {
		case "desa", "ds":
			return kindVillage, strings.TrimSpace(rest)
		case "kelurahan", "kel":
			return kindUrban, strings.TrimSpace(rest)
		}
	}
	return "", s
}

// areaCode writes a code of 2, 4, 6 or 10 digits, with or without dots, as 33.17.10.2018.
func areaCode(s string) (string, bool) {
	digits := strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), " ", "")
	if _, err := strconv.ParseUint(digits, 10, 64); err != nil {
		return "", false
	}
	switch len(digits) {
	case 2:
		return digits, true
	case 4:
		return digits[:2] + "." + digits[2:], true
	case 6:
		return digits[:2] + "." + digits[2:4] + "." + digits[4:], true
	case 10:
		return digits[:2] + "." + digits[2:4] + "." + digits[4:6] + "." + digits[6:], true
	}
	return "", false
}

package roster

import (
	"cmp"
	"slices"
	"strings"

	"hadir/model"
	"hadir/model/name"
	"hadir/model/text"
)

// Office is a post and its place, as lists write them where they have no name yet: "Bapak Kepala Desa Pulo", "Lurah
// Sidowayah", "Camat Rembang".
type Office struct {
	Post     string // as the program writes it: Kepala Desa
	Place    string // without the word for its kind; empty where another column has it
	District string // kecamatan of a village, where it is named
	Group    bool   // everybody of that post in an area, and so nobody's own: "Kepala Desa se-Kecamatan Rembang"

	kind string // desa, kelurahan or kecamatan
	full bool   // the post is written out, or somebody is addressed: no name is given so
}

// kindDistrict is the area of a camat.
const kindDistrict = "kecamatan"

// officeLongest is how many words the name of a village has at most.
const officeLongest = 3

// OfficeOf reads an office out of what stands where a name is expected. It is none where a name or a title stands beside the
// post: "Suyatno (Kades Pulo)", "Kades H. Suyatno".
func OfficeOf(named string) (Office, bool) {
	words, o := address(officeWords(named))
	var mark string // of somebody who acts for the holder
	for len(words) > 1 && acting(words[0].folded) {
		mark += words[0].typed + " "
		words = words[1:]
	}
	if len(words) == 0 {
		return o, false
	}
	rest, ok := o.head(words)
	if !ok {
		return o, false
	}
	o.Post = mark + o.Post
	if o.Group = o.Group || gathers(rest); o.Group {
		return o, true
	}
	return o, o.at(rest)
}

// Institution is the place with its kind before it: "Desa Pulo".
func (o Office) Institution() string {
	switch {
	case o.Place == "":
		return ""
	case o.kind == kindUrban:
		return "Kelurahan " + o.Place
	case o.kind == kindDistrict:
		return "Kecamatan " + o.Place
	}
	return "Desa " + o.Place
}

// officeWord is a word as typed and as folded.
type officeWord struct{ typed, folded string }

func officeWords(s string) (out []officeWord) {
	for w := range strings.FieldsSeq(spaced(s)) {
		if folded := name.FoldText(w); folded != "" || strings.ContainsAny(w, ",/-(") {
			out = append(out, officeWord{w, folded})
		}
	}
	return out
}

// spaced parts what is written together: "Kades/Lurah", "Yth.Bapak". Most names have nothing of the kind, and a long list asks
// for each.
func spaced(s string) string {
	if !strings.ContainsAny(s, "./-") {
		return s
	}
	b := make([]byte, 0, len(s)+16)
	for _, c := range []byte(s) {
		switch c {
		case '.':
			b = append(b, '.', ' ')
		case '/', '-':
			b = append(b, ' ', c, ' ')
		default:
			b = append(b, c)
		}
	}
	return string(b)
}

// address takes off what addresses somebody: "Yth. Bapak/Ibu", "Para".
func address(words []officeWord) ([]officeWord, Office) {
	var o Office
	for ; len(words) > 0; words = words[1:] {
		switch words[0].folded {
		case "para", "seluruh", "semua", "segenap":
			o.Group = true
		case "bapak", "bpk", "bp", "pak", "ibu", "bu", "sdr", "sdri", "saudara", "saudari", "kepada", "yth", "yang", "terhormat":
			o.full = true
		default:
			if words[0].typed != "/" || !o.full {
				return words, o
			}
		}
	}
	return nil, o
}

// head takes off the post.
func (o *Office) head(words []officeWord) (rest []officeWord, ok bool) {
	one, two := words[0].folded, ""
	if len(words) > 1 {
		two = one + " " + words[1].folded
	}
	switch {
	case two == "kepala desa":
		o.Post, o.kind, o.full = "Kepala Desa", kindVillage, true
		return words[2:], true
	case two == "kepala kelurahan":
		o.Post, o.kind, o.full = "Lurah", kindUrban, true
		return words[2:], true
	case one == "kades":
		o.Post, o.kind = "Kepala Desa", kindVillage
	case one == "kuwu", one == "petinggi", one == "perbekel", one == "keuchik":
		o.Post, o.kind = words[0].typed, kindVillage
	case one == "lurah":
		o.Post, o.kind = "Lurah", kindUrban
	case one == "camat":
		o.Post, o.kind = "Camat", kindDistrict
	default:
		return nil, false
	}
	return words[1:], true
}

// gathers reports whether what follows a post makes it everybody's in an area: "se-Kecamatan Rembang", "/Lurah sekecamatan".
func gathers(rest []officeWord) bool {
	var all string
	for _, w := range rest {
		if w.folded != "" {
			all += " " + w.folded
		}
	}
	all = strings.ReplaceAll(all, " se ", " se")
	for _, area := range []string{"kecamatan", "kec", "kabupaten", "kab", "kota", "desa", "kelurahan", "provinsi"} {
		if strings.Contains(all+" ", " se"+area+" ") {
			return true
		}
	}
	return false
}

// at takes the place, and its kecamatan behind it. What else stands there belongs to somebody's name.
func (o *Office) at(rest []officeWord) bool {
	if len(rest) > 1 && (spelledKind(rest[0].folded) == o.kind) {
		rest = rest[1:]
	}
	end := slices.IndexFunc(rest, func(w officeWord) bool {
		k := spelledKind(w.folded)
		return k == kindDistrict || k == "kabupaten"
	})
	place, behind := rest, rest[:0]
	if end >= 0 {
		place, behind = rest[:end], rest[end:]
	}
	o.Place = joined(place)
	if len(behind) > 1 && spelledKind(behind[0].folded) == kindDistrict {
		behind = behind[1:]
		if end := slices.IndexFunc(behind, func(w officeWord) bool { return spelledKind(w.folded) == "kabupaten" }); end >= 0 {
			behind = behind[:end]
		}
		o.District = joined(behind)
	}
	parsed := name.Parse(o.Place)
	plain := !strings.ContainsAny(o.Place+o.District, ",;:()/-–0123456789")
	return len(place) <= officeLongest && plain && parsed.Before == "" && parsed.After == ""
}

func spelledKind(folded string) string {
	switch folded {
	case "desa", "ds":
		return kindVillage
	case "kelurahan", "kel":
		return kindUrban
	case "kecamatan", "kec":
		return kindDistrict
	case "kabupaten", "kab":
		return "kabupaten"
	}
	return folded
}

// joined are words as typed. A comma before a kecamatan is none of the place's.
func joined(words []officeWord) string {
	typed := make([]string, len(words))
	for i, w := range words {
		typed[i] = w.typed
	}
	return strings.TrimRight(strings.Join(typed, " "), ",. ")
}

// readOffice makes a row that names a post and a place where the name should be a seat whose name is to follow. It leaves
// alone what the other columns make somebody's name: titles, another post, another place. It comes after the cells, and before
// what is worked out from them.
func (r *reader) readOffice(e *entry) {
	typed, _ := text.Line(text.Unformula(e.cells.At(FieldName).Text))
	o, ok := OfficeOf(typed)
	if !ok || e.guest.Name == "" || e.guest.After != "" || hasLetter(e.cells.At(FieldBefore).Text) {
		return
	}
	if e.group = o.Group; o.Group || !r.fits(e, o) {
		return
	}
	e.named = typed
	e.seat(o)
}

// Unnamed makes a guest, of whom no more than an office was typed as the name, a seat whose name is to follow; ok is false, and
// nothing changes, where it is a name, or a group.
func Unnamed(g model.Guest, typed string) (seat model.Guest, ok bool) {
	o, ok := OfficeOf(typed)
	e, r := entry{guest: g}, reader{folds: newFolds()}
	if !ok || o.Group || g.After != "" || !r.fits(&e, o) {
		return g, false
	}
	e.seat(o)
	return e.guest, true
}

// SameOffice reports whether two guests have one post at one place.
func SameOffice(a, b model.Guest) bool {
	keys := append(seatKeys(&b), seatKeys(withoutDistrict(&b))...)
	shares := func(key string) bool { return slices.Contains(keys, key) }
	return slices.ContainsFunc(append(seatKeys(&a), seatKeys(withoutDistrict(&a))...), shares)
}

// seat leaves the office of what stood for a name.
func (e *entry) seat(o Office) {
	g := &e.guest
	g.Name, g.Before = "", ""
	e.office = true
	if g.Post == "" {
		g.Post = o.Post
		e.derived |= 1 << atPost
	}
	if g.Institution == "" && o.Place != "" {
		g.Institution = o.Institution()
		e.derived |= 1 << atInstitution
	}
	if g.District == "" && o.District != "" {
		g.District = o.District
		e.derived |= 1 << atDistrict
	}
}

// fits reports whether nothing else in a row speaks against its being no more than an office.
func (r *reader) fits(e *entry, o Office) bool {
	g := &e.guest
	if g.Post != "" && categoryOfPost(name.FoldText(g.Post)) != categoryOfPost(name.FoldText(o.Post)) {
		return false
	}
	wanted := squeeze(name.FoldText(o.Place))
	if o.kind == kindDistrict {
		said := squeeze(name.FoldText(g.Institution))
		return (wanted != "" || said != "") && (said == "" || strings.HasSuffix(said, wanted) && strings.Contains(said, kindDistrict))
	}
	stands := placeOf(g, r.folds.text(g.Institution))
	switch {
	case g.Institution != "" && parsePlace(r.folds.text(g.Institution)).name == "":
		return false // a company's, whatever he is called
	case wanted == "":
		return stands.name != ""
	case stands.name != "":
		return squeeze(stands.name) == wanted
	}
	known := r.villages == nil || len(r.villages.byName[wanted]) > 0
	return known || o.full
}

// seated makes the rows that name no more than an office seats, or says who has it already.
func (m *matcher) seated(row int32) {
	d := &m.plan.Rows[row]
	i := m.seats.find(&d.Guest)
	switch {
	case i != none:
		m.plan.seat(row, i)
		return
	case !d.office:
		return
	}
	if i, held := m.holder(&d.Guest); held {
		if m.plan.people[i].was != nil {
			m.plan.seat(row, i)
		} else {
			d.Doubts = d.Doubts[:len(d.Doubts)-1] // that there is no name is said better now
		}
		m.plan.remark(d, ReasonHeld, i)
		return
	}
	i = m.plan.seatOf(d)
	fresh := m.plan.people[i].was == nil && m.plan.people[i].first == none
	m.plan.seat(row, i)
	if fresh {
		d.Choice = Add
		d.Doubts = append(d.Doubts, Doubt{Line: d.Line, Reason: ReasonOffice, Field: FieldName, Value: officeWordsOf(&d.Guest)})
	}
}

// holder is somebody with a name who has that post at that place, on the event's list or on this one.
func (m *matcher) holder(g *model.Guest) (int32, bool) {
	if m.holders == nil {
		m.holders = make(map[string]int32)
		for i := range m.plan.people {
			face := m.plan.face(int32(i))
			if face == nil || face.Removed || face.Name == "" || face.Post == "" {
				continue
			}
			for _, at := range []*model.Guest{face, withoutDistrict(face)} {
				for _, key := range seatKeys(at) {
					if _, taken := m.holders[key]; !taken {
						m.holders[key] = int32(i)
					}
				}
			}
		}
	}
	i := fitting(m.holders, seatKeys(g))
	return i, i != none
}

// seatOf is the person of a seat that a row names: the same that an invitation of the whole group would make.
func (p *Plan) seatOf(d *Decision) int32 {
	g := &d.Guest
	id := seatID(p.options.Salt, cmp.Or(g.Area, name.FoldText(cmp.Or(g.Institution, g.Village))+", "+name.FoldText(g.District)), g.Post)
	if i, ok := p.byID[id]; ok {
		return i
	}
	return p.admit(person{id: id})
}

// officeWordsOf is a post and its place.
func officeWordsOf(g *model.Guest) string {
	return strings.Trim(g.Post+", "+cmp.Or(g.Institution, g.Village, g.District), ", ")
}

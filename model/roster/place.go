package roster

import (
	"slices"
	"strings"

	"hadir/model"
	"hadir/model/name"
)

// The kinds of villages that lists tell apart. A village by custom (desa adat) counts as a village.
const (
	kindVillage = "desa"
	kindUrban   = "kelurahan"
)

// place is a village as the words of an institution name it, folded. What the words do not say is empty.
type place struct {
	kind, name, district string
}

// parsePlace reads a folded text: "desa waru", "pemerintah desa waru kec rembang", "kel magersari". A text that does not
// call itself a village gives an empty place.
func parsePlace(folded string) place {
	words := strings.Fields(folded)
	for len(words) > 1 && (words[0] == "pemerintah" || words[0] == "kantor" || words[0] == "balai") {
		words = words[1:]
	}
	if len(words) < 2 {
		return place{}
	}
	var p place
	switch words[0] {
	case "desa", "ds", "pemdes":
		p.kind = kindVillage
	case "kelurahan", "kel":
		p.kind = kindUrban
	default:
		return place{}
	}
	words = words[1:]
	if p.kind == kindVillage && len(words) > 1 && words[0] == "adat" {
		words = words[1:]
	}
	p.name, p.district = splitDistrict(words)
	return p
}

// splitDistrict parts the words of a village's name from those of its district, and drops the regency behind it.
func splitDistrict(words []string) (village, district string) {
	if i := slices.IndexFunc(words, func(w string) bool { return w == "kab" || w == "kabupaten" }); i >= 0 {
		words = words[:i]
	}
	i := slices.IndexFunc(words, func(w string) bool { return w == "kec" || w == "kecamatan" })
	if i < 0 {
		return strings.Join(words, " "), ""
	}
	return strings.Join(words[:i], " "), strings.Join(words[i+1:], " ")
}

// placeOf is what a guest's list says of his village: the institution where it names one, else the village's own column,
// whose words may leave out what kind of village it is.
func placeOf(g *model.Guest, institution string) place {
	p := parsePlace(institution)
	if p.name == "" && g.Village != "" {
		folded := name.FoldText(g.Village)
		if p = parsePlace(folded); p.name == "" {
			p.name, p.district = splitDistrict(strings.Fields(folded))
		}
	}
	if p.district == "" {
		p.district = name.FoldText(g.District)
	}
	return p
}

// gazetteer finds the villages of the office's own list by name. Names repeat inside one regency, so only a single
// answer is an answer.
type gazetteer struct {
	villages  []model.Village
	byName    map[string][]int // by folded name without spaces
	districts map[string]bool  // folded, without spaces
}

func newGazetteer(villages []model.Village) *gazetteer {
	g := &gazetteer{villages: villages, byName: make(map[string][]int, len(villages)), districts: make(map[string]bool)}
	for i, v := range villages {
		if v.Removed {
			continue
		}
		key := squeeze(name.FoldText(v.Name))
		g.byName[key] = append(g.byName[key], i)
		g.districts[squeeze(name.FoldText(v.District))] = true
	}
	return g
}

// find gives the indexes of the villages that p can mean.
func (g *gazetteer) find(p place) []int {
	var out []int
	if p.name == "" {
		return nil
	}
	for _, i := range g.byName[squeeze(p.name)] {
		v := &g.villages[i]
		if p.kind != "" && p.kind != villageKind(v) {
			continue
		}
		if p.district == "" || squeeze(p.district) == squeeze(name.FoldText(v.District)) {
			out = append(out, i)
		}
	}
	return out
}

// only is the index of the one village that p can mean.
func (g *gazetteer) only(p place) (int, bool) {
	if found := g.find(p); len(found) == 1 {
		return found[0], true
	}
	return 0, false
}

// districtsOf lists the districts of several villages.
func (g *gazetteer) districtsOf(indexes []int) string {
	names := make([]string, len(indexes))
	for i, at := range indexes {
		names[i] = g.villages[at].District
	}
	return strings.Join(names, ", ")
}

// covers reports whether the list has villages of p's district, so that it should know p.
func (g *gazetteer) covers(p place) bool {
	return p.name != "" && p.district != "" && g.districts[squeeze(p.district)]
}

// villageKind is the village's kind, by its code where its own words do not say: the last group of a code begins with 1 for
// a kelurahan.
func villageKind(v *model.Village) string {
	switch kind := name.FoldText(v.Kind); {
	case kind == kindUrban || kind == "kel":
		return kindUrban
	case kind != "":
		return kindVillage
	}
	if i := strings.LastIndexByte(v.Code, '.'); i >= 0 && strings.HasPrefix(v.Code[i+1:], "1") {
		return kindUrban
	}
	return kindVillage
}

// squeeze drops the spaces of a folded text: lists and decrees disagree on Kabongan Lor and Kabonganlor.
func squeeze(folded string) string { return strings.ReplaceAll(folded, " ", "") }

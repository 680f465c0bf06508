package name

import "strings"

// place is a village or an institution folded for comparison: what kind of area it says it is, and the rest.
type place struct{ kind, rest string }

// placeOf folds a place. "Pemdes Pulo", "Ds. Pulo" and "Pemerintah Desa Pulo" are the desa Pulo; "PT" and the
// like are left out, since lists forget them.
func placeOf(s string) place {
	var p place
	words := strings.Fields(FoldText(s))
	for len(words) > 1 {
		switch w := spelled(words[0]); w {
		case "desa", "kelurahan", "kecamatan", "kabupaten":
			if p.kind != "" {
				p.rest = strings.Join(words, " ")
				return p
			}
			p.kind = w
		case "pemdes":
			p.kind = "desa"
		case "pemerintah", "pt", "cv":
		default:
			p.rest = strings.Join(words, " ")
			return p
		}
		words = words[1:]
	}
	p.rest = strings.Join(words, " ")
	return p
}

func (p place) known() bool { return p.rest != "" }

// is says whether two places are the same as far as can be told. The desa Tanjungsari is not the kelurahan
// Tanjungsari; a Tanjungsari of no kind may be either.
func (p place) is(other place) bool {
	return p.known() && p.rest == other.rest && (p.kind == other.kind || p.kind == "" || other.kind == "")
}

// Place folds the name of a village, an institution or an agency, so that all its usual spellings are one: "Pemdes Pulo", "Ds.
// Pulo" and "DESA PULO" give "desa pulo". It knows the name alone: a Pulo of another kecamatan gives the same.
//
// Where it lies may follow its name ("Desa Pulo, Kec. Rembang"), and is left out: not everything that names it says so.
func Place(s string) string {
	if head, tail, ok := strings.Cut(s, ","); ok {
		if words := strings.Fields(FoldText(tail)); len(words) > 1 {
			switch spelled(words[0]) {
			case "kecamatan", "kabupaten":
				s = head
			}
		}
	}
	p := placeOf(s)
	return strings.TrimSpace(p.kind + " " + p.rest)
}

// PlaceWords are the words of a folded [Place] that the terms of everybody from there hold: not the kind of area, which a list
// may put in other words.
func PlaceWords(folded string) []string {
	words := strings.Fields(folded)
	if len(words) > 1 {
		switch words[0] {
		case "desa", "kelurahan", "kecamatan", "kabupaten":
			words = words[1:]
		}
	}
	for i, w := range words {
		words[i] = spelled(w)
	}
	return words
}

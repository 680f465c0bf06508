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

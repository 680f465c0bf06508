package number

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestTerbilang(t *testing.T) {
	for n, want := range map[int64]string{
		0:                 "nol",
		1:                 "satu",
		10:                "sepuluh",
		11:                "sebelas",
		12:                "dua belas",
		19:                "sembilan belas",
		20:                "dua puluh",
		21:                "dua puluh satu",
		100:               "seratus",
		101:               "seratus satu",
		110:               "seratus sepuluh",
		111:               "seratus sebelas",
		150:               "seratus lima puluh",
		1000:              "seribu",
		1001:              "seribu satu",
		1100:              "seribu seratus",
		2023:              "dua ribu dua puluh tiga",
		11000:             "sebelas ribu",
		150000:            "seratus lima puluh ribu",
		1000000:           "satu juta",
		1500000:           "satu juta lima ratus ribu",
		2500750:           "dua juta lima ratus ribu tujuh ratus lima puluh",
		1000000000:        "satu miliar",
		-2:                "minus dua",
		999:               "sembilan ratus sembilan puluh sembilan",
		1_001_000:         "satu juta seribu",
		2_000_000_000_000: "dua triliun",
		1_000_000_001_000: "satu triliun seribu",
		math.MaxInt64: "sembilan kuintiliun dua ratus dua puluh tiga kuadriliun tiga ratus tujuh puluh dua triliun tiga puluh enam miliar " +
			"delapan ratus lima puluh empat juta tujuh ratus tujuh puluh lima ribu delapan ratus tujuh",
		math.MinInt64: "minus sembilan kuintiliun dua ratus dua puluh tiga kuadriliun tiga ratus tujuh puluh dua triliun tiga puluh enam " +
			"miliar delapan ratus lima puluh empat juta tujuh ratus tujuh puluh lima ribu delapan ratus delapan",
	} {
		if got := Terbilang(n); got != want {
			t.Errorf("Terbilang(%d) = %q; want %q", n, got, want)
		}
	}
}

func TestRupiah(t *testing.T) {
	for n, want := range map[int64]string{
		0:             "Rp0",
		1000:          "Rp1.000",
		150000:        "Rp150.000",
		1500000:       "Rp1.500.000",
		999:           "Rp999",
		-1000:         "-Rp1.000",
		math.MinInt64: "-Rp9.223.372.036.854.775.808",
	} {
		if got := Rupiah(n); got != want {
			t.Errorf("Rupiah(%d) = %q; want %q", n, got, want)
		}
	}
}

// read counts the words of Terbilang back.
func read(s string) int64 {
	var total, group, last int64
	for w := range strings.FieldsSeq(s) {
		if rest, found := strings.CutPrefix(w, "se"); found && w != "sembilan" {
			group, last, w = group+last, 1, rest
		}
		switch w {
		case "nol", "minus":
		case "puluh":
			group, last = group+last*10, 0
		case "belas":
			group, last = group+last+10, 0
		case "ratus":
			group, last = group+last*100, 0
		case "ribu", "juta", "miliar", "triliun", "kuadriliun", "kuintiliun":
			scale := map[string]int64{"ribu": 1e3, "juta": 1e6, "miliar": 1e9, "triliun": 1e12, "kuadriliun": 1e15, "kuintiliun": 1e18}[w]
			total, group, last = total+(group+last)*scale, 0, 0
		default:
			unit := map[string]int64{"satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9}
			group, last = group+last, unit[w]
		}
	}
	return total + group + last
}

func TestBothReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Min(math.MinInt64+1).Draw(t, "n")
		back := read(Terbilang(n))
		if n < 0 {
			back = -back
		}
		if back != n {
			t.Fatalf("Terbilang(%d) = %q reads as %d", n, Terbilang(n), back)
		}
		plain := strings.NewReplacer("Rp", "", ".", "").Replace(Rupiah(n))
		if plain != strconv.FormatInt(n, 10) {
			t.Fatalf("Rupiah(%d) = %q", n, Rupiah(n))
		}
	})
}

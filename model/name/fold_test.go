package name

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// TestVectors holds the pairs that were agreed for folding and keys.
func TestVectors(t *testing.T) {
	text, err := os.ReadFile("testdata/names.tsv")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")[1:]
	if len(lines) != 22 {
		t.Fatalf("%d pairs, want 22", len(lines))
	}
	for _, line := range lines {
		v := strings.Split(line, "\t")
		if got := Fold(v[0]); got != v[2] {
			t.Errorf("Fold(%q) = %q, want %q", v[0], got, v[2])
		}
		if got := Key(v[0]); got != v[3] {
			t.Errorf("Key(%q) = %q, want %q", v[0], got, v[3])
		}
		if got := Key(v[1]); got != v[4] {
			t.Errorf("Key(%q) = %q, want %q", v[1], got, v[4])
		}
	}
}

func TestFold(t *testing.T) {
	tests := []struct{ in, want string }{
		{"MOCHAMAD ARIFIN", "muhammad arifin"},
		{"Mhd. Arifin", "muhammad arifin"},
		{"H.M. Arifin", "muhammad arifin"},
		{"Bambang M.", "bambang m"}, // an initial
		{"M.", "m"},
		{"Nur Moh. Arifin", "nur muhammad arifin"},
		{"Abd. Rahman, S.H.", "abdul rahman"},
		{"Ma`ruf", "maruf"},
		{"Ma‘ruf", "maruf"},
		{"Maʼruf", "maruf"},
		{"Ma´ruf", "maruf"},
		{"José Łukasz Ðorđe", "jose lukasz dorde"},
		{"Al-Amin", "al amin"},
		{"ＳＩＴＩ", "siti"},
		{"Si\u200bti", "siti"},
		{"H.", "h"},
		{"---", ""},
		{strings.Repeat("Panjang ", 8)[:60], strings.TrimSpace(strings.Repeat("panjang ", 8)[:60])},
	}
	for _, tt := range tests {
		if got := Fold(tt.in); got != tt.want {
			t.Errorf("Fold(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestFoldText(t *testing.T) {
	for in, want := range map[string]string{
		"  PT. Contoh   Safar (fiktif)": "pt contoh safar fiktif",
		"Kel. Sidowayah, Kec. Rembang":  "kel sidowayah kec rembang",
		"SMK Contoh 1":                  "smk contoh 1",
		"H. Moh. Hatta":                 "h moh hatta", // no rules for names here
	} {
		if got := FoldText(in); got != want {
			t.Errorf("FoldText(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestSameSound lists spellings that must meet, and some that must not.
func TestSameSound(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"Moechtar", "Muhtar", true},
		{"Achmad", "Ahmad", true},
		{"Widjojo", "Wijoyo", true},
		{"Sjafei", "Syafei", true},
		{"Chusnul", "Khusnul", true},
		{"Yusuf", "Jusuf", false}, // nothing shows that the j is old
		{"Ali", "Alie", true},
		{"Slamet", "Selamet", false},
		{"Sari", "Sri", false},
	}
	for _, tt := range tests {
		if got := Key(tt.a) == Key(tt.b); got != tt.want {
			t.Errorf("%q and %q: same key %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestJoined(t *testing.T) {
	for a, b := range map[string]string{
		"Nur Hidayah":    "Nurhidayah",
		"Nur Rahmah":     "Nurrahmah",
		"Rahmat Hidayat": "Rahmathidayat",
		"Eko Edi":        "Ekoedi",
		"Djoko Wijaya":   "Jokowijaya",
	} {
		if Joined(a) != Joined(b) {
			t.Errorf("Joined(%q) = %q, Joined(%q) = %q", a, Joined(a), b, Joined(b))
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Moh. Arifin", "Ma’ruf", "ŉ", "İstanbul", "´a", "ẞ", "ﬁ ϴ", "\xff\xfe", "K. 1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		folded := FoldText(s)
		if again := FoldText(folded); again != folded {
			t.Fatalf("FoldText(%q) = %q, again %q", s, folded, again)
		}
		if strings.TrimSpace(folded) != folded || strings.Contains(folded, "  ") {
			t.Fatalf("FoldText(%q) = %q: spaces", s, folded)
		}
		if folded != "" && Fold(s) == "" {
			t.Fatalf("Fold(%q) is empty, FoldText %q", s, folded)
		}
	})
}

func FuzzKey(f *testing.F) {
	f.Add("Soedjarwo Tjahjono")
	f.Add("q'z ieie ssjj")
	f.Fuzz(func(t *testing.T, s string) {
		words := strings.Fields(Key(s))
		if !slices.IsSorted(words) || len(words) > len(strings.Fields(Fold(s))) {
			t.Fatalf("Key(%q) = %q", s, words)
		}
		// The order of words does not matter to a key; to the joined form it does.
		if turned := Fold(s); len(strings.Fields(turned)) == 1 && Joined(s) != sound(sound(turned)) {
			t.Fatalf("Joined(%q) = %q", s, Joined(s))
		}
	})
}

package term

import (
	"slices"
	"testing"
)

func TestNear(t *testing.T) {
	for _, c := range []struct {
		a, b string
		near bool
	}{
		{"paspor", "paspot", true},
		{"paspor", "pasor", true},
		{"paspor", "passpor", true},
		{"paspor", "papsor", true},
		{"paspor", "aspor", true},
		{"paspor", "paspor", false},
		{"paspor", "pasp", false},
		{"paspor", "passpot", false},
		{"visa", "bisa", true},
		{"umr", "umra", false},
		{"2017", "2018", false},
		{"café", "cafe", true},
		{"", "", false},
		{"abcd", "badc", false},
		{"aaaa", "aaaaa", true},
	} {
		if Near(c.a, c.b) != c.near || Near(c.b, c.a) != c.near {
			t.Errorf("Near(%q, %q) is not %v", c.a, c.b, c.near)
		}
	}
	dictionary := slices.Values([]string{"bakar", "kakar", "kabar", "makar", "makan", "pakar", "pakai"})
	if got := Nearest("pakarr", dictionary, 5); !slices.Equal(got, []string{"pakar"}) {
		t.Error(got)
	}
	if got := Nearest("pakat", dictionary, 2); !slices.Equal(got, []string{"pakar", "pakai"}) {
		t.Error(got)
	}
}

package text

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestFormula(t *testing.T) {
	for in, want := range map[string]string{
		"=cmd|'/c calc'!A1": "'=cmd|'/c calc'!A1",
		"+6281000012345":    "'+6281000012345",
		"-5":                "'-5",
		"@SUM(1)":           "'@SUM(1)",
		"\t=1":              "'\t=1",
		"\r=1":              "'\r=1",
		"\n=1":              "'\n=1",
		"\x00=1":            "'\x00=1",
		"＝1":                "'＝1",
		"＋1":                "'＋1",
		"－1":                "'－1",
		"＠1":                "'＠1",
		"'=1":               "''=1",
		"'Aisyiyah":         "'Aisyiyah",
		"Suyatno":           "Suyatno",
		"a=b":               "a=b",
		"":                  "",
		"'":                 "'",
	} {
		if got := Formula(in); got != want {
			t.Errorf("Formula(%q) = %q; want %q", in, got, want)
		}
	}
	if got := Unformula("'Aisyiyah"); got != "'Aisyiyah" {
		t.Errorf("Unformula took a letter's apostrophe: %q", got)
	}
}

func TestFormulaRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"'", "=", "+", "＝", "a", "\x00", " "}), 0, 6).Draw(t, "s"), "")
		out := Formula(s)
		if Unformula(out) != s {
			t.Fatalf("%q goes out as %q and comes back as %q", s, out, Unformula(out))
		}
		if out != "" && strings.ContainsRune(triggers, []rune(out)[0]) {
			t.Fatalf("Formula(%q) = %q is still computed", s, out)
		}
	})
}

package filing

import "testing"

func TestMarkdownIsReadAsText(t *testing.T) {
	for line, want := range map[string]string{
		"## DAFTAR HADIR":              "DAFTAR HADIR",
		`- Waktu: \[isi: Waktu\]`:      "- Waktu: [isi: Waktu]",
		"**KANTOR** Contoh":            "KANTOR Contoh",
		`| 1 | A<br>B \| C | \<br\> |`: "| 1 | A / B | C | <br> |",
		`\`:                            `\`,
		"":                             "",
	} {
		if got := unmarked(line); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

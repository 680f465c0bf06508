package term

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"hadir/model/date"
)

func today() date.Date { return date.Date{Year: 2025, Month: time.June, Day: 10} }

// shown writes a query in short: groups with their first term, and the rest as it is kept.
func shown(q Query) string {
	var parts []string
	for _, g := range q.Groups {
		s := string(g.Alts[0].Term)
		if g.Prefix != "" {
			s += "*"
		}
		if g.Weight < 1 {
			s = "(" + s + ")"
		}
		if g.Quoted {
			s = "'" + s + "'"
		}
		parts = append(parts, s)
	}
	for _, p := range q.Phrases {
		parts = append(parts, p.String())
	}
	for _, g := range q.Without {
		parts = append(parts, "-"+g.Text)
	}
	for _, p := range q.Never {
		parts = append(parts, "-"+p.String())
	}
	for _, f := range q.Filters {
		parts = append(parts, fmt.Sprintf("%s%s:%s/%d/%v", dash(f.Not), f.Field, f.Value, f.Year, f.Day))
	}
	for _, p := range q.Problems {
		parts = append(parts, fmt.Sprintf("!%d %s", p.Kind, p.Text))
	}
	return strings.Join(parts, " ")
}

func TestParse(t *testing.T) {
	for typed, want := range map[string]string{
		"":                               "",
		"  \t ":                          "",
		"... ?! -- - \"\"":               "",
		"membuat pasp":                   "membuat pasp*",
		"membuat paspor ":                "membuat paspor",
		"apa itu yang ":                  "apa itu yang",
		"apa paspor ":                    "paspor",
		"pekerja migran ":                "(pekerja) #pmi (migran)",
		"paspor paspor ":                 "paspor",
		`"tanda tangan" paspor `:         `paspor 'tanda' 'tangan' "tanda tangan"`,
		`paspor "yang hilang`:            `paspor 'hilang' "yang hilang"`,
		"“surat izin” ":                  `'surat' 'izin' "surat izin"`,
		"paspor -umrah":                  "paspor -umrah",
		"paspor -non-prosedural":         `paspor -"non prosedural"`,
		`-"surat izin" paspor `:          `paspor -"surat izin"`,
		"desa:pulo paspor ":              "paspor desa:pulo/0/",
		`Village:"Pulo Lor" speaker:x`:   "desa:Pulo Lor/0/ narasumber:x/0/",
		"-status:terjawab":               "-status:terjawab/0/",
		"tahun:2024 year:dua":            "tahun:2024/2024/ !4 dua",
		"sejak:2024":                     "sejak:2024/0/2024-01-01",
		`sejak:"mei 2025"`:               "sejak:mei 2025/0/2025-05-01",
		"since:kemarin":                  "sejak:kemarin/0/2025-06-09",
		"sejak:entah":                    "!3 entah",
		"tahun:9999":                     "!4 9999",
		"desa: paspor ":                  "paspor !5 desa",
		"pukul 09:00 ":                   "pukul 9 0",
		"pasp* ":                         "pasp*",
		"UU 18/2017 ":                    "uu (18) #18/2017 (2017)",
		"\u202epaspor\x1b[31m ":          "paspor",
		"جواز السفر ":                    "جواز السفر",
		"yang":                           "yang*",
		strings.Repeat("-", 50) + "kata": "-kata",
	} {
		if got := shown(new(Analyzer).Parse(typed, today(), true)); got != want {
			t.Errorf("%q\n got %s\nwant %s", typed, got, want)
		}
	}
}

// TestLimits holds that the longest and the emptiest that can be typed does no harm, and that it is said.
func TestLimits(t *testing.T) {
	a := new(Analyzer)
	var words []string
	for i := range 3000 {
		words = append(words, fmt.Sprintf("k%d", i))
	}
	q := a.Parse(strings.Join(words, " "), today(), true)
	if len(q.Groups) != MostWords || len(q.Problems) != 2 || q.Problems[0].Kind != TooLong || q.Problems[1].Kind != TooMany {
		t.Errorf("%d groups, problems %v", len(q.Groups), q.Problems)
	}
	for _, part := range []string{`"a b%d" `, "-a%d ", "desa:d%d ", `-"a b%d" `} {
		var b strings.Builder
		for i := range 100 {
			fmt.Fprintf(&b, part, i)
		}
		q := a.Parse(b.String(), today(), false)
		if n := len(q.Phrases) + len(q.Without) + len(q.Filters) + len(q.Never); n != MostParts || len(q.Problems) != 1 || q.Problems[0].Kind != TooMany {
			t.Errorf("%s: %d parts, problems %v", part, n, q.Problems)
		}
	}
	if q := a.Parse(strings.Repeat("x", 20_000), today(), true); len(q.Groups) != 1 || len(q.Groups[0].Text) > longestWord {
		t.Errorf("one long word: %v", shown(q))
	}
}

// TestSaved holds that a search can be saved as what it says.
func TestSaved(t *testing.T) {
	a := new(Analyzer)
	for _, typed := range []string{
		`membuat pasp`, `desa:"Pulo Lor" -umrah "tanda tangan" UU 18/2017`, `-"surat izin" sejak:kemarin paspor tahun:2024`, `non-prosedural -tag:x`, "yang",
	} {
		q := a.Parse(typed, today(), true)
		again := a.Parse(q.String(), today(), false)
		q.Problems = nil
		if d := cmp.Diff(q, again); d != "" {
			t.Errorf("%q saved as %q: %s", typed, q.String(), d)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", `a "b c" -d desa:e sejak:kemarin f*`, "\"", "-\"", "--a", "desa:\"", "*", "a*b*", "\u202e:\x00", "tag:-", "pekerja migran*", "“”", "desa: x", "-a-a"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		a := new(Analyzer)
		for _, typing := range []bool{true, false} {
			q := a.Parse(typed, today(), typing)
			for _, g := range append(q.Groups, q.Without...) {
				if len(g.Alts) == 0 || len(g.Alts) > MostAlts || g.Weight <= 0 {
					t.Errorf("%q: group %+v", typed, g)
				}
			}
			if len(q.Groups) > 4*MostWords {
				t.Errorf("%d groups", len(q.Groups))
			}
			q.Problems = nil
			again := a.Parse(q.String(), today(), false)
			if over := len(q.String()) > LongestQuery; !over {
				again.Problems = nil
				if d := cmp.Diff(q, again); d != "" {
					t.Fatalf("%q saved as %q: %s", typed, q.String(), d)
				}
			}
		}
	})
}

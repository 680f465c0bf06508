package filing

import (
	"errors"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"hadir/model"
)

func TestRowsAsTheyAreTyped(t *testing.T) {
	deputy := func(name, post string) model.Deputy { return model.Deputy{Name: name, Post: post, How: model.HowPaper} }
	for typed, want := range map[string][]Mark{
		"1-3 7":                           {{Row: 1}, {Row: 2}, {Row: 3}, {Row: 7}},
		"1,2;3":                           {{Row: 1}, {Row: 2}, {Row: 3}},
		"2 d22=Sri Lestari 5":             {{Row: 2}, {22, deputy("Sri Lestari", "")}, {Row: 5}},
		"D4=Sri Lestari, S.H./Sekdes d9=": nil,
		"D4=Sri Lestari, S.H./Sekdes":     {{4, deputy("Sri Lestari, S.H.", "Sekdes")}},
		"3 3":                             {{Row: 3}},
		"":                                nil,
		"9-3":                             nil,
		"0":                               nil,
		"31":                              nil,
		"1-":                              nil,
		"-4":                              nil,
		"dua":                             nil,
		"d=Sri":                           nil,
		"3 d3=Sri":                        nil,
		"1-99999999999999999999":          nil,
	} {
		got, err := ParseRows(typed, 30)
		if d := gocmp.Diff(want, got); d != "" {
			t.Errorf("%q (-want +got):\n%s", typed, d)
		}
		var fault *RowError
		if (want == nil) != errors.As(err, &fault) {
			t.Errorf("%q: %v", typed, err)
		}
	}
}

// FuzzParseRows holds that whatever is typed gives rows of the list, each once, or an error that says which word it was.
func FuzzParseRows(f *testing.F) {
	for _, s := range []string{"1-14 17 19 d22=Sri Lestari", "d1=a/b,c 2", "1--2", "\x1b[31m 3", "d5=", "1-30,2", "１"} {
		f.Add(s, 30)
	}
	f.Fuzz(func(t *testing.T, typed string, last int) {
		last = max(0, min(last, 10_000))
		marks, err := ParseRows(typed, last)
		if err != nil {
			var fault *RowError
			if !errors.As(err, &fault) || marks != nil {
				t.Fatalf("%v, %v", marks, err)
			}
			return
		}
		seen := map[int]bool{}
		for _, m := range marks {
			if m.Row < 1 || m.Row > last || seen[m.Row] {
				t.Fatalf("row %d of %d in %q", m.Row, last, typed)
			}
			seen[m.Row] = true
		}
	})
}

func TestAmountsAsTheyAreTyped(t *testing.T) {
	for typed, want := range map[string]int64{
		"150000": 150_000, "150.000": 150_000, "Rp 150.000": 150_000, "rp150.000,-": 150_000, "Rp. 1.500.000,00": 1_500_000, "1.5": 0, "15.00": 0,
		"0": 0, "-5": 0, "": 0, "seratus": 0, "150,000": 0, "99999999999": 0, ".": 0, "1..000": 0,
	} {
		got, ok := Rupiah(typed)
		if ok != (want > 0) || ok && got != want {
			t.Errorf("%q is %d, %v, want %d", typed, got, ok, want)
		}
	}
}

func TestFoldersHaveNamesThatEverySystemTakes(t *testing.T) {
	for theme, want := range map[string]string{
		"Pencegahan CPMI: \"Nonprosedural\"": "2023-11-21-Pencegahan-CPMI-Nonprosedural",
		"../../etc/passwd":                   "2023-11-21-etc-passwd",
		"?*|<>":                              "2023-11-21-kegiatan",
		"CON.":                               "2023-11-21-CON",
		"":                                   "2023-11-21-kegiatan",
	} {
		if got := FolderName(model.Event{Date: "2023-11-21", Theme: theme}); got != want {
			t.Errorf("%q: %s, want %s", theme, got, want)
		}
	}
	if got := FolderName(model.Event{Theme: "A"}); got != "tanpa-tanggal-A" {
		t.Error(got)
	}
}

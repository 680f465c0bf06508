package ident

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
)

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

func TestParseNIKVectors(t *testing.T) {
	errs := map[string]error{"length": ErrNIKLength, "birth": ErrNIKBirth}
	names := map[Warning]string{UnknownProvince: "province", UnknownRegency: "regency", SerialZero: "serial"}
	for _, v := range vectors(t, "nik.txt") {
		n, err := ParseNIK(v[0], day(2023, time.November, 21))
		if len(v) == 2 {
			if !errors.Is(err, errs[v[1]]) {
				t.Errorf("%s: error %v; want %s", v[0], err, v[1])
			}
			continue
		}
		var candidates, warnings []string
		for _, c := range n.Candidates {
			candidates = append(candidates, c.Format(time.DateOnly))
		}
		for _, w := range n.Warnings {
			warnings = append(warnings, names[w])
		}
		wantBorn, _, _ := strings.Cut(v[2], " ")
		if err != nil || string(n.Sex) != v[1] || strings.Join(candidates, " ") != v[2] || strings.Join(warnings, " ") != v[3] ||
			n.Born.Format(time.DateOnly) != wantBorn {
			t.Errorf("%s: %c %v of %v, warnings %v, error %v; want %v", v[0], n.Sex, n.Born, candidates, warnings, err, v[1:])
		}
	}
}

func TestParseNIKCentury(t *testing.T) {
	today := day(2023, time.November, 21)
	for _, c := range []struct {
		nik, born string
		n         int
	}{
		{"3317102111060000", "2006-11-21", 2}, // 17 today
		{"3317102211060000", "2006-11-22", 2}, // 16, and 1906 would be 116
		{"3317102111230000", "1923-11-21", 2}, // 100 today, or born today
		{"3317102211230000", "1923-11-22", 1}, // the later one is still to come
		{"3317102902000000", "2000-02-29", 1}, // 1900 had no such day
		{"3317102902040000", "2004-02-29", 2},
		{"'3317.1005-0585 0000", "1985-05-05", 1},
	} {
		n, err := ParseNIK(c.nik, today)
		if err != nil || n.Born.Format(time.DateOnly) != c.born || len(n.Candidates) != c.n {
			t.Errorf("%s: born %v of %v, %v; want %s of %d", c.nik, n.Born, n.Candidates, err, c.born, c.n)
		}
	}
}

func TestRegencies(t *testing.T) {
	for code, known := range map[string]bool{"00": false, "01": true, "69": true, "70": false, "71": true, "79": true, "80": false} {
		n, err := ParseNIK("33"+code+"100505850000", day(2023, time.November, 21))
		if err != nil || slices.Contains(n.Warnings, UnknownRegency) == known {
			t.Errorf("regency %s: %v, %v", code, n.Warnings, err)
		}
	}
	known := 0
	for code := range 100 {
		if province(code) {
			known++
		}
	}
	if known != 38 {
		t.Errorf("%d provinces", known)
	}
}

func TestAgainst(t *testing.T) {
	today := day(2023, time.November, 21)
	n, err := ParseNIK("3317104102050000", today)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		born time.Time
		sex  Sex
		want []Warning
	}{
		{want: nil},
		{born: day(2005, time.February, 1), sex: Female},
		{born: day(1905, time.February, 1), sex: Female},
		{born: day(2005, time.February, 2), sex: Male, want: []Warning{BirthDiffers, SexDiffers}},
		{born: day(2010, time.February, 1), want: []Warning{BirthDiffers, Minor}},
	} {
		if got := n.Against(c.born, c.sex, today); !slices.Equal(got, c.want) {
			t.Errorf("against %v %c: %v; want %v", c.born, c.sex, got, c.want)
		}
	}
	if got := n.Against(time.Time{}, 0, day(2022, time.January, 31)); !slices.Equal(got, []Warning{Minor}) {
		t.Errorf("a day before the 17th birthday: %v", got)
	}
}

func TestMaskNIK(t *testing.T) {
	for _, c := range []struct {
		in   string
		mark rune
		want string
	}{
		{"3317100505850000", '•', "3317••••••••••00"},
		{"3317 1005 0585 0000", '*', "3317**********00"},
		{"331710", '*', "******"},
		{"Suyatno", '•', "•••••••"},
		{"", '*', ""},
	} {
		if got := MaskNIK(c.in, c.mark); got != c.want {
			t.Errorf("MaskNIK(%q) = %q; want %q", c.in, got, c.want)
		}
	}
}

func TestDamagedNIK(t *testing.T) {
	for _, c := range []struct {
		in      string
		numeric bool
		want    Damage
	}{
		{"3,31710E+15", false, Scientific},
		{"3.3171E+15", false, Scientific},
		{"3.31710505850000e15", true, Scientific},
		{"3317105202930000", true, Rounded},
		{"3317105202930000.0", true, Rounded},
		{"3317105202930001", true, 0},
		{"3317105202930000", false, 0},
		{"'3317105202930000", false, 0},
		{"331710520293000", false, Short},
		{"331710520293000", true, Short},
		{"081000041979", false, 0},
		{"E", false, 0},
		{"Desa E5", false, 0},
		{"", true, 0},
	} {
		got, damaged := DamagedNIK(c.in, c.numeric)
		if got != c.want || damaged != (c.want != 0) {
			t.Errorf("DamagedNIK(%q, %v) = %d, %v; want %d", c.in, c.numeric, got, damaged, c.want)
		}
	}
}

func TestFormatNIP(t *testing.T) {
	for in, want := range map[string]string{
		"198609262015051001":    "19860926 201505 1 001",
		"19860926 201505 1 001": "19860926 201505 1 001",
		"85050505":              "85050505",
		"-":                     "-",
		"":                      "",
		"19860926201505100x":    "19860926201505100x",
	} {
		if got := FormatNIP(in); got != want {
			t.Errorf("FormatNIP(%q) = %q; want %q", in, got, want)
		}
	}
}

func FuzzNIK(f *testing.F) {
	for _, s := range []string{"3317100505850000", "331710 710585 0000", "3,31710E+15", "'33", "9999994402000000", "\xff", ""} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, numeric bool) {
		today := day(2023, time.November, 21)
		DamagedNIK(s, numeric)
		FormatNIP(s)
		n, err := ParseNIK(s, today)
		if err != nil {
			return
		}
		if len(n.Digits) != 16 || !slices.Contains(n.Candidates, n.Born) || n.Born.After(today) {
			t.Fatalf("ParseNIK(%q) = %+v", s, n)
		}
		if masked := MaskNIK(s, '*'); strings.Count(masked, "*") != 10 {
			t.Fatalf("MaskNIK(%q) = %q", s, masked)
		}
		if again, err := ParseNIK(n.Digits, today); err != nil || again.Digits != n.Digits {
			t.Fatalf("%q reads as %q, which reads as %q, %v", s, n.Digits, again.Digits, err)
		}
	})
}

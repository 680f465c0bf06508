package ident

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestBlank(t *testing.T) {
	tests := []struct {
		text, want string
		n          int
	}{
		{"hubungi 0810-0001-2345 bila terlambat", "hubungi *** bila terlambat", 1},
		{"HP 081000012345, NIK 3317104501900000.", "HP ***, NIK ***.", 2},
		{"HP081000012345", "HP***", 1},
		{"+62 810 0001 2345 / 0810.0001.2346", "*** / ***", 2},
		{"(+62) 810-0001-2345", "***", 1},
		{"(0295) 691234 dan 024-3555555", "*** dan ***", 2},
		{"telepon +60 12 345 6789", "telepon ***", 1},
		{"3317 1045 0190 0000", "***", 1},
		{"33.17.10.450190.0000 dan 33-17-10-450190-0000", "*** dan ***", 2},
		{"081000012345 081000012346", "*** ***", 2},
		{"8100001234 tanpa nol", "*** tanpa nol", 1},
		{"0810-0001-2345 5 orang", "*** 5 orang", 1},
		{"081000012345\n081000012346", "***\n***", 2},
		{"wa.me/6281000012345", "wa.me/***", 1},
		// What stays.
		{"UU 18/2017 Pasal 5, Rp 85.000.000.000", "UU 18/2017 Pasal 5, Rp 85.000.000.000", 0},
		{"Rp8500000000", "Rp8500000000", 0},
		{"anggaran 8.500.000.000 rupiah", "anggaran 8.500.000.000 rupiah", 0},
		{"21 November 2023 pukul 08.30-09.15", "21 November 2023 pukul 08.30-09.15", 0},
		{"tahun 2021 2022 2023 2024", "tahun 2021 2022 2023 2024", 0},
		{"W.13.IMI.IMI.3-UM.02.03-24567", "W.13.IMI.IMI.3-UM.02.03-24567", 0},
		{"NIP 19800101 200501 1 001", "NIP 19800101 200501 1 001", 0},
		{"NIP 198001012005011001", "NIP 198001012005011001", 0},
		{"kode 33.17.10.2018", "kode 33.17.10.2018", 0},
		{"2023-11-21T01:58:00Z", "2023-11-21T01:58:00Z", 0},
		{"lembar 1 nomor 14", "lembar 1 nomor 14", 0},
		{"", "", 0},
	}
	for _, tt := range tests {
		if got, n := Blank(tt.text); got != tt.want || n != tt.n {
			t.Errorf("Blank(%q) = %q, %d; want %q, %d", tt.text, got, n, tt.want, tt.n)
		}
	}
}

func TestNumbersAreOneForAllWritings(t *testing.T) {
	for _, s := range []string{"0810-0001-2345", "+62 810 0001 2345", "6281000012345", "81000012345", "(0)81000012345"} {
		if got := Numbers("hp " + s); len(got) != 1 || got[0] != "81000012345" {
			t.Errorf("%s: %v", s, got)
		}
	}
}

// TestBlankFindsEveryNumberAndTwiceChangesNothing puts numbers, in the writings that people use, between other words.
func TestBlankFindsEveryNumberAndTwiceChangesNothing(t *testing.T) {
	words := rapid.SampledFrom([]string{"dan", "hubungi", "tgl 3", "no. 14", "Rp", ":", "/", "pukul 08.30", "(", "desa", "+", "2023"})
	phone := rapid.Custom(func(t *rapid.T) string {
		d := rapid.StringMatching(`8[1-9][0-9]{8,9}`).Draw(t, "phone")
		switch rapid.IntRange(0, 4).Draw(t, "writing") {
		case 0:
			return "0" + d
		case 1:
			return "+62 " + d[:3] + "-" + d[3:7] + "-" + d[7:]
		case 2:
			return "0" + d[:3] + " " + d[3:7] + " " + d[7:]
		case 3:
			return "62" + d
		}
		return "0" + d[:3] + "." + d[3:7] + "." + d[7:]
	})
	nik := rapid.StringMatching(`3317(0[1-9]|[1-6][0-9])(0[1-9]|[1-6][0-8])(0[1-9])[0-9]{2}0000`)
	rapid.Check(t, func(t *rapid.T) {
		var text strings.Builder
		numbers := 0
		for range rapid.IntRange(0, 5).Draw(t, "pieces") {
			w := words.Draw(t, "word")
			text.WriteString(w + " ; ")
			if rapid.Bool().Draw(t, "number") {
				numbers++
				text.WriteString(rapid.OneOf(phone, nik).Draw(t, "n") + " ; ")
			}
		}
		once, n := Blank(text.String())
		if n != numbers {
			t.Fatalf("%q: %d numbers of %d, %q", text.String(), n, numbers, once)
		}
		if twice, n := Blank(once); twice != once || n != 0 {
			t.Fatalf("%q becomes %q", once, twice)
		}
	})
}

func FuzzBlank(f *testing.F) {
	f.Add("(+62) 810-0001-2345 NIK 3317104501900000")
	f.Fuzz(func(t *testing.T, s string) {
		once, _ := Blank(s)
		if twice, n := Blank(once); twice != once || n > 0 {
			t.Errorf("%q, then %q", once, twice)
		}
	})
}

func TestMaskIn(t *testing.T) {
	for text, want := range map[string]string{
		"hubungi +62 810-0001-2345 atau 0295-691234":     "hubungi 0810-****-2345 atau ****-***234",
		"| Slamet | 0810-0001-2345 | 3317104501900000 |": "| Slamet | 0810-****-2345 | 3317**********00 |",
		"UU 18/2017, 21 November 2023":                   "UU 18/2017, 21 November 2023",
	} {
		if got := MaskIn(text, '*'); got != want {
			t.Errorf("MaskIn(%q) = %q, want %q", text, got, want)
		}
	}
}

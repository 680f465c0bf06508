package ident

import (
	"strings"
	"testing"
)

func TestParsePhoneVectors(t *testing.T) {
	for _, v := range vectors(t, "phone.txt") {
		if got := ParsePhone(v[0]); got.E164 != v[1] || got.Raw != v[0] {
			t.Errorf("ParsePhone(%q) = %+v; want %q", v[0], got, v[1])
		}
	}
}

func TestParsePhone(t *testing.T) {
	for _, c := range []struct {
		in, e164 string
		note     PhoneNote
	}{
		{"081000061384", "+6281000061384", AsTyped},
		{"'+6281000061384", "+6281000061384", AsTyped},
		{"(+62) 810-0006-1384", "+6281000061384", AsTyped},
		{"+62 (0)810 0006 1384", "+6281000061384", AsTyped},
		{"+0810-0006-1384", "+6281000061384", AsTyped},
		{"81000028844", "+6281000028844", RestoredZero},
		{"81000028844.0", "+6281000028844", RestoredZero},
		{"0810.0006.1384", "+6281000061384", AsTyped},
		{"081000061384 / 081000028844", "+6281000061384", Several},
		{"0295-381708, 081000028844", "+6281000028844", Several},
		{"081000061384 atau 081000028844", "+6281000061384", Several},
		{"0295-381708", "", Landline},
		{"(0295) 381708", "", Landline},
		{"+62 295 381708", "", Landline},
		{"0295-381708/0295-381709", "", Landline},
		{"+255 701 000 000", "", Foreign},
		{"0065 8123 4567", "", Foreign},
		{"8.1E+10", "", DamagedPhone},
		{"2,55701E+11", "", DamagedPhone},
		{"0810000", "", NotAPhone},
		{"295381708", "", NotAPhone},
		{"menyusul", "", NotAPhone},
		{"-", "", NotAPhone},
		{"+", "", NotAPhone},
		{"00", "", NotAPhone},
		{"  ", "", AsTyped},
	} {
		got := ParsePhone(c.in)
		if got.E164 != c.e164 || got.Note != c.note || got.Raw != strings.TrimSpace(c.in) {
			t.Errorf("ParsePhone(%q) = %+v; want %q, note %d", c.in, got, c.e164, c.note)
		}
	}
}

func TestShowPhone(t *testing.T) {
	for _, c := range []struct{ in, format, mask string }{
		{"+6281234567890", "0812-3456-7890", "0812-****-7890"},
		{"+628123456789", "0812-3456-789", "0812-****-789"},
		{"+62812345678", "0812-345-678", "0812-***-*78"},
		{"+62813766666666", "0813-7666-66666", "0813-****-*6666"},
		{"+255701000000", "+255701000000", "+*********000"},
		{"0295-381708", "0295-381708", "****-***708"},
		{"123", "123", "***"},
		{"", "", ""},
	} {
		if got := FormatPhone(c.in); got != c.format {
			t.Errorf("FormatPhone(%q) = %q; want %q", c.in, got, c.format)
		}
		if got := MaskPhone(c.in, '*'); got != c.mask {
			t.Errorf("MaskPhone(%q) = %q; want %q", c.in, got, c.mask)
		}
	}
}

func FuzzPhone(f *testing.F) {
	for _, s := range []string{"081000061384", "+62 810", "0295-381708/9", "8,1E+10", "a/b", "((+", "0062", "'", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p := ParsePhone(s)
		MaskPhone(s, '*')
		if p.E164 == "" {
			return
		}
		for _, form := range []string{p.E164, FormatPhone(p.E164)} {
			if again := ParsePhone(form); again.E164 != p.E164 || again.Note != AsTyped {
				t.Fatalf("%q is %q, but that written as %q is %+v", s, p.E164, form, again)
			}
		}
	})
}

// Package number writes whole numbers as Indonesian papers do: in words, where a sum or a date must not be altered, and in
// rupiah. It reads nothing and knows no other language: the papers that need either are Indonesian.
package number

import (
	"strconv"
	"strings"
)

// Terbilang spells n: "seratus lima puluh ribu", "minus dua", "nol". Every int64 has words, up to kuintiliun.
func Terbilang(n int64) string {
	if n == 0 {
		return "nol"
	}
	words := make([]string, 0, 16) // what a sum in a letter takes
	if n < 0 {
		words = append(words, "minus")
	}
	return strings.Join(spell(words, magnitude(n)), " ")
}

// Rupiah writes n with dots between thousands and no space after Rp: "Rp150.000", "-Rp1.000".
func Rupiah(n int64) string {
	digits := strconv.FormatUint(magnitude(n), 10)
	out := make([]byte, 0, 32)
	if n < 0 {
		out = append(out, '-')
	}
	out = append(out, "Rp"...)
	for i := range len(digits) {
		// Groups of three count from the right.
		if i > 0 && (len(digits)-i)%3 == 0 {
			out = append(out, '.')
		}
		out = append(out, digits[i])
	}
	return string(out)
}

// magnitude returns |n|, also of the one int64 whose negative is none.
func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// spell appends the words of n, which is not 0, group by group of three digits from the left.
func spell(words []string, n uint64) []string {
	// Miliar is 10^9, as in law and on banknotes; no Indonesian paper says biliun.
	scales := [...]string{"", "ribu", "juta", "miliar", "triliun", "kuadriliun", "kuintiliun"}
	divisor := uint64(1_000_000_000_000_000_000)
	for scale := len(scales) - 1; scale >= 0; scale-- {
		group := int(n / divisor % 1000)
		divisor /= 1000
		switch {
		case group == 0:
		case group == 1 && scale == 1:
			words = append(words, "seribu") // but satu juta
		default:
			words = spellGroup(words, group)
			if scale > 0 {
				words = append(words, scales[scale])
			}
		}
	}
	return words
}

// spellGroup appends the words of 1 to 999. One hundred and ten are contracted to se-, as is eleven.
func spellGroup(words []string, n int) []string {
	units := [...]string{
		"", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
	}
	switch {
	case n >= 200:
		words = append(words, units[n/100], "ratus")
	case n >= 100:
		words = append(words, "seratus")
	}
	switch n %= 100; {
	case n == 0:
	case n < 12:
		words = append(words, units[n])
	case n < 20:
		words = append(words, units[n-10], "belas")
	default:
		words = append(words, units[n/10], "puluh")
		if n%10 > 0 {
			words = append(words, units[n%10])
		}
	}
	return words
}

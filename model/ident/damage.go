package ident

import "strings"

// Damage is what a spreadsheet did to a number that it should have kept as text.
type Damage uint8

// Kinds of damage.
const (
	Scientific Damage = iota + 1 // 3,31710E+15: all but the first digits are lost
	Rounded                      // a number of 16 digits ending in 0: a spreadsheet keeps 15 and fills up
	Short                        // 15 digits: one was lost
)

// DamagedNIK reports whether a cell holds what is left of a NIK, and how it was damaged; numeric tells that the file kept it
// as a number. A number whose 16th digit is not 0 was not written by a spreadsheet and has lost nothing. Text ending in 0
// is whole, too: it was never counted with.
func DamagedNIK(s string, numeric bool) (Damage, bool) {
	s = strings.TrimSpace(s)
	if scientific(s) {
		return Scientific, true
	}
	// Numbers can come with the decimals of their cell's format.
	if numeric {
		s, _ = trimDecimals(s)
	}
	d, ok := digits(s)
	switch {
	case !ok:
		return 0, false
	case len(d) == 15:
		return Short, true
	case numeric && len(d) == 16 && d[15] == '0':
		return Rounded, true
	}
	return 0, false
}

// scientific reports whether s is a number in exponent notation, with a decimal comma or point: 8.1E+10, 3,31710E+15.
func scientific(s string) bool {
	mantissa, exponent, found := strings.Cut(strings.ToUpper(strings.TrimPrefix(s, "'")), "E")
	if !found {
		return false
	}
	return number(mantissa, ".,") && number(strings.TrimLeft(exponent, "+-"), "")
}

// number reports whether s has digits and otherwise only what is in also.
func number(s, also string) bool {
	found := false
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			found = true
		case !strings.ContainsRune(also, r):
			return false
		}
	}
	return found
}

// trimDecimals takes ".0" or ",00" off a whole number, and reports whether there was any. Numbers grouped by dots have more
// than one and are left alone.
func trimDecimals(s string) (string, bool) {
	whole, fraction, found := strings.Cut(s, ".")
	if !found {
		whole, fraction, found = strings.Cut(s, ",")
	}
	if !found || len(fraction) == 0 || len(fraction) > 2 || strings.Trim(fraction, "0") != "" || !number(whole, "") {
		return s, false
	}
	return whole, true
}

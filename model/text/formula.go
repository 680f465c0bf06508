package text

import "strings"

// triggers are the first characters that make a spreadsheet read a cell as a formula or hide what follows (OWASP, CSV
// injection), with their full-width twins.
const triggers = "=+-@\t\r\n\x00＝＋－＠"

// Formula guards a cell for CSV or a spreadsheet: a text that would be computed gets a leading apostrophe, as a person would
// type it. Text that already looks guarded gets one more, so that Unformula always finds the way back.
func Formula(s string) string {
	if guarded(s) {
		return "'" + s
	}
	return s
}

// Unformula takes off the guard that Formula, or a careful office, put before a cell: Unformula(Formula(s)) is s.
func Unformula(s string) string {
	if strings.HasPrefix(s, "'") && guarded(s) {
		return s[1:]
	}
	return s
}

// guarded reports whether s is a trigger behind any number of apostrophes.
func guarded(s string) bool {
	s = strings.TrimLeft(s, "'")
	for _, r := range s {
		return strings.ContainsRune(triggers, r)
	}
	return false
}

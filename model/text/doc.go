// Package text says what may be stored and what may be shown. Names, cells and notes come from keyboards, spreadsheets,
// USB sticks and other offices; any of them can carry terminal escape codes, invisible characters or a spreadsheet formula.
//
// [Line] and [Block] clean what is to be stored, [Safe] is the last gate before a terminal, [Formula] and [Unformula] guard
// cells on their way out and back. The package knows nothing of names, columns or screens: how wide a text is, and whether
// two names belong to one person, is decided elsewhere. It returns codes, never sentences.
package text

// Package date owns calendar days, times of day and the three Indonesian time zones: how people type them in Indonesian or
// English, how papers print them, and where a sentence mentions one.
//
// It keeps no clock: what "besok" means depends on a day that the caller gives. It knows no holidays. Reading fails with an
// [*Error] that says why in a code, never with a guess: gibberish is not today.
package date

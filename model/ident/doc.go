// Package ident reads the numbers that stand for people in Indonesian papers: NIK (civil registry), NIP (civil service) and
// telephone numbers, as they are typed, dictated and mangled by spreadsheets.
//
// It knows their shape only. Whether a number is anybody's, may be stored or is shown masked is decided elsewhere. No error
// or warning contains the number itself, so that none can reach a log. The day on which a number is read is an argument.
package ident

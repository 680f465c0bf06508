// Package uitest runs the real program for tests: the real root, real screens and a real database in a temporary folder,
// with a clock that stands still between keys and identities drawn from a seed. A journey presses keys and reads what the
// screen says.
//
// Everything runs in a bubble of testing/synctest. "The write is on disk and everybody has been told" is therefore no
// guess and no sleep: after each key the desk runs until every goroutine of the program waits for a key or for the clock.
// The clock moves only when a journey moves it.
//
// The package owns no test. It reads the screen as a person does; what is stored is asked of the store itself.
package uitest

// Package cli is the command line: it starts the program on the screen, and does for scripts what the screens do for people.
// It is the one place that knows everybody. Commands are thin: they read what they are told, ask the packages that hold the
// rules, and print. They never ask anything.
//
// What people read comes from package lang, and goes through text.Safe before it reaches a terminal. JSON has its own words,
// which do not change with the language. Sentences about what went wrong go to stderr, and the exit code says what kind it
// was; see [Main].
package cli

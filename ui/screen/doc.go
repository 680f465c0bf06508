// Package screen holds the screens of the program, one a file: each shows one thing, knows its own keys, and asks for what it
// needs through the small interface that it declares. A screen draws the body alone; the heading, the last sentence and the
// keys around it are the root's.
//
// Nothing in Update reads or writes: it gives commands. A result says what it belongs to, and one that comes too late is
// dropped. What somebody does becomes changes and goes through Env.Write, in the order of the keys; the word on the
// screen says "saved" when the change is on disk, never before.
package screen

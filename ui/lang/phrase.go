package lang

// Phrase is a sentence that is said later, in whatever language is on by then: what a status line or an error beside a
// field keeps. The zero Phrase is no sentence.
type Phrase struct {
	Key  Key
	Args []any // name, value, name, value, as Say takes them
}

// Of makes the phrase of a sentence and its arguments.
func Of(key Key, args ...any) Phrase { return Phrase{Key: key, Args: args} }

// None reports whether there is nothing to say.
func (p Phrase) None() bool { return p.Key == "" }

// Tell says the phrase; the zero Phrase gives "".
func (l *Lang) Tell(p Phrase) string {
	if p.None() {
		return ""
	}
	return l.Say(p.Key, p.Args...)
}

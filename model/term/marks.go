package term

// Span is a range of bytes of a text.
type Span struct{ Start, End int }

// Marks gives the parts of a text that a query matched, in order, none touching another.
func (a *Analyzer) Marks(text string, q Query) []Span { return nil }

// Passage is the part of a text that shows best why it was found.
type Passage struct {
	Text          string // without an ellipsis of its own; a line break has become a space
	Marks         []Span // within Text
	Before, After bool   // the text goes on before, after it
}

// Passage gives the best window of at most width characters, cut between words.
func (a *Analyzer) Passage(text string, q Query, width int) Passage { return Passage{Text: text} }

package term

import "strings"

// String writes the query so that Parse, when nobody is typing, reads the same from it, but for the Problems: this is how a search is
// saved. Filters come first, then what is left out, phrases and words. A date stays as it was typed, so "sejak:kemarin" moves on.
func (q Query) String() string {
	var parts []string
	for _, f := range q.Filters {
		parts = append(parts, dash(f.Not)+string(f.Field)+":"+quoted(f.Value))
	}
	for _, g := range q.Without {
		parts = append(parts, "-"+g.Text)
	}
	for _, p := range q.Never {
		parts = append(parts, "-"+p.String())
	}
	for _, p := range q.Phrases {
		parts = append(parts, p.String())
	}
	return strings.Join(append(parts, q.Words...), " ")
}

// String writes the phrase in quotes.
func (p Phrase) String() string {
	var b strings.Builder
	for i, t := range p {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(string(t))
	}
	return `"` + b.String() + `"`
}

func dash(not bool) string {
	if not {
		return "-"
	}
	return ""
}

func quoted(s string) string {
	if strings.ContainsAny(s, " ") {
		return `"` + s + `"`
	}
	return s
}

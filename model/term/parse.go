package term

import "hadir/model/date"

// Parse reads what somebody typed. Typing says that they still type: the last word may be unfinished. Today is for "sejak:kemarin".
func (a *Analyzer) Parse(text string, today date.Date, typing bool) Query {
	var q Query
	for _, t := range a.Append(nil, text) {
		if t.Term.Class() != Raw {
			continue
		}
		q.Groups = append(q.Groups, Group{Text: string(t.Term), Weight: 1, Alts: []Alt{{t.Term, 1}}})
	}
	return q
}

// String writes the query so that Parse reads the same from it, when nobody is typing.
func (q Query) String() string { return "" }

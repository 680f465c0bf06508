package term

import (
	"hadir/model/date"
)

// Query is what somebody looks for. A record answers it if it matches every filter and phrase, nothing of Without, and, when
// there are groups, at least one of them; the better the more groups it matches.
type Query struct {
	Groups   []Group
	Phrases  []Phrase
	Without  []Group  // a record that has any term of these is left out; their weights mean nothing
	Never    []Phrase // a record that has any of these is left out
	Filters  []Filter
	Problems []Problem
}

// Empty says whether nothing is looked for.
func (q Query) Empty() bool {
	return len(q.Groups)+len(q.Phrases)+len(q.Without)+len(q.Never)+len(q.Filters) == 0
}

// Group is one thing that was typed, with all the terms that stand for it. Its share of a record's score is Weight times the
// best of its terms, each by its own weight.
type Group struct {
	Text   string  // what was typed, folded
	Weight float64 // 1, or less for what another group says better
	Alts   []Alt   // from the surest to the least; never empty
	Prefix string  // not empty if the word may be unfinished: raw words that begin so match, too, by PrefixWeight
}

// Alt is a term that stands for what was typed, and how well: 1 is the word itself.
type Alt struct {
	Term   Term
	Weight float64
}

// PrefixWeight is the weight of a raw word that only begins as the unfinished word does.
const PrefixWeight = 0.5

// Phrase is raw words that must follow one another, stop words among them.
type Phrase []Term

// Field is what a filter looks at, by its Indonesian name.
type Field string

// The fields.
const (
	Event       Field = "kegiatan"
	Village     Field = "desa"
	Institution Field = "instansi"
	Speaker     Field = "narasumber"
	Asker       Field = "penanya"
	Status      Field = "status"
	Tag         Field = "tag"
	Year        Field = "tahun"
	Since       Field = "sejak"
	Kind        Field = "jenis"
)

// Filter narrows to the records whose field is, or contains, a value. Two filters of one field are alternatives.
type Filter struct {
	Field Field
	Value string    // as typed, spaces collapsed
	Words []Term    // the value's raw words, folded, for fields that are texts
	Year  int       // for Year
	Day   date.Date // for Since
	Not   bool      // what matches is left out
}

// Problem is something of the typed text that was not used, for the screen to say.
type Problem struct {
	Kind ProblemKind
	Text string // the part that it is about
}

// ProblemKind says why.
type ProblemKind uint8

// Why.
const (
	TooLong      ProblemKind = iota + 1 // only the first LongestQuery characters were read
	TooMany                             // only the first MostGroups words were used
	NoDate                              // a date that nobody can read
	NoYear                              // a year that is none
	NoValue                             // a field without a value
	OnlyExcluded                        // there is only something to leave out
)

// The limits of a query.
const (
	LongestQuery = 10_000 // characters
	MostGroups   = 32     // words and phrases together
)

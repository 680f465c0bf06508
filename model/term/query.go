package term

import "hadir/model/date"

// Query is what somebody looks for. A record answers it if it passes every filter, has every phrase and nothing of Without and
// Never, and, when there are groups, matches at least one of them; the better the more it matches.
//
// A store ranks by the sum over the groups: a group's share is its weight times the best of its terms' BM25, each times its own
// weight.
type Query struct {
	Words    []string // the plain words as typed, for String; an unfinished one ends in *
	Groups   []Group
	Phrases  []Phrase
	Without  []Group  // a record that has any term of these is left out; their weights mean nothing
	Never    []Phrase // a record that has any of these is left out
	Filters  []Filter
	Problems []Problem // what was typed and not used
}

// Empty says whether nothing is looked for.
func (q Query) Empty() bool {
	return len(q.Groups)+len(q.Phrases)+len(q.Without)+len(q.Never)+len(q.Filters) == 0
}

// Group is one thing that was typed, with all the terms that stand for it. The first of Alts is the thing itself, the rest follow
// from the surest to the least; no term comes twice.
type Group struct {
	Text   string  // what was typed, folded
	Weight float64 // 1, or less for a word of something that another group says better
	Alts   []Alt   // never empty, at most MostAlts
	Prefix string  // not empty if the word may be unfinished: raw words that begin so match, too, by PrefixWeight
	Quoted bool    // the word stands for a phrase of the query in the ranking; it need not be marked by itself
}

// Alt is a term that stands for what was typed, and how well: 1 is the word itself.
type Alt struct {
	Term   Term
	Weight float64
}

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

// fieldOf gives the field of a name in Indonesian or English, "" if it is none.
func fieldOf(name string) Field {
	switch name {
	case "kegiatan", "event":
		return Event
	case "desa", "village":
		return Village
	case "instansi", "institution":
		return Institution
	case "narasumber", "speaker":
		return Speaker
	case "penanya", "asker":
		return Asker
	case "status":
		return Status
	case "tag":
		return Tag
	case "tahun", "year":
		return Year
	case "sejak", "since":
		return Since
	case "jenis", "kind":
		return Kind
	}
	return ""
}

// Filter narrows to the records whose field is, or contains, a value. Filters of one field are alternatives, those of different
// fields must all hold; each Not must hold by itself.
type Filter struct {
	Field Field
	Value string    // as typed, cleaned
	Terms []Term    // the value's raw words
	Year  int       // for Year
	Day   date.Date // for Since: the first day that counts
	Not   bool      // what matches is left out
}

// Problem is something typed that was not used, for the screen to say.
type Problem struct {
	Kind ProblemKind
	Text string // the part that it is about, cleaned
}

// ProblemKind says why.
type ProblemKind uint8

// Why.
const (
	TooLong ProblemKind = iota + 1 // only the first LongestQuery characters were read
	TooMany                        // only the first MostWords words, or MostParts phrases, exclusions and filters, were used
	NoDate                         // a date that nobody can read
	NoYear                         // a year that is none
	NoValue                        // a field without a value
)

// The limits of a query.
const (
	LongestQuery = 10_000 // characters that are read
	MostWords    = 32     // plain words
	MostParts    = 16     // phrases, exclusions and filters, each
	MostAlts     = 24     // terms of a group
)

// What terms weigh beside the word itself.
const (
	PrefixWeight = 0.5  // a raw word that only begins as the unfinished word does
	shortWeight  = 0.9  // the abbreviation of what was written out, and the other way
	spellWeight  = 0.9  // the usual spelling
	stemWeight   = 0.75 // another form of the word
	sameWeight   = 0.6  // another word for the same
	nearWeight   = 0.3  // a word that lies near
	twinWeight   = 0.3  // the other stem that an unknown word may have
	partWeight   = 0.35 // a group: a word of what is one thing, "pekerja" of "pekerja migran"
)

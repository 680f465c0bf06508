package index

import "hadir/model"

// Query is what is looked for, in terms of the index.
type Query struct {
	Groups  []Group
	Phrases [][]string // terms that have places and must follow one another
	Without []Group    // documents with any term of these are left out
	Never   [][]string // and those with any of these phrases
	Filters []Filter
	Today   uint16   // see [DayOf]; what is older counts a little less
	Limit   int      // how many of the best are wanted
	Facets  []string // beginnings of terms: for each term that begins so, how many of the documents found have it
	// Done ends the search with [ErrStopped] when it is closed; nil: nobody does.
	Done <-chan struct{}
	// Least is which share of the groups a document must have where too few have all. 0: a quarter.
	Least float64
}

// Group is terms that stand for one thing. A document's share is Weight times the best of its terms, each by its own weight.
type Group struct {
	Weight float64
	Alts   []Alt
	Prefix string  // not empty: terms that begin so match as well
	Names  string  // another beginning, of terms of another sort
	Begun  float64 // the weight of terms that only begin so
}

// Alt is one term and its weight.
type Alt struct {
	Term   string
	Weight float64
}

// Filter narrows to what has any of these; or, with Not, to what has none.
type Filter struct {
	Not    bool
	Marks  [][]string // all terms of any of these
	Events [][]string // or the event that it belongs to has them
	Kinds  []model.Kind
	Event  model.ID
	From   uint16 // days from which, and up to and with which; 0: no such end
	To     uint16
}

// Result is what a search found.
type Result struct {
	Top    []Found
	Total  int
	Whole  int // how many have every group
	Kinds  map[model.Kind]int
	Days   map[uint16]int   // by the day of the event
	Events map[model.ID]int // the most frequent ones, of each so many at the most as [FacetValues] says
	Terms  map[string]int   // for Query.Facets, the same of each beginning
	Hurt   int              // values that could not be read
}

// FacetValues is how many values of one facet are told.
const FacetValues = 100

// Found is one document.
type Found struct {
	Key    model.Key
	Score  float64
	Groups int
}

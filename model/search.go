package model

// Earlier is an earlier question that is like one that is being asked, with the event at which it was asked.
type Earlier struct {
	Question Question
	Event    Event
	Score    float64 // the higher the more alike; only good for comparing those of one answer
}

// Part says which of a record's texts something is.
type Part string

// The parts. Each is a register of its record, or a set of texts.
const (
	PartQuestion   Part = "question"   // a question's words
	PartAnswer     Part = "answer"     // all its answers, one a paragraph
	PartBasis      Part = "basis"      // dasar, of a question or an event
	PartTags       Part = "tags"       // a question's tags
	PartPeople     Part = "people"     // who asked, answered, owns, speaks
	PartDo         Part = "do"         // what is to be done
	PartProblem    Part = "problem"    // an action's problem
	PartOutput     Part = "output"     // its output and measure
	PartNotes      Part = "notes"      // its progress notes
	PartTitle      Part = "title"      // an agenda item's title, an event's theme
	PartPoints     Part = "points"     // an agenda item's key points
	PartConclusion Part = "conclusion" // an event's conclusions, suggestions and expected result
	PartVenue      Part = "venue"      // where and by whom an event is held
	PartName       Part = "name"       // a person's or an institution's name
)

// SearchOptions narrow a search beyond what its query says. The zero SearchOptions narrow nothing.
type SearchOptions struct {
	Kinds  []Kind // only these; empty: all
	Event  ID     // only what belongs to this event; zero: all
	Since  string // ISO 8601 day; only what is of that day or later, empty: all
	Limit  int    // how many hits at the most; 0: 20
	Skip   int    // how many of the best are left out, to show the next ones
	Facets bool   // count the facets as well
}

// Found is what a search found.
type Found struct {
	Hits  []Hit
	Total int // how many records match; those beyond the limit are among them
	Whole int // how many of these have every word; the hits that have only some come after those
	// Meant are the words that nothing has, each with the ones, a letter away, that were looked for in its place.
	Meant  []Meant
	Facets []Facet // by field, then the most frequent first
	// Unread is how many records could not be searched: some part of the index is damaged or being built.
	Unread int
}

// Meant is a word that was not found, and what was taken instead.
type Meant struct {
	Typed string
	Taken []string
}

// Facet is a value of a field, and how many of the records that match have it.
type Facet struct {
	Field FacetField
	Value string // as it is written; a Kind's word, a status, a year; an ID's text for an event
	Count int
}

// FacetField is what facets are counted by.
type FacetField string

// The fields of facets.
const (
	FacetKind        FacetField = "kind"
	FacetYear        FacetField = "year"
	FacetStatus      FacetField = "status"
	FacetTag         FacetField = "tag"
	FacetInstitution FacetField = "institution"
	FacetEvent       FacetField = "event"
)

// Hit is one record that a search found.
type Hit struct {
	Key        Key
	Title      string // what the record is called: a question's words, an event's theme, a name
	Part       Part   // the part that the query matches best
	Text       string // that part, whole
	Event      ID     // zero for what belongs to no event
	EventTheme string
	Date       string // the event's, ISO 8601
	Place      string // the event's venue
	Who        string // who asked, owns or speaks; empty where nobody may know
	Words      int    // how many of the query's words it has
	Score      float64
	Internal   bool // for the office alone
	Sample     bool // sample data, of a sample event
}

// IndexCheck is how the search index compares with the records that it is made of.
type IndexCheck struct {
	Documents int  // records that are to be found
	Waiting   int  // of which so many wait to be filed, and are found all the same
	Missing   int  // records that the index has not
	Different int  // records that it has with other words
	Extra     int  // documents of records that are not to be found
	Unread    int  // values of the index that are damaged
	Building  bool // it is being made; then records are missing
}

// Sound reports whether the index holds what the records say, and nothing else.
func (c IndexCheck) Sound() bool {
	return c.Missing+c.Different+c.Extra+c.Unread == 0 && !c.Building
}

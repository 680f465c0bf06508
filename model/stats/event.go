package stats

import (
	"cmp"
	"slices"
	"strings"

	"hadir/model"
	"hadir/model/name"
)

// Event is what one event adds to the figures.
type Event struct {
	Day    string   `cbor:"1,keyasint,omitempty"` // ISO 8601; empty: nobody has set it
	Venue  string   `cbor:"2,keyasint,omitempty"`
	Sample bool     `cbor:"3,keyasint,omitempty"`
	Gone   bool     `cbor:"4,keyasint,omitempty"` // it was removed, and adds nothing
	Sum    Sum      `cbor:"5,keyasint"`
	Open   []string `cbor:"6,keyasint,omitempty"` // days, ISO 8601, on which open promises are due
	Tags   []Part   `cbor:"7,keyasint,omitempty"` // by topic
	From   []Part   `cbor:"-"`                    // by institution or village; left out where nobody asks for it
}

// Part is what one topic, or one institution, adds within an event.
type Part struct {
	_    struct{} `cbor:",toarray"`
	Name string   // as it was first written there
	Sum  Sum
}

// Sum is figures.
type Sum struct {
	_         struct{} `cbor:",toarray"`
	Invited   int      // guests on the list
	Came      int      // guests and walk-ins for whom a chair was taken at any session
	Questions int
	Answered  int // of the questions, those that nobody waits for any more
	Promised  int // actions
	Kept      int // of these, those that were done
	Dropped   int // and those that were given up
}

func (s *Sum) add(o Sum) {
	s.Invited += o.Invited
	s.Came += o.Came
	s.Questions += o.Questions
	s.Answered += o.Answered
	s.Promised += o.Promised
	s.Kept += o.Kept
	s.Dropped += o.Dropped
}

// Tally sums up one event from its records.
type Tally struct {
	event Event
	came  map[model.ID]bool
	tags  parts
	from  parts
	asked map[model.ID][]string // the tags of each question
	folds Folds
}

// Folds are names with how they are folded, for events that are summed up one after the other: the same villages come again
// and again.
type Folds map[string]string

func (f Folds) of(called string) string {
	key, ok := f[called]
	if !ok {
		key = name.FoldText(called)
		f[called] = key
	}
	return key
}

// NewTally begins with an event.
func NewTally(e model.Event, folds Folds) *Tally {
	return &Tally{
		event: Event{Day: e.Date, Venue: strings.TrimSpace(e.Venue), Sample: e.Sample, Gone: e.Removed},
		came:  make(map[model.ID]bool), tags: make(parts), from: make(parts), asked: make(map[model.ID][]string), folds: folds,
	}
}

// Seat takes what happened to a guest at one of the sessions. Seats come before guests.
func (t *Tally) Seat(s model.Seat) {
	if s.Came() {
		t.came[s.Guest] = true
	}
}

// Guest takes one guest of the list.
func (t *Tally) Guest(g model.Guest) {
	if g.Removed {
		return
	}
	var s Sum
	if !g.WalkIn {
		s.Invited = 1
	}
	if t.came[g.ID] {
		s.Came = 1
	}
	t.event.Sum.add(s)
	t.from.add(t.folds, g.From(), s)
}

// Question takes a question. Questions come before actions.
func (t *Tally) Question(q model.Question) {
	if q.Removed {
		return
	}
	s := Sum{Questions: 1}
	if !q.Status.Owed() {
		s.Answered = 1
	}
	t.event.Sum.add(s)
	t.from.add(t.folds, q.From, s)
	for _, tag := range q.Tags {
		t.tags.add(t.folds, tag, s)
	}
	t.asked[q.ID] = q.Tags
}

// Action takes a promise.
func (t *Tally) Action(a model.Action) {
	if a.Removed {
		return
	}
	s := Sum{Promised: 1}
	switch a.Status {
	case model.ActionDone:
		s.Kept = 1
	case model.ActionDropped:
		s.Dropped = 1
	default:
		if a.Due != "" {
			t.event.Open = append(t.event.Open, a.Due)
		}
	}
	t.event.Sum.add(s)
	t.from.add(t.folds, a.From, s)
	for _, tag := range t.asked[a.Question] {
		t.tags.add(t.folds, tag, s)
	}
}

// Event is what the event adds.
func (t *Tally) Event() Event {
	slices.Sort(t.event.Open)
	t.event.Tags, t.event.From = t.tags.list(), t.from.list()
	return t.event
}

// parts are sums by folded name.
type parts map[string]*Part

func (p parts) add(folds Folds, called string, s Sum) {
	if called = strings.TrimSpace(called); called == "" {
		return
	}
	key := folds.of(called)
	x := p[key]
	if x == nil {
		x = &Part{Name: called}
		p[key] = x
	}
	x.Sum.add(s)
}

func (p parts) list() []Part {
	out := make([]Part, 0, len(p))
	for _, x := range p {
		out = append(out, *x)
	}
	slices.SortFunc(out, func(a, b Part) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

package roster

import (
	"cmp"
	"runtime"
	"strconv"
	"time"

	"hadir/model"
)

// Options are what a plan has to know beside the list and the event's guests.
type Options struct {
	NIK      bool            // the office stores NIK
	Today    time.Time       // by which a NIK's birth date is judged
	Villages []model.Village // the office's own list; none: no village is looked up
	Salt     []byte          // of the event; the key of its guests' IDs
	Update   bool            // differing values are taken from the list, as --update says, instead of being asked about
}

// Verdict says what a row is to the event.
type Verdict string

// The verdicts.
const (
	New       Verdict = "new"       // nobody like this: added
	Unchanged Verdict = "unchanged" // a guest of whom the row says nothing new
	Fills     Verdict = "fills"     // a guest of whom the row knows more
	Differs   Verdict = "differs"   // a guest of whom the row says something else: nothing is overwritten unless it is chosen
	Similar   Verdict = "similar"   // added, but perhaps somebody who is there already
	Skipped   Verdict = "skipped"   // no guest
)

// Skip says why a row is no guest.
type Skip string

// The reasons for skipping a row; of any other the skip is empty.
const (
	SkipTotal     Skip = "total"
	SkipTitle     Skip = "title"  // a heading between the rows
	SkipHeader    Skip = "header" // a page repeats it
	SkipNumbering Skip = "numbering"
	SkipFooter    Skip = "footer"
	SkipNoName    Skip = "no-name"
	SkipGroup     Skip = "group"  // everybody of one post: an invitation for each of them, and no guest
	SkipChosen    Skip = "chosen" // a person left it out
)

// Choice is what is going to happen with a row.
type Choice string

// The choices.
const (
	Add  Choice = "add"  // as a guest of its own
	Same Choice = "same" // it is the guest Existing
	Omit Choice = "omit"
)

// Decision is what importing one row would do. Rows above the header and blank ones have none.
type Decision struct {
	Line    int
	Verdict Verdict
	Skip    Skip
	Choice  Choice
	Chosen  bool // a person made the choice
	// Guest is what the row says, under the ID of the guest that it is about; a skipped row has none. What all rows about one
	// guest make of him is [Plan.Result].
	Guest    model.Guest
	Existing model.ID // the guest that the row is about if it is not the first to name him, or whom it resembles
	Diffs    []Diff   // what it would change of that guest
	Doubts   []Doubt  // as they were before anybody chose

	person  int32 // in Plan.people; none: the row is skipped
	next    int32 // the next row about the same person
	derived derived
	similar bool
	office  bool // the row names a post and a place, and nobody
}

// none is the index of no person and of no row.
const none = -1

// Plan is what importing a list would do, row by row. Nothing is written: [Plan.Changes] gives the changes once a person, or
// a command line, is content. A plan is not safe for concurrent use.
type Plan struct {
	Rows  []Decision
	Notes []Note // what concerns the list as a whole, such as NIKs that are not stored

	options Options
	people  []person
	byID    map[model.ID]int32
	order   int // the last place on the event's list
}

// person is one guest, of the event or of the list, and the rows about him.
type person struct {
	was         *model.Guest // as the event has him; nil for one whom the list brings
	id          model.ID
	first, last int32 // his rows; each leads to the next, in the order of the list
}

// waits reports whether the event has no more than a seat for him.
func (pe *person) waits() bool { return pe.was != nil && !pe.was.Removed && pe.was.Name == "" }

// NewPlan compares the items of a list with all guests of the event, removed ones included. It keeps pointers into guests,
// which must not change while the plan is in use; items can be dropped.
func NewPlan(items []Item, guests []model.Guest, o Options) *Plan {
	rows := rowsOf(items)
	p := &Plan{
		options: o,
		people:  make([]person, 0, max(len(guests), rows)), byID: make(map[model.ID]int32, len(guests)),
	}
	f := newFolds()
	p.read(items, o, f)
	c := newCensus(p, f)
	m := newMatcher(c, guests)
	for row := range p.Rows {
		if d := &p.Rows[row]; d.Skip == "" {
			c.enter(int32(row))
		}
	}
	m.match()
	// What is said of one person and his rows touches nobody else's.
	spans(len(p.people), func(_, from, to int) {
		for i := from; i < to; i++ {
			if p.people[i].first != none {
				p.explain(int32(i))
				p.settle(int32(i))
			}
		}
	})
	return p
}

// read makes a decision of each row: what it says, and for now no more than whether that can be a guest. No row needs to know
// of another, so that all processors read; what stands above the first row that counts is dropped afterwards.
func (p *Plan) read(items []Item, o Options, f *folds) {
	first := newReader(items, o, f)
	p.Rows = make([]Decision, len(items))
	readers := make([]*reader, runtime.GOMAXPROCS(0))
	spans(len(items), func(part, from, to int) {
		r := first.another()
		for i := from; i < to; i++ {
			p.Rows[i] = r.decide(items[i])
		}
		readers[part] = r
	})
	kept := p.Rows[:0]
	for i := range p.Rows {
		heading := items[i].Kind == ItemTitle || items[i].Kind == ItemHeader
		if p.Rows[i].Line != beside && (len(kept) > 0 || !heading) {
			kept = append(kept, p.Rows[i])
		}
	}
	clear(p.Rows[len(kept):])
	p.Rows = kept
	niks, nips := 0, 0
	for _, r := range readers {
		if r != nil {
			niks, nips = niks+r.niks, nips+r.nips
			f.learn(r.folds)
		}
	}
	p.note("nik-not-stored", FieldNIK, niks)
	p.note("nip-not-stored", FieldNIP, nips)
}

// beside is the line of what is no row of the list.
const beside = -1

// decide makes a decision of one item.
func (r *reader) decide(it Item) Decision {
	skip, counts := skipOf(it)
	if !counts {
		return Decision{Line: beside}
	}
	by := r
	if skip != "" {
		// What stands in a row that is no guest is read all the same, since somebody may know better and add it. It is
		// neither doubted nor counted.
		other := *r
		by = &other
	}
	e := by.read(it)
	d := Decision{Line: e.line, Guest: e.guest, Doubts: e.doubts, derived: e.derived, office: e.office, person: none, next: none}
	switch {
	case skip != "":
		d.Verdict, d.Skip, d.Choice, d.Doubts = Skipped, skip, Omit, nil
	case e.guest.Name == "":
		d.Verdict, d.Skip, d.Choice = Skipped, SkipNoName, Omit
		d.Doubts = append(d.Doubts, Doubt{Line: e.line, Reason: ReasonNoName, Field: FieldName, Value: e.named})
	case e.group:
		d.Verdict, d.Skip, d.Choice = Skipped, SkipGroup, Omit
		d.Doubts = []Doubt{{Line: e.line, Reason: ReasonGroup, Field: FieldName, Value: e.guest.Name}}
	default:
		r.folds.name(&d.Guest) // the next to ask finds it done
	}
	return d
}

// admit adds somebody to the plan's people.
func (p *Plan) admit(pe person) int32 {
	i := int32(len(p.people))
	pe.first, pe.last = none, none
	p.people = append(p.people, pe)
	p.byID[pe.id] = i
	return i
}

// seat makes a row without a name one about a seat that still waits for one, if it fits any.
func (p *Plan) seat(row, i int32) {
	d := &p.Rows[row]
	if i == none || !d.office && p.people[i].first != none && p.Rows[p.people[i].first].Guest.Name != "" {
		return
	}
	d.Skip, d.Choice, d.Doubts = "", Same, d.Doubts[:len(d.Doubts)-1]
	p.attach(row, i)
}

// rowsOf is how many decisions there will be, at most.
func rowsOf(items []Item) int {
	n := 0
	for i := range items {
		if items[i].Kind == ItemGuest {
			n++
		}
	}
	return n
}

// skipOf says why an item is no guest, and whether it counts as a row of the list at all. Titles and headers above the first
// row are the list's head, and do not; that is for whoever knows the first row to say.
func skipOf(it Item) (skip Skip, counts bool) {
	switch it.Kind {
	case ItemTotal:
		return SkipTotal, true
	case ItemTitle:
		return SkipTitle, true
	case ItemHeader:
		return SkipHeader, true
	case ItemNumbering:
		return SkipNumbering, true
	case ItemFooter:
		return SkipFooter, true
	case ItemGuest:
		return "", says(it.Cells) || isNamed(it.Cells)
	}
	return "", false
}

func isNamed(cells Cells) bool { return cells.At(FieldName).Text != "" }

// explain adds the doubts about rows' being somebody whom the event or an earlier row knows.
func (p *Plan) explain(i int32) {
	pe := &p.people[i]
	d := &p.Rows[pe.first]
	switch {
	case pe.was == nil:
	case pe.was.Removed:
		p.remark(d, ReasonRevived, i)
	case pe.waits() && d.Guest.Name != "":
		p.remark(d, ReasonSeat, i)
	case pe.was.WalkIn:
		p.remark(d, ReasonWalkIn, i)
	}
	for row := d.next; row != none; row = p.Rows[row].next {
		again := &p.Rows[row]
		p.remark(again, ReasonAgain, i)
		last := &again.Doubts[len(again.Doubts)-1]
		last.Field, last.Value = FieldNote, again.Guest.Note
	}
}

// remark adds a doubt that concerns a row and somebody else.
func (p *Plan) remark(d *Decision, why Reason, i int32) {
	other := p.face(i)
	doubt := Doubt{Line: d.Line, Reason: why, Other: p.people[i].id, OtherName: cmp.Or(other.FullName(), officeWordsOf(other))}
	if first := p.people[i].first; first != none && p.Rows[first].Line != d.Line {
		doubt.OtherLine = p.Rows[first].Line
	}
	if why == ReasonSimilar || why == ReasonNamesake || why == ReasonAgain {
		doubt.Likeness = compareGuests(other, &d.Guest)
	}
	d.Doubts = append(d.Doubts, doubt)
}

// face is what stands for a person when he is compared: what the event knows of him, else what the list first says.
func (p *Plan) face(i int32) *model.Guest {
	pe := &p.people[i]
	if pe.first == none || pe.was != nil && !pe.was.Removed && pe.was.Name != "" {
		return pe.was
	}
	return &p.Rows[pe.first].Guest
}

func (p *Plan) note(code string, f Field, n int) {
	if n > 0 {
		p.Notes = append(p.Notes, Note{Code: code, Field: f, Value: strconv.Itoa(n)})
	}
}

package board

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"hadir/model"
	"hadir/model/name"
)

// Filter lets follow-ups through. The zero Filter lets all.
type Filter struct {
	Event *model.ID // of this event alone; nil: any, a zero ID: of none
	Owner string    // folded, as [Choice] gives it; empty: any
	From  string    // folded: to this institution
	Area  string    // folded
	Words string    // as typed: each has to begin a word
}

// On reports whether any may be left out.
func (f Filter) On() bool { return f != Filter{} }

// shown is what a filter let through: typing goes on from there.
type shown struct {
	filter Filter
	rows   []int32
	exact  []int32 // what the filter without its words lets through
}

// same reports whether two filters differ in their words alone.
func (f Filter) same(o Filter) bool {
	f.Words, o.Words = "", ""
	event := f.Event == o.Event || f.Event != nil && o.Event != nil && *f.Event == *o.Event
	f.Event, o.Event = nil, nil
	return event && f == o
}

// Shown are the follow-ups that a filter lets through, in the order of the board.
func (b *Board) Shown(f Filter) []int32 {
	last := b.last
	if last.exact == nil || !last.filter.same(f) {
		last = shown{exact: b.exact(f)}
	}
	words := strings.Fields(name.FoldText(f.Words))
	before := strings.Fields(name.FoldText(last.filter.Words))
	switch {
	case len(words) == 0:
		last.rows = last.exact
	case last.rows != nil && slices.Equal(before, words):
	case last.rows != nil && len(last.rows) < len(b.rows)/fewRows && goesOn(before, words):
		// All words but the last held before; of what did, only that is looked for.
		last.rows = b.terms.keep(last.rows, words[len(before)-1:])
	default:
		found := b.terms.find(words)
		last.rows = keep(last.exact, func(i int32) bool { return found[i] })
	}
	last.filter = f
	b.last = last
	return slices.Clone(last.rows)
}

// fewRows is the part of all rows below which it is faster to look at each: they stand all over the memory, and going through it
// from end to end is what memory is good at.
const fewRows = 16

// goesOn reports whether somebody who had typed the words of before has typed on.
func goesOn(before, words []string) bool {
	n := len(before)
	return n > 0 && len(words) >= n && slices.Equal(before[:n-1], words[:n-1]) && strings.HasPrefix(words[n-1], before[n-1])
}

func keep(rows []int32, f func(int32) bool) []int32 {
	out := make([]int32, 0, len(rows))
	for _, i := range rows {
		if f(i) {
			out = append(out, i)
		}
	}
	return out
}

// exact is what a filter lets through, words aside.
func (b *Board) exact(f Filter) []int32 {
	if f.Event == nil && f.Owner == "" && f.From == "" && f.Area == "" {
		return b.order[:len(b.order):len(b.order)]
	}
	places := make(map[string]string)
	return keep(b.order, func(i int32) bool {
		if f.Event != nil && b.rows[i].Event != *f.Event {
			return false
		}
		if f.Owner == "" && f.From == "" && f.Area == "" {
			return true
		}
		x := b.At(i)
		if f.Owner != "" && b.folds.of(x.Owner) != f.Owner || f.Area != "" && b.folds.of(x.Area) != f.Area {
			return false
		}
		place, ok := places[x.From]
		if !ok && f.From != "" {
			place = name.Place(x.From)
			places[x.From] = place
		}
		return f.From == "" || place == f.From
	})
}

// Aspect is what a filter can choose by.
type Aspect int

// The aspects.
const (
	ByOwner Aspect = iota
	ByInstitution
	ByEvent
	ByArea
)

// Choice is one value to filter by, and how many open follow-ups have it.
type Choice struct {
	Folded string
	Called string
	N      int
}

// Choices are the values of an aspect among the open follow-ups, the most frequent first; the empty value is left out.
func (b *Board) Choices(by Aspect) []Choice {
	at := make(map[string]int)
	spelled := make(map[string]string) // as written -> folded
	var out []Choice
	for _, i := range b.order {
		if b.Group(i) == Done {
			continue
		}
		called := b.aspect(b.At(i), by)
		folded, ok := spelled[called]
		if !ok {
			folded = fold(called, by)
			spelled[called] = folded
		}
		if folded == "" {
			continue
		}
		k, ok := at[folded]
		if !ok {
			k = len(out)
			at[folded] = k
			out = append(out, Choice{Folded: folded, Called: called})
		}
		out[k].N++
	}
	for i := range out {
		if by == ByEvent {
			id, _ := model.ParseID(out[i].Called)
			out[i].Called = b.events[id].Theme
		}
	}
	slices.SortStableFunc(out, func(x, y Choice) int {
		return cmp.Or(cmp.Compare(y.N, x.N), strings.Compare(x.Folded, y.Folded))
	})
	return out
}

func (b *Board) aspect(x Item, by Aspect) string {
	return [...]string{x.Owner, x.From, x.Event.String(), x.Area}[by]
}

func fold(s string, by Aspect) string {
	switch by {
	case ByInstitution:
		return name.Place(s)
	case ByEvent:
		return s
	}
	return name.FoldText(s)
}

// terms are what the filter searches, one after another, so that a rare word is found at the speed of memory.
type terms struct {
	text []byte
	ends []int32        // where each row's ends
	late map[int][]byte // of rows that were put since
}

func (t *terms) put(row int, s []byte) {
	if t.late == nil {
		t.late = make(map[int][]byte)
	}
	t.late[row] = s
	if row >= len(t.ends) {
		t.ends = append(t.ends, int32(len(t.text)))
	}
}

// of is what is searched of a row.
func (t *terms) of(row int) []byte {
	if len(t.late) > 0 {
		if s, ok := t.late[row]; ok {
			return s
		}
	}
	from := int32(0)
	if row > 0 {
		from = t.ends[row-1]
	}
	return t.text[from:t.ends[row]]
}

// find marks the rows in which each of the words begins a word. The longest is looked for through all rows at once.
func (t *terms) find(words []string) []bool {
	needles := needlesOf(words)
	slices.SortFunc(needles, func(a, b []byte) int { return cmp.Compare(len(b), len(a)) })
	found := make([]bool, len(t.ends))
	at, row := 0, 0
	for {
		i := begin(t.text[at:], needles[0])
		if i < 0 {
			break
		}
		at += i
		for int(t.ends[row]) <= at {
			row++
		}
		found[row] = t.holds(row, needles[1:])
		at = int(t.ends[row])
	}
	for row := range t.late {
		found[row] = t.holds(row, needles)
	}
	return found
}

// keep are those of the rows in which each of the words begins a word.
func (t *terms) keep(rows []int32, words []string) []int32 {
	needles := needlesOf(words)
	return keep(rows, func(i int32) bool { return t.holds(int(i), needles) })
}

func needlesOf(words []string) [][]byte {
	out := make([][]byte, len(words))
	for i, w := range words {
		out[i] = []byte(w)
	}
	return out
}

// begin is where a word of text begins with w; -1: nowhere. Looking for the word alone is faster than for a space before it,
// of which there are so many.
func begin(text, w []byte) int {
	for at := 0; ; {
		i := bytes.Index(text[at:], w)
		if i < 0 {
			return -1
		}
		at += i
		if at > 0 && text[at-1] == ' ' {
			return at
		}
		at++
	}
}

func (t *terms) holds(row int, needles [][]byte) bool {
	text := t.of(row)
	for _, w := range needles {
		if begin(text, w) < 0 {
			return false
		}
	}
	return true
}

package board

import (
	"cmp"
	"encoding/binary"
	"slices"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/name"
)

// Board is all follow-ups that were not removed. It is not safe for concurrent use: a screen owns its own.
type Board struct {
	Today date.Date

	span   span
	events map[model.ID]model.Event
	rows   []Row
	keys   []uint64 // by which the rows sort
	terms  terms
	order  []int32 // the rows as they stand on the board
	folds  folds
	last   shown // what the last filter let through
}

// New makes a board of rows as they stand on a day; the events are those that rows may belong to. It takes rows over.
func New(today date.Date, events []model.Event, rows []Row) (*Board, error) {
	b := &Board{Today: today, span: spanOf(today), events: make(map[model.ID]model.Event, len(events)), folds: make(folds)}
	for _, e := range events {
		b.events[e.ID] = e
	}
	b.rows = slices.DeleteFunc(rows, func(r Row) bool { return r.sound() && r.gone() })
	b.keys = make([]uint64, len(b.rows))
	size := 0
	for _, r := range b.rows {
		size += len(r.Body)
	}
	b.terms.text, b.terms.ends = make([]byte, 0, size), make([]int32, 0, len(b.rows))
	for i, r := range b.rows {
		x, err := r.Item()
		if err != nil {
			return nil, err
		}
		b.keys[i] = b.key(x)
		b.terms.text = append(b.words(b.terms.text, x), '\n')
		b.terms.ends = append(b.terms.ends, int32(len(b.terms.text)))
	}
	b.sort()
	return b, nil
}

// sort finds the order of the rows. What they sort by stands in the sorted values themselves: looking it up at each comparison
// takes longer than all the rest.
func (b *Board) sort() {
	type sorted struct {
		key, event, id uint64
		row            int32
	}
	all := make([]sorted, len(b.rows))
	for i, r := range b.rows {
		all[i] = sorted{b.keys[i], binary.BigEndian.Uint64(r.Event[:]), binary.BigEndian.Uint64(r.ID[:]), int32(i)}
	}
	slices.SortFunc(all, func(x, y sorted) int {
		if c := cmp.Compare(x.key, y.key); c != 0 {
			return c
		}
		return cmp.Or(cmp.Compare(x.event, y.event), cmp.Compare(x.id, y.id))
	})
	b.order = make([]int32, len(all))
	for i, x := range all {
		b.order[i] = x.row
	}
}

// key is what a follow-up sorts by: its group, its day, how urgent it is. What is done has the latest in front.
func (b *Board) key(x Item) uint64 {
	due := dayNumber(x.Due)
	g := b.span.group(x.Status.Open(), due)
	day := uint64(due)
	if g == Done {
		day = 1<<31 - 1 - day
	}
	return uint64(g)<<48 | day<<8 | uint64(priorityCode(x.Priority))
}

// compare sorts by key, then so that every laptop shows the same.
func (b *Board) compare(i, j int32) int {
	x, y := &b.rows[i], &b.rows[j]
	return cmp.Or(
		cmp.Compare(b.keys[i], b.keys[j]), cmp.Compare(binary.BigEndian.Uint64(x.Event[:]), binary.BigEndian.Uint64(y.Event[:])),
		cmp.Compare(binary.BigEndian.Uint64(x.ID[:]), binary.BigEndian.Uint64(y.ID[:])),
	)
}

// folds remembers how texts fold: owners, villages and themes repeat.
type folds map[string]string

func (f folds) of(s string) string {
	folded, ok := f[s]
	if !ok {
		folded = name.FoldText(s)
		f[s] = folded
	}
	return folded
}

// words appends what the filter searches of a follow-up.
func (b *Board) words(dst []byte, x Item) []byte {
	e := b.events[x.Event]
	for _, s := range [...]string{x.Owner, x.From, x.Area, e.Theme, e.Venue, x.Problem} {
		if s != "" {
			dst = append(append(dst, ' '), b.folds.of(s)...)
		}
	}
	for _, s := range [...]string{x.Asker, x.Do} {
		if s != "" {
			dst = append(append(dst, ' '), name.FoldText(s)...)
		}
	}
	return dst
}

// Len is how many follow-ups there are.
func (b *Board) Len() int { return len(b.rows) }

// At is follow-up i, and Group where it stands. The rows of a board were sound when it was made.
func (b *Board) At(i int32) Item {
	x, _ := b.rows[i].Item()
	return x
}

// ID is the identity of follow-up i.
func (b *Board) ID(i int32) model.ID { return b.rows[i].ID }

// Group is where follow-up i stands.
func (b *Board) Group(i int32) Group { return Group(b.keys[i] >> 48) }

// Event is the event that a follow-up belongs to; zero for one that belongs to none.
func (b *Board) Event(id model.ID) model.Event { return b.events[id] }

// Put takes in a follow-up as it is now: new, changed, or removed. Its area stays. Unless names says that they may have changed,
// so do the names in it: a row shows those of other records as they are called now, which this one's record does not hold.
func (b *Board) Put(a model.Action, names bool) {
	at := int32(slices.IndexFunc(b.rows, func(r Row) bool { return r.ID == a.ID && r.Event == a.Event }))
	x := Item{Action: a}
	b.last = shown{}
	if at >= 0 {
		was := b.At(at)
		x.Area = was.Area
		if !names {
			x.Owner, x.From, x.Asker, x.Guest = was.Owner, was.From, was.Asker, was.Guest
		}
		b.order = slices.Delete(b.order, slices.Index(b.order, at), slices.Index(b.order, at)+1)
	}
	if a.Removed {
		if at >= 0 {
			// Its place is not used again: an undo brings it back as a new row.
			b.rows[at].ID = model.ID{}
		}
		return
	}
	r := Row{Event: a.Event, ID: a.ID, Body: string(Pack(nil, x))}
	if at < 0 {
		at = int32(len(b.rows))
		b.rows, b.keys = append(b.rows, r), append(b.keys, 0)
	}
	b.rows[at], b.keys[at] = r, b.key(x)
	b.terms.put(int(at), b.words(nil, x))
	place, _ := slices.BinarySearchFunc(b.order, at, b.compare)
	b.order = slices.Insert(b.order, place, at)
}

// Count is how many of these follow-ups stand in each group.
func (b *Board) Count(shown []int32) (n [Groups]int) {
	for _, i := range shown {
		n[b.Group(i)]++
	}
	return n
}

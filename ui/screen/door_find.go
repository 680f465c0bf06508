package screen

import (
	"slices"
	"sort"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/hall"
	"hadir/model/name"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// foundMost is how many guests one query lists: more than anybody pages through, little enough to be found within a key.
const foundMost = 200

// foundRow is one guest in the door's list.
type foundRow struct {
	guest *model.Guest // the hall's own: good until the hall changes, and then the list is made anew
	near  bool         // found only by forgiving a letter
}

// id is the guest's identity, as a list wants it.
func (r foundRow) id() string { return string(r.guest.ID[:]) }

// findings is the door's list: what the box finds, or, while it is empty, everybody in the order of the list.
type findings struct {
	door   *Door
	list   *kit.List[foundRow]
	views  rowViews
	query  string // as typed, without spaces around it
	rows   kit.Slice[foundRow]
	places []int32 // where in the hall those stand who were not removed
	needs  hall.Shape
	moved  bool     // somebody has put the cursor where it is, so the guest there is meant
	warned model.ID // the guest about whom Enter has asked to look twice
	turn   int      // how often something else was searched for or pointed at
	top    int      // the list's first line within the body, at the last View
}

func newFindings(d *Door) *findings {
	f := &findings{door: d}
	f.views = newRowViews(d, hall.Shape{})
	f.list = kit.NewList(d.env.Look, foundRow.id, func(r foundRow, w int) string { return f.views.draw(r, w) })
	return f
}

// arrange works out who stands on the list, and what its rows need room for.
func (f *findings) arrange() {
	h := f.door.hall
	f.places, f.needs = h.Standing(f.places[:0])
	f.views = newRowViews(f.door, f.needs)
	f.refresh()
}

// refresh makes the rows anew; the cursor stays with its guest.
func (f *findings) refresh() {
	h := f.door.hall
	if h == nil {
		return
	}
	if f.query == "" {
		f.rows = nil
		f.list.Show(everybody{h, f.places})
		return
	}
	// A new array: the list looks at the old rows to find where its guest has gone.
	f.rows = make(kit.Slice[foundRow], 0, foundMost)
	for _, m := range h.Find(f.query, foundMost) {
		f.rows = append(f.rows, foundRow{m.Guest, m.Near})
	}
	f.list.Show(f.rows)
}

// search finds what the box now says; the best is in front.
func (f *findings) search(typed string) {
	f.turn++
	f.query = strings.TrimSpace(typed)
	f.moved, f.warned = false, model.ID{}
	// The cursor is to forget whom it stood on: looking for him in another list would be for nothing.
	f.list.Show(kit.Slice[foundRow](nil))
	f.refresh()
	f.list.Select(0)
}

// pick puts the cursor on a guest, if he is in the list; that alone does not mean that he is meant.
func (f *findings) pick(id model.ID) {
	if !id.IsZero() {
		f.list.SelectID(string(id[:]))
	}
}

// move puts the cursor elsewhere by a key.
func (f *findings) move(m tea.KeyPressMsg) {
	f.turn++
	m.Mod &^= tea.ModCtrl // Ctrl+Home is the list's Home, since Home alone is the box's
	before := f.list.Index()
	f.list.Update(m)
	// Where there is nowhere to go, on the only row or above the first that was found, the row is meant all the same.
	f.moved = f.moved || f.list.Index() != before || f.list.Len() == 1 || f.query != ""
}

// point puts the cursor elsewhere by mouse. It selects, and never marks anybody present.
func (f *findings) point(msg tea.Msg) {
	f.turn++
	before := f.list.Index()
	f.list.Update(kit.Shift(msg, 0, f.top))
	_, click := msg.(tea.MouseClickMsg)
	f.moved = f.moved || f.list.Index() != before || click
}

// front is the row under the cursor.
func (f *findings) front() (foundRow, bool) {
	if f.door.hall == nil {
		return foundRow{}, false
	}
	return f.list.Selected()
}

// explain says why the list is empty, where it is.
func (f *findings) explain() {
	f.list.Empty = lang.Of("door.none", "typed", f.query)
	if f.query == "" {
		f.list.Empty = lang.Of("door.nobody")
	}
}

// idle is so while nothing has been typed and the cursor has not been moved: then nobody is meant.
func (f *findings) idle() bool { return f.query == "" && !f.moved }

// namesakes counts those in the list who share the whole name with a guest, the guest included.
func (f *findings) namesakes(g *model.Guest) int { return f.share(g, name.Fold) }

// soundalikes counts those in the list whose names sound like a guest's, the guest included, when the guest was found by
// sound alone; 0 when what was typed is how the guest is written.
func (f *findings) soundalikes(g *model.Guest) int {
	written := strings.Fields(name.FoldText(g.FullName() + " " + g.Post + " " + g.From()))
	for typed := range strings.FieldsSeq(name.FoldText(f.query)) {
		if !slices.ContainsFunc(written, func(w string) bool { return strings.HasPrefix(w, typed) }) {
			return f.share(g, name.Key)
		}
	}
	return 0
}

// unnamed counts those in the list whom the words fit by post and place alone, when the guest in front is one of them: the
// words say nothing about which of them is meant. It is 0 when any word is the name's of the guest in front, by letters or by
// sound, or his number.
func (f *findings) unnamed(front foundRow) (n int) {
	typed := strings.Fields(name.FoldText(f.query))
	if !front.byOffice(typed) {
		return 0
	}
	for _, r := range f.rows {
		if r.byOffice(typed) {
			n++
		}
	}
	return n
}

// byOffice reports whether all words typed begin words of the guest's post and place, and none one of the name.
func (r foundRow) byOffice(typed []string) bool {
	begins := func(words []string, typed string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, typed) })
	}
	g := r.guest
	named := strings.Fields(name.FoldText(g.FullName()))
	office := strings.Fields(name.FoldText(strings.Join([]string{g.Post, g.Institution, g.Village, g.District}, " ")))
	return !r.near && !slices.ContainsFunc(typed, func(w string) bool { return begins(named, w) || !begins(office, w) })
}

// atLeast says how many were found; of more than are listed, that they are no fewer.
func (f *findings) atLeast(n int) lang.Phrase {
	if n < foundMost {
		return lang.Of("door.many-exact", "n", n)
	}
	return lang.Of("door.many-least", "n", n)
}

// share counts those in the list whose names are the same in that respect.
func (f *findings) share(g *model.Guest, respect func(string) string) (n int) {
	want := respect(g.Name)
	for _, r := range f.rows {
		if g.Name != "" && respect(r.guest.Name) == want {
			n++
		}
	}
	return n
}

// everybody is the whole list as a source of rows: nothing is copied, so 100,000 guests cost what is in sight.
type everybody struct {
	hall   *hall.Hall
	places []int32
}

// Len is the number of guests.
func (e everybody) Len() int { return len(e.places) }

// At is a guest by the place on the list.
func (e everybody) At(i int) foundRow { return foundRow{guest: e.hall.At(int(e.places[i]))} }

// Find finds a guest by the number on the list, in whose order the rows are; where numbers were given twice or out of order,
// it looks through all.
func (e everybody) Find(id string) (int, bool) {
	is := func(i int) bool { return string(e.At(i).guest.ID[:]) == id }
	if g := e.hall.Guest(model.ID([]byte(id))); g != nil {
		i := sort.Search(len(e.places), func(i int) bool { return e.At(i).guest.Order >= g.Order })
		for ; i < len(e.places) && e.At(i).guest.Order == g.Order; i++ {
			if is(i) {
				return i, true
			}
		}
	}
	for i := range e.places {
		if is(i) {
			return i, true
		}
	}
	return 0, false
}

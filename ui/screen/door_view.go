package screen

import (
	"strings"

	"charm.land/lipgloss/v2"

	"hadir/model"
	"hadir/model/hall"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

const (
	wideRow  = 100 // cells from which a row shows post, institution and kecamatan in full
	usualRow = 80  // cells from which it shows them short
	closeRow = 58  // cells from which it shows the post
	lowDoor  = 7   // lines below which only box, figures and list are shown

	placeMost = 9 // cells of "l.9 no.99"
)

// View draws the figures, the box, the list, and the last ones who came; or the layer in front.
func (d *Door) View(w, h int) string {
	if d.over != nil {
		top := d.layerTop()
		if top == 0 || h <= top {
			return d.over.View(w, h)
		}
		heading := d.env.Title.Render(d.env.Cut(d.over.Heading(), w-1))
		return kit.Fit(heading, w, top) + "\n" + d.over.View(w, h-top)
	}
	above := []string{d.boxLine(w)}
	if h > 3 {
		above = append([]string{d.figures(w)}, above...)
	}
	var below []string
	if detail := d.detail(w); detail != "" && h > 4 {
		below = append(below, detail)
	}
	if h >= lowDoor {
		below = append(below, d.env.Border.Render(strings.Repeat(d.env.Box.Across, max(0, w-1))), d.news(w))
	}
	d.found.top = len(above)
	rows := max(0, h-len(above)-len(below))
	body := append(above, strings.Split(d.body(w, rows), "\n")...)
	if rows == 0 {
		body = above
	}
	return kit.Fit(strings.Join(append(body, below...), "\n"), w, h)
}

// layerTop is how many lines stand above a layer: its heading, if it has one.
func (d *Door) layerTop() int {
	if d.over.Heading() == "" {
		return 0
	}
	return 1
}

// body is the list, or why there is none.
func (d *Door) body(w, h int) string {
	if d.hall == nil {
		return kit.Fit(d.env.Muted.Render(d.env.Say("door.reading")), w, h)
	}
	d.found.explain()
	return d.found.list.View(w, h)
}

// boxLine is the box: a mark, what was typed, and what a scanner has sent of a code so far.
func (d *Door) boxLine(w int) string {
	held := d.scan.Held()
	typed := d.box.View(max(1, w-len(boxMark)-len(held)), 1)
	if held != "" && d.box.Value() == "" {
		typed = ""
	}
	return boxMark + typed + held
}

const boxMark = " > "

// Cursor is in the box, or in the layer.
func (d *Door) Cursor() (x, y int, ok bool) {
	if d.over != nil {
		x, y, ok = d.over.Cursor()
		return x, y + d.layerTop(), ok
	}
	x, _, ok = d.box.Cursor()
	return x + len(boxMark), d.found.top - 1, ok
}

// nowLeast is the room without which what is running is not told behind the figures.
const nowLeast = 16

// figures are the counts in one line: those of the invited add up to their number. Where there is no room for the words,
// they are shortened; a window too narrow even for that shows what the queue asks about.
func (d *Door) figures(w int) string {
	if d.hall == nil {
		return ""
	}
	line := d.figuresIn("door.figures", "door.figures-excused", "door.figures-absent")
	if kit.Width(line) > w-2 {
		line = d.figuresIn("door.figures-close", "door.figures-excused", "door.figures-absent-close")
	}
	if kit.Width(line) > w-2 {
		line = d.figuresIn("door.figures-short", "door.figures-excused", "door.figures-absent-close")
	}
	const between = " | "
	if room := w - 2 - kit.Width(line) - len(between); d.now() != "" && room >= nowLeast {
		line += between + d.env.Cut(d.now(), room)
	}
	return " " + d.env.Cut(line, w-2)
}

// now says which agenda item is running, for behind the figures; empty where none is.
func (d *Door) now() string {
	for _, x := range d.items {
		if x.ID == d.about.Running {
			return d.env.Say("door.running", "title", x.Title)
		}
	}
	return ""
}

// figuresIn says the counts in these sentences. Excused and absent guests are rare, and named only where there are any.
func (d *Door) figuresIn(all, excused, absent lang.Key) string {
	n := d.hall.Counts()
	var others string
	if n.Excused > 0 {
		others += d.env.Say(excused, "n", d.env.Number(n.Excused))
	}
	if n.Absent > 0 {
		others += d.env.Say(absent, "n", d.env.Number(n.Absent))
	}
	return d.env.Say(all,
		"invited", d.env.Number(n.Invited), "present", d.env.Number(n.Present), "represented", d.env.Number(n.Represented),
		"others", others, "expected", d.env.Number(n.Expected), "walkins", d.env.Number(n.WalkIns), "came", d.env.Number(n.Came()))
}

// detail says of the guest in front what a narrow row leaves out: without it, namesakes could not be told apart.
func (d *Door) detail(w int) string {
	row, ok := d.found.front()
	if w >= usualRow || !ok || d.found.idle() {
		return ""
	}
	parts := []string{office(*row.guest), row.guest.From(), d.found.views.place(row)}
	return d.env.Muted.Render(" " + d.env.Cut(strings.Join(parts, "; "), w-2))
}

// news is who could not be written, as long as there is anybody: the sentence that said so may be gone by then. Otherwise it
// is the last ones who came. That the door waits for the disk is told here, and not on the status line, where it might
// cover what became of the writing.
func (d *Door) news(w int) string {
	if d.leaving != nil {
		return " " + d.env.Cut(d.env.Say("door.leaving"), w-2)
	}
	if len(d.unsaved) > 0 && d.hall != nil {
		line := d.env.Say("door.unsaved-line", "n", len(d.unsaved), "who", d.unsavedNames())
		return d.env.Bad.Render(d.env.BadMark + d.env.Cut(line, w-1-len(d.env.BadMark)))
	}
	return d.recent(w)
}

// recent are the last ones who came, the latest first, as many as fit.
func (d *Door) recent(w int) string {
	if d.hall == nil {
		return ""
	}
	line := ""
	for _, id := range d.hall.Recent() {
		g, s := d.hall.Guest(id), d.hall.Seat(id)
		if g == nil || g.Removed {
			continue
		}
		words := d.clock(s.Since) + " " + d.env.called(*g) + " " + d.env.Say(stateWords(s.State))
		if s.State == model.StateRepresented {
			words += " " + s.Deputy.Name
		}
		words = d.env.Cut(words, w-2)
		if line != "" && kit.Width(line)+4+kit.Width(words) > w-2 {
			break
		}
		if line != "" {
			line += "    "
		}
		line += words
	}
	return " " + d.env.Muted.Render(line)
}

// rowViews draws guests as rows: more of each on a wider window, the state on every one.
type rowViews struct {
	door                       *Door
	wide, usual, close, narrow *kit.Table[foundRow]
}

func newRowViews(d *Door, needs hall.Shape) rowViews {
	v := rowViews{door: d}
	type column = kit.Column[foundRow]
	named := func(least int) column {
		return column{Size: kit.Size{Min: least, Share: 3}, Text: func(r foundRow) string { return d.env.short(*r.guest, least) }}
	}
	nameLeast, officeLeast := 20, 16
	if needs.Printed && needs.Districts {
		// All columns at once are a narrow fit at 80 cells.
		nameLeast, officeLeast = 18, 18
	}
	name := column{Size: kit.Size{Min: nameLeast, Share: 3}, Text: func(r foundRow) string { return d.env.called(*r.guest) }}
	post := column{Size: kit.Size{Min: 10, Share: 2}, Text: func(r foundRow) string { return r.guest.Post }}
	from := column{Size: kit.Size{Min: 14, Share: 4}, Text: func(r foundRow) string { return r.guest.From() }}
	office := column{Size: kit.Size{Min: officeLeast, Share: 3}, Text: func(r foundRow) string { return shortOffice(*r.guest) }}
	// A column of its own, so that a long post never hides it: names of villages repeat.
	district := column{Size: kit.Size{Min: 9, Share: 1}, Text: func(r foundRow) string { return r.guest.District }}
	place := column{Size: kit.Size{Fixed: v.placeWide(needs)}, Text: v.place}
	state := column{Size: kit.Size{Fixed: 15}, Text: v.state, Style: v.style}
	v.wide = kit.NewTable(d.env.Look, name, post, from, place, state)
	v.usual = kit.NewTable(d.env.Look, named(nameLeast), office, district, place, state)
	if !needs.Districts {
		v.usual = kit.NewTable(d.env.Look, named(nameLeast), office, place, state)
	}
	v.close = kit.NewTable(d.env.Look, named(nameLeast), office, state)
	v.narrow = kit.NewTable(d.env.Look, named(16), state)
	return v
}

// placeWide is how many cells the places of the guests take. While all of them are bare numbers they are short, and the names
// have what is left.
func (v rowViews) placeWide(needs hall.Shape) int {
	if needs.Printed || needs.WalkIns {
		return placeMost
	}
	return min(placeMost, kit.Width(v.door.env.Say("door.row-number", "n", needs.Last)))
}

func (v rowViews) draw(r foundRow, w int) string {
	switch {
	case w+3 >= wideRow:
		return v.wide.Row(r, w)
	case w+3 >= usualRow:
		return v.usual.Row(r, w)
	case w+3 >= closeRow:
		return v.close.Row(r, w)
	}
	return v.narrow.Row(r, w)
}

// place is where the guest stands on paper: sheet and row once printed, else the number on the list.
func (v rowViews) place(r foundRow) string {
	env := v.door.env
	switch g := r.guest; {
	case g.Sheet > 0 && g.Row > 0:
		return env.Say("door.row", "sheet", g.Sheet, "row", g.Row)
	case g.WalkIn:
		return env.Say("door.row-walk-in")
	case g.Order > 0:
		return env.Say("door.row-number", "n", g.Order)
	}
	return ""
}

// state is what happened to the guest, as far as it is on disk.
func (v rowViews) state(r foundRow) string {
	env, d := v.door.env, v.door
	if p, ok := d.pending[r.guest.ID]; ok {
		if p.failed {
			return env.Say("door.row-unsaved")
		}
		return env.Say("door.row-saving")
	}
	s := d.hall.Seat(r.guest.ID)
	switch s.State {
	case model.StatePresent:
		return env.Say("door.row-present", "time", d.clock(s.Since))
	case model.StateRepresented:
		return env.Say("door.row-represented", "time", d.clock(s.Since))
	case model.StateAbsent:
		return env.Say("door.row-absent")
	}
	return env.Say(stateWords(s.State))
}

func (v rowViews) style(r foundRow) *lipgloss.Style {
	env, d := v.door.env, v.door
	switch p, ok := d.pending[r.guest.ID]; {
	case ok && p.failed:
		return &env.Bad
	case ok:
		return &env.Warn
	case d.hall.Seat(r.guest.ID).Came():
		return &env.Good
	}
	return nil
}

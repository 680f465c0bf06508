package screen

import (
	"strings"

	"charm.land/lipgloss/v2"

	"hadir/model"
	"hadir/model/board"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// boardWide is the width of a row from which there is room for more than what is to be done, and when.
const boardWide = 56

// The cells that the due date takes: a day, or how late it is.
const (
	boardDay  = 11
	boardLate = 18
)

// tables are made anew when the follow-ups are: what has to be done gets the room that nobody's being late leaves.
func (b *followUps) tables() {
	due := boardDay
	if b.counts[board.Late] > 0 {
		due = boardLate
	}
	when := kit.Column[boardRow]{Title: "board.when", Size: kit.Size{Fixed: due}, Text: func(r boardRow) string {
		return b.env.DueWords(b.board.At(r.at).Action)
	}, Style: func(r boardRow) *lipgloss.Style {
		if r.group == board.Late {
			return &b.env.Bad
		}
		return nil
	}}
	do := kit.Column[boardRow]{Title: "board.do", Size: kit.Size{Min: 24, Share: 5}, Text: func(r boardRow) string {
		return doWords(b.board.At(r.at).Action)
	}}
	owner := kit.Column[boardRow]{Title: "board.owner", Size: kit.Size{Min: 12, Share: 1}, Text: func(r boardRow) string {
		return b.env.ownerWords(b.board.At(r.at).Action)
	}}
	status := kit.Column[boardRow]{Title: "board.status", Size: kit.Size{Fixed: 13}, Text: func(r boardRow) string {
		return b.env.Say(ActionStatusWords(b.board.At(r.at).Status))
	}}
	from := kit.Column[boardRow]{Title: "board.from", Size: kit.Size{Min: 16, Share: 1}, Text: func(r boardRow) string {
		return b.board.At(r.at).From
	}}
	b.wide = kit.NewTable(b.env.Look, when, do, owner, status, from)
	do.Size.Min = 8
	b.narrow = kit.NewTable(b.env.Look, when, do)
}

func (b *followUps) table(w int) *kit.Table[boardRow] {
	if w < boardWide {
		return b.narrow
	}
	return b.wide
}

// draw gives one row in w cells.
func (b *followUps) draw(r boardRow, w int) string {
	if r.at == headingRow {
		return b.heading(r.group, w)
	}
	return b.table(w).Row(r, w)
}

// heading names a group, and how many follow-ups stand in it.
func (b *followUps) heading(g board.Group, w int) string {
	key := [...]lang.Key{"board.late", "board.week", "board.later", "board.undated", "board.done"}[g]
	return b.env.Title.Render(b.env.Cut(b.env.Say(key, "n", b.env.Number(b.counts[g])), w))
}

// View draws what is filtered, the list under the heading of the group that is on top, and what is told or asked below.
func (b *followUps) View(w, h int) string {
	switch {
	case b.board == nil:
		return b.env.Muted.Render(b.env.Cut(b.env.Say("board.reading"), w-1))
	case b.pick != nil:
		return b.pick.View(w, h)
	}
	var head []string
	if b.box != nil {
		head = append(head, b.env.Mark+b.box.View(w-2, 1))
	}
	if words := b.filterWords(); words != "" && h >= guestsLow {
		head = append(head, b.env.Muted.Render(b.env.Cut(words, w-1)))
	}
	if len(b.rows) > 0 {
		// The heading of the group on top stands here, wherever the list has been scrolled to.
		head = append(head, " ")
	}
	below := b.detail(w, h)
	if b.form != nil {
		below = b.formView(w, max(1, min(9, h-3)))
	}
	b.top = max(0, min(len(head), h-1))
	b.below = h - strings.Count(below, "\n") - 1
	b.list.Empty = b.empty()
	out := kit.Frame(w, h, strings.Join(head, "\n"), below, b.list.View)
	if len(b.rows) > 0 && b.top == len(head) {
		lines := strings.Split(out, "\n")
		lines[b.top-1] = kit.Fit(b.heading(b.onTop(), w-1), w, 1)
		out = strings.Join(lines, "\n")
	}
	return out
}

// onTop is the group of the first row in sight, at the last View. Where that is a heading, the group above it has just gone.
func (b *followUps) onTop() board.Group {
	_, y, _ := b.list.Cursor()
	top := max(0, b.list.Index()-y)
	if b.rows[top].at == headingRow && top > 0 {
		top--
	}
	return b.rows[top].group
}

// detail tells the follow-up under the cursor in full, where there is room.
func (b *followUps) detail(w, h int) string {
	a, ok := b.selected()
	if !ok || h < detailHigh {
		return ""
	}
	parts := []string{a.Do}
	for _, p := range []struct {
		key   lang.Key
		value string
	}{
		{"action.problem", a.Problem},
		{"action.owner", a.Owner},
		{"action.promised-to", promisedTo(a)},
		{"action.due", b.env.dueInFull(a)},
		{"action.event", b.eventWords(a.Event)},
	} {
		if p.value != "" {
			parts = append(parts, b.env.Say(p.key)+": "+p.value)
		}
	}
	for i, said := range parts[:len(parts)-1] {
		// What people typed may end its own sentence.
		if !strings.HasSuffix(said, ".") && !strings.HasSuffix(said, "?") && !strings.HasSuffix(said, "!") {
			parts[i] += "."
		}
	}
	told := b.env.Wrap(strings.Join(parts, " "), w-1)
	return b.env.Muted.Render(strings.Join(told[:min(len(told), h/4)], "\n"))
}

// eventWords names an event, and says of sample data that it is.
func (b *followUps) eventWords(id model.ID) string {
	e := b.board.Event(id)
	if e.Sample && !b.about.Sample {
		return b.env.Say("person.sample", "theme", e.Theme)
	}
	return e.Theme
}

// filterWords says what is filtered.
func (b *followUps) filterWords() string {
	if !b.filtered() {
		return ""
	}
	parts := []string{b.env.Say("board.shown", "n", b.env.Number(len(b.shown)), "of", b.env.Number(b.board.Len()))}
	for _, called := range b.called {
		if called != "" {
			parts = append(parts, called)
		}
	}
	if b.filter.Words != "" {
		parts = append(parts, "\""+b.filter.Words+"\"")
	}
	return strings.Join(parts, " | ")
}

// empty is what stands in the place of rows.
func (b *followUps) empty() lang.Phrase {
	if b.filtered() {
		return lang.Of("board.no-match")
	}
	return lang.Of("board.none")
}

// Cursor is in the box, on what is asked, or on the follow-up.
func (b *followUps) Cursor() (x, y int, ok bool) {
	switch {
	case b.board == nil:
		return 0, 0, false
	case b.pick != nil:
		return b.pick.Cursor()
	case b.form != nil:
		x, y, ok = b.formCursor()
		return x, y + b.below, ok
	case b.box != nil:
		x, y, ok = b.box.Cursor()
		return x + kit.Width(b.env.Mark), y, ok
	}
	x, y, ok = b.list.Cursor()
	return x, y + b.top, ok
}

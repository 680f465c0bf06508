package paper

import (
	"strconv"
	"strings"

	"hadir/model"
	"hadir/ui/lang"
)

// share counts those who came, by sex. What nobody filled in is told as that.
type share struct{ men, women, unsaid int }

func (s *share) add(sex string) {
	switch sex {
	case "L":
		s.men++
	case "P":
		s.women++
	default:
		s.unsaid++
	}
}

func (s share) all() int { return s.men + s.women + s.unsaid }

// cells are the four figures.
func (s share) cells() []Cell {
	out := make([]Cell, 0, 4)
	for _, n := range []int{s.men, s.women, s.unsaid, s.all()} {
		out = append(out, Whole(n, strconv.Itoa(n)))
	}
	return out
}

// shares count those who came by group, in the order of the categories; the last is all of them.
func (f Facts) shares() (groups []model.Category, by map[model.Category]*share) {
	by = map[model.Category]*share{}
	for _, g := range f.guests() {
		s := f.Seats[g.ID]
		if !s.Came() {
			continue
		}
		c := model.Category(g.Category)
		if !c.Known() {
			c = ""
		}
		if by[c] == nil {
			by[c] = &share{}
		}
		sex := g.Sex
		if s.State == model.StateRepresented {
			sex = "" // whoever came instead may be of another
		}
		by[c].add(sex)
	}
	for _, c := range append(model.Categories(), "") {
		if by[c] != nil {
			groups = append(groups, c)
		}
	}
	return groups, by
}

// groupTable is the table of groups by sex.
func (m *maker) groupTable() Table {
	say := m.l.Say
	t := Table{Name: say("paper.sheet-groups"), Size: sizeSmall, Columns: []Column{
		{Head: say("paper.no"), Width: 9, Align: Centre},
		{Head: say("paper.group"), Width: 66},
		{Head: say("paper.men"), Width: 20, Align: Right},
		{Head: say("paper.women"), Width: 20, Align: Right},
		{Head: say("paper.unsaid"), Width: 26, Align: Right},
		{Head: say("paper.sum"), Width: 24, Align: Right},
	}}
	var all share
	groups, by := m.f.shares()
	for i, c := range groups {
		s := *by[c]
		all = share{all.men + s.men, all.women + s.women, all.unsaid + s.unsaid}
		t.Rows = append(t.Rows, Row{Cells: append([]Cell{rowNumber(i + 1), {Text: m.category(c)}}, s.cells()...)})
	}
	t.Rows = append(t.Rows, Row{Bold: true, Cells: append([]Cell{{Text: say("paper.sum"), Span: 2}}, all.cells()...)})
	return t
}

func (m *maker) category(c model.Category) string {
	if c == "" {
		return m.l.Say("paper.unsaid")
	}
	return m.l.Say(lang.Key("category." + strings.ToLower(string(c))))
}

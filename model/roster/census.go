package roster

import (
	"slices"

	"hadir/model"
	"hadir/model/name"
)

// crowd is how many people of one name and institution, or alike in one respect, are looked at one by one. A list in which
// there are more says the same of everybody, and is not worth the square of its length.
const crowd = 64

// entrant is somebody whom the list names, in one row or in several. Who they are rests on the list alone, whatever the event
// knows: so the same list read again names the same people, and changes nothing.
type entrant struct {
	first, last int32 // his rows
	marks       marks
	names       *namesakes
	ordinal     int      // among those of the list who share name and institution: 1, 2, ...
	id          model.ID // that these give; zero until it is asked for
	person      int32    // who he is
}

// namesakes are the people who share a folded name and institution.
type namesakes struct {
	name, place string
	guests      []int32 // of the event, in the order of its list
	entrants    []int32 // of this list
	ordinal     int     // the last given to one of this list
}

// census turns rows into entrants.
type census struct {
	plan     *Plan
	folds    *folds
	byKey    map[string]*namesakes
	carriers map[string][]int32 // entrants by NIK
	entrants []entrant
	key      []byte // scratch
}

func newCensus(p *Plan, f *folds) *census {
	return &census{
		plan: p, folds: f, entrants: make([]entrant, 0, len(p.Rows)),
		byKey: make(map[string]*namesakes, cap(p.people)), carriers: make(map[string][]int32),
	}
}

// namesakes are the people of a guest's name and institution, nobody at first.
func (c *census) namesakes(g *model.Guest) *namesakes {
	folded, place := c.folds.name(g), c.folds.place(g)
	c.key = append(append(append(c.key[:0], folded...), 0), place...)
	n, ok := c.byKey[string(c.key)]
	if !ok {
		n = &namesakes{name: folded, place: place}
		c.byKey[string(c.key)] = n
	}
	return n
}

// enter takes in a row with a name.
func (c *census) enter(row int32) {
	g := &c.plan.Rows[row].Guest
	names := c.namesakes(g)
	i := c.carrier(g)
	if i == none {
		i = c.sameAs(names, g)
	}
	if i == none {
		names.ordinal++
		i = int32(len(c.entrants))
		c.entrants = append(c.entrants, entrant{first: row, last: row, names: names, ordinal: names.ordinal, person: none})
	} else {
		c.plan.Rows[c.entrants[i].last].next = row
		c.entrants[i].last = row
	}
	c.entrants[i].marks.learn(marksOf(g))
	names.entrants = meet(names.entrants, i)
	if g.NIK != "" {
		c.carriers[g.NIK] = meet(c.carriers[g.NIK], i)
	}
}

// meet adds somebody to a few, once.
func meet(few []int32, i int32) []int32 {
	if len(few) < crowd && !slices.Contains(few, i) {
		return append(few, i)
	}
	return few
}

// carrier is the entrant who has the row's NIK. One NIK under names that are not alike was copied by mistake, and stands for
// nobody.
func (c *census) carrier(g *model.Guest) int32 {
	if g.NIK != "" {
		for _, i := range c.carriers[g.NIK] {
			if alike(&c.plan.Rows[c.entrants[i].first].Guest, g) {
				return i
			}
		}
	}
	return none
}

// sameAs is the entrant of the row's name and institution against whom nothing speaks: of several the one for whom most
// speaks, and of equals the first.
func (c *census) sameAs(names *namesakes, g *model.Guest) int32 {
	best, most := int32(none), -1
	for _, i := range names.entrants {
		m := c.entrants[i].marks
		if w := m.weight(marksOf(g)); w > most && !c.folds.against(g.Institution, m, marksOf(g)) {
			best, most = i, w
		}
	}
	return best
}

// alike reports whether two guests have names that can be one person's.
func alike(a, b *model.Guest) bool {
	return a.Name != "" && b.Name != "" && !compareGuests(a, b).Has(name.NameDiffers)
}

// compareGuests holds two guests side by side, as package name does.
func compareGuests(a, b *model.Guest) name.Likeness { return name.Compare(known(a), known(b)) }

func known(g *model.Guest) name.Known {
	return name.Known{Name: g.FullName(), Institution: g.Institution, Village: g.Village, Phone: g.Phone, NIK: g.NIK}
}

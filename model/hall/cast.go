package hall

import (
	"hadir/model"
	"hadir/model/name"
)

// Source says where somebody who may hold a role is known from.
type Source uint8

// The sources, in the order in which they are offered.
const (
	FromRole   Source = iota + 1 // holds a role at this event already
	FromList                     // stands on this event's list
	FromPeople                   // stands in the directory
)

// Candidate is somebody who may hold a role at an event: one person, however many roles and records he has.
type Candidate struct {
	Person              model.ID // the same in all roles that he holds
	Name, Before, After string
	Post, Institution   string
	Source              Source
	Near                bool // one letter away from what was typed
}

// FullName is the name with its titles.
func (c Candidate) FullName() string {
	return model.Role{Before: c.Before, Name: c.Name, After: c.After}.FullName()
}

// Role is the role that this person would hold: who, under the name and post as on that day.
func (c Candidate) Role(duty model.Duty) model.Role {
	return model.Role{
		Duty: duty, Person: c.Person, Name: c.Name, Before: c.Before, After: c.After, Post: c.Post, Institution: c.Institution,
	}
}

// Cast is everybody who may hold a role at an event, found by a few letters as at the door.
type Cast struct {
	all   []Candidate
	index *name.Index
}

// NewCast gathers those who hold roles already, the guests and the directory, each person once. personOf tells who a guest is.
func NewCast(roles []model.Role, guests []model.Guest, people []model.Person, personOf func(model.Guest) model.ID) *Cast {
	c := &Cast{}
	seen := make(map[model.ID]bool)
	var terms []string
	add := func(x Candidate, t string) {
		if x.Name == "" || !x.Person.IsZero() && seen[x.Person] {
			return
		}
		seen[x.Person] = true
		c.all, terms = append(c.all, x), append(terms, t)
	}
	entry := func(x Candidate) string {
		return name.Terms(name.Entry{Name: x.Name, Post: x.Post, Institution: x.Institution})
	}
	for _, r := range roles {
		x := Candidate{r.Person, r.Name, r.Before, r.After, r.Post, r.Institution, FromRole, false}
		add(x, entry(x))
	}
	for _, g := range guests {
		if !g.Removed {
			add(Candidate{personOf(g), g.Name, g.Before, g.After, g.Post, g.Institution, FromList, false}, Terms(g))
		}
	}
	for _, p := range people {
		x := Candidate{p.ID, p.Name, p.Before, p.After, p.Post, p.Institution, FromPeople, false}
		add(x, entry(x))
	}
	c.index = name.NewIndex(terms)
	return c
}

// Find gives those whom the query finds, best first, at most limit.
func (c *Cast) Find(query string, limit int) []Candidate {
	hits := c.index.Find(query, limit).Hits
	out := make([]Candidate, 0, len(hits))
	for _, h := range hits {
		x := c.all[h.Row]
		x.Near = h.Near
		out = append(out, x)
	}
	return out
}

// Of is the person with this ID; false when there is none.
func (c *Cast) Of(person model.ID) (Candidate, bool) {
	for _, x := range c.all {
		if x.Person == person {
			return x, true
		}
	}
	return Candidate{}, false
}

// Typed is somebody whom only his typed name tells, with titles before and after it taken apart.
func Typed(words string) Candidate {
	n := name.Parse(words)
	return Candidate{Name: n.Bare, Before: n.Before, After: n.After}
}

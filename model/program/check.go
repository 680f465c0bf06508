package program

import (
	"fmt"
	"slices"
	"strings"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/text"
)

// MaxEntries is how many entries each part of a file may have: far above any event's, and low enough to be read in seconds.
const MaxEntries = 200_000

// checker cleans and judges the fields one by one; the first error stays.
type checker struct {
	where string // the entry that is being looked at, such as "roles[2]"
	err   error
}

// Clean makes the texts of a file fit to be stored and brings dates and times into the form in which records keep them, or says
// what is wrong with the file. [Parse] has done it; it is for files that were put together otherwise. Every error is an
// *[Error].
func (f *File) Clean() error {
	c := &checker{}
	f.Event.check(c)
	c.few("sessions", len(f.Sessions))
	c.few("people", len(f.People))
	c.few("roles", len(f.Roles))
	c.few("agenda", len(f.Agenda))
	c.few("guests", len(f.Guests))
	if c.err != nil {
		return c.err
	}
	for i := range f.Sessions {
		f.Sessions[i].check(c.at("sessions", i))
	}
	people := keys{}
	for i := range f.People {
		f.People[i].check(c.at("people", i), people)
	}
	roles := keys{}
	for i := range f.Roles {
		f.Roles[i].check(c.at("roles", i), people, roles)
	}
	for i := range f.Agenda {
		f.Agenda[i].check(c.at("agenda", i), roles)
	}
	for i := range f.Guests {
		f.Guests[i].check(c.at("guests", i))
	}
	return c.err
}

func (e *Event) check(c *checker) {
	c.where = "event"
	lines(&e.Theme, &e.Kind, &e.Organiser, &e.Venue, &e.Invitation, &e.Assignment, &e.Source)
	for _, s := range []*string{&e.Basis, &e.Groups, &e.Result, &e.Conclusion, &e.Suggestion} {
		*s, _ = text.Block(*s)
	}
	c.need("theme", e.Theme)
	c.date("date", &e.Date)
	c.clock("start", &e.Start)
	c.clock("end", &e.End)
	c.zone("zone", &e.Zone)
	if e.Status != "" {
		oneOf(c, "status", e.Status, model.Statuses())
	}
	if e.Expected < 0 {
		c.fail(FaultValue, "expected", fmt.Sprint(e.Expected))
	}
}

func (s *Session) check(c *checker) {
	lines(&s.Name)
	c.need("name", s.Name)
	c.date("date", &s.Date)
	c.clock("start", &s.Start)
	c.clock("end", &s.End)
}

func (p *Person) check(c *checker, people keys) {
	lines(&p.Name, &p.Before, &p.After, &p.Institution)
	c.need("name", p.Name)
	c.need("key", p.Key)
	people.add(c, p.Key)
}

func (r *Role) check(c *checker, people, roles keys) {
	lines(&r.Post)
	oneOf(c, "duty", r.Duty, model.Duties())
	c.need("person", r.Person)
	people.find(c, "person", r.Person)
	if r.Key != "" {
		roles.add(c, r.Key)
	}
}

func (a *Item) check(c *checker, roles keys) {
	oneOf(c, "kind", a.Kind, model.ItemKinds())
	lines(&a.Title)
	c.need("title", a.Title)
	c.clock("start", &a.Start)
	c.clock("end", &a.End)
	if a.Role != "" {
		roles.find(c, "role", a.Role)
	}
	for i := range a.Points {
		lines(&a.Points[i])
	}
	a.Points = slices.DeleteFunc(a.Points, func(s string) bool { return s == "" })
}

// check leaves the guest's words as they are: package roster cleans and reads them.
func (g *Guest) check(c *checker) { c.need("name", strings.TrimSpace(g.Name)) }

// at moves the checker to an entry.
func (c *checker) at(part string, i int) *checker {
	c.where = fmt.Sprintf("%s[%d]", part, i+1)
	return c
}

func (c *checker) fail(f Fault, field, value string) {
	if c.err == nil {
		c.err = &Error{Fault: f, Where: c.where + "." + field, Value: value}
	}
}

func (c *checker) need(field, value string) {
	if value == "" {
		c.fail(FaultMissing, field, "")
	}
}

// few refuses a part that has more entries than any event.
func (c *checker) few(part string, n int) {
	if n > MaxEntries && c.err == nil {
		c.err = &Error{Fault: FaultTooMany, Where: part}
	}
}

// lines cleans texts of one line. What nobody can see is taken out without a word; a text of nothing else is empty.
func lines(texts ...*string) {
	for _, s := range texts {
		*s, _ = text.Line(*s)
	}
}

func (c *checker) date(field string, s *string) {
	var d date.Date
	if err := d.UnmarshalText([]byte(*s)); err != nil {
		c.fail(FaultValue, field, *s)
	}
	*s = d.String()
}

func (c *checker) clock(field string, s *string) {
	var t date.Clock
	if err := t.UnmarshalText([]byte(*s)); err != nil {
		c.fail(FaultValue, field, *s)
	}
	*s = t.String()
}

func (c *checker) zone(field string, s *string) {
	var z date.Zone
	if err := z.UnmarshalText([]byte(*s)); err != nil {
		c.fail(FaultValue, field, *s)
	}
	*s = z.String()
}

func oneOf[T ~string](c *checker, field string, v T, allowed []T) {
	if !slices.Contains(allowed, v) {
		c.fail(FaultValue, field, string(v))
	}
}

// keys are the keys of one part of the file.
type keys map[string]bool

func (k keys) add(c *checker, key string) {
	if k[key] {
		c.fail(FaultTwice, "key", key)
	}
	k[key] = true
}

func (k keys) find(c *checker, field, key string) {
	if key != "" && !k[key] {
		c.fail(FaultReference, field, key)
	}
}

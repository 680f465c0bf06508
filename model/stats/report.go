package stats

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// By is what figures are told by.
type By string

// What figures are told by.
const (
	Month       By = "month"
	Place       By = "place" // where events were held
	Institution By = "institution"
	Tag         By = "tag"
)

// Bys are all of them.
func Bys() []By { return []By{Month, Place, Institution, Tag} }

// Row is the figures of one month, place, institution or topic.
type Row struct {
	Name   string // a month as 2023-11
	Events int
	Sum
	Late int // open promises whose day has passed; not told by institution and topic
}

// Report is figures over time.
type Report struct {
	By     By
	Since  string // ISO 8601; empty: from the beginning
	Sample bool   // of sample data: there is nothing else
	Total  Row
	Rows   []Row // months in their order; anything else by its size, the largest first
}

// Counter sums up events. Sample data is counted only where there is nothing else.
type Counter struct {
	by           By
	since, today string
	real, sample group
}

// NewCounter counts events of a day on or after since, both ISO 8601; an empty since counts all, those without a day too.
func NewCounter(by By, since, today string) *Counter {
	return &Counter{by: by, since: since, today: today, real: newGroup(), sample: newGroup()}
}

// group is the figures of real events, or of samples.
type group struct {
	total Row
	rows  map[string]*Row // by folded name
	named map[string]*Row // the same by the names as they were written, of which there are a million and most come again
	folds Folds
}

func newGroup() group {
	return group{rows: make(map[string]*Row), named: make(map[string]*Row), folds: make(Folds)}
}

// Add takes one event.
func (c *Counter) Add(e Event) {
	if e.Gone || e.Day < c.since {
		return
	}
	g := &c.real
	if e.Sample {
		g = &c.sample
	}
	late := 0
	for _, due := range e.Open {
		if due < c.today {
			late++
		}
	}
	g.add(&g.total, e.Sum, late)
	switch c.by {
	case Month:
		if len(e.Day) >= 7 {
			g.add(g.row(e.Day[:7], e.Day[:7]), e.Sum, late)
		} else {
			g.add(g.row("", ""), e.Sum, late)
		}
	case Place:
		g.add(g.row(g.folds.of(e.Venue), e.Venue), e.Sum, late)
	case Institution:
		g.addParts(e.From)
	case Tag:
		g.addParts(e.Tags)
	}
}

func (g *group) addParts(parts []Part) {
	for _, p := range parts {
		r := g.named[p.Name]
		if r == nil {
			r = g.row(g.folds.of(p.Name), p.Name)
			g.named[strings.Clone(p.Name)] = r
		}
		g.add(r, p.Sum, 0)
	}
}

func (g *group) add(r *Row, s Sum, late int) {
	r.Events++
	r.Late += late
	r.Sum.add(s)
}

func (g *group) row(key, called string) *Row {
	r := g.rows[key]
	if r == nil {
		r = &Row{Name: called}
		g.rows[key] = r
	}
	return r
}

// Report is what was counted.
func (c *Counter) Report() Report {
	out := Report{By: c.by, Since: c.since}
	g := &c.real
	if g.total.Events == 0 && c.sample.total.Events > 0 {
		g, out.Sample = &c.sample, true
	}
	out.Total = g.total
	for _, r := range g.rows {
		out.Rows = append(out.Rows, *r)
	}
	if c.by == Month {
		out.Rows = months(out.Rows)
		return out
	}
	slices.SortFunc(out.Rows, func(a, b Row) int {
		return cmp.Or(
			cmp.Compare(c.size(b), c.size(a)), cmp.Compare(b.Events, a.Events), cmp.Compare(b.Came, a.Came), strings.Compare(a.Name, b.Name),
		)
	})
	return out
}

// size is what rows are sorted by.
func (c *Counter) size(r Row) int {
	switch c.by {
	case Institution:
		return r.Came
	case Tag:
		return r.Questions
	}
	return r.Events
}

// months puts months in their order, those between without events too, so that a gap is seen; events without a day come last.
func months(rows []Row) (out []Row) {
	slices.SortFunc(rows, func(a, b Row) int { return strings.Compare(a.Name, b.Name) })
	var undated []Row
	for _, r := range rows {
		if r.Name == "" {
			undated = append(undated, r)
			continue
		}
		for len(out) > 0 && len(out) < mostMonths {
			next := nextMonth(out[len(out)-1].Name)
			if next == "" || next >= r.Name {
				break
			}
			out = append(out, Row{Name: next})
		}
		out = append(out, r)
	}
	return append(out, undated...)
}

// mostMonths bounds the gaps that are filled: a slip in a year must not make thousands of rows.
const mostMonths = 600

// nextMonth is the month after one as 2023-11; empty where that is none.
func nextMonth(m string) string {
	var year, month int
	if n, err := fmt.Sscanf(m, "%d-%d", &year, &month); n != 2 || err != nil || month < 1 || month > 12 {
		return ""
	}
	if month == 12 {
		year, month = year+1, 0
	}
	return fmt.Sprintf("%04d-%02d", year, month+1)
}

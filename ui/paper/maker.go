package paper

import (
	"slices"
	"strings"
	"time"

	"hadir/model"
	"hadir/model/date"
	"hadir/ui/lang"
)

// maker puts one paper together from facts, and notes what it misses.
type maker struct {
	l *lang.Lang
	f Facts
	p Paper

	head *Letterhead // as it was made first: who writes many letters opens one logo
}

// newMaker begins a paper: its name, its title, and what the office's papers have in common.
func newMaker(l *lang.Lang, f Facts, name, title lang.Key) *maker {
	m := &maker{l: l, f: f}
	m.p = Paper{
		Name: l.Say(name), Title: line(l.Say(title) + " - " + f.Event.Theme), Author: f.Office.Name, Lang: "id-ID", Size: f.Office.Size,
		Made: m.day().At(0, zoneOf(f)), Count: l.Say("paper.page-of"),
	}
	if l.Code() == lang.English {
		m.p.Lang = "en-GB"
	}
	if m.day().IsZero() {
		m.p.Made = time.Time{}
	}
	if f.Event.Sample {
		m.p.Stamps = append(m.p.Stamps, l.Say("paper.sample"))
	}
	if f.Draft {
		m.p.Stamps = append(m.p.Stamps, l.Say("paper.draft"))
	}
	return m
}

func (m *maker) add(blocks ...Block) { m.p.Body = append(m.p.Body, blocks...) }

// gap is how something that nobody recorded is printed, and noted.
func (m *maker) gap(field string, name lang.Key) string {
	says := m.l.Say(name)
	g := Gap{Field: field, Says: says}
	if !slices.Contains(m.p.Gaps, g) {
		m.p.Gaps = append(m.p.Gaps, g)
	}
	return m.l.Say("paper.gap", "what", says)
}

// or is a value, or its gap.
func (m *maker) or(value, field string, name lang.Key) string {
	if strings.TrimSpace(value) == "" {
		return m.gap(field, name)
	}
	return value
}

// letterNumber is the number that the secretariat gave a letter, or its gap, which shows how the office's numbers look.
func (m *maker) letterNumber(value, field string, name lang.Key) string {
	if strings.TrimSpace(value) != "" {
		return value
	}
	gap := m.gap(field, name)
	if format := line(m.f.Office.Numbers); format != "" {
		gap = m.l.Say("paper.gap", "what", m.l.Say(name)+" "+format)
	}
	return gap
}

// personal marks the paper as one that holds personal data, unless it is the public copy, which leaves them out: see [Publish].
func (m *maker) personal() {
	if !m.f.Public || m.f.Phone || m.f.NIK {
		m.p.mark(m.l)
	}
}

// mark says that the paper holds personal data: in the name of its file and at the foot of its pages.
func (p *Paper) mark(l *lang.Lang) {
	p.Personal = true
	p.Name += "-" + l.Say("paper.personal-name")
	p.Foot = append(p.Foot, l.Say("paper.personal"))
}

// letterhead is the office's. A logo that is no picture is left out and noted.
func (m *maker) letterhead() {
	o := m.f.Office
	if len(o.Head) == 0 && len(o.Logo) == 0 {
		return
	}
	if m.head == nil {
		m.head = &Letterhead{Lines: o.Head}
		if len(o.Logo) > 0 {
			if logo := m.ready(Picture{Data: o.Logo, Name: o.LogoName}); len(logo.Data) > 0 {
				m.head.Logo = &logo
			}
		}
	}
	m.add(*m.head)
}

// lang is the language in which dates are written.
func (m *maker) lang() date.Lang { return date.Lang(m.l.Code()) }

func zoneOf(f Facts) date.Zone {
	for _, s := range []string{f.Event.Zone, f.Office.Zone} {
		if z, ok := date.ParseZone(s); ok {
			return z
		}
	}
	return date.WIB
}

// dayOf reads a date of a record; the zero Date where there is none.
func dayOf(iso string) date.Date {
	var d date.Date
	if d.UnmarshalText([]byte(iso)) != nil {
		return date.Date{}
	}
	return d
}

// day is the event's day, or the session's where that has one of its own.
func (m *maker) day() date.Date {
	if d := dayOf(m.f.Session.Date); !d.IsZero() {
		return d
	}
	return dayOf(m.f.Event.Date)
}

// longDay is "Selasa, 21 November 2023", or its gap.
func (m *maker) longDay() string { return m.or(m.day().Long(m.lang()), model.EventDate, "paper.day") }

// hours are "09.00-12.00 WIB", or their gap.
func (m *maker) hours() string {
	start, end := m.f.Event.Start, m.f.Event.End
	if m.f.Session.Start != "" {
		start, end = m.f.Session.Start, m.f.Session.End
	}
	return m.or(m.between(start, end), model.EventStart, "paper.hours")
}

func (m *maker) between(start, end string) string {
	from, _, err := date.ParseClock(start)
	if err != nil {
		return start
	}
	to, _, err := date.ParseClock(end)
	if err != nil {
		to = 0
	}
	return date.Hours(from, to, zoneOf(m.f), m.lang())
}

func (m *maker) venue() string { return m.or(m.f.Event.Venue, model.EventVenue, "paper.venue") }

func (m *maker) theme() string { return m.or(m.f.Event.Theme, model.EventTheme, "paper.theme") }

// named are the title block of a paper: its name, and the event in capitals.
func (m *maker) named(title string) Titles {
	kind := m.f.Event.Kind
	return Titles{Lines: []string{strings.ToUpper(title), strings.ToUpper(strings.TrimSpace(kind + " " + m.theme()))}}
}

// placeAndDay is "Rembang, 21 November 2023", where and when a paper is signed.
func (m *maker) placeAndDay() string {
	d := m.f.Date
	if d.IsZero() {
		d = m.day()
	}
	return m.or(m.f.Office.City, model.OfficeCity, "paper.city") + ", " + m.or(d.Plain(m.lang()), model.EventDate, "paper.day")
}

// signer is who has a duty at the event; without anybody the name is left to be written in.
func (m *maker) signer(duty model.Duty, post lang.Key) Signer {
	s := Signer{Post: m.l.Say(post)}
	if found := m.f.roles(duty); len(found) > 0 {
		s.Name, s.NIP = found[0].FullName(), m.f.NIP[found[0].Person]
	}
	return s
}

// linesOf are the parts of a register that holds one thing a line.
func linesOf(s string) []string {
	var out []string
	for l := range strings.SplitSeq(s, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// items are lines as a list has them.
func items(lines []string) [][]Run {
	out := make([][]Run, len(lines))
	for i, l := range lines {
		out[i] = Text(l)
	}
	return out
}

// titled is a name with the post behind it, as papers introduce people.
func titled(name, post string) string {
	if name == "" || post == "" {
		return name + post
	}
	return name + ", " + post
}

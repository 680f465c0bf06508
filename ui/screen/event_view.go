package screen

import (
	"strings"

	"hadir/model"
	"hadir/model/date"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// eventLow is the height below which an event's page shows only what matters at the door.
const eventLow = 16

// eventTall is the height from which the dossier is told point by point.
const eventTall = 34

// eventMissing is how many of those who are missing are always in sight on a window that is not low.
const eventMissing = 5

// View draws the event's facts, its figures, what is next, and the guests who are missing.
func (p *eventPage) View(w, h int) string {
	if p.event.hall == nil {
		return p.env.Muted.Render(p.env.Cut(p.env.Say("event.reading"), w-1))
	}
	if p.status != nil {
		return p.status.View(w, h)
	}
	head := p.head(w, h)
	p.above = max(0, min(len(head), h-1))
	p.missing.Empty = p.nobody()
	return kit.Frame(w, h, strings.Join(head, "\n"), "", p.missing.View)
}

// Cursor is on the guest, or on the status, that is selected.
func (p *eventPage) Cursor() (x, y int, ok bool) {
	if p.status != nil {
		return p.status.Cursor()
	}
	x, y, ok = p.missing.Cursor()
	return x, y + p.above, ok
}

// head gives the lines above the list.
func (p *eventPage) head(w, h int) []string {
	var lines []string
	for _, line := range p.env.Wrap(p.figures(), w-1) {
		lines = append(lines, p.env.Title.Render(line))
	}
	lines = append(lines, p.sessions(w)...)
	for i, line := range p.env.Wrap(p.env.Tell(p.next()), w-3) {
		before := p.env.NoMark
		if i == 0 {
			before = p.env.Mark
		}
		lines = append(lines, p.env.Accent.Render(before+line))
	}
	heading := p.env.Title.Render(p.env.Cut(p.env.Tell(p.heading()), w-1))
	if h < eventLow {
		return append(lines, heading)
	}
	lines = append(append(lines, ""), p.roomLines(w, h >= eventTall)...)
	facts := p.facts(w, h-len(lines)-1-min(eventMissing, max(1, p.missing.Len())))
	return append(append(facts, lines...), heading)
}

// facts are what is known of the event, a line each, at the most so many lines with the empty one below them; what nobody has
// filled in has no line. On a low window those at the end are left out: e shows them.
func (p *eventPage) facts(w, most int) []string {
	e, session := p.event.shown, p.session()
	rows := []struct {
		label lang.Key
		value string
	}{
		{"event.when", strings.TrimSpace(longDate(p.env, session.Date) + "  " + hours(p.env, session.Start, session.End, zoneOf(e)))},
		{"event.venue", e.Venue},
		{"event.status", p.env.Say(StatusWords(e.Status))},
		{"event.groups", strings.ReplaceAll(e.Groups, "\n", ", ")},
		{"event.organiser", e.Organiser},
		{"event.kind", e.Kind},
		{"event.basis", strings.ReplaceAll(e.Basis, "\n", "; ")},
		{"event.invitation", e.Invitation},
	}
	wide := 0
	for _, r := range rows {
		wide = max(wide, kit.Width(p.env.Say(r.label)))
	}
	var lines []string
	for _, r := range rows {
		if r.value != "" && len(lines) < most-1 {
			label := p.env.Muted.Render(p.env.Cell(p.env.Say(r.label), wide))
			lines = append(lines, label+"  "+p.env.Cut(r.value, w-3-wide))
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return append(lines, "")
}

// zoneOf is an event's own zone; unset where it has none.
func zoneOf(e model.Event) date.Zone {
	z, _ := date.ParseZone(e.Zone)
	return z
}

// sessionLines is how many sessions are told one by one.
const sessionLines = 4

// sessions tells the sessions of an event that has more than one, around the one that is shown.
func (p *eventPage) sessions(w int) []string {
	all := p.event.sessions
	if len(all) < 2 {
		return nil
	}
	at := 0
	for i, s := range all {
		if s.ID == p.session().ID {
			at = i
		}
	}
	first := max(0, min(at-1, len(all)-sessionLines))
	var lines []string
	for i := first; i < min(len(all), first+sessionLines); i++ {
		key := lang.Key("event.session-line")
		if i == at {
			key = "event.session-shown"
		}
		words := p.env.Say(key, "name", p.env.sessionName(all[i], i+1), "came", p.env.Number(p.event.counts[i].Came()))
		lines = append(lines, p.env.Cut(words, w-1))
	}
	return lines
}

// sessionName is what a session is called: its name, or its number, and its day and hours.
func (e *Env) sessionName(s model.Session, number int) string {
	words := s.Name
	if words == "" {
		words = e.Say("event.session", "n", number)
	}
	var d date.Date
	if d.UnmarshalText([]byte(s.Date)) == nil && !d.IsZero() {
		words += ", " + d.DayMonth(e.dates())
	}
	if h := hours(e, s.Start, s.End, date.ZoneUnset); h != "" {
		words += ", " + h
	}
	return words
}

// figures are the counts of the session that is shown, in one line. Nobody excused is not worth a word; nobody present is.
func (p *eventPage) figures() string {
	c := p.event.hall.Counts()
	n := p.env.Number
	parts := []string{p.env.Say("event.count-present", "n", n(c.Present))}
	for _, x := range []struct {
		key lang.Key
		n   int
	}{
		{"event.count-represented", c.Represented},
		{"event.count-excused", c.Excused},
		{"event.count-absent", c.Absent},
		{"event.count-expected", c.Expected},
	} {
		if x.n > 0 {
			parts = append(parts, p.env.Say(x.key, "n", n(x.n)))
		}
	}
	return p.env.Say("event.figures", "invited", n(c.Invited), "parts", strings.Join(parts, ", "),
		"extra", n(c.WalkIns), "came", n(c.Came()))
}

// next says what is to be done next, by what is known now.
func (p *eventPage) next() lang.Phrase {
	e, c := p.event.shown, p.event.hall.Counts()
	today := p.env.Today()
	var day date.Date
	// What is no date was never accepted as one.
	_ = day.UnmarshalText([]byte(p.session().Date))
	switch {
	case e.Status == model.StatusCancelled, e.Status == model.StatusPostponed:
		return lang.Of("event.next-halted", "status", lang.Of(StatusWords(e.Status)))
	case c.Invited+c.WalkIns == 0:
		return lang.Of("event.next-guests")
	case e.Status == model.StatusDone && c.Came() == 0:
		return lang.Of("event.next-unrecorded")
	case e.Status == model.StatusDone:
		return lang.Of("event.next-done", "n", c.Came())
	case day.IsZero():
		return lang.Of("event.next-date")
	case day == today && c.Expected > 0:
		return lang.Of("event.next-door", "n", c.Expected)
	case day == today:
		return lang.Of("event.next-all-in")
	case day.After(today) && p.unnamed > 0:
		return lang.Of("event.next-names", "n", p.unnamed, "days", day.Sub(today))
	case day.After(today):
		return lang.Of("event.next-wait", "days", day.Sub(today))
	case c.Expected > 0:
		return lang.Of("event.next-settle", "n", c.Expected)
	}
	return lang.Of("event.next-close")
}

// heading stands above the list of those who are not there.
func (p *eventPage) heading() lang.Phrase {
	return lang.Of("event.missing", "n", p.env.Number(p.missing.Len()))
}

// nobody is what stands in the place of an empty list.
func (p *eventPage) nobody() lang.Phrase {
	if p.event.hall.Counts().Invited == 0 {
		return lang.Of("event.nobody-invited")
	}
	return lang.Of("event.nobody-missing")
}

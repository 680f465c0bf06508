package screen

import (
	"cmp"
	"strconv"
	"strings"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/hall"
	"hadir/model/ident"
	"hadir/model/text"
)

// The texts here are for sending on: plain lines, in the language that is on. They hold what is recorded and nothing else;
// what nobody has filled in is left out.

// ReportText is the short report of a session's attendance, as officers send it from the hall. part names the session; empty
// where the event has one.
func (e *Env) ReportText(h *hall.Hall, part string) string {
	var t lines
	t.add(e.sampleLine(h.Event))
	t.add(e.Say("report.greeting"))
	t.gap()
	t.add(e.eventLine(h, part))
	if s := h.Event.Status; s == model.StatusPostponed || s == model.StatusCancelled {
		t.add(e.Say("report.status", "status", StatusWords(s)))
	}
	t.gap()
	t.add(e.countLine(h.Counts()))
	t.add(e.categoryLine(h))
	t.add(e.asOf(h.Event))
	t.gap()
	t.add(e.Say("report.close"))
	t.add(e.officer())
	t.add(e.Me.Office)
	return t.String()
}

// MissingText is the list of invited guests of whom nothing is known yet, in the order of the list, with their phones where
// they are asked for.
func (e *Env) MissingText(h *hall.Hall, part string, phones bool) string {
	c := h.Counts()
	var t lines
	t.add(e.sampleLine(h.Event))
	t.add(e.Say("report.missing", "n", e.Number(c.Expected), "invited", e.Number(c.Invited)))
	t.add(e.eventLine(h, part))
	t.add(e.asOf(h.Event))
	t.gap()
	n := 0
	for i := range h.Len() {
		g := h.At(i)
		if !g.Removed && stateOf(g, h.Seat(g.ID).State) == string(model.StateExpected) {
			n++
			t.add(strconv.Itoa(n) + ". " + e.missingLine(*g, phones))
		}
	}
	if n == 0 {
		t.add(e.Say("report.nobody-missing"))
	}
	return t.String()
}

// missingLine is one who is missing: name, office, kecamatan, since names of villages repeat, and phone.
func (e *Env) missingLine(g model.Guest, phones bool) string {
	words := e.introduced(g)
	if g.District != "" && !strings.Contains(strings.ToLower(words), strings.ToLower("kec. "+g.District)) {
		words += ", Kec. " + g.District
	}
	if phone := cmp.Or(ident.FormatPhone(g.Phone), g.PhoneRaw); phones && phone != "" {
		words += " - " + phone
	}
	return words
}

// sampleLine says of sample data that it is: a text leaves the program that stamps it on every screen.
func (e *Env) sampleLine(event model.Event) string {
	if !event.Sample {
		return ""
	}
	return e.Say("report.sample")
}

// eventLine says which event it was, when and where, as far as that is known.
func (e *Env) eventLine(h *hall.Hall, part string) string {
	event, session := h.Event, h.Session
	words := e.Say("report.event", "theme", event.Theme)
	if part != "" {
		words += e.Say("report.part", "part", part)
	}
	var day date.Date
	if day.UnmarshalText([]byte(session.Date)) == nil && !day.IsZero() {
		words += e.Say("report.day", "day", date.WeekdayName(day.Weekday(), e.dates()), "date", day.Plain(e.dates()))
	}
	if at := hours(e, session.Start, session.End, e.Zone(event)); at != "" {
		words += e.Say("report.hours", "hours", at)
	}
	if event.Venue != "" {
		words += e.Say("report.venue", "venue", event.Venue)
	}
	return strings.TrimSuffix(words, ".") + "."
}

// countLine says how many were invited and came. An open meeting, to which nobody was invited by name, has only the latter.
func (e *Env) countLine(c model.Counts) string {
	args := []any{
		"invited", e.Number(c.Invited), "parts", e.stateCounts(c), "extra", e.Number(c.WalkIns), "came", e.Number(c.Came()),
	}
	switch {
	case c.Invited == 0 && c.WalkIns == 0:
		return e.Say("report.nobody")
	case c.Invited == 0:
		return e.Say("report.count-open", args...)
	case c.WalkIns == 0:
		return e.Say("report.count-invited", args...)
	}
	return e.Say("report.count", args...)
}

// stateCounts are the invited by state: "hadir 41, diwakili 3, belum datang 18". Nobody excused is not worth a word; nobody
// present is.
func (e *Env) stateCounts(c model.Counts) string {
	n := map[model.State]int{
		model.StatePresent: c.Present, model.StateRepresented: c.Represented, model.StateExcused: c.Excused,
		model.StateAbsent: c.Absent, model.StateExpected: c.Expected,
	}
	var parts []string
	for _, s := range []model.State{
		model.StatePresent, model.StateRepresented, model.StateExcused, model.StateAbsent, model.StateExpected,
	} {
		if n[s] > 0 || s == model.StatePresent {
			parts = append(parts, e.Say(stateWords(s))+" "+e.Number(n[s]))
		}
	}
	return strings.Join(parts, ", ")
}

// categoryLine says who came, by category; nothing where no category was filled in. Whoever came for somebody counts as the
// one who was invited. Men and women are not counted: of a deputy nobody has asked.
func (e *Env) categoryLine(h *hall.Hall) string {
	var parts []string
	known := false
	for _, g := range h.ByCategory() {
		if n := g.Counts.Came(); n > 0 {
			known = known || g.Name != ""
			parts = append(parts, strings.ToLower(e.categoryWords(g.Name))+" "+e.Number(n))
		}
	}
	if !known {
		return ""
	}
	return e.Say("report.categories", "parts", strings.Join(parts, ", "))
}

// asOf says of which moment the figures are.
func (e *Env) asOf(event model.Event) string {
	zone := e.Zone(event)
	now := e.Now().In(zone.Location())
	return e.Say("report.as-of", "date", date.Of(now).Plain(e.dates()), "time", now.Format("15.04"), "zone", zone.String())
}

// lines gathers a text. An empty line between two parts stands only where both have something to say.
type lines struct {
	b   strings.Builder
	due bool // a gap is due before the next line
}

func (t *lines) gap() { t.due = t.b.Len() > 0 }

// add appends a line, safe to be shown wherever it is pasted; an empty one is left out.
func (t *lines) add(line string) {
	if line == "" {
		return
	}
	if t.due {
		t.b.WriteByte('\n')
		t.due = false
	}
	t.b.WriteString(text.Safe(line))
	t.b.WriteByte('\n')
}

// String is the text, each line ended.
func (t *lines) String() string { return t.b.String() }

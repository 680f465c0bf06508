package screen

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/name"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

const (
	mostDays     = 31
	mostExpected = 100_000
)

// fields are those of the event's form. Only the theme is needed: the rest is known later, often from a letter.
func (f *eventForm) fields(env *Env) []kit.Field {
	fields := []kit.Field{
		{ID: "theme", Label: "event.theme", Required: true, Hint: "event.theme-hint", Limit: 250},
		{ID: "kind", Label: "event.kind", Kind: kit.FindField, Free: true, Suggest: f.kinds.find, Hint: "event.kind-hint"},
		{ID: "organiser", Label: "event.organiser", Limit: 250},
		{ID: "venue", Label: "event.venue", Kind: kit.FindField, Free: true, Suggest: f.venues.find},
		{ID: "date", Label: "event.date", Hint: "event.date-hint", Echo: dateEcho(env)},
		{ID: "start", Label: "event.start", Hint: "event.start-hint", Echo: clockEcho},
		{ID: "end", Label: "event.end", Hint: "event.end-hint", Echo: endEcho(env)},
		{ID: "zone", Label: "event.zone", Kind: kit.ChoiceField, Options: zoneOptions()},
	}
	if f.id.IsZero() {
		fields = append(fields, kit.Field{ID: "days", Label: "event.days", Clean: digits, Check: between(1, mostDays)})
	}
	return append(fields,
		kit.Field{ID: "expected", Label: "event.expected", Clean: digits, Check: between(0, mostExpected)},
		kit.Field{ID: "basis", Label: "event.basis", Kind: kit.AreaField, Rows: 3},
		kit.Field{ID: "invitation", Label: "event.invitation", Limit: 250},
		kit.Field{ID: "status", Label: "event.status", Kind: kit.ChoiceField, Options: statusOptions()},
	)
}

// blank is a new event as the form first shows it.
func (f *eventForm) blank() map[string]string {
	return map[string]string{
		"organiser": f.env.Me.Office, "zone": f.env.Me.Zone, "days": "1", "status": string(model.StatusScheduled),
	}
}

// values is an event as the form shows it.
func (f *eventForm) values(e model.Event) map[string]string {
	expected := ""
	if e.Expected > 0 {
		expected = strconv.Itoa(e.Expected)
	}
	return map[string]string{
		"theme": e.Theme, "kind": "", "kind.text": e.Kind, "organiser": e.Organiser, "venue": "", "venue.text": e.Venue,
		"date": plainDate(f.env, e.Date), "start": e.Start, "end": e.End, "zone": e.Zone, "expected": expected,
		"basis": e.Basis, "invitation": e.Invitation, "status": string(e.Status),
	}
}

// suggest offers the kinds and venues of earlier events, and the usual kinds.
func (f *eventForm) suggest(events []model.Event) {
	for _, e := range events {
		f.kinds.add(e.Kind)
		f.venues.add(e.Venue)
	}
	for _, key := range []lang.Key{
		"event.kind-outreach", "event.kind-counselling", "event.kind-village", "event.kind-guidance", "event.kind-meeting",
	} {
		f.kinds.add(f.env.Say(key))
	}
}

// suggestions are words that a field offers while it is typed into, in the order in which they were added.
type suggestions struct {
	options []kit.Option
	folded  []string
}

// add offers a text, once however it is written.
func (s *suggestions) add(text string) {
	folded := name.FoldText(text)
	if folded == "" {
		return
	}
	for _, f := range s.folded {
		if f == folded {
			return
		}
	}
	s.options = append(s.options, kit.Option{Value: text, Name: text})
	s.folded = append(s.folded, folded)
}

// find gives the texts in which what was typed begins a word.
func (s *suggestions) find(query string) ([]kit.Option, tea.Cmd) {
	query = name.FoldText(query)
	var out []kit.Option
	for i, f := range s.folded {
		if strings.Contains(" "+f, " "+query) {
			out = append(out, s.options[i])
		}
	}
	return out, nil
}

func zoneOptions() []kit.Option {
	return []kit.Option{{Value: "WIB", Name: "WIB"}, {Value: "WITA", Name: "WITA"}, {Value: "WIT", Name: "WIT"}}
}

func statusOptions() []kit.Option {
	var out []kit.Option
	for _, s := range model.Statuses() {
		out = append(out, kit.Option{Value: string(s), Label: StatusWords(s)})
	}
	return out
}

// StatusWords is the word for an event's status.
func StatusWords(s model.Status) lang.Key {
	switch s {
	case model.StatusScheduled:
		return "event.status-scheduled"
	case model.StatusRunning:
		return "event.status-running"
	case model.StatusDone:
		return "event.status-done"
	case model.StatusPostponed:
		return "event.status-postponed"
	case model.StatusCancelled:
		return "event.status-cancelled"
	}
	return "event.status-draft"
}

// digits keeps what is a digit of typed or pasted text.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// between checks that a typed number is one of those from low to high.
func between(low, high int) func(string) lang.Phrase {
	return func(typed string) lang.Phrase {
		if n, err := strconv.Atoi(typed); err != nil || n < low || n > high {
			return lang.Of("event.number-range", "low", low, "high", high)
		}
		return lang.Phrase{}
	}
}

package screen

import (
	"cmp"
	"strings"

	"hadir/model"
	"hadir/model/date"
	"hadir/ui/lang"
)

// ActionStatusWords is what the status of a follow-up is called in a sentence.
func ActionStatusWords(s model.ActionStatus) lang.Key { return lang.Key("action.status." + string(s)) }

// PriorityWords is what a priority is called.
func PriorityWords(p model.Priority) lang.Key { return lang.Key("action.priority." + string(p)) }

// DueWords is when a follow-up is due as a row has room for it: how late it is, or the day.
func (e *Env) DueWords(a model.Action) string {
	var d date.Date
	if d.UnmarshalText([]byte(a.Due)) != nil || d.IsZero() {
		return "-"
	}
	today := e.Today()
	switch days := d.Sub(today); {
	case a.Late(today.String()):
		return e.Say("action.late", "n", -days)
	case !a.Status.Open() || d.Year != today.Year:
		return d.Short(e.dates())
	case days == 0:
		return e.Say("action.today")
	case days == 1:
		return e.Say("action.tomorrow")
	case days < 7:
		return date.WeekdayShort(d.Weekday(), e.dates()) + " " + d.DayMonth(e.dates())
	}
	return d.DayMonth(e.dates())
}

// dueInFull is the day with its weekday, and how late the follow-up is; empty where no date was named.
func (e *Env) dueInFull(a model.Action) string {
	words := longDate(e, a.Due)
	if a.Late(e.Today().String()) {
		words += " (" + e.DueWords(a) + ")"
	}
	return words
}

// doWords is what is to be done, with a mark before what is urgent.
func doWords(a model.Action) string {
	do := cmp.Or(a.Do, a.Problem, "-")
	if a.Priority == model.PriorityHigh && a.Status.Open() {
		do = "! " + do
	}
	return do
}

// ownerWords is who has to do it.
func (e *Env) ownerWords(a model.Action) string { return cmp.Or(a.Owner, e.Say("action.no-owner")) }

// promisedTo is to whom it was promised: the asker with the institution, as far as that may be known.
func promisedTo(a model.Action) string {
	switch {
	case a.Asker == "":
		return a.From
	case a.From == "" || strings.Contains(strings.ToLower(a.Asker), strings.ToLower(a.From)):
		return a.Asker
	}
	return a.Asker + ", " + a.From
}

// noteWords is one note of progress: who noted when, what happened, and why.
func (e *Env) noteWords(n model.Note) string {
	at := n.At.In(e.Zone(model.Event{}).Location())
	words := date.Of(at).Short(e.dates()) + " " + at.Format("15.04")
	if n.Officer != "" {
		words += " " + n.Officer
	}
	return words + ": " + e.NoteText(n)
}

// NoteText is what a note says has happened, and why.
func (e *Env) NoteText(n model.Note) string {
	var parts []string
	if n.Status != "" {
		parts = append(parts, e.Say(ActionStatusWords(notedStatus(n.Status))))
	}
	if n.Due != "" {
		parts = append(parts, e.Say("action.postponed-to", "day", longDate(e, n.Due)))
	}
	if n.Text != "" {
		parts = append(parts, n.Text)
	}
	return strings.Join(parts, "; ")
}

// notedStatus is the status that a note names; one that this version does not know is nothing begun.
func notedStatus(s string) model.ActionStatus {
	for _, known := range model.ActionStatuses() {
		if string(known) == s {
			return known
		}
	}
	return model.ActionTodo
}

// dueEcho reads the day by which something is to be done as it is typed, and says it in full, or what is wrong with it.
func dueEcho(env *Env) func(typed string) (string, lang.Phrase) {
	return func(typed string) (string, lang.Phrase) {
		d, err := date.ParseDue(typed, env.Today())
		if err != nil {
			return "", DateFault(err, env.dates())
		}
		words := d.Long(env.dates())
		if d.Before(env.Today()) {
			words += " (" + env.Say("event.date-past") + ")"
		}
		return words, lang.Phrase{}
	}
}

// isoDue is a typed due date as records keep it; empty where none was typed.
func isoDue(env *Env, typed string) string {
	d, err := date.ParseDue(typed, env.Today())
	if err != nil {
		return ""
	}
	return d.String()
}

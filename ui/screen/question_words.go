package screen

import (
	"time"

	"hadir/model"
	"hadir/model/date"
	"hadir/ui/lang"
)

// QuestionStatusWords is what the status of a question is called in a sentence.
func QuestionStatusWords(s model.QuestionStatus) lang.Key {
	return lang.Key("question.status." + string(s))
}

// asker is who asked a question, with post and institution: a guest who is still on the list as he stands there now, anybody
// else as he was taken down. now are the guests of the list, as far as they asked anything.
func (e *Env) asker(q model.Question, now map[model.ID]model.Guest) string {
	switch g, ok := now[q.Guest]; {
	case q.Anonymous:
		return e.Say("question.anonymous")
	case ok && !g.Removed && !q.Guest.IsZero():
		return e.introduced(g)
	case q.Asker == "":
		return e.Say("question.asker-unknown")
	}
	return e.introduced(takenDown(q))
}

// askerShort is asker as a row has room for it.
func (e *Env) askerShort(q model.Question, now map[model.ID]model.Guest) string {
	g, ok := now[q.Guest]
	if !ok || g.Removed || q.Guest.IsZero() {
		g = takenDown(q)
	}
	if q.Anonymous || g.Name == "" {
		return e.asker(q, now)
	}
	if o := shortOffice(g); o != "" {
		return g.FullName() + ", " + o
	}
	return g.FullName()
}

// takenDown is the asker as on that day.
func takenDown(q model.Question) model.Guest {
	return model.Guest{Name: q.Asker, Post: q.Post, Institution: q.From}
}

// answerer is who gave an answer.
func (e *Env) answerer(a model.Answer) string {
	if a.By == "" {
		return e.Say("question.answerer-unknown")
	}
	return e.introduced(model.Guest{Name: a.By, Post: a.Post})
}

// statusWords is where a question stands, in a row: one that somebody waits for says so in capitals, and for how long.
func (e *Env) statusWords(q model.Question) string {
	words := e.Say(QuestionStatusWords(q.Status))
	switch {
	case q.Superseded != (model.Key{}):
		return e.Say("question.superseded")
	case q.Status == model.QuestionOpen:
		words = e.Say("question.waiting")
	}
	if wait := q.Waiting(e.Now()); wait > 0 && q.Status == model.QuestionOpen {
		words += " " + e.waitWords(wait)
	}
	return words
}

// waitWords is for how long somebody has waited.
func (e *Env) waitWords(wait time.Duration) string {
	const day = 24 * time.Hour
	switch {
	case wait < 2*time.Hour:
		return e.Say("question.minutes", "n", int(wait/time.Minute))
	case wait < 2*day:
		return e.Say("question.hours", "n", int(wait/time.Hour))
	}
	return e.Say("memory.days", "n", int(wait/day))
}

// dayAndTime is a moment as people at the event write it: 21 Nov 2023 08.52.
func (e *Env) dayAndTime(event model.Event, t time.Time) string {
	t = t.In(e.Zone(event).Location())
	return date.Of(t).Short(e.dates()) + " " + t.Format("15.04")
}

package store

import (
	"strings"

	"hadir/model"
	"hadir/model/term"
)

// document is a record as the archive searches it.
type document struct {
	key    model.Key
	day    string // its own date, ISO 8601; empty: its event's
	status string
	texts  []textPart
	marks  []mark
	names  []string // sounds of a name
}

// textPart is a text of a record, and what a word in it counts.
type textPart struct {
	part   model.Part
	text   string
	weight int
}

// mark is a value of a field that a filter can narrow by.
type mark struct {
	field term.Field
	value string
}

// The weights of words. What a record is called says more about it than what else is said in it.
const (
	titleWeight = 2
	textWeight  = 1
)

// searchable reports whether records of a kind are documents.
func searchable(k model.Kind) bool {
	switch k {
	case model.KindQuestion, model.KindAction, model.KindAgenda, model.KindEvent:
		return true
	}
	return false
}

// documentOf makes a document of a record; ok is false for one that is not to be found: removed, empty or of another kind.
func documentOf(r model.Record) (d document, ok bool) {
	switch {
	case r.IsNew() || r.Get(model.Removed) != "":
		return d, false
	case r.Key.Kind == model.KindQuestion:
		d = questionDocument(model.QuestionOf(r))
	case r.Key.Kind == model.KindAction:
		d = actionDocument(model.ActionOf(r))
	case r.Key.Kind == model.KindAgenda:
		d = agendaDocument(model.AgendaItemOf(r))
	case r.Key.Kind == model.KindEvent:
		d = eventDocument(model.EventOf(r))
	}
	d.key = r.Key
	return d, len(d.texts) > 0
}

// questionDocument leaves out the asker's name, which is a field to narrow by: of an anonymous question there is none.
func questionDocument(q model.Question) document {
	d := document{status: string(q.Status)}
	d.add(model.PartQuestion, q.Text, titleWeight)
	var answers []string
	for _, a := range q.Answers {
		answers = append(answers, a.Text)
		d.mark(term.Speaker, a.By)
	}
	d.add(model.PartAnswer, strings.Join(answers, "\n\n"), textWeight)
	d.add(model.PartBasis, q.Basis, textWeight)
	d.add(model.PartTags, strings.Join(q.Tags, ", "), titleWeight)
	d.mark(term.Asker, q.Asker)
	d.mark(term.Institution, q.From)
	for _, t := range q.Tags {
		d.mark(term.Tag, t)
	}
	return d
}

func actionDocument(a model.Action) document {
	d := document{status: string(a.Status), day: a.Due}
	d.add(model.PartDo, a.Do, titleWeight)
	d.add(model.PartProblem, a.Problem, textWeight)
	d.add(model.PartOutput, lines(a.Output, a.Measure), textWeight)
	var notes []string
	for _, n := range a.Notes {
		notes = append(notes, n.Text)
	}
	d.add(model.PartNotes, strings.Join(notes, "\n"), textWeight)
	d.add(model.PartPeople, a.Owner, textWeight)
	d.mark(term.Institution, a.From)
	d.mark(term.Asker, a.Asker)
	return d
}

func agendaDocument(x model.AgendaItem) document {
	var d document
	d.add(model.PartTitle, x.Title, titleWeight)
	d.add(model.PartPoints, strings.Join(x.Points, "\n"), textWeight)
	return d
}

func eventDocument(e model.Event) document {
	d := document{status: string(e.Status), day: e.Date}
	d.add(model.PartTitle, e.Theme, titleWeight)
	d.add(model.PartConclusion, lines(e.Conclusion, e.Suggestion, e.Result), textWeight)
	d.add(model.PartVenue, lines(e.Venue, e.Organiser, e.Groups), textWeight)
	d.add(model.PartBasis, e.Basis, textWeight)
	d.mark(term.Event, e.Theme)
	d.mark(term.Village, e.Venue)
	d.mark(term.Institution, e.Organiser)
	return d
}

func (d *document) add(p model.Part, text string, weight int) {
	if strings.TrimSpace(text) != "" {
		d.texts = append(d.texts, textPart{p, text, weight})
	}
}

func (d *document) mark(f term.Field, value string) {
	if value = strings.TrimSpace(value); value != "" {
		d.marks = append(d.marks, mark{f, value})
	}
}

// lines joins texts, the empty ones left out.
func lines(texts ...string) string {
	var out []string
	for _, t := range texts {
		if t != "" {
			out = append(out, t)
		}
	}
	return strings.Join(out, "\n")
}

package screen

import (
	"strings"

	"hadir/model"
	"hadir/model/date"
)

// dealings are the rows of a page: the visits, the questions and what was promised, each under its heading. Parts of which there
// is nothing are left out; visits need a heading only where something stands above them.
func (e *Env) dealings(visits []model.Visit, questions []model.Question, actions []model.Action, all bool) (rows []dealing) {
	if len(actions) > 0 {
		rows = append(rows, dealing{heading: e.Say("institution.promised", "n", len(actions))})
		for i := range actions {
			rows = append(rows, dealing{action: &actions[i]})
		}
	}
	if len(questions) > 0 {
		rows = append(rows, dealing{heading: e.Say("institution.asked", "n", len(questions))})
		for i := range questions {
			rows = append(rows, dealing{question: &questions[i]})
		}
	}
	if all && len(visits) > 0 {
		rows = append(rows, dealing{heading: e.Say("institution.invited", "n", len(visits))})
		for i := range visits {
			rows = append(rows, dealing{visit: &visits[i]})
		}
	}
	return rows
}

// figures sum up what somebody had to do with the office.
func (e *Env) figures(visits []model.Visit, questions []model.Question, actions []model.Action) string {
	invited, came := make(map[model.ID]bool), make(map[model.ID]bool)
	for _, v := range visits {
		if !v.Guest.WalkIn {
			invited[v.Event.ID] = true
		}
		if v.Seat.Came() {
			came[v.Event.ID] = true
		}
	}
	open, late, kept := 0, 0, 0
	for _, a := range actions {
		switch {
		case a.Late(e.Today().String()):
			late++
			open++
		case a.Status.Open():
			open++
		case a.Status == model.ActionDone:
			kept++
		}
	}
	return e.Say("institution.figures", "invited", e.Number(len(invited)), "came", e.Number(len(came)),
		"asked", e.Number(len(questions)), "kept", e.Number(kept), "open", e.Number(open), "late", e.Number(late))
}

// dealingRow draws one row in w cells.
func (e *Env) dealingRow(d dealing, w int) string {
	const when = 18
	switch {
	case d.heading != "":
		return e.Title.Render(e.Cut(d.heading, w))
	case d.action != nil:
		return e.Cut(e.Cell(e.DueWords(*d.action), when)+e.Say(ActionStatusWords(d.action.Status))+"  "+doWords(*d.action), w)
	case d.question != nil:
		asked := e.askedOn(*d.question)
		return e.Cut(e.Cell(asked, when)+strings.Join(strings.Fields(d.question.Text), " "), w)
	}
	return e.Cut(e.Cell(e.visitDay(*d.visit), when)+e.visitOutcome(*d.visit)+"  "+e.introduced(d.visit.Guest)+"  "+d.visit.Event.Theme, w)
}

// dealingInFull tells a row in at most a quarter of h lines.
func (e *Env) dealingInFull(d dealing, w, h int) string {
	var words string
	switch {
	case d.action != nil:
		parts := []string{d.action.Do}
		for _, f := range []fact{
			{"action.owner", d.action.Owner},
			{"action.due", e.dueInFull(*d.action)},
			{"action.promised-to", promisedTo(*d.action)},
		} {
			if f.value != "" {
				parts = append(parts, e.Say(f.label)+": "+f.value)
			}
		}
		words = strings.Join(parts, ". ")
	case d.question != nil:
		words = d.question.Text
		if len(d.question.Answers) > 0 {
			words += " - " + d.question.Answers[0].Text
		}
	case d.visit != nil:
		words = e.visitDay(*d.visit) + ", " + d.visit.Event.Theme + " (" + e.visitOutcome(*d.visit) + "): " + e.introduced(d.visit.Guest)
	}
	told := e.Wrap(words, w-1)
	return e.Muted.Render(strings.Join(told[:min(len(told), h/4)], "\n"))
}

// askedOn is the day on which a question was asked; empty where nobody wrote it.
func (e *Env) askedOn(q model.Question) string {
	if q.Asked.IsZero() {
		return ""
	}
	return date.Of(q.Asked.In(e.Zone(model.Event{}).Location())).Short(e.dates())
}

func (e *Env) visitDay(v model.Visit) string {
	var d date.Date
	if d.UnmarshalText([]byte(v.Event.Date)) != nil {
		return v.Event.Date
	}
	return d.Short(e.dates())
}

// visitOutcome says what happened there; before the day there is only the invitation. Who came in somebody's place is named.
func (e *Env) visitOutcome(v model.Visit) string {
	words := e.Say(stateWords(v.Seat.State))
	switch {
	case v.Seat.Came():
		words += " " + e.Clock(v.Event, v.Seat.Since.When())
		if v.Seat.Deputy.Name != "" {
			words += " (" + deputy(v.Seat.Deputy) + ")"
		}
	case v.Seat.State == model.StateExpected && v.Event.Date > e.Today().String():
		return e.Say("person.invited")
	}
	return words
}

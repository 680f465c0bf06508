package screen

import (
	"slices"
	"strings"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// eventLabel is room for the label before a line of the room, and the space around it.
const eventLabel = 17

// roomLines tell the room, a line each: what is running, what was asked, what was promised, what is filed.
func (p *eventPage) roomLines(w int, tall bool) []string {
	if p.room == nil {
		return nil
	}
	today := p.env.Today().String()
	rows := [][2]string{{p.env.Say("event.room-agenda"), p.agendaWords()}}
	asked, promised := p.questionWords(), p.actionWords(p.room.actions, today)
	if both := p.env.Say("event.room-both", "asked", asked, "promised", promised); kit.Width(both) < w-eventLabel {
		rows = append(rows, [2]string{p.env.Say("event.room-questions"), both})
	} else {
		rows = append(rows, [2]string{p.env.Say("event.room-questions"), asked}, [2]string{p.env.Say("event.room-actions"), promised})
	}
	if n := len(p.room.promises); n > 0 {
		rows = append(rows, [2]string{p.env.Say("event.room-promises"), p.promiseWords(today)})
	}
	if tall {
		rows = append(rows, [2]string{p.env.Say("event.room-closing"), p.closingWords()})
	} else {
		rows = append(rows, [2]string{p.env.Say("event.room-files"), p.env.dossierLine(p.room.dossier)})
	}
	wide := 0
	for _, r := range rows {
		wide = max(wide, kit.Width(r[0]))
	}
	var lines []string
	for _, r := range rows {
		for i, line := range p.env.Wrap(r[1], max(1, w-3-wide)) {
			label := ""
			if i == 0 {
				label = r[0]
			}
			lines = append(lines, p.env.Muted.Render(p.env.Cell(label, wide))+"  "+line)
		}
	}
	if tall {
		lines = append(lines, p.env.dossierLines(p.room.dossier, w)...)
	}
	return append(lines, "")
}

// agendaWords say how many items there are, and which one is running.
func (p *eventPage) agendaWords() string {
	s := p.room.agenda
	for _, x := range s.items {
		if x.ID == s.event.Running {
			if who := s.speaker(x); who != "" {
				return p.env.Say("event.room-running-by", "n", len(s.items), "title", x.Title, "who", who)
			}
			return p.env.Say("event.room-running", "n", len(s.items), "title", x.Title)
		}
	}
	if len(s.items)+len(s.roles) == 0 {
		return p.env.Say("event.room-no-agenda")
	}
	return p.env.Say("event.room-items", "n", len(s.items), "people", countPeople(s.roles))
}

// countPeople is how many people hold roles: who holds three is one.
func countPeople(all []model.Role) int {
	people := make(map[model.ID]bool)
	for _, r := range all {
		people[r.Person] = true
	}
	return len(people)
}

// questionWords count the questions by status.
func (p *eventPage) questionWords() string {
	return p.env.tallyWords(len(p.room.questions), "event.room-no-questions", func(yield func(string, int)) {
		for _, s := range model.QuestionStatuses() {
			n := 0
			for _, q := range p.room.questions {
				if q.Status == s {
					n++
				}
			}
			yield(p.env.Say(lang.Key("event.question."+strings.ReplaceAll(string(s), "_", "-"))), n)
		}
	})
}

// actionWords count actions: open ones, late ones, done ones.
func (p *eventPage) actionWords(all []model.Action, today string) string {
	return p.env.tallyWords(len(all), "event.room-no-actions", func(yield func(string, int)) {
		open, late, done := 0, 0, 0
		for _, a := range all {
			switch {
			case a.Late(today):
				late++
				open++
			case a.Status.Open():
				open++
			case a.Status == model.ActionDone:
				done++
			}
		}
		yield(p.env.Say("event.action.open"), open)
		yield(p.env.Say("event.action.late"), late)
		yield(p.env.Say("event.action.done"), done)
	})
}

// tallyWords tell a number and what it is made of; parts that are none are left out.
func (e *Env) tallyWords(all int, none lang.Key, parts func(yield func(string, int))) string {
	if all == 0 {
		return e.Say(none)
	}
	var words []string
	parts(func(what string, n int) {
		if n > 0 {
			words = append(words, e.Number(n)+" "+what)
		}
	})
	return e.Number(all) + ": " + strings.Join(words, ", ")
}

// promisedShown is how many of those who wait are named: an office that has met them all for years may owe a hundred villages,
// and the list of who is missing needs the room. The board has them all.
const promisedShown = 4

// promiseWords tell to whom something is still owed.
func (p *eventPage) promiseWords(today string) string {
	var to []string
	late := 0
	for _, a := range p.room.promises {
		if !slices.Contains(to, a.From) {
			to = append(to, a.From)
		}
		if a.Late(today) {
			late++
		}
	}
	if more := len(to) - promisedShown; more > 0 {
		to = append(to[:promisedShown], p.env.Say("event.room-more", "n", more))
	}
	return p.env.Say("event.room-promised", "n", len(p.room.promises), "late", late, "to", strings.Join(to, ", "))
}

// closingWords say whether conclusions and suggestions are written.
func (p *eventPage) closingWords() string {
	word := func(s string) lang.Key {
		if s == "" {
			return "evidence.lacking"
		}
		return "evidence.held"
	}
	e := p.event.shown
	return p.env.Say("event.room-closed", "conclusion", word(e.Conclusion), "suggestion", word(e.Suggestion))
}

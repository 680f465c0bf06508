package paper

import (
	"strings"

	"hadir/model"
	"hadir/ui/lang"
)

// Minutes are the notula: who met when and where, what was said by whom, questions and answers, conclusions and what is to be done. What is
// internal is left out, and who asked without wanting to be named stays unnamed.
func Minutes(l *lang.Lang, f Facts) Paper {
	m := newMaker(l, f, "paper.file-minutes", "paper.minutes")
	m.letterhead()
	m.add(m.named(l.Say("paper.minutes")), m.minutesHead())
	chapter := 0
	open := func(title lang.Key) {
		m.add(Heading{Level: 1, Text: strings.ToUpper(letters(chapter)) + ". " + l.Say(title)})
		chapter++
	}
	open("paper.proceedings")
	m.proceedings(Numbers)
	open("paper.discussion")
	m.discussion()
	open("paper.conclusion")
	m.conclusion(f.Event.Conclusion, model.EventConclusion, "paper.conclusion")
	open("paper.follow-up")
	m.followUp()
	m.add(Space{4}, m.minutesSigns())
	return m.p
}

func (m *maker) minutesHead() Fields {
	say := m.l.Say
	return Fields{Label: 46, Rows: []Field{
		{say("paper.day"), m.longDay()},
		{say("paper.hours"), m.hours()},
		{say("paper.venue"), m.venue()},
		{say("paper.invitation-number"), m.letterNumber(m.f.Event.Invitation, model.EventInvitation, "paper.invitation-number")},
		{say("paper.agenda-about"), m.theme()},
		{say("paper.leader"), m.people("paper.leader", model.DutyChair)},
		{say("paper.recorder"), m.people("paper.recorder", model.DutyRecorder)},
		{say("paper.participants"), m.attendance()},
	}}
}

// people are those who have a duty, each with the post, or the gap.
func (m *maker) people(name lang.Key, duty model.Duty) string {
	var out []string
	for _, r := range m.f.roles(duty) {
		out = append(out, titled(r.FullName(), r.Post))
	}
	return m.or(strings.Join(out, "\n"), string(duty), name)
}

// attendance says in one sentence who came.
func (m *maker) attendance() string {
	if !m.f.held() {
		return m.gap("seats", "paper.participant-count")
	}
	c := m.f.counts()
	return m.l.Say("paper.participants-came", "came", c.Came(), "invited", c.Invited, "present", c.Present, "represented", c.Represented, "extra", c.WalkIns)
}

// proceedings tell the agenda, with what each speaker said. Where the chapters around are numbered, the items have letters.
func (m *maker) proceedings(marks Marks) {
	list := m.f.agenda()
	if len(list) == 0 {
		m.add(Para{Runs: Text(m.gap("agenda", "paper.proceedings"))})
	}
	for i, a := range list {
		title := List{Marks: marks}.mark(i) + " " + a.Title
		if r, ok := m.f.role(a.Role); ok {
			title += " - " + titled(r.FullName(), r.Post)
		}
		if hours := m.between(a.Start, a.End); hours != "" {
			title += " (" + hours + ")"
		}
		m.add(Heading{Level: 2, Text: title})
		switch {
		case len(a.Points) > 0:
			m.add(List{Marks: Dashes, Items: items(a.Points)})
		case a.Kind == model.ItemTalk || a.Kind == model.ItemAddress:
			m.add(Para{Runs: Text(m.gap("agenda", "paper.key-points")), Indent: listIndent})
		}
	}
}

// discussion is the table of questions and answers.
func (m *maker) discussion() {
	list := m.f.questions()
	if len(list) == 0 {
		m.add(Para{Runs: Text(m.l.Say("paper.no-questions"))})
		return
	}
	say := m.l.Say
	t := Table{Name: say("paper.sheet-questions"), Size: sizeSmall, Columns: []Column{
		{Head: say("paper.no"), Width: 9, Align: Centre},
		{Head: say("paper.asker"), Width: 31},
		{Head: say("paper.question"), Width: 42},
		{Head: say("paper.answerer"), Width: 28},
		{Head: say("paper.answer"), Width: 56},
		{Head: say("paper.status"), Width: 24},
	}}
	for i, q := range list {
		t.Rows = append(t.Rows, m.questionRow(i+1, q))
	}
	m.add(t)
}

// questionRow is one question with its answers. Each answer says whose it is where several answered.
func (m *maker) questionRow(n int, q model.Question) Row {
	var who, what []string
	for _, a := range q.Answers {
		by := titled(a.By, a.Post)
		who = append(who, by)
		if len(q.Answers) > 1 && a.By != "" {
			what = append(what, a.By+": "+a.Text)
		} else {
			what = append(what, a.Text)
		}
	}
	if basis := linesOf(q.Basis); len(basis) > 0 {
		what = append(what, m.l.Say("paper.basis", "basis", strings.Join(basis, "; ")))
	}
	return Row{Cells: []Cell{
		rowNumber(n),
		{Text: m.asker(q)},
		{Text: q.Text},
		{Text: strings.Join(who, "\n")},
		{Text: strings.Join(what, "\n")},
		{Text: m.l.Say(lang.Key("paper.question." + string(q.Status)))},
	}}
}

// asker is who asked, as far as it may be told.
func (m *maker) asker(q model.Question) string {
	switch {
	case q.Anonymous:
		return m.l.Say("paper.asker-masked")
	case m.f.Public:
		return m.l.Say("paper.asker-public")
	case q.Asker == "":
		return m.l.Say("paper.asker-unknown")
	}
	return titled(titled(q.Asker, q.Post), q.From)
}

// conclusion is a register of lines as a numbered list, or its gap.
func (m *maker) conclusion(value, field string, name lang.Key) {
	lines := linesOf(value)
	switch len(lines) {
	case 0:
		m.add(Para{Runs: Text(m.gap(field, name))})
	case 1:
		m.add(Para{Runs: Text(lines[0]), Align: Justified})
	default:
		m.add(List{Items: items(lines)})
	}
}

// followUp is the short table of what is to be done; the whole of it is a paper of its own.
func (m *maker) followUp() {
	list := m.f.actions()
	if len(list) == 0 {
		m.add(Para{Runs: Text(m.l.Say("paper.no-actions"))})
		return
	}
	say := m.l.Say
	t := Table{Name: say("paper.sheet-actions"), Size: sizeSmall, Columns: []Column{
		{Head: say("paper.no"), Width: 9, Align: Centre},
		{Head: say("paper.action"), Width: 69},
		{Head: say("paper.owner"), Width: 45},
		{Head: say("paper.due"), Width: 36},
		{Head: say("paper.status"), Width: 26},
	}}
	for i, a := range list {
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			rowNumber(i + 1), {Text: a.Do}, {Text: a.Owner}, m.dueCell(a), {Text: m.actionStatus(a)},
		}})
	}
	m.add(t)
}

func (m *maker) dueCell(a model.Action) Cell {
	d := dayOf(a.Due)
	return Cell{Text: d.Plain(m.lang()), Day: d}
}

func (m *maker) actionStatus(a model.Action) string {
	return m.l.Say(lang.Key("paper.action." + string(a.Status)))
}

func (m *maker) minutesSigns() Signs {
	chair := m.signer(model.DutyChair, "paper.chair")
	chair.Head = m.l.Say("paper.approved")
	return Signs{Place: m.placeAndDay(), Signers: []Signer{chair, m.signer(model.DutyRecorder, "paper.recorder")}}
}

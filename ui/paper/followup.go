package paper

import (
	"strconv"
	"strings"

	"hadir/model"
	"hadir/ui/lang"
)

// FollowUp is the matrix of what was promised (rencana tindak lanjut), whole or one owner's part. What is late is worked out for
// Facts.Today, never stored.
func FollowUp(l *lang.Lang, f Facts) Paper {
	m := newMaker(l, f, "paper.file-matrix", "paper.matrix")
	m.p.Wide = true
	say := l.Say
	m.letterhead()
	rows := []Field{{say("paper.day"), m.longDay()}, {say("paper.venue"), m.venue()}}
	if f.Owner != "" {
		rows = append(rows, Field{say("paper.owner"), f.Owner})
	}
	m.add(m.named(say("paper.matrix")), Fields{Rows: rows})
	t := Table{Name: say("paper.sheet-actions"), Size: sizeSmall, Columns: []Column{
		{Head: say("paper.no"), Width: 9, Align: Centre},
		{Head: say("paper.problem"), Width: 40},
		{Head: say("paper.action"), Width: 48},
		{Head: say("paper.owner"), Width: 32},
		{Head: say("paper.due"), Width: 33},
		{Head: say("paper.output"), Width: 29},
		{Head: say("paper.measure"), Width: 27},
		{Head: say("paper.status"), Width: 25},
		{Head: say("paper.remark"), Width: 24},
	}}
	for _, a := range f.actions() {
		if f.Owner == "" || strings.EqualFold(a.Owner, f.Owner) {
			t.Rows = append(t.Rows, m.actionRow(len(t.Rows)+1, a))
		}
	}
	if len(t.Rows) == 0 {
		m.add(Para{Runs: Text(say("paper.no-actions"))})
	} else {
		m.add(t)
	}
	m.add(m.attendanceSigns())
	return m.p
}

func (m *maker) actionRow(n int, a model.Action) Row {
	status := m.actionStatus(a)
	if !m.f.Today.IsZero() && a.Late(m.f.Today.String()) {
		status += ", " + m.l.Say("paper.late")
	}
	due := m.dueCell(a)
	if due.Text == "" {
		due.Text = m.gap("due", "paper.due")
	}
	return Row{Cells: []Cell{
		rowNumber(n),
		{Text: a.Problem},
		{Text: a.Do},
		{Text: m.or(a.Owner, "owner", "paper.owner")},
		due,
		{Text: a.Output},
		{Text: a.Measure},
		{Text: status},
		{Text: m.remark(a)},
	}}
}

// remark says which question an action came from, and what was noted last.
func (m *maker) remark(a model.Action) string {
	var parts []string
	for i, q := range m.f.questions() {
		if q.ID == a.Question && !a.Question.IsZero() {
			parts = append(parts, m.l.Say("paper.from-question", "n", strconv.Itoa(i+1)))
		}
	}
	if n := len(a.Notes); n > 0 {
		parts = append(parts, a.Notes[n-1].Text)
	}
	return strings.Join(parts, "\n")
}

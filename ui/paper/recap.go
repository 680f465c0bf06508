package paper

import (
	"strconv"
	"strings"

	"hadir/model"
	"hadir/model/date"
	"hadir/ui/lang"
)

// Recap is the rekap for the regional office: all events of a span of time, one a row, with figures and no names but the speakers'. It is meant
// to be written as a workbook; the other formats hold it, too.
func Recap(l *lang.Lang, o Office, since, until date.Date, events []Facts) Paper {
	m := newMaker(l, Facts{Office: o, Date: until}, "paper.file-recap", "paper.recap")
	m.p.Wide, m.p.Title = true, l.Say("paper.recap")
	m.letterhead()
	m.add(Titles{Lines: []string{strings.ToUpper(l.Say("paper.recap")), m.span(since, until)}})
	say := l.Say
	t := Table{Name: say("paper.recap"), Size: 8, Columns: []Column{
		{Head: say("paper.no"), Width: 8, Align: Centre},
		{Head: say("paper.date"), Width: 24},
		{Head: say("paper.theme"), Width: 42},
		{Head: say("paper.venue"), Width: 28},
		{Head: say("paper.invited"), Width: 19, Align: Right},
		{Head: say("paper.came"), Width: 14, Align: Right},
		{Head: say("paper.men"), Width: 10, Align: Right},
		{Head: say("paper.women"), Width: 10, Align: Right},
		{Head: say("paper.unsaid"), Width: 14, Align: Right},
		{Head: say("paper.group"), Width: 38},
		{Head: say("paper.speakers"), Width: 40},
		{Head: say("paper.matrix-state"), Width: 28},
	}}
	var sum model.Counts
	var sexes share
	for i, f := range events {
		e := maker{l: l, f: f}
		row, counts, s := e.recapRow(i + 1)
		sum.Invited, sum.Present = sum.Invited+counts.Invited, sum.Present+counts.Came()
		sexes = share{sexes.men + s.men, sexes.women + s.women, sexes.unsaid + s.unsaid}
		t.Rows = append(t.Rows, row)
	}
	t.Rows = append(t.Rows, Row{Bold: true, Cells: append(
		[]Cell{{Text: say("paper.sum"), Span: 4}, Whole(sum.Invited, l.Number(sum.Invited)), Whole(sum.Present, l.Number(sum.Present))}, sexes.cells()[:3]...,
	)})
	m.add(t, Signs{Place: m.placeAndDay(), Signers: []Signer{m.leader()}})
	return m.p
}

func (m *maker) span(since, until date.Date) string {
	return m.l.Say("paper.recap-span", "since", orElse(since.Plain(m.lang()), "..."), "until", orElse(until.Plain(m.lang()), "..."))
}

func (m *maker) recapRow(n int) (Row, model.Counts, share) {
	counts, all := m.f.counts(), share{}
	groups, by := m.f.shares()
	var kinds, speakers []string
	for _, c := range groups {
		s := *by[c]
		all = share{all.men + s.men, all.women + s.women, all.unsaid + s.unsaid}
		kinds = append(kinds, m.category(c)+" "+strconv.Itoa(s.all()))
	}
	for _, r := range m.f.roles(model.DutySpeaker) {
		speakers = append(speakers, titled(r.FullName(), r.Post))
	}
	cells := []Cell{
		rowNumber(n),
		{Text: m.day().Plain(m.lang()), Day: m.day()},
		{Text: m.f.Event.Theme},
		{Text: m.f.Event.Venue},
		Whole(counts.Invited, strconv.Itoa(counts.Invited)), Whole(counts.Came(), strconv.Itoa(counts.Came())),
	}
	cells = append(cells, all.cells()[:3]...)
	return Row{Cells: append(
		cells, Cell{Text: strings.Join(kinds, "\n")}, Cell{Text: strings.Join(speakers, "\n")}, Cell{Text: m.actionStates()},
	)}, counts, all
}

// actionStates counts the event's follow-ups by status.
func (m *maker) actionStates() string {
	by := map[model.ActionStatus]int{}
	for _, a := range m.f.actions() {
		by[a.Status]++
	}
	var parts []string
	for _, s := range model.ActionStatuses() {
		if by[s] > 0 {
			parts = append(parts, m.l.Say(lang.Key("paper.action."+string(s)))+" "+strconv.Itoa(by[s]))
		}
	}
	return strings.Join(parts, "\n")
}

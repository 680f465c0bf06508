package paper

import (
	"strings"

	"hadir/model"
	"hadir/ui/lang"
)

// InvitationLetter is the surat undangan to all who stand on the list. Its number is what the secretariat gave, or a gap: no number is
// ever issued here.
func InvitationLetter(l *lang.Lang, f Facts) Paper {
	m := newMaker(l, f, "paper.file-letter", "paper.letter")
	say := l.Say
	m.letterhead()
	city := m.or(f.Office.City, model.OfficeCity, "paper.city")
	m.add(Para{Align: Right, Runs: Text(city + ", " + m.or(f.Letter.Date.Plain(m.lang()), "letter-date", "paper.letter-date"))})
	m.add(Fields{Label: 22, Rows: []Field{
		{say("paper.letter-number"), m.letterNumber(f.Event.Invitation, model.EventInvitation, "paper.letter-number")},
		{say("paper.letter-nature"), orElse(f.Letter.Nature, say("paper.letter-ordinary"))},
		{say("paper.letter-attachments"), orElse(f.Letter.Attachments, say("paper.letter-list"))},
		{say("paper.letter-subject"), say("paper.letter")},
	}})
	m.add(Para{Runs: Text(say("paper.letter-to"))}, Space{2})
	m.add(Para{Align: Justified, Runs: Text(say("paper.letter-open", "organiser", m.organiser(), "kind", m.kind(), "theme", m.theme()))})
	m.add(Fields{Label: 34, Rows: []Field{
		{say("paper.day"), m.longDay()},
		{say("paper.hours"), m.hours()},
		{say("paper.venue"), m.venue()},
		{say("paper.agenda-about"), strings.TrimSpace(f.Event.Kind + " " + m.theme())},
	}})
	if f.Letter.Ask != "" {
		m.add(Para{Align: Justified, Runs: Text(f.Letter.Ask)})
	}
	m.add(Para{Align: Justified, Runs: Text(say("paper.letter-contact", "contact", m.or(f.Letter.Contact, "contact", "paper.contact")))})
	m.add(Para{Align: Justified, Runs: Text(say("paper.letter-close"))}, Space{4})
	m.add(Signs{Signers: []Signer{m.leader()}})
	if len(f.Letter.Copies) > 0 {
		m.add(Para{Runs: Text(say("paper.letter-copies")), Keep: true}, List{Items: items(f.Letter.Copies)})
	}
	return m.p
}

// leader is the head of the office, as the settings have him.
func (m *maker) leader() Signer {
	s := m.f.Office.Leader
	s.Post = m.or(s.Post, "leader", "paper.leader-post")
	return s
}

func (m *maker) organiser() string {
	return m.or(orElse(m.f.Event.Organiser, m.f.Office.Name), model.EventOrganiser, "paper.organiser")
}

func (m *maker) kind() string { return strings.ToLower(orElse(m.f.Event.Kind, m.l.Say("paper.event"))) }

// orElse is the first text, or the second where there is none.
func orElse(s, other string) string {
	if strings.TrimSpace(s) == "" {
		return other
	}
	return s
}

// InvitationList is the daftar undangan that goes with the letter, with the code that each guest's card carries.
func InvitationList(l *lang.Lang, f Facts) Paper {
	m := newMaker(l, f, "paper.file-list", "paper.list")
	m.personal()
	say := l.Say
	m.add(m.named(say("paper.list")), Fields{Rows: []Field{
		{say("paper.letter-number"), m.letterNumber(f.Event.Invitation, model.EventInvitation, "paper.letter-number")},
		{say("paper.day"), m.longDay()},
		{say("paper.venue"), m.venue()},
	}})
	t := Table{Name: say("paper.list"), Columns: []Column{
		{Head: say("paper.no"), Width: 10, Align: Centre},
		{Head: say("paper.name"), Width: 48},
		{Head: say("paper.post"), Width: 36},
		{Head: say("paper.from"), Width: 46},
		{Head: say("paper.guest-code"), Width: 32},
	}}
	if f.Phone {
		t.Columns = append(t.Columns, Column{Head: say("paper.phone"), Width: 32})
		t.Size = sizeSmall
	}
	for _, g := range f.guests() {
		if g.WalkIn {
			continue
		}
		cells := []Cell{rowNumber(len(t.Rows) + 1), {Text: m.guestName(g)}, {Text: g.Post}, {Text: g.From()}, {Text: g.Code()}}
		if f.Phone {
			cells = append(cells, Cell{Text: phoneOf(g)})
		}
		t.Rows = append(t.Rows, Row{Cells: cells})
	}
	m.add(t, Signs{Signers: []Signer{m.leader()}})
	return m.p
}

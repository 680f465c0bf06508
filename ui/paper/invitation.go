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
	m.p.Count = ""
	m.letter(l.Say("paper.letter-to"), l.Say("paper.letter-list"), Picture{})
	return m.p
}

// InvitationLetters are the same letter to each who is invited, with his code: he shows it at the desk. Each begins a page, and pages are
// counted letter by letter. What goes out to people does not tell them at its foot to keep it to themselves.
func InvitationLetters(l *lang.Lang, f Facts) Paper {
	m := newMaker(l, f, "paper.file-letters", "paper.letters")
	m.personal()
	m.p.Count, m.p.Foot = "", nil
	for _, g := range f.guests() {
		if g.WalkIn {
			continue
		}
		if len(m.p.Body) > 0 {
			m.add(Break{Anew: true})
		}
		code := g.Code()
		m.letter(m.addressed(g), "-", Picture{Code: scanMark + code, Caption: l.Say("paper.letter-code", "code", code)})
	}
	if len(m.p.Body) == 0 {
		m.add(Para{Runs: Text(m.gap("guests", "paper.list"))})
	}
	return m.p
}

// addressed are the lines of somebody's address: name, post and where from. Somebody whose name nobody knows is addressed by his post.
func (m *maker) addressed(g model.Guest) string {
	var lines []string
	for _, s := range []string{m.guestName(g), g.Post, g.From(), m.l.Say("paper.letter-place")} {
		if s != "" {
			lines = append(lines, s)
		}
	}
	return m.l.Say("paper.letter-dear", "who", strings.Join(lines, "\n"))
}

// letter adds one letter: to whom, what is enclosed unless somebody said otherwise, and what stands beside the signature.
func (m *maker) letter(to, enclosed string, beside Picture) {
	f, say := m.f, m.l.Say
	m.letterhead()
	city := m.or(f.Office.City, model.OfficeCity, "paper.city")
	m.add(Para{Align: Right, Runs: Text(city + ", " + m.or(f.Letter.Date.Plain(m.lang()), model.EventLetterDate, "paper.letter-date"))})
	m.add(Fields{Label: 22, Rows: []Field{
		{say("paper.letter-number"), m.letterNumber(f.Event.Invitation, model.EventInvitation, "paper.letter-number")},
		{say("paper.letter-nature"), orElse(f.Letter.Nature, say("paper.letter-ordinary"))},
		{say("paper.letter-attachments"), orElse(f.Letter.Attachments, enclosed)},
		{say("paper.letter-subject"), say("paper.letter")},
	}})
	m.add(Para{Runs: Text(to)}, Space{2})
	m.add(Para{Align: Justified, Runs: Text(say("paper.letter-open", "organiser", m.organiser(), "kind", m.kind(), "theme", m.theme()))})
	m.add(Fields{Label: 34, Rows: []Field{
		{say("paper.day"), m.longDay()},
		{say("paper.hours"), m.hours()},
		{say("paper.venue"), m.venue()},
		{say("paper.agenda-about"), capital(strings.TrimSpace(f.Event.Kind + " " + m.theme()))},
	}})
	if f.Letter.Ask != "" {
		m.add(Para{Align: Justified, Runs: Text(f.Letter.Ask)})
	}
	m.add(Para{Align: Justified, Runs: Text(say("paper.letter-contact", "contact", m.or(f.Letter.Contact, model.EventContact, "paper.contact")))})
	m.add(Para{Align: Justified, Runs: Text(say("paper.letter-close"))}, Space{4})
	m.add(Signs{Signers: []Signer{m.leader()}, Beside: beside})
	if len(f.Letter.Copies) > 0 {
		m.add(Para{Runs: Text(say("paper.letter-copies")), Keep: true}, List{Items: items(f.Letter.Copies)})
	}
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
		{capital(say("paper.letter-date")), m.or(f.Letter.Date.Plain(m.lang()), model.EventLetterDate, "paper.letter-date")},
		{say("paper.day"), m.longDay()},
		{say("paper.venue"), m.venue()},
	}})
	t := Table{Name: say("paper.list"), Columns: []Column{
		{Head: say("paper.no"), Width: 10, Align: Centre},
		{Head: say("paper.name"), Width: 48},
		{Head: say("paper.post"), Width: 36},
		{Head: say("paper.from"), Width: 46},
	}}
	// A code is shown at the desk by whom it was given to; a public copy gives it to nobody.
	if !f.Public {
		t.Columns = append(t.Columns, Column{Head: say("paper.guest-code"), Width: 32})
	}
	if f.Phone {
		t.Columns = append(t.Columns, Column{Head: say("paper.phone"), Width: 32})
		t.Size = sizeSmall
	}
	for _, g := range f.guests() {
		if g.WalkIn {
			continue
		}
		cells := []Cell{rowNumber(len(t.Rows) + 1), {Text: m.guestName(g)}, {Text: g.Post}, {Text: g.From()}}
		if !f.Public {
			cells = append(cells, Cell{Text: g.Code()})
		}
		if f.Phone {
			cells = append(cells, Cell{Text: phoneOf(g)})
		}
		t.Rows = append(t.Rows, Row{Cells: cells})
	}
	m.add(t, Signs{Signers: []Signer{m.leader()}})
	return m.p
}

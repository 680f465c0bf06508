package paper

import (
	"strings"

	"hadir/model"
	"hadir/model/ident"
	"hadir/model/number"
	"hadir/ui/lang"
)

// DeedOf is the berita acara: its date is spelled out, so that nobody alters it. Without words of its own it tells that the event was held, put
// off or called off.
func DeedOf(l *lang.Lang, f Facts) Paper {
	m := newMaker(l, f, "paper.file-deed", "paper.deed")
	say := l.Say
	m.letterhead()
	about := f.Deed.About
	if about == "" {
		about = strings.TrimSpace(f.Event.Kind + " " + m.theme())
	}
	m.add(Titles{Lines: []string{strings.ToUpper(say("paper.deed")), strings.ToUpper(about)}})
	m.add(Para{Align: Centre, Runs: Text(say("paper.deed-number", "number", m.letterNumber(f.Deed.Number, "deed-number", "paper.letter-number")))})
	d := f.Date
	if d.IsZero() {
		d = m.day()
	}
	spelled := m.or(d.Spelled(), model.EventDate, "paper.day")
	m.add(Para{Align: Justified, Runs: Text(say("paper.deed-open", "date", spelled, "venue", m.venue()))})
	parties := f.Deed.Parties
	if len(parties) == 0 {
		parties = []Party{m.firstParty()}
	}
	for i, p := range parties {
		m.party(i, p, len(parties))
	}
	for _, s := range m.deedBody() {
		m.add(Para{Align: Justified, Runs: Text(s)})
	}
	copies := max(2, f.Deed.Copies)
	m.add(Para{Align: Justified, Keep: true, Runs: Text(say("paper.deed-close", "n", copies, "words", number.Terbilang(int64(copies))))})
	m.add(m.deedSigns(parties))
	return m.p
}

// firstParty is the chair, where nobody was named.
func (m *maker) firstParty() Party {
	s := m.signer(model.DutyChair, "paper.chair")
	post := s.Post
	if r := m.f.roles(model.DutyChair); len(r) > 0 && r[0].Post != "" {
		post = r[0].Post
	}
	return Party{Name: m.or(s.Name, string(model.DutyChair), "paper.chair"), NIP: s.NIP, Post: post}
}

func (m *maker) party(i int, p Party, parties int) {
	say := m.l.Say
	rows := []Field{{say("paper.name"), p.Name}}
	for _, f := range []Field{{"NIP", ident.FormatNIP(p.NIP)}, {say("paper.rank"), p.Rank}, {say("paper.post"), p.Post}, {say("paper.address"), p.Address}} {
		if f.Value != "" {
			rows = append(rows, f)
		}
	}
	m.add(Fields{Label: 40, Rows: rows})
	if parties > 1 {
		m.add(Para{Align: Justified, Runs: []Run{{Text: say("paper.deed-called") + " "}, {Text: m.partyName(i) + ".", Bold: true}}})
	}
}

func (m *maker) partyName(i int) string {
	return strings.ToUpper(m.l.Say("paper.party", "n", m.ordinal(i+1)))
}

// deedBody is what the paper tells.
func (m *maker) deedBody() []string {
	if len(m.f.Deed.Body) > 0 {
		return m.f.Deed.Body
	}
	args := []any{"kind", m.kind(), "theme", m.theme(), "organiser", m.organiser(), "day", m.longDay(), "venue", m.venue()}
	switch m.f.Event.Status {
	case model.StatusPostponed:
		return []string{m.l.Say("paper.deed-postponed", args...)}
	case model.StatusCancelled:
		return []string{m.l.Say("paper.deed-cancelled", args...)}
	}
	return []string{m.l.Say("paper.deed-held", args...), m.l.Say("paper.deed-guests", "guests", m.attendance())}
}

func (m *maker) deedSigns(parties []Party) Signs {
	s := Signs{Place: m.placeAndDay()}
	for i, p := range parties {
		signer := Signer{Post: orElse(p.Post, m.l.Say("paper.chair")), Name: p.Name, NIP: p.NIP}
		if len(parties) > 1 {
			signer.Head = m.partyName(i)
		}
		s.Signers = append(s.Signers, signer)
	}
	if w := m.f.Deed.Witness; w.Name != "" {
		w.Head = m.l.Say("paper.deed-before")
		s.Signers = append(s.Signers, w)
	}
	return s
}

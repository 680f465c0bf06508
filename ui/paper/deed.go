package paper

import (
	"strconv"
	"strings"

	"hadir/model"
	"hadir/model/date"
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
	parties := f.Deed.Parties
	// A second side alone faces the committee.
	if len(parties) == 0 || len(parties) == 1 && parties[0].Register != model.PartyRegister(model.PartyFirst, model.PartyName) {
		parties = append([]Party{m.firstParty()}, parties...)
	}
	open := lang.Key("paper.deed-open")
	if len(parties) > 1 {
		open = "paper.deed-open-both"
	}
	m.add(Para{Align: Justified, Runs: Text(say(open, "date", m.or(m.spelled(d), model.EventDate, "paper.day"), "venue", m.venue()))})
	for i, p := range parties {
		m.party(i, p, len(parties))
	}
	for _, s := range m.deedBody() {
		m.add(Para{Align: Justified, Runs: Text(s)})
	}
	copies := f.Deed.Copies
	if copies < 1 {
		copies = 2
	}
	m.add(Para{Align: Justified, Keep: true, Runs: Text(say("paper.deed-close", "copies", m.copies(copies)))})
	m.add(m.deedSigns(parties)...)
	return m.p
}

// copies is a number in figures, and in words in the language that has such words here.
func (m *maker) copies(n int) string {
	if m.l.Code() != lang.Indonesian {
		return strconv.Itoa(n)
	}
	return strconv.Itoa(n) + " (" + number.Terbilang(int64(n)) + ")"
}

// spelled is the day in words, as Indonesian papers of this kind open. Another language has no such form, and says the day in full.
func (m *maker) spelled(d date.Date) string {
	if m.l.Code() != lang.Indonesian {
		return d.Long(m.lang())
	}
	return d.Spelled()
}

// firstParty is the chair, where nobody was named.
func (m *maker) firstParty() Party {
	p := Party{Register: model.PartyRegister(model.PartyFirst, model.PartyName), Post: m.l.Say("paper.chair"), Institution: m.f.Office.Name}
	if r := m.f.roles(model.DutyChair); len(r) > 0 {
		p.Name, p.NIP, p.Post = r[0].FullName(), m.f.NIP[r[0].Person], orElse(r[0].Post, p.Post)
		p.Institution = orElse(r[0].Institution, p.Institution)
	}
	return p
}

// party tells who signs. The name of one is a gap that says whose it is.
func (m *maker) party(i int, p Party, parties int) {
	say := m.l.Say
	gap := lang.Key("paper.name-first")
	if i > 0 {
		gap = "paper.name-second"
	}
	rows := []Field{{say("paper.name"), m.or(p.Name, p.Register, gap)}}
	for _, f := range []Field{
		{"NIP", ident.FormatNIP(p.NIP)},
		{say("paper.rank"), p.Rank},
		{say("paper.post"), p.Post},
		{say("paper.institution"), p.Institution},
		{say("paper.address"), p.Address},
	} {
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

// deedSigns are the signatures of the sides, and below them those of the witnesses.
func (m *maker) deedSigns(parties []Party) []Block {
	sides := Signs{Place: m.placeAndDay()}
	for i, p := range parties {
		s := p.signer()
		if len(parties) > 1 {
			s.Head = m.partyName(i) + ","
		}
		sides.Signers = append(sides.Signers, s)
	}
	if len(m.f.Deed.Witnesses) == 0 {
		return []Block{sides}
	}
	seen := Signs{}
	for _, p := range m.f.Deed.Witnesses {
		s := p.signer()
		m.or(s.Name, p.Register, "paper.name-witness")
		seen.Signers = append(seen.Signers, s)
	}
	return []Block{sides, Para{Align: Centre, Keep: true, Runs: Text(m.l.Say("paper.deed-before"))}, seen}
}

// signer is a party where it signs.
func (p Party) signer() Signer {
	return Signer{Post: orElse(p.Post, p.Institution), Name: p.Name, NIP: p.NIP, Citizen: p.NIP == "" && p.Name != ""}
}

package paper

import (
	"strconv"

	"hadir/model"
	"hadir/model/ident"
	"hadir/ui/lang"
)

// AttendanceList is the daftar hadir of the session: guests, then speakers and committee on sheets of their own, to be signed in odd and
// even rows. The sheets tell where each guest signs; they are what is kept of a print, and given back as Facts.Printed and as the
// guests' sheet and row, so that a later print never moves anybody.
func AttendanceList(l *lang.Lang, f Facts) (Paper, []Sheet, error) {
	m := newMaker(l, f, "paper.file-attendance", "paper.attendance")
	m.personal()
	sheets, err := m.plan()
	if err != nil {
		return Paper{}, nil, err
	}
	// Only the guests' sheets have the code: on the others a row number would be taken for a guest's.
	m.p.Code = sheetCode(f.Event, f.Session.ID, sheets)
	if f.Unfrozen {
		m.p.Code = ""
		m.p.Stamps = append(m.p.Stamps, l.Say("paper.unfrozen"))
	}
	others := []struct {
		title lang.Key
		roles []model.Role
	}{
		{"paper.attendance-speakers", f.roles(model.DutySpeaker)},
		{"paper.attendance-committee", f.roles(model.DutyChair, model.DutyCommittee, model.DutyOpener, model.DutyModerator, model.DutyRecorder, model.DutyHost)},
	}
	total := len(sheets)
	for _, o := range others {
		if len(o.roles) > 0 {
			total++
		}
	}
	at := 0
	for _, s := range sheets {
		at++
		m.sheet(s.rows, at, total, at == 1)
	}
	m.add(m.attendanceEnd()...)
	for _, o := range others {
		if len(o.roles) == 0 {
			continue
		}
		at++
		m.add(Break{})
		m.add(m.attendanceHead(o.title, at, total, "")...)
		m.add(m.roleTable(o.title, o.roles), m.attendanceSigns())
	}
	return m.p, sheets, nil
}

// sheet adds one sheet of guests; the first one has the letterhead and the whole title.
func (m *maker) sheet(rows []attendee, at, total int, first bool) {
	if first {
		m.letterhead()
		m.add(m.attendanceHead("paper.attendance", at, total, m.p.Code)...)
	} else {
		m.add(Break{})
		m.add(m.continued(at, total)...)
	}
	m.add(m.guestTable(rows))
}

// attendanceHead is the title of a list and what it is a list of. Only the guests' list has a code.
func (m *maker) attendanceHead(title lang.Key, at, total int, code string) []Block {
	rows := []Field{
		{m.l.Say("paper.day"), m.longDay()},
		{m.l.Say("paper.hours"), m.hours()},
		{m.l.Say("paper.venue"), m.venue()},
	}
	if m.f.Session.Name != "" {
		rows = append(rows, Field{m.l.Say("paper.session"), m.f.Session.Name})
	}
	rows = append(rows, Field{m.l.Say("paper.sheet"), m.sheetOf(at, total, code)})
	return []Block{m.named(m.l.Say(title)), Fields{Rows: rows}}
}

// continued is what stands above the table on the later sheets of a list.
func (m *maker) continued(at, total int) []Block {
	says := m.l.Say("paper.attendance-continued", "theme", m.f.Event.Theme, "day", m.day().Plain(m.lang()))
	return []Block{
		Para{Runs: []Run{{Text: says, Bold: true}}, Small: true, Keep: true},
		Para{Runs: Text(m.l.Say("paper.sheet") + " " + m.sheetOf(at, total, m.p.Code)), Small: true, Keep: true},
	}
}

// sheetOf is "1 dari 4", with the code of the print.
func (m *maker) sheetOf(at, total int, code string) string {
	s := m.l.Say("paper.sheet-of", "n", at, "total", total)
	if code == "" {
		return s
	}
	return s + " (" + m.l.Say("paper.code", "code", code) + ")"
}

// signHeight is the height of a row to sign in, in millimetres: a signature needs 9.
const signHeight = 10.0

func (m *maker) guestTable(rows []attendee) Table {
	t := m.signTable(m.l.Say("paper.sheet-guests"), m.f.Phone, m.f.NIK)
	for _, r := range rows {
		t.Rows = append(t.Rows, m.guestRow(r))
	}
	return t
}

// signTable is an empty table to sign in.
func (m *maker) signTable(name string, phone, nik bool) Table {
	say := m.l.Say
	t := Table{Name: name, MinHeight: signHeight, Columns: []Column{
		{Head: say("paper.no"), Width: 10, Align: Centre},
		{Head: say("paper.name"), Width: 44},
		{Head: say("paper.post"), Width: 30},
		{Head: say("paper.from"), Width: 38},
	}}
	if phone {
		t.Columns = append(t.Columns, Column{Head: say("paper.phone"), Width: 36})
	}
	if nik {
		t.Columns = append(t.Columns, Column{Head: say("paper.nik"), Width: 34})
	}
	if phone || nik {
		t.Size = sizeSmall
	}
	t.Columns = append(t.Columns, Column{Head: say("paper.signature"), Width: 44, Sign: true})
	return t
}

// guestRow is the row of a guest, or an empty one for whoever comes without being on the list.
func (m *maker) guestRow(r attendee) Row {
	g := r.guest
	name := m.guestName(g)
	if s := m.f.Seats[g.ID]; r.known && s.State == model.StateRepresented && !m.f.Public {
		name += "\n" + m.l.Say("paper.represented", "who", titled(s.Deputy.Name, s.Deputy.Post))
	}
	cells := []Cell{rowNumber(r.no), {Text: name}, {Text: g.Post}, {Text: g.From()}}
	if m.f.Phone {
		cells = append(cells, Cell{Text: phoneOf(g)})
	}
	if m.f.NIK {
		cells = append(cells, Cell{Text: g.NIK})
	}
	return Row{Cells: append(cells, Cell{Text: strconv.Itoa(r.no) + "."}), Odd: r.no%2 == 1}
}

// rowNumber is the number of a row.
func rowNumber(n int) Cell {
	c := Whole(n, strconv.Itoa(n))
	c.Align = Centre
	return c
}

// guestName is the name as a paper prints it; a public copy leaves it out.
func (m *maker) guestName(g model.Guest) string {
	if m.f.Public && !g.ID.IsZero() {
		return m.l.Say("paper.unnamed")
	}
	return g.FullName()
}

func phoneOf(g model.Guest) string {
	if g.Phone != "" {
		return ident.FormatPhone(g.Phone)
	}
	return g.PhoneRaw
}

// roleTable is the list of those who have duties; nobody walks in as one of them.
func (m *maker) roleTable(title lang.Key, roles []model.Role) Table {
	t := m.signTable(m.l.Say(title), false, false)
	for i, r := range roles {
		t.Rows = append(t.Rows, Row{
			Cells: []Cell{rowNumber(i + 1), {Text: r.FullName()}, {Text: r.Post}, {Text: r.Institution}, {Text: strconv.Itoa(i+1) + "."}},
			Odd:   i%2 == 0,
		})
	}
	return t
}

// attendanceEnd are the totals and the signature under the guests' list.
func (m *maker) attendanceEnd() []Block {
	c := m.f.counts()
	says := m.l.Say("paper.totals-open", "invited", c.Invited)
	if m.f.held() {
		says = m.l.Say("paper.totals", "invited", c.Invited, "present", c.Present, "represented", c.Represented,
			"absent", c.Excused+c.Absent+c.Expected, "extra", c.WalkIns)
	}
	return []Block{Para{Runs: Text(says), Keep: true}, m.attendanceSigns()}
}

func (m *maker) attendanceSigns() Signs {
	return Signs{Place: m.placeAndDay(), Signers: []Signer{m.signer(model.DutyChair, "paper.chair")}}
}

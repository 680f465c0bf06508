package paper

import (
	"strconv"

	"hadir/model"
)

// Sheet is one sheet of the guests' attendance list: the rows from First to Last.
type Sheet struct {
	No          int // 1, 2, 3, ...
	First, Last int
	Places      []Place // the rows that are somebody's
	rows        []attendee
}

// Place is the row that a guest signs.
type Place struct {
	Guest model.ID
	Row   int
}

// attendee is one row of a list: a guest's, or an empty one.
type attendee struct {
	no    int
	guest model.Guest
	known bool
}

// plan lays the guests out on sheets. Rows that were printed stay where they are, with the empty ones among them; guests who are new since
// follow behind, and empty rows fill the last sheet.
func (m *maker) plan() ([]Sheet, error) {
	rows, printed := m.rows()
	fit, err := m.fitting()
	if err != nil {
		return nil, err
	}
	var sheets []Sheet
	for _, last := range m.f.Printed {
		if n := min(last, printed) - end(sheets); n > 0 {
			sheets = append(sheets, sheetOf(len(sheets)+1, rows[:n]))
			rows = rows[n:]
		}
	}
	if len(rows) == 0 && len(sheets) > 0 {
		return sheets, nil
	}
	return fit.fill(m, sheets, rows), nil
}

func end(sheets []Sheet) int {
	if len(sheets) == 0 {
		return 0
	}
	return sheets[len(sheets)-1].Last
}

func sheetOf(no int, rows []attendee) Sheet {
	s := Sheet{No: no, rows: rows, First: rows[0].no, Last: rows[len(rows)-1].no}
	for _, r := range rows {
		if r.known {
			s.Places = append(s.Places, Place{r.guest.ID, r.no})
		}
	}
	return s
}

// rows numbers the list, and gives up to which number it was printed before.
func (m *maker) rows() (rows []attendee, printed int) {
	guests := m.f.guests()
	if n := len(m.f.Printed); n > 0 {
		printed = m.f.Printed[n-1]
		for _, g := range guests {
			printed = max(printed, g.Row)
		}
	}
	rows = make([]attendee, printed, printed+len(guests)+m.f.Blank)
	for i := range rows {
		rows[i].no = i + 1
	}
	var fresh []model.Guest
	for _, g := range guests {
		if g.Row > 0 && g.Row <= printed && !rows[g.Row-1].known {
			rows[g.Row-1] = attendee{g.Row, g, true}
		} else {
			fresh = append(fresh, g)
		}
	}
	for _, g := range fresh {
		rows = append(rows, attendee{len(rows) + 1, g, true})
	}
	if printed == 0 {
		for range m.f.Blank {
			rows = append(rows, attendee{no: len(rows) + 1})
		}
	}
	return rows, printed
}

// fitting is how much room a sheet has, in millimetres. It is measured as the PDF is set, with some to spare for Word, whose lines are
// a little higher.
type fitting struct {
	press             *press
	first, later, end float64 // for rows on the first sheet and on the others, and what the list's end takes of the last
}

const spare = 6.0

// widestCode is as wide as a print's code can be: a trial must not come out narrower than the paper.
const widestCode = "WWWWWWWWW"

func (m *maker) fitting() (fitting, error) {
	d, err := newPress(m.p)
	if err != nil {
		return fitting{}, err
	}
	trial := maker{l: m.l, f: m.f, p: Paper{Size: m.p.Size}}
	trial.letterhead()
	trial.add(trial.attendanceHead("paper.attendance", 88, 88, widestCode)...)
	f := fitting{press: d}
	d.open()
	t := m.signTable("", m.f.Phone, m.f.NIK)
	head := d.measureHead(t)
	room := d.bottom - marginTop - spare - head
	f.first = room - d.taken(trial.p.Body)
	f.later = room - d.taken(trial.continued(88, 88))
	f.end = d.taken(trial.attendanceEnd()) + gapTable
	d.pdf = nil
	return f, nil
}

// taken is the height that blocks take at the head of a page.
func (d *press) taken(blocks []Block) float64 {
	d.y = marginTop
	for _, b := range blocks {
		d.put(b, nil)
	}
	return d.y - marginTop
}

func (d *press) measureHead(t Table) float64 {
	return d.cut(t, t.header(), t.widths(d.width)).height
}

// fill puts rows on new sheets behind those that there are, as many on each as it holds, and fills the last one up with empty rows.
func (f fitting) fill(m *maker, sheets []Sheet, rows []attendee) []Sheet {
	t := m.signTable("", m.f.Phone, m.f.NIK)
	widths := t.widths(f.press.width)
	next := end(sheets)
	for len(rows) > 0 || len(sheets) == 0 {
		room := f.later
		if len(sheets) == 0 {
			room = f.first
		}
		n := 0
		for n < len(rows) {
			h := f.press.measure(t, m.guestRow(rows[n]), widths)
			if h > room && n > 0 {
				break
			}
			room -= h
			n++
		}
		mine := rows[:n:n]
		rows = rows[n:]
		if n > 0 {
			next = mine[n-1].no
		}
		if len(rows) == 0 {
			// The last sheet also has the totals and the signature under it. Where they find no room, this sheet is filled up, and
			// they go to another one with empty rows of its own: a signature alone on a page could be put under any list.
			full := room < f.end && n > 3
			if !full {
				room -= f.end
			}
			for ; room >= signHeight; room -= signHeight {
				next++
				mine = append(mine, attendee{no: next})
			}
			if full {
				next++
				rows = []attendee{{no: next}}
			}
		}
		if len(mine) == 0 {
			mine = []attendee{{no: next + 1}}
		}
		sheets = append(sheets, sheetOf(len(sheets)+1, mine))
	}
	return sheets
}

// sheetCode is the code of a print: short, with a check character, and another one for each session, and as soon as any row is another guest's.
func sheetCode(e model.Event, session model.ID, sheets []Sheet) string {
	parts := []string{"sheets", e.ID.String(), session.String()}
	for _, s := range sheets {
		parts = append(parts, strconv.Itoa(s.Last))
		for _, p := range s.Places {
			parts = append(parts, strconv.Itoa(p.Row), p.Guest.String())
		}
	}
	return model.Code(model.HashID(e.Salt, parts...))
}

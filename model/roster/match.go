package roster

import (
	"bytes"
	"cmp"
	"runtime"
	"slices"

	"hadir/model"
)

// matcher finds out who of the event's guests the entrants of a list are. It goes by the surest sign first, for all entrants,
// before it looks at the next one, and no guest is taken twice: what a row makes of one guest cannot change who another is.
type matcher struct {
	*census
	owners map[string][]int32 // guests of the event by NIK
	seats  seats
	kin    *kin

	holders map[string]int32 // people with names by post and place; nil until somebody asks
}

// newMatcher takes in the guests of the event, in the order of its list.
func newMatcher(c *census, guests []model.Guest) *matcher {
	p := c.plan
	m := &matcher{census: c, owners: make(map[string][]int32), seats: newSeats(), kin: newKin(p, c.folds)}
	for _, g := range inOrder(guests) {
		i := p.admit(person{was: g, id: g.ID})
		p.order = max(p.order, g.Order)
		if g.NIK != "" {
			m.owners[g.NIK] = meet(m.owners[g.NIK], i)
		}
		switch {
		case g.Name != "":
			names := c.namesakes(g)
			names.guests = meet(names.guests, i)
		case !g.Removed:
			m.seats.offer(g, i)
		}
	}
	return m
}

// inOrder is the guests in the order of the event's list, so that every laptop prefers the same of two.
func inOrder(guests []model.Guest) []*model.Guest {
	sorted := make([]*model.Guest, len(guests))
	for i := range guests {
		sorted[i] = &guests[i]
	}
	slices.SortFunc(sorted, func(a, b *model.Guest) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), bytes.Compare(a.ID[:], b.ID[:]))
	})
	return sorted
}

// match says of all entrants who they are, and admits those whom nobody knows. Rows that name nobody come last: they are
// about a seat that still waits, or about nothing.
func (m *matcher) match() {
	for _, sign := range []func(*entrant) int32{m.only, m.byID, m.byNIK, m.byName, m.byLine, m.renamed, m.bySeat} {
		for i := range m.entrants {
			e := &m.entrants[i]
			if e.person != none {
				continue
			}
			if e.person = sign(e); e.person != none {
				m.bind(e)
			}
		}
	}
	m.prepare()
	for i := range m.entrants {
		if e := &m.entrants[i]; e.person == none {
			m.admitNew(e)
		}
	}
	for row := range m.plan.Rows {
		if d := &m.plan.Rows[row]; d.Guest.Name == "" && d.Skip == SkipNoName {
			m.seated(int32(row))
		}
	}
}

// prepare works out, on all processors, what takes long about those whom nobody knows and needs nobody else: the IDs that they
// get, and how their names sound.
func (m *matcher) prepare() {
	learned := make([]*folds, runtime.GOMAXPROCS(0))
	spans(len(m.entrants), func(part, from, to int) {
		f := newFolds()
		for i := from; i < to; i++ {
			if e := &m.entrants[i]; e.person == none {
				m.id(e)
				f.sound(e.names.name)
			}
		}
		learned[part] = f
	})
	for _, f := range learned {
		if f != nil {
			m.folds.learn(f)
		}
	}
}

// bind makes the entrant's rows rows about his person.
func (m *matcher) bind(e *entrant) {
	pe := &m.plan.people[e.person]
	pe.first, pe.last = e.first, e.last
	for row := e.first; row != none; row = m.plan.Rows[row].next {
		m.plan.Rows[row].person, m.plan.Rows[row].Choice = e.person, Same
	}
}

// row is what the entrant's first row says.
func (m *matcher) row(e *entrant) *model.Guest { return &m.plan.Rows[e.first].Guest }

// free reports whether a guest can still be the entrant: no other is, and nothing speaks against it.
func (m *matcher) free(e *entrant, i int32) bool {
	pe := &m.plan.people[i]
	return pe.first == none && !m.folds.against(m.row(e).Institution, e.marks, marksOf(pe.was))
}

// only is the quick answer for nearly everybody on a list that is read again: one of that name and institution here, one
// there, and no NIK on one side alone that would be the sign of somebody else.
func (m *matcher) only(e *entrant) int32 {
	if n := e.names; len(n.guests) == 1 && n.ordinal == 1 {
		i := n.guests[0]
		if m.plan.people[i].was.NIK == e.marks.nik && m.free(e, i) {
			return i
		}
	}
	return none
}

// byID is the guest who got his ID when a list named him as this entrant, and is still called so.
func (m *matcher) byID(e *entrant) int32 {
	if len(e.names.guests) > 0 {
		if i, ok := m.plan.byID[m.id(e)]; ok && slices.Contains(e.names.guests, i) && m.free(e, i) {
			return i
		}
	}
	return none
}

// id is the ID that the entrant's name, institution and ordinal give.
func (m *matcher) id(e *entrant) model.ID {
	if e.id.IsZero() {
		e.id = m.idOf(e.names, e.ordinal)
	}
	return e.id
}

func (m *matcher) idOf(n *namesakes, ordinal int) model.ID {
	return model.GuestID(m.plan.options.Salt, n.name, n.place, ordinal)
}

// byNIK is the guest with the entrant's NIK and a name like his.
func (m *matcher) byNIK(e *entrant) int32 {
	best := int32(none)
	if e.marks.nik == "" {
		return none
	}
	for _, i := range m.owners[e.marks.nik] {
		pe := &m.plan.people[i]
		if pe.first == none && alike(pe.was, m.row(e)) && (best == none || m.plan.people[best].was.Removed && !pe.was.Removed) {
			best = i
		}
	}
	return best
}

// byName is the guest of the entrant's name and institution: of several one who is on the list, then the one for whom most
// speaks, then the first.
func (m *matcher) byName(e *entrant) int32 {
	best, most := int32(none), -1
	for _, i := range e.names.guests {
		pe := &m.plan.people[i]
		weight := marksOf(pe.was).weight(e.marks)
		if !pe.was.Removed {
			weight += 8
		}
		if weight > most && m.free(e, i) {
			best, most = i, weight
		}
	}
	return best
}

// renamed is the guest who got his ID when a list named him as this entrant, and whose name somebody has corrected since.
func (m *matcher) renamed(e *entrant) int32 {
	if len(m.plan.byID) > 0 {
		if i, ok := m.plan.byID[m.id(e)]; ok && m.free(e, i) {
			return i
		}
	}
	return none
}

// bySeat is the invited seat that waits for somebody with the entrant's post, from his village.
func (m *matcher) bySeat(e *entrant) int32 {
	if i := m.seats.find(m.row(e)); i != none && m.plan.people[i].first == none {
		return i
	}
	return none
}

// admitNew makes a new guest of an entrant, and says whom he is like. His ordinal is his own on the list where it is free, so
// that every laptop that imports the list gives him the same ID.
func (m *matcher) admitNew(e *entrant) {
	id := m.id(e)
	for _, taken := m.plan.byID[id]; taken; _, taken = m.plan.byID[id] {
		e.names.ordinal++
		id = m.idOf(e.names, e.names.ordinal)
	}
	like, reason := m.namesake(e), ReasonNamesake
	if like == none {
		like, reason = m.kin.find(m.row(e)), ReasonSimilar
	}
	e.person = m.plan.admit(person{id: id})
	m.bind(e)
	m.kin.add(e.person)
	d := &m.plan.Rows[e.first]
	d.Choice = Add
	if like != none {
		d.similar, d.Existing = true, m.plan.people[like].id
		m.plan.remark(d, reason, like)
	}
}

// namesake is somebody of the entrant's name and institution, whom he is not: a guest, or an earlier entrant.
func (m *matcher) namesake(e *entrant) int32 {
	if len(e.names.guests) > 0 {
		return e.names.guests[0]
	}
	for _, i := range e.names.entrants {
		if p := m.entrants[i].person; p != none {
			return p
		}
	}
	return none
}

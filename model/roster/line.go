package roster

import "hadir/model"

// byLine is the guest of the entrant's name and institution who has only changed his phone. A phone speaks for two people, but
// not where the list has one of that name, the event has one, the row says of him all that was known, and stands where his
// stood: beside the same neighbour. That is the office's list with a number corrected, and a person is asked about it.
func (m *matcher) byLine(e *entrant) int32 {
	n := e.names
	if len(n.guests) != 1 || len(n.entrants) != 1 || e.first != e.last {
		return none
	}
	pe := &m.plan.people[n.guests[0]]
	if pe.first != none || pe.was.Removed || pe.was.WalkIn || !m.newPhoneOnly(e, pe.was) {
		return none
	}
	// The only entrant of these namesakes is e.
	if at := int(n.entrants[0]); m.stands(at-1, pe.was.Order-1) || m.stands(at+1, pe.was.Order+1) {
		return n.guests[0]
	}
	return none
}

// newPhoneOnly reports whether the phone is all that an entrant's row says otherwise of a guest.
func (m *matcher) newPhoneOnly(e *entrant, was *model.Guest) bool {
	ours, theirs := e.marks, marksOf(was)
	ours.phone, theirs.phone = "", ""
	if m.folds.against(m.row(e).Institution, ours, theirs) {
		return false
	}
	for _, diff := range compare(was, m.row(e), m.plan.Rows[e.first].derived, false) {
		if diff.Field != model.GuestPhone && diff.Field != model.GuestPhoneRaw {
			return false
		}
	}
	return true
}

// stands reports whether the entrant at that place of the list is known to be the guest at that place of the event's.
func (m *matcher) stands(at, order int) bool {
	if at < 0 || at >= len(m.entrants) || m.entrants[at].person == none {
		return false
	}
	was := m.plan.people[m.entrants[at].person].was
	return was != nil && !was.Removed && was.Order == order
}

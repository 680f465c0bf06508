package roster

import "hadir/model"

// attach makes a row one about a person, in the order of the list among the others.
func (p *Plan) attach(row, i int32) {
	pe, d := &p.people[i], &p.Rows[row]
	d.person = i
	p.link(pe, row)
}

// link puts a row among those about a person. It nearly always belongs at the end.
func (p *Plan) link(pe *person, row int32) {
	at := &pe.first
	if pe.last != none && pe.last < row {
		at = &p.Rows[pe.last].next
	}
	for *at != none && *at < row {
		at = &p.Rows[*at].next
	}
	p.Rows[row].next, *at = *at, row
	pe.last = max(pe.last, row)
}

// detach makes a row one about nobody.
func (p *Plan) detach(row int32) {
	d := &p.Rows[row]
	if d.person == none {
		return
	}
	pe := &p.people[d.person]
	before := int32(none)
	for at := pe.first; at != row; at = p.Rows[at].next {
		before = at
	}
	if before == none {
		pe.first = d.next
	} else {
		p.Rows[before].next = d.next
	}
	if pe.last == row {
		pe.last = before
	}
	d.person, d.next, d.Guest.ID = none, none, model.ID{}
}

// settle goes through the rows about a person in the order of the list, says of each what it changes of what was there
// before it, and gives the guest as he would be stored.
func (p *Plan) settle(i int32) model.Guest {
	pe := &p.people[i]
	now, fresh := pe.before()
	for row := pe.first; row != none; row = p.Rows[row].next {
		d, again := &p.Rows[row], row != pe.first
		d.Guest.ID = pe.id
		if fresh && !again {
			d.Verdict, d.Diffs = New, nil
			if d.similar {
				d.Verdict = Similar
			}
			adopt(&now, &d.Guest)
			continue
		}
		d.Existing = pe.id
		p.judge(d, &now, pe.waits() && !again, again)
	}
	return now
}

// before is the guest as the rows find him, and whether he is new to the list: somebody who was taken off it comes back as
// the list has him now, for an import that was taken back was often taken back because it was read wrongly. Only his place on
// paper stays.
func (pe *person) before() (now model.Guest, fresh bool) {
	switch {
	case pe.was == nil:
		return model.Guest{ID: pe.id}, true
	case pe.was.Removed:
		return model.Guest{ID: pe.id, Order: pe.was.Order, Sheet: pe.was.Sheet, Row: pe.was.Row}, true
	}
	return *pe.was, false
}

// adopt takes over all that a row says.
func adopt(now, row *model.Guest) {
	to := values(now)
	for i, v := range values(row) {
		*to[i] = *v
	}
}

// judge compares a row with the guest as he stands and takes what is to be taken: what fills a blank, and of the rest what a
// person chose. A seat takes the list's words for its own, which were only made up from a village's name. --update settles
// the list against the event, not the list against itself: a second row about the same guest overwrites nothing.
func (p *Plan) judge(d *Decision, now *model.Guest, seat, again bool) {
	chosen := d.Diffs
	d.Diffs = compare(now, &d.Guest, d.derived, again)
	d.Verdict = Unchanged
	for j := range d.Diffs {
		diff := &d.Diffs[j]
		diff.Take = diff.Have == "" || seat || p.options.Update && !again
		for _, c := range chosen {
			if c.Field == diff.Field && c.Have == diff.Have {
				diff.Take = c.Take
			}
		}
		if diff.Take {
			now.Set(diff.Field, diff.Want)
		}
		switch {
		case diff.Have != "" && !seat:
			d.Verdict = Differs
		case d.Verdict == Unchanged:
			d.Verdict = Fills
		}
	}
}

// Result is the guest as he would be stored after the row at that index and all others about him; ok is false where the
// row is skipped. A new guest has no place on the list yet: [Plan.Changes] gives it.
func (p *Plan) Result(row int) (g model.Guest, ok bool) {
	if i := p.Rows[row].person; i != none {
		return p.settle(i), true
	}
	return model.Guest{}, false
}

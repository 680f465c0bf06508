package roster

import (
	"errors"
	"fmt"

	"hadir/model"
)

// What can be wrong with a person's choice.
var (
	ErrNoRow   = errors.New("no such row")
	ErrNoName  = errors.New("row has no name")
	ErrNoGuest = errors.New("no such guest in the plan")
	ErrNoDiff  = errors.New("row does not differ in that field")
)

// Choose decides about the row at an index of Rows. Add makes it a guest of its own, Same makes it say something about the
// guest id, of the event or of another row, and Omit leaves it out; id counts for Same only. The verdicts of all rows about
// the same guests follow. It returns ErrNoRow, ErrNoName or ErrNoGuest, and then nothing has changed.
func (p *Plan) Choose(row int, c Choice, id model.ID) error {
	if row < 0 || row >= len(p.Rows) {
		return fmt.Errorf("%w: %d", ErrNoRow, row)
	}
	d := &p.Rows[row]
	to := int32(none)
	switch {
	case c != Add && c != Same:
		p.omit(int32(row))
		return nil
	case d.office && c == Add:
		if to = d.person; to == none {
			to = p.seatOf(d)
		}
	case d.Guest.Name == "" && !d.office:
		return fmt.Errorf("%w: line %d", ErrNoName, d.Line)
	case c == Add:
		if to = d.person; d.Choice != Add || to == none {
			to = p.another(&d.Guest)
		}
	default:
		i, ok := p.byID[id]
		if !ok {
			return fmt.Errorf("%w: %s", ErrNoGuest, id)
		}
		if to = i; to == d.person {
			c = d.Choice // a row that brings a guest is not a second one about him
		}
	}
	p.move(int32(row), to)
	d.Choice, d.Chosen, d.Skip = c, true, ""
	return nil
}

// omit leaves a row out. What was no guest anyway keeps the reason for that.
func (p *Plan) omit(row int32) {
	d := &p.Rows[row]
	d.Choice, d.Chosen = Omit, true
	if d.Verdict != Skipped {
		p.move(row, none)
		d.Verdict, d.Skip = Skipped, SkipChosen
	}
}

// move makes a row one about another person, and settles both.
func (p *Plan) move(row, to int32) {
	d := &p.Rows[row]
	from := d.person
	if from == to {
		return
	}
	p.detach(row)
	d.Diffs, d.Existing = nil, model.ID{}
	if from != none {
		p.settle(from)
	}
	if to != none {
		p.attach(row, to)
		p.settle(to)
	}
}

// another is a new person of the row's name and institution, whoever else shares them.
func (p *Plan) another(g *model.Guest) int32 {
	f := newFolds()
	folded, place := f.name(g), f.place(g)
	for n := 1; ; n++ {
		id := model.GuestID(p.options.Salt, folded, place, n)
		if _, taken := p.byID[id]; !taken {
			return p.admit(person{id: id})
		}
	}
}

// Take decides whether one of a row's differences is written: a register, such as model.GuestPhone, in which the row at that
// index of Rows says something else than the guest has, or something more. It returns ErrNoRow or ErrNoDiff.
func (p *Plan) Take(row int, field string, take bool) error {
	if row < 0 || row >= len(p.Rows) {
		return fmt.Errorf("%w: %d", ErrNoRow, row)
	}
	d := &p.Rows[row]
	for i := range d.Diffs {
		if d.Diffs[i].Field == field {
			d.Diffs[i].Take, d.Chosen = take, true
			p.settle(d.person)
			return nil
		}
	}
	return fmt.Errorf("%w: %s, line %d", ErrNoDiff, field, d.Line)
}

package roster

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"

	"hadir/model"
)

// Changes are what the plan writes, one change for each guest whom it touches, in the order of their IDs. New guests follow
// the last place on the event's list, in the order of the rows; all others keep theirs. Record gives the record of one of the
// event's guests as it is now: a register that somebody has written since the plan was made is left alone.
func (p *Plan) Changes(act model.Act, event model.ID, record func(model.ID) (model.Record, error)) ([]model.Change, error) {
	touched, brought := p.touched()
	orders := p.orders()
	// One more, since an import's note goes into the same act: a list of 100,000 is not copied for it.
	changes := make([]model.Change, len(touched), max(len(touched), brought)+1)
	spans(len(touched), func(_, from, to int) {
		for at := from; at < to; at++ {
			if i := touched[at]; p.people[i].was == nil {
				now := p.settle(i)
				now.Order = orders[i]
				changes[at] = act.Change(model.GuestKey(event, now.ID), firstSets(&now)...)
			}
		}
	})
	kept := changes[:0]
	for at, i := range touched {
		pe, c := &p.people[i], changes[at]
		if pe.was != nil {
			now := p.settle(i)
			if orders[i] > 0 {
				now.Order = orders[i]
			}
			sets, err := pe.sets(&now, record)
			if err != nil {
				return nil, err
			}
			if len(sets) == 0 {
				continue
			}
			c = act.Change(model.GuestKey(event, pe.id), sets...)
		}
		kept = append(kept, c)
	}
	return kept, nil
}

// touched are the people whom rows are about, in the order of their IDs, and how many of them the list brings.
func (p *Plan) touched() (people []int32, brought int) {
	for i := range p.people {
		if p.people[i].first == none {
			continue
		}
		people = append(people, int32(i))
		if p.people[i].was == nil {
			brought++
		}
	}
	slices.SortFunc(people, func(a, b int32) int { return bytes.Compare(p.people[a].id[:], p.people[b].id[:]) })
	return people, brought
}

// orders are the new places on the event's list of those who have none yet, by person; 0 for all others.
func (p *Plan) orders() []int {
	orders := make([]int, len(p.people))
	next := p.order
	for row := range p.Rows {
		i := p.Rows[row].person
		if i == none || p.people[i].first != int32(row) {
			continue
		}
		if now, fresh := p.people[i].before(); fresh && now.Order == 0 {
			next++
			orders[i] = next
		}
	}
	return orders
}

// sets are what makes the stored guest the one that the plan wants.
func (pe *person) sets(now *model.Guest, record func(model.ID) (model.Record, error)) ([]model.Set, error) {
	if pe.was == nil {
		return firstSets(now), nil
	}
	if !pe.was.Removed && *now == *pe.was {
		return nil, nil
	}
	r, err := record(pe.id)
	if err != nil {
		return nil, fmt.Errorf("guest %s: %w", pe.id, err)
	}
	var sets []model.Set
	write := func(register, value string) {
		if s, ok := r.Write(register, value); ok {
			sets = append(sets, s)
		}
	}
	names, has := registers(), values(pe.was)
	for i, v := range values(now) {
		// What is not as the plan saw it has been written since, by somebody who knew more than the list.
		if *v != *has[i] && r.Get(names[i]) == *has[i] {
			write(names[i], *v)
		}
	}
	if pe.was.Removed {
		write(model.Removed, "")
		write(model.GuestWalkIn, "")
		write(model.GuestOrder, strconv.Itoa(now.Order))
	}
	return sets, nil
}

// firstSets are the sets of a guest whom nobody has written yet. Their memory is counted out: a long list has a million.
func firstSets(now *model.Guest) []model.Set {
	names, wants := registers(), values(now)
	n := 1
	for _, v := range wants {
		if *v != "" {
			n++
		}
	}
	sets := make([]model.Set, 0, n)
	for i, v := range wants {
		if *v != "" {
			sets = append(sets, model.Write(names[i], *v))
		}
	}
	return append(sets, model.Write(model.GuestOrder, strconv.Itoa(now.Order)))
}

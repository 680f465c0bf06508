package paper

import (
	"cmp"
	"slices"

	"hadir/model"
)

// guests are those who stand on the list, in its order.
func (f Facts) guests() []model.Guest {
	out := make([]model.Guest, 0, len(f.Guests))
	for _, g := range f.Guests {
		if !g.Removed {
			out = append(out, g)
		}
	}
	slices.SortStableFunc(out, func(a, b model.Guest) int {
		switch {
		case a.WalkIn != b.WalkIn:
			return behind(a.WalkIn)
		case (a.Order == 0) != (b.Order == 0):
			return behind(a.Order == 0)
		}
		return cmp.Compare(a.Order, b.Order)
	})
	return out
}

// behind puts what is so behind what is not.
func behind(last bool) int {
	if last {
		return 1
	}
	return -1
}

// counts are the figures of the session.
func (f Facts) counts() model.Counts {
	var c model.Counts
	for _, g := range f.guests() {
		c.Note(g.WalkIn, f.state(g.ID), 1)
	}
	return c
}

func (f Facts) state(guest model.ID) model.State {
	if s, ok := f.Seats[guest]; ok {
		return s.State
	}
	return model.StateExpected
}

// held reports whether anything of the session's attendance was recorded.
func (f Facts) held() bool {
	for _, s := range f.Seats {
		if s.State != model.StateExpected {
			return true
		}
	}
	return false
}

// roles are the roles of some duties, in the order of the event, each person once.
func (f Facts) roles(duties ...model.Duty) []model.Role {
	var out []model.Role
	for _, r := range f.sortedRoles() {
		if !slices.Contains(duties, r.Duty) {
			continue
		}
		same := func(o model.Role) bool {
			return !r.Person.IsZero() && o.Person == r.Person || r.Person.IsZero() && o.FullName() == r.FullName()
		}
		if !slices.ContainsFunc(out, same) {
			out = append(out, r)
		}
	}
	return out
}

func (f Facts) sortedRoles() []model.Role {
	out := make([]model.Role, 0, len(f.Roles))
	for _, r := range f.Roles {
		if !r.Removed {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b model.Role) int { return cmp.Compare(a.Order, b.Order) })
	return out
}

// role finds a role by its ID.
func (f Facts) role(id model.ID) (model.Role, bool) {
	for _, r := range f.Roles {
		if r.ID == id && !r.Removed && !id.IsZero() {
			return r, true
		}
	}
	return model.Role{}, false
}

// agenda is the event's agenda in its order.
func (f Facts) agenda() []model.AgendaItem {
	out := make([]model.AgendaItem, 0, len(f.Agenda))
	for _, a := range f.Agenda {
		if !a.Removed {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b model.AgendaItem) int { return cmp.Compare(a.Order, b.Order) })
	return out
}

// questions are those that may leave the office, in their order.
func (f Facts) questions() []model.Question {
	out := make([]model.Question, 0, len(f.Questions))
	for _, q := range f.Questions {
		if !q.Removed && !q.Internal {
			out = append(out, q)
		}
	}
	slices.SortStableFunc(out, func(a, b model.Question) int { return cmp.Compare(a.No, b.No) })
	return out
}

// Matrix are the actions that the follow-up matrix tells of.
func (f Facts) Matrix() []model.Action { return f.actions() }

// actions are those that may leave the office: an action of an internal question would tell of it.
func (f Facts) actions() []model.Action {
	internal := map[model.ID]bool{}
	for _, q := range f.Questions {
		if q.Internal {
			internal[q.ID] = true
		}
	}
	out := make([]model.Action, 0, len(f.Actions))
	for _, a := range f.Actions {
		if !a.Removed && !internal[a.Question] {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b model.Action) int { return cmp.Compare(a.No, b.No) })
	return out
}

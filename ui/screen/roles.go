package screen

import (
	"cmp"
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// roles is who does what at an event: committee, speakers, moderator. One person may hold several, and is one person.
type roles struct {
	mirror[agendaState]
	asks // whether to remove a role
	id   model.ID
	list *kit.List[model.Role]
}

// NewRoles lists the roles of an event.
func NewRoles(env *Env, event model.ID) Screen {
	s := &roles{id: event}
	s.mirror = mirror[agendaState]{
		env: env, page: s, show: s.show,
		read: func(ctx context.Context, store Store) (agendaState, error) { return readAgenda(ctx, store, event) },
		touched: func(c model.Commit) bool {
			return concerns(c, event, model.KindRole, model.KindAgenda, model.KindEvent)
		},
	}
	table := kit.NewTable(env.Look,
		kit.Column[model.Role]{Size: kit.Size{Fixed: 14}, Text: func(r model.Role) string { return env.Say(DutyWords(r.Duty)) }},
		kit.Column[model.Role]{Size: kit.Size{Min: 14, Share: 2}, Text: model.Role.FullName},
		kit.Column[model.Role]{Size: kit.Size{Min: 14, Share: 3}, Text: func(r model.Role) string { return cmp.Or(r.Post, r.Institution) }},
	)
	s.list = kit.NewList(env.Look, func(r model.Role) string { return r.ID.String() }, table.Row)
	return s
}

// DutyWords is the word for what somebody does at an event.
func DutyWords(d model.Duty) lang.Key {
	if !slices.Contains(model.Duties(), d) {
		return "roles.duty.committee"
	}
	return lang.Key("roles.duty." + string(d))
}

// Title names the event.
func (s *roles) Title() string { return s.env.Say("roles.title") + "  " + s.state.event.Theme }

// Sample reports whether the event is sample data.
func (s *roles) Sample() bool { return s.state.event.Sample }

// Help explains what a role is.
func (s *roles) Help() []lang.Key { return []lang.Key{"roles.help"} }

// Keys are the commands.
func (s *roles) Keys() kit.Bindings {
	return append(kit.Bindings{
		{Keys: []string{"n"}, Label: "roles.new", Do: func() tea.Cmd { return s.leave(NewRoleForm(s.env, s.id, model.ID{})) }},
		{Keys: []string{"enter", "e"}, Label: "roles.edit", Do: s.edit, Disabled: s.none},
		{Keys: []string{"x", "delete"}, Label: "roles.remove", Do: s.remove, Disabled: s.none},
		{Keys: []string{"ctrl+z"}, Label: "event.undo", Do: func() tea.Cmd { return s.env.undoLast(s, s.state.event) }, Hidden: true},
	}, s.env.partKeys(s.id, "")...)
}

func (s *roles) none() (lang.Phrase, bool) { return lang.Of("roles.none"), s.list.Len() == 0 }

// Update takes what is read and written, answers, and what moves the cursor.
func (s *roles) Update(msg tea.Msg) tea.Cmd {
	if cmd, taken := s.hear(msg); taken {
		return cmd
	}
	if cmd, taken := s.answer(msg); taken {
		return cmd
	}
	return s.list.Update(kit.Shift(msg, 0, 1))
}

func (s *roles) show() tea.Cmd {
	s.list.Show(kit.Slice[model.Role](ByDuty(s.state.roles)))
	return nil
}

// ByDuty is roles in the order in which papers name them.
func ByDuty(all []model.Role) []model.Role {
	all = slices.Clone(all)
	duties := model.Duties()
	slices.SortStableFunc(all, func(a, b model.Role) int {
		return cmp.Compare(slices.Index(duties, a.Duty), slices.Index(duties, b.Duty))
	})
	return all
}

func (s *roles) edit() tea.Cmd {
	r, _ := s.list.Selected()
	return s.leave(NewRoleForm(s.env, s.id, r.ID))
}

// remove asks before a role is taken away, and says which agenda items name it.
func (s *roles) remove() tea.Cmd {
	r, _ := s.list.Selected()
	items := 0
	for _, x := range s.state.items {
		if x.Role == r.ID {
			items++
		}
	}
	who, duty := r.FullName(), lang.Of(DutyWords(r.Duty))
	s.asking = kit.NewConfirm(s.env.Look, lang.Of("roles.remove-ask", "who", who, "duty", duty, "n", items),
		kit.Answer{Label: "kit.no"}, kit.Answer{Label: "kit.yes", Do: func() tea.Cmd {
			return s.env.removeRecord(s, model.RoleKey(s.id, r.ID), lang.Of("roles.removed", "who", who, "duty", duty))
		}})
	return nil
}

// View draws how many people there are, the roles, and what is asked.
func (s *roles) View(w, h int) string {
	if !s.known {
		return s.env.Muted.Render(s.env.Cut(s.env.Say("event.reading"), w-1))
	}
	people := make(map[model.ID]bool)
	for _, r := range s.state.roles {
		people[r.Person] = true
	}
	head := s.env.Say("roles.head", "roles", s.list.Len(), "people", len(people))
	s.list.Empty = lang.Of("roles.empty")
	return kit.Frame(w, h, s.env.Muted.Render(s.env.Cut(head, w-1)), s.question(w, min(h, 4)), s.list.View)
}

// Cursor is in the list, below one line, while nothing is asked.
func (s *roles) Cursor() (x, y int, ok bool) {
	x, y, ok = s.list.Cursor()
	return x, y + 1, ok && s.asking == nil && s.known
}

package screen

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/name"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// The marks of a guest who comes along and of one who does not.
const (
	guestIn  = "[x]"
	guestOut = "[ ]"
)

// copySheet is what is filled in for a copy: the day, and what is corrected of the guests. It is typed, so that it outlives a
// dead battery; guests that nobody touched are no part of that.
type copySheet struct {
	env    *Env
	date   *kit.Input
	list   *kit.List[*model.Guest]
	all    []*model.Guest
	fixed  map[string]fix // by ID
	inList bool           // keys go to the list, not to the day
	form   *kit.Form      // the guest who is being corrected; nil: none
	whom   *model.Guest
	asking *kit.Confirm // nil: nothing is asked
	extra  int          // guests who were not invited, and are not copied
	save   func() tea.Cmd
	leave  func() tea.Cmd
	tried  bool // saving was asked for: what is wrong is shown
}

// fix is what was changed of one guest; a zero fix is none.
type fix struct {
	name, post string
	typed      bool // name and post were typed
	out        bool // not copied
}

func newCopySheet(env *Env, save, leave func() tea.Cmd) *copySheet {
	s := &copySheet{env: env, date: kit.NewInput(env.Look), fixed: make(map[string]fix), save: save, leave: leave}
	s.date.Placeholder = "event.date-hint"
	table := kit.NewTable(env.Look,
		kit.Column[*model.Guest]{Size: kit.Size{Fixed: 4}, Text: s.flag},
		kit.Column[*model.Guest]{Size: kit.Size{Min: 14, Share: 3}, Text: func(g *model.Guest) string { return env.called(s.as(g)) }},
		kit.Column[*model.Guest]{Size: kit.Size{Min: 10, Share: 2}, Text: func(g *model.Guest) string { return s.as(g).Post }},
		kit.Column[*model.Guest]{Size: kit.Size{Min: 12, Share: 2}, Text: func(g *model.Guest) string { return g.From() }},
	)
	s.list = kit.NewList(env.Look, func(g *model.Guest) string { return g.ID.String() }, table.Row)
	return s
}

// show lists the guests whom the copy takes along.
func (s *copySheet) show(guests []model.Guest) {
	for i := range guests {
		if guests[i].WalkIn {
			s.extra++
		} else {
			s.all = append(s.all, &guests[i])
		}
	}
	slices.SortStableFunc(s.all, func(a, b *model.Guest) int { return cmp.Compare(a.Order, b.Order) })
	s.list.Show(kit.Slice[*model.Guest](s.all))
}

// listing is so while keys go to the list of guests.
func (s *copySheet) listing() bool { return s.inList && s.form == nil && s.asking == nil }

// as is a guest as corrected. Titles that stand with the name are parted from it.
func (s *copySheet) as(g *model.Guest) model.Guest {
	out := *g
	if f := s.fixed[g.ID.String()]; f.typed {
		n := name.Parse(f.name)
		out.Name, out.Before, out.After, out.Post = n.Bare, n.Before, n.After, f.post
		if out.Name != g.Name {
			// Another person in the same post: what was known of the one before is not true of him.
			out.Phone, out.PhoneRaw, out.NIK, out.Sex = "", "", "", ""
		}
	}
	return out
}

// flag shows whether a guest comes along, and whether something was corrected.
func (s *copySheet) flag(g *model.Guest) string {
	switch f := s.fixed[g.ID.String()]; {
	case f.out:
		return guestOut
	case f.typed:
		return guestIn + "*"
	}
	return guestIn
}

// guests are those who are copied, as corrected.
func (s *copySheet) guests() []model.Guest {
	var out []model.Guest
	for _, g := range s.all {
		if !s.fixed[g.ID.String()].out {
			out = append(out, s.as(g))
		}
	}
	return out
}

// day is the day that was typed, as records keep it.
func (s *copySheet) day() string { return isoDate(s.env, s.date.Value()) }

// wrong is what is wrong with the day; a copy may be made before its day is known.
func (s *copySheet) wrong() lang.Phrase {
	if strings.TrimSpace(s.date.Value()) == "" {
		return lang.Phrase{}
	}
	_, wrong := dateEcho(s.env)(s.date.Value())
	return wrong
}

// Update takes typing: the question's first, then the guest's form's, then the list's or the date's.
func (s *copySheet) Update(msg tea.Msg) tea.Cmd {
	switch {
	case s.asking != nil && press(msg):
		cmd := s.asking.Update(msg)
		if s.asking != nil && !s.asking.Open() {
			s.asking = nil
		}
		return cmd
	case s.form != nil:
		return s.form.Update(msg)
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if cmd, done := s.press(k.String()); done {
			return cmd
		}
	}
	if s.inList || !press(msg) {
		return s.list.Update(kit.Shift(msg, 0, copyHead))
	}
	return s.date.Update(msg)
}

// press does what a key does to the sheet as a whole; false leaves it to the field or the list.
func (s *copySheet) press(key string) (cmd tea.Cmd, done bool) {
	switch {
	case key == "ctrl+s":
		return s.submit(), true
	case key == "esc":
		return s.close(), true
	case key == "tab" || key == "shift+tab" || !s.inList && (key == "enter" || key == "down"):
		s.inList = !s.inList
	case s.inList && key == "up" && s.list.Index() == 0:
		s.inList = false
	case s.inList && key == "enter":
		s.correct()
	case s.inList && key == "space":
		s.toggle()
	default:
		return nil, false
	}
	return nil, true
}

// submit writes the copy when the day can be understood.
func (s *copySheet) submit() tea.Cmd {
	if wrong := s.wrong(); !wrong.None() {
		s.tried, s.inList = true, false
		return send(Said{kit.Bad, wrong})
	}
	return s.save()
}

// close leaves, and asks first when something would be lost.
func (s *copySheet) close() tea.Cmd {
	if len(s.Snapshot()) == 0 {
		return s.leave()
	}
	s.asking = kit.NewConfirm(s.env.Look, lang.Of("kit.leave"), kit.Answer{Label: "kit.resume"},
		kit.Answer{Label: "kit.save", Do: s.submit}, kit.Answer{Label: "kit.discard", Do: s.leave})
	return nil
}

// toggle takes the guest under the cursor off the copy, or puts him on again.
func (s *copySheet) toggle() {
	if g, ok := s.list.Selected(); ok {
		f := s.fixed[g.ID.String()]
		f.out = !f.out
		s.put(g.ID.String(), f)
	}
}

func (s *copySheet) put(id string, f fix) {
	if f == (fix{}) {
		delete(s.fixed, id)
	} else {
		s.fixed[id] = f
	}
}

// correct opens the form of the guest under the cursor.
func (s *copySheet) correct() {
	g, ok := s.list.Selected()
	if !ok {
		return
	}
	s.whom = g
	close := func() tea.Cmd { s.form = nil; return nil }
	s.form = kit.NewForm(s.env.Look, []kit.Field{
		{ID: "name", Label: "guest.name", Limit: 200}, {ID: "post", Label: "guest.post", Limit: 250},
	}, func(values map[string]string) tea.Cmd {
		s.accept(values)
		return close()
	}, close)
	is := s.as(g)
	full := is.FullName()
	if is.Name == "" {
		full = ""
	}
	s.form.Fill(map[string]string{"name": full, "post": is.Post})
	s.form.Focus("post")
}

// accept keeps what was typed of a guest. Typed back to what it was, it is no correction.
func (s *copySheet) accept(values map[string]string) {
	id := s.whom.ID.String()
	f := s.fixed[id]
	f.name, _ = text.Line(values["name"])
	f.post, _ = text.Line(values["post"])
	f.typed = f.post != s.whom.Post || name.Parse(f.name) != (name.Name{Before: s.whom.Before, Bare: s.whom.Name, After: s.whom.After})
	if !f.typed {
		f.name, f.post = "", ""
	}
	s.put(id, f)
}

// Snapshot is what was typed: nothing while nobody has touched the sheet.
func (s *copySheet) Snapshot() map[string]string {
	values := make(map[string]string)
	if s.date.Value() != "" {
		values["date"] = s.date.Value()
	}
	for id, f := range s.fixed {
		if f.out {
			values["out."+id] = "1"
		}
		if f.typed {
			values["name."+id], values["post."+id] = f.name, f.post
		}
	}
	if s.form != nil && s.form.Changed() {
		values["now"] = s.whom.ID.String()
		maps.Copy(values, s.form.Snapshot())
	}
	return values
}

// Restore puts back what Snapshot gave.
func (s *copySheet) Restore(values map[string]string) {
	s.date.Insert(values["date"])
	for _, g := range s.all {
		id := g.ID.String()
		f := fix{out: values["out."+id] != ""}
		f.post, f.typed = values["post."+id], false
		if named, ok := values["name."+id]; ok {
			f.name, f.typed = named, true
		}
		s.put(id, f)
	}
	if now := values["now"]; now != "" && s.list.SelectID(now) {
		s.inList = true
		s.correct()
		s.form.Restore(values)
	}
}

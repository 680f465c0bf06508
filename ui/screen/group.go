package screen

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/hall"
	"hadir/model/roster"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// Who is invited of each village; the values that are posts are what the list then says.
const (
	groupAll      = "all" // the village head or the lurah, as the village has
	groupHeads    = "Kepala Desa"
	groupLurahs   = "Lurah"
	anyDistrict   = "" // all districts
	groupFields   = 2
	groupPost     = 0
	groupDistrict = 1
)

// group turns an invitation in words ("kepala desa se-Kecamatan Rembang") into one seat a village, names to follow. What
// would be added is shown before it is.
type group struct {
	env      *Env
	id       model.ID
	event    model.Event
	villages []model.Village
	guests   []model.Guest
	post     *kit.Choice
	district *kit.Choice
	at       int // the focused choice
	seats    *kit.List[model.Guest]
	rows     []model.Guest
	number   int // of the last reading that was asked for
	read     bool
	busy     bool
}

// groupRead is what an invitation is worked out from, as it was when reading number was made.
type groupRead struct {
	screen   *group
	number   int
	event    model.Event
	villages []model.Village
	guests   []model.Guest
	err      error
}

// invited is the outcome of writing the seats.
type invited struct {
	screen *group
	n      int
	err    error
}

// NewGroup is the invitation of a group to an event.
func NewGroup(env *Env, event model.ID) Screen {
	g := &group{env: env, id: event}
	g.post = kit.NewChoice(env.Look,
		kit.Option{Value: groupHeads, Label: "group.heads"}, kit.Option{Value: groupLurahs, Label: "group.lurahs"},
		kit.Option{Value: groupAll, Label: "group.all"})
	g.post.SetValue(groupHeads)
	g.district = kit.NewChoice(env.Look)
	table := kit.NewTable(env.Look,
		kit.Column[model.Guest]{Size: kit.Size{Min: 11, Share: 1}, Text: func(x model.Guest) string { return x.Post }},
		kit.Column[model.Guest]{Size: kit.Size{Min: 20, Share: 3}, Text: model.Guest.From},
	)
	g.seats = kit.NewList(env.Look, func(x model.Guest) string { return x.ID.String() }, table.Row)
	return g
}

// Init reads villages and guests.
func (g *group) Init() tea.Cmd { return g.reload() }

// Title names the event.
func (g *group) Title() string { return g.env.Say("group.title") + "  " + g.event.Theme }

// Sample reports whether the event is sample data.
func (g *group) Sample() bool { return g.event.Sample }

// Help explains what a group is and what inviting it writes.
func (g *group) Help() []lang.Key { return []lang.Key{"group.help"} }

// Keys are the commands.
func (g *group) Keys() kit.Bindings {
	return append(kit.Bindings{
		{Keys: []string{"ctrl+s", "enter"}, Label: "group.invite", Do: g.invite, Disabled: g.nothing},
		{Keys: []string{"tab", "shift+tab"}, Label: "group.next", Do: func() tea.Cmd {
			g.at = groupFields - 1 - g.at
			return nil
		}},
		{Keys: []string{"left", "right"}, As: g.env.Say("group.arrows"), Label: "group.choose", Do: nil},
		{Keys: []string{"f4"}, Label: "home.villages", Do: func() tea.Cmd { return open(NewVillages(g.env)) }},
	}, g.env.askKeys(g.id)...)
}

// nothing is why there is nobody to invite.
func (g *group) nothing() (lang.Phrase, bool) {
	if g.read && len(g.villages) == 0 {
		return lang.Of("group.no-villages"), true
	}
	return g.seats.Empty, len(g.rows) == 0
}

// Update takes readings, commits, what became of the invitation, and choosing, which changes the preview.
func (g *group) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case groupRead:
		return g.take(m)
	case invited:
		if m.screen != g {
			return nil
		}
		return g.settle(m)
	case Committed:
		return g.heard(m.Commit)
	case tea.KeyPressMsg:
		if moves(m.String()) {
			return g.seats.Update(msg)
		}
		before := g.post.Value() + "\n" + g.district.Value()
		g.focused().Update(msg)
		if g.post.Value()+"\n"+g.district.Value() != before {
			g.expand()
		}
		return nil
	case tea.MouseClickMsg, tea.MouseWheelMsg:
		return g.seats.Update(kit.Shift(msg, 0, groupHead))
	}
	return nil
}

func (g *group) focused() *kit.Choice {
	if g.at == groupPost {
		return g.post
	}
	return g.district
}

func (g *group) reload() tea.Cmd {
	g.number++
	number, store, id := g.number, g.env.Store, g.id
	return func() tea.Msg {
		out := groupRead{screen: g, number: number}
		ctx := context.Background()
		h, err := store.Hall(ctx, id, model.ID{})
		if err != nil {
			out.err = err
			return out
		}
		out.event, out.guests = h.Event, everyGuest(h)
		out.villages, out.err = store.Villages(ctx)
		return out
	}
}

// everyGuest gives all guests of a hall, those who were taken off included.
func everyGuest(h *hall.Hall) []model.Guest {
	guests := make([]model.Guest, h.Len())
	for i := range guests {
		guests[i] = *h.At(i)
	}
	return guests
}

func (g *group) take(m groupRead) tea.Cmd {
	if m.screen != g || m.number != g.number {
		return nil
	}
	if m.err != nil {
		return unread(m.err)
	}
	if !slices.Equal(districts(g.villages), districts(m.villages)) {
		g.district = newDistricts(g.env, m.villages, m.guests)
	}
	g.event, g.villages, g.guests, g.read = m.event, m.villages, m.guests, true
	g.expand()
	return nil
}

// newDistricts is the choice of a district, since an invitation is nearly always of one. The one that most guests are from is
// chosen at first.
func newDistricts(env *Env, villages []model.Village, guests []model.Guest) *kit.Choice {
	from := make(map[string]int)
	for _, g := range guests {
		from[g.District]++
	}
	var options []kit.Option
	best := ""
	for _, d := range districts(villages) {
		options = append(options, kit.Option{Value: d, Name: d})
		if best == "" || from[d] > from[best] {
			best = d
		}
	}
	options = append(options, kit.Option{Value: anyDistrict, Label: "group.any-district"})
	c := kit.NewChoice(env.Look, options...)
	c.SetValue(best)
	return c
}

// districts are the districts of the office's villages, by name.
func districts(villages []model.Village) []string {
	var out []string
	for _, v := range villages {
		if v.District != "" {
			out = append(out, v.District)
		}
	}
	slices.SortFunc(out, func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) })
	return slices.Compact(out)
}

// heard reads anew when the list of guests or of villages has changed.
func (g *group) heard(c model.Commit) tea.Cmd {
	for _, r := range c.Records {
		if r.Key.Kind == model.KindVillage || r.Key.Event == g.id && (r.Key.Kind == model.KindGuest || r.Key.Kind == model.KindEvent) {
			return g.reload()
		}
	}
	if c.Bulk {
		return g.reload()
	}
	return nil
}

// expand works out the seats that the choices stand for.
func (g *group) expand() {
	invitation := roster.Group{District: g.district.Value(), Salt: g.event.Salt}
	if post := g.post.Value(); post != groupAll {
		invitation.Post = post
	}
	g.rows = roster.Expand(g.villages, invitation, g.guests)
	g.seats.Empty = lang.Of("group.nobody")
	// A kecamatan without a kelurahan has no lurah: nobody of it is on the list.
	if len(roster.Expand(g.villages, invitation, nil)) == 0 {
		g.seats.Empty = lang.Of("group.none-there")
	}
	g.seats.Show(kit.Slice[model.Guest](g.rows))
}

// invite puts the seats on the list: one act, which one undo takes back.
func (g *group) invite() tea.Cmd {
	if g.busy {
		return nil
	}
	g.busy = true
	act, store, id, seats := g.env.Act(model.VerbInvite), g.env.Store, g.id, slices.Clone(g.rows)
	guests := g.guests
	return g.env.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) error {
			changes, err := roster.Invite(act, id, seats, guests, func(guest model.ID) (model.Record, error) {
				return store.Record(ctx, model.GuestKey(id, guest))
			})
			if err != nil {
				return err
			}
			return store.Apply(ctx, changes)
		},
		Done: func(err error) tea.Msg { return invited{g, len(seats), err} },
	})
}

func (g *group) settle(m invited) tea.Cmd {
	g.busy = false
	if m.err != nil {
		return say(kit.Bad, "failure.write", "why", Failure(m.err))
	}
	return tea.Sequence(send(Back{}), send(Said{kit.Good, lang.Of("group.invited", "n", m.n)}))
}

// groupHead is how many lines stand above the seats.
const groupHead = 4

// View draws the two choices, and the seats that they stand for.
func (g *group) View(w, h int) string {
	if g.read && len(g.villages) == 0 {
		return kit.Fit(strings.Join(g.env.Wrap(g.env.Say("group.no-villages"), max(1, w-1)), "\n"), w, h)
	}
	label := max(kit.Width(g.env.Say("group.post")), kit.Width(g.env.Say("group.district")))
	line := func(at int, key lang.Key, c *kit.Choice) string {
		mark := g.env.NoMark
		if g.at == at {
			mark = g.env.Mark
		}
		return mark + g.env.Cell(g.env.Say(key), label) + "  " + c.View(w-label-4, 1)
	}
	head := strings.Join([]string{
		line(groupPost, "group.post", g.post), line(groupDistrict, "group.district", g.district), "",
		g.env.Title.Render(g.env.Cut(g.env.Say("group.preview", "n", g.env.Number(len(g.rows))), w-1)),
	}, "\n")
	if !g.read {
		g.seats.Empty = lang.Of("event.reading")
	}
	return kit.Frame(w, h, head, "", g.seats.View)
}

// Cursor is on the focused choice.
func (g *group) Cursor() (x, y int, ok bool) { return 0, g.at, true }

package screen

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/roster"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// coverage is the villages that are not represented at an event: those of whom nobody is on the list, and those of whom
// nobody has come, to any of its sessions.
type coverage struct {
	mirror[coverageState]
	id   model.ID
	list *kit.List[roster.Coverage]
	all  bool // all districts; else those of which anybody is on the list
}

// coverageState is an event and how the villages are represented at it.
type coverageState struct {
	event model.Event
	cover []roster.Coverage
}

// NewCoverage lists the villages that are not represented at an event.
func NewCoverage(env *Env, event model.ID) Screen {
	c := &coverage{id: event}
	c.mirror = mirror[coverageState]{
		env: env, page: c, show: c.show, touched: c.concerns,
		read: func(ctx context.Context, store Store) (coverageState, error) { return readCoverage(ctx, store, event) },
	}
	table := kit.NewTable(env.Look,
		kit.Column[roster.Coverage]{Size: kit.Size{Min: 16, Share: 3}, Text: func(x roster.Coverage) string { return villageName(x.Village) }},
		kit.Column[roster.Coverage]{Size: kit.Size{Fixed: 26}, Text: c.words},
		kit.Column[roster.Coverage]{Size: kit.Size{Min: 10, Share: 1}, Text: func(x roster.Coverage) string { return x.Village.District }},
	)
	c.list = kit.NewList(env.Look, func(x roster.Coverage) string { return x.Village.ID.String() }, table.Row)
	return c
}

// Title names the event.
func (c *coverage) Title() string {
	return c.env.Say("group.title-coverage") + "  " + c.state.event.Theme
}

// Sample reports whether the event is sample data.
func (c *coverage) Sample() bool { return c.state.event.Sample }

// Help explains what counts as covered.
func (c *coverage) Help() []lang.Key { return []lang.Key{"group.help-coverage"} }

// Keys are the commands.
func (c *coverage) Keys() kit.Bindings {
	label := lang.Key("group.show-all")
	if c.all {
		label = "group.show-invited"
	}
	return append(kit.Bindings{
		{Keys: []string{"a"}, Label: label, Do: func() tea.Cmd {
			c.all = !c.all
			return c.show()
		}},
		{Keys: []string{"g"}, Label: "event.group", Do: func() tea.Cmd { return open(NewGroup(c.env, c.id)) }},
		{Keys: []string{"v"}, Label: "home.villages", Do: func() tea.Cmd { return open(NewVillages(c.env)) }, Hidden: true},
	}, c.env.partKeys(c.id, "")...)
}

// Update takes what is read and committed, and what moves the cursor.
func (c *coverage) Update(msg tea.Msg) tea.Cmd {
	if cmd, taken := c.hear(msg); taken {
		return cmd
	}
	return c.list.Update(kit.Shift(msg, 0, 1))
}

// readCoverage counts for each village who is on the list, and who came to any session.
func readCoverage(ctx context.Context, store Store, id model.ID) (out coverageState, err error) {
	villages, err := store.Villages(ctx)
	if err != nil {
		return out, err
	}
	sessions, err := store.Sessions(ctx, id)
	if err != nil {
		return out, err
	}
	came := make(map[model.ID]bool)
	var guests []model.Guest
	for _, s := range sessions {
		h, err := store.Hall(ctx, id, s.ID)
		if err != nil {
			return out, err
		}
		out.event, guests = h.Event, everyGuest(h)
		for _, g := range guests {
			came[g.ID] = came[g.ID] || h.Seat(g.ID).Came()
		}
	}
	out.cover = roster.Cover(villages, guests, func(g model.ID) bool { return came[g] })
	return out, nil
}

// concerns reports whether a commit may have changed what is shown here.
func (c *coverage) concerns(k model.Commit) bool {
	return slices.ContainsFunc(k.Records, func(r model.Record) bool {
		return r.Key.Event == c.id || r.Key.Kind == model.KindVillage
	})
}

// show lists the villages of whom nobody came. A list of the whole regency says little about an event in one district,
// so only districts of which anybody is invited are listed until all are asked for.
func (c *coverage) show() tea.Cmd {
	invited := make(map[string]bool)
	for _, x := range c.state.cover {
		invited[x.Village.District] = invited[x.Village.District] || x.Guests > 0
	}
	var rows []roster.Coverage
	for _, x := range c.state.cover {
		if x.Came == 0 && (c.all || invited[x.Village.District]) {
			rows = append(rows, x)
		}
	}
	c.list.Show(kit.Slice[roster.Coverage](rows))
	return nil
}

// words say how a village is missing.
func (c *coverage) words(x roster.Coverage) string {
	if x.Guests == 0 {
		return c.env.Say("group.not-invited")
	}
	return c.env.Say("group.not-come", "n", x.Guests)
}

// View draws how many villages there are, and those that are missing.
func (c *coverage) View(w, h int) string {
	represented := 0
	for _, x := range c.state.cover {
		if x.Came > 0 {
			represented++
		}
	}
	head := c.env.Say("group.covered", "n", c.env.Number(represented), "missing", c.env.Number(c.list.Len()))
	switch {
	case !c.known:
		head, c.list.Empty = "", lang.Of("event.reading")
	case len(c.state.cover) == 0:
		head, c.list.Empty = "", lang.Of("group.no-villages")
	default:
		c.list.Empty = lang.Of("group.all-covered")
	}
	return kit.Frame(w, h, c.env.Title.Render(c.env.Cut(head, w-1)), "", c.list.View)
}

// Cursor is in the list, which stands below one line.
func (c *coverage) Cursor() (x, y int, ok bool) {
	x, y, ok = c.list.Cursor()
	return x, y + 1, ok
}

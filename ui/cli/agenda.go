package cli

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/text"
	"hadir/ui/screen"
)

func (a *app) agenda() *cobra.Command {
	c := &cobra.Command{
		Use: "agenda EVENT", Short: a.lang.Say("cli.agenda"), Args: between(1, 1), RunE: a.withDesk(listAgenda),
	}
	add := &cobra.Command{
		Use:   "add EVENT --title T [--kind K] [--time 09.00-09.30] [--speaker WORDS] [--points T]",
		Short: a.lang.Say("cli.agenda-add"), Args: between(1, 1), RunE: a.withDesk(addAgenda),
	}
	add.Flags().String("title", "", a.lang.Say("cli.flag-item-title"))
	add.Flags().String("kind", string(model.ItemTalk), a.lang.Say("cli.flag-item-kind"))
	add.Flags().String("time", "", a.lang.Say("cli.flag-item-time"))
	add.Flags().String("speaker", "", a.lang.Say("cli.flag-speaker"))
	add.Flags().String("points", "", a.lang.Say("cli.flag-points"))
	c.AddCommand(add)
	return c
}

// agendaItem is one item in the JSON of an agenda.
type agendaItem struct {
	ID      model.ID       `json:"id"`
	No      int            `json:"no"`
	Title   string         `json:"title"`
	Kind    model.ItemKind `json:"kind"`
	Start   string         `json:"start"` // 09.00; "" where nobody has set it
	End     string         `json:"end"`
	Speaker string         `json:"speaker"` // with titles
	Post    string         `json:"post"`
	Running bool           `json:"running"`
	Points  []string       `json:"points"`
}

func listAgenda(ctx context.Context, d *desk, _ *cobra.Command, args []string) error {
	e, err := d.event(ctx, args[0])
	if err != nil {
		return err
	}
	items, err := d.store.Agenda(ctx, e.ID)
	if err != nil {
		return err
	}
	roles, err := d.store.Roles(ctx, e.ID)
	if err != nil {
		return err
	}
	out := make([]agendaItem, len(items))
	for i, x := range items {
		out[i] = agendaItem{
			ID: x.ID, No: i + 1, Title: x.Title, Kind: x.Kind, Start: x.Start, End: x.End, Running: x.ID == e.Running,
			Points: append([]string{}, x.Points...),
		}
		if at := slices.IndexFunc(roles, func(r model.Role) bool { return r.ID == x.Role }); at >= 0 {
			out[i].Speaker, out[i].Post = roles[at].FullName(), roles[at].Post
		}
	}
	return d.print(out, func() { d.tellAgenda(out) })
}

// tellAgenda prints an agenda for people, the key points below each item.
func (d *desk) tellAgenda(items []agendaItem) {
	if len(items) == 0 {
		d.tell("agenda.none")
		return
	}
	rows := make([][]string, len(items))
	for i, x := range items {
		hours := strings.Trim(x.Start+"-"+x.End, "-")
		title := x.Title
		if x.Running {
			title = d.Say("agenda.running-row", "title", title)
		}
		rows[i] = []string{strconv.Itoa(x.No), hours, title, x.Speaker, d.Say(screen.ItemWords(x.Kind))}
	}
	columns(d.out, rows)
	for _, x := range items {
		if len(x.Points) > 0 {
			say(d.out, "", strconv.Itoa(x.No)+". "+x.Title)
		}
		for _, p := range x.Points {
			say(d.out, "   - "+p)
		}
	}
}

func addAgenda(ctx context.Context, d *desk, c *cobra.Command, args []string) error {
	x, err := d.agendaItemOf(c)
	if err != nil {
		return err
	}
	e, err := d.event(ctx, args[0])
	if err != nil {
		return err
	}
	items, err := d.store.Agenda(ctx, e.ID)
	if err != nil {
		return err
	}
	x.Event, x.ID = e.ID, d.ID()
	x.Order = screen.NextOrder(items, func(x model.AgendaItem) int { return x.Order })
	act := d.Act(model.VerbEdit)
	var changes []model.Change
	if words, _ := given(c, "speaker"); strings.TrimSpace(words) != "" {
		who, roles, err := d.person(ctx, e, words)
		if err != nil {
			return err
		}
		id, made := screen.RoleFor(d.Env, e.ID, roles, who, screen.DutyOf(x.Kind))
		if x.Role = id; made != nil {
			changes = append(changes, act.Change(model.RoleKey(e.ID, id), made.Registers()...))
		}
	}
	changes = append(changes, act.Change(model.AgendaItemKey(e.ID, x.ID), x.Registers()...))
	if err := d.apply(ctx, changes); err != nil {
		return err
	}
	return d.print(created{x.ID}, func() { d.tell("cli.agenda-added", "title", x.Title, "id", x.ID.String()) })
}

// agendaItemOf is the item that the flags describe.
func (d *desk) agendaItemOf(c *cobra.Command) (x model.AgendaItem, err error) {
	title, _ := given(c, "title")
	if x.Title, _ = text.Line(title); x.Title == "" {
		return x, fail(exitUsage, "cli.needs-item-title")
	}
	x.Kind = model.ItemTalk
	if kind, ok := given(c, "kind"); ok {
		if x.Kind, ok = choiceOf(d.Lang, kind, model.ItemKinds(), screen.ItemWords); !ok {
			return x, badChoice("kind", kind, model.ItemKinds())
		}
	}
	hours, _ := given(c, "time")
	start, end, _ := strings.Cut(hours, "-")
	if x.Start, err = clockOf(start); err != nil {
		return x, err
	}
	if x.End, err = clockOf(end); err != nil {
		return x, err
	}
	if x.Start != "" && x.End != "" && x.End <= x.Start {
		return x, fail(exitUsage, "event.end-before-start")
	}
	points, _ := given(c, "points")
	block, _ := text.Block(points)
	x.Points = model.Points(block)
	return x, nil
}

// clockOf reads a time of day; empty stays empty.
func clockOf(s string) (string, error) {
	if s = strings.TrimSpace(s); s == "" {
		return "", nil
	}
	clock, _, err := date.ParseClock(s)
	if err != nil {
		return "", fail(exitUsage, "event.clock-wrong").because(err)
	}
	return clock.String(), nil
}

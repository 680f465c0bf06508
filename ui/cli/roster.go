package cli

import (
	"cmp"
	"context"
	"slices"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/model/hall"
	"hadir/model/ident"
	"hadir/ui/lang"
)

func (a *app) roster() *cobra.Command {
	c := &cobra.Command{
		Use: "roster EVENT [--state STATE] [--session N]", Short: a.lang.Say("cli.roster"), Args: between(1, 1),
		RunE: a.withDesk(showRoster),
	}
	c.Flags().String("state", "", a.lang.Say("cli.flag-state"))
	a.sessionFlag(c)
	return c
}

// sessionFlag is the flag that chooses one of an event's sessions.
func (a *app) sessionFlag(c *cobra.Command) {
	c.Flags().Int("session", 1, a.lang.Say("cli.flag-session"))
}

// listedGuest is one guest in the JSON of the roster.
type listedGuest struct {
	Person        model.ID    `json:"person"`
	Code          string      `json:"code"`
	Name          string      `json:"name"` // bare, without titles
	TitlesBefore  string      `json:"titles_before"`
	TitlesAfter   string      `json:"titles_after"`
	Post          string      `json:"post"`
	Institution   string      `json:"institution"` // or the village, where the list has only that
	Phone         string      `json:"phone"`       // E.164
	PhoneRaw      string      `json:"phone_raw"`   // as typed, where it is no Indonesian mobile number
	State         model.State `json:"state"`
	Arrived       *string     `json:"arrived"` // RFC 3339
	WalkIn        bool        `json:"walk_in"`
	RepresentedBy *string     `json:"represented_by"`
}

func showRoster(ctx context.Context, d *desk, c *cobra.Command, args []string) error {
	state, chosen := given(c, "state")
	if chosen && !slices.Contains(model.States(), model.State(state)) {
		return badChoice("state", state, model.States())
	}
	h, err := d.hall(ctx, c, args[0])
	if err != nil {
		return err
	}
	out := make([]listedGuest, 0, h.Len())
	rows := make([][]string, 0, h.Len())
	for i := range h.Len() {
		g := h.At(i)
		seat := h.Seat(g.ID)
		if g.Removed || chosen && seat.State != model.State(state) {
			continue
		}
		out = append(out, d.listedGuest(h, g, seat))
		rows = append(rows, d.rosterRow(h, g, seat))
	}
	return d.print(out, func() {
		d.sampleWarning(h.Event)
		if len(rows) == 0 {
			d.tell("cli.roster-empty")
		}
		columns(d.out, rows)
		n := h.Counts()
		d.tell("cli.roster-counts", "invited", n.Invited, "present", n.Present, "represented", n.Represented, "excused", n.Excused,
			"absent", n.Absent, "expected", n.Expected, "walkins", n.WalkIns, "came", n.Came())
	})
}

// hall is the session that the arguments mean: an event, and the flag --session.
func (d *desk) hall(ctx context.Context, c *cobra.Command, event string) (*hall.Hall, error) {
	n, err := c.Flags().GetInt("session")
	if err != nil {
		return nil, err
	}
	e, err := d.event(ctx, event)
	if err != nil {
		return nil, err
	}
	s, err := d.session(ctx, e, n)
	if err != nil {
		return nil, err
	}
	return d.store.Hall(ctx, e.ID, s.ID)
}

func (d *desk) listedGuest(h *hall.Hall, g *model.Guest, seat model.Seat) listedGuest {
	return listedGuest{
		Person: g.ID, Code: g.Code(), Name: g.Name, TitlesBefore: g.Before, TitlesAfter: g.After, Post: g.Post,
		Institution: cmp.Or(g.Institution, g.Village), Phone: g.Phone, PhoneRaw: g.PhoneRaw, State: seat.State,
		Arrived: orNull(d.arrived(h.Event, seat)), WalkIn: g.WalkIn, RepresentedBy: orNull(seat.Deputy.Name),
	}
}

// arrived is when a guest came, or somebody in the guest's place; "" while nobody has.
func (d *desk) arrived(e model.Event, seat model.Seat) string {
	if !seat.Came() {
		return ""
	}
	return d.moment(e, seat.Since.When())
}

// rosterRow is a guest as people read the list.
func (d *desk) rosterRow(h *hall.Hall, g *model.Guest, seat model.Seat) []string {
	// Others may look at the terminal, too; --json has it whole.
	phone := ident.MaskPhone(cmp.Or(g.Phone, g.PhoneRaw), '*')
	return []string{number(g.Order), cmp.Or(g.FullName(), d.Say("guest.unnamed")), g.Post, g.From(), phone, d.stateWords(h.Event, g, seat)}
}

// stateWords is what happened to a guest, as people say it.
func (d *desk) stateWords(e model.Event, g *model.Guest, seat model.Seat) string {
	s := d.Say(lang.Key("state." + string(seat.State)))
	if seat.Came() {
		s += " " + d.Clock(e, seat.Since.When())
	}
	if seat.Deputy.Name != "" {
		s += " " + d.Say("cli.by", "name", seat.Deputy.Name)
	}
	if g.WalkIn {
		s += ", " + d.Say("cli.walk-in-mark")
	}
	return s
}

// sampleWarning says of sample data what it is, wherever it is shown.
func (d *desk) sampleWarning(e model.Event) {
	if e.Sample {
		d.tell("root.sample")
	}
}

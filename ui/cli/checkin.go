package cli

import (
	"context"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/model/hall"
	"hadir/model/text"
	"hadir/ui/lang"
)

func (a *app) checkin() *cobra.Command {
	c := &cobra.Command{
		Use: "checkin EVENT WORDS... [--represented-by NAME] [--post POST] [--session N]", Short: a.lang.Say("cli.checkin"),
		Long: a.lang.Say("cli.words-long"), Args: between(2, -1), RunE: a.withDesk(checkIn),
	}
	c.Flags().String("represented-by", "", a.lang.Say("cli.flag-represented"))
	c.Flags().String("post", "", a.lang.Say("cli.flag-deputy-post"))
	a.sessionFlag(c)
	return c
}

// marked is the JSON of a command that says what happened to a guest.
type marked struct {
	Person  model.ID    `json:"person"`
	Name    string      `json:"name"`
	State   model.State `json:"state"`
	Arrived *string     `json:"arrived"`
	Already bool        `json:"already"` // it had been so before, and nothing was changed
}

func checkIn(ctx context.Context, d *desk, c *cobra.Command, args []string) error {
	deputy, represented := given(c, "represented-by")
	post, hasPost := given(c, "post")
	by := model.Deputy{}
	by.Name, _ = text.Line(deputy)
	by.Post, _ = text.Line(post)
	if represented && by.Name == "" {
		return badValue("represented-by", deputy)
	}
	if hasPost && !represented {
		return fail(exitUsage, "cli.post-alone")
	}
	h, g, err := d.seated(ctx, c, args)
	if err != nil {
		return err
	}
	if represented {
		return d.mark(ctx, h, g, model.VerbRepresent, h.Seat(g.ID).Represent(by))
	}
	return d.mark(ctx, h, g, model.VerbPresent, h.Seat(g.ID).Arrive(model.HowSearch))
}

func (a *app) state() *cobra.Command {
	c := &cobra.Command{
		Use: "state EVENT WORDS... --to STATE [--session N]", Short: a.lang.Say("cli.state"), Long: a.lang.Say("cli.words-long"),
		Args: between(2, -1), RunE: a.withDesk(setState),
	}
	c.Flags().String("to", "", a.lang.Say("cli.flag-to"))
	a.sessionFlag(c)
	return c
}

func setState(ctx context.Context, d *desk, c *cobra.Command, args []string) error {
	to, _ := given(c, "to")
	state := model.State(to)
	verb := model.Verb("")
	switch state {
	case model.StatePresent:
		verb = model.VerbPresent
	case model.StateExcused:
		verb = model.VerbExcuse
	case model.StateAbsent:
		verb = model.VerbAbsent
	case model.StateExpected:
		verb = model.VerbExpect
	case model.StateRepresented:
		// Nobody is represented by nobody.
		return fail(exitUsage, "cli.represented-by-whom")
	default:
		return badChoice("to", to, model.States())
	}
	h, g, err := d.seated(ctx, c, args)
	if err != nil {
		return err
	}
	seat := h.Seat(g.ID)
	if state == model.StatePresent {
		return d.mark(ctx, h, g, verb, seat.Arrive(model.HowSearch))
	}
	return d.mark(ctx, h, g, verb, seat.Put(state))
}

// seated finds the session and the guest that the arguments mean.
func (d *desk) seated(ctx context.Context, c *cobra.Command, args []string) (*hall.Hall, *model.Guest, error) {
	h, err := d.hall(ctx, c, args[0])
	if err != nil {
		return nil, nil, err
	}
	g, err := d.guest(h, args[1:])
	return h, g, err
}

// mark writes what happened to a guest, if it is anything new, and tells how the seat stands then.
func (d *desk) mark(ctx context.Context, h *hall.Hall, g *model.Guest, verb model.Verb, sets []model.Set) error {
	key := model.SeatKey(h.Event.ID, h.Session.ID, g.ID)
	if len(sets) > 0 {
		if err := d.apply(ctx, []model.Change{d.Act(verb).Change(key, sets...)}); err != nil {
			return err
		}
	}
	r, err := d.store.Record(ctx, key)
	if err != nil {
		return err
	}
	seat := model.SeatOf(r)
	out := marked{g.ID, g.Name, seat.State, orNull(d.arrived(h.Event, seat)), len(sets) == 0}
	return d.print(out, func() { d.tellMark(h.Event, g, seat, len(sets) == 0) })
}

func (d *desk) tellMark(e model.Event, g *model.Guest, seat model.Seat, already bool) {
	key := lang.Key("cli.marked." + string(seat.State))
	if already {
		key = lang.Key("cli.already." + string(seat.State))
	}
	d.tell(key, "time", d.Clock(e, seat.Since.When()), "who", who(g), "deputy", seat.Deputy.Name, "desk", d.DeskWords(seat.Since.Origin.Desk))
}

// who is a guest in one breath: full name, post and where from.
func who(g *model.Guest) string {
	s := g.FullName()
	for _, more := range []string{g.Post, g.From()} {
		if more != "" {
			s += ", " + more
		}
	}
	return s
}

package cli

import (
	"cmp"
	"context"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/model/hall"
	"hadir/model/ident"
	"hadir/model/roster"
	"hadir/ui/filing"
)

func (a *app) walkin() *cobra.Command {
	c := &cobra.Command{
		Use:   "walkin EVENT --name N [--post P] [--institution I] [--phone P] [--sex L|P] [--row N] [--session N]",
		Short: a.lang.Say("cli.walkin"), Args: between(1, 1), RunE: a.withDesk(walkIn),
	}
	c.Flags().String("name", "", a.lang.Say("cli.flag-name"))
	c.Flags().String("post", "", a.lang.Say("cli.flag-post"))
	c.Flags().String("institution", "", a.lang.Say("cli.flag-institution"))
	c.Flags().String("phone", "", a.lang.Say("cli.flag-phone"))
	c.Flags().String("sex", "", a.lang.Say("cli.flag-sex"))
	c.Flags().Int("row", 0, a.lang.Say("papers.flag-row"))
	a.sessionFlag(c)
	return c
}

// newcomer is the JSON of a walk-in: how the seat stands, and whom the newcomer resembles.
type newcomer struct {
	marked
	Resembles []resembled `json:"resembles"`
}

// resembled is a guest whom a newcomer may really be.
type resembled struct {
	Person      model.ID    `json:"person"`
	Name        string      `json:"name"`
	Post        string      `json:"post"`
	Institution string      `json:"institution"`
	State       model.State `json:"state"`
}

func walkIn(ctx context.Context, d *desk, c *cobra.Command, args []string) error {
	g, err := walkInOf(c)
	if err != nil {
		return err
	}
	h, err := d.hall(ctx, c, args[0])
	if err != nil {
		return err
	}
	if g.Row, err = c.Flags().GetInt("row"); err != nil {
		return err
	}
	if c.Flags().Changed("row") {
		if g.Sheet, err = d.sheetOfRow(ctx, h, g.Row); err != nil {
			return err
		}
	}
	g.ID, g.Order = d.ID(), h.NextOrder()
	like := h.Like(g)
	if err := d.apply(ctx, h.WalkIn(d.Act(model.VerbWalkIn), model.HowWalkIn, g)); err != nil {
		return err
	}
	r, err := d.store.Record(ctx, model.SeatKey(h.Event.ID, h.Session.ID, g.ID))
	if err != nil {
		return err
	}
	now := model.SeatOf(r)
	out := newcomer{marked{g.ID, g.Name, now.State, orNull(d.arrived(h.Event, now)), false}, resembledBy(like)}
	return d.print(out, func() {
		d.tell("cli.walked-in", "time", d.Clock(h.Event, now.Since.When()), "who", who(&g), "no", g.Order)
		if len(like) > 0 {
			d.tell("cli.resembles")
			guests := make([]*model.Guest, len(like))
			for i := range like {
				guests[i] = like[i].Guest
			}
			columns(d.out, d.candidates(guests))
		}
	})
}

// sheetOfRow is the printed sheet on which an empty row stands that a walk-in signed.
func (d *desk) sheetOfRow(ctx context.Context, h *hall.Hall, row int) (int, error) {
	record, err := d.store.Record(ctx, model.EventKey(h.Event.ID))
	if err != nil {
		return 0, err
	}
	sheet, err := filing.RowFor(model.PrintsOf(record), h, row)
	if err != nil {
		return 0, fail(exitUsage, "papers.no-row", "row", row).because(err)
	}
	return sheet, nil
}

// walkInOf is the guest whom the flags describe. Only the name is needed.
func walkInOf(c *cobra.Command) (model.Guest, error) {
	typed := make(map[string]string)
	for flag, register := range map[string]string{
		"name": model.GuestName, "post": model.GuestPost, "institution": model.GuestInstitution, "phone": model.GuestPhone,
		"sex": model.GuestSex,
	} {
		typed[register], _ = given(c, flag)
	}
	g := hall.Newcomer(typed, model.Guest{})
	_, office := roster.OfficeOf(typed[model.GuestName])
	switch {
	case g.Name == "" && !office:
		return model.Guest{}, fail(exitUsage, "cli.needs-name")
	case g.Sex != "" && g.Sex != string(ident.Male) && g.Sex != string(ident.Female):
		return model.Guest{}, badChoice("sex", g.Sex, []string{string(ident.Male), string(ident.Female)})
	}
	return g, nil
}

func resembledBy(like []hall.Resemblance) []resembled {
	out := make([]resembled, 0, len(like))
	for _, r := range like {
		g := r.Guest
		out = append(out, resembled{g.ID, g.Name, g.Post, cmp.Or(g.Institution, g.Village), r.Seat.State})
	}
	return out
}

package cli

import (
	"cmp"
	"context"
	"slices"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/model/hall"
	"hadir/model/ident"
	"hadir/model/name"
	"hadir/model/roster"
	"hadir/model/text"
)

func (a *app) walkin() *cobra.Command {
	c := &cobra.Command{
		Use:   "walkin EVENT --name N [--post P] [--institution I] [--phone P] [--sex L|P] [--session N]",
		Short: a.lang.Say("cli.walkin"), Args: between(1, 1), RunE: a.withDesk(walkIn),
	}
	c.Flags().String("name", "", a.lang.Say("cli.flag-name"))
	c.Flags().String("post", "", a.lang.Say("cli.flag-post"))
	c.Flags().String("institution", "", a.lang.Say("cli.flag-institution"))
	c.Flags().String("phone", "", a.lang.Say("cli.flag-phone"))
	c.Flags().String("sex", "", a.lang.Say("cli.flag-sex"))
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
	g.ID, g.Order = d.ID(), h.NextOrder()
	like := resembling(h, g)
	act, seat := d.Act(model.VerbWalkIn), model.SeatKey(h.Event.ID, h.Session.ID, g.ID)
	changes := []model.Change{
		act.Change(model.GuestKey(h.Event.ID, g.ID), g.Registers()...),
		act.Change(seat, model.Seat{}.Arrive(model.HowWalkIn)...),
	}
	if err := d.apply(ctx, changes); err != nil {
		return err
	}
	r, err := d.store.Record(ctx, seat)
	if err != nil {
		return err
	}
	now := model.SeatOf(r)
	out := newcomer{marked{g.ID, g.Name, now.State, orNull(d.arrived(h.Event, now)), false}, resembledBy(h, like)}
	return d.print(out, func() {
		d.tell("cli.walked-in", "time", d.Clock(h.Event, now.Since.When()), "who", who(&g), "no", g.Order)
		if len(like) > 0 {
			d.tell("cli.resembles")
			columns(d.out, d.candidates(like))
		}
	})
}

// walkInOf is the guest whom the flags describe. Only the name is needed.
func walkInOf(c *cobra.Command) (model.Guest, error) {
	value := func(flag string) string {
		s, _ := given(c, flag)
		s, _ = text.Line(s)
		return s
	}
	n := name.Parse(value("name"))
	if n.Bare == "" {
		return model.Guest{}, fail(exitUsage, "cli.needs-name")
	}
	sex := ident.Sex(0)
	if s := value("sex"); s != "" {
		sex = ident.Sex(s[0])
		if s != string(ident.Male) && s != string(ident.Female) {
			return model.Guest{}, badChoice("sex", s, []string{string(ident.Male), string(ident.Female)})
		}
	}
	g := model.Guest{
		Name: n.Bare, Before: n.Before, After: n.After, Post: value("post"), Institution: value("institution"), WalkIn: true,
	}
	if sex != 0 {
		g.Sex = string(sex)
	}
	phone := ident.ParsePhone(value("phone"))
	if g.Phone = phone.E164; g.Phone == "" || phone.Note == ident.Several {
		g.PhoneRaw = phone.Raw
	}
	g.Category = string(roster.CategoryOf(g.Post, g.Institution))
	return g, nil
}

// resembledMost is how many of the list are held beside a newcomer, for each of name and phone.
const resembledMost = 24

// resembling are the guests who may be the newcomer, by the rule of the door: one name or nearly, unless the places speak
// against it, or one phone.
func resembling(h *hall.Hall, g model.Guest) []*model.Guest {
	var out []*model.Guest
	for _, query := range []string{g.Name, g.Phone} {
		if query == "" {
			continue
		}
		for _, m := range h.Find(query, resembledMost) {
			l := name.Compare(knownOf(&g), knownOf(m.Guest))
			named := l.Has(name.SameName) || l.Has(name.SameSound) || l.Has(name.NearName)
			elsewhere := l.Has(name.VillageDiffers) || l.Has(name.InstitutionDiffers)
			if (l.Verdict != name.No || named && !elsewhere) && !slices.Contains(out, m.Guest) {
				out = append(out, m.Guest)
			}
		}
	}
	return out
}

func knownOf(g *model.Guest) name.Known {
	return name.Known{
		Name: g.FullName(), Institution: g.Institution, Village: cmp.Or(g.Area, g.Village), Phone: g.Phone, NIK: g.NIK,
	}
}

func resembledBy(h *hall.Hall, like []*model.Guest) []resembled {
	out := make([]resembled, 0, len(like))
	for _, g := range like {
		out = append(out, resembled{g.ID, g.Name, g.Post, cmp.Or(g.Institution, g.Village), h.Seat(g.ID).State})
	}
	return out
}

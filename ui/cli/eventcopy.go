package cli

import (
	"context"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/model/program"
)

func (a *app) eventCopy() *cobra.Command {
	c := &cobra.Command{
		Use: "copy EVENT [--date D]", Short: a.lang.Say("cli.event-copy"), Args: between(1, 1), RunE: a.withDesk(copyEvent),
	}
	c.Flags().String("date", "", a.lang.Say("cli.flag-date"))
	return c
}

func copyEvent(ctx context.Context, d *desk, c *cobra.Command, args []string) error {
	s, _ := given(c, "date")
	day, err := d.parseDate(s)
	if err != nil {
		return err
	}
	e, err := d.event(ctx, args[0])
	if err != nil {
		return err
	}
	source, err := d.store.Copied(ctx, e.ID)
	if err != nil {
		return err
	}
	salt, err := program.NewSalt(d.Rand)
	if err != nil {
		return err
	}
	id := d.ID()
	if err := d.apply(ctx, model.Copy(d.Act(model.VerbCopy), source, id, day, salt, d.ID)); err != nil {
		return err
	}
	return d.print(created{id}, func() { d.tell("cli.event-copied", "theme", e.Theme, "id", id.String()) })
}

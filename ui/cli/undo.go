package cli

import (
	"context"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/ui/screen"
)

func (a *app) undo() *cobra.Command {
	return &cobra.Command{
		Use: "undo EVENT", Short: a.lang.Say("cli.undo"), Long: a.lang.Say("cli.undo-long"), Args: between(1, 1),
		RunE: a.withDesk(undoLast),
	}
}

// undone is the JSON of an undo: the act that was taken back, and the names of those whom it was about.
type undone struct {
	Act   model.ID   `json:"act"`
	Verb  model.Verb `json:"verb"`
	At    string     `json:"at"`
	Names []string   `json:"names"`
	Kept  int        `json:"kept"` // fields left alone because somebody has changed them since
}

func undoLast(ctx context.Context, d *desk, _ *cobra.Command, args []string) error {
	e, err := d.event(ctx, args[0])
	if err != nil {
		return err
	}
	done, err := d.store.LastAct(ctx, e.ID, d.DeskName())
	if err != nil {
		return err
	}
	if len(done) == 0 {
		return fail(exitNone, "cli.nothing-to-undo", "desk", d.DeskWords(d.DeskName()))
	}
	changes, kept, err := d.store.Undo(ctx, d.Act(model.VerbUndo), done)
	if err != nil {
		return err
	}
	if err := d.apply(ctx, changes); err != nil {
		return err
	}
	names, err := d.namesOf(ctx, done)
	if err != nil {
		return err
	}
	first := done[0]
	out := undone{first.Act, first.Verb, d.moment(e, first.When()), names, kept}
	return d.print(out, func() {
		d.tell("cli.undone", "verb", d.Told(&screen.Done{Changes: done}), "names", list(names), "time", d.Clock(e, first.When()))
		if kept > 0 {
			d.tell("cli.undo-kept", "n", kept)
		}
	})
}

package cli

import (
	"context"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/ui/screen"
)

// copies is the command about the copies of the data: how they stand, and where the second ones go.
func (a *app) copies() *cobra.Command {
	c := &cobra.Command{
		Use: "copies [FOLDER] [--off] [--now]", Short: a.lang.Say("cli.copies"), Long: a.lang.Say("cli.copies-long"), Args: between(0, 1),
		RunE: a.withDesk(copies),
	}
	c.Flags().Bool("off", false, a.lang.Say("cli.flag-copies-off"))
	c.Flags().Bool("now", false, a.lang.Say("cli.flag-copies-now"))
	return c
}

// copiesOf is how the copies stand, in JSON. Times are RFC 3339 in UTC, null for never.
type copiesOf struct {
	Snapshots int     `json:"snapshots"`
	Bytes     int64   `json:"bytes"`
	Last      *string `json:"last"`
	Proved    *string `json:"proved"`
	Folder    *string `json:"folder"` // null: no second folder
	There     bool    `json:"there"`
	Copied    *string `json:"copied"` // when the second folder was brought up to date
	Error     *string `json:"error"`
}

func copies(ctx context.Context, d *desk, c *cobra.Command, args []string) error {
	off, _ := c.Flags().GetBool("off")
	now, _ := c.Flags().GetBool("now")
	switch {
	case off && len(args) > 0:
		return fail(exitUsage, "cli.too-many", "word", args[0], "usage", usageLine(c))
	case off:
		if err := d.setSecond(ctx, ""); err != nil {
			return err
		}
	case len(args) > 0:
		folder := screen.SecondFolder(full(args[0]))
		if folder == "" {
			return fail(exitUsage, "settings.copies-bad")
		}
		if err := d.setSecond(ctx, folder); err != nil {
			return err
		}
	}
	if now {
		if err := d.store.KeepSafe(ctx, d.second(ctx)); err != nil {
			return storageFailure(err)
		}
	}
	return d.tellCopies(ctx, now)
}

// setSecond keeps where this computer's second copies go.
func (d *desk) setSecond(ctx context.Context, folder string) error {
	me, err := d.store.Settings(ctx)
	if err != nil {
		return err
	}
	sets := me.OwnDesk.Edit(map[string]string{model.DeskCopies: folder})
	if len(sets) == 0 {
		return nil
	}
	return d.apply(ctx, []model.Change{d.Act(model.VerbEdit).Change(model.DeskSettings(me.Device), sets...)})
}

// tellCopies says how the copies stand. Whoever asked for a copy now and did not get one hears that as a failure.
func (d *desk) tellCopies(ctx context.Context, now bool) error {
	x, err := d.store.Copies(ctx, d.second(ctx))
	if err != nil {
		return err
	}
	out := copiesOf{
		Snapshots: x.Snapshots, Bytes: x.Bytes, Last: utc(x.Last), Proved: utc(x.Proved), There: x.Second.There,
		Folder: orNull(x.Second.Folder), Copied: utc(x.Second.At),
	}
	if x.Second.Err != nil {
		out.Error = orNull(d.Tell(screen.Failure(x.Second.Err)))
	}
	err = d.print(out, func() {
		d.tell("copies.here", "n", x.Snapshots, "size", megabytes(x.Bytes), "folder", filepath.Dir(full(d.store.Path())))
		say(d.out, d.Tell(d.CopiesWords(x)))
	})
	if err == nil && now && x.Second.Folder != "" && (!x.Second.There || x.Second.Err != nil) {
		return fail(exitFailed, "copies.not-now", "folder", x.Second.Folder)
	}
	return err
}

// utc is a moment in JSON; null for none.
func utc(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	return orNull(t.UTC().Format(time.RFC3339))
}

// megabytes is a size as people read it, never less than one.
func megabytes(n int64) int64 { return max(1, (n+1<<19)>>20) }

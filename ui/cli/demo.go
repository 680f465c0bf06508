package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"hadir/model"
	"hadir/model/program"
)

func (a *app) demo() *cobra.Command {
	return &cobra.Command{
		Use: "demo", Short: a.lang.Say("cli.demo"), Args: between(0, 0),
		RunE: func(c *cobra.Command, _ []string) error { return a.showDemo(c.Context()) },
	}
}

// showDemo shows the example in a database of its own, which is thrown away at the end.
func (a *app) showDemo(ctx context.Context) (err error) {
	folder, err := os.MkdirTemp("", "hadir-demo-")
	if err != nil {
		return fail(exitFailed, "cli.no-temp", "why", cause(err)).because(err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	a.passing = true
	d, err := a.open(ctx, filepath.Join(folder, "hadir.db"), 0)
	if err != nil {
		return err
	}
	// It is closed before the folder goes: Windows removes no open file.
	defer func() { err = errors.Join(err, d.store.Close()) }()
	if err := d.loadExample(ctx); err != nil {
		return err
	}
	return d.show(d.home())
}

// loadExample puts the example into an empty database.
func (d *desk) loadExample(ctx context.Context) error {
	_, changes, err := program.ExampleChanges(d.Act(model.VerbLoad), d.Me, d.Rand)
	if err != nil {
		return err
	}
	if err := d.apply(ctx, changes); err != nil {
		return err
	}
	d.Me, err = d.store.Settings(ctx)
	return err
}

package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"hadir/ui/screen"
)

func (a *app) archive() *cobra.Command {
	return &cobra.Command{
		Use: "archive [--] [WORDS...]", Short: a.lang.Say("cli.archive"), Args: between(0, -1), RunE: a.withScreen(showArchive),
	}
}

// showArchive is the program, opened at the archive.
func showArchive(_ context.Context, d *desk, _ *cobra.Command, args []string) error {
	return d.show(screen.NewArchive(d.Env, strings.Join(args, " ")))
}

package cli

import (
	"context"
	"fmt"

	"github.com/charmbracelet/x/term"

	"hadir/model/text"
	"hadir/ui"
	"hadir/ui/kit"
	"hadir/ui/lang"
	"hadir/ui/screen"
)

// again closes the database, does what a session has asked for, and opens it for the next session, which begins at home with a
// sentence about how it went. Where it does not open any more, that is the error.
func (d *desk) again(job *screen.Again) (*ui.Root, error) {
	ctx := context.Background()
	path, known := d.store.Path(), d.store.Known(d.app.options())
	known.Rest = startTime
	if err := d.store.Close(); err != nil {
		return nil, storageFailure(err)
	}
	progress, end := d.app.progress(d.Tell(job.What))
	said, failed := job.Do(ctx, progress)
	end()
	fresh, err := d.app.openWith(ctx, path, known)
	if err != nil {
		return nil, err
	}
	*d = *fresh
	root := ui.New(d.Env, d.home(), d.home)
	kind := kit.Good
	if failed != nil {
		kind = kit.Bad
	}
	if failed != nil && said.None() {
		said = lang.Of("cli.failed", "why", screen.Failure(failed))
	}
	root.Update(screen.Said{Kind: kind, What: said})
	return root, nil
}

// progress tells on a terminal, in one line, what is being done and how far it is; elsewhere it is silent. End ends the line.
func (a *app) progress(what string) (progress func(done, total uint64), end func()) {
	if a.flags.json || !term.IsTerminal(a.Out.Fd()) {
		return func(uint64, uint64) {}, func() {}
	}
	what = text.Safe(what)
	fmt.Fprint(a.Out, what)
	last := -1
	return func(done, total uint64) {
		if percent := int(done * 100 / max(total, 1)); percent != last {
			last = percent
			fmt.Fprintf(a.Out, "\r%s %3d %%", what, percent)
		}
	}, func() { fmt.Fprintln(a.Out) }
}

package cli

import (
	"context"

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
	say(d.app.Out, d.Tell(job.What))
	said, failed := job.Do(ctx)
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

package cli

import (
	"context"

	"hadir/ui"
	"hadir/ui/kit"
	"hadir/ui/lang"
	"hadir/ui/screen"
)

// again closes the database, does what a session has asked for, and opens it for the next session, which begins where the job
// says, else at home, with a
// sentence about how it went. Where it does not open any more, that is the error.
func (d *desk) again(job *screen.Again) (*ui.Root, error) {
	ctx := context.Background()
	d.app.onScreen = true
	path, known := d.store.Path(), d.store.Known(d.app.options())
	known.Rest = startTime
	if err := d.store.Close(); err != nil {
		return nil, storageFailure(err)
	}
	say(d.app.Out, d.Tell(job.What))
	said, failed := job.Do(ctx)
	// What was asked for may have asked in turn; this asks anew.
	known.Unlock = d.app.options().Unlock
	fresh, err := d.app.openWith(ctx, path, known)
	if err != nil {
		return nil, err
	}
	*d = *fresh
	first := d.home()
	if job.First != nil {
		if s := job.First(d.Env); s != nil {
			first = s
		}
	}
	root := ui.New(d.Env, first, d.home)
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

package uitest

import (
	"context"

	"hadir/model"
	"hadir/store"
	"hadir/ui/kit"
	"hadir/ui/screen"
)

// Again does what a screen has asked to be done to the closed database, and begins a new session where that says, or at
// home, as the program does.
func (d *Desk) Again() {
	d.Helper()
	job := d.root.Again()
	if !d.ended || job == nil {
		d.Fatal("the program has not ended to do anything")
	}
	for _, o := range d.house.desks {
		o.stop()
		o.root = nil
	}
	if err := d.house.store.Close(); err != nil {
		d.Fatal(err)
	}
	said, err := job.Do(context.Background())
	d.house.open(d.TB)
	for _, o := range d.house.desks {
		o.mail.drop()
		o.start(o.Env.Desk)
		first := screen.NewHome(o.Env)
		if o == d && job.First != nil {
			if s := job.First(o.Env); s != nil {
				first = s
			}
		}
		o.Show(first)
	}
	kind := kit.Good
	if err != nil {
		kind = kit.Bad
	}
	d.root.Update(screen.Said{Kind: kind, What: said})
	d.settle()
}

// purge is what a desk purges with.
func (d *Desk) purge(ctx context.Context, events []model.ID, l model.Level) (model.Purging, error) {
	order := store.PurgeOrder{Events: events, Level: l, Act: d.Env.Act(model.VerbPurge)}
	out, err := store.Purge(ctx, d.house.path, d.house.options(), order)
	return out.Purging, err
}

package uitest

import (
	"context"

	"hadir/model"
	"hadir/store"
	"hadir/ui/kit"
	"hadir/ui/screen"
)

// Again does what a screen has asked to be done to the closed database, and begins a new session at home, as the program does.
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
	said, err := job.Do(context.Background(), func(uint64, uint64) {})
	d.house.open(d.TB)
	for _, o := range d.house.desks {
		o.mail.drop()
		o.start(o.Env.Desk)
		o.Show(screen.NewHome(o.Env))
	}
	kind := kit.Good
	if err != nil {
		kind = kit.Bad
	}
	d.root.Update(screen.Said{Kind: kind, What: said})
	d.settle()
}

// purge is what a desk purges with.
func (d *Desk) purge(ctx context.Context, events []model.ID, l model.Level, progress func(done, total uint64)) (model.Purging, error) {
	order := store.PurgeOrder{Events: events, Level: l, Act: d.Env.Act(model.VerbPurge)}
	out, err := store.Purge(ctx, d.house.path, store.Options{Now: d.house.now, Rand: d.house.rand, Progress: progress}, order)
	return out.Purging, err
}

package cli

import (
	"context"
	"errors"
	"time"

	"hadir/model"
	"hadir/ui/lang"
	"hadir/ui/screen"
)

// The copies are looked after once the first screen has been there for a while, and then every few minutes.
const (
	keepFirst = 20 * time.Second
	keepEvery = 5 * time.Minute
	keepLast  = 3 * time.Second // the most that the end of the program waits for the last of it
)

// keepSafe looks after the copies beside the database as long as the program is on the screen, and says what goes wrong. Stop
// ends it and waits for it.
func (d *desk) keepSafe(tell func(lang.Phrase)) (stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		said := make(map[model.NoticeKind]bool)
		for _, n := range d.store.Notices() {
			said[n.Kind] = true
		}
		for wait := time.After(keepFirst); ; wait = time.After(keepEvery) {
			select {
			case <-ctx.Done():
				return
			case <-wait:
			}
			err := d.store.KeepSafe(ctx, d.second(ctx))
			if err != nil && !errors.Is(err, context.Canceled) && !errors.Is(err, model.ErrClosed) {
				tell(lang.Of("safe.no-snapshot", "why", screen.Failure(err)))
			}
			for _, n := range d.store.Notices() {
				if !said[n.Kind] {
					said[n.Kind] = true
					tell(d.NoticeWords(n))
				}
			}
		}
	}()
	return func() {
		cancel()
		<-done
		// What was written since the last round goes along, if that takes no time to speak of.
		ctx, cancel := context.WithTimeout(context.Background(), keepLast)
		defer cancel()
		_ = d.store.CopyTo(ctx, d.second(ctx))
	}
}

// second is the folder for second copies as it is set now; empty for none. It may be set while the program runs.
func (d *desk) second(ctx context.Context) string {
	if d.Second != "" {
		return d.Second
	}
	me, err := d.store.Settings(ctx)
	if err != nil {
		return ""
	}
	return me.Copies
}

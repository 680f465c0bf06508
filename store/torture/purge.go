package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"

	"hadir/model"
	"hadir/store"
)

// gone is a number that stands nowhere but in what is purged.
const gone = "81000077701"

// purges cuts the power while personal data is taken out of a database that is worked with before and afterwards: what was
// acknowledged is there, and the numbers are gone, or it is said that they are not.
func purges(c *run) error {
	spent := func(d *disk) (*oracle, string, error) {
		o, _, dir, err := purgedDay(c, d)
		return o, dir, err
	}
	if err := lazyControl(c, spent); err != nil {
		return err
	}
	for c.counts["states"] < c.n {
		d := newDisk()
		o, purge, dir, err := purgedDay(c, d)
		if err != nil {
			return err
		}
		before := slices.Index(o.acked, purge) - 4
		err = eachCut(c, d, dir, o, func(s *state, acked int, what string) error {
			if acked < before {
				return nil // there is nothing to be purged yet
			}
			c.count("states")
			return judgePurge(c, s, dir, &oracle{acked: o.acked[:acked]}, purge, what)
		})
		if err != nil {
			return err
		}
	}
	if c.counts["found before"] == 0 {
		c.broken("the scan never found the number before the purge")
	}
	return nil
}

// purgedDay spends some of a day, purges it, and goes on. It gives the act of the purge.
func purgedDay(c *run, disk *disk) (o *oracle, purge model.ID, dir string, err error) {
	if dir, err = c.folder("day"); err != nil {
		return nil, purge, "", err
	}
	o = &oracle{}
	seed, now := c.rand.Uint64(), begin()
	path := filepath.Join(dir, dayName)
	d := &day{rand: rand.New(rand.NewPCG(seed, 7)), now: now}
	d.told = func(act model.ID, err error) {
		if err == nil {
			o.acked = append(o.acked, act)
			disk.ack()
		}
	}
	for i := range uint64(2) {
		if d.s, err = store.Open(path, options(seed+i, &now, disk)); err != nil {
			return o, purge, dir, err
		}
		if i == 0 {
			d.work(8)
			guest := model.GuestKey(d.event, d.seats[0])
			d.apply(d.act(model.VerbCorrect).Change(guest, model.Write(model.GuestPhone, "+62"+gone)))
			_ = d.s.Snapshot(context.Background())
		}
		for range 3 {
			d.present()
		}
		if err := d.s.Close(); err != nil || i == 1 {
			return o, purge, dir, err
		}
		act := d.act(model.VerbPurge)
		purge = act.ID
		order := store.PurgeOrder{Events: []model.ID{d.event}, Level: model.NoNumbers, Act: act}
		if _, err := store.Purge(context.Background(), path, options(seed+i, &now, disk), order); err != nil {
			return o, purge, dir, fmt.Errorf("purge: %w", err)
		}
		d.told(purge, nil)
	}
	return o, purge, dir, nil
}

// judgePurge judges a state as any other, and looks for the number in what is left.
func judgePurge(c *run, s *state, from string, o *oracle, purge model.ID, what string) error {
	dir, err := c.folder("cut")
	if err != nil {
		return err
	}
	if err := s.write(from, dir); err != nil {
		return err
	}
	seen, err := look(dir, true)
	switch {
	case err != nil:
		c.broken("%s: %v", what, err)
		return nil
	case o.missing(seen) > 0:
		c.broken("%s: %d of %d lost; %v", what, o.missing(seen), len(o.acked), seen.notices)
	case !seen.checked.Sound():
		c.broken("%s: %+v; %v", what, seen.checked.Findings, seen.notices)
	}
	files, err := holding(dir, gone)
	said := seen.told(model.NoticePurge)
	switch {
	case len(files) == 0:
	case slices.Contains(o.acked, purge):
		c.broken("%s: purged, and the number is in %v", what, files)
	case seen.acts[purge] && !said:
		c.broken("%s: purged for the history, the number is in %v, and nothing is said", what, files)
	case !seen.acts[purge]:
		c.count("found before")
	default:
		c.count("said")
	}
	return err
}

// holding lists the files of a folder in which a text stands.
func holding(dir, text string) (found []string, err error) {
	err = filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		if bytes.Contains(b, []byte(text)) {
			found = append(found, filepath.Base(p))
		}
		return err
	})
	return found, err
}

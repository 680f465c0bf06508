package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"

	"hadir/model"
	"hadir/store"
	"hadir/store/seal"
)

// Two passphrases, the second in the place of the first.
const (
	firstPassphrase  = "kuda laut biru"
	secondPassphrase = "perahu di sungai"
)

// keyring answers with both passphrases in turns, so that a database opens whichever of them it has just got.
func keyring() func(store.Try) (string, error) {
	n := 0
	return func(store.Try) (string, error) {
		n++
		switch n {
		case 1:
			return secondPassphrase, nil
		case 2:
			return firstPassphrase, nil
		}
		return "", errors.New("neither passphrase opens it")
	}
}

// cheap is what a passphrase costs here: tens of thousands of databases are opened.
func cheap() seal.Cost { return seal.Cost{Passes: 1, Memory: 64, Threads: 1} }

// seals cuts the power while a database is sealed, gets another passphrase, and is worked with in between.
func seals(c *run) error {
	spent := func(d *disk) (*oracle, string, error) {
		dir, err := c.folder("day")
		if err != nil {
			return nil, "", err
		}
		o, err := sealedDay(dir, c.rand.Uint64(), d)
		return o, dir, err
	}
	if err := lazyControl(c, spent); err != nil {
		return err
	}
	for c.counts["states"] < c.n {
		d := newDisk()
		o, dir, err := spent(d)
		if err != nil {
			return err
		}
		err = eachCut(c, d, dir, o, func(s *state, acked int, what string) error {
			c.count("states")
			return judgeCut(c, s, dir, &oracle{acked: o.acked[:acked]}, what)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// sealedDay spends some of a day in a plain database, seals it, goes on, changes the passphrase, and goes on.
func sealedDay(dir string, seed uint64, disk *disk) (*oracle, error) {
	o, now := &oracle{}, begin()
	path := filepath.Join(dir, dayName)
	d := &day{rand: rand.New(rand.NewPCG(seed, 7)), now: now}
	d.told = func(act model.ID, err error) {
		if err == nil {
			o.acked = append(o.acked, act)
			disk.ack()
		}
	}
	for i, passphrase := range []string{firstPassphrase, secondPassphrase, ""} {
		s, err := store.Open(path, options(seed+uint64(i), &now, disk))
		if err != nil {
			return o, err
		}
		if d.s = s; i == 0 {
			d.work(8)
		}
		for range 3 {
			d.present()
		}
		if err := s.Close(); err != nil {
			return o, err
		}
		if passphrase == "" {
			continue
		}
		if _, err := store.Seal(context.Background(), path, passphrase, false, options(seed+uint64(i), &now, disk)); err != nil {
			return o, fmt.Errorf("seal: %w", err)
		}
	}
	return o, nil
}

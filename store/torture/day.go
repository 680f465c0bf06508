package main

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"time"

	"hadir/model"
	"hadir/store"
)

// dayName is the database of a scripted day.
const dayName = "hadir.db"

// oracle knows what was acknowledged, and what was said not to be saved.
type oracle struct {
	acked  []model.ID // acts, in order
	denied []model.ID
	unsure []model.ID // the storage failed: whether they are there is told at the next start
}

// day is one desk's scripted work: an event, a list, check-ins, corrections, undos, a snapshot in between.
type day struct {
	s      *store.Store
	rand   *rand.Rand
	now    time.Time
	event  model.ID
	seats  []model.ID
	n      uint64
	told   func(act model.ID, err error) // hears of every answer at once
	before func(act model.ID)            // hears of every change before it is written; may be nil
}

func options(seed uint64, now *time.Time, d store.Disk) store.Options {
	var key [32]byte
	binary.LittleEndian.PutUint64(key[:], seed)
	return store.Options{
		Now: func() time.Time { *now = now.Add(time.Second); return *now }, Rand: rand.NewChaCha8(key), Disk: d,
		Wait: 200 * time.Millisecond, Cost: cheap(), Unlock: keyring(),
	}
}

func begin() time.Time { return time.Date(2023, 11, 21, 1, 30, 0, 0, time.UTC) }

// id names something of this day; the same day has the same names.
func (d *day) id() (id model.ID) {
	d.n++
	binary.BigEndian.PutUint64(id[:], d.rand.Uint64())
	binary.BigEndian.PutUint64(id[8:], d.n)
	return id
}

func (d *day) act(v model.Verb) model.Act {
	d.now = d.now.Add(time.Minute)
	return model.Act{ID: d.id(), Officer: "Petugas Contoh", Desk: "Meja 1", Wall: d.now, Verb: v}
}

func (d *day) apply(changes ...model.Change) {
	if d.before != nil {
		d.before(changes[0].Act)
	}
	d.told(changes[0].Act, d.s.Apply(context.Background(), changes))
}

// work does the day's work: steps is how many commits there are besides the snapshots.
func (d *day) work(steps int) {
	for i := range steps {
		switch {
		case i == 0:
			d.event = d.id()
			d.apply(d.act(model.VerbCreate).Change(model.EventKey(d.event), model.Write(model.EventTheme, "Kegiatan Contoh")))
		case i == 1:
			d.invite(40)
		case i%9 == 8:
			act := d.act(model.VerbWalkIn)
			guest := d.id()
			d.seats = append(d.seats, guest)
			g := model.Guest{Name: fmt.Sprintf("Tamu Contoh %d", i), Order: 100 + i, WalkIn: true}
			d.apply(act.Change(model.GuestKey(d.event, guest), g.Registers()...),
				act.Change(model.SeatKey(d.event, model.ID{}, guest), model.Add(model.SeatArrivals, "search")))
		default:
			d.present()
		}
		if steps > 12 && (i == steps/3 || i == 2*steps/3) {
			// One that cannot be taken is told of by the store; the day goes on.
			_ = d.s.Snapshot(context.Background())
		}
	}
}

// present checks one guest in.
func (d *day) present() {
	guest := d.seats[d.rand.IntN(len(d.seats))]
	d.apply(d.act(model.VerbPresent).Change(model.SeatKey(d.event, model.ID{}, guest), model.Add(model.SeatArrivals, "search")))
}

func (d *day) invite(n int) {
	act := d.act(model.VerbImport)
	var changes []model.Change
	for i := range n {
		id := d.id()
		d.seats = append(d.seats, id)
		g := model.Guest{Name: fmt.Sprintf("Undangan %d", i+1), Institution: "Desa Contoh", Order: i + 1}
		changes = append(changes, act.Change(model.GuestKey(d.event, id), g.Registers()...))
	}
	d.apply(changes...)
}

// spend opens the database in a folder and does a day's work in it; what it answers goes to the oracle.
func spend(dir string, seed uint64, steps int, disk store.Disk, told func(model.ID, error)) (*oracle, error) {
	now := begin()
	o := &oracle{}
	s, err := store.Open(filepath.Join(dir, dayName), options(seed, &now, disk))
	if err != nil {
		return o, err
	}
	d := &day{s: s, rand: rand.New(rand.NewPCG(seed, 7)), now: now}
	d.told = func(act model.ID, err error) {
		switch {
		case err == nil:
			o.acked = append(o.acked, act)
		case errors.Is(err, model.ErrStorage):
			o.unsure = append(o.unsure, act)
		default:
			o.denied = append(o.denied, act)
		}
		if told != nil {
			told(act, err)
		}
	}
	d.work(steps)
	return o, s.Close()
}

// seen is what a database shows after it was opened again.
type seen struct {
	acts    map[model.ID]bool
	notices []model.Notice
	checked model.Checked
}

func (s *seen) told(kinds ...model.NoticeKind) bool {
	for _, n := range s.notices {
		for _, k := range kinds {
			if n.Kind == k {
				return true
			}
		}
	}
	return false
}

// look opens the database in a folder as the next morning does, and reads all of it.
func look(dir string, full bool) (out *seen, err error) {
	now := begin().Add(24 * time.Hour)
	s, err := store.Open(filepath.Join(dir, dayName), options(uint64(now.Unix()), &now, nil))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	ctx := context.Background()
	out = &seen{acts: make(map[model.ID]bool), notices: s.Notices()}
	all, err := s.AllHistory(ctx)
	if err != nil {
		return out, err
	}
	for _, c := range all {
		out.acts[c.Act] = true
	}
	if full {
		out.checked, err = s.Verify(ctx, nil)
		return out, err
	}
	events, err := s.Events(ctx)
	for _, e := range events {
		if _, e := s.Hall(ctx, e.ID, model.ID{}); e != nil {
			err = errors.Join(err, e)
		}
	}
	return out, err
}

// missing is how many acknowledged acts are not there.
func (o *oracle) missing(s *seen) (n int) {
	for _, a := range o.acked {
		if !s.acts[a] {
			n++
		}
	}
	return n
}

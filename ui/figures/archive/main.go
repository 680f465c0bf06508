// Command archive makes a database with ten years of invented events in it, to measure and to try the archive on:
//
//	go run ./ui/figures/archive -out FILE [-events N] [-guests N] [-questions N] [-actions N] [-seed N]
//
// Everything goes through the one way in that the program has, so what it makes is what ten years would leave, history included;
// only the search index is made in one go at the end. Events are marked as samples, names and words are made up, and the same
// seed makes the same.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime/debug"
	"time"

	"hadir/model"
	"hadir/model/stats"
	"hadir/store"
)

// sizes are how much there is to be of each.
type sizes struct {
	events, guests, questions, actions int
}

func main() {
	out := flag.String("out", "", "the file to make; it must not be there yet")
	seed := flag.Uint64("seed", 1, "what everything is drawn from")
	var n sizes
	flag.IntVar(&n.events, "events", 10_000, "events")
	flag.IntVar(&n.guests, "guests", 1_000_000, "guests on their lists, all of whom came")
	flag.IntVar(&n.questions, "questions", 200_000, "questions with their answers")
	flag.IntVar(&n.actions, "actions", 100_000, "follow-ups")
	flag.Parse()
	if err := run(*out, *seed, n); err != nil {
		fmt.Fprintln(os.Stderr, "archive:", err)
		os.Exit(1)
	}
}

func run(out string, seed uint64, n sizes) (err error) {
	if out == "" {
		return errors.New("-out FILE is missing")
	}
	if _, err := os.Stat(out); err == nil {
		return fmt.Errorf("%s is there already", out)
	}
	// Memory is there in plenty where this runs, and is given back when it ends.
	debug.SetGCPercent(400)
	m := newMaker(seed)
	w := newWriter(m.now)
	s, err := store.Open(out, store.Options{Now: w.clock, Rand: m.ids})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	begin := time.Now()
	err = s.Bulk(context.Background(), func() error {
		written := w.start(s)
		for i := range n.events {
			m.event(w, share(n.guests, n.events, i), share(n.questions, n.events, i), share(n.actions, n.events, i))
			if i%500 == 499 {
				fmt.Fprintf(os.Stderr, "%d of %d events, %s\n", i+1, n.events, time.Since(begin).Round(time.Second))
			}
		}
		act := m.act(model.VerbEdit)
		w.put(act.Change(model.DeskSettings(s.Device()), model.Write(model.DeskWelcomed, "1"), model.Write(model.DeskLanguage, "id")))
		w.end(m.now)
		return <-written
	}, nil)
	if err == nil {
		err = settle(s)
	}
	fmt.Fprintf(os.Stderr, "made in %s\n", time.Since(begin).Round(time.Second))
	return err
}

// settle does what the program would have done by itself during ten years, and would else do while it is being measured.
func settle(s *store.Store) error {
	ctx := context.Background()
	if err := s.Tallies(ctx, true, func(stats.Event) {}); err != nil {
		return err
	}
	return s.KeepSafe(ctx, "")
}

// share is the i-th of n parts of a whole, all but equal.
func share(whole, n, i int) int { return whole*(i+1)/n - whole*i/n }

// maker draws everything.
type maker struct {
	rng    *rand.Rand
	ids    *rand.ChaCha8
	now    time.Time
	words  vocabulary
	people []person
	number int
}

func newMaker(seed uint64) *maker {
	var key [32]byte
	key[0], key[1] = byte(seed), byte(seed>>8)
	m := &maker{
		rng: rand.New(rand.NewPCG(seed, 1)), ids: rand.NewChaCha8(key), now: time.Date(2016, 11, 1, 2, 0, 0, 0, time.UTC),
	}
	m.words = newVocabulary(m.rng)
	m.people = m.crowd(30_000)
	return m
}

func (m *maker) id() model.ID {
	// ChaCha8 never fails.
	id, _ := model.NewID(m.ids)
	return id
}

// act is one act, some seconds after the last.
func (m *maker) act(v model.Verb) model.Act {
	m.now = m.now.Add(7 * time.Second)
	return model.Act{ID: m.id(), Officer: "Petugas Contoh", Desk: "Meja 1", Wall: m.now, Verb: v}
}

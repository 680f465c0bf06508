package main

import (
	"context"
	"sync/atomic"
	"time"

	"hadir/model"
	"hadir/store"
)

// most is how many changes go at a time; the store takes as many in one transaction.
const most = 10_000

// writer hands changes to the store some thousand at a time: a disk is synced for each. The store writes one part while the next
// is being made.
type writer struct {
	changes []model.Change
	parts   chan part
	now     atomic.Int64 // the time of the part that is being written
}

// part is changes that are written together, and when that is.
type part struct {
	changes []model.Change
	at      time.Time
}

func newWriter(now time.Time) *writer {
	w := &writer{parts: make(chan part, 1)}
	w.now.Store(now.UnixNano())
	return w
}

// clock is the time that it is for the store.
func (w *writer) clock() time.Time { return time.Unix(0, w.now.Load()).UTC() }

// start begins to write, and gives the first error after the end.
func (w *writer) start(s *store.Store) <-chan error {
	done := make(chan error, 1)
	go func() {
		var err error
		for p := range w.parts {
			if err == nil {
				w.now.Store(p.at.UnixNano())
				err = s.Apply(context.Background(), p.changes)
			}
		}
		done <- err
	}()
	return done
}

func (w *writer) put(cs ...model.Change) {
	w.changes = append(w.changes, cs...)
}

// room hands over what has gathered where that much more would be too much.
func (w *writer) room(n int, now time.Time) {
	if len(w.changes)+n > most {
		w.flush(now)
	}
}

func (w *writer) flush(now time.Time) {
	if len(w.changes) > 0 {
		w.parts <- part{w.changes, now}
		w.changes = make([]model.Change, 0, most)
	}
}

// end hands over the rest.
func (w *writer) end(now time.Time) {
	w.flush(now)
	close(w.parts)
}

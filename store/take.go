package store

import (
	"fmt"

	"hadir/model"
)

// takeAtOnce is how many changes are made ready for the journal together.
const takeAtOnce = 1024

// take accepts changes: each gets its place in the journal and is folded into its record. Stamps and chain go from one to the
// next; the entries of those that follow are written on another processor meanwhile.
func (b *batchWriter) take(changes []model.Change) error {
	var now, next numberedChanges
	if err := b.stamp(&now, changes[:min(len(changes), takeAtOnce)]); err != nil {
		return err
	}
	if err := sideBySide(len(now.changes), func(i int) error { return now.write(b.codec, i) }); err != nil {
		return err
	}
	for changes = changes[len(now.changes):]; ; changes = changes[len(now.changes):] {
		var written chan error
		if len(changes) > 0 {
			if err := b.stamp(&next, changes[:min(len(changes), takeAtOnce)]); err != nil {
				return err
			}
			written = make(chan error, 1)
			go func() { written <- next.writeAll(b.codec) }()
		}
		err := b.enterAll(&now)
		if written == nil {
			return err
		}
		// Also where nothing is to follow: what is being written is ours to wait for.
		if e := <-written; err == nil {
			err = e
		}
		if err != nil {
			return err
		}
		now, next = next, now
	}
}

// numberedChanges are changes that have their numbers and times, and their entries as far as the chain.
type numberedChanges struct {
	changes []model.Change
	entries []journalPart
}

// stamp gives changes their numbers and times, and takes out what their records were purged of.
func (b *batchWriter) stamp(s *numberedChanges, changes []model.Change) error {
	if cap(s.changes) < len(changes) {
		s.changes, s.entries = make([]model.Change, len(changes)), make([]journalPart, len(changes))
	}
	s.changes, s.entries = s.changes[:len(changes)], s.entries[:len(changes)]
	for i, c := range changes {
		if c.Device != 0 && c.Device != b.state.Device {
			return fmt.Errorf("change of device %s: only this device's changes are taken", c.Device)
		}
		c = wellFormed(c)
		b.state.Seq++
		c.Device, c.Seq, c.Time = b.state.Device, b.state.Seq, b.clock.Tick(b.now())
		b.state.Time = c.Time
		var err error
		if s.changes[i], err = b.purged(c); err != nil {
			return err
		}
	}
	return nil
}

// write writes the entry of one change.
func (s *numberedChanges) write(c codec, i int) (err error) {
	if s.entries[i], err = c.journalPart(s.changes[i]); err != nil {
		return fmt.Errorf("change of %s: %w", s.changes[i].Key.Kind, err)
	}
	return nil
}

func (s *numberedChanges) writeAll(c codec) error {
	for i := range s.changes {
		if err := s.write(c, i); err != nil {
			return err
		}
	}
	return nil
}

// enterAll enters changes one after the other.
func (b *batchWriter) enterAll(s *numberedChanges) error {
	for i, c := range s.changes {
		if err := b.enter(c, s.entries[i]); err != nil {
			return err
		}
	}
	return nil
}

package store

import (
	"context"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
)

// Copied is what a copy of an event is made from, read in one transaction; [model.ErrNotFound] when there is no such event.
// Removed records are not among it.
func (s *Store) Copied(_ context.Context, event model.ID) (out model.Copied, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		if out.Event, err = s.codec.read(tx, model.EventKey(event)); err != nil {
			return err
		}
		if out.Event.IsNew() || out.Event.Get(model.Removed) != "" {
			return fmt.Errorf("event %s: %w", event, model.ErrNotFound)
		}
		office, err := s.codec.read(tx, model.OfficeSettings())
		if err != nil {
			return err
		}
		out.NIK = office.Get(model.OfficeNIK) != ""
		for kind, into := range map[model.Kind]*[]model.Record{
			model.KindSession: &out.Sessions, model.KindRole: &out.Roles, model.KindAgenda: &out.Agenda,
		} {
			if *into, err = s.codec.live(tx, kind, event); err != nil {
				return err
			}
		}
		return s.codec.eachGuest(tx, event, func(g model.Guest, _ string) error {
			if !g.Removed {
				out.Guests = append(out.Guests, g)
			}
			return nil
		})
	})
	return out, err
}

// live are an event's records of a kind that were not removed.
func (c codec) live(tx *bolt.Tx, kind model.Kind, event model.ID) (out []model.Record, err error) {
	err = c.eachRecord(tx, kind, event[:], func(r model.Record) error {
		if r.Get(model.Removed) == "" {
			out = append(out, r)
		}
		return nil
	})
	return out, err
}

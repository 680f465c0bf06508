package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/model/hall"
)

// Events are all events that have not been removed, the latest date first; those without a date come before all.
func (s *Store) Events(context.Context) (out []model.Event, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		return s.codec.eachRecord(tx, model.KindEvent, nil, func(r model.Record) error {
			if e := model.EventOf(r); !e.Removed {
				out = append(out, e)
			}
			return nil
		})
	})
	slices.SortFunc(out, func(a, b model.Event) int {
		return cmp.Or(
			cmp.Compare(sortable(b), sortable(a)), strings.Compare(a.Theme, b.Theme), compareIDs(a.ID, b.ID),
		)
	})
	return out, err
}

// sortable is the beginning of an event as text that sorts; an event without a date comes after every date.
func sortable(e model.Event) string {
	return cmp.Or(e.Date, "9999-99-99") + " " + e.Start
}

// Event is one event; [model.ErrNotFound] when there is none or it was removed.
func (s *Store) Event(ctx context.Context, id model.ID) (model.Event, error) {
	r, err := s.Record(ctx, model.EventKey(id))
	if err != nil {
		return model.Event{}, err
	}
	e := model.EventOf(r)
	if r.IsNew() || e.Removed {
		return model.Event{}, fmt.Errorf("event %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// Sessions are the sessions of an event in their order: first the one that every event has, then those that were added.
func (s *Store) Sessions(ctx context.Context, event model.ID) ([]model.Session, error) {
	e, err := s.Event(ctx, event)
	if err != nil {
		return nil, err
	}
	first := model.Session{Event: event, Date: e.Date, Start: e.Start, End: e.End, Order: 1}
	out := []model.Session{first}
	err = s.view(func(tx *bolt.Tx) error {
		return s.codec.eachRecord(tx, model.KindSession, event[:], func(r model.Record) error {
			if x := model.SessionOf(r); !x.Removed {
				out = append(out, x)
			}
			return nil
		})
	})
	slices.SortStableFunc(out[1:], func(a, b model.Session) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), compareIDs(a.ID, b.ID))
	})
	return out, err
}

// Counts are the figures of one session; the zero session is the one that every event has.
func (s *Store) Counts(_ context.Context, event, session model.ID) (c model.Counts, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		states := make(map[model.ID]model.State)
		err := s.codec.eachSeat(tx, event, session, func(seat model.Seat) { states[seat.Guest] = seat.State })
		if err != nil {
			return err
		}
		return s.codec.eachGuest(tx, event, func(g model.Guest, _ string) error {
			if !g.Removed {
				c.Note(g.WalkIn, states[g.ID], 1)
			}
			return nil
		})
	})
	return c, err
}

// Hall is one session's attendance, ready for the door.
func (s *Store) Hall(ctx context.Context, event, session model.ID) (*hall.Hall, error) {
	e, err := s.Event(ctx, event)
	if err != nil {
		return nil, err
	}
	part, err := s.session(ctx, e, session)
	if err != nil {
		return nil, err
	}
	var list []hall.Listed
	var seats []model.Seat
	err = s.view(func(tx *bolt.Tx) (err error) {
		if list, err = s.listed(tx, event); err != nil {
			return err
		}
		return s.codec.eachSeat(tx, event, session, func(seat model.Seat) { seats = append(seats, seat) })
	})
	if err != nil {
		return nil, err
	}
	unpack := func(l hall.Listed) model.Guest {
		// The row was read once, when the list was: it is whole.
		g, _ := s.codec.guest(event, row{id: l.ID, body: l.Packed})
		return g
	}
	return hall.Open(e, part, list, unpack, seats), nil
}

func (s *Store) session(ctx context.Context, e model.Event, id model.ID) (model.Session, error) {
	sessions, err := s.Sessions(ctx, e.ID)
	if err != nil {
		return model.Session{}, err
	}
	for _, x := range sessions {
		if x.ID == id {
			return x, nil
		}
	}
	return model.Session{}, fmt.Errorf("session %s of event %s: %w", id, e.ID, model.ErrNotFound)
}

func (c codec) eachSeat(tx *bolt.Tx, event, session model.ID, f func(model.Seat)) error {
	return c.eachRecord(tx, model.KindSeat, join(event, session), func(r model.Record) error {
		f(model.SeatOf(r))
		return nil
	})
}

// Villages are the office's own list, by code.
func (s *Store) Villages(context.Context) (out []model.Village, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		return s.codec.eachRecord(tx, model.KindVillage, nil, func(r model.Record) error {
			if v := model.VillageOf(r); !v.Removed {
				out = append(out, v)
			}
			return nil
		})
	})
	slices.SortFunc(out, func(a, b model.Village) int { return strings.Compare(a.Code, b.Code) })
	return out, err
}

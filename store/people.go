package store

import (
	"bytes"
	"context"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/model/hall"
	"hadir/model/name"
)

// People is the directory: everybody who stands on an event's list or was entered by hand, by name. Records that were joined
// are one entry, under the one that the others were joined to.
func (s *Store) People(ctx context.Context) ([]model.Person, error) {
	events, err := s.Events(ctx)
	if err != nil {
		return nil, err
	}
	people := make(map[model.ID]*model.Person)
	err = s.view(func(tx *bolt.Tx) error {
		joined, err := s.joins(tx)
		if err != nil {
			return err
		}
		// Events come latest first: what a person is called and does is what the latest list says.
		for _, e := range events {
			if err := s.gather(tx, e.ID, joined, people); err != nil {
				return err
			}
		}
		return s.enter(tx, joined, people)
	})
	out := make([]model.Person, 0, len(people))
	for _, p := range people {
		out = append(out, *p)
	}
	slices.SortFunc(out, func(a, b model.Person) int {
		if c := strings.Compare(name.Fold(a.Name), name.Fold(b.Name)); c != 0 {
			return c
		}
		return compareIDs(a.ID, b.ID)
	})
	return out, err
}

// gather adds the guests of one event to the directory.
func (s *Store) gather(tx *bolt.Tx, event model.ID, joined map[model.ID]model.ID, people map[model.ID]*model.Person) error {
	seen := make(map[model.ID]bool)
	return s.codec.eachGuest(tx, event, func(g model.Guest, terms string) error {
		if g.Removed || !g.Known() {
			return nil
		}
		id := follow(joined, personOf(s.officeKey(), g, terms))
		p := people[id]
		if p == nil {
			p = &model.Person{
				ID: id, Name: g.Name, Before: g.Before, After: g.After, Post: g.Post, Institution: g.Institution,
				District: g.District, Phone: g.Phone,
			}
			people[id] = p
		}
		if !seen[id] {
			seen[id] = true
			p.Events++
		}
		return nil
	})
}

// enter adds those who were entered by hand and stand on no list.
func (s *Store) enter(tx *bolt.Tx, joined map[model.ID]model.ID, people map[model.ID]*model.Person) error {
	return s.codec.eachRecord(tx, model.KindPerson, nil, func(r model.Record) error {
		p := model.PersonOf(r)
		id := follow(joined, p.ID)
		if p.Name == "" || people[id] != nil || r.Get(model.Removed) != "" {
			return nil
		}
		p.ID = id
		people[id] = &p
		return nil
	})
}

// joins are the persons who were joined to another.
func (s *Store) joins(tx *bolt.Tx) (map[model.ID]model.ID, error) {
	joined := make(map[model.ID]model.ID)
	err := s.codec.eachRecord(tx, model.KindPerson, nil, func(r model.Record) error {
		if to, err := model.ParseID(r.Get(model.PersonSameAs)); err == nil && !to.IsZero() {
			joined[r.Key.ID] = to
		}
		return nil
	})
	return joined, err
}

// follow goes from a person to the one that the records were joined to. Two laptops that worked apart can have joined them in
// a ring; then the smallest ID stands for all.
func follow(joined map[model.ID]model.ID, id model.ID) model.ID {
	seen := []model.ID{id}
	for {
		to, ok := joined[id]
		if !ok {
			return id
		}
		if i := slices.Index(seen, to); i >= 0 {
			return slices.MinFunc(seen[i:], compareIDs)
		}
		seen, id = append(seen, to), to
	}
}

// Visits are the events on whose lists a person stands, under any of the joined records, latest first, with what happened
// at the session that every event has.
func (s *Store) Visits(ctx context.Context, person model.ID) (out []model.Visit, err error) {
	events, err := s.Events(ctx)
	if err != nil {
		return nil, err
	}
	err = s.view(func(tx *bolt.Tx) error {
		joined, err := s.joins(tx)
		if err != nil {
			return err
		}
		person = follow(joined, person)
		at := make(map[model.ID][]model.Visit)
		for _, id := range sameAs(joined, person) {
			if err := s.visitsOf(tx, id, at); err != nil {
				return err
			}
		}
		for _, e := range events {
			for _, v := range at[e.ID] {
				v.Event = e
				out = append(out, v)
			}
		}
		return nil
	})
	return out, err
}

// sameAs are all records that stand for a person, the person's own first.
func sameAs(joined map[model.ID]model.ID, person model.ID) []model.ID {
	ids := []model.ID{person}
	for id := range joined {
		if id != person && follow(joined, id) == person {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids[1:], compareIDs)
	return ids
}

// visitsOf looks up the guests that the index has under one person. An entry whose guest has since been corrected to be
// somebody else is passed over.
func (s *Store) visitsOf(tx *bolt.Tx, person model.ID, at map[model.ID][]model.Visit) error {
	cur := tx.Bucket([]byte(bucketByPerson)).Cursor()
	for k, _ := cur.Seek(person[:]); k != nil && bytes.HasPrefix(k, person[:]); k, _ = cur.Next() {
		event, guest := idAt(k, 16), idAt(k, 32)
		r, err := s.codec.read(tx, model.GuestKey(event, guest))
		if err != nil {
			return err
		}
		g := model.GuestOf(r)
		if g.Removed || s.PersonOfGuest(g) != person {
			continue
		}
		seat, err := s.codec.read(tx, model.SeatKey(event, model.ID{}, guest))
		if err != nil {
			return err
		}
		at[event] = append(at[event], model.Visit{Person: person, Guest: g, Seat: model.SeatOf(seat)})
	}
	return nil
}

// PersonOfGuest is the directory's ID of who a guest is.
func (s *Store) PersonOfGuest(g model.Guest) model.ID {
	return personOf(s.officeKey(), g, hall.Terms(g))
}

func (s *Store) officeKey() []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	return []byte(s.state.Key)
}

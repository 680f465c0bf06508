package store

import (
	"bytes"
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/model/board"
	"hadir/model/name"
)

// placeName folds the name of an institution, so that its usual spellings are one.
func placeName(s string) string { return name.Place(s) }

// placeOf folds where a guest comes from.
func placeOf(g model.Guest) string { return placeName(cmp.Or(g.Institution, g.Village)) }

// indexInstitution notes that a record has to do with an institution, by its folded name; empty: with none. Entries stay when
// the record is corrected: who reads the index compares.
func (b *batchWriter) indexInstitution(place string, k model.Key) {
	if place == "" {
		return
	}
	id := institutionID(b.state.Key, place)
	b.put(bucketByInst, institutionKey(id, k), make([]byte, valueHeader))
}

// institutionID names an institution under the office's key. Where it lies is not part of its name: questions and follow-ups
// do not hold that.
func institutionID(officeKey, place string) model.ID {
	return model.InstitutionID([]byte(officeKey), place, "")
}

func institutionKey(id model.ID, k model.Key) []byte {
	key := append(append(make([]byte, 0, 49), id[:]...), byte(k.Kind))
	key = append(key, k.Event[:]...)
	return append(key, k.ID[:]...)
}

// eachOf calls f for the index entries of an institution that are of one kind.
func eachOf(tx *bolt.Tx, id model.ID, kind model.Kind, f func(event, id model.ID) error) error {
	prefix := append(bytes.Clone(id[:]), byte(kind))
	index := tx.Bucket([]byte(bucketByInst))
	if index == nil {
		return nil // an older file that is only read has it not yet
	}
	cur := index.Cursor()
	for k, _ := cur.Seek(prefix); k != nil && bytes.HasPrefix(k, prefix); k, _ = cur.Next() {
		if err := f(idAt(k, 17), idAt(k, 33)); err != nil {
			return err
		}
	}
	return nil
}

// Dealings are what an institution had to do with the office's events, found by any of its usual spellings: who came for it, what
// it asked and what was promised to it. An anonymous question is nobody's.
func (s *Store) Dealings(ctx context.Context, institution string) (out model.Dealings, err error) {
	place := placeName(institution)
	out.Name = institution
	if place == "" {
		return out, nil
	}
	events, err := s.Events(ctx)
	if err != nil {
		return out, err
	}
	byID := make(map[model.ID]model.Event, len(events))
	for _, e := range events {
		byID[e.ID] = e
	}
	id := institutionID(string(s.officeKey()), place)
	err = s.view(func(tx *bolt.Tx) error {
		if out.Visits, err = s.cameFor(tx, id, place, byID); err != nil {
			return err
		}
		if out.Questions, err = s.askedBy(tx, id, place, byID); err != nil {
			return err
		}
		out.Actions, err = s.promisedTo(tx, id, place)
		return err
	})
	slices.SortFunc(out.Visits, func(a, b model.Visit) int {
		return cmp.Or(cmp.Compare(sortable(b.Event), sortable(a.Event)), compareIDs(a.Event.ID, b.Event.ID),
			cmp.Compare(a.Guest.Order, b.Guest.Order), compareIDs(a.Guest.ID, b.Guest.ID))
	})
	slices.SortFunc(out.Questions, func(a, b model.Question) int {
		return cmp.Or(cmp.Compare(sortable(byID[b.Event]), sortable(byID[a.Event])), cmp.Compare(a.No, b.No), compareIDs(a.ID, b.ID))
	})
	if len(out.Visits) > 0 {
		g := out.Visits[0].Guest
		out.Name = cmp.Or(g.Institution, g.Village)
	}
	return out, err
}

// cameFor are the guests that events' lists have of an institution. The index has the events; their chunks are looked through
// for its name.
func (s *Store) cameFor(tx *bolt.Tx, id model.ID, place string, events map[model.ID]model.Event) (out []model.Visit, err error) {
	err = eachOf(tx, id, model.KindGuest, func(event, _ model.ID) error {
		e, ok := events[event]
		if !ok {
			return nil
		}
		return s.codec.guestsOf(tx, event, place, func(g model.Guest) error {
			seat, err := s.codec.read(tx, model.SeatKey(event, model.ID{}, g.ID))
			out = append(out, model.Visit{Person: s.PersonOfGuest(g), Event: e, Guest: g, Seat: model.SeatOf(seat)})
			return err
		})
	})
	return out, err
}

// guestsOf calls f with the guests of an event that come from an institution. What the door searches of a guest holds all words
// of it, so most are passed over without being taken apart.
func (c codec) guestsOf(tx *bolt.Tx, event model.ID, place string, f func(model.Guest) error) error {
	words := name.PlaceWords(place)
	return c.each(tx, bucketGuest, event[:], func(_, body []byte) error {
		for _, w := range words {
			if !bytes.Contains(body, []byte(w)) {
				return nil
			}
		}
		rs, err := rows(string(body))
		if err != nil {
			return err
		}
		for _, r := range rs {
			if !holdsAll(r.terms, words) {
				continue
			}
			g, err := c.guest(event, r)
			if err == nil && !g.Removed && placeOf(g) == place {
				err = f(g)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func holdsAll(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// askedBy are the questions that were asked for an institution.
func (s *Store) askedBy(tx *bolt.Tx, id model.ID, place string, events map[model.ID]model.Event) (out []model.Question, err error) {
	err = eachOf(tx, id, model.KindQuestion, func(event, id model.ID) error {
		r, err := s.codec.read(tx, model.QuestionKey(event, id))
		if err != nil {
			return err
		}
		if q := model.QuestionOf(r); !q.Removed && placeName(q.From) == place && !events[event].ID.IsZero() {
			out = append(out, q)
		}
		return nil
	})
	return out, err
}

// promisedTo are the actions that were promised to an institution, without their notes, the earliest due in front.
func (s *Store) promisedTo(tx *bolt.Tx, id model.ID, place string) (out []model.Action, err error) {
	err = eachOf(tx, id, model.KindAction, func(event, id model.ID) error {
		key := join(event, id)
		body, err := s.codec.unwrap(bucketBoard, key, tx.Bucket([]byte(bucketBoard)).Get(key))
		if err != nil {
			return err
		}
		x, err := board.Row{Event: event, ID: id, Body: string(body)}.Item()
		if err == nil && !x.Removed && placeName(x.From) == place {
			out = append(out, x.Action)
		}
		return err
	})
	sortByDue(out)
	return out, err
}

// sortByDue puts what is open before what is not, the earliest due in front, and what has no date behind.
func sortByDue(actions []model.Action) {
	rank := func(a model.Action) string {
		if !a.Status.Open() {
			return "z" + a.Due
		}
		return cmp.Or(a.Due, "a")
	}
	slices.SortFunc(actions, func(a, b model.Action) int {
		return cmp.Or(strings.Compare(rank(a), rank(b)), compareIDs(a.Event, b.Event), cmp.Compare(a.No, b.No), compareIDs(a.ID, b.ID))
	})
}

// OpenPromises are the open actions, of whatever event, that were promised to the institutions on an event's list, without their
// notes, the earliest due in front.
func (s *Store) OpenPromises(_ context.Context, event model.ID) (out []model.Action, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		places := make(map[string]bool)
		err := s.codec.eachGuest(tx, event, func(g model.Guest, _ string) error {
			if place := placeOf(g); place != "" && !g.Removed {
				places[place] = true
			}
			return nil
		})
		if err != nil {
			return err
		}
		for place := range places {
			promised, err := s.promisedTo(tx, institutionID(string(s.officeKey()), place), place)
			if err != nil {
				return err
			}
			for _, a := range promised {
				if a.Status.Open() {
					out = append(out, a)
				}
			}
		}
		return nil
	})
	sortByDue(out)
	return out, err
}

// AskedBy are the questions that were asked by any of these visits' guests, and the actions that were promised to them, without
// notes: a person's part of what [Store.Dealings] tells of an institution.
func (s *Store) AskedBy(_ context.Context, visits []model.Visit) (questions []model.Question, actions []model.Action, err error) {
	guests := make(map[model.Key]bool)
	var events []model.ID
	for _, v := range visits {
		guests[model.GuestKey(v.Event.ID, v.Guest.ID)] = true
		if !slices.Contains(events, v.Event.ID) {
			events = append(events, v.Event.ID)
		}
	}
	err = s.view(func(tx *bolt.Tx) error {
		for _, event := range events {
			records, err := s.codec.live(tx, model.KindQuestion, event)
			if err != nil {
				return err
			}
			for _, r := range records {
				if q := model.QuestionOf(r); !q.Guest.IsZero() && guests[model.GuestKey(event, q.Guest)] {
					questions = append(questions, q)
				}
			}
			err = s.codec.each(tx, bucketBoard, event[:], func(k, body []byte) error {
				x, err := board.Row{Event: event, ID: idAt(k, 16), Body: string(body)}.Item()
				if err == nil && !x.Removed && !x.Guest.IsZero() && guests[model.GuestKey(event, x.Guest)] {
					actions = append(actions, x.Action)
				}
				return err
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	sortByDue(actions)
	return questions, actions, err
}

// Institutions is the directory of villages and agencies: all from which somebody stands on an event's list, or to which
// something was promised, by name.
func (s *Store) Institutions(ctx context.Context) ([]model.Institution, error) {
	events, err := s.Events(ctx)
	if err != nil {
		return nil, err
	}
	found := make(map[string]*model.Institution)
	spelled := make(map[string]string)
	of := func(called string) *model.Institution {
		place, ok := spelled[called]
		if !ok {
			place = placeName(called)
			spelled[called] = place
		}
		if place == "" {
			return nil
		}
		x := found[place]
		if x == nil {
			x = &model.Institution{ID: institutionID(string(s.officeKey()), place), Name: called}
			found[place] = x
		}
		return x
	}
	err = s.view(func(tx *bolt.Tx) error {
		// Events come latest first: what an institution is called is what the latest list says.
		for _, e := range events {
			if err := s.gatherInstitutions(tx, e.ID, of); err != nil {
				return err
			}
		}
		return s.codec.each(tx, bucketBoard, nil, func(k, body []byte) error {
			x, err := board.Row{Event: idAt(k, 0), ID: idAt(k, 16), Body: string(body)}.Item()
			if err != nil || x.Removed {
				return err
			}
			if i := of(x.From); i != nil && x.Status.Open() {
				i.Open++
			}
			return nil
		})
	})
	out := make([]model.Institution, 0, len(found))
	for _, place := range slices.Sorted(maps.Keys(found)) {
		out = append(out, *found[place])
	}
	return out, err
}

func (s *Store) gatherInstitutions(tx *bolt.Tx, event model.ID, of func(string) *model.Institution) error {
	seen := make(map[*model.Institution]bool)
	return s.codec.eachGuest(tx, event, func(g model.Guest, _ string) error {
		if g.Removed {
			return nil
		}
		if x := of(cmp.Or(g.Institution, g.Village)); x != nil && !seen[x] {
			seen[x] = true
			x.Events++
		}
		return nil
	})
}

package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"hadir/model"
	"hadir/model/ident"
)

// ErrUnfinished says that something was purged for the history, and still stands in the file and beside it. It goes with the next
// purge, of whatever, and until then with every start it is said.
var ErrUnfinished = errors.New("purged, and not yet taken out of the file")

// PurgeOrder says what is to be purged.
type PurgeOrder struct {
	Events []model.ID // none: only what an earlier purge has left in the file
	Level  model.Level
	Act    model.Act // who does it, and when
}

// Purged is what a purge has done.
type Purged struct {
	model.Purging
	Swept
}

// Purge takes personal data of events out of the database at path, out of its history and of everything beside it, for good; see
// [model.Redact] for what goes. First the purge is written down as a change of each event, so that it is known who did it, and
// that what comes in later is cut, too; then the file is written anew without what went. A power cut between the two is told at
// the next start, and the error then is [ErrUnfinished]. Nobody else can have the database open.
func Purge(ctx context.Context, path string, o Options, order PurgeOrder) (out Purged, err error) {
	s, err := Open(path, o)
	if err != nil {
		return out, err
	}
	held := s.codec
	due := false
	if s.readOnly {
		err = model.ErrReadOnly
	} else {
		out.Purging, due, err = s.purge(ctx, order)
	}
	if err = errors.Join(err, s.Close()); err != nil || !due {
		return out, err
	}
	o.held = held
	out.Swept, err = rewrite(ctx, path, o, func(s *Store, _ *bolt.Tx) (codec, transform, error) { return s.codec, keepAll, nil })
	out.Copies = out.Logs + out.Snapshots + len(out.Kept)
	if err != nil {
		err = fmt.Errorf("%w: %w", ErrUnfinished, err)
	}
	return out, err
}

// HeldBefore are the events that were held before a day, ISO 8601, the removed ones among them: what was written of their guests is
// there all the same. An event of which nobody knows the day is none of them.
func (s *Store) HeldBefore(_ context.Context, day string) (out []model.Event, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		return s.codec.eachRecord(tx, model.KindEvent, nil, func(r model.Record) error {
			if e := model.EventOf(r); e.Date != "" && e.Date < day {
				out = append(out, e)
			}
			return nil
		})
	})
	slices.SortFunc(out, func(a, b model.Event) int { return cmp.Or(cmp.Compare(a.Date, b.Date), compareIDs(a.ID, b.ID)) })
	return out, err
}

// purge writes the purge down and removes drafts; due: there is something to be taken out of the file.
func (s *Store) purge(ctx context.Context, order PurgeOrder) (out model.Purging, due bool, err error) {
	p, err := s.planPurge(ctx, order.Events, order.Level)
	if err != nil {
		return out, false, err
	}
	var changes []model.Change
	for _, k := range p.keys {
		changes = append(changes, order.Act.Change(k, model.AddPurged(p.levels[k])))
	}
	if err := s.Apply(ctx, changes); err != nil {
		return out, false, err
	}
	// They go first: once the file is written anew, nothing says any more that something is due.
	for _, draft := range p.drafts {
		if err := wipe(s.disk, draft); err != nil {
			return p.Purging, false, fmt.Errorf("%w: %w", ErrUnfinished, classify(err))
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return p.Purging, s.state.Purge, nil
}

// Purging is what a purge of events to a level would take out, as things stand.
func (s *Store) Purging(ctx context.Context, events []model.ID, l model.Level) (model.Purging, error) {
	p, err := s.planPurge(ctx, events, l)
	return p.Purging, err
}

// purgePlan is what a purge is to do.
type purgePlan struct {
	model.Purging
	levels  map[model.Key]model.Level // to which each record is purged, of events and of what belongs to none
	keys    []model.Key               // of those that are not purged to that level yet
	drafts  []string                  // files
	numbers map[string]bool           // all that stand in the events, or ever stood there
}

// planPurge counts what goes. What an earlier purge has left in the file goes with it.
func (s *Store) planPurge(ctx context.Context, events []model.ID, l model.Level) (p purgePlan, err error) {
	p = purgePlan{levels: make(map[model.Key]model.Level), numbers: make(map[string]bool)}
	p.Level = l
	for _, event := range events {
		p.levels[model.EventKey(event)] = l
	}
	s.mu.Lock()
	due := s.state.Purge
	s.mu.Unlock()
	err = s.view(func(tx *bolt.Tx) error {
		if p.Due = due; due {
			if err := s.addDue(tx, &p); err != nil {
				return err
			}
		}
		for k := range p.levels {
			if err := s.countPurge(ctx, tx, k, &p); err != nil {
				return err
			}
		}
		return s.countLoose(ctx, tx, &p)
	})
	if err == nil {
		err = s.draftsOf(&p)
	}
	return p, err
}

// addDue adds the events that were purged before.
func (s *Store) addDue(tx *bolt.Tx, p *purgePlan) error {
	return s.codec.eachRecord(tx, model.KindEvent, nil, func(r model.Record) error {
		if l := model.LevelOf(r); l > model.Whole {
			p.levels[r.Key] = max(p.levels[r.Key], l)
		}
		return nil
	})
}

// countPurge counts what goes of one event.
func (s *Store) countPurge(ctx context.Context, tx *bolt.Tx, k model.Key, p *purgePlan) error {
	r, err := s.codec.read(tx, k)
	if err != nil {
		return err
	}
	if r.IsNew() {
		return fmt.Errorf("event %s: %w", k.ID, model.ErrNotFound)
	}
	level := p.levels[k]
	if model.LevelOf(r) < level {
		p.keys, p.Events = append(p.keys, k), append(p.Events, k.ID)
	}
	if err := s.countRecords(tx, k.ID, level, p); err != nil {
		return err
	}
	return s.codec.eachChange(tx, k.ID, func(trailEntry) bool { return true }, func(c model.Change, _ []byte) error {
		p.countChange(c, level)
		for _, n := range numbersOf(c) {
			p.numbers[n] = true
		}
		return ctx.Err()
	})
}

func (p *purgePlan) countChange(c model.Change, l model.Level) {
	if out := model.Redact(c, l); len(c.Sets) > 0 && &out.Sets[0] != &c.Sets[0] {
		p.Changes++
	}
}

func numbersOf(c model.Change) []string {
	r := model.Record{Key: c.Key}
	r.Fold(c)
	return model.NumbersIn(r)
}

func (s *Store) countRecords(tx *bolt.Tx, event model.ID, l model.Level, p *purgePlan) error {
	count := func(r model.Record) error {
		_, gone := model.RedactRecord(r, l)
		p.Numbers, p.Names = p.Numbers+gone.Numbers, p.Names+gone.Names
		if gone.Any() && r.Key.Kind == model.KindGuest {
			p.Guests++
		}
		return nil
	}
	for _, bucket := range buckets() {
		kind := kindIn(bucket)
		if kind == 0 || kind == model.KindGuest {
			continue
		}
		if err := s.codec.eachRecord(tx, kind, event[:], count); err != nil {
			return err
		}
	}
	return s.codec.each(tx, bucketGuest, event[:], func(_, body []byte) error {
		rs, err := rows(string(body))
		if err != nil {
			return err
		}
		for _, row := range rs {
			r, err := s.codec.guestRecord(event, row)
			if err != nil {
				return err
			}
			if err := count(r); err != nil {
				return err
			}
		}
		return nil
	})
}

// kindIn is the kind of the records of an event that stand in a bucket; 0 for a bucket of something else.
func kindIn(bucket string) model.Kind {
	for _, k := range []model.Kind{
		model.KindEvent, model.KindSession, model.KindSeat, model.KindRole, model.KindAgenda, model.KindQuestion, model.KindAction,
		model.KindEvidence,
	} {
		if recordBucket(k) == bucket {
			return k
		}
	}
	return 0
}

// countLoose finds the records that belong to no event and hold one of the numbers, or once did.
func (s *Store) countLoose(ctx context.Context, tx *bolt.Tx, p *purgePlan) error {
	of := make(map[model.Key][]model.Change)
	kinds := loose()
	err := s.codec.eachChange(tx, model.ID{}, func(t trailEntry) bool { return slices.Contains(kinds, t.kind) }, func(c model.Change, _ []byte) error {
		of[c.Key] = append(of[c.Key], c)
		if slices.ContainsFunc(numbersOf(c), func(n string) bool { return p.numbers[n] }) {
			p.levels[c.Key] = model.NoNumbers
		}
		return ctx.Err()
	})
	if err != nil {
		return err
	}
	for k, changes := range of {
		r, err := s.codec.read(tx, k)
		if err != nil {
			return err
		}
		if p.levels[k] == model.Whole || model.LevelOf(r) > model.Whole {
			continue
		}
		p.keys = append(p.keys, k)
		_, gone := model.RedactRecord(r, model.NoNumbers)
		p.Numbers += gone.Numbers
		if k.Kind == model.KindSaved {
			p.Searches++
		}
		for _, c := range changes {
			p.countChange(c, model.NoNumbers)
		}
	}
	return nil
}

// draftsOf finds the drafts of the events, and those that hold one of the numbers. All that was ever typed into a draft is in its
// file, so the file goes.
func (s *Store) draftsOf(p *purgePlan) error {
	entries, err := os.ReadDir(s.draftFolder())
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("drafts: %w", classify(err))
	}
	for _, e := range entries {
		path := filepath.Join(s.draftFolder(), e.Name())
		if !strings.HasSuffix(e.Name(), draftSuffix) || !e.Type().IsRegular() {
			continue
		}
		d, whole, err := s.readDraft(path)
		if err != nil {
			return err
		}
		if whole && (p.levels[model.EventKey(d.Event)] > model.Whole || p.holds(d.Fields)) {
			p.Drafts++
			p.drafts = append(p.drafts, path)
		}
	}
	return nil
}

func (p *purgePlan) holds(fields map[string]string) bool {
	for _, words := range fields {
		if slices.ContainsFunc(ident.Numbers(words), func(n string) bool { return p.numbers[n] }) {
			return true
		}
	}
	return false
}

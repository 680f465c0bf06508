package screen

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
)

// undone is what an undo took back.
type undone struct {
	door  *Door
	done  []model.Change // of the act that was taken back; empty: there was none
	guest model.Guest    // whom the act was about, as the record now is
	seat  model.Seat     // and the seat
	kept  int            // registers left alone, because somebody has written them since
	err   error
}

// undo takes back the last act of this event at this desk that was not undone. Which one that is, is found out when its turn
// to be written comes: a check-in whose key was pressed just before is on disk by then. The storage remembers acts, not
// this screen, so it works after a restart too.
func (d *Door) undo() tea.Cmd {
	if d.hall == nil {
		return say(kit.Plain, "door.reading")
	}
	out := undone{door: d}
	act, store, event, session := d.env.Act(model.VerbUndo), d.env.Store, d.event, d.session
	return d.put(kit.Write{
		Do: func(ctx context.Context) (err error) {
			if out.done, err = store.LastAct(ctx, event, act.Desk); err != nil || len(out.done) == 0 {
				return err
			}
			if out.kept, err = takeBack(ctx, store, act, out.done); err != nil {
				return err
			}
			return out.look(ctx, store, session)
		},
		Done: func(err error) tea.Msg {
			out.err = err
			return out
		},
	})
}

// takeBack writes what undoes an act.
func takeBack(ctx context.Context, store Store, act model.Act, done []model.Change) (kept int, err error) {
	changes, kept, err := store.Undo(ctx, act, done)
	if err != nil {
		return 0, err
	}
	return kept, store.Apply(ctx, changes)
}

// look reads how the guest of the act now stands.
func (u *undone) look(ctx context.Context, store Store, session model.ID) error {
	key := u.done[0].Key
	for _, c := range u.done {
		if c.Key.Kind == model.KindSeat {
			key, session = c.Key, c.Key.Session
		}
	}
	g, err := store.Record(ctx, model.GuestKey(key.Event, key.ID))
	if err != nil {
		return err
	}
	s, err := store.Record(ctx, model.SeatKey(key.Event, session, key.ID))
	if err != nil {
		return err
	}
	u.guest, u.seat = model.GuestOf(g), model.SeatOf(s)
	return nil
}

// undid says what was taken back, by name.
func (d *Door) undid(u undone) tea.Cmd {
	if u.door != d {
		return nil
	}
	switch {
	case u.err != nil:
		return say(kit.Bad, "door.undo-unsaved", "why", Failure(u.err))
	case len(u.done) == 0:
		return say(kit.Plain, "door.undo-none")
	}
	d.last = model.ID{}
	if u.kept > 0 {
		return tea.Sequence(d.undoneWords(u), say(kit.Warn, "door.undo-kept", "n", u.kept, "who", d.env.named(u.guest)))
	}
	return d.undoneWords(u)
}

func (d *Door) undoneWords(u undone) tea.Cmd {
	args := []any{
		"who", d.env.named(u.guest), "time", d.env.Clock(d.about, u.done[0].When()), "state", stateWords(u.seat.State),
	}
	switch u.done[0].Verb {
	case model.VerbPresent:
		return say(kit.Good, "door.undo-present", args...)
	case model.VerbRepresent:
		return say(kit.Good, "door.undo-represent", args...)
	case model.VerbExcuse, model.VerbAbsent, model.VerbExpect:
		return say(kit.Good, "door.undo-state", args...)
	case model.VerbCorrect:
		return say(kit.Good, "door.undo-correct", args...)
	case model.VerbWalkIn:
		if n := newGuests(u.done); n != 1 {
			return say(kit.Good, "door.undo-walk-ins", append(args, "n", n)...)
		}
		return say(kit.Good, "door.undo-walk-in", args...)
	}
	return takenBack{event: d.about, done: u.done}.tell(d.env)
}

// newGuests counts the guests whom an act put on the list.
func newGuests(done []model.Change) (n int) {
	for _, c := range done {
		if c.Key.Kind == model.KindGuest {
			n++
		}
	}
	return n
}

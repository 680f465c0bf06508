package screen

import (
	"cmp"
	"context"
	"errors"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/date"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// Env is what all screens of one desk share.
type Env struct {
	kit.Look
	Store  Store
	Outbox *kit.Outbox
	Now    func() time.Time
	Rand   io.Reader
	Me     model.Settings // read anew whenever settings are committed

	Officer, Desk string // from the command line: they go before the settings
	Second        string // the folder for second copies, from the environment: it goes before the settings' too
	Noticed       int    // how many of the storage's notices were told

	// HeadStart is how long a search waits, so that the letter that asked for it is on the screen first: both need a processor, and
	// nobody sees results come a frame later.
	HeadStart time.Duration
	// Purge takes personal data of events out of the database, for good, once nobody has it open: see [Again].
	Purge func(ctx context.Context, events []model.ID, l model.Level) (model.Purging, error)
	// Reveal shows a folder with the system's own program, without waiting for it; nil where there is none.
	Reveal func(folder string) error
	// Seal changes the seal of the closed database; nil where there is nobody who does.
	Seal Sealer
}

// writer is the one way in which a screen writes.
type writer interface {
	Apply(ctx context.Context, changes []model.Change) error
}

// officer is who does what is done now.
func (e *Env) officer() string {
	if e.Officer != "" {
		return e.Officer
	}
	return e.Me.Officer
}

// DeskName is where it is done, as it is stored; empty for a desk that nobody has named.
func (e *Env) DeskName() string { return cmp.Or(e.Desk, e.Me.Desk) }

// DeskWords is what a desk is called on the screen, by its stored name: one without a name is the first.
func (e *Env) DeskWords(stored string) string { return cmp.Or(stored, e.Say("desk.first")) }

// Act begins an act: what one key does, at this moment, at this desk.
func (e *Env) Act(verb model.Verb) model.Act {
	return model.Act{ID: e.ID(), Officer: e.officer(), Desk: e.DeskName(), Wall: e.Now(), Verb: verb}
}

// ID draws an identity. The system's source of randomness does not fail; where it did, the program would end.
func (e *Env) ID() model.ID {
	id, err := model.NewID(e.Rand)
	if err != nil {
		panic(err)
	}
	return id
}

// Write puts changes on their way to the disk, in the order of the keys, and sends what done makes of the result.
func (e *Env) Write(changes []model.Change, done func(error) tea.Msg) tea.Cmd {
	return e.Outbox.Put(kit.Write{
		Do:   func(ctx context.Context) error { return e.Store.Apply(ctx, changes) },
		Done: done,
	})
}

// Zone is the office's zone where an event has none of its own.
func (e *Env) Zone(event model.Event) date.Zone {
	for _, s := range []string{event.Zone, e.Me.Zone} {
		if z, ok := date.ParseZone(s); ok && z != date.ZoneUnset {
			return z
		}
	}
	return date.WIB
}

// Clock is a moment as people at the event read it: 08.52.
func (e *Env) Clock(event model.Event, t time.Time) string {
	return t.In(e.Zone(event).Location()).Format("15.04")
}

// Today is the day that the office has now.
func (e *Env) Today() date.Date {
	return date.Of(e.Now().In(e.Zone(model.Event{}).Location()))
}

// Failure puts an error of the storage in words: what happened, and what to do.
func Failure(err error) lang.Phrase {
	switch {
	case errors.Is(err, model.ErrNoSpace):
		return lang.Of("failure.space")
	case errors.Is(err, model.ErrReadOnly):
		return lang.Of("failure.readonly")
	case errors.Is(err, model.ErrDamaged):
		return lang.Of("failure.damaged")
	case errors.Is(err, model.ErrClosed):
		return lang.Of("failure.closed")
	case errors.Is(err, model.ErrNotFound):
		return lang.Of("failure.missing")
	case errors.Is(err, model.ErrStorage):
		return lang.Of("failure.storage")
	}
	return lang.Of("failure.other", "error", err)
}

// unread is the command for a read that failed.
func unread(err error) tea.Cmd {
	return say(kit.Bad, "failure.read", "why", Failure(err))
}

// Moment is the day and time in the corner of every screen: Sel, 21 Nov 2023 08.41.
func (e *Env) Moment() string {
	now := e.Now().In(e.Zone(model.Event{}).Location())
	d := date.Of(now)
	return date.WeekdayShort(d.Weekday(), e.dates()) + ", " + d.Short(e.dates()) + " " + now.Format("15.04")
}

// dates is the language in which days and months are named.
func (e *Env) dates() date.Lang { return date.Lang(e.Code()) }

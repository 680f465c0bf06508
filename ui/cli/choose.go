package cli

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"hadir/model"
	"hadir/model/hall"
	"hadir/model/name"
)

// latest names the event that was made last.
const latest = "latest"

// event finds the event that an argument means: its ID, a beginning of it that no other event's has, or "latest".
func (d *desk) event(ctx context.Context, arg string) (model.Event, error) {
	events, err := d.store.Events(ctx)
	if err != nil {
		return model.Event{}, err
	}
	if arg == latest {
		return d.latest(ctx, events)
	}
	prefix := strings.ToLower(strings.TrimSpace(arg))
	var found []model.Event
	for _, e := range events {
		if prefix != "" && strings.HasPrefix(e.ID.String(), prefix) {
			found = append(found, e)
		}
	}
	switch len(found) {
	case 0:
		return model.Event{}, fail(exitNone, "cli.no-event", "word", arg)
	case 1:
		return found[0], nil
	}
	return model.Event{}, fail(exitAmbiguous, "cli.many-events", "word", arg, "n", len(found)).among(d.eventRows(found))
}

// latest is the event that was made last, whatever its date: what a script has just added, and what an office prepared last.
func (d *desk) latest(ctx context.Context, events []model.Event) (last model.Event, err error) {
	var made model.Stamp
	for _, e := range events {
		r, err := d.store.Record(ctx, model.EventKey(e.ID))
		if err != nil {
			return last, err
		}
		if s := born(r); s.Compare(made) > 0 {
			last, made = e, s
		}
	}
	if last.ID.IsZero() {
		return last, fail(exitNone, "cli.no-events")
	}
	return last, nil
}

// born is the stamp of the first write to a record.
func born(r model.Record) model.Stamp {
	var first model.Stamp
	note := func(s model.Stamp) {
		if first.IsZero() || s.Compare(first) < 0 {
			first = s
		}
	}
	for _, f := range r.Fields {
		for _, v := range f.Writes {
			note(v.Stamp)
		}
		for _, s := range f.Covered {
			note(s)
		}
	}
	return first
}

// session is the nth session of an event, from 1.
func (d *desk) session(ctx context.Context, e model.Event, n int) (model.Session, error) {
	sessions, err := d.store.Sessions(ctx, e.ID)
	if err != nil {
		return model.Session{}, err
	}
	if n < 1 || n > len(sessions) {
		return model.Session{}, fail(exitNone, "cli.no-session", "n", n, "all", len(sessions))
	}
	return sessions[n-1], nil
}

// guest finds the guest whom words mean, as the door finds him: one whom they name in whole wins over longer names, and a near
// miss counts only when nothing matches and it is the only one. A guest's ID, and a card's code behind "~" as a scanner types
// it, mean him and nobody else.
func (d *desk) guest(h *hall.Hall, args []string) (*model.Guest, error) {
	words := strings.TrimSpace(strings.Join(args, " "))
	if words == "" {
		return nil, fail(exitUsage, "cli.no-words")
	}
	found, near := named(h, words)
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) > 1:
		return nil, fail(exitAmbiguous, "cli.many-guests", "words", words, "n", len(found)).among(d.candidates(found))
	case len(near) > 1:
		return nil, fail(exitNone, "cli.only-near", "words", words).among(d.candidates(near))
	}
	return nil, fail(exitNone, "cli.no-guest", "words", words)
}

// named gives the guests whom words mean, or else those who are merely near.
func named(h *hall.Hall, words string) (found, near []*model.Guest) {
	if id, err := model.ParseID(words); err == nil {
		if g := h.Guest(id); g != nil && !g.Removed {
			return []*model.Guest{g}, nil
		}
	}
	if code, ok := strings.CutPrefix(words, "~"); ok {
		return h.ByCode(code), nil
	}
	for _, m := range h.Find(words, max(1, h.Len())) {
		if m.Near {
			near = append(near, m.Guest)
		} else {
			found = append(found, m.Guest)
		}
	}
	switch {
	case len(found) > 1:
		return whole(found, words), nil
	case len(found) == 0 && len(near) == 1:
		return near, nil
	}
	return found, near
}

// whole narrows guests down to those whose whole name the words are, in the order of speech or else in any; where there
// are none, all of them stay.
func whole(guests []*model.Guest, words string) []*model.Guest {
	for _, fold := range []func(string) string{name.Fold, name.Key} {
		wanted := fold(words)
		same := slices.DeleteFunc(slices.Clone(guests), func(g *model.Guest) bool { return fold(g.Name) != wanted })
		if len(same) > 0 {
			return same
		}
	}
	return guests
}

// shownCandidates is how many of those who could be meant are listed.
const shownCandidates = 20

// candidates lists those who could be meant, and says how many more there are.
func (d *desk) candidates(guests []*model.Guest) [][]string {
	rows := guestRows(guests[:min(shownCandidates, len(guests))])
	if more := len(guests) - len(rows); more > 0 {
		rows = append(rows, []string{"  " + d.Say("cli.more", "n", more)})
	}
	return rows
}

// guestRows tells guests apart: number, ID, name, post and where from.
func guestRows(guests []*model.Guest) [][]string {
	rows := make([][]string, len(guests))
	for i, g := range guests {
		rows[i] = []string{"  " + number(g.Number()), g.ID.String(), cmp.Or(g.FullName(), "-"), g.Post, g.From()}
	}
	return rows
}

package screen

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/board"
)

// reload reads the board anew; an earlier reading that is still under way is dropped when it comes.
func (b *followUps) reload() tea.Cmd {
	b.number++
	b.under, b.since, b.stale = true, nil, false
	out := boardRead{of: b, number: b.number}
	store, today, event := b.env.Store, b.env.Today(), b.event
	return func() tea.Msg {
		ctx := context.Background()
		events, err := store.Events(ctx)
		if err != nil {
			out.err = err
			return out
		}
		for _, e := range events {
			if e.ID == event {
				out.about = e
			}
		}
		rows, err := store.Board(ctx)
		if err == nil {
			out.sample = sampled(events, rows)
			out.board, err = board.New(today, events, rows)
		}
		out.err = err
		return out
	}
}

// sampled reports whether there are follow-ups, and all are of sample events.
func sampled(events []model.Event, rows []board.Row) bool {
	samples := make(map[model.ID]bool)
	for _, e := range events {
		samples[e.ID] = e.Sample
	}
	return len(rows) > 0 && !slices.ContainsFunc(rows, func(r board.Row) bool { return !samples[r.Event] })
}

func (b *followUps) take(m boardRead) tea.Cmd {
	if m.of != b || m.number != b.number {
		return nil
	}
	since := b.since
	b.under, b.since = false, nil
	if m.err != nil {
		return unread(m.err)
	}
	b.board, b.about, b.sample = m.board, m.about, m.sample
	b.arrange()
	if !b.first.IsZero() {
		b.list.SelectID(string(b.first[:]))
		b.first = model.ID{}
	}
	var cmds []tea.Cmd
	for _, c := range since {
		cmds = append(cmds, b.heard(c))
	}
	return tea.Batch(cmds...)
}

// heard takes in what was committed. A follow-up is put in its place; where a name that rows show may have changed, they are
// read anew.
func (b *followUps) heard(c model.Commit) tea.Cmd {
	if b.under {
		b.since = append(b.since, c)
		return nil
	}
	changed, again := false, c.Bulk || b.board == nil
	for _, r := range c.Records {
		switch r.Key.Kind {
		case model.KindAction:
			changed = true
		case model.KindEvent, model.KindGuest, model.KindRole, model.KindPerson, model.KindQuestion:
			again = true
		}
	}
	switch {
	case (again || changed) && b.covered:
		b.stale = true
	case again || changed && b.board.Today != b.env.Today():
		return b.reload()
	case changed:
		return b.put(c)
	}
	return nil
}

// put takes in follow-ups as they are now. One that names other records is shown by their names, which are not in it.
func (b *followUps) put(c model.Commit) tea.Cmd {
	for _, r := range c.Records {
		if r.Key.Kind != model.KindAction {
			continue
		}
		a, named := model.ActionOf(r), renamed(c, r.Key)
		if named && (a.OwnerKey.Kind != 0 || !a.Question.IsZero() || !a.Guest.IsZero()) {
			return b.reload()
		}
		b.board.Put(a, named)
	}
	b.arrange()
	return nil
}

// renamed reports whether a commit changed whom or what a follow-up names.
func renamed(c model.Commit, k model.Key) bool {
	for _, x := range c.Changes {
		if x.Key != k {
			continue
		}
		for _, s := range x.Sets {
			switch s.Field {
			case model.ActionOwner, model.ActionOwnerKey, model.ActionFrom, model.ActionGuest, model.ActionAsker, model.ActionQuestion,
				model.Removed:
				return true
			}
		}
	}
	return false
}

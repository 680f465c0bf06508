package screen

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/hall"
)

// round is the readings of the hall: the number of the last one, and what was committed since it began. A commit that the
// reading saw already is folded again, which changes nothing that lasts.
type round struct {
	number int
	under  bool
	since  []model.Commit
}

// sitting is a session's attendance, and all sessions of its event, as they were read.
type sitting struct {
	hall     *hall.Hall
	sessions []model.Session
	items    []model.AgendaItem
	err      error
}

func readSitting(store Store, event, session model.ID) (s sitting) {
	ctx := context.Background()
	if s.sessions, s.err = store.Sessions(ctx, event); s.err != nil {
		return s
	}
	if s.items, s.err = store.Agenda(ctx, event); s.err == nil {
		s.hall, s.err = store.Hall(ctx, event, session)
	}
	return s
}

// hallRead is what came of the door's reading of that number.
type hallRead struct {
	sitting
	door    *Door
	number  int
	session model.ID
}

// read reads the session's attendance anew; an earlier reading that is still under way is dropped when it comes.
func (d *Door) read() tea.Cmd {
	d.reading = round{number: d.reading.number + 1, under: true}
	out := hallRead{door: d, number: d.reading.number, session: d.session}
	store, event, unsure, today := d.env.Store, d.event, d.unsure, d.env.Today()
	return func() tea.Msg {
		if unsure {
			s, err := currentSession(store, event, today)
			if err != nil {
				out.err = err
				return out
			}
			out.session = s.ID
		}
		out.sitting = readSitting(store, event, out.session)
		return out
	}
}

// open takes a reading over.
func (d *Door) open(m hallRead) tea.Cmd {
	if m.door != d || m.number != d.reading.number {
		return nil
	}
	since := d.reading.since
	d.reading.under, d.reading.since = false, nil
	if m.err != nil {
		return unread(m.err)
	}
	first := d.hall == nil
	d.session, d.unsure = m.session, false
	d.hall, d.about, d.sessions, d.items = m.hall, m.hall.Event, m.sessions, m.items
	for id, p := range d.pending {
		if p.written {
			delete(d.pending, id)
		}
	}
	d.found.arrange()
	if first {
		d.found.search(d.box.Value())
	}
	var cmds []tea.Cmd
	for _, c := range since {
		cmds = append(cmds, d.committed(c))
	}
	return tea.Batch(cmds...)
}

// committed shows what any desk has written.
func (d *Door) committed(c model.Commit) tea.Cmd {
	if d.reading.under {
		d.reading.since = append(d.reading.since, c)
	}
	if d.hall == nil {
		return nil
	}
	changed, stale := d.hall.Apply(c)
	for id, p := range d.pending {
		if slices.ContainsFunc(c.Changes, func(x model.Change) bool { return x.Act == p.act }) {
			delete(d.pending, id)
		}
	}
	if stale || slices.ContainsFunc(c.Records, d.isAround) {
		return d.read()
	}
	if changed {
		if slices.ContainsFunc(c.Records, func(r model.Record) bool { return r.Key.Kind == model.KindGuest }) {
			d.found.arrange()
		}
		d.about = d.hall.Event
		d.found.refresh()
		if d.found.idle() {
			d.found.pick(d.last)
		}
	}
	return nil
}

// isAround reports whether a record is of the event's sessions or agenda, which the door tells beside its own.
func (d *Door) isAround(r model.Record) bool {
	return (r.Key.Kind == model.KindSession || r.Key.Kind == model.KindAgenda) && r.Key.Event == d.event
}

package screen

import (
	"context"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/hall"
)

// roomReader reads an event's discussion.
type roomReader interface {
	memoryReader
	Roles(ctx context.Context, event model.ID) ([]model.Role, error)
	Agenda(ctx context.Context, event model.ID) ([]model.AgendaItem, error)
	Questions(ctx context.Context, event model.ID) ([]model.Question, error)
	Actions(ctx context.Context, event model.ID) ([]model.Action, error)
	NextNo(ctx context.Context, kind model.Kind, event model.ID) (int, error)
}

// podium is who may speak at an event: those who have a role in it, and the guests, of whom those present come first. It
// belongs to one screen.
type podium struct {
	event  model.Event
	roles  []model.Role
	agenda []model.AgendaItem
	hall   *hall.Hall // of the session that matters today
}

func readPodium(store Store, event model.ID, today date.Date) (p podium, err error) {
	ctx := context.Background()
	if p.event, err = store.Event(ctx, event); err != nil {
		return p, err
	}
	if p.roles, err = store.Roles(ctx, event); err != nil {
		return p, err
	}
	if p.agenda, err = store.Agenda(ctx, event); err != nil {
		return p, err
	}
	session, err := currentSession(store, event, today)
	if err != nil {
		return p, err
	}
	p.hall, err = store.Hall(ctx, event, session.ID)
	return p, err
}

// running is the agenda item that is running now.
func (p podium) running() (model.AgendaItem, bool) {
	for _, x := range p.agenda {
		if x.ID == p.event.Running {
			return x, true
		}
	}
	return model.AgendaItem{}, false
}

// discussion is an event's questions as they were read.
type discussion struct {
	event     model.Event
	running   string // title of the agenda item that is running now; empty: none is
	questions []model.Question
	guests    map[model.ID]model.Guest // who asked, as they stand on the list now
}

func readDiscussion(store Store, event model.ID) (d discussion, err error) {
	ctx := context.Background()
	if d.event, err = store.Event(ctx, event); err != nil {
		return d, err
	}
	if d.questions, err = store.Questions(ctx, event); err != nil {
		return d, err
	}
	if !d.event.Running.IsZero() {
		r, err := store.Record(ctx, model.AgendaItemKey(event, d.event.Running))
		if err != nil {
			return d, err
		}
		d.running = model.AgendaItemOf(r).Title
	}
	d.guests, err = readAskers(store, d.questions)
	return d, err
}

// readAskers reads the guests who asked, as they stand on the list now. One who was never on it is not among them.
func readAskers(store recordReader, questions []model.Question) (map[model.ID]model.Guest, error) {
	guests := make(map[model.ID]model.Guest)
	for _, q := range questions {
		if _, known := guests[q.Guest]; known || q.Guest.IsZero() {
			continue
		}
		r, err := store.Record(context.Background(), model.GuestKey(q.Event, q.Guest))
		if err != nil {
			return nil, err
		}
		if !r.IsNew() {
			guests[q.Guest] = model.GuestOf(r)
		}
	}
	return guests, nil
}

// owed counts the questions that somebody still waits for.
func (d discussion) owed() (open, written int) {
	for _, q := range d.questions {
		switch q.Status {
		case model.QuestionOpen:
			open++
		case model.QuestionWrittenOwed:
			written++
		}
	}
	return open, written
}

// matches are the guests whom words find, best first; for no words, those who came last.
func (p *podium) matches(typed string) []hall.Match {
	if typed != "" {
		return p.hall.Find(typed, suggested)
	}
	var out []hall.Match
	for _, id := range p.hall.Recent() {
		if g := p.hall.Guest(id); g != nil && !g.Removed {
			out = append(out, hall.Match{Guest: g, Seat: p.hall.Seat(id)})
		}
	}
	return out
}

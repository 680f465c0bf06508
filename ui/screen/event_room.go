package screen

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
)

// eventRoom is what an event's first page tells of its room: the agenda, what was asked and promised, and the files.
type eventRoom struct {
	agenda    agendaState
	questions []model.Question
	actions   []model.Action
	promises  []model.Action // open, to institutions whose people are on this event's list
	dossier   []model.DossierPoint
}

// eventRoomRead is the room as it was when reading number was made.
type eventRoomRead struct {
	page   *eventPage
	number int
	room   eventRoom
	err    error
}

// discussionReader reads what was asked and promised at an event.
type discussionReader interface {
	Questions(ctx context.Context, event model.ID) ([]model.Question, error)
	Actions(ctx context.Context, event model.ID) ([]model.Action, error)
	OpenPromises(ctx context.Context, event model.ID) ([]model.Action, error)
}

// readRoom reads the room anew: apart from the attendance, since a check-in changes nothing of it.
func (p *eventPage) readRoom() tea.Cmd {
	p.roomNumber++
	number, store, id := p.roomNumber, p.env.Store, p.id
	return func() tea.Msg {
		room, err := readEventRoom(context.Background(), store, id)
		return eventRoomRead{p, number, room, err}
	}
}

func readEventRoom(ctx context.Context, store Store, id model.ID) (out eventRoom, err error) {
	if out.agenda, err = readAgenda(ctx, store, id); err != nil {
		return out, err
	}
	if out.questions, err = store.Questions(ctx, id); err != nil {
		return out, err
	}
	if out.actions, err = store.Actions(ctx, id); err != nil {
		return out, err
	}
	files, err := readEvidence(ctx, store, id)
	if err != nil {
		return out, err
	}
	out.dossier = files.dossier
	out.promises, err = store.OpenPromises(ctx, id)
	return out, err
}

func (p *eventPage) takeRoom(m eventRoomRead) tea.Cmd {
	if m.page != p || m.number != p.roomNumber {
		return nil
	}
	if m.err != nil {
		return unread(m.err)
	}
	p.room = &m.room
	return nil
}

// heardRoom reads the room anew when something of it was committed, and waits with it while another screen is in front.
func (p *eventPage) heardRoom(c model.Commit) tea.Cmd {
	switch {
	case !p.touchesRoom(c):
		return nil
	case p.covered:
		p.roomStale = true
		return nil
	}
	return p.readRoom()
}

// touchesRoom reports whether a commit may have changed what the page tells of the room.
func (p *eventPage) touchesRoom(c model.Commit) bool {
	return c.Bulk || concerns(c, p.id, model.KindAgenda, model.KindRole, model.KindQuestion, model.KindAction,
		model.KindEvidence, model.KindEvent)
}

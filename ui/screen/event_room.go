package screen

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/name"
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
	out.promises, err = openPromises(ctx, store, id, out.actions)
	return out, err
}

// openPromises are those of the actions that are still to be done for institutions whose people are on the event's list.
func openPromises(ctx context.Context, store hallReader, event model.ID, actions []model.Action) (out []model.Action, err error) {
	owed := func(a model.Action) bool { return a.Status.Open() && a.From != "" }
	if !slices.ContainsFunc(actions, owed) {
		return nil, nil
	}
	h, err := store.Hall(ctx, event, model.ID{})
	if err != nil {
		return nil, err
	}
	here := make(map[string]bool)
	for i := range h.Len() {
		if g := h.At(i); !g.Removed {
			here[name.FoldText(g.Institution)], here[name.FoldText(g.Village)] = true, true
		}
	}
	delete(here, "")
	for _, a := range actions {
		if owed(a) && here[name.FoldText(a.From)] {
			out = append(out, a)
		}
	}
	return out, nil
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

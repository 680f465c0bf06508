package screen

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/hall"
	"hadir/model/name"
	"hadir/ui/kit"
	"hadir/ui/lang"
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
	h, err := store.Hall(ctx, id, model.ID{})
	if err != nil {
		return out, err
	}
	out.promises, err = openPromises(ctx, store, h)
	return out, err
}

// openPromises are the actions that are still to be done for institutions whose people are on the list: those of this event.
func openPromises(ctx context.Context, store discussionReader, h *hall.Hall) (out []model.Action, err error) {
	all, err := store.Actions(ctx, h.Event.ID)
	if err != nil {
		return nil, err
	}
	here := make(map[string]bool)
	for i := range h.Len() {
		if g := h.At(i); !g.Removed {
			here[name.FoldText(g.Institution)], here[name.FoldText(g.Village)] = true, true
		}
	}
	for _, a := range all {
		if from := name.FoldText(a.From); a.Status.Open() && from != "" && here[from] {
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

// eventLabel is room for the label before a line of the room, and the space around it.
const eventLabel = 17

// roomLines tell the room, a line each: what is running, what was asked, what was promised, what is filed.
func (p *eventPage) roomLines(w int, tall bool) []string {
	if p.room == nil {
		return nil
	}
	today := p.env.Today().String()
	rows := [][2]string{{p.env.Say("event.room-agenda"), p.agendaWords()}}
	asked, promised := p.questionWords(), p.actionWords(p.room.actions, today)
	if both := p.env.Say("event.room-both", "asked", asked, "promised", promised); kit.Width(both) < w-eventLabel {
		rows = append(rows, [2]string{p.env.Say("event.room-questions"), both})
	} else {
		rows = append(rows, [2]string{p.env.Say("event.room-questions"), asked}, [2]string{p.env.Say("event.room-actions"), promised})
	}
	if n := len(p.room.promises); n > 0 {
		rows = append(rows, [2]string{p.env.Say("event.room-promises"), p.promiseWords(today)})
	}
	if tall {
		rows = append(rows, [2]string{p.env.Say("event.room-closing"), p.closingWords()})
	} else {
		rows = append(rows, [2]string{p.env.Say("event.room-files"), p.env.dossierLine(p.room.dossier)})
	}
	wide := 0
	for _, r := range rows {
		wide = max(wide, kit.Width(r[0]))
	}
	var lines []string
	for _, r := range rows {
		for i, line := range p.env.Wrap(r[1], max(1, w-3-wide)) {
			label := ""
			if i == 0 {
				label = r[0]
			}
			lines = append(lines, p.env.Muted.Render(p.env.Cell(label, wide))+"  "+line)
		}
	}
	if tall {
		lines = append(lines, p.env.dossierLines(p.room.dossier, w)...)
	}
	return append(lines, "")
}

// agendaWords say how many items there are, and which one is running.
func (p *eventPage) agendaWords() string {
	s := p.room.agenda
	for _, x := range s.items {
		if x.ID == s.event.Running {
			if who := s.speaker(x); who != "" {
				return p.env.Say("event.room-running-by", "n", len(s.items), "title", x.Title, "who", who)
			}
			return p.env.Say("event.room-running", "n", len(s.items), "title", x.Title)
		}
	}
	if len(s.items)+len(s.roles) == 0 {
		return p.env.Say("event.room-no-agenda")
	}
	return p.env.Say("event.room-items", "n", len(s.items), "people", countPeople(s.roles))
}

// countPeople is how many people hold roles: who holds three is one.
func countPeople(all []model.Role) int {
	people := make(map[model.ID]bool)
	for _, r := range all {
		people[r.Person] = true
	}
	return len(people)
}

// questionWords count the questions by status.
func (p *eventPage) questionWords() string {
	return p.env.tallyWords(len(p.room.questions), "event.room-no-questions", func(yield func(string, int)) {
		for _, s := range model.QuestionStatuses() {
			n := 0
			for _, q := range p.room.questions {
				if q.Status == s {
					n++
				}
			}
			yield(p.env.Say(lang.Key("event.question."+strings.ReplaceAll(string(s), "_", "-"))), n)
		}
	})
}

// actionWords count actions: open ones, late ones, done ones.
func (p *eventPage) actionWords(all []model.Action, today string) string {
	return p.env.tallyWords(len(all), "event.room-no-actions", func(yield func(string, int)) {
		open, late, done := 0, 0, 0
		for _, a := range all {
			switch {
			case a.Late(today):
				late++
				open++
			case a.Status.Open():
				open++
			case a.Status == model.ActionDone:
				done++
			}
		}
		yield(p.env.Say("event.action.open"), open)
		yield(p.env.Say("event.action.late"), late)
		yield(p.env.Say("event.action.done"), done)
	})
}

// tallyWords tell a number and what it is made of; parts that are none are left out.
func (e *Env) tallyWords(all int, none lang.Key, parts func(yield func(string, int))) string {
	if all == 0 {
		return e.Say(none)
	}
	var words []string
	parts(func(what string, n int) {
		if n > 0 {
			words = append(words, e.Number(n)+" "+what)
		}
	})
	return e.Number(all) + ": " + strings.Join(words, ", ")
}

// promiseWords tell to whom something is still owed.
func (p *eventPage) promiseWords(today string) string {
	var to []string
	late := 0
	for _, a := range p.room.promises {
		if !slices.Contains(to, a.From) {
			to = append(to, a.From)
		}
		if a.Late(today) {
			late++
		}
	}
	return p.env.Say("event.room-promised", "n", len(p.room.promises), "late", late, "to", strings.Join(to, ", "))
}

// closingWords say whether conclusions and suggestions are written.
func (p *eventPage) closingWords() string {
	word := func(s string) lang.Key {
		if s == "" {
			return "evidence.lacking"
		}
		return "evidence.held"
	}
	e := p.event.shown
	return p.env.Say("event.room-closed", "conclusion", word(e.Conclusion), "suggestion", word(e.Suggestion))
}

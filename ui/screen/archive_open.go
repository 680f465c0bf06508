package screen

import (
	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/lang"
)

// open opens what is selected, in its event.
func (a *archive) open() tea.Cmd {
	c, ok := a.cards.Selected()
	if !ok {
		return nil
	}
	return open(a.env.page(c.Key, c.Title))
}

// page is the screen on which a record is read: its own, or its event's. title is what the record is called.
func (e *Env) page(k model.Key, title string) Screen {
	switch k.Kind {
	case model.KindQuestion:
		return NewQuestion(e, k.Event, k.ID)
	case model.KindEvent:
		return NewEvent(e, k.ID)
	case model.KindAction:
		return NewAction(e, k)
	case model.KindAgenda:
		return NewAgendaAt(e, k.Event, k.ID)
	case model.KindPerson:
		return NewPerson(e, k.ID)
	case model.KindInstitution:
		return NewInstitution(e, title)
	}
	return NewEvent(e, k.Event)
}

// story opens the discussion of the event as it happened, at what is selected.
func (a *archive) story() tea.Cmd {
	c, ok := a.cards.Selected()
	if !ok || c.Event.IsZero() {
		return nil
	}
	return open(newStory(a.env, c.Event, c.Key, a.box.Value()))
}

// newer opens the question whose answer counts now.
func (a *archive) newer() tea.Cmd {
	k := a.whole.state.question.Superseded
	return open(NewQuestion(a.env, k.Event, k.ID))
}

// counts disables what is about a newer answer.
func (p *whole) counts() (lang.Phrase, bool) {
	_, there := p.state.pointed[p.state.question.Superseded.Text()]
	return lang.Of("archive.counts"), !p.known || !there
}

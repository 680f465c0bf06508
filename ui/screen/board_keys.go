package screen

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/board"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// leave opens another screen above this one.
func (b *followUps) leave(s Screen) tea.Cmd {
	b.covered = true
	return open(s)
}

func (b *followUps) open() tea.Cmd {
	a, _ := b.selected()
	return b.leave(NewAction(b.env, model.ActionKey(a.Event, a.ID)))
}

// add begins a new follow-up: of the event that is shown, or of none.
func (b *followUps) add() tea.Cmd {
	event := b.event
	if b.filter.Event != nil {
		event = *b.filter.Event
	}
	return b.leave(NewActionForm(b.env, event, model.Question{}))
}

func (b *followUps) edit() tea.Cmd {
	a, _ := b.selected()
	return b.leave(NewActionEdit(b.env, model.ActionKey(a.Event, a.ID)))
}

func (b *followUps) question() tea.Cmd {
	a, _ := b.selected()
	return b.leave(openQuestion(b.env, a))
}

func (b *followUps) toEvent() tea.Cmd {
	a, _ := b.selected()
	return b.leave(NewEvent(b.env, a.Event))
}

// text makes a list for the owner of the follow-up under the cursor.
func (b *followUps) text() tea.Cmd {
	a, _ := b.selected()
	return b.leave(NewOwnerList(b.env, a.Owner))
}

// filtered reports whether more is filtered than by the event whose part the board is.
func (b *followUps) filtered() bool {
	f := b.filter
	if !b.event.IsZero() {
		f.Event = nil
	}
	return f.On()
}

// showAll takes every filter off.
func (b *followUps) showAll() tea.Cmd {
	b.filter, b.called = board.Filter{}, [4]string{}
	if !b.event.IsZero() {
		b.filter.Event = &b.event
	}
	b.arrange()
	return nil
}

// search opens the box in which words are typed.
func (b *followUps) search() tea.Cmd {
	b.box = kit.NewInput(b.env.Look)
	b.box.Placeholder = "board.box"
	return nil
}

// unsearch closes the box and forgets the words.
func (b *followUps) unsearch() tea.Cmd {
	b.box = nil
	b.filter.Words = ""
	b.arrange()
	return nil
}

// typedWords takes what is typed into the box.
func (b *followUps) typedWords(msg tea.Msg) tea.Cmd {
	cmd := b.box.Update(msg)
	if b.box.Value() != b.filter.Words {
		b.filter.Words = b.box.Value()
		b.arrange()
	}
	return cmd
}

// aspects are what can be filtered by, as a question asks for them.
func (b *followUps) aspects() []choice {
	keys := []lang.Key{"board.by-owner", "board.by-institution", "board.by-event", "board.by-area"}
	var out []choice
	for i, key := range keys {
		if board.Aspect(i) == board.ByEvent && !b.event.IsZero() {
			continue
		}
		out = append(out, choice{string(rune('0' + i)), b.env.Say(key)})
	}
	return out
}

// chooseAspect asks what to filter by, then for the value.
func (b *followUps) chooseAspect() tea.Cmd {
	b.choose("board.which-aspect", b.aspects(), func(c choice) tea.Cmd {
		return b.chooseValue(board.Aspect(c.id[0] - '0'))
	})
	return nil
}

// chooseValue asks for one of the values that open follow-ups have.
func (b *followUps) chooseValue(by board.Aspect) tea.Cmd {
	found := b.board.Choices(by)
	if len(found) == 0 {
		return say(kit.Plain, "board.no-values")
	}
	choices := []choice{{filterAll, b.env.Say("board.all")}}
	called := make(map[string]string, len(found))
	for _, c := range found {
		called[":"+c.Folded] = c.Called
		choices = append(choices, choice{":" + c.Folded, b.env.Say("guests.choice", "what", c.Called, "n", b.env.Number(c.N))})
	}
	b.choose("board.which-value", choices, func(c choice) tea.Cmd {
		b.filterBy(by, strings.TrimPrefix(strings.TrimPrefix(c.id, filterAll), ":"), called[c.id])
		return nil
	})
	return nil
}

// filterBy filters by one value of an aspect; empty: by none of it.
func (b *followUps) filterBy(by board.Aspect, folded, called string) {
	switch by {
	case board.ByOwner:
		b.filter.Owner = folded
	case board.ByInstitution:
		b.filter.From = folded
	case board.ByArea:
		b.filter.Area = folded
	case board.ByEvent:
		b.filter.Event = nil
		if id, err := model.ParseID(folded); err == nil && !id.IsZero() {
			b.filter.Event = &id
		}
	}
	b.called[by] = called
	b.arrange()
}

func (b *followUps) choose(question lang.Key, choices []choice, chosen func(choice) tea.Cmd) {
	list := kit.NewList(b.env.Look, choice.key, func(c choice, w int) string { return b.env.Cut(c.words, w) })
	list.Show(kit.Slice[choice](choices))
	b.pick = kit.NewPick(b.env.Look, lang.Of(question), list, func(c choice) tea.Cmd {
		b.pick = nil
		return chosen(c)
	})
}

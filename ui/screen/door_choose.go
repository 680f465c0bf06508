package screen

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/date"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// picking is a layer in which one thing is chosen from a list.
type picking[T any] struct {
	*kit.Pick[T]
	env   *Env
	label lang.Key // what Enter does
}

func newPicking[T any](env *Env, label lang.Key, p *kit.Pick[T]) picking[T] {
	return picking[T]{p, env, label}
}

// Heading is empty: the question stands above the list.
func (picking[T]) Heading() string { return "" }

// Keys are told here and done by the list.
func (p picking[T]) Keys() kit.Bindings {
	return kit.Bindings{
		{Keys: []string{"enter"}, Label: p.label},
		{Keys: []string{"esc"}, Label: "door.back"},
	}
}

// choice is one thing to choose: what it is, and its words.
type choice struct{ id, words string }

func (c choice) key() string { return c.id }

// choose asks for one of several things.
func (d *Door) choose(question lang.Phrase, label lang.Key, choices []choice, chosen func(id string) tea.Cmd) tea.Cmd {
	list := kit.NewList(d.env.Look, choice.key, func(c choice, w int) string { return d.env.Cut(c.words, w) })
	list.Show(kit.Slice[choice](choices))
	pick := kit.NewPick(d.env.Look, question, list, func(c choice) tea.Cmd { return chosen(c.id) })
	return d.show(newPicking(d.env, label, pick), nil)
}

// chooseState asks for a state that is no arrival: excused, absent, or not here yet, for whoever was marked by mistake longer
// ago than undo reaches.
func (d *Door) chooseState() tea.Cmd {
	g, ask := d.target()
	if g == nil {
		return ask
	}
	id := g.ID
	var choices []choice
	for _, s := range []model.State{model.StateExcused, model.StateAbsent, model.StateExpected} {
		choices = append(choices, choice{string(s), d.env.Say(stateWords(s))})
	}
	question := lang.Of("door.which-state", "who", d.env.introduced(*g), "state", stateWords(d.hall.Seat(id).State))
	return d.choose(question, "door.key-put", choices, func(state string) tea.Cmd {
		d.settled(id, model.HowSearch)
		return d.do(deed{
			guest: id, act: func() model.Act { return d.env.Act(verbOf(model.State(state))) },
			sets: func(s model.Seat) []model.Set { return s.Put(model.State(state)) },
		})
	})
}

// verbOf is the verb that puts a seat in a state.
func verbOf(s model.State) model.Verb {
	switch s {
	case model.StateExcused:
		return model.VerbExcuse
	case model.StateAbsent:
		return model.VerbAbsent
	}
	return model.VerbExpect
}

// oneSession is why the session cannot be changed.
func (d *Door) oneSession() (lang.Phrase, bool) {
	return lang.Of("door.one-session"), len(d.sessions) < 2
}

// chooseSession asks whose attendance is taken here. What could not be written yet belongs to the present one and goes first.
func (d *Door) chooseSession() tea.Cmd {
	if d.flying > 0 || len(d.unsaved) > 0 {
		return say(kit.Warn, "door.session-wait")
	}
	var choices []choice
	at := 0
	for i, s := range d.sessions {
		choices = append(choices, choice{strconv.Itoa(i), d.sessionName(s)})
		if s.ID == d.session {
			at = i
		}
	}
	cmd := d.choose(lang.Of("door.which-session"), "door.key-choose", choices, func(i string) tea.Cmd {
		n, _ := strconv.Atoi(i)
		return d.enterSession(d.sessions[n])
	})
	// The next one is what is wanted: nobody changes to the session that he is at.
	d.over.(picking[choice]).Select((at + 1) % len(choices))
	return cmd
}

// enterSession takes another session's attendance.
func (d *Door) enterSession(s model.Session) tea.Cmd {
	d.session, d.hall, d.last = s.ID, nil, model.ID{}
	clear(d.pending)
	return tea.Batch(d.read(), say(kit.Plain, "door.session-is", "name", d.sessionName(s)))
}

// sessionName is what a session is called: its name, or its place in the order, and its day.
func (d *Door) sessionName(s model.Session) string {
	words := s.Name
	if words == "" {
		words = d.env.Say("door.session", "n", d.sessionNumber(s))
	}
	var day date.Date
	if s.Date != "" && day.UnmarshalText([]byte(s.Date)) == nil {
		words += " (" + day.DayMonth(d.env.dates()) + ")"
	}
	return words
}

// sessionNumber is a session's place in the order, from 1.
func (d *Door) sessionNumber(s model.Session) int {
	for i, x := range d.sessions {
		if x.ID == s.ID {
			return i + 1
		}
	}
	return 1
}

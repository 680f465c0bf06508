package screen

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/name"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// ask asks for one of several values.
func (g *guestList) ask(question lang.Key, choices []choice, now string, chosen func(value string) tea.Cmd) tea.Cmd {
	list := kit.NewList(g.env.Look, choice.key, func(c choice, w int) string { return g.env.Cut(c.words, w) })
	list.Show(kit.Slice[choice](choices))
	list.SelectID(now)
	g.pick = kit.NewPick(g.env.Look, lang.Of(question), list, func(c choice) tea.Cmd { return chosen(c.id) })
	return nil
}

// filterBy asks for one of several values to filter by.
func (g *guestList) filterBy(question lang.Key, choices []choice, now string, set func(value string)) tea.Cmd {
	return g.ask(question, choices, now, func(value string) tea.Cmd {
		set(value)
		g.refilter()
		return nil
	})
}

// counted is one value to choose, with how many guests have it.
func (g *guestList) counted(id, words string, n int) choice {
	return choice{id, g.env.Say("guests.choice", "what", words, "n", g.env.Number(n))}
}

// everyone is the choice that takes a filter off.
func (g *guestList) everyone() choice {
	return g.counted(filterAll, g.env.Say("guests.all"), len(g.sorted))
}

// chooseState asks for a state to filter by.
func (g *guestList) chooseState() tea.Cmd {
	n := make(map[string]int)
	for _, row := range g.sorted {
		x := g.hall.At(int(row))
		n[stateOf(x, g.hall.Seat(x.ID).State)]++
		if x.WalkIn {
			n[filterWalkIns]++
		}
	}
	choices := []choice{g.everyone()}
	for _, s := range model.States() {
		choices = append(choices, g.counted(string(s), g.env.Say(stateWords(s)), n[string(s)]))
	}
	choices = append(choices, g.counted(filterWalkIns, g.env.Say("guests.walk-ins"), n[filterWalkIns]))
	return g.filterBy("guests.which-state", choices, g.filter.state, func(value string) {
		g.filter.state = strings.TrimPrefix(value, filterAll)
	})
}

// chooseCategory asks for a category to filter by: those that are on the list, the most frequent first.
func (g *guestList) chooseCategory() tea.Cmd {
	n := make(map[string]int)
	for _, row := range g.sorted {
		n[g.hall.At(int(row)).Category]++
	}
	codes := slices.SortedFunc(maps.Keys(n), func(a, b string) int {
		return cmp.Or(blankLast(a, b), cmp.Compare(n[b], n[a]), strings.Compare(a, b))
	})
	choices := []choice{g.everyone()}
	for _, code := range codes {
		// A code may be empty; behind the colon it is told from filterAll.
		choices = append(choices, g.counted(":"+code, g.env.categoryWords(code), n[code]))
	}
	now := filterAll
	if g.filter.category != nil {
		now = ":" + string(*g.filter.category)
	}
	return g.filterBy("guests.which-category", choices, now, func(value string) {
		g.filter.category = nil
		if code, ok := strings.CutPrefix(value, ":"); ok {
			c := model.Category(code)
			g.filter.category = &c
		}
	})
}

// chooseInstitution asks for an institution to filter by. Spellings that fold alike are one.
func (g *guestList) chooseInstitution() tea.Cmd {
	type group struct {
		called    string
		n         int
		spellings map[string]bool
	}
	groups := make(map[string]*group)
	for _, row := range g.sorted {
		as := from(g.hall.At(int(row)))
		folded := ":" + name.FoldText(as)
		x := groups[folded]
		if x == nil {
			x = &group{called: as, spellings: make(map[string]bool)}
			groups[folded] = x
		}
		x.n++
		x.spellings[as] = true
	}
	choices, now := []choice{g.everyone()}, filterAll
	for _, folded := range slices.Sorted(maps.Keys(groups)) {
		x := groups[folded]
		choices = append(choices, g.counted(folded, cmp.Or(x.called, g.env.Say("guest.not-filled")), x.n))
		if g.filter.institution != nil && g.filter.called == x.called {
			now = folded
		}
	}
	return g.filterBy("guests.which-institution", choices, now, func(value string) {
		g.filter.institution, g.filter.called = nil, ""
		if x := groups[value]; x != nil {
			g.filter.institution, g.filter.called = x.spellings, x.called
		}
	})
}

// chooseSession asks whose attendance is shown.
func (g *guestList) chooseSession() tea.Cmd {
	var choices []choice
	for i, s := range g.sessions {
		choices = append(choices, choice{s.ID.String(), g.env.sessionName(s, i+1)})
	}
	return g.ask("guests.which-session", choices, g.session.String(), func(id string) tea.Cmd {
		// It was written just above, so it can be read again.
		g.session, _ = model.ParseID(id)
		g.hall = nil
		return g.read()
	})
}

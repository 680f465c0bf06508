package screen

import (
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/ui/filing"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// chooseOwner asks whose part of the follow-up matrix is printed, and prints it: a file of its own, named after the owner, to be handed to
// nobody else.
func (s *papers) chooseOwner() tea.Cmd {
	n, called := map[string]int{}, map[string]string{}
	for _, a := range s.state.file.Facts.Matrix() {
		if folded := strings.ToLower(a.Owner); folded != "" {
			n[folded]++
			called[folded] = a.Owner
		}
	}
	if len(n) == 0 {
		return say(kit.Warn, "papers.no-owner")
	}
	var choices []choice
	for _, folded := range slices.Sorted(maps.Keys(n)) {
		choices = append(choices, choice{called[folded], s.env.Say("papers.owner-choice", "who", called[folded], "n", s.env.Number(n[folded]))})
	}
	list := kit.NewList(s.env.Look, choice.key, func(c choice, w int) string { return s.env.Cut(c.words, w) })
	list.Show(kit.Slice[choice](choices))
	s.pick = kit.NewPick(s.env.Look, lang.Of("papers.which-owner"), list, func(c choice) tea.Cmd {
		return s.print([]filing.Kind{filing.FollowUp}, c.id)
	})
	return nil
}

// each turns the letter to each guest on or off.
func (s *papers) each() tea.Cmd {
	s.letters = !s.letters
	if s.letters {
		return say(kit.Plain, "papers.each-on")
	}
	return say(kit.Plain, "papers.each-off")
}

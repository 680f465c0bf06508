package screen

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// savedReader reads the searches that were named and kept.
type savedReader interface {
	SavedSearches(ctx context.Context) ([]model.Saved, error)
}

// nameLongest is how many characters the name of a kept search may have.
const nameLongest = 60

// keep asks for the name under which the search is kept.
func (a *archive) keep() tea.Cmd {
	a.naming = kit.NewInput(a.env.Look)
	a.naming.Limit = nameLongest
	a.naming.Placeholder = "archive.name-hint"
	return nil
}

// name takes the name of the search that is being kept.
func (a *archive) name(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	switch {
	case ok && k.String() == "esc":
		a.naming = nil
		return nil
	case ok && (k.String() == "enter" || k.String() == "ctrl+s"):
		called, _ := text.Line(a.naming.Value())
		if called == "" {
			called, _ = text.Cut(strings.TrimSpace(a.box.Value()), nameLongest)
		}
		a.naming = nil
		s := model.Saved{ID: a.env.ID(), Name: called, Query: strings.TrimSpace(a.box.Value())}
		said := lang.Of("archive.kept", "name", called)
		return a.env.Write([]model.Change{a.env.Act(model.VerbCreate).Change(model.SavedKey(s.ID), s.Registers()...)},
			func(err error) tea.Msg { return written{a, said, err} })
	}
	return a.naming.Update(msg)
}

// savedChosen is a kept search that is to be looked for again.
type savedChosen struct {
	of    *archive
	query string
}

func (a *archive) reopen(m savedChosen) tea.Cmd {
	if m.of != a {
		return nil
	}
	a.at = atBox
	a.box.SetValue(m.query + " ")
	return a.typed()
}

package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
	"hadir/ui/screen"
)

// keys are what keys do on every screen.
func (r *Root) keys() kit.Bindings {
	return kit.Bindings{
		{Keys: []string{"f2"}, Label: "root.language", Do: r.switchLanguage, Hidden: true},
		{Keys: []string{"ctrl+p", ":"}, Label: "root.palette", Do: r.openPalette, Hidden: true},
		{Keys: []string{"esc"}, Label: "root.back", Do: func() tea.Cmd { return emit(screen.Back{}) }, Hidden: true},
		{Keys: []string{"/", "f9"}, Label: "root.archive", Do: r.openArchive},
		{Keys: []string{"ctrl+l"}, Label: "seal.lock-now", Do: r.shut, Disabled: r.unsealed, Hidden: true},
		{Keys: []string{"f1", "?"}, Label: "root.help", Do: r.openHelp},
	}
}

func emit(msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }

// openHelp explains the screen in front: what it says of itself, its keys, and those that work everywhere.
func (r *Root) openHelp() tea.Cmd {
	top := r.top()
	var about []lang.Key
	if e, ok := top.(screen.Explained); ok {
		about = e.Help()
	}
	r.over = newHelp(r.env.Look, r.w, about, top.Keys(), r.keys())
	return nil
}

// openArchive opens the archive, from wherever one is; one that is open already is gone back to.
func (r *Root) openArchive() tea.Cmd {
	a := screen.NewArchive(r.env, "")
	if r.descend(a) {
		r.say(kit.Plain, lang.Phrase{})
		return r.top().Update(screen.Resumed{})
	}
	return emit(screen.Open{Screen: a})
}

// openPalette offers all that can be done here, by name.
func (r *Root) openPalette() tea.Cmd {
	var all kit.Bindings
	for _, b := range append(r.top().Keys(), r.keys()...) {
		if b.Do != nil && b.Label != "root.palette" {
			all = append(all, b)
		}
	}
	r.over = kit.NewPalette(r.env.Look, all)
	return nil
}

// switchLanguage turns on the other language, at once, and keeps it for this desk.
func (r *Root) switchLanguage() tea.Cmd {
	code := other(r.env.Code())
	r.env.Set(code)
	r.say(kit.Plain, lang.Of("root.language-is"))
	set, ok := r.env.Me.OwnDesk.Write(model.DeskLanguage, code)
	if !ok || r.env.Me.ReadOnly {
		return nil
	}
	change := r.env.Act(model.VerbEdit).Change(model.DeskSettings(r.env.Me.Device), set)
	return r.env.Write([]model.Change{change}, func(err error) tea.Msg {
		if err != nil {
			return screen.Said{Kind: kit.Bad, What: lang.Of("failure.write", "why", screen.Failure(err))}
		}
		return nil
	})
}

// readSettings reads the settings anew.
func (r *Root) readSettings() tea.Cmd {
	return func() tea.Msg {
		me, err := r.env.Store.Settings(context.Background())
		if err != nil {
			return screen.Said{Kind: kit.Bad, What: lang.Of("failure.read", "why", screen.Failure(err))}
		}
		return settingsRead{me}
	}
}

package screen

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// savedList is the searches that were named and kept: opened, renamed and taken away.
type savedList struct {
	env    *Env
	of     *archive
	list   *kit.List[model.Saved]
	rename *kit.Input // nil: nothing is renamed
	read   bool
	number int        // of the last reading that was asked for
	acts   []model.ID // what was done here, to be taken back: the last one first out
}

// savedRead is the kept searches as they were when reading number was made.
type savedRead struct {
	of     *savedList
	number int
	all    []model.Saved
	err    error
}

// savedUndone is what became of taking an act back.
type savedUndone struct {
	of  *savedList
	err error
}

// NewSaved is the list of kept searches; what is chosen is looked for in an archive.
func NewSaved(env *Env, of *archive) Screen {
	s := &savedList{env: env, of: of}
	table := kit.NewTable(env.Look,
		kit.Column[model.Saved]{Size: kit.Size{Min: 14, Share: 2}, Text: func(x model.Saved) string { return x.Name }},
		kit.Column[model.Saved]{Size: kit.Size{Min: 14, Share: 3}, Text: func(x model.Saved) string { return x.Query }})
	s.list = kit.NewList(env.Look, func(x model.Saved) string { return x.ID.String() }, table.Row)
	return s
}

// Init reads them.
func (s *savedList) Init() tea.Cmd { return s.reload() }

// Title is the heading.
func (s *savedList) Title() string { return s.env.Say("archive.title-kept") }

// Typing is so while a name is typed.
func (s *savedList) Typing() bool { return s.rename != nil }

// Asking is so while a name is typed.
func (s *savedList) Asking() bool { return s.rename != nil }

// Help explains what no key tells.
func (s *savedList) Help() []lang.Key { return []lang.Key{"archive.help-kept"} }

// Keys are the commands.
func (s *savedList) Keys() kit.Bindings {
	if s.rename != nil {
		// Told here and done where the name is typed.
		return kit.Bindings{
			{Keys: []string{"enter"}, Label: "archive.key-rename-done"},
			{Keys: []string{"esc"}, Label: "archive.key-leave"},
		}
	}
	return kit.Bindings{
		{Keys: []string{"enter"}, Label: "archive.key-look", Do: s.look, Disabled: s.none},
		{Keys: []string{"e"}, Label: "archive.key-rename", Do: s.edit, Disabled: s.none},
		{Keys: []string{"x", "delete"}, Label: "archive.key-remove", Do: s.remove, Disabled: s.none},
		{Keys: []string{"ctrl+z"}, Label: "archive.key-undo", Do: s.undo},
	}
}

func (s *savedList) none() (lang.Phrase, bool) {
	return lang.Of("archive.none-kept"), s.list.Len() == 0
}

// Update takes readings, commits, what became of writes, and keys that are no command.
func (s *savedList) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case savedRead:
		if m.of != s || m.number != s.number {
			return nil
		}
		if m.err != nil {
			return unread(m.err)
		}
		s.read = true
		s.list.Show(kit.Slice[model.Saved](m.all))
		return nil
	case Committed:
		for _, r := range m.Commit.Records {
			if r.Key.Kind == model.KindSaved {
				return s.reload()
			}
		}
		return nil
	case written:
		if m.page == s {
			return m.tell()
		}
		return nil
	case savedUndone:
		if m.of == s {
			return m.tell()
		}
		return nil
	}
	if s.rename != nil && press(msg) {
		return s.typed(msg)
	}
	return s.list.Update(msg)
}

func (s *savedList) reload() tea.Cmd {
	s.number++
	out, store := savedRead{of: s, number: s.number}, s.env.Store
	return func() tea.Msg {
		out.all, out.err = store.SavedSearches(context.Background())
		return out
	}
}

func (s *savedList) look() tea.Cmd {
	x, _ := s.list.Selected()
	return tea.Sequence(send(Back{}), send(savedChosen{s.of, x.Query}))
}

func (s *savedList) edit() tea.Cmd {
	x, _ := s.list.Selected()
	s.rename = kit.NewInput(s.env.Look)
	s.rename.Limit = nameLongest
	s.rename.SetValue(x.Name)
	return nil
}

// typed takes the new name.
func (s *savedList) typed(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	switch {
	case ok && k.String() == "esc":
		s.rename = nil
		return nil
	case ok && (k.String() == "enter" || k.String() == "ctrl+s"):
		called, _ := text.Line(s.rename.Value())
		s.rename = nil
		if called == "" {
			return say(kit.Warn, "archive.nameless")
		}
		return s.write(model.SavedName, called, lang.Of("archive.renamed", "name", called))
	}
	return s.rename.Update(msg)
}

func (s *savedList) remove() tea.Cmd {
	x, _ := s.list.Selected()
	return s.write(model.Removed, "1", lang.Of("archive.removed", "name", x.Name))
}

// write sets one register of the search under the cursor, in an act that can be taken back.
func (s *savedList) write(register, value string, said lang.Phrase) tea.Cmd {
	x, _ := s.list.Selected()
	act, key, store := s.env.Act(model.VerbEdit), model.SavedKey(x.ID), s.env.Store
	s.acts = append(s.acts, act.ID)
	return s.env.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) error {
			r, err := store.Record(ctx, key)
			if err != nil {
				return err
			}
			set, ok := r.Write(register, value)
			if !ok {
				return nil
			}
			return store.Apply(ctx, []model.Change{act.Change(key, set)})
		},
		Done: func(err error) tea.Msg { return written{s, said, err} },
	})
}

// undo takes back the last thing that was done here.
func (s *savedList) undo() tea.Cmd {
	if len(s.acts) == 0 {
		return say(kit.Plain, "archive.undo-none")
	}
	last := s.acts[len(s.acts)-1]
	s.acts = s.acts[:len(s.acts)-1]
	act, store := s.env.Act(model.VerbUndo), s.env.Store
	return s.env.Outbox.Put(kit.Write{
		Do: func(ctx context.Context) error {
			done, err := store.ActChanges(ctx, model.ID{}, last)
			if err != nil || len(done) == 0 {
				return err
			}
			_, err = takeBack(ctx, store, act, done)
			return err
		},
		Done: func(err error) tea.Msg { return savedUndone{s, err} },
	})
}

func (m savedUndone) tell() tea.Cmd {
	if m.err != nil {
		return say(kit.Bad, "failure.write", "why", Failure(m.err))
	}
	return say(kit.Good, "archive.undone")
}

// View draws the list, below the name that is being typed.
func (s *savedList) View(w, h int) string {
	s.list.Empty = lang.Of("archive.none-kept")
	if !s.read {
		s.list.Empty = lang.Of("archive.reading")
	}
	box := ""
	if s.rename != nil {
		label := s.env.Say("archive.name")
		box = label + " " + s.rename.View(max(1, w-1-kit.Width(label)), 1)
	}
	return kit.Frame(w, h, box, "", s.list.View)
}

// Cursor is in the name, or on the search.
func (s *savedList) Cursor() (x, y int, ok bool) {
	if s.rename != nil {
		x, y, ok = s.rename.Cursor()
		return x + kit.Width(s.env.Say("archive.name")) + 1, y, ok
	}
	return s.list.Cursor()
}

package screen

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/term"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// story is one event's discussion as it happened: its agenda with what was said, the questions with their answers, and what was
// promised, in one scroll.
type story struct {
	env    *Env
	id     model.ID
	state  storyState
	known  bool
	number int       // of the last reading that was asked for
	at     model.Key // where to begin; the zero Key: at the top
	page   *kit.Page
	drawn  drawn
	places map[model.Key]int // the line at which each record begins
	hits   []int             // lines that have something of what is looked for
	hit    int               // the one that was last gone to
	box    *kit.Input        // nil: nothing is being typed
	words  string            // what is looked for in here
	query  term.Query
	draws  term.Analyzer
	place  bool // the next and previous events are those at the same place, not those on the same theme
}

// storyState is a discussion as it was read.
type storyState struct {
	event     model.Event
	roles     []model.Role
	items     []model.AgendaItem
	questions []model.Question
	actions   []model.Action
	pointed   map[string]model.Earlier
}

// storyRead is a discussion as it was when reading number was made.
type storyRead struct {
	of     *story
	number int
	state  storyState
	err    error
}

// NewStory is an event's discussion from its beginning.
func NewStory(env *Env, event model.ID) Screen { return newStory(env, event, model.Key{}, "") }

// newStory is an event's discussion at one of its records, with words marked in it.
func newStory(env *Env, event model.ID, at model.Key, words string) *story {
	s := &story{env: env, id: event, at: at, page: kit.NewPage(env.Look, nil)}
	s.look(words)
	return s
}

// Init reads the discussion.
func (s *story) Init() tea.Cmd { return s.reload() }

// Title names the event.
func (s *story) Title() string { return s.env.Say("story.title") + "  " + s.state.event.Theme }

// Sample reports whether the event is sample data.
func (s *story) Sample() bool { return s.state.event.Sample }

// Typing is so while the box is open.
func (s *story) Typing() bool { return s.box != nil }

// Help explains what no key tells.
func (s *story) Help() []lang.Key { return []lang.Key{"story.help"} }

// Keys are the commands.
func (s *story) Keys() kit.Bindings {
	if s.box != nil {
		return kit.Bindings{
			{Keys: []string{"enter"}, Label: "story.key-next-hit", Do: func() tea.Cmd { return s.hop(1) }},
			{Keys: []string{"shift+tab"}, Label: "story.key-previous-hit", Do: func() tea.Cmd { return s.hop(-1) }},
			{Keys: []string{"esc"}, Label: "story.key-close", Do: s.close},
		}
	}
	keys := kit.Bindings{
		{Keys: []string{"f"}, Label: "story.key-find", Do: s.find, Disabled: s.unread},
		{Keys: []string{"right"}, Label: "story.key-later", Do: func() tea.Cmd { return s.near(1) }, Disabled: s.unread},
		{Keys: []string{"left"}, Label: "story.key-earlier", Do: func() tea.Cmd { return s.near(-1) }, Disabled: s.unread},
		{Keys: []string{"k"}, Label: "story.key-by", Do: s.other},
		{Keys: []string{"g"}, Label: "story.key-next-hit", Do: func() tea.Cmd { return s.hop(1) }, Hidden: true},
		{Keys: []string{"b"}, Label: "story.key-previous-hit", Do: func() tea.Cmd { return s.hop(-1) }, Hidden: true},
		{Keys: []string{"c", "ctrl+y"}, Label: "story.key-copy", Do: s.copy, Disabled: s.unread},
		{Keys: []string{"s"}, Label: "story.key-save", Do: s.save, Disabled: s.unread, Hidden: true},
	}
	return append(keys, s.env.partKeys(s.id, "")...)
}

func (s *story) unread() (lang.Phrase, bool) { return lang.Of("archive.reading"), !s.known }

// Update takes readings, commits, what became of a file, and keys that are no command.
func (s *story) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case storyRead:
		return s.take(m)
	case storyNear:
		return s.arrive(m)
	case Committed:
		if s.concerns(m.Commit) {
			return s.reload()
		}
		return nil
	case storySaved:
		if m.of == s {
			return m.tell()
		}
		return nil
	}
	if s.box != nil && typing(msg) {
		s.box.Update(msg)
		if s.box.Value() != s.words {
			s.look(s.box.Value())
			s.hit = -1
			s.draw()
			return s.hop(1)
		}
		return nil
	}
	return s.page.Update(msg)
}

// concerns reports whether a commit may have changed what is read here.
func (s *story) concerns(c model.Commit) bool {
	for _, r := range c.Records {
		if r.Key.Event != s.id {
			continue
		}
		switch r.Key.Kind {
		case model.KindEvent, model.KindRole, model.KindAgenda, model.KindQuestion, model.KindAction:
			return true
		}
	}
	return c.Bulk
}

func (s *story) reload() tea.Cmd {
	s.number++
	out, store := storyRead{of: s, number: s.number}, s.env.Store
	id := s.id
	return func() tea.Msg {
		out.state, out.err = readStory(store, id)
		return out
	}
}

// readStory reads all that was said at an event.
func readStory(store Store, id model.ID) (s storyState, err error) {
	ctx := context.Background()
	if s.event, err = store.Event(ctx, id); err != nil {
		return s, err
	}
	if s.roles, err = store.Roles(ctx, id); err != nil {
		return s, err
	}
	if s.items, err = store.Agenda(ctx, id); err != nil {
		return s, err
	}
	if s.questions, err = store.Questions(ctx, id); err != nil {
		return s, err
	}
	if s.actions, err = store.Actions(ctx, id); err != nil {
		return s, err
	}
	s.pointed = make(map[string]model.Earlier)
	for _, q := range s.questions {
		if q.Superseded == (model.Key{}) {
			continue
		}
		newer, err := readPointed(store, model.Question{Superseded: q.Superseded})
		if err != nil {
			return s, err
		}
		for k, e := range newer {
			s.pointed[k] = e
		}
	}
	return s, nil
}

func (s *story) take(m storyRead) tea.Cmd {
	if m.of != s || m.number != s.number {
		return nil
	}
	if m.err != nil {
		return unread(m.err)
	}
	s.state, s.known, s.drawn = m.state, true, drawn{}
	return nil
}

// look sets what is looked for in here.
func (s *story) look(words string) {
	s.words = words
	s.query = s.draws.Parse(words, s.env.Today(), true)
	s.drawn.number = -1
}

// find opens the box.
func (s *story) find() tea.Cmd {
	s.box = kit.NewInput(s.env.Look)
	s.box.Placeholder = "story.box"
	return nil
}

// close closes the box; the words stay marked.
func (s *story) close() tea.Cmd {
	s.box = nil
	return nil
}

// hop goes to the next place that has something of what is looked for, after the last to the first.
func (s *story) hop(by int) tea.Cmd {
	switch {
	case len(s.query.Groups)+len(s.query.Phrases) == 0:
		return nil
	case len(s.hits) == 0:
		return say(kit.Plain, "story.no-hit", "words", s.words)
	}
	s.hit = (s.hit + by + len(s.hits)) % len(s.hits)
	s.page.Seek(max(0, s.hits[s.hit]-2))
	return say(kit.Plain, "story.hit", "n", s.hit+1, "of", len(s.hits))
}

package screen

import (
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// questionsPage is an event's questions: who asked what, and where each stands; below the list, earlier questions like the
// one under the cursor.
type questionsPage struct {
	*deeds
	env     *Env
	id      model.ID
	state   discussion
	read    bool
	owed    bool // only those that somebody still waits for are listed
	list    *kit.List[model.Question]
	wide    *kit.Table[model.Question]
	narrow  *kit.Table[model.Question] // without who asked
	number  int                        // of the last reading that was asked for
	covered bool                       // another screen is in front: what is committed is read when this one is seen again
	stale   bool
	ticking bool
	top     int // the list's first line within the body, at the last View
}

// discussionRead is the questions as they were when reading number was made.
type discussionRead struct {
	page   *questionsPage
	number int
	state  discussion
	err    error
}

// minutePassed says that those who wait have waited longer.
type minutePassed struct{ page *questionsPage }

// NewQuestions is the questions of an event: its fourth part.
func NewQuestions(env *Env, event model.ID) Screen {
	p := &questionsPage{env: env, id: event}
	p.deeds = &deeds{
		env: env, event: event, page: p, like: newMemory(env), leave: p.open,
		about:  func() model.Event { return p.state.event },
		chosen: func() (model.Question, bool) { return p.list.Selected() },
		others: func() []model.Question { return p.state.questions },
		shown:  func(q model.Question) string { return env.Say("question.number", "n", q.No) },
	}
	p.wide, p.narrow = p.tables()
	p.list = kit.NewList(env.Look, func(q model.Question) string { return q.ID.String() }, p.row)
	return p
}

// tables are the columns of a wide window, and of a narrow one.
func (p *questionsPage) tables() (wide, narrow *kit.Table[model.Question]) {
	type column = kit.Column[model.Question]
	no := column{Title: "question.no", Size: kit.Size{Fixed: 3}, Right: true, Text: func(q model.Question) string {
		return strconv.Itoa(q.No)
	}}
	asker := column{Title: "question.asker", Size: kit.Size{Min: 16, Share: 2}, Text: func(q model.Question) string {
		return p.env.askerShort(q, p.state.guests)
	}}
	words := column{Title: "question.words", Size: kit.Size{Min: 10, Share: 3}, Text: func(q model.Question) string {
		return inOneLine(q.Text)
	}}
	status := column{Title: "question.status-title", Size: kit.Size{Fixed: 23}, Text: p.env.statusWords, Style: func(q model.Question) *lipgloss.Style {
		if q.Status.Owed() {
			return &p.env.Warn
		}
		return nil
	}}
	return kit.NewTable(p.env.Look, no, asker, words, status), kit.NewTable(p.env.Look, no, words, status)
}

// Init reads the questions.
func (p *questionsPage) Init() tea.Cmd { return tea.Batch(p.reload(), p.tick()) }

// Title names the event, and what is running.
func (p *questionsPage) Title() string {
	return p.env.Say("question.title") + "  " + p.state.event.Theme
}

// Sample reports whether the event is sample data.
func (p *questionsPage) Sample() bool { return p.state.event.Sample }

// Asking is so while something waits for an answer, or an earlier question is read in whole.
func (p *questionsPage) Asking() bool { return p.deeds.asking() || p.like.reading() }

// Help explains what no key tells.
func (p *questionsPage) Help() []lang.Key { return []lang.Key{"question.help", "memory.help"} }

// Keys are the commands.
func (p *questionsPage) Keys() kit.Bindings {
	if p.asking() {
		return askedKeys()
	}
	if p.like.reading() {
		return p.like.keys(p.refer)
	}
	keys := kit.Bindings{
		{Keys: []string{"n"}, Label: "question.key-new", Do: func() tea.Cmd { return p.open(NewQuestionForm(p.env, p.id)) }},
		{Keys: []string{"enter"}, Label: "question.key-open", Disabled: p.none, Do: func() tea.Cmd {
			q, _ := p.list.Selected()
			return p.open(NewQuestion(p.env, p.id, q.ID))
		}},
		{Keys: []string{"b"}, Label: "question.key-owed", Do: p.filter},
	}
	keys = append(keys[:2:2], append(p.deeds.keys()[:2:2], append(keys[2:], p.deeds.keys()[2:]...)...)...)
	keys = append(keys, hidden(p.like.keys(p.refer))...)
	return append(keys, p.env.partKeys(p.id, partQuestions)...)
}

// hidden are bindings that the footer does not tell.
func hidden(bs kit.Bindings) kit.Bindings {
	for i := range bs {
		bs[i].Hidden = true
	}
	return bs
}

func (p *questionsPage) open(s Screen) tea.Cmd {
	p.covered = true
	return open(s)
}

// Update takes readings, commits, what became of writes, and what moves the cursor.
func (p *questionsPage) Update(msg tea.Msg) tea.Cmd {
	if cmd, taken := p.like.update(msg); taken {
		return cmd
	}
	switch m := msg.(type) {
	case discussionRead:
		return p.take(m)
	case Committed:
		return p.heard(m.Commit)
	case Resumed:
		p.covered = false
		if p.stale {
			return p.reload()
		}
		return nil
	case minutePassed:
		if m.page != p {
			return nil
		}
		p.ticking = false
		return p.tick()
	case takenBackHere:
		return p.undid(m)
	case written:
		if m.page == p {
			return m.tell()
		}
		return nil
	}
	if cmd, taken := p.give(msg); taken {
		return cmd
	}
	if !isInput(msg) {
		return nil
	}
	p.list.Update(kit.Shift(msg, 0, p.top))
	return p.remember()
}

// tick redraws the page when a minute has passed.
func (p *questionsPage) tick() tea.Cmd {
	if p.ticking {
		return nil
	}
	p.ticking = true
	return tea.Tick(time.Minute, func(time.Time) tea.Msg { return minutePassed{p} })
}

// remember looks for earlier questions like the one under the cursor.
func (p *questionsPage) remember() tea.Cmd {
	q, ok := p.list.Selected()
	if !ok {
		return p.like.ask("", model.ID{})
	}
	return p.like.ask(q.Text, q.ID)
}

// reload reads the questions anew.
func (p *questionsPage) reload() tea.Cmd {
	p.number++
	p.stale = false
	number, store, id := p.number, p.env.Store, p.id
	return func() tea.Msg {
		state, err := readDiscussion(store, id)
		return discussionRead{p, number, state, err}
	}
}

func (p *questionsPage) take(m discussionRead) tea.Cmd {
	if m.page != p || m.number != p.number {
		return nil
	}
	if m.err != nil {
		return unread(m.err)
	}
	// What was asked last is what people are talking about: there the cursor begins, and from there it goes on.
	last := p.list.Index() >= p.list.Len()-1
	p.state, p.read = m.state, true
	p.arrange()
	if last {
		p.list.Select(p.list.Len() - 1)
	}
	return p.remember()
}

// heard reads anew when a commit may have changed what is shown: the event, its questions, its agenda or those who asked.
func (p *questionsPage) heard(c model.Commit) tea.Cmd {
	concerns := c.Bulk
	for _, r := range c.Records {
		if r.Key.Event != p.id {
			continue
		}
		switch r.Key.Kind {
		case model.KindEvent, model.KindQuestion, model.KindAgenda:
			concerns = true
		case model.KindGuest:
			_, asked := p.state.guests[r.Key.ID]
			concerns = concerns || asked
		}
	}
	switch {
	case !concerns:
		return nil
	case p.covered:
		p.stale = true
		return nil
	}
	return p.reload()
}

// arrange lists the questions that are wanted. The cursor stays with its question; when that is not listed any more, where it
// was.
func (p *questionsPage) arrange() {
	rows := p.state.questions
	if p.owed {
		rows = nil
		for _, q := range p.state.questions {
			if q.Status.Owed() {
				rows = append(rows, q)
			}
		}
	}
	p.list.Empty = lang.Of("question.none")
	if p.owed {
		p.list.Empty = lang.Of("question.none-owed")
	}
	p.list.Show(kit.Slice[model.Question](rows))
}

// filter lists only the questions that somebody still waits for, or all again.
func (p *questionsPage) filter() tea.Cmd {
	p.owed = !p.owed
	p.arrange()
	return p.remember()
}

package screen

import (
	"cmp"
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
)

// How much the memory looks for, and from how many letters on.
const (
	memoryMost  = 5
	memoryLeast = 4
)

// memoryReader finds earlier questions like a text, of all events, the likest first.
type memoryReader interface {
	Similar(ctx context.Context, text string, except model.ID, limit int) ([]model.Earlier, error)
}

// memory is the earlier questions like one that is being typed. It never stands in the way of typing: one search runs at a
// time, beside the keys; the newest text wins, and what was found for an older one is dropped.
//
//	key -> ask -> search ----> remembered -> of the newest text? shown
//	key -> ask -> (stop it)                -> of an older one?   search again
type memory struct {
	env    *Env
	wanted string // the newest text
	except model.ID
	number int                // of that text
	stop   context.CancelFunc // of the search under way; nil: there is none
	hits   []model.Earlier
	failed bool // the last search did
	at     int  // the selected one
	reader *prose
}

// remembered is what a search found.
type remembered struct {
	memory *memory
	number int
	hits   []model.Earlier
	err    error
}

func newMemory(env *Env) *memory { return &memory{env: env} }

// ask looks for questions like text, other than the one with that ID.
func (m *memory) ask(text string, except model.ID) tea.Cmd {
	text = strings.TrimSpace(text)
	if text == m.wanted && except == m.except {
		return nil
	}
	m.wanted, m.except = text, except
	m.number++
	if m.stop != nil {
		m.stop()
		return nil
	}
	return m.search()
}

func (m *memory) search() tea.Cmd {
	if len(m.wanted) < memoryLeast {
		m.show(nil)
		return nil
	}
	var ctx context.Context
	ctx, m.stop = context.WithCancel(context.Background())
	store, text, except, out := m.env.Store, m.wanted, m.except, remembered{memory: m, number: m.number}
	return func() tea.Msg {
		found, err := store.Similar(ctx, text, except, 2*memoryMost)
		out.hits, out.err = answeredFirst(found), err
		return out
	}
}

// answeredFirst are the likest of those that were answered, and behind them the others: the same question may have been asked
// a minute ago and have no answer yet.
func answeredFirst(found []model.Earlier) []model.Earlier {
	slices.SortStableFunc(found, func(a, b model.Earlier) int {
		return cmp.Compare(min(1, len(b.Question.Answers)), min(1, len(a.Question.Answers)))
	})
	return found[:min(memoryMost, len(found))]
}

// take shows what was found, if it is still what is wanted.
func (m *memory) take(r remembered) tea.Cmd {
	if r.memory != m {
		return nil
	}
	m.stop()
	m.stop = nil
	if r.number != m.number {
		return m.search()
	}
	m.failed = r.err != nil
	m.show(r.hits)
	return nil
}

// show puts hits in the panel; the selection stays with its question.
func (m *memory) show(hits []model.Earlier) {
	kept, _ := m.selected()
	m.hits, m.at = hits, 0
	for i, h := range hits {
		if h.Question.ID == kept.Question.ID {
			m.at = i
		}
	}
}

// selected is the earlier question that keys are about.
func (m *memory) selected() (model.Earlier, bool) {
	if m.at >= len(m.hits) {
		return model.Earlier{}, false
	}
	return m.hits[m.at], true
}

// next selects the next one, after the last the first.
func (m *memory) next() tea.Cmd {
	if len(m.hits) > 0 {
		m.at = (m.at + 1) % len(m.hits)
	}
	return nil
}

// reference is the selected one as something to point to.
func (m *memory) reference() (model.Reference, bool) {
	e, ok := m.selected()
	if !ok {
		return model.Reference{}, false
	}
	return model.Reference{Question: model.QuestionKey(e.Question.Event, e.Question.ID).Text(), Cite: m.env.cite(e)}, true
}

// read shows the selected one in whole, to be scrolled through.
func (m *memory) read() tea.Cmd {
	if e, ok := m.selected(); ok {
		m.reader = newProse(m.env.Look, m.env.earlierWhole(e))
	}
	return nil
}

// reading reports whether one is shown in whole.
func (m *memory) reading() bool { return m.reader != nil }

// update takes what was found, and the keys while one is read in whole.
func (m *memory) update(msg tea.Msg) (cmd tea.Cmd, taken bool) {
	switch r := msg.(type) {
	case remembered:
		return m.take(r), r.memory == m
	case tea.KeyPressMsg:
		if m.reader != nil {
			if r.String() == "esc" || r.String() == "enter" {
				m.reader = nil
				return nil, true
			}
			return m.reader.Update(msg), true
		}
	case tea.MouseWheelMsg:
		if m.reader != nil {
			return m.reader.Update(msg), true
		}
	}
	return nil, false
}

// keys are the memory's commands; refer is what taking the selected one down does.
func (m *memory) keys(refer func() tea.Cmd) kit.Bindings {
	if m.reader != nil {
		return kit.Bindings{
			{Keys: []string{"ctrl+y"}, Label: "memory.key-refer", Do: refer},
			{Keys: []string{"esc"}, Label: "memory.key-close", Do: func() tea.Cmd {
				m.reader = nil
				return nil
			}},
		}
	}
	none := m.nothing
	return kit.Bindings{
		{Keys: []string{"ctrl+y"}, Label: "memory.key-refer", Do: refer, Disabled: none},
		{Keys: []string{"f6"}, Label: "memory.key-next", Do: m.next, Disabled: none},
		{Keys: []string{"f7"}, Label: "memory.key-read", Do: m.read, Disabled: none},
	}
}

package screen

import (
	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
)

// board is all follow-ups, of every event or of one, in one list.
type board struct {
	env   *Env
	event model.ID // zero: of every event
}

// NewBoard is the board of all follow-ups of all events.
func NewBoard(env *Env) Screen { return &board{env: env} }

// NewActions is the follow-ups of one event: its fifth part.
func NewActions(env *Env, event model.ID) Screen { return &board{env: env, event: event} }

// Init reads the follow-ups.
func (b *board) Init() tea.Cmd { return nil }

// Update takes a message; of keys, those that are no command.
func (b *board) Update(tea.Msg) tea.Cmd { return nil }

// View draws the list.
func (b *board) View(w, h int) string { return kit.Fit("", w, h) }

// Title names the list.
func (b *board) Title() string { return "" }

// Keys are the commands.
func (b *board) Keys() kit.Bindings { return nil }

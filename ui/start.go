package ui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"hadir/ui/kit"
	"hadir/ui/lang"
)

// Start is the program that asks for the passphrase of a sealed database, before there is anything to show a [Root] of. It is told how
// it stands by [Ask], and ends by [Opened].
type Start struct {
	*gate
	answer func(secret string)
	w, h   int
}

// Ask asks for the passphrase, for the first time or because the last answer was wrong or came too soon.
type Ask struct {
	Wrong int           // how often an answer was wrong, at this start and at those before it
	Wait  time.Duration // how long no answer is taken
}

// Opened says that nothing more is asked: the database is open, or it cannot be.
type Opened struct{}

// NewStart makes the program; answer is called in a goroutine of its own with what was typed. An end without [Opened] means that
// somebody has left.
func NewStart(look kit.Look, now func() time.Time, answer func(secret string)) *Start {
	return &Start{gate: newGate(look, now, "seal.start"), answer: answer, w: 80, h: 24}
}

// Init does nothing: whoever runs the program asks.
func (s *Start) Init() tea.Cmd { return nil }

// Update takes one message.
func (s *Start) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch m := msg.(type) {
	case tea.WindowSizeMsg:
		s.w, s.h = max(1, m.Width), max(1, m.Height)
	case Ask:
		return s, s.ask(m.Wrong, m.Wait)
	case gateTick:
		return s, s.tick()
	case Opened:
		return s, tea.Quit
	case tea.KeyPressMsg:
		return s, s.key(m)
	case tea.PasteMsg, tea.MouseClickMsg:
		s.point(msg)
	}
	return s, nil
}

func (s *Start) key(m tea.KeyPressMsg) tea.Cmd {
	switch m.String() {
	case "ctrl+c", "esc":
		return tea.Quit
	case "f2":
		s.look.Set(other(s.look.Code()))
		return nil
	}
	secret, given := s.press(m)
	if !given {
		return nil
	}
	return func() tea.Msg {
		s.answer(secret)
		return nil
	}
}

// other is the language that is not on.
func other(code string) string {
	if code == lang.English {
		return lang.Indonesian
	}
	return lang.English
}

// View draws it as the root draws a screen.
func (s *Start) View() tea.View {
	keys := s.keys(kit.Binding{Keys: []string{"esc"}, Label: "seal.leave"})
	return gateView(s.gate, s.look.Title.Render(s.look.Cut(" HADIR", s.w-1)), keys, s.w, s.h)
}

// roomy is from how many lines on there is an empty one below the heading.
const roomy = 6

// gateView is the whole window of a gate. What it says to the window's frame names nobody.
func gateView(g *gate, heading string, keys kit.Bindings, w, h int) tea.View {
	high := max(0, h-headingHeight-footerHeight)
	parts := []string{kit.Fit(heading, w, headingHeight)}
	g.top = headingHeight
	if high >= roomy {
		g.top, high = g.top+1, high-1
		parts = append(parts, "")
	}
	if high > 0 {
		parts = append(parts, g.View(w, high))
	}
	parts = append(parts, kit.Fit(kit.Footer(g.look, keys, w), w, footerHeight))
	v := tea.NewView(clip(strings.Join(parts, "\n"), h))
	v.AltScreen, v.MouseMode = true, tea.MouseModeCellMotion
	v.WindowTitle = windowTitle
	if x, y, ok := g.Cursor(); ok && x < w && y < high {
		v.Cursor = tea.NewCursor(x, y+g.top)
	}
	return v
}

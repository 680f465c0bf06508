// Command minimal is the least that a Bubble Tea program with a list can be: the stock list of bubbles, twenty rows, nothing to
// read and nothing to write. Its first frame and its cursor are what Hadir's are measured against.
package main

import (
	"fmt"
	"os"

	"charm.land/bubbles/v2/list"
	tea "charm.land/bubbletea/v2"
)

const rows = 20

type item string

func (i item) Title() string       { return string(i) }
func (i item) Description() string { return "Desa Contoh" }
func (i item) FilterValue() string { return string(i) }

type program struct{ list list.Model }

func (p program) Init() tea.Cmd { return nil }

func (p program) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if m, ok := msg.(tea.WindowSizeMsg); ok {
		p.list.SetSize(m.Width, m.Height)
	}
	var cmd tea.Cmd
	p.list, cmd = p.list.Update(msg)
	return p, cmd
}

func (p program) View() tea.View {
	v := tea.NewView(p.list.View())
	v.AltScreen = true
	return v
}

func main() {
	items := make([]list.Item, rows)
	for i := range items {
		items[i] = item(fmt.Sprintf("Tamu %d", i+1))
	}
	p := program{list.New(items, list.NewDefaultDelegate(), 0, 0)}
	// The same frame clock as Hadir's: at the usual 60 frames a second the peer would only be slower.
	if _, err := tea.NewProgram(p, tea.WithFPS(120)).Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

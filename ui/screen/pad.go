package screen

import (
	tea "charm.land/bubbletea/v2"

	"hadir/ui/kit"
	"hadir/ui/lang"
)

// pad is one field as large as the window, for typing while people talk. It is what drafting calls a form.
type pad struct {
	look    kit.Look
	area    *kit.Area
	base    string // what is kept elsewhere already
	save    func() tea.Cmd
	finish  func() tea.Cmd // save, and then leave
	discard func() tea.Cmd
	asking  *kit.Confirm // nil: nothing is asked
	askY    int          // where the question began at the last View
}

func newPad(look kit.Look, hint lang.Key, save, finish, discard func() tea.Cmd) *pad {
	p := &pad{look: look, area: kit.NewArea(look), save: save, finish: finish, discard: discard}
	p.area.Placeholder = hint
	return p
}

// fill puts in a text that is kept elsewhere. On a text that is there a new line is begun: what is typed next is the next point.
func (p *pad) fill(s string) {
	p.area.SetValue(s)
	if s != "" {
		p.area.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	}
	p.base = p.area.Value()
}

// changed reports whether the text holds anything that is not kept elsewhere.
func (p *pad) changed() bool { return p.area.Value() != p.base }

// Snapshot is the text as a draft keeps it.
func (p *pad) Snapshot() map[string]string { return map[string]string{"text": p.area.Value()} }

// Restore puts in the text of a draft.
func (p *pad) Restore(values map[string]string) {
	if s, ok := values["text"]; ok {
		p.area.SetValue(s)
	}
}

// Update types; Ctrl+S saves, Esc leaves and asks once when something would be lost.
func (p *pad) Update(msg tea.Msg) tea.Cmd {
	if p.asking != nil {
		cmd := p.asking.Update(kit.Shift(msg, 0, p.askY))
		if p.asking != nil && !p.asking.Open() {
			p.asking = nil
		}
		return cmd
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "ctrl+s":
			return p.save()
		case "esc":
			return p.leave()
		case "tab", "shift+tab":
			return nil
		}
	}
	return p.area.Update(msg)
}

func (p *pad) leave() tea.Cmd {
	if !p.changed() {
		return p.discard()
	}
	p.asking = kit.NewConfirm(p.look, lang.Of("kit.leave"), kit.Answer{Label: "kit.resume"},
		kit.Answer{Label: "kit.save", Do: p.finish}, kit.Answer{Label: "kit.discard", Do: p.discard})
	return nil
}

// padAsk is how many lines the question may take: the text stays in sight above it.
const padAsk = 4

// View draws the text in the whole window, and below it what is asked.
func (p *pad) View(w, h int) string {
	if p.asking == nil {
		return p.area.View(w, h)
	}
	p.askY = max(0, h-padAsk)
	question := p.asking.View(w, h-p.askY)
	if p.askY == 0 {
		return question
	}
	return p.area.View(w, p.askY) + "\n" + question
}

// Cursor is in the text, or on the answer that is asked for.
func (p *pad) Cursor() (x, y int, ok bool) {
	if p.asking != nil {
		x, y, ok = p.asking.Cursor()
		return x, y + p.askY, ok
	}
	return p.area.Cursor()
}

package kit

import (
	"strings"

	"charm.land/bubbles/v2/viewport"
	tea "charm.land/bubbletea/v2"
)

// Page shows more lines than fit, to be read and moved through, as the help does.
type Page struct {
	look Look
	view viewport.Model
}

// NewPage makes a page of these lines. They may carry styles: what is foreign in them was made safe by Cut, Cell or Wrap.
func NewPage(look Look, lines []string) *Page {
	p := &Page{look: look, view: viewport.New(viewport.WithHeight(1))}
	p.SetLines(lines)
	return p
}

// SetLines puts other lines in the place of those there were; the place in the page stays, as far as there still is one.
func (p *Page) SetLines(lines []string) { p.view.SetContentLines(lines) }

// Update moves through the page by keys and wheel. The stock keys are letters as in vim; these are the ones that people try.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	page := max(1, p.view.Height()-1)
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		p.view.SetYOffset(p.view.YOffset() + wheel(msg))
	case tea.KeyPressMsg:
		switch msg.String() {
		case "up":
			p.view.ScrollUp(1)
		case "down":
			p.view.ScrollDown(1)
		case "pgup":
			p.view.ScrollUp(page)
		case "pgdown", "space":
			p.view.ScrollDown(page)
		case "home":
			p.view.GotoTop()
		case "end":
			p.view.GotoBottom()
		}
	}
	return nil
}

// View draws the lines in sight; the last one tells when there are more.
func (p *Page) View(w, h int) string {
	p.view.SetWidth(max(1, w-1))
	p.view.SetHeight(max(1, h))
	// A window that grew shows as much of the page as it can.
	p.view.SetYOffset(p.view.YOffset())
	shown := p.view.View()
	if more := p.view.TotalLineCount() - p.view.YOffset() - p.view.Height(); more > 0 && h > 1 {
		rest := p.look.Say("kit.more", "n", more+1, "key", p.look.KeyName("pgdown"))
		lines := strings.Split(shown, "\n")
		shown = strings.Join(append(lines[:len(lines)-1], p.look.Muted.Render(p.look.Cut(rest, w-1))), "\n")
	}
	return Fit(shown, w, h)
}

// Cursor is at the top left: whoever reads the screen aloud begins there.
func (p *Page) Cursor() (x, y int, ok bool) { return 0, 0, true }

// Top is the first line in sight, from 0.
func (p *Page) Top() int { return p.view.YOffset() }

// Seek brings a line to the top of what is in sight, or as near to it as the page goes.
func (p *Page) Seek(line int) { p.view.SetYOffset(line) }

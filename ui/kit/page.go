package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Page shows more lines than fit, to be read and moved through, as the help does.
type Page struct {
	look  Look
	lines []string
	top   int
	high  int // lines in sight at the last View
}

// NewPage makes a page of these lines. They may carry styles: what is foreign in them was made safe by Cut, Cell or Wrap.
func NewPage(look Look, lines []string) *Page { return &Page{look: look, lines: lines, high: 1} }

// SetLines puts other lines in the place of those there were; the place in the page stays, as far as there still is one.
func (p *Page) SetLines(lines []string) {
	p.lines = lines
	p.top = p.within(p.top)
}

// Update moves through the page by keys and wheel.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	page := max(1, p.high-1)
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		p.top += wheel(msg)
	case tea.KeyPressMsg:
		switch msg.String() {
		case "up":
			p.top--
		case "down":
			p.top++
		case "pgup":
			p.top -= page
		case "pgdown", "space":
			p.top += page
		case "home":
			p.top = 0
		case "end":
			p.top = len(p.lines)
		}
	}
	p.top = p.within(p.top)
	return nil
}

// within keeps the last line of the page at the bottom of the window, not above it.
func (p *Page) within(top int) int { return max(0, min(top, len(p.lines)-p.high)) }

// View draws the lines in sight; the last one tells when there are more.
func (p *Page) View(w, h int) string {
	p.high = max(1, h)
	p.top = p.within(p.top)
	end := min(len(p.lines), p.top+p.high)
	shown := strings.Join(p.lines[p.top:end], "\n")
	if more := len(p.lines) - end; more > 0 && p.high > 1 {
		rest := p.look.Say("kit.more", "n", more+1, "key", p.look.KeyName("pgdown"))
		shown = strings.Join(append(p.lines[p.top:end-1:end-1], p.look.Muted.Render(p.look.Cut(rest, w-1))), "\n")
	}
	return Fit(shown, w, h)
}

// Cursor is at the top left: whoever reads the screen aloud begins there.
func (p *Page) Cursor() (x, y int, ok bool) { return 0, 0, true }

package screen

import (
	tea "charm.land/bubbletea/v2"

	"hadir/ui/kit"
)

// prose is sentences to be read and moved through, broken anew when the window gets another width.
type prose struct {
	look       kit.Look
	paragraphs []string
	page       *kit.Page
	w          int // of the last View
}

func newProse(look kit.Look, paragraphs []string) *prose {
	return &prose{look: look, paragraphs: paragraphs, page: kit.NewPage(look, paragraphs)}
}

// Update scrolls.
func (p *prose) Update(msg tea.Msg) tea.Cmd { return p.page.Update(msg) }

// View draws the paragraphs, broken anew when the width has changed.
func (p *prose) View(w, h int) string {
	if w != p.w {
		p.w = w
		var lines []string
		for _, x := range p.paragraphs {
			lines = append(lines, p.look.Wrap(x, max(1, w-1))...)
		}
		p.page = kit.NewPage(p.look, lines)
	}
	return p.page.View(w, h)
}

// Cursor is the page's.
func (p *prose) Cursor() (x, y int, ok bool) { return p.page.Cursor() }

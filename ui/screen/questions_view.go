package screen

import (
	"strings"

	"hadir/model"
	"hadir/ui/kit"
)

const (
	questionsLow  = 10 // lines below which the list is all there is
	questionsWide = 60 // cells of a row from which who asked has a column
)

// View draws what is counted, the list, and the earlier questions like the one under the cursor.
func (p *questionsPage) View(w, h int) string {
	if p.like.reading() {
		return p.like.reader.View(w, h)
	}
	if p.over != nil {
		return p.over.View(w, h)
	}
	above := []string{p.env.Cut(p.heading(), w-1)}
	if h >= questionsLow {
		above = append(above, kit.Fit(p.env.NoMark+p.head(w-3), w, 1))
	}
	p.top = len(above)
	below := 0
	if h >= questionsLow && p.list.Len() > 0 {
		below = min(8, max(3, h/3))
	}
	body := p.list.View(w, max(0, h-len(above)-below))
	parts := append(above, body)
	if below > 0 {
		parts = append(parts, p.like.view(w, below))
	}
	return kit.Fit(strings.Join(parts, "\n"), w, h)
}

// Cursor is in the list, or on what is being asked.
func (p *questionsPage) Cursor() (x, y int, ok bool) {
	switch {
	case p.like.reading():
		return p.like.reader.Cursor()
	case p.over != nil:
		return p.over.Cursor()
	}
	x, y, ok = p.list.Cursor()
	return x, y + p.top, ok
}

// heading is how many questions there are, how many are owed, and what is running now.
func (p *questionsPage) heading() string {
	if !p.read {
		return p.env.Say("question.reading")
	}
	open, written := p.state.owed()
	parts := []string{p.env.Say("question.counts", "n", len(p.state.questions), "open", open)}
	if written > 0 {
		parts = append(parts, p.env.Say("question.counts-written", "n", written))
	}
	if p.owed {
		parts = append(parts, p.env.Say("question.only-owed"))
	}
	if p.state.running != "" {
		parts = append(parts, p.env.Say("question.running", "item", p.state.running))
	}
	return strings.Join(parts, " | ")
}

// row draws one question in the columns that the window has room for.
func (p *questionsPage) row(q model.Question, w int) string { return p.columns(w).Row(q, w) }

func (p *questionsPage) head(w int) string { return p.columns(w).Head(w) }

// columns are those of a wide window, or of a narrow one, where the words and the status are what is left.
func (p *questionsPage) columns(w int) *kit.Table[model.Question] {
	if w >= questionsWide {
		return p.wide
	}
	return p.narrow
}

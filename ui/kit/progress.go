package kit

import (
	"strings"

	"hadir/ui/lang"
)

// Progress shows how much of a known amount is done: words, a bar, and the count. It moves only when it is told.
type Progress struct {
	look        Look
	what        lang.Phrase
	done, total int
}

// NewProgress shows what is being done.
func NewProgress(look Look, what lang.Phrase) *Progress { return &Progress{look: look, what: what} }

// Set says how much is done, of how much; a total of 0 is not yet known, and has no bar.
func (p *Progress) Set(done, total int) { p.done, p.total = done, total }

// View draws the words on the first line, the bar and the count on the second; on one line, the count alone.
func (p *Progress) View(w, h int) string {
	count := p.look.Number(p.done)
	if p.total > 0 {
		count = p.look.Say("kit.of", "done", p.look.Number(p.done), "total", p.look.Number(p.total))
	}
	line := p.look.Cut(count, w-1)
	if room := w - 1 - Width(count) - 3; p.total > 0 && room >= 4 {
		full := room * max(0, min(p.done, p.total)) / p.total
		bar := strings.Repeat(p.look.Box.Full, full) + strings.Repeat(p.look.Box.Empty, room-full)
		line = "[" + bar + "] " + count
	}
	if h > 1 {
		line = p.look.Cut(p.look.Tell(p.what), w-1) + "\n" + line
	}
	return Fit(line, w, h)
}

package kit

import (
	"strings"

	"charm.land/lipgloss/v2"

	"hadir/model/text"
	"hadir/ui/lang"
)

// Kind is how a sentence is meant.
type Kind int

// The kinds. Warnings and what went wrong carry a mark beside their colour.
const (
	Plain Kind = iota
	Good
	Warn
	Bad
)

// Toast is the status line: the last sentence that was said. It stays until the next one, since nobody knows when an
// officer looks up from the guest.
type Toast struct {
	look Look
	kind Kind
	said lang.Phrase
}

// NewToast makes an empty status line.
func NewToast(look Look) *Toast { return &Toast{look: look} }

// Show puts a sentence in the place of the last one; the zero Phrase clears the line.
func (t *Toast) Show(kind Kind, said lang.Phrase) { t.kind, t.said = kind, said }

// Kind is how the sentence that is shown is meant.
func (t *Toast) Kind() Kind { return t.kind }

// Text is the sentence that is shown, in the language that is on.
func (t *Toast) Text() string { return t.look.Tell(t.said) }

// View draws the sentence, on as many of h lines as it needs.
func (t *Toast) View(w, h int) string { return Fit(t.look.sentence(t.kind, t.Text(), w-1, h), w, h) }

// sentenceLimit is the most code points of a sentence that are shown: an error's text may quote a whole file.
const sentenceLimit = 1000

// sentence draws one of a kind, marked and wrapped, on h lines at most.
func (l Look) sentence(kind Kind, words string, w, h int) string {
	if words == "" || h <= 0 {
		return ""
	}
	mark, style := l.kind(kind)
	words, _ = text.Cut(words, sentenceLimit)
	lines := l.Wrap(words, w-len(mark))
	lines = lines[:min(len(lines), h)]
	for i, line := range lines {
		before := mark
		if i > 0 {
			before = spaces(len(mark))
		}
		lines[i] = style.Render(before + line)
	}
	return strings.Join(lines, "\n")
}

func (l Look) kind(kind Kind) (mark string, style lipgloss.Style) {
	switch kind {
	case Good:
		return "", l.Good
	case Warn:
		return l.WarnMark, l.Warn
	case Bad:
		return l.BadMark, l.Bad
	}
	return "", l.Text
}

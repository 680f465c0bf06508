// Package theme owns the look of the program: one palette of names that say what a thing means, made into one Styles value
// that is passed to whatever draws. It does not draw, and it knows no widget.
//
// Colours are the sixteen of the terminal alone: a plain Windows console has no others, and its owner may have chosen
// them for his eyes. No meaning rests on a colour: beside each style that means something stands a mark or a word.
package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// Options says what the terminal and its reader can take.
type Options struct {
	NoColor      bool // NO_COLOR or a terminal without colours: bold, underline and reverse only
	HighContrast bool // nothing dim, every colour bright
	ASCII        bool // no character beyond ASCII is drawn by the program itself
}

// Styles is everything that drawing needs to know of the look. It is made once and never changed.
type Styles struct {
	Text        lipgloss.Style // plain reading
	Muted       lipgloss.Style // what may be read later: hints, placeholders, times gone by
	Accent      lipgloss.Style // what leads the eye: names of keys, the day
	Title       lipgloss.Style // the heading of a screen or a column
	Good        lipgloss.Style // it is done and kept
	Warn        lipgloss.Style // look at this before going on
	Bad         lipgloss.Style // it is not done, not kept, or overdue
	Selected    lipgloss.Style // the row that Enter is about; beside it stands Mark
	Border      lipgloss.Style // lines between things
	Match       lipgloss.Style // the words that a search found; MatchBefore and MatchAfter stand around them
	Box         Box
	Ellipsis    string // where words were cut
	Mark        string // before the selected row, two cells
	NoMark      string // before every other row, as wide as Mark
	WarnMark    string // before a sentence that warns
	BadMark     string // before a sentence about something that went wrong
	FieldBefore string // opens the box that is typed in
	FieldAfter  string // closes it
	MatchBefore string // before words that a search found, where underlining alone may not be seen; else empty
	MatchAfter  string // behind them
}

// New makes the styles for these options.
func New(o Options) *Styles {
	s := shapes(o.ASCII)
	plain := lipgloss.NewStyle()
	s.Text = plain
	// Reverse is the one way to show a selection that no choice of sixteen colours can make unreadable.
	s.Selected = plain.Reverse(true)
	s.Title = plain.Bold(true)
	s.Match = plain.Bold(true).Underline(true)
	if o.NoColor || o.ASCII {
		// Who has asked for so little may have a terminal that knows no underline either.
		s.MatchBefore, s.MatchAfter = "[", "]"
	}
	if o.NoColor {
		s.Muted, s.Border = plain, plain
		s.Accent, s.Good, s.Warn, s.Bad = plain.Bold(true), plain, plain.Bold(true), plain.Bold(true)
		return s
	}
	p := palette(o.HighContrast)
	s.Muted, s.Border = paint(p.muted), paint(p.border)
	s.Accent = paint(p.accent)
	s.Good, s.Warn, s.Bad = paint(p.good), paint(p.warn), paint(p.bad).Bold(true)
	return s
}

// colours is the palette; nil is the terminal's own colour of text.
type colours struct{ muted, border, accent, good, warn, bad color.Color }

// palette picks colours that can be read on black and on white: not yellow or bright white for words in the usual one.
func palette(highContrast bool) colours {
	if highContrast {
		return colours{accent: lipgloss.BrightCyan, good: lipgloss.BrightGreen, warn: lipgloss.BrightYellow, bad: lipgloss.BrightRed}
	}
	return colours{
		muted: lipgloss.BrightBlack, border: lipgloss.BrightBlack,
		accent: lipgloss.Cyan, good: lipgloss.Green, warn: lipgloss.Yellow, bad: lipgloss.Red,
	}
}

func paint(c color.Color) lipgloss.Style {
	if c == nil {
		return lipgloss.NewStyle()
	}
	return lipgloss.NewStyle().Foreground(c)
}

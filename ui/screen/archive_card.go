package screen

import (
	"cmp"
	"strings"

	"hadir/model"
	"hadir/model/date"
	"hadir/model/term"
	"hadir/model/text"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// foundCard is one record that was found, with what was last drawn of it: cutting a passage looks at every word of a text.
type foundCard struct {
	model.Hit
	passage term.Passage
	drawnAt int // characters of the passage; 0: not cut yet
}

// card draws one record: what, when, where and who; then the passage that shows why it was found.
func (a *archive) card(c *foundCard, w int, selected bool) []string {
	mark := a.env.NoMark
	if selected {
		mark = a.env.Mark
	}
	lines := []string{mark + a.env.Cell(a.titleOf(c, w-2), max(0, w-2))}
	if a.cards.Size > 2 {
		lines = append(lines, a.env.NoMark+a.env.Cell(strings.Join(spoken(c.EventTheme, c.Place), ", "), max(0, w-2)))
	}
	if selected {
		for i := range lines {
			lines[i] = a.env.Selected.Render(a.env.Cell(lines[i], w))
		}
	}
	return append(lines, "    "+a.passage(c, max(1, w-6)))
}

// titleOf is the first line of a card in w cells.
func (a *archive) titleOf(c *foundCard, w int) string {
	kind, day := a.env.Say(KindWords(c.Key.Kind)), shortDate(a.env, c.Date)
	parts := []string{a.env.Cell(kind, kindWide), a.env.Cell(day, dayWide)}
	if c.Internal {
		parts = append(parts, a.env.Say("archive.internal"))
	}
	if a.cards.Size > 2 {
		return strings.Join(append(parts, spoken(c.Who, a.sample(c))...), "  ")
	}
	// Theme, place and person share what is left; none may push the others out.
	rest := w - kindWide - dayWide - 4
	told := spoken(c.EventTheme, c.Place, c.Who, a.sample(c))
	told = told[:max(0, min(len(told), rest/titleLeast))]
	for i, s := range told {
		share := rest / (len(told) - i)
		if kit.Width(s) > share-2 && i < len(told)-1 {
			s = a.env.Cut(s, max(1, share-2))
		}
		told[i] = s
		rest -= kit.Width(s) + 2
	}
	return strings.Join(append(parts, told...), "  ")
}

// The cells of the longest word for a kind, of the longest date, and the fewest in which a theme, a place or a name can be told.
const (
	kindWide   = 13
	dayWide    = 11
	titleLeast = 10
)

func (a *archive) sample(c *foundCard) string {
	if c.Hit.Sample && !a.Sample() {
		return a.env.Say("event.sample")
	}
	return ""
}

// spoken are the texts that are not empty.
func spoken(texts ...string) (out []string) {
	for _, s := range texts {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// passage is the part of a record that shows why it was found, its words marked, in w cells.
func (a *archive) passage(c *foundCard, w int) string {
	if c.drawnAt != w {
		room := w
		for _, m := range []string{a.env.MatchBefore, a.env.MatchAfter} {
			room -= 3 * len(m)
		}
		c.passage, c.drawnAt = a.draws.Passage(c.Text, &a.search.query, max(8, room-2*kit.Width(a.env.Ellipsis))), w
	}
	var b strings.Builder
	if c.passage.Before {
		b.WriteString(a.env.Ellipsis)
	}
	b.WriteString(a.env.marked(c.passage.Text, c.passage.Marks))
	if c.passage.After {
		b.WriteString(a.env.Ellipsis)
	}
	return b.String()
}

// marked is a text with what matched made to stand out; it is safe to draw.
func (e *Env) marked(s string, marks []term.Span) string {
	var b strings.Builder
	at := 0
	for _, m := range marks {
		b.WriteString(text.Safe(s[at:m.Start]))
		b.WriteString(e.Match.Render(e.MatchBefore + text.Safe(s[m.Start:m.End]) + e.MatchAfter))
		at = m.End
	}
	b.WriteString(text.Safe(s[at:]))
	return b.String()
}

// KindWords is what a kind of record is called in the archive.
func KindWords(k model.Kind) lang.Key { return lang.Key("archive.kind." + k.String()) }

// shortDate is a date of a record as a row has room for it; empty where there is none.
func shortDate(env *Env, iso string) string {
	var d date.Date
	if iso == "" || d.UnmarshalText([]byte(iso)) != nil {
		return iso
	}
	return d.Short(env.dates())
}

// where is where and when a record belongs, in one line.
func (e *Env) where(h model.Hit) string {
	return strings.Join(spoken(h.EventTheme, cmp.Or(plainDate(e, h.Date)), h.Place), ", ")
}

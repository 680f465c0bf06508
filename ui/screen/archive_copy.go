package screen

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/text"
	"hadir/ui/kit"
)

// quoteMost is how many characters of a text are copied in whole; of a longer one it is the passage that was found.
const quoteMost = 1500

// copy puts what is selected on the clipboard, with where it comes from: who pastes it into a letter needs both.
func (a *archive) copy() tea.Cmd {
	c, ok := a.cards.Selected()
	switch {
	case !ok:
		return nil
	case !a.whole.known:
		return say(kit.Plain, "archive.reading")
	}
	return tea.Batch(tea.SetClipboard(a.quoted(c)), say(kit.Good, "archive.copied"))
}

// quoted is a record as it is quoted: its words, where they come from, and what speaks against them.
func (a *archive) quoted(c *foundCard) string {
	var t lines
	if c.Hit.Sample {
		t.add(a.env.Say("report.sample"))
	}
	if c.Internal {
		t.add(a.env.Say("archive.internal-quote"))
	}
	if c.Key.Kind == model.KindQuestion && c.Part != model.PartQuestion {
		t.add(inOneLine(c.Title))
	}
	words := c.Text
	if utf8.RuneCountInString(words) > quoteMost {
		p := a.draws.Passage(words, &a.search.query, quoteMost)
		words = p.Text
		if p.Before {
			words = "... " + words
		}
		if p.After {
			words += " ..."
		}
	}
	t.add(`"` + strings.TrimSpace(text.Safe(strings.ReplaceAll(words, "\n", " "))) + `"`)
	t.add("- " + a.env.citation(c.Hit, a.whole.state))
	if c.Key.Kind == model.KindQuestion {
		t.add(a.env.earlierWarning(a.whole.earlier()))
	}
	return t.String()
}

// citation is where a record comes from, in one line; of an answer with who gave it, its basis, and data as of when.
func (e *Env) citation(h model.Hit, s wholeState) string {
	switch h.Key.Kind {
	case model.KindQuestion:
		cite := e.cite(model.Earlier{Question: s.question, Event: s.event})
		if h.Place != "" {
			cite += " | " + h.Place
		}
		return cite
	case model.KindAction:
		return strings.Join(spoken(s.action.Owner, e.where(h), e.actionStanding(s.action)), " | ")
	}
	return strings.Join(spoken(h.Who, e.where(h)), " | ")
}

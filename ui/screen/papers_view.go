package screen

import (
	"strings"

	"hadir/ui/filing"
	"hadir/ui/kit"
)

// papersNarrow is the width below which a row does not tell what a paper lacks.
const papersNarrow = 66

// View draws the papers, where the set lies, and how far printing is.
func (s *papers) View(w, h int) string {
	if !s.known {
		return s.env.Muted.Render(s.env.Cut(s.env.Say("papers.reading"), w-1))
	}
	if s.pick != nil {
		return s.pick.View(w, h)
	}
	head := s.env.Cut(s.summary(), w-1)
	if s.work != nil {
		head = s.env.Cut(s.progress(), w-1)
	}
	s.above = 0
	if h > 2 {
		s.above = 1
	} else {
		head = ""
	}
	below := ""
	if m, ok := s.list.Selected(); ok && h >= 14 {
		below = s.about(m, w)
	}
	return kit.Frame(w, h, head, below, s.list.View)
}

// summary counts the papers by where they stand.
func (s *papers) summary() string {
	n := map[filing.State]int{}
	for _, m := range s.state.made {
		n[s.state.file.Standing(m)]++
	}
	return s.env.Say("papers.summary", "ready", n[filing.Ready], "incomplete", n[filing.Incomplete], "printed", n[filing.Printed], "changed", n[filing.Changed])
}

func (s *papers) progress() string {
	if at := s.work.at.Load(); at != nil {
		return s.env.Tell(*at)
	}
	return s.env.Say("papers.making")
}

// lacks is what a paper lacks, in its own words.
func (s *papers) lacks(m filing.Made) string {
	gaps := m.Gaps()
	words := make([]string, len(gaps))
	for i, g := range gaps {
		words[i] = g.Says
	}
	return strings.Join(words, ", ")
}

// about tells of the paper under the cursor what it lacks in full, and where the papers lie.
func (s *papers) about(m filing.Made, w int) string {
	what := s.env.Say("papers.whole")
	if lacks := s.lacks(m); lacks != "" {
		what = s.env.Say("papers.lacks", "what", lacks)
	}
	lines := s.env.Wrap(what, max(1, w-1))
	lines = lines[:min(len(lines), 3)]
	if code := m.Code(); code != "" && s.state.file.Prints.Sheets() != nil {
		lines = append(lines, s.env.Cut(s.env.Say("papers.code", "code", code), w-1))
	}
	return strings.Join(append(lines, s.env.Muted.Render(s.env.Cut(s.env.Say("papers.folder", "folder", s.state.file.Folder()), w-1))), "\n")
}

// Cursor is in the list.
func (s *papers) Cursor() (x, y int, ok bool) {
	if s.pick != nil {
		return s.pick.Cursor()
	}
	x, y, ok = s.list.Cursor()
	return x, y + s.above, ok && s.known && s.work == nil
}

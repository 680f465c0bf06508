package screen

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model/term"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// From which sizes on the parts of the archive stand side by side, and what each needs to be worth showing.
const (
	archiveWide   = 100 // cells: results and the whole side by side
	archiveWidest = 150 // cells: the facets beside both
	archiveFacets = 34  // cells of the facets there
	archiveLow    = 12  // lines: below, the facets have no line of their own
	archiveLeast  = 9   // lines of results and whole together, below which only one line tells of the whole
)

// region is where a part stood at the last View, within the body.
type region struct{ x, y, wide, high int }

// archivePlace is where each part stood.
type archivePlace struct{ cards, facets, whole region }

// under is the part under the mouse.
func (p archivePlace) under(msg tea.Msg) (archivePart, bool) {
	var x, y int
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		x, y = m.X, m.Y
	case tea.MouseWheelMsg:
		x, y = m.X, m.Y
	default:
		return 0, false
	}
	for at, r := range map[archivePart]region{atBox: p.cards, atFacets: p.facets, atWhole: p.whole} {
		if x >= r.x && x < r.x+r.wide && y >= r.y && y < r.y+r.high {
			return at, true
		}
	}
	return 0, false
}

// View draws the box, what it found, and the whole of what is selected; or what is being asked.
func (a *archive) View(w, h int) string {
	if a.pick != nil {
		return a.pick.View(w, h)
	}
	if a.facets.code != a.env.Code() {
		a.facets.show(a.search)
	}
	head := a.head(w, h)
	a.place = archivePlace{}
	a.cards.Empty = a.empty()
	top := max(0, min(len(head), h-1))
	return kit.Frame(w, h, strings.Join(head, "\n"), "", func(w, h int) string {
		switch {
		case len(a.search.found.Hits) == 0 || h < 1:
			a.place.cards = region{0, top, w, h}
			return a.cards.View(w, h)
		case w >= archiveWide:
			return a.beside(w, h, top)
		}
		return a.stacked(w, h, top)
	})
}

// beside puts the results at the left and the whole at the right; the facets take its place while the keys are there, or have a
// column of their own.
func (a *archive) beside(w, h, top int) string {
	rest := w
	var columns []string
	wide := w >= archiveWidest
	if wide {
		rest -= archiveFacets
	}
	left := rest / 2
	a.cards.Size = 3
	a.place.cards = region{0, top, left, h}
	columns = append(columns, a.cards.View(left, h))
	right := rest - left
	if a.at == atFacets && !wide {
		a.place.facets = region{left, top, right, h}
		columns = append(columns, a.facets.View(right, h))
	} else {
		a.place.whole = region{left, top, right, h}
		columns = append(columns, a.whole.View(right, h))
	}
	widths := []int{left, right}
	if wide {
		a.place.facets = region{rest, top, archiveFacets, h}
		columns, widths = append(columns, a.facets.View(archiveFacets, h)), append(widths, archiveFacets)
	}
	return side(columns, widths, h)
}

// side joins drawings of h lines side by side.
func side(columns []string, widths []int, h int) string {
	rows := make([]string, h)
	for i, c := range columns {
		for j, line := range strings.SplitN(c, "\n", h) {
			if i < len(columns)-1 {
				line += strings.Repeat(" ", max(0, widths[i]-kit.Width(line)))
			}
			rows[j] += line
		}
	}
	return strings.Join(rows, "\n")
}

// stacked puts the whole below the results, or the facets while the keys are there.
func (a *archive) stacked(w, h, top int) string {
	a.cards.Size = 2
	below := 1
	switch {
	case a.at == atFacets && h < archiveLeast:
		a.place.facets = region{0, top, w, h}
		return a.facets.View(w, h)
	case h < 4:
		below = 0
	case a.at == atWhole || a.at == atFacets:
		below = h * 3 / 5
	case h >= archiveLeast:
		below = h * 2 / 5
	}
	above := h - below
	if below > 1 {
		// Few results leave their room to the whole.
		above = max(a.cards.Size, min(above, a.cards.Size*len(a.cards.Items())))
		below = h - above
	}
	a.place.cards = region{0, top, w, above}
	lines := []string{a.cards.View(w, above)}
	switch {
	case below == 0:
	case a.at == atFacets:
		a.place.facets = region{0, top + above + 1, w, below - 1}
		lines = append(lines, a.rule(w), a.facets.View(w, below-1))
	case below == 1:
		lines = append(lines, a.whole.line(w))
	default:
		a.place.whole = region{0, top + above + 1, w, below - 1}
		lines = append(lines, a.rule(w), a.whole.View(w, below-1))
	}
	return strings.Join(lines, "\n")
}

func (a *archive) rule(w int) string {
	return a.env.Border.Render(strings.Repeat(a.env.Box.Across, max(0, w-1)))
}

// head gives the lines above the results.
func (a *archive) head(w, h int) []string {
	box := a.env.Mark + a.box.View(max(1, w-2), 1)
	if a.at != atBox {
		box = a.env.NoMark + a.box.View(max(1, w-2), 1)
	}
	if a.naming != nil {
		box = a.env.Say("archive.name") + " " + a.naming.View(max(1, w-1-kit.Width(a.env.Say("archive.name"))), 1)
	}
	lines := []string{box}
	for _, p := range a.warnings() {
		lines = append(lines, a.env.Warn.Render(a.env.Cut(a.env.WarnMark+p, w-1)))
	}
	if counts := a.counts(); counts != "" {
		lines = append(lines, a.env.Muted.Render(a.env.Cut(counts, w-1)))
	}
	if summary := a.facets.summary(); summary != "" && h >= archiveLow && w < archiveWidest {
		lines = append(lines, a.env.Cut(summary, w-1))
	}
	return lines
}

// counts says how much was found.
func (a *archive) counts() string {
	f := a.search.found
	switch {
	case a.search.query.Empty() || f.Total == 0:
		return ""
	case f.Whole == f.Total || len(a.search.query.Groups) == 0:
		return a.env.Say("archive.found", "n", a.env.Number(f.Total))
	case f.Whole == 0:
		return a.env.Say("archive.found-some", "n", a.env.Number(f.Total))
	}
	return a.env.Say("archive.found-whole", "n", a.env.Number(f.Total), "whole", a.env.Number(f.Whole))
}

// warnings say what was typed and not used, what was taken for what, and what could not be searched.
func (a *archive) warnings() (out []string) {
	s := a.search
	if s.failed != nil {
		return []string{a.env.Say("archive.failed", "why", Failure(s.failed))}
	}
	for _, p := range s.query.Problems {
		out = append(out, a.env.Say(problemWords(p.Kind), "what", p.Text, "chars", a.env.Number(term.LongestQuery), "words", term.MostWords))
	}
	for _, m := range s.found.Meant {
		out = append(out, a.env.Say("archive.meant", "typed", m.Typed, "taken", strings.Join(m.Taken, ", ")))
	}
	if s.found.Unread > 0 {
		out = append(out, a.env.Say("archive.unread"))
	}
	return out[:min(len(out), 3)]
}

func problemWords(k term.ProblemKind) lang.Key {
	switch k {
	case term.TooLong:
		return "archive.too-long"
	case term.TooMany:
		return "archive.too-many"
	case term.NoDate:
		return "archive.no-date"
	case term.NoYear:
		return "archive.no-year"
	}
	return "archive.no-value"
}

// empty is what stands in the place of results.
func (a *archive) empty() lang.Phrase {
	switch {
	case strings.TrimSpace(a.box.Value()) == "":
		return lang.Of("archive.nothing-typed-yet")
	case !a.search.known:
		return lang.Of("archive.searching")
	case a.search.query.Empty():
		return lang.Of("archive.no-words")
	case a.search.stop != nil:
		return lang.Of("archive.searching")
	}
	return lang.Of("archive.nothing", "words", strings.TrimSpace(a.env.Cut(a.box.Value(), nameMost)))
}

// Cursor is in the box, or in the part that the keys go to.
func (a *archive) Cursor() (x, y int, ok bool) {
	switch {
	case a.pick != nil:
		return a.pick.Cursor()
	case a.naming != nil:
		x, y, ok = a.naming.Cursor()
		return x + kit.Width(a.env.Say("archive.name")) + 1, y, ok
	case a.at == atFacets:
		x, y, ok = a.facets.Cursor()
		return x + a.place.facets.x, y + a.place.facets.y, ok && a.place.facets.high > 0
	case a.at == atWhole:
		return a.place.whole.x, a.place.whole.y, a.place.whole.high > 0
	}
	x, y, ok = a.box.Cursor()
	return x + kit.Width(a.env.Mark), y, ok
}

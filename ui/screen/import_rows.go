package screen

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"hadir/model/roster"
	"hadir/model/sheet"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// importRows shows row by row what an import will do, and why, and takes the decisions that a person has to make. The plan
// belongs to Update's goroutine until it is handed to the one that writes.
type importRows struct {
	env    *Env
	layout sheet.Layout
	plan   *roster.Plan
	save   func(*importRows) tea.Cmd
	list   *kit.List[int] // indices of plan.Rows
	table  *kit.Table[int]
	filter rowFilter
	sums   [filterCount]int
	counts roster.Counts
	said   lang.Phrase // what will happen, in figures
	ask    *decision   // nil: no row is being decided
}

// rowFilter is a part of the rows.
type rowFilter uint8

// The parts, in the order in which they are offered.
const (
	rowsAll rowFilter = iota
	rowsOpen
	rowsNew
	rowsFills
	rowsDiffers
	rowsSimilar
	rowsSame
	rowsNoted
	rowsSkipped
	filterCount
)

func newImportRows(env *Env, l sheet.Layout, plan *roster.Plan) *importRows {
	r := &importRows{env: env, layout: l, plan: plan}
	r.table = kit.NewTable(env.Look,
		kit.Column[int]{Title: "import.row", Size: kit.Size{Fixed: 6}, Right: true, Text: func(i int) string { return env.Number(plan.Rows[i].Line) }},
		kit.Column[int]{Title: "import.verdict", Size: kit.Size{Fixed: 11}, Text: r.verdict},
		kit.Column[int]{Title: "roster.field.name", Size: kit.Size{Min: 10, Share: 3}, Text: func(i int) string { return plan.Rows[i].Guest.FullName() }},
		kit.Column[int]{Title: "roster.field.institution", Size: kit.Size{Min: 10, Share: 3}, Text: func(i int) string { return plan.Rows[i].Guest.From() }},
		kit.Column[int]{Title: "import.why", Size: kit.Size{Min: 12, Share: 4}, Text: r.firstReason},
	)
	r.list = kit.NewList(env.Look, strconv.Itoa, r.table.Row)
	r.list.Empty = lang.Of("import.no-rows-here")
	r.count()
	if r.sums[rowsOpen] > 0 {
		r.filter = rowsOpen
	}
	r.arrange()
	return r
}

// isOpen reports whether a row waits for somebody to decide: it resembles somebody, or says something else than the event, and
// nobody has chosen yet. Until then the guest is added, and nothing is overwritten.
func isOpen(d *roster.Decision) bool {
	return !d.Chosen && (d.Verdict == roster.Similar || differs(d))
}

// differs reports whether a row says something else than the event and is not believed.
func differs(d *roster.Decision) bool {
	return slices.ContainsFunc(d.Diffs, func(f roster.Diff) bool { return f.Have != "" && !f.Take })
}

// isNoted reports whether something about a row's cells is worth a look.
func isNoted(d *roster.Decision) bool {
	return d.Verdict != roster.Skipped && slices.ContainsFunc(d.Doubts, func(x roster.Doubt) bool { return !x.Reason.Settled() })
}

// in reports whether a row belongs to a part.
func (f rowFilter) in(d *roster.Decision) bool {
	switch f {
	case rowsOpen:
		return isOpen(d)
	case rowsNoted:
		return isNoted(d)
	case rowsNew:
		return d.Verdict == roster.New
	case rowsFills:
		return d.Verdict == roster.Fills
	case rowsDiffers:
		return d.Verdict == roster.Differs
	case rowsSimilar:
		return d.Verdict == roster.Similar
	case rowsSame:
		return d.Verdict == roster.Unchanged
	case rowsSkipped:
		return d.Verdict == roster.Skipped
	}
	return true
}

// words is what a part is called.
func (f rowFilter) words() lang.Key {
	switch f {
	case rowsOpen:
		return "import.filter-open"
	case rowsNoted:
		return "import.filter-noted"
	case rowsNew:
		return verdictWords(roster.New)
	case rowsFills:
		return verdictWords(roster.Fills)
	case rowsDiffers:
		return verdictWords(roster.Differs)
	case rowsSimilar:
		return verdictWords(roster.Similar)
	case rowsSame:
		return verdictWords(roster.Unchanged)
	case rowsSkipped:
		return verdictWords(roster.Skipped)
	}
	return "import.filter-all"
}

// count counts the rows of each part.
func (r *importRows) count() {
	r.sums = [filterCount]int{}
	for i := range r.plan.Rows {
		for f := range filterCount {
			if f.in(&r.plan.Rows[i]) {
				r.sums[f]++
			}
		}
	}
	r.counts, r.said = r.plan.Counts(), figures(r.env, r.plan)
}

// arrange counts anew and shows the rows of the part that is chosen.
func (r *importRows) arrange() {
	r.count()
	shown := make(rowSource, 0, r.sums[r.filter])
	for i := range r.plan.Rows {
		if r.filter.in(&r.plan.Rows[i]) {
			shown = append(shown, i)
		}
	}
	r.list.Show(shown)
}

// rowSource is indices of rows, ascending.
type rowSource []int

// Len is how many rows there are.
func (s rowSource) Len() int { return len(s) }

// At is the index of a row in the plan.
func (s rowSource) At(i int) int { return s[i] }

// Find says where a row stands, without looking at all of them.
func (s rowSource) Find(id string) (int, bool) {
	row, err := strconv.Atoi(id)
	if err != nil {
		return 0, false
	}
	return slices.BinarySearch(s, row)
}

func (r *importRows) heading() lang.Phrase {
	return lang.Of("import.step-rows", "what", r.said)
}

// Asking is so while a row is decided.
func (r *importRows) Asking() bool { return r.ask != nil }

// Keys are the commands, or those of the decision in front.
func (r *importRows) Keys() kit.Bindings {
	if r.ask != nil {
		return r.ask.Keys()
	}
	return kit.Bindings{
		{Keys: []string{"ctrl+s"}, Label: "import.save", Do: func() tea.Cmd { return r.save(r) }},
		{Keys: []string{"enter"}, Label: "import.decide", Do: r.decide, Disabled: r.undecidable},
		{Keys: []string{"tab", "right"}, Label: "import.filter", Do: func() tea.Cmd { return r.turn(1) }},
		{Keys: []string{"shift+tab", "left"}, Label: "import.filter-before", Do: func() tea.Cmd { return r.turn(-1) }, Hidden: true},
	}
}

// turn goes to the next part that has any rows.
func (r *importRows) turn(step int) tea.Cmd {
	for range filterCount {
		r.filter = rowFilter((int(r.filter) + step + int(filterCount)) % int(filterCount))
		if r.filter == rowsAll || r.sums[r.filter] > 0 {
			break
		}
	}
	r.arrange()
	return nil
}

// Update goes to the decision in front, else moves the cursor.
func (r *importRows) Update(msg tea.Msg) tea.Cmd {
	if r.ask == nil {
		return r.list.Update(kit.Shift(msg, 0, rowsHead))
	}
	cmd := r.ask.Update(msg)
	if !r.ask.open {
		r.ask = nil
		// The row stays in sight until another part is chosen, though it may have left this one: whoever decided wants to see
		// what came of it.
		r.count()
	}
	return cmd
}

// undecidable disables deciding about a row that nothing can be done about.
func (r *importRows) undecidable() (lang.Phrase, bool) {
	i, ok := r.list.Selected()
	return lang.Of("import.nothing-to-decide"), !ok || r.plan.Rows[i].Guest.Name == ""
}

// decide opens the decisions about the row under the cursor.
func (r *importRows) decide() tea.Cmd {
	i, ok := r.list.Selected()
	if ok {
		r.ask = newDecision(r.env, r.plan, i)
	}
	return nil
}

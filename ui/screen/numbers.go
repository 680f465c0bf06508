package screen

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model/date"
	"hadir/model/stats"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// statsReader reads what each event adds to the figures.
type statsReader interface {
	Tallies(ctx context.Context, institutions bool, f func(stats.Event)) error
}

// numbers is the figures of what was done over time, by month, place, institution or topic, one of them drawn as bars.
type numbers struct {
	env     *Env
	by      stats.By
	measure int    // which figure the bars show, of measures
	since   string // ISO 8601; empty: from the beginning
	report  stats.Report
	known   bool
	under   bool // a reading is under way
	number  int  // of the last reading that was asked for
	list    *kit.List[stats.Row]
	box     *kit.Input // the day to count from; nil: it is not being typed
	most    int        // the largest figure that is drawn
	top     int        // the list's first line within the body, at the last View
}

// measure is one of the figures of a row.
type measure struct {
	label lang.Key
	of    func(r stats.Row) int
}

// measures are the figures that there are, in the order of their columns.
func measures() []measure {
	return []measure{
		{"numbers.events", func(r stats.Row) int { return r.Events }},
		{"numbers.came", func(r stats.Row) int { return r.Came }},
		{"numbers.questions", func(r stats.Row) int { return r.Questions }},
		{"numbers.promised", func(r stats.Row) int { return r.Promised }},
		{"numbers.kept", func(r stats.Row) int { return r.Kept }},
	}
}

// numbersRead is the figures as they were when reading number was made.
type numbersRead struct {
	of     *numbers
	number int
	report stats.Report
	err    error
}

// NewNumbers is the figures over time, by month at first.
func NewNumbers(env *Env) Screen {
	n := &numbers{env: env, by: stats.Month}
	n.list = kit.NewList(env.Look, func(r stats.Row) string { return "n" + r.Name }, n.row)
	return n
}

// Init reads the figures.
func (n *numbers) Init() tea.Cmd { return n.read() }

// Title is the heading.
func (n *numbers) Title() string {
	title := n.env.Say("numbers.title") + "  " + n.env.Say(lang.Key("numbers.by."+string(n.by)))
	if n.since != "" {
		title += ", " + n.env.Say("numbers.since-is", "when", plainDate(n.env, n.since))
	}
	return title
}

// Sample reports whether there is nothing but sample data.
func (n *numbers) Sample() bool { return n.report.Sample }

// Typing is so while a day is typed.
func (n *numbers) Typing() bool { return n.box != nil }

// Help explains what no key tells.
func (n *numbers) Help() []lang.Key { return []lang.Key{"numbers.help"} }

// Keys are the commands.
func (n *numbers) Keys() kit.Bindings {
	if n.box != nil {
		return kit.Bindings{
			{Keys: []string{"enter"}, Label: "numbers.key-count", Do: n.from},
			{Keys: []string{"esc"}, Label: "archive.key-leave", Do: func() tea.Cmd {
				n.box = nil
				return nil
			}},
		}
	}
	return kit.Bindings{
		{Keys: []string{"tab"}, Label: "numbers.key-by", Do: func() tea.Cmd { return n.turn(1) }},
		{Keys: []string{"shift+tab"}, Label: "numbers.key-by-back", Hidden: true, Do: func() tea.Cmd { return n.turn(-1) }},
		{Keys: []string{"right"}, Label: "numbers.key-measure", Do: func() tea.Cmd { return n.draw(1) }},
		{Keys: []string{"left"}, Label: "numbers.key-measure-back", Hidden: true, Do: func() tea.Cmd { return n.draw(-1) }},
		{Keys: []string{"s"}, Label: "numbers.key-since", Do: n.ask},
		{Keys: []string{"enter"}, Label: "numbers.key-look", Do: n.look, Disabled: n.nothing},
	}
}

func (n *numbers) nothing() (lang.Phrase, bool) { return lang.Of("numbers.none"), n.list.Len() == 0 }

// Update takes readings, and keys that are no command.
func (n *numbers) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(numbersRead); ok {
		return n.take(m)
	}
	if n.box != nil && press(msg) {
		return n.box.Update(msg)
	}
	return n.list.Update(kit.Shift(msg, 0, n.top))
}

// read sums the figures up anew. That may look at every event: one that is under way is finished first.
func (n *numbers) read() tea.Cmd {
	n.number++
	if n.under {
		return nil
	}
	n.under = true
	out, store := numbersRead{of: n, number: n.number}, n.env.Store
	by, count := n.by, stats.NewCounter(n.by, n.since, n.env.Today().String())
	return func() tea.Msg {
		out.err = store.Tallies(context.Background(), by == stats.Institution, count.Add)
		out.report = count.Report()
		return out
	}
}

func (n *numbers) take(m numbersRead) tea.Cmd {
	if m.of != n {
		return nil
	}
	n.under = false
	switch {
	case m.number != n.number:
		return n.read()
	case m.err != nil:
		return unread(m.err)
	}
	n.report, n.known = m.report, true
	n.show()
	if n.by == stats.Month {
		n.list.Select(n.list.Len() - 1) // what was lately
	} else {
		n.list.Select(0)
	}
	return nil
}

// show draws the rows of the report to the scale of the largest.
func (n *numbers) show() {
	n.most = 0
	for _, r := range n.report.Rows {
		n.most = max(n.most, measures()[n.measure].of(r))
	}
	n.list.Show(kit.Slice[stats.Row](n.report.Rows))
}

// turn tells the figures by something else.
func (n *numbers) turn(by int) tea.Cmd {
	all := stats.Bys()
	n.by = all[(slices.Index(all, n.by)+by+len(all))%len(all)]
	n.known = false
	n.report.Rows = nil
	n.show()
	return n.read()
}

// draw shows another figure as bars.
func (n *numbers) draw(by int) tea.Cmd {
	n.measure = (n.measure + by + len(measures())) % len(measures())
	n.show()
	return nil
}

// ask asks from which day on to count.
func (n *numbers) ask() tea.Cmd {
	n.box = kit.NewInput(n.env.Look)
	n.box.Placeholder = "numbers.since-hint"
	return nil
}

// from counts from the day that was typed.
func (n *numbers) from() tea.Cmd {
	typed := strings.TrimSpace(n.box.Value())
	day, err := date.ParseAsOf(typed, n.env.Today())
	if typed != "" && err != nil {
		return say(kit.Warn, "archive.no-date", "what", typed)
	}
	n.box, n.since, n.known = nil, "", false
	if typed != "" {
		n.since = day.First().String()
	}
	return n.read()
}

// look opens the archive at what the cursor is on.
func (n *numbers) look() tea.Cmd {
	r, ok := n.list.Selected()
	if !ok || r.Name == "" {
		return nil
	}
	switch n.by {
	case stats.Month:
		return open(NewArchive(n.env, filterText("tahun", r.Name[:min(4, len(r.Name))])+" "))
	case stats.Place:
		return open(NewArchive(n.env, filterText("desa", r.Name)+" "))
	case stats.Institution:
		return open(NewArchive(n.env, filterText("instansi", r.Name)+" "))
	}
	return open(NewArchive(n.env, filterText("tag", r.Name)+" "))
}

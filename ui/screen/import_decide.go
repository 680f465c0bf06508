package screen

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/ident"
	"hadir/model/roster"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// decision asks what is to become of one row: the same person as somebody, somebody else, or left out; and, of a row about a
// guest of the event, field by field which of two values counts. What is chosen holds at once: it is a plan.
type decision struct {
	env  *Env
	plan *roster.Plan
	row  int
	same model.ID // whom the row resembles; zero: nobody
	who  string   // and what he is called
	list *kit.List[decisionRow]
	open bool
	top  int // lines above the list at the last View
}

// decisionRow is one thing to choose: what the row is, or which value of a register counts.
type decisionRow struct {
	choice   roster.Choice // "": diff counts
	register string
}

func newDecision(env *Env, plan *roster.Plan, row int) *decision {
	a := &decision{env: env, plan: plan, row: row, open: true}
	a.same, a.who = resembled(&plan.Rows[row])
	a.list = kit.NewList(env.Look, func(r decisionRow) string { return string(r.choice) + r.register }, a.draw)
	a.arrange()
	for _, r := range a.rows() {
		if r.choice == plan.Rows[row].Choice {
			a.list.SelectID(string(r.choice))
		}
	}
	return a
}

// resembled is the guest whom a row is about or resembles. The doubts remember him when something else has been chosen.
func resembled(d *roster.Decision) (id model.ID, name string) {
	for _, x := range d.Doubts {
		if !x.Other.IsZero() {
			return x.Other, x.OtherName
		}
	}
	return d.Existing, ""
}

// rows are what there is to choose now.
func (a *decision) rows() []decisionRow {
	d := &a.plan.Rows[a.row]
	var rows []decisionRow
	if !a.same.IsZero() {
		rows = append(rows, decisionRow{choice: roster.Same})
	}
	rows = append(rows, decisionRow{choice: roster.Add}, decisionRow{choice: roster.Omit})
	for _, f := range d.Diffs {
		if f.Have != "" {
			rows = append(rows, decisionRow{register: f.Field})
		}
	}
	return rows
}

func (a *decision) arrange() { a.list.Show(kit.Slice[decisionRow](a.rows())) }

// draw gives one row.
func (a *decision) draw(r decisionRow, w int) string {
	d := &a.plan.Rows[a.row]
	if r.choice != "" {
		mark := a.env.Box.Open
		if r.choice == d.Choice {
			mark = a.env.Box.Chosen
		}
		return a.env.Cut(mark+" "+a.env.Tell(a.choiceWords(r.choice)), w)
	}
	for _, f := range d.Diffs {
		if f.Field != r.register {
			continue
		}
		have, want := a.env.Box.Chosen, a.env.Box.Open
		if f.Take {
			have, want = want, have
		}
		return a.env.Cut(a.env.Say("import.diff-choice", append(diffArgs(f), "keep", have, "take", want)...), w)
	}
	return ""
}

func (a *decision) choiceWords(c roster.Choice) lang.Phrase {
	switch {
	case c == roster.Add:
		return lang.Of("import.choose-add")
	case c == roster.Omit:
		return lang.Of("import.choose-omit")
	case a.who == "":
		return lang.Of("import.choose-same-guest")
	}
	return lang.Of("import.choose-same", "who", a.who)
}

// diffValue is a register's value as it is read.
func diffValue(register, value string) any {
	switch register {
	case model.GuestPhone:
		return ident.FormatPhone(value)
	case model.GuestNIK:
		return ident.MaskNIK(value, '*')
	case model.GuestCategory:
		return lang.Key("category." + strings.ToLower(value))
	}
	return value
}

// Keys are told here and done by Update.
func (a *decision) Keys() kit.Bindings {
	return kit.Bindings{
		{Keys: []string{"enter"}, Label: "import.choose"},
		{Keys: []string{"esc"}, Label: "import.decided"},
	}
}

// Update chooses by Enter or Space. Esc keeps what was chosen and closes; so does a choice after which nothing is left to
// choose.
func (a *decision) Update(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return a.list.Update(kit.Shift(msg, 0, a.top))
	}
	switch k.String() {
	case "esc", "ctrl+s":
		a.open = false
		return nil
	case "enter", "space":
		return a.choose()
	}
	return a.list.Update(msg)
}

func (a *decision) choose() tea.Cmd {
	r, ok := a.list.Selected()
	if !ok {
		return nil
	}
	var err error
	if r.choice != "" {
		err = a.plan.Choose(a.row, r.choice, a.same)
	} else {
		err = a.plan.Take(a.row, r.register, !a.taken(r.register))
	}
	if err != nil {
		return say(kit.Warn, "import.not-chosen", "why", err.Error())
	}
	a.arrange()
	a.open = r.choice == "" || a.list.Len() > 3 && r.choice == roster.Same
	return nil
}

func (a *decision) taken(register string) bool {
	for _, f := range a.plan.Rows[a.row].Diffs {
		if f.Field == register {
			return f.Take
		}
	}
	return false
}

// View draws what is known of the row above what can be chosen.
func (a *decision) View(w, h int) string {
	d := &a.plan.Rows[a.row]
	lines := []string{a.env.Cut(a.env.Say("import.about", "line", strconv.Itoa(d.Line), "who", a.env.introduced(d.Guest)), w-1)}
	for _, p := range rowReasons(d) {
		lines = append(lines, a.env.Wrap(a.env.Tell(p), max(1, w-1))...)
	}
	lines = append(lines[:min(len(lines), max(1, h-a.list.Len()-1))], "")
	a.top = min(len(lines), max(0, h-1))
	return kit.Frame(w, h, strings.Join(lines, "\n"), "", a.list.View)
}

// Cursor is in the list of answers, below the reasons.
func (a *decision) Cursor() (x, y int, ok bool) {
	x, y, ok = a.list.Cursor()
	return x, y + a.top, ok
}

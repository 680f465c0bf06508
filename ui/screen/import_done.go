package screen

import (
	tea "charm.land/bubbletea/v2"

	"hadir/model/roster"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// importDone says what an import did, and what is worth a look now.
type importDone struct {
	*prose
	env     *Env
	changed bool
}

func newImportDone(env *Env, m importWritten) *importDone {
	d := &importDone{env: env, changed: m.changed}
	lines := []string{env.Tell(summary(env, m.rows)), ""}
	if m.changed {
		lines = append(lines, env.Say("import.can-be-undone"), "")
	}
	for i := range m.rows.plan.Rows {
		row := &m.rows.plan.Rows[i]
		if !isOpen(row) {
			continue
		}
		lines = append(lines, env.Say("import.about", "line", env.Number(row.Line), "who", env.introduced(row.Guest)))
		for _, p := range rowReasons(row) {
			lines = append(lines, env.NoMark+env.Tell(p))
		}
	}
	d.prose = newProse(env.Look, lines)
	return d
}

// summary is the sentence about an import.
func summary(env *Env, r *importRows) lang.Phrase {
	taken := 0
	for i := range r.plan.Rows {
		taken += overwritten(&r.plan.Rows[i])
	}
	key := lang.Key("import.summary")
	if taken > 0 {
		key = "import.summary-taken"
	}
	return lang.Of(key, "rows", env.Number(r.counts.Rows), "what", r.said, "taken", env.Number(taken))
}

// figures say what becomes of the rows, each counted once: one that somebody should look at is counted there.
func figures(env *Env, plan *roster.Plan) lang.Phrase {
	var added, updated, same, open, skipped int
	for i := range plan.Rows {
		d := &plan.Rows[i]
		switch {
		case d.Verdict == roster.Skipped:
			skipped++
		case isOpen(d):
			open++
		case d.Verdict == roster.New || d.Verdict == roster.Similar:
			added++
		case filled(d)+overwritten(d) > 0:
			updated++
		default:
			same++
		}
	}
	var phrases []lang.Phrase
	for _, x := range []struct {
		n   int
		key lang.Key
	}{
		{added, "import.sum-added"},
		{updated, "import.sum-updated"},
		{same, "import.sum-same"},
		{open, "import.sum-open"},
		{skipped, "import.sum-skipped"},
	} {
		if x.n > 0 {
			phrases = append(phrases, lang.Of(x.key, "n", env.Number(x.n)))
		}
	}
	if len(phrases) == 0 {
		return lang.Of("import.sum-added", "n", 0)
	}
	return listed(phrases)
}

// filled counts the blanks that a row fills.
func filled(d *roster.Decision) (n int) {
	for _, f := range d.Diffs {
		if f.Have == "" && f.Take {
			n++
		}
	}
	return n
}

// overwritten counts the values that a row takes the place of, because a person said so. A seat's made-up words are no
// values: its row does not differ.
func overwritten(d *roster.Decision) (n int) {
	if d.Verdict != roster.Differs {
		return 0
	}
	for _, f := range d.Diffs {
		if f.Have != "" && f.Take {
			n++
		}
	}
	return n
}

func (d *importDone) heading() lang.Phrase {
	if d.changed {
		return lang.Of("import.step-done")
	}
	return lang.Of("import.step-nothing")
}

// Keys leave the import: there is no way back into what is written.
func (d *importDone) Keys() kit.Bindings {
	return kit.Bindings{{Keys: []string{"enter"}, Label: "import.finish", Do: func() tea.Cmd { return send(Back{}) }}}
}

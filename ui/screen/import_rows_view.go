package screen

import (
	"strings"

	"hadir/model/roster"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

const (
	rowsHead   = 2 // the parts, and the titles of the columns
	rowDetails = 5 // lines about the row under the cursor
)

// verdict is what a row is to the event; an asterisk marks one that somebody should decide about.
func (r *importRows) verdict(i int) string {
	d := &r.plan.Rows[i]
	words := r.env.Say(verdictWords(d.Verdict))
	if isOpen(d) {
		words = strings.TrimSpace(r.env.WarnMark) + words
	}
	return words
}

// firstReason is the first of a row's reasons.
func (r *importRows) firstReason(i int) string {
	if all := rowReasons(&r.plan.Rows[i]); len(all) > 0 {
		return r.env.Tell(all[0])
	}
	return ""
}

// rowReasons says why a row is what it is, what has to be decided first.
func rowReasons(d *roster.Decision) []lang.Phrase {
	var first, then []lang.Phrase
	if d.Verdict == roster.Skipped {
		first = append(first, Skip(d.Skip))
	}
	for _, f := range d.Diffs {
		switch {
		case f.Have == "":
			then = append(then, lang.Of("import.diff-fills", "field", registerWords(f.Field), "want", diffValue(f.Field, f.Want)))
		case f.Take:
			first = append(first, lang.Of("import.diff-taken", diffArgs(f)...))
		default:
			first = append(first, lang.Of("import.diff-kept", diffArgs(f)...))
		}
	}
	for _, x := range d.Doubts {
		switch x.Reason {
		case roster.ReasonNoName:
			// The skip has said so.
		case roster.ReasonSimilar, roster.ReasonNamesake, roster.ReasonOffice, roster.ReasonHeld:
			first = append(first, Reason(x))
		default:
			then = append(then, Reason(x))
		}
	}
	if d.Chosen && d.Verdict != roster.Skipped {
		first = append([]lang.Phrase{lang.Of(lang.Key("import.chosen." + string(d.Choice)))}, first...)
	}
	return append(first, then...)
}

func diffArgs(f roster.Diff) []any {
	return []any{"field", registerWords(f.Field), "have", diffValue(f.Field, f.Have), "want", diffValue(f.Field, f.Want)}
}

// details says all about the row under the cursor.
func (r *importRows) details(w, h int) string {
	i, ok := r.list.Selected()
	if !ok || h <= 0 {
		return ""
	}
	d := &r.plan.Rows[i]
	lines := []string{r.env.Border.Render(strings.Repeat(r.env.Box.Across, max(0, w-1)))}
	who := r.env.Say("import.about", "line", r.env.Number(d.Line), "who", r.env.introduced(d.Guest))
	lines = append(lines, r.env.Title.Render(r.env.Cut(who, w-1)))
	for _, p := range rowReasons(d) {
		lines = append(lines, r.env.Wrap(r.env.Tell(p), max(1, w-1))...)
	}
	for len(lines) < h {
		lines = append(lines, "")
	}
	return strings.Join(lines[:h], "\n")
}

// parts draws the parts with their sums, the chosen one in brackets. Empty ones are left out.
func (r *importRows) parts(w int) string {
	var b strings.Builder
	for f := range filterCount {
		if f != r.filter && f != rowsAll && r.sums[f] == 0 {
			continue
		}
		item := r.env.Say(f.words()) + " " + r.env.Number(r.sums[f])
		if f == r.filter {
			item = r.env.FieldBefore + item + r.env.FieldAfter
		}
		b.WriteString(item + "  ")
	}
	return r.env.Cut(strings.TrimRight(b.String(), " "), w-1)
}

// View draws the parts, the rows of the chosen one, and details of the row under the cursor where there is room.
func (r *importRows) View(w, h int) string {
	if r.ask != nil {
		return r.ask.View(w, h)
	}
	foot := ""
	if h > 2*rowDetails {
		foot = r.details(w, rowDetails+h/12)
	}
	head := r.parts(w) + "\n" + r.env.NoMark + r.table.Head(max(0, w-3))
	return kit.Frame(w, h, head, foot, r.list.View)
}

// Cursor is in the decision in front, else in the rows.
func (r *importRows) Cursor() (x, y int, ok bool) {
	if r.ask != nil {
		return r.ask.Cursor()
	}
	x, y, ok = r.list.Cursor()
	return x, y + rowsHead, ok
}

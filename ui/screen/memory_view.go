package screen

import (
	"slices"
	"strings"

	"hadir/model"
	"hadir/model/date"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// nothing says why there is nothing to point to.
func (m *memory) nothing() (lang.Phrase, bool) {
	return lang.Of("memory.none"), len(m.hits) == 0
}

// memoryDetail is how many lines the selected one has before the others get any: its words, its source, a warning, and the
// beginning of the answer.
const memoryDetail = 6

// view draws the panel in h lines: a line that says what it is, the selected one with as much of it as there is room for,
// and then the others, a line each.
func (m *memory) view(w, h int) string {
	if h <= 0 {
		return ""
	}
	lines := []string{m.rule(w - 1)}
	switch {
	case m.failed:
		lines = append(lines, m.env.Muted.Render(m.env.Cut(m.env.Say("memory.failed"), w-1)))
	case len(m.hits) == 0:
		lines = append(lines, m.env.Muted.Render(m.env.Cut(m.env.Say("memory.none"), w-1)))
	}
	if e, ok := m.selected(); ok {
		room := max(min(h-len(lines), memoryDetail), h-len(lines)-len(m.hits)+1)
		lines = append(lines, m.detail(e, w-1, room)...)
	}
	for i, e := range m.hits {
		if i != m.at && len(lines) < h {
			lines = append(lines, m.env.NoMark+m.env.Cut(m.brief(e), w-3))
		}
	}
	return kit.Fit(strings.Join(lines, "\n"), w, h)
}

// rule is the line above the panel.
func (m *memory) rule(w int) string {
	words := " " + m.env.Say("memory.title") + " "
	if n := len(m.hits); n > 1 {
		words = " " + m.env.Say("memory.title-of", "n", m.at+1, "of", n) + " "
	}
	words = m.env.Cut(words, w)
	line := func(n int) string { return m.env.Border.Render(strings.Repeat(m.env.Box.Across, max(0, n))) }
	before := min(3, max(0, w-kit.Width(words)))
	rest := w - kit.Width(words) - before
	keys := ""
	for _, k := range m.told() {
		if kit.Width(keys+k)+2 > rest {
			break
		}
		keys += k + " "
	}
	if keys != "" {
		keys = " " + keys
	}
	return line(before) + words + line(rest-kit.Width(keys)) + keys
}

// told are the keys that do something with what was found: the footer has no room for them.
func (m *memory) told() (out []string) {
	if len(m.hits) == 0 {
		return nil
	}
	for _, b := range m.keys(nil) {
		if b.Keys[0] != "f6" || len(m.hits) > 1 {
			out = append(out, m.env.Accent.Render(m.env.KeyName(b.Keys[0]))+" "+m.env.Say(b.Label))
		}
	}
	return out
}

// brief is an earlier question in one line: its words, where and when.
func (m *memory) brief(e model.Earlier) string {
	return `"` + inOneLine(e.Question.Text) + `"  ` + m.env.whenAsked(e)
}

// detail is the selected one on at most h lines. Of what does not fit, the warning goes last: an old answer that is read
// aloud as if it were new does harm.
func (m *memory) detail(e model.Earlier, w, h int) []string {
	env := m.env
	if h <= 2 {
		lines := []string{env.Mark + env.Cut(m.brief(e), w-2)}
		if warning := env.earlierWarning(e); warning != "" && h == 2 {
			lines = append(lines, env.Warn.Render(env.Cut(env.WarnMark+warning, w)))
		}
		return lines
	}
	// On a tall panel question and source may take more than a line.
	spare := max(1, h/5)
	lines := m.indented(nil, env.Mark, `"`+inOneLine(e.Question.Text)+`"`, w, spare)
	lines = m.indented(lines, env.NoMark, env.sourceInALine(e), w, spare)
	if warning := env.earlierWarning(e); warning != "" {
		for i, line := range env.Wrap(warning, max(1, w-2)) {
			mark := env.WarnMark
			if i > 0 {
				mark = env.NoMark
			}
			lines = append(lines, env.Warn.Render(mark+line))
		}
	}
	for _, a := range e.Question.Answers {
		if len(lines) >= h {
			break
		}
		// No more of an answer of forty pages is wrapped than can be seen.
		for _, line := range env.Wrap(firstOf(a.Text, w*h), max(1, w-2)) {
			lines = append(lines, env.NoMark+line)
		}
	}
	if len(e.Question.Answers) == 0 {
		lines = append(lines, env.NoMark+env.Muted.Render(env.Cut(env.Say("memory.unanswered"), w-2)))
	}
	return lines[:min(h, len(lines))]
}

// indented adds a text on at most high lines behind a mark; what does not fit is cut.
func (m *memory) indented(lines []string, mark, text string, w, high int) []string {
	wrapped := m.env.Wrap(firstOf(text, w*high*4), max(1, w-2))
	for i, line := range wrapped[:min(high, len(wrapped))] {
		if i == high-1 && len(wrapped) > high {
			line = m.env.Cut(strings.Join(wrapped[i:], " "), w-2)
		}
		lines = append(lines, mark+line)
		mark = m.env.NoMark
	}
	return lines
}

// firstOf is the first n bytes of a text, or a little less, so that no letter is cut.
func firstOf(s string, n int) string {
	for n < len(s) && n > 0 && s[n]&0xc0 == 0x80 {
		n--
	}
	return s[:min(n, len(s))]
}

// inOneLine is a text with its line ends as spaces, as far as a line can show it.
func inOneLine(s string) string { return strings.Join(strings.Fields(firstOf(s, 1000)), " ") }

// earlierWhole is an earlier question in whole.
func (e *Env) earlierWhole(x model.Earlier) []string {
	out := []string{x.Question.Text, "", e.source(x, e.whenAsked(x))}
	if warning := e.earlierWarning(x); warning != "" {
		out = append(out, e.WarnMark+warning)
	}
	for _, a := range x.Question.Answers {
		by := e.Say("question.answer-by-nobody")
		if a.By != "" {
			by = e.Say("question.answer-by", "who", e.answerer(a))
		}
		out = append(out, "", by, a.Text)
	}
	if len(x.Question.Answers) == 0 {
		out = append(out, "", e.Say("memory.unanswered"))
	}
	return out
}

// facts is the time whose facts an earlier answer gives.
func (e *Env) facts(q model.Question, event model.Event) date.AsOf {
	return q.FactsOf(event, e.Zone(event).Location())
}

// whenAsked is where and when an earlier question was asked, and how old that is: "Desa Binaan, 4 Mei 2025 (6 bulan)".
func (e *Env) whenAsked(x model.Earlier) string {
	day := e.dayAsked(x)
	if day.IsZero() {
		return x.Event.Theme
	}
	return e.whereAsked(x) + " (" + e.ageWords(model.AgeOf(date.AsOf(day), e.Today())) + ")"
}

// whereAsked is whenAsked without the age, which would not stay true.
func (e *Env) whereAsked(x model.Earlier) string {
	if day := e.dayAsked(x); !day.IsZero() {
		return x.Event.Theme + ", " + day.Plain(e.dates())
	}
	return x.Event.Theme
}

// dayAsked is the day of the event, or else the day on which the question was taken down.
func (e *Env) dayAsked(x model.Earlier) (d date.Date) {
	if d.UnmarshalText([]byte(x.Event.Date)) == nil && !d.IsZero() {
		return d
	}
	if x.Question.Asked.IsZero() {
		return date.Date{}
	}
	return date.Of(x.Question.Asked.In(e.Zone(x.Event).Location()))
}

// cite is an earlier answer as it is pointed to: who answered, at which event, when, on which basis, with data as of when.
func (e *Env) cite(x model.Earlier) string { return e.source(x, e.whereAsked(x)) }

// source is where an earlier answer comes from, in one line; when is the part that says where and when.
func (e *Env) source(x model.Earlier, when string) string {
	parts := []string{e.spoke(x), when, bases(x)}
	if x.Question.AsOf != "" {
		parts = append(parts, e.Say("question.as-of-is", "when", e.asOfWords(x.Question.AsOf)))
	}
	return beside(parts...)
}

// sourceInALine is source where there may be no room for all of it: how old the answer is and its basis stand before the event,
// whose name may be long.
func (e *Env) sourceInALine(x model.Earlier) string {
	when := ""
	if day := e.dayAsked(x); !day.IsZero() {
		when = day.Short(e.dates()) + " (" + e.ageWords(model.AgeOf(date.AsOf(day), e.Today())) + ")"
	}
	return beside(e.spoke(x), when, bases(x), x.Event.Theme)
}

// spoke is who answered, each once.
func (e *Env) spoke(x model.Earlier) string {
	var by []string
	for _, a := range x.Question.Answers {
		if who := e.answerer(a); a.By != "" && !slices.Contains(by, who) {
			by = append(by, who)
		}
	}
	return strings.Join(by, "; ")
}

// bases is what an answer rests on, in one line.
func bases(x model.Earlier) string { return strings.ReplaceAll(x.Question.Basis, "\n", "; ") }

// beside puts parts into a line, but for those that are empty.
func beside(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), " | ")
}

// earlierWarning says what speaks against telling an earlier answer as it stands; empty where nothing does.
func (e *Env) earlierWarning(x model.Earlier) string {
	facts := e.facts(x.Question, x.Event)
	old := len(x.Question.Answers) > 0 && model.Outdated(facts, x.Question.Keeps, e.Today())
	var parts []string
	if x.Question.Superseded != (model.Key{}) {
		parts = append(parts, e.Say("memory.superseded"))
	}
	switch {
	case old && facts.IsZero():
		parts = append(parts, e.Say("memory.undated"))
	case old:
		parts = append(parts, e.Say("memory.old", "when", facts.Plain(e.dates())))
	}
	return strings.Join(parts, " ")
}

// asOfWords is a stored "data per" as people read it.
func (e *Env) asOfWords(stored string) string {
	var a date.AsOf
	if a.UnmarshalText([]byte(stored)) != nil {
		return stored
	}
	return a.Plain(e.dates())
}

// ageWords says an age in words, in the two largest units that it has.
func (e *Env) ageWords(a model.Age) string {
	var parts []string
	for _, p := range []struct {
		n   int
		key lang.Key
	}{{a.Years, "memory.years"}, {a.Months, "memory.months"}, {a.Days, "memory.days"}} {
		if p.n > 0 && len(parts) < 2 && (p.key != "memory.days" || len(parts) == 0) {
			parts = append(parts, e.Say(p.key, "n", p.n))
		}
	}
	if len(parts) == 0 {
		return e.Say("memory.today")
	}
	return strings.Join(parts, " ")
}

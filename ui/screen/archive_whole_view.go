package screen

import (
	"strings"

	"hadir/model"
	"hadir/model/date"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// wholeHead is how many lines the age and the basis of an answer take at the most.
const wholeHead = 5

// View draws the record: what has to be in sight above what can be scrolled through.
func (p *whole) View(w, h int) string {
	if p.hit.Key == (model.Key{}) || h <= 0 {
		return kit.Fit("", w, h)
	}
	head := p.head(max(1, w-1), min(wholeHead, max(1, h-2)))
	if now := (drawn{w, false, p.number, p.env.Code()}); now != p.drawn {
		p.drawn = now
		p.page.SetLines(p.lines(max(1, w-1)))
	}
	return kit.Frame(w, h, strings.Join(head, "\n"), "", p.page.View)
}

// line is all that a low window has room for: of an answer what warns of it, or how old it is and what it rests on.
func (p *whole) line(w int) string {
	if head := p.head(max(1, w-1), 1); len(head) > 0 {
		return head[0]
	}
	return p.env.Muted.Render(p.env.Cut(strings.Join(spoken(p.hit.EventTheme, p.hit.Place, p.hit.Who), ", "), w-1))
}

// head is what is always in sight: that an answer was superseded or may not hold any more, how old it is, what it rests on; of an
// action, by when it was to be done and where it stands.
func (p *whole) head(w, high int) (lines []string) {
	add := func(mark, s string, style func(...string) string) {
		for i, line := range p.env.Wrap(s, max(1, w-len(mark))) {
			if i > 0 {
				mark = strings.Repeat(" ", len(mark))
			}
			lines = append(lines, style(mark+line))
		}
	}
	switch {
	case !p.known:
		return nil
	case p.hit.Key.Kind == model.KindQuestion:
		e := p.earlier()
		if warning := p.env.earlierWarning(e); warning != "" {
			add(p.env.WarnMark, warning, p.env.Warn.Render)
		}
		rests := p.env.Say("memory.unanswered")
		if len(e.Question.Answers) > 0 {
			rests = p.env.answerAge(e)
		}
		if basis := strings.ReplaceAll(e.Question.Basis, "\n", "; "); basis != "" {
			rests += " | " + p.env.Say("archive.basis", "basis", basis)
		}
		add("", rests, p.env.Title.Render)
	case p.hit.Key.Kind == model.KindAction:
		add("", p.env.actionStanding(p.state.action), p.env.Title.Render)
	}
	return lines[:min(len(lines), max(0, high))]
}

// answerAge is how old an answer's facts are, in words.
func (e *Env) answerAge(x model.Earlier) string {
	facts := e.facts(x.Question, x.Event)
	if facts.IsZero() {
		return e.Say("archive.age-unknown")
	}
	age := e.ageWords(model.AgeOf(facts, e.Today()))
	if x.Question.AsOf != "" {
		return e.Say("archive.age-said", "when", facts.Plain(e.dates()), "age", age)
	}
	return e.Say("archive.age", "when", facts.Plain(e.dates()), "age", age)
}

// actionStanding is where an action stands, by when it was to be done, and that it is late.
func (e *Env) actionStanding(a model.Action) string {
	parts := spoken(e.Say(ActionStatusWords(a.Status)))
	var due date.Date
	if a.Due != "" && due.UnmarshalText([]byte(a.Due)) == nil {
		parts = append(parts, e.Say("archive.due", "when", due.Plain(e.dates())))
		if a.Late(e.Today().String()) {
			parts = append(parts, e.Say("archive.late", "age", e.ageWords(model.AgeOf(date.AsOf(due), e.Today()))))
		}
	}
	return strings.Join(parts, " | ")
}

// lines is the whole record, the words that were found marked.
func (p *whole) lines(w int) []string {
	// The marks of a line need room behind its words.
	out := &paper{env: p.env, w: max(1, w-3*len(p.env.MatchBefore+p.env.MatchAfter))}
	if !p.known {
		out.say(0, p.hit.Title)
		out.say(2, p.hit.Text)
		return p.mark(out.lines)
	}
	switch p.hit.Key.Kind {
	case model.KindQuestion:
		p.questionLines(out)
	case model.KindAction:
		p.actionLines(out)
	case model.KindAgenda:
		out.say(0, p.state.item.Title)
		out.say(0, strings.Join(spoken(strings.Join(spoken(p.state.item.Start, p.state.item.End), "-"), p.state.carrier), "  "))
		for _, point := range p.state.item.Points {
			out.say(2, "- "+point)
		}
	case model.KindEvent:
		p.eventLines(out)
	default:
		out.say(0, p.hit.Title)
		if p.hit.Text != p.hit.Title {
			out.say(2, p.hit.Text)
		}
	}
	out.lines = append(out.lines, "")
	out.say(0, p.env.where(p.hit))
	return p.mark(out.lines)
}

// mark marks the words that were found, line by line. A line that has styles of its own keeps those instead.
func (p *whole) mark(lines []string) []string {
	if p.query == nil {
		return lines
	}
	for i, line := range lines {
		if !strings.Contains(line, "\x1b") {
			lines[i] = p.env.marked(line, p.draws.Marks(line, p.query))
		}
	}
	return lines
}

func (p *whole) questionLines(out *paper) {
	q, env := p.state.question, p.env
	asked := env.asker(q, nil)
	if q.Internal {
		asked += " | " + env.Say("question.internal-mark")
	}
	out.say(0, asked+" | "+env.statusWords(q))
	out.say(2, q.Text)
	for _, a := range q.Answers {
		out.head("question.answer-by", "who", env.answerer(a))
		out.say(2, a.Text)
	}
	if newer, ok := p.state.pointed[q.Superseded.Text()]; ok {
		out.head("archive.newer")
		out.say(2, `"`+inOneLine(newer.Question.Text)+`"`)
		out.say(2, env.cite(newer))
	}
	if len(q.References) > 0 {
		out.head("question.references")
	}
	for _, r := range q.References {
		if e, ok := p.state.pointed[r.Question]; ok {
			out.say(2, `"`+inOneLine(e.Question.Text)+`"`)
		}
		out.say(2, r.Cite)
	}
	if len(p.state.actions) > 0 {
		out.head("question.actions")
	}
	for _, a := range p.state.actions {
		out.say(2, env.promised(a))
	}
	if len(q.Tags) > 0 {
		out.lines = append(out.lines, "")
		out.say(0, env.Say("question.tags")+": "+strings.Join(q.Tags, ", "))
	}
}

// promised is an action in one line: what, who, and where it stands.
func (e *Env) promised(a model.Action) string {
	return strings.Join(spoken(a.Do, a.Owner, e.actionStanding(a)), " - ")
}

func (p *whole) actionLines(out *paper) {
	a := p.state.action
	out.say(0, a.Do)
	for _, x := range []struct {
		key   lang.Key
		value string
	}{
		{"archive.problem", a.Problem},
		{"archive.owner", a.Owner},
		{"archive.promised-to", strings.Join(spoken(a.Asker, a.From), ", ")},
		{"archive.output", a.Output},
	} {
		if x.value != "" {
			out.say(0, p.env.Say(x.key, "what", x.value))
		}
	}
	if len(a.Notes) > 0 {
		out.head("archive.notes")
	}
	for _, n := range a.Notes {
		out.say(2, p.env.dayAndTime(p.state.event, n.At)+"  "+n.Text)
	}
	if p.state.origin.Text != "" {
		out.head("archive.origin")
		out.say(2, p.state.origin.Text)
	}
}

func (p *whole) eventLines(out *paper) {
	e := p.state.event
	out.say(0, e.Theme)
	for _, x := range []struct {
		key   lang.Key
		value string
	}{
		{"event.when", longDate(p.env, e.Date)},
		{"event.venue", e.Venue},
		{"event.organiser", e.Organiser},
		{"event.basis", e.Basis},
		{"archive.conclusion", e.Conclusion},
		{"archive.suggestion", e.Suggestion},
	} {
		if x.value != "" {
			out.say(0, p.env.Say(x.key)+": "+x.value)
		}
	}
}

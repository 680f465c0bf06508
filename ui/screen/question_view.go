package screen

import (
	"strings"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// View draws the question, or what is being asked.
func (p *questionPage) View(w, h int) string {
	switch {
	case p.over != nil:
		return p.over.View(w, h)
	case !p.known:
		return kit.Fit(p.env.Say("question.reading"), w, h)
	}
	// An answer may be forty pages: it is wrapped once for a width, not for every frame.
	if now := (drawn{w, p.old, p.number, p.env.Code()}); now != p.drawn {
		p.drawn = now
		p.page.SetLines(p.lines(max(1, w-1)))
	}
	return p.page.View(w, h)
}

// Cursor is on the page, or on what is being asked.
func (p *questionPage) Cursor() (x, y int, ok bool) {
	if p.over != nil {
		return p.over.Cursor()
	}
	return p.page.Cursor()
}

// paper is lines that are being put together.
type paper struct {
	env   *Env
	w     int
	lines []string
}

// say adds a text, wrapped, behind a number of spaces.
func (p *paper) say(indent int, text string) {
	before := strings.Repeat(" ", indent)
	for _, line := range p.env.Wrap(text, max(1, p.w-indent)) {
		p.lines = append(p.lines, before+line)
	}
}

// warn adds a sentence to be looked at.
func (p *paper) warn(text string) {
	for i, line := range p.env.Wrap(text, max(1, p.w-2)) {
		mark := p.env.WarnMark
		if i > 0 {
			mark = p.env.NoMark
		}
		p.lines = append(p.lines, p.env.Warn.Render(mark+line))
	}
}

// head begins a part of the page.
func (p *paper) head(key lang.Key, args ...any) {
	p.lines = append(p.lines, "", p.env.Title.Render(p.env.Cut(p.env.Say(key, args...), p.w)))
}

// lines is the whole page.
func (p *questionPage) lines(w int) []string {
	q, out := p.state.question, &paper{env: p.env, w: w}
	if q.Removed {
		out.warn(p.env.Say("question.is-removed"))
	}
	out.say(0, p.env.Say("question.asked-by", "who", p.env.asker(q, p.state.guests), "when", p.when()))
	out.say(0, p.standing())
	out.lines = append(out.lines, "")
	out.say(2, q.Text)
	p.oldWords(out, model.QuestionText)
	p.answers(out)
	p.grounds(out)
	p.references(out)
	p.actions(out)
	p.history(out)
	return out.lines
}

// when is when the question was asked; empty where nobody noted it.
func (p *questionPage) when() string {
	if p.state.question.Asked.IsZero() {
		return p.env.Say("question.when-unknown")
	}
	return p.env.dayAndTime(p.state.event, p.state.question.Asked)
}

// standing is the status, and what else is to be known at once.
func (p *questionPage) standing() string {
	q := p.state.question
	parts := []string{p.env.Say("question.status-title") + ": " + p.env.statusWords(q)}
	if q.Internal {
		parts = append(parts, p.env.Say("question.internal-mark"))
	}
	if len(q.Tags) > 0 {
		parts = append(parts, p.env.Say("question.tags")+": "+strings.Join(q.Tags, ", "))
	}
	return strings.Join(parts, " | ")
}

func (p *questionPage) answers(out *paper) {
	q := p.state.question
	if len(q.Answers) == 0 {
		out.head("question.answers-none")
		return
	}
	for _, a := range q.Answers {
		time := p.env.dayAndTime(p.state.event, a.At)
		if a.By == "" {
			out.head("question.answer-unsigned", "time", time)
		} else {
			out.head("question.answer-at", "who", p.env.answerer(a), "time", time)
		}
		out.say(2, a.Text)
	}
	p.oldWords(out, model.QuestionAnswers)
}

// grounds is what the answers rest on, of when that is, and whether that is too old.
func (p *questionPage) grounds(out *paper) {
	q, env := p.state.question, p.env
	if q.Basis != "" {
		out.head("question.basis")
		out.say(2, q.Basis)
	}
	facts := env.facts(q, p.state.event)
	if q.AsOf != "" {
		out.lines = append(out.lines, "")
		out.say(0, env.Say("question.as-of-aged", "when", facts.Plain(env.dates()), "age", env.ageWords(model.AgeOf(facts, env.Today()))))
	}
	if e := (model.Earlier{Question: q, Event: p.state.event}); env.earlierWarning(e) != "" {
		out.warn(env.earlierWarning(e))
	}
	if newer, ok := p.state.pointed[q.Superseded.Text()]; ok {
		out.say(0, p.env.Say("question.newer-is", "which", p.like.brief(newer)))
	}
}

func (p *questionPage) references(out *paper) {
	if len(p.state.question.References) == 0 {
		return
	}
	out.head("question.references")
	for _, r := range p.state.question.References {
		if e, ok := p.state.pointed[r.Question]; ok {
			out.say(2, `"`+inOneLine(e.Question.Text)+`"`)
		}
		out.say(2, r.Cite)
	}
}

func (p *questionPage) actions(out *paper) {
	if len(p.state.actions) == 0 {
		return
	}
	out.head("question.actions")
	for _, a := range p.state.actions {
		out.say(2, p.env.actionLine(a))
	}
}

// actionLine is a follow-up in a line: what, who, by when, and how it stands.
func (e *Env) actionLine(a model.Action) string {
	due := e.DueWords(a)
	if due == "-" {
		due = e.Say("question.action-undated")
	}
	return e.Say("question.action", "what", doWords(a), "owner", e.ownerWords(a), "due", due, "status", lang.Of(ActionStatusWords(a.Status)))
}

func (p *questionPage) history(out *paper) {
	out.head("question.history")
	for _, d := range p.state.history {
		line := p.env.dayAndTime(p.state.event, d.When()) + "  " + p.env.Told(d)
		if d.Undone {
			line = p.env.dayAndTime(p.state.event, d.When()) + "  " + p.env.Say("history.was-undone", "what", p.env.Told(d))
		}
		if by := d.Changes[0].Officer; by != "" {
			line += "  (" + by + ", " + p.env.DeskWords(d.Changes[0].Desk) + ")"
		}
		out.say(2, line)
	}
}

// oldWords adds the words that a register or a set held before, latest first, where somebody has asked for them.
func (p *questionPage) oldWords(out *paper, field string) {
	if !p.old {
		return
	}
	now := make(map[string]bool)
	if field == model.QuestionText {
		now[p.state.question.Text] = true
	}
	for _, a := range p.state.question.Answers {
		now[a.Text] = true
	}
	for _, d := range p.state.history {
		for _, c := range d.Changes {
			for _, s := range c.Sets {
				words := s.Value
				if field == model.QuestionAnswers {
					words = model.AnswerOf(model.Element{Value: s.Value}).Text
				}
				if s.Field != field || s.Op > model.OpAdd || now[words] || words == "" {
					continue
				}
				now[words] = true
				out.lines = append(out.lines, "")
				out.say(2, p.env.Say("question.before", "time", p.env.dayAndTime(p.state.event, c.When()), "who", c.Officer))
				out.say(4, words)
			}
		}
	}
}

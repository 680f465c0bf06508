package screen

import (
	"strings"

	"hadir/model"
	"hadir/ui/kit"
)

// View draws the discussion.
func (s *story) View(w, h int) string {
	if !s.known {
		return s.env.Muted.Render(s.env.Cut(s.env.Say("archive.reading"), w-1))
	}
	box := ""
	if s.box != nil {
		box = s.env.Mark + s.box.View(max(1, w-2), 1)
	}
	now := drawn{w, s.place, s.number, s.env.Code()}
	if now != s.drawn {
		first := s.drawn == drawn{}
		s.drawn = now
		s.draw()
		if line, ok := s.places[s.at]; ok && first {
			s.page.Seek(line)
		}
	}
	return kit.Frame(w, h, box, "", s.page.View)
}

// Cursor is in the box, or at the top of the page.
func (s *story) Cursor() (x, y int, ok bool) {
	if s.box != nil {
		x, y, ok = s.box.Cursor()
		return x + kit.Width(s.env.Mark), y, ok
	}
	return 0, 0, s.known
}

// draw makes the lines of the page, and notes where each record begins and which lines have what is looked for.
func (s *story) draw() {
	w := max(1, s.drawn.w-1-3*len(s.env.MatchBefore+s.env.MatchAfter))
	out := &paper{env: s.env, w: w}
	s.places, s.hits = make(map[model.Key]int), nil
	s.tell(out)
	for i, line := range out.lines {
		if strings.Contains(line, "\x1b") {
			continue
		}
		if marks := s.draws.Marks(line, &s.query); len(marks) > 0 {
			s.hits = append(s.hits, i)
			out.lines[i] = s.env.marked(line, marks)
		}
	}
	s.page.SetLines(out.lines)
}

// tell writes the discussion: what it was, then item by item, each with the questions that were asked in it, and at the end what
// belongs to no item.
func (s *story) tell(out *paper) {
	e, env := s.state.event, s.env
	out.say(0, strings.Join(spoken(longDate(env, e.Date), hours(env, e.Start, e.End, zoneOf(e)), e.Venue), ", "))
	out.say(0, strings.Join(spoken(e.Organiser, e.Kind), ", "))
	told := make(map[model.ID]bool)
	for _, x := range s.state.items {
		s.begin(out, model.AgendaItemKey(e.ID, x.ID))
		out.lines = append(out.lines, "")
		title := strings.Join(spoken(strings.Join(spoken(x.Start, x.End), "-"), x.Title), "  ")
		for _, line := range env.Wrap(title, out.w) {
			out.lines = append(out.lines, env.Title.Render(line))
		}
		for _, r := range s.state.roles {
			if r.ID == x.Role {
				out.say(0, r.FullName())
			}
		}
		for _, p := range x.Points {
			out.say(2, "- "+p)
		}
		for _, q := range s.state.questions {
			if q.Item == x.ID && !q.Item.IsZero() {
				told[q.ID] = true
				s.question(out, q)
			}
		}
	}
	s.rest(out, told)
}

// rest is what belongs to no item: questions, actions that came of none, and what the event came to.
func (s *story) rest(out *paper, told map[model.ID]bool) {
	e := s.state.event
	first := true
	for _, q := range s.state.questions {
		if told[q.ID] {
			continue
		}
		if first {
			out.head("story.questions")
			first = false
		}
		s.question(out, q)
	}
	s.begin(out, model.EventKey(e.ID))
	if e.Conclusion != "" {
		out.head("archive.conclusion")
		out.say(2, e.Conclusion)
	}
	if e.Suggestion != "" {
		out.head("archive.suggestion")
		out.say(2, e.Suggestion)
	}
	asked := make(map[model.ID]bool)
	for _, q := range s.state.questions {
		asked[q.ID] = true
	}
	first = true
	for _, a := range s.state.actions {
		if asked[a.Question] {
			continue
		}
		if first {
			out.head("story.actions")
			first = false
		}
		s.begin(out, model.ActionKey(e.ID, a.ID))
		out.say(2, s.env.promised(a))
	}
	if len(s.state.questions)+len(s.state.actions)+len(s.state.items) == 0 {
		out.say(0, s.env.Say("story.nothing"))
	}
}

// begin notes where a record begins.
func (s *story) begin(out *paper, k model.Key) { s.places[k] = len(out.lines) }

// question tells one question with its answers, what speaks against them now, and what was promised.
func (s *story) question(out *paper, q model.Question) {
	env := s.env
	s.begin(out, model.QuestionKey(q.Event, q.ID))
	out.lines = append(out.lines, "")
	asked := env.Say("question.number", "n", q.No) + "  " + env.asker(q, nil)
	if q.Internal {
		asked += "  " + env.Say("archive.internal")
	}
	for _, line := range env.Wrap(asked, max(1, out.w-2)) {
		out.lines = append(out.lines, "  "+env.Accent.Render(line))
	}
	out.say(2, q.Text)
	for _, a := range q.Answers {
		out.say(4, env.Say("question.answer-by", "who", env.answerer(a)))
		out.say(4, a.Text)
	}
	x := model.Earlier{Question: q, Event: s.state.event}
	if len(q.Answers) == 0 {
		out.say(4, env.statusWords(q))
	} else {
		out.say(4, strings.Join(spoken(strings.ReplaceAll(q.Basis, "\n", "; "), env.answerAge(x)), " | "))
	}
	if warning := env.earlierWarning(x); warning != "" {
		out.warn(warning)
	}
	if newer, ok := s.state.pointed[q.Superseded.Text()]; ok {
		out.say(4, env.Say("archive.newer")+": "+env.cite(newer))
	}
	for _, a := range s.state.actions {
		if a.Question == q.ID {
			s.begin(out, model.ActionKey(q.Event, a.ID))
			out.say(4, env.Say("story.promised", "what", env.promised(a)))
		}
	}
}

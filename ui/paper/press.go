package paper

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hadir/model"
	"hadir/ui/lang"
)

// PressRelease is the siaran pers: what happened first, then who opened, who spoke about what, and what is hoped for. It says what was
// recorded, in the words in which it was recorded; what nobody recorded is a gap, and no adjective is added.
func PressRelease(l *lang.Lang, f Facts) Paper {
	if !f.Press.Approved {
		f.Draft = true
	}
	m := newMaker(l, f, "paper.file-press", "paper.press")
	say := l.Say
	m.letterhead()
	m.add(Titles{Lines: []string{strings.ToUpper(say("paper.press")), say("paper.press-title", "organiser", m.organiser(), "kind", capital(m.kind()), "theme", m.theme())}})
	lead := say("paper.press-lead", "organiser", m.organiser(), "kind", m.kind(), "theme", m.theme(), "venue", m.venue(), "day", m.longDay())
	m.add(Para{Align: Justified, Runs: []Run{
		{Text: m.or(f.Press.City, model.EventCity, "paper.press-city") + " - ", Bold: true},
		{Text: lead + " " + m.pressGuests()},
	}})
	m.pressOpening()
	m.pressSpeakers()
	m.pressDiscussion()
	if result := m.pressResult(); result != "" {
		m.say(result)
	}
	m.add(Space{2}, Para{Small: true, Runs: Text(say("paper.press-contact", "contact", m.or(f.Press.Contact, "contact", "paper.contact")))})
	return m.p
}

func (m *maker) say(s string) { m.add(Para{Align: Justified, Runs: Text(s)}) }

// pressGuests says who came, in groups and in number.
func (m *maker) pressGuests() string {
	groups := m.or(listed(m.l, linesOf(m.f.Event.Groups)), model.EventGroups, "paper.groups")
	count := ""
	if m.f.held() {
		count = m.l.Number(m.f.counts().Came())
	}
	count = m.or(count, "seats", "paper.participant-count")
	return m.l.Say("paper.press-guests", "groups", groups, "n", count)
}

// listed joins words as a sentence does: a, b, dan c.
func listed(l *lang.Lang, parts []string) string {
	switch n := len(parts); n {
	case 0:
		return ""
	case 1:
		return parts[0]
	case 2:
		return parts[0] + " " + l.Say("paper.and") + " " + parts[1]
	default:
		return strings.Join(parts[:n-1], ", ") + ", " + l.Say("paper.and") + " " + parts[n-1]
	}
}

func (m *maker) pressOpening() {
	openers := m.f.roles(model.DutyOpener)
	if len(openers) == 0 {
		m.say(m.l.Say("paper.press-opened", "who", m.gap(string(model.DutyOpener), "paper.opener")))
		return
	}
	who := introduced(openers[0])
	for _, c := range m.f.roles(model.DutyChair) {
		if c.Person == openers[0].Person && !c.Person.IsZero() {
			who += ", " + m.l.Say("paper.press-as-chair")
		}
	}
	m.say(m.l.Say("paper.press-opened", "who", who))
	for _, a := range m.f.agenda() {
		if r, ok := m.f.role(a.Role); ok && r.Duty != model.DutySpeaker && len(a.Points) > 0 {
			m.say(m.points("paper.press-address", r, a.Points))
		}
	}
}

// introduced is somebody as an article introduces him: the post first, then the name with its titles.
func introduced(r model.Role) string {
	if r.Post == "" {
		return r.FullName()
	}
	return r.Post + ", " + r.FullName()
}

// points are the key points of what somebody said, each in the words in which it was noted.
func (m *maker) points(sentence lang.Key, r model.Role, points []string) string {
	trimmed := make([]string, len(points))
	for i, p := range points {
		trimmed[i] = strings.TrimRight(p, ".; ")
	}
	return m.l.Say(sentence, "who", r.FullName(), "points", strings.Join(trimmed, "; "))
}

func (m *maker) pressSpeakers() {
	speakers := m.f.roles(model.DutySpeaker)
	if len(speakers) == 0 {
		m.say(m.l.Say("paper.press-speakers-none", "what", m.gap(string(model.DutySpeaker), "paper.speakers")))
		return
	}
	m.say(m.l.Say("paper.press-speakers", "n", m.l.Number(len(speakers))))
	for i, r := range speakers {
		says := m.l.Say("paper.press-speaker", "n", m.ordinal(i+1), "who", introduced(r))
		points := m.pointsOf(r)
		if len(points) == 0 {
			points = []string{m.gap("agenda", "paper.key-points")}
		}
		m.say(says + " " + m.points("paper.press-points", r, points))
	}
}

// pointsOf are the key points of all that a role carried.
func (m *maker) pointsOf(r model.Role) []string {
	var out []string
	for _, a := range m.f.agenda() {
		if a.Role == r.ID {
			out = append(out, a.Points...)
		}
	}
	return out
}

// ordinal is "pertama", "kedua" ... as far as an event has speakers, then a figure.
func (m *maker) ordinal(n int) string {
	if n > 6 {
		return m.l.Number(n)
	}
	return m.l.Say("paper.ordinal." + lang.Key(rune('0'+n)))
}

func (m *maker) pressDiscussion() {
	var parts []string
	for _, a := range m.f.agenda() {
		if a.Kind == model.ItemDiscussion {
			for _, p := range a.Points {
				parts = append(parts, sentence(p))
			}
		}
	}
	if n := len(m.f.questions()); n > 0 {
		answered := 0
		for _, q := range m.f.questions() {
			if !q.Status.Owed() {
				answered++
			}
		}
		parts = append(parts, m.l.Say("paper.press-questions", "n", m.l.Number(n), "answered", m.l.Number(answered)))
	}
	if len(parts) > 0 {
		m.say(strings.Join(parts, " "))
	}
}

// pressResult is what was hoped for. A line that begins small goes on a sentence; any other is one.
func (m *maker) pressResult() string {
	var parts []string
	for _, r := range linesOf(m.f.Event.Result) {
		if first, _ := utf8.DecodeRuneInString(r); unicode.IsLower(first) {
			r = m.l.Say("paper.press-result", "result", r)
		}
		parts = append(parts, sentence(r))
	}
	return strings.Join(parts, " ")
}

// capital begins a text with a capital letter.
func capital(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[n:]
}

// sentence ends a text with a full stop unless it ends already.
func sentence(s string) string {
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") {
		return s
	}
	return s + "."
}

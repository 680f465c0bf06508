package screen

import (
	"slices"
	"strings"

	"hadir/model"
	"hadir/model/date"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// fact is one line of what is known of something.
type fact struct {
	label lang.Key
	value string
}

// factLines draws what is known, a line each; what nobody has filled in has no line.
func (e *Env) factLines(facts []fact, w int) (lines []string) {
	wide := 0
	for _, f := range facts {
		wide = max(wide, kit.Width(e.Say(f.label)))
	}
	for _, f := range facts {
		if f.value != "" {
			lines = append(lines, e.Muted.Render(e.Cell(e.Say(f.label), wide))+"  "+e.Cut(f.value, w-3-wide))
		}
	}
	return lines
}

// View draws what is known of the guest above what was done.
func (p *guestPage) View(w, h int) string {
	if !p.known {
		return p.env.Muted.Render(p.env.Cut(p.env.Say("guest.reading"), w-1))
	}
	// The history keeps a few lines on a low window: undo needs to see what it is about.
	lines := p.env.factLines(p.facts(), w)
	lines = lines[:max(0, min(len(lines), h-4))]
	lines = append(lines, p.env.Title.Render(p.env.Cut(p.env.Say("guest.history"), w-1)))
	p.top = max(0, min(len(lines), h-1))
	p.list.Empty = lang.Of("guest.no-history")
	return kit.Frame(w, h, strings.Join(lines, "\n"), p.inFull(w, h), p.list.View)
}

// detailHigh is the height from which on the row under the cursor is told in full below a list.
const detailHigh = 16

// inFull tells the act under the cursor: a correction may be longer than its row.
func (p *guestPage) inFull(w, h int) string {
	d, ok := p.list.Selected()
	if !ok || h < detailHigh {
		return ""
	}
	c := d.Changes[0]
	words := strings.Join(slices.DeleteFunc([]string{p.when(d), p.env.DeskWords(c.Desk), c.Officer}, func(s string) bool { return s == "" }), ", ")
	told := p.env.Wrap(words+": "+p.told(d), w-1)
	return p.env.Muted.Render(strings.Join(told[:min(len(told), h/4)], "\n"))
}

// Cursor is on the act in the history.
func (p *guestPage) Cursor() (x, y int, ok bool) {
	x, y, ok = p.list.Cursor()
	return x, y + p.top, ok && p.known
}

// facts are what is known of the guest, what matters most first: a low window cuts the end off.
func (p *guestPage) facts() []fact {
	g := p.state.guest
	facts := []fact{{"guest.name", p.env.called(g)}}
	if g.Removed {
		facts = append(facts, fact{"guest.list", p.env.Say("guest.removed")})
	}
	for i, s := range p.state.seats {
		label, words := lang.Key("guest.attendance"), p.seatTold(s)
		if len(p.state.seats) > 1 {
			words += " (" + p.env.sessionName(p.state.sessions[i], i+1) + ")"
		}
		facts = append(facts, fact{label, words})
	}
	return append(facts,
		fact{"guest.post", g.Post}, fact{"guest.inst", g.From()},
		fact{"guest.phone", phoneMasked(g.Phone, g.PhoneRaw)},
		fact{"guest.cat", p.env.filled(g.Category, p.env.categoryWords(g.Category))}, fact{"guest.sex", g.Sex},
		fact{"guest.note", g.Note}, fact{"guest.place", p.env.placeOnList(g)}, fact{"guest.code", g.Code()},
	)
}

// filled is words where there is a value, else nothing.
func (e *Env) filled(value, words string) string {
	if value == "" {
		return ""
	}
	return words
}

// placeOnList says where a guest stands: the number on the list, the printed row, and whether he was invited.
func (e *Env) placeOnList(g model.Guest) string {
	parts := []string{e.Say("guest.no", "n", e.Number(g.Order))}
	if g.Sheet > 0 && g.Row > 0 {
		parts = append(parts, e.Say("guest.sheet", "sheet", g.Sheet, "row", g.Row))
	}
	if g.WalkIn {
		parts = append(parts, e.Say("guest.walk-in"))
	}
	return strings.Join(parts, ", ")
}

// seatTold says what happened at a session: when, at which desk, and who came instead.
func (p *guestPage) seatTold(s model.Seat) string {
	words := p.env.Say(stateWords(s.State))
	if s.State == model.StateRepresented {
		words += " " + deputy(s.Deputy)
	}
	if s.State == model.StateExpected {
		return words
	}
	return p.env.Say("guest.seat", "what", words, "time", p.env.Clock(p.state.event, s.Since.When()), "desk", p.env.DeskWords(s.Since.Origin.Desk))
}

// when is the day and time of an act as people at the event read it.
func (p *guestPage) when(d *Done) string {
	at := d.When().In(p.env.Zone(p.state.event).Location())
	return date.Of(at).DayMonth(p.env.dates()) + " " + at.Format("15.04")
}

func (p *guestPage) told(d *Done) string {
	words := p.env.Told(d)
	if d.Undone {
		words = p.env.Say("history.was-undone", "what", words)
	}
	return words
}

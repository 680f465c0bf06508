package screen

import (
	"strings"

	"hadir/model"
	"hadir/model/date"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// View draws what is known of the person above the events, and below them what is asked.
func (p *personPage) View(w, h int) string {
	if !p.known {
		return p.env.Muted.Render(p.env.Cut(p.env.Say("people.reading"), w-1))
	}
	below, room := p.inFull(w, h), h-4
	if p.asking != nil {
		high := min(5, max(1, h/2))
		// The answers have to be seen: what is known gives way.
		below, room = p.asking.View(w, high), h-high-2
	}
	x := p.state.person
	lines := p.env.factLines([]fact{
		{"person.name", x.FullName()},
		{"person.post", x.Post},
		{"person.inst", p.from()},
		{"person.phone", phoneMasked(x.Phone, "")},
		{"person.records", p.records()},
	}, w)
	lines = lines[:max(0, min(len(lines), room))]
	lines = append(lines, p.env.Title.Render(p.env.Cut(p.visited(), w-1)))
	p.top = max(0, min(len(lines), h-1))
	p.list.Empty = lang.Of("person.nowhere")
	return kit.Frame(w, h, strings.Join(lines, "\n"), below, p.list.View)
}

// inFull tells the event under the cursor, and how its list has the person: longer than a row.
func (p *personPage) inFull(w, h int) string {
	if d, ok := p.list.Selected(); ok && d.visit == nil && h >= detailHigh {
		return p.env.dealingInFull(d, w, h)
	}
	v, ok := p.selected()
	if !ok || h < detailHigh {
		return ""
	}
	told := p.env.Wrap(p.day(v)+", "+p.theme(v)+" ("+p.outcome(v)+"): "+p.as(v), w-1)
	return p.env.Muted.Render(strings.Join(told[:min(len(told), h/4)], "\n"))
}

// Cursor is on the event.
func (p *personPage) Cursor() (x, y int, ok bool) {
	x, y, ok = p.list.Cursor()
	return x, y + p.top, ok && p.known && p.asking == nil
}

// records says how many records were joined; nothing where there is one.
func (p *personPage) records() string {
	if len(p.state.same) < 2 {
		return ""
	}
	return p.env.Say("person.record-count", "n", p.env.Number(len(p.state.same)))
}

// from is where the latest list says that the person comes from.
func (p *personPage) from() string {
	if len(p.state.visits) == 0 {
		return p.state.person.Institution
	}
	return p.state.visits[0].Guest.From()
}

// visited says to how many events the person was invited and came. An event on whose list two joined records stand is one.
func (p *personPage) visited() string {
	invited, came := make(map[model.ID]bool), make(map[model.ID]bool)
	for _, v := range p.state.visits {
		if !v.Guest.WalkIn {
			invited[v.Event.ID] = true
		}
		if v.Seat.Came() {
			came[v.Event.ID] = true
		}
	}
	return p.env.Say("person.visited", "invited", p.env.Number(len(invited)), "came", p.env.Number(len(came)))
}

func (p *personPage) day(v model.Visit) string {
	var d date.Date
	if d.UnmarshalText([]byte(v.Event.Date)) != nil {
		return v.Event.Date
	}
	return d.Short(p.env.dates())
}

// theme names the event, and says of sample data that it is.
func (p *personPage) theme(v model.Visit) string {
	if v.Event.Sample {
		return p.env.Say("person.sample", "theme", v.Event.Theme)
	}
	return v.Event.Theme
}

// outcome says what happened there; before the day there is only the invitation.
func (p *personPage) outcome(v model.Visit) string {
	words := p.env.Say(stateWords(v.Seat.State))
	switch {
	case v.Seat.Came():
		return words + " " + p.env.Clock(v.Event, v.Seat.Since.When())
	case v.Seat.State == model.StateExpected && v.Event.Date > p.env.Today().String():
		return p.env.Say("person.invited")
	}
	return words
}

// as is how that event's list has the person; the records that were joined say so.
func (p *personPage) as(v model.Visit) string {
	words := p.env.introduced(v.Guest)
	if v.Person != p.state.same[0] {
		words = p.env.Say("person.joined-mark") + " " + words
	}
	return words
}

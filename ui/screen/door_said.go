package screen

import (
	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// clock is a moment as people at the event read it.
func (d *Door) clock(e model.Element) string { return d.env.Clock(d.about, e.When()) }

// noted says what is on disk now.
func (d *Door) noted(o outcome) tea.Cmd {
	g := d.hall.Guest(o.deed.guest)
	if g == nil {
		return nil
	}
	args := []any{"who", d.env.introduced(*g), "time", d.clock(o.now.Since), "sign", sign(*g)}
	switch o.now.State {
	case model.StatePresent:
		if o.was.State == model.StateRepresented {
			return say(kit.Good, "door.present-self", append(args, "deputy", o.was.Deputy.Name)...)
		}
		return say(kit.Good, "door.present", args...)
	case model.StateRepresented:
		return say(kit.Good, "door.represented", append(args, "deputy", deputy(o.now.Deputy))...)
	}
	return say(kit.Good, "door.put", append(args, "state", stateWords(o.now.State))...)
}

// sign says where the guest signs: in the printed row, or by the number on the list.
func sign(g model.Guest) lang.Phrase {
	switch {
	case g.Sheet > 0 && g.Row > 0:
		return lang.Of("door.sign-row", "sheet", g.Sheet, "row", g.Row)
	case g.WalkIn:
		return lang.Of("door.sign-walk-in", "n", g.Order)
	}
	return lang.Of("door.sign-number", "n", g.Order)
}

// deputy is who came in a guest's place, and as what.
func deputy(x model.Deputy) string {
	if x.Post == "" {
		return x.Name
	}
	return x.Name + ", " + x.Post
}

// hint says something about what is in front at this moment. It goes when something else is typed or pointed at: it would be
// taken to be about that.
func (d *Door) hint(kind kit.Kind, what lang.Phrase) tea.Cmd {
	turn, over := d.found.turn, d.over
	return send(Hint{Said{kind, what}, func() bool { return d.found.turn == turn && d.over == over }})
}

// already says what was there before, and that it still is.
func (d *Door) already(s model.Seat) tea.Cmd {
	switch s.State {
	case model.StatePresent:
		return d.hint(kit.Plain, lang.Of("door.already", "time", d.clock(s.Since), "desk", d.env.DeskWords(s.Since.Origin.Desk)))
	case model.StateRepresented:
		return d.hint(kit.Plain, lang.Of("door.already-represented",
			"deputy", s.Deputy.Name, "time", d.clock(s.Since), "desk", d.env.DeskWords(s.Since.Origin.Desk)))
	}
	return d.hint(kit.Plain, lang.Of("door.already-state", "state", stateWords(s.State)))
}

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

// already says what was there before, and that it still is.
func (d *Door) already(s model.Seat) tea.Cmd {
	switch s.State {
	case model.StatePresent:
		return say(kit.Plain, "door.already", "time", d.clock(s.Since), "desk", s.Since.Origin.Desk)
	case model.StateRepresented:
		return say(kit.Plain, "door.already-represented",
			"deputy", s.Deputy.Name, "time", d.clock(s.Since), "desk", s.Since.Origin.Desk)
	}
	return say(kit.Plain, "door.already-state", "state", stateWords(s.State))
}

package screen

import (
	tea "charm.land/bubbletea/v2"

	"hadir/model"
	"hadir/model/hall"
	"hadir/ui/kit"
	"hadir/ui/lang"
)

// alikeAsk asks whether a newcomer is somebody who is on the list already.
type alikeAsk struct {
	*kit.Pick[foundRow]
	about model.Guest
	same  model.ID // the answer: this one,
	other bool     // or nobody of them; neither: the question was left
}

// askAlike puts the question. The last row is the newcomer: somebody else.
func (d *Door) askAlike(g model.Guest, like []hall.Resemblance) *alikeAsk {
	a := &alikeAsk{about: g}
	rows := make([]foundRow, 0, len(like)+1)
	for _, r := range like {
		rows = append(rows, foundRow{guest: new(*r.Guest), near: r.Near})
	}
	rows = append(rows, foundRow{guest: &a.about})
	list := kit.NewList(d.env.Look, foundRow.id, func(r foundRow, w int) string {
		if r.guest == &a.about {
			return d.env.Cut(d.env.Say("door.alike-other", "who", d.env.introduced(g)), w)
		}
		return d.found.views.draw(r, w)
	})
	list.Show(kit.Slice[foundRow](rows))
	a.Pick = kit.NewPick(d.env.Look, lang.Of("door.alike", "who", d.env.introduced(g)), list, func(r foundRow) tea.Cmd {
		if a.other = r.guest == &a.about; !a.other {
			a.same = r.guest.ID
		}
		return nil
	})
	return a
}

// Keys are told here and done by the list.
func (a *alikeAsk) Keys() kit.Bindings {
	return kit.Bindings{
		{Keys: []string{"enter"}, Label: "door.key-choose"},
		{Keys: []string{"esc"}, Label: "door.back"},
	}
}
